/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A law that a resolver broke.
 *
 * @param law the law's name, its rule number first
 * @param position the position's id
 * @param at when, or the start of where
 * @param what what was found and what was expected
 */
public record Violation(String law, String position, Instant at, String what) {

    /** Checks. */
    public Violation {
        requireNonNull(law, "law");
        requireNonNull(position, "position");
        requireNonNull(at, "at");
        requireNonNull(what, "what");
    }
}
