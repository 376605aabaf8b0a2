/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that should have happened and has not (A9).
 *
 * <p>Immutable and thread-safe.
 *
 * @param alert the alert's id
 * @param what what is late
 * @param due when it was due
 * @param delivery the id of the delivery concerned; empty when the escalation itself is late
 */
public record Late(String alert, What what, Instant due, Optional<String> delivery) {

    /** What can be late. */
    public enum What {
        /** The next step of the escalation. */
        STEP,
        /** A message that is due and not sent. */
        DELIVERY,
        /** A message whose notifier is missing. */
        BLOCKED_DELIVERY
    }

    /** Checks that the parts are there. */
    public Late {
        requireNonNull(alert, "alert");
        requireNonNull(what, "what");
        requireNonNull(due, "due");
        requireNonNull(delivery, "delivery");
    }
}
