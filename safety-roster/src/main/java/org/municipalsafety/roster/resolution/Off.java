/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.threeten.extra.Interval;

/**
 * A segment in which nobody holds the position and nobody has to (rule R11).
 *
 * <p>Immutable and thread-safe.
 *
 * @param position the position's id
 * @param interval when, not empty
 * @param because the reasons, from the version to what decided
 */
public record Off(String position, Interval interval, List<RotaReason> because) implements Segment {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if the interval is empty
     */
    public Off {
        requireNonNull(position, "position");

        because = List.copyOf(because);
        if (interval.isEmpty()) {
            throw new IllegalArgumentException("The segment of %s at %s is empty.".formatted(position, interval));
        }
    }
}
