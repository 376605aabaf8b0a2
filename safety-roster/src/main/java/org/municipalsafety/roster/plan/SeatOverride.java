/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * A decision that somebody, or nobody, holds a position for a while.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its name in the rota
 * @param position the position
 * @param interval when, bounded and not empty
 * @param holder the id of the person who is to hold the position, or nothing when nobody is
 * @param decidedAt when it was decided
 * @param decidedBy the function that decided, such as {@code Säkerhetschef}; never a person's name (rule D2)
 */
public record SeatOverride(
        String id, String position, Interval interval, Optional<String> holder, Instant decidedAt, String decidedBy)
        implements Decision {

    /** Checks. */
    public SeatOverride {
        requireNonNull(decidedAt, "decidedAt");
        WallClock.requireBounded(interval, "override");
        Faults faults = new Faults().id("/id", id).id("/position", position);
        holder.ifPresent(person -> faults.id("/holder", person));
        faults.decidedBy(decidedBy).refuse("override");
    }

    /**
     * A decision that somebody holds a position.
     *
     * @param id its name in the rota
     * @param position the position
     * @param interval when, bounded and not empty
     * @param holder the person's id
     * @param decidedAt when it was decided
     * @param decidedBy the function that decided
     */
    public SeatOverride(
            String id, String position, Interval interval, String holder, Instant decidedAt, String decidedBy) {
        this(id, position, interval, Optional.of(holder), decidedAt, decidedBy);
    }

    /**
     * A decision that nobody holds a position.
     *
     * @param id its name in the rota
     * @param position the position
     * @param interval when, bounded and not empty
     * @param decidedAt when it was decided
     * @param decidedBy the function that decided
     * @return the override without a holder
     */
    public static SeatOverride vacating(
            String id, String position, Interval interval, Instant decidedAt, String decidedBy) {
        return new SeatOverride(id, position, interval, Optional.empty(), decidedAt, decidedBy);
    }

    @Override
    public boolean putsOnDuty(String somebody) {
        return holder.equals(Optional.of(somebody));
    }
}
