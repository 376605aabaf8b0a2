/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A law that an implementation broke.
 *
 * <p>Immutable and thread-safe.
 *
 * @param law the number of its rule, or the law's name, which begins with it
 * @param where the id of the position or channel, or what else the answer is about
 * @param at when, or the start of where
 * @param what what was found and what was expected
 */
public record Violation(String law, String where, Instant at, String what) {

    /** Checks. */
    public Violation {
        requireNonNull(law, "law");
        requireNonNull(where, "where");
        requireNonNull(at, "at");
        requireNonNull(what, "what");
    }
}
