/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.escalation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A step that has fired.
 *
 * <p>Immutable and thread-safe.
 *
 * @param alert the alert's id
 * @param step the step's index in the policy
 * @param round in which round it last fired, from 0
 * @param turn how often its holder has changed in that round, from 0
 * @param contact who is or was last alerted by it; empty when nobody could be
 * @param firedAt when it fired
 * @param watchAt when to look again who holds the position (A4); empty when that no longer matters
 */
public record OpenStep(
        String alert,
        int step,
        int round,
        int turn,
        Optional<String> contact,
        Instant firedAt,
        Optional<Instant> watchAt) {

    /** Checks that the parts are there. */
    public OpenStep {
        requireNonNull(alert, "alert");
        requireNonNull(contact, "contact");
        requireNonNull(firedAt, "firedAt");
        requireNonNull(watchAt, "watchAt");
    }

    /**
     * The same step, to be looked at again at another time.
     *
     * @param when when, if ever
     * @return the changed copy
     */
    public OpenStep watched(Optional<Instant> when) {
        return new OpenStep(alert, step, round, turn, contact, firedAt, when);
    }

    /**
     * The same step, never to be looked at again.
     *
     * @return the changed copy
     */
    public OpenStep unwatched() {
        return watched(Optional.empty());
    }

    /**
     * The same step with its position in other hands.
     *
     * @param incoming the new holder
     * @param when when to look again, if ever
     * @return the changed copy
     */
    public OpenStep takenOver(String incoming, Optional<Instant> when) {
        return new OpenStep(alert, step, round, turn + 1, Optional.of(incoming), firedAt, when);
    }
}
