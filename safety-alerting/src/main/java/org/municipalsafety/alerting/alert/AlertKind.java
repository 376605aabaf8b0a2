/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.alert;

/** Whether an alert is about something real (rule A6). Every text sent begins with the mark of its kind. */
public enum AlertKind {
    /** Something has happened. */
    ACTUAL("LARM/ALERT"),
    /** An exercise or a test: nothing has happened. */
    EXERCISE("ÖVNING/EXERCISE");

    private final String mark;

    AlertKind(String mark) {
        this.mark = mark;
    }

    /**
     * The mark at the start of every subject and every text, the same for readers of Swedish and of English.
     *
     * @return {@code LARM/ALERT} or {@code ÖVNING/EXERCISE}
     */
    public String mark() {
        return mark;
    }
}
