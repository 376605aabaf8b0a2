/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.municipalsafety.core.document.Fault;

/**
 * Who takes turns, in what order, how long, and since when.
 *
 * <pre>{@code
 * Rotation.weekly(LocalDateTime.parse("2026-01-02T13:00"), "ek", "gran", "alm"); // hands over on Fridays at 13:00
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param anchor when the first turn begins, in the rota's zone; before it nobody is in turn (P11)
 * @param turns how long the turns are
 * @param members the persons in order, at least one; somebody may stand in it more than once
 */
public record Rotation(LocalDateTime anchor, Turns turns, List<String> members) {

    /** Copies and checks. */
    public Rotation {
        requireNonNull(turns, "turns");
        members = List.copyOf(members);
        new Faults()
                .check(
                        anchor.getYear() >= 1900
                                && anchor.getYear() <= 2999
                                && anchor.equals(anchor.truncatedTo(ChronoUnit.SECONDS)),
                        Fault.of("/anchor", anchor.toString(), "a whole second of the years 1900 to 2999"))
                .check(
                        !members.isEmpty() && members.size() <= 1000,
                        Fault.of("/members", members.size() + " members", "1 to 1000 members")
                                .maybe("Maybe the position needs no layer: leave the layer out."))
                .ids("/members", members)
                .refuse("rotation");
    }

    /**
     * Turns of one week.
     *
     * @param anchor when the first turn begins
     * @param members the persons in order
     * @return the rotation
     */
    public static Rotation weekly(LocalDateTime anchor, String... members) {
        return new Rotation(anchor, new Turns.Weeks(1), List.of(members));
    }
}
