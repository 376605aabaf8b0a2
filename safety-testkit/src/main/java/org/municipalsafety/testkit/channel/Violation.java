/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.channel;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A law that an answerer broke.
 *
 * @param law the number of its rule
 * @param where the channel's id, or what else the answer is about
 * @param at when, or the start of where
 * @param what what was found and what was expected
 */
public record Violation(String law, String where, Instant at, String what) {

    /** Checks that the parts are there. */
    public Violation {
        requireNonNull(law, "law");
        requireNonNull(where, "where");
        requireNonNull(at, "at");
        requireNonNull(what, "what");
    }
}
