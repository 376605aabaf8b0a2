/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A person's "I have it" (kvittens).
 *
 * <p>Immutable and thread-safe.
 *
 * @param alert the alert's id
 * @param person the person's id
 * @param at when
 */
public record Acknowledgement(String alert, String person, Instant at) {

    /** Checks that the parts are there. */
    public Acknowledgement {
        requireNonNull(alert, "alert");
        requireNonNull(person, "person");
        requireNonNull(at, "at");
    }
}
