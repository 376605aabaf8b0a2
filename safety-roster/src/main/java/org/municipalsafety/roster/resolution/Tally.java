/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.util.Arrays;
import org.municipalsafety.core.time.ZoneClock;
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
    private final ZoneClock clock;
    private final long first;
    private final boolean counted;
    /** How many turns were used up before the first. */
    private final long base;
    /** From when on the layer's window counts; what was before it is in {@code begun}. */
    private final Instant since;
    /** Whether the turn under way then had been served before: a version may cut a turn in two. */
    private final boolean begun;
    /** At i how many of the first i turns were used up. */
    private volatile int[] usedUp = {0};

    private Tally(
            boolean counted,
            Handovers handovers,
            Openings openings,
            Instant begins,
            ZoneClock clock,
            long base,
            Instant since,
            boolean begun) {
        this.counted = counted;
        this.handovers = handovers;
        this.openings = openings;
        this.begins = begins;
        this.clock = clock;
        this.first = handovers.turn(new Stretch(begins, clock, true));
        this.base = base;
        this.since = since;
        this.begun = begun;
    }

    /** Counts from an instant on. */
    static Tally since(
            Instant begins, Rotation.Counting counting, Handovers handovers, Openings openings, ZoneClock clock) {
        return new Tally(counting == Rotation.Counting.COVERED, handovers, openings, begins, clock, 0, begins, false);
    }

    /**
     * Continues another tally at an instant within a turn. By the calendar the rotation's own anchor still says how
     * many turns there were; else what the other has counted stands, and the turn under way is used up if either layer
     * was in force in its part of it.
     */
    Tally following(Tally old, Instant at) {
        long underWay = old.handovers.turn(new Stretch(at, clock, true));
        Instant start = old.handovers.start(underWay);
        boolean sinceWithin = !old.since.isBefore(start);
        boolean served =
                (sinceWithin && old.begun) || old.openings.anyBetween(sinceWithin ? old.since : start, at, clock);
        return counted
                ? new Tally(true, handovers, openings, at, clock, old.before(underWay), at, served)
                : new Tally(false, handovers, openings, begins, clock, 0, at, served);
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
        return base + (index < known.length ? known[index] : count(index));
    }

    private synchronized int count(int index) {
        int[] known = usedUp;
        if (index >= known.length) {
            int[] longer = Arrays.copyOf(known, Math.max(index + 1, known.length + known.length / 2));
            Instant end = handovers.start(first + known.length - 1);
            for (int i = known.length; i < longer.length; i++) {
                Instant start = end;
                end = handovers.start(first + i);
                Instant from = start.isAfter(begins) ? start : begins;
                boolean used = (i == 1 && begun) || openings.anyBetween(from, end, clock);
                longer[i] = longer[i - 1] + (used ? 1 : 0);
            }
            usedUp = longer;
            known = longer;
        }
        return known[index];
    }
}
