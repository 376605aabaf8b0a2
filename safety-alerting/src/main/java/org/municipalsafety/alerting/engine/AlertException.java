/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import org.municipalsafety.core.SafetyException;

/** Something was asked of an alert that it cannot do: it is not there, it is over, or another one has its id. */
public class AlertException extends SafetyException {

    private static final long serialVersionUID = 1L;

    private final String alert;

    /**
     * Makes the exception.
     *
     * @param alert the alert's id
     * @param message what was found and what was expected
     */
    public AlertException(String alert, String message) {
        super(message);
        this.alert = alert;
    }

    /**
     * The alert.
     *
     * @return its id
     */
    public String alert() {
        return alert;
    }
}
