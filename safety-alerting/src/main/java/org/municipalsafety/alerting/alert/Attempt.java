/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of a delivery.
 *
 * <p>Immutable and thread-safe.
 *
 * @param delivery the delivery's id
 * @param number which try, from 1
 * @param node the node that tried
 * @param startedAt when the intent was written
 * @param endedAt when the outcome was recorded, or null while it is not known
 * @param outcome the notifier's verdict, such as {@code SENT} or {@code RETRYABLE}, or null while it is not known
 * @param code the code of the failure, or null
 */
public record Attempt(
        String delivery,
        int number,
        String node,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable String code) {

    /** Checks that the parts are there. */
    public Attempt {
        requireNonNull(delivery, "delivery");
        requireNonNull(node, "node");
        requireNonNull(startedAt, "startedAt");
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
        return new Attempt(delivery, number, node, startedAt, null, null, null);
    }

    /**
     * The same attempt with its outcome.
     *
     * @param at when it was recorded
     * @param verdict the notifier's verdict
     * @param failure the code of the failure, or null
     * @return the changed copy
     */
    public Attempt ended(Instant at, String verdict, @Nullable String failure) {
        return new Attempt(delivery, number, node, startedAt, at, verdict, failure);
    }
}
