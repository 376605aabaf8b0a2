/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.util.Arrays;
import org.municipalsafety.roster.plan.Rotation;

/**
 * How many turns were used up before a turn (P4).
 *
 * <p>By the calendar that is a subtraction. Where empty turns are not used up they are counted once, as far as anybody
 * asked, and kept: four bytes a turn.
 *
 * <p>Thread-safe; what it answers never changes.
 */
final class Tally {

    /** Turns of a minute over two centuries would not fit; nobody plans them. */
    private static final long MOST = 50_000_000;

    private final Handovers handovers;
    private final Openings openings;
    private final Instant begins;
    private final long first;
    private final boolean counted;
    /** At i how many of the first i turns were used up. */
    private volatile int[] usedUp = {0};

    Tally(Rotation.Counting counting, Handovers handovers, Openings openings, Instant begins) {
        this.handovers = handovers;
        this.openings = openings;
        this.begins = begins;
        this.first = handovers.turnAt(begins);
        this.counted = counting == Rotation.Counting.COVERED;
    }

    /** How many turns before this one were used up, since the rotation began. */
    long before(long turn) {
        long since = turn - first;
        if (!counted) {
            return since;
        }
        if (since > MOST) {
            throw new IllegalArgumentException("""
                    %d turns would have to be counted; expected at most %d.
                    Maybe CALENDAR serves as well, which needs no counting.""".formatted(since, MOST));
        }
        int[] known = usedUp;
        int index = (int) since;
        return index < known.length ? known[index] : count(index);
    }

    private synchronized int count(int index) {
        int[] known = usedUp;
        if (index >= known.length) {
            int[] longer = Arrays.copyOf(known, Math.max(index + 1, known.length + known.length / 2));
            for (int i = known.length; i < longer.length; i++) {
                Instant start = handovers.start(first + i - 1);
                Instant from = start.isAfter(begins) ? start : begins;
                longer[i] = longer[i - 1] + (openings.anyBetween(from, handovers.start(first + i)) ? 1 : 0);
            }
            usedUp = longer;
            known = longer;
        }
        return known[index];
    }
}
