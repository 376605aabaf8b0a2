/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.LogEntry;

/**
 * What happened to an alert.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind whether it is an exercise: that stands before everything else (rule A6)
 * @param log its log, in order
 */
public record AlertHistory(AlertKind kind, List<LogEntry> log) {

    /** Copies. */
    public AlertHistory {
        requireNonNull(kind, "kind");
        log = List.copyOf(log);
    }
}
