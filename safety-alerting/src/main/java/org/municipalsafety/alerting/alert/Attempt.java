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
}
