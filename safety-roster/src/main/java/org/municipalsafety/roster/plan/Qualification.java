/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.document.Fault;

/**
 * A qualification (behörighet) that somebody holds for a while. A {@link Position} may require some; whoever has no
 * valid one cannot hold it, as if absent (rule R4). How it was earned and why it ended is nobody's business here (rule
 * D2).
 *
 * <p>Several of one person and one id add up: a renewal is a second one.
 *
 * <p>Immutable and thread-safe.
 *
 * @param person the person's id
 * @param qualification what it is for, such as {@code tib}
 * @param from the first instant at which it is valid
 * @param until the first instant at which it is valid no more, after {@code from}; null if no end is known
 */
public record Qualification(
        String person,
        String qualification,
        Instant from,
        @Nullable Instant until) {

    /** Checks. */
    public Qualification {
        new Faults()
                .id("/person", person)
                .id("/qualification", qualification)
                .check(
                        until == null || until.isAfter(from),
                        Fault.of("/until", String.valueOf(until), "an instant after " + from))
                .refuse("qualification");
    }

    /**
     * When it ends.
     *
     * @return the first instant at which it is valid no more, or nothing if no end is known
     */
    public Optional<Instant> expires() {
        return Optional.ofNullable(until);
    }

    /**
     * Whether it is valid.
     *
     * @param at when
     * @return true from its start to its end, which it does not hold
     */
    public boolean validAt(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }
}
