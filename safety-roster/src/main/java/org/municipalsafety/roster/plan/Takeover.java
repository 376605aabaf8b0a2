/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * A decision that somebody takes another's turns in a position for a while (rule R3). Unlike an {@link SeatOverride},
 * which fills the seat whoever is in turn, it leaves hours and handovers as they are: three turns stay three duties,
 * and where the layer is not in force nobody takes anything over.
 *
 * <p>It speaks of turns, whether or not the one in turn is absent then; duties in which that person only stands in for
 * somebody else are not meant. What is decided about the seat itself, by an override or a swap, goes before it; of two
 * about the same person's turns the later counts. It binds like an override: also when whoever takes over is absent by
 * the rota, or lacks a qualification, but not where it would give one person two positions that are distinct (rule R6).
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its name in the rota
 * @param position the position
 * @param interval when, bounded and not empty
 * @param turnsOf the id of the person whose turns they are
 * @param person the id of the person who takes them over
 * @param decidedAt when it was decided
 * @param decidedBy the function that decided, such as {@code Säkerhetschef}; never a person's name (rule D2)
 */
public record Takeover(
        String id,
        String position,
        Interval interval,
        String turnsOf,
        String person,
        Instant decidedAt,
        String decidedBy)
        implements Decision {

    /** Checks. */
    public Takeover {
        requireNonNull(decidedAt, "decidedAt");
        WallClock.requireBounded(interval, "takeover");
        new Faults()
                .id("/id", id)
                .id("/position", position)
                .id("/turnsOf", turnsOf)
                .id("/holder", person)
                .check(
                        !turnsOf.equals(person),
                        Fault.of("/holder", '"' + person + "\", whose turns they are", "another person"))
                .decidedBy(decidedBy)
                .refuse("takeover");
    }

    @Override
    public boolean putsOnDuty(String somebody) {
        return person.equals(somebody);
    }
}
