/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * Two people who change duties with each other: two decisions that belong together. It stands or falls whole: a fault
 * in one half refuses both, and to take it back takes back both.
 *
 * <p>Each half counts as a decision (rule R3): what is decided later beats it, in that half alone. Whether both halves
 * still have their effect, and still meet the duties that were swapped, the checks of a rota tell.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its name in the rota, which no other decision has
 * @param first what the one takes over
 * @param second what the other takes over in return
 * @param decidedAt when it was decided
 * @param decidedBy the function that decided, such as {@code Säkerhetschef}; never a person's name (rule D2)
 */
public record Swap(String id, Side first, Side second, Instant decidedAt, String decidedBy) {

    /**
     * One of the two.
     *
     * @param position the position
     * @param interval when, bounded and not empty
     * @param holder the id of the person who takes it over
     */
    public record Side(String position, Interval interval, String holder) {
        /** Checks. */
        public Side {
            WallClock.requireBounded(interval, "half of a swap");
            new Faults().id("/position", position).id("/holder", holder).refuse("half of a swap");
        }
    }

    /** Checks. */
    public Swap {
        requireNonNull(decidedAt, "decidedAt");
        boolean apart =
                !first.position().equals(second.position()) || !first.interval().overlaps(second.interval());
        new Faults()
                .id("/id", id)
                .check(
                        !first.holder().equals(second.holder()),
                        Fault.of("/second/holder", '"' + second.holder() + "\" in both halves", "another person")
                                .maybe("Maybe an override was meant: one person takes over, and nothing goes back."))
                .check(
                        apart,
                        Fault.of("/second", "a half that overlaps the first in " + first.position(), "another time"))
                .decidedBy(decidedBy)
                .refuse("swap");
    }

    /**
     * Both halves, as the decisions that they are.
     *
     * @return the first and the second
     */
    public List<SwapHalf> halves() {
        return List.of(new SwapHalf(this, first), new SwapHalf(this, second));
    }
}
