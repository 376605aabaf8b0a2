/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import java.time.Instant;
import java.util.Optional;
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
 * @param until the first instant at which it is valid no more, after {@code from}; nothing if no end is known
 */
public record Qualification(String person, String qualification, Instant from, Optional<Instant> until) {

    /** Checks. */
    public Qualification {
        new Faults()
                .id("/person", person)
                .id("/qualification", qualification)
                .check(
                        until.map(from::isBefore).orElse(true),
                        Fault.of("/until", until.map(Instant::toString).orElse(""), "an instant after " + from))
                .refuse("qualification");
    }

    /**
     * A qualification whose end is known.
     *
     * @param person the person's id
     * @param qualification what it is for
     * @param from the first instant at which it is valid
     * @param until the first instant at which it is valid no more
     */
    public Qualification(String person, String qualification, Instant from, Instant until) {
        this(person, qualification, from, Optional.of(until));
    }

    /**
     * A qualification without a known end.
     *
     * @param person the person's id
     * @param qualification what it is for
     * @param from the first instant at which it is valid
     */
    public Qualification(String person, String qualification, Instant from) {
        this(person, qualification, from, Optional.empty());
    }

    /**
     * Whether it is valid.
     *
     * @param at when
     * @return true from its start to its end, which it does not hold
     */
    public boolean validAt(Instant at) {
        return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
    }
}
