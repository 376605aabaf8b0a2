/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One try of a delivery.
 *
 * <p>Immutable and thread-safe.
 *
 * @param delivery the delivery's id
 * @param number which try, from 1
 * @param node the node that tried
 * @param startedAt when the intent was written
 * @param endedAt when the outcome was recorded; empty while it is not known
 * @param outcome the notifier's verdict, such as {@code SENT} or {@code RETRYABLE}, empty while it is not known
 * @param code the code of the failure, if it failed
 */
public record Attempt(
        String delivery,
        int number,
        String node,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> outcome,
        Optional<String> code) {

    /** Checks that the parts are there. */
    public Attempt {
        requireNonNull(delivery, "delivery");
        requireNonNull(node, "node");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(endedAt, "endedAt");
        requireNonNull(outcome, "outcome");
        requireNonNull(code, "code");
    }

    /**
     * A try that begins.
     *
     * @param delivery the delivery's id
     * @param number which try, from 1
     * @param node the node that tries
     * @param startedAt when the intent was written
     * @return the attempt, its outcome not known
     */
    public static Attempt begun(String delivery, int number, String node, Instant startedAt) {
        return new Attempt(delivery, number, node, startedAt, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same attempt with its outcome.
     *
     * @param at when it was recorded
     * @param verdict the notifier's verdict
     * @param failure the code of the failure, if it failed
     * @return the changed copy
     */
    public Attempt ended(Instant at, String verdict, Optional<String> failure) {
        return new Attempt(delivery, number, node, startedAt, Optional.of(at), Optional.of(verdict), failure);
    }
}
