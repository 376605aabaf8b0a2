/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
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
public record Duty(String position, Interval interval, String holder, List<Reason> because) implements Segment {

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

    @Override
    public Optional<String> holding() {
        return Optional.of(holder);
    }
}
