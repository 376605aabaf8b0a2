/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * A stretch of time in which a channel keeps one state for one reason.
 *
 * <p>Immutable and thread-safe.
 *
 * @param interval the time, bounded and not empty; its end is the next segment's start (rule T1)
 * @param state whether the channel answers
 * @param because what decided it, first of all
 */
public record Segment(Interval interval, OpenState state, List<ChannelReason> because) {

    /**
     * Checks the interval.
     *
     * @throws IllegalArgumentException if it is empty or unbounded
     */
    public Segment {
        WallClock.requireBounded(interval, "segment");
        requireNonNull(state, "state");
        because = List.copyOf(because);
    }
}
