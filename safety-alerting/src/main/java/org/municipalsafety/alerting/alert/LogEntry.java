/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.alert;

import static java.util.Objects.requireNonNull;

/**
 * One line of the log, which is only ever added to.
 *
 * <p>Immutable and thread-safe.
 *
 * @param number grows with each line of the store; there may be holes
 * @param event what happened
 */
public record LogEntry(long number, AlertEvent event) {

    /** Checks that the event is there. */
    public LogEntry {
        requireNonNull(event, "event");
    }
}
