/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Turns;

/**
 * The instants at which the turns of a rotation begin, found by arithmetic from the anchor (rule T3).
 *
 * <p>Turn k, the first is 0, holds [start(k), start(k + 1)). Starts never decrease; they are equal where a gap of the
 * clock swallows a whole turn.
 */
abstract sealed class Handovers {

    /** When turn k begins. */
    abstract Instant start(long turn);

    /** A guess at the turn that holds the instant: right, or too low or too high by a few. */
    abstract long guess(Instant at);

    /** A turn with any time in it. */
    record Turn(long number, Instant start, Instant end) {}

    /** The turn found last; whoever goes through an interval asks for its neighbour next. Any thread may replace it. */
    private volatile Turn last = new Turn(-1, Instant.MIN, Instant.MIN);

    /** The turn that holds the instant: the last whose start is not after it. */
    final Turn at(Instant at) {
        Turn known = last;
        if (!at.isBefore(known.start) && at.isBefore(known.end)) {
            return known;
        }
        boolean next = at.equals(known.end);
        long turn = next ? known.number + 1 : guess(at);
        Instant start = next ? known.end : start(turn);
        while (start.isAfter(at)) {
            turn--;
            start = start(turn);
        }
        Instant end = start(turn + 1);
        while (!end.isAfter(at)) {
            turn++;
            start = end;
            end = start(turn + 1);
        }
        Turn found = new Turn(turn, start, end);
        last = found;
        return found;
    }

    /** The number of the turn that holds the instant. */
    final long turnAt(Instant at) {
        return at(at).number;
    }

    static Handovers of(Rotation rotation, ZoneId zone) {
        Turns turns = rotation.turns();
        LocalDateTime anchor = rotation.anchor();
        if (turns instanceof Turns.Days days) {
            return new Cyclic(anchor, List.of(Duration.ofDays(days.days())), zone);
        }
        if (turns instanceof Turns.Weeks weeks) {
            return new Cyclic(anchor, List.of(Duration.ofDays(7L * weeks.weeks())), zone);
        }
        if (turns instanceof Turns.Cycle cycle) {
            return new Cyclic(anchor, cycle.cycle(), zone);
        }
        if (turns instanceof Turns.Months months) {
            return new Monthly(anchor, months, zone);
        }
        return new Timed(
                WallClock.instant(anchor, zone),
                ((Turns.Elapsed) turns).elapsed().toSeconds());
    }

    /** Lengths on the wall clock that repeat. */
    private static final class Cyclic extends Handovers {
        private final long anchor;
        private final long[] offsets;
        private final long total;
        private final ZoneId zone;

        Cyclic(LocalDateTime anchor, List<Duration> lengths, ZoneId zone) {
            this.anchor = anchor.toEpochSecond(ZoneOffset.UTC);
            this.offsets = new long[lengths.size()];
            long sum = 0;
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = sum;
                sum += lengths.get(i).toSeconds();
            }
            this.total = sum;
            this.zone = zone;
        }

        @Override
        Instant start(long turn) {
            long local = anchor
                    + Math.floorDiv(turn, (long) offsets.length) * total
                    + offsets[(int) Math.floorMod(turn, (long) offsets.length)];
            return WallClock.instant(LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC), zone);
        }

        @Override
        long guess(Instant at) {
            long local = at.getEpochSecond() + zone.getRules().getOffset(at).getTotalSeconds() - anchor;
            long rest = Math.floorMod(local, total);
            int low = 0;
            int high = offsets.length - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (offsets[middle] <= rest) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return Math.floorDiv(local, total) * offsets.length + low;
        }
    }

    /** Months from the anchor. */
    private static final class Monthly extends Handovers {
        private final LocalDateTime anchor;
        private final int months;
        private final boolean overflows;
        private final ZoneId zone;

        Monthly(LocalDateTime anchor, Turns.Months turns, ZoneId zone) {
            this.anchor = anchor;
            this.months = turns.months();
            this.overflows = turns.end() == Turns.MonthEnd.OVERFLOW;
            this.zone = zone;
        }

        @Override
        Instant start(long turn) {
            LocalDateTime start = overflows
                    ? anchor.withDayOfMonth(1).plusMonths(turn * months).plusDays(anchor.getDayOfMonth() - 1L)
                    : anchor.plusMonths(turn * months);
            return WallClock.instant(start, zone);
        }

        @Override
        long guess(Instant at) {
            LocalDateTime local = LocalDateTime.ofInstant(at, zone);
            long between = 12L * (local.getYear() - anchor.getYear()) + local.getMonthValue() - anchor.getMonthValue();
            return Math.floorDiv(between, (long) months);
        }
    }

    /** Elapsed time. */
    private static final class Timed extends Handovers {
        private final Instant anchor;
        private final long seconds;

        Timed(Instant anchor, long seconds) {
            this.anchor = anchor;
            this.seconds = seconds;
        }

        @Override
        Instant start(long turn) {
            return anchor.plusSeconds(turn * seconds);
        }

        @Override
        long guess(Instant at) {
            return Math.floorDiv(at.getEpochSecond() - anchor.getEpochSecond(), seconds);
        }
    }
}
