/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * A decision that somebody, or nobody, holds a position for a while (rule R3). A later decision beats an earlier one. A
 * swap is two of them.
 *
 * <p>A decision binds also when the holder is absent by the rota, or lacks a qualification: whoever decided knew
 * better. It does not bind where it would give one person two positions that are distinct (rule R6).
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its name in the rota
 * @param position the position
 * @param interval when, bounded and not empty
 * @param person the holder's id, or null when nobody is to hold the position
 * @param decidedAt when it was decided
 * @param decidedBy the function that decided, such as {@code Säkerhetschef}; never a person's name (rule D2)
 */
public record SeatOverride(
        String id,
        String position,
        Interval interval,
        @Nullable String person,
        Instant decidedAt,
        String decidedBy) {

    /** Checks. */
    public SeatOverride {
        requireNonNull(decidedAt, "decidedAt");
        WallClock.requireBounded(interval, "override");
        Faults faults = new Faults().id("/id", id).id("/position", position);
        if (person != null) {
            faults.id("/holder", person);
        }
        faults.check(!decidedBy.isBlank(), Fault.of("/decidedBy", "a blank text", "the function that decided"))
                .refuse("override");
    }

    /**
     * Who is to hold the position.
     *
     * @return the person's id, or nothing when nobody is to hold it
     */
    public Optional<String> holder() {
        return Optional.ofNullable(person);
    }
}
