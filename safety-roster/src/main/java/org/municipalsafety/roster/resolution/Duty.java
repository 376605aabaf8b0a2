/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.municipalsafety.roster.plan.Swap;
import org.threeten.extra.Interval;

/**
 * A segment with a holder.
 *
 * <p>Immutable and thread-safe.
 *
 * @param position the position's id
 * @param interval when, not empty
 * @param holder who holds the position, as the person's id
 * @param because the reasons, from the version to what decided
 */
public record Duty(String position, Interval interval, String holder, List<RotaReason> because) implements Segment {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if the interval is empty
     */
    public Duty {
        requireNonNull(position, "position");
        requireNonNull(holder, "holder");
        because = List.copyOf(because);
        if (interval.isEmpty()) {
            throw new IllegalArgumentException("The segment of %s at %s is empty.".formatted(position, interval));
        }
    }

    /**
     * The swap of this duty for another: each holder takes over the other's.
     *
     * @param other the other duty, of another person
     * @param id the swap's name in the rota
     * @param decidedAt when it was decided
     * @param decidedBy the function that decided
     * @return the swap
     * @throws org.municipalsafety.core.document.InvalidModelException if the two cannot be swapped, with the reasons
     */
    public Swap swapFor(Duty other, String id, Instant decidedAt, String decidedBy) {
        return new Swap(
                id,
                new Swap.Side(position, interval, other.holder),
                new Swap.Side(other.position, other.interval, holder),
                decidedAt,
                decidedBy);
    }

    @Override
    public Optional<String> holding() {
        return Optional.of(holder);
    }
}
