/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.municipalsafety.core.time.ZoneClock;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Turns;

/**
 * The instants at which the turns of a rotation begin, found by arithmetic from the anchor (rule T3).
 *
 * <p>Turn k, the first is 0, holds [start(k), start(k + 1)). Starts never decrease; they are equal where a gap of the
 * clock swallows a whole turn. Turns that begin by the wall clock are counted by the local time that the wall has
 * shown.
 */
abstract sealed class Handovers {

    /** The number of the turn that holds the stretch's instant: the last whose start is not after it. */
    abstract long turn(Stretch stretch);

    /** The same, and the stretch narrowed to the turn. Nothing that an answer tells of a turn holds for another. */
    abstract long at(Stretch stretch);

    /** When turn k begins. */
    abstract Instant start(long turn);

    static Handovers of(Rotation rotation, ZoneClock clock) {
        Turns turns = rotation.turns();
        LocalDateTime anchor = rotation.anchor();
        if (turns instanceof Turns.Days days) {
            return new Cyclic(anchor, List.of(Duration.ofDays(days.days())), clock);
        }
        if (turns instanceof Turns.Weeks weeks) {
            return new Cyclic(anchor, List.of(Duration.ofDays(7L * weeks.weeks())), clock);
        }
        if (turns instanceof Turns.Cycle cycle) {
            return new Cyclic(anchor, cycle.cycle(), clock);
        }
        if (turns instanceof Turns.Months months) {
            return new Monthly(anchor, months, clock);
        }
        return new Timed(
                clock.second(anchor.toEpochSecond(ZoneOffset.UTC)),
                ((Turns.Elapsed) turns).elapsed().toSeconds());
    }

    /** Turns that begin at local times. */
    private abstract static sealed class Local extends Handovers {
        private final ZoneClock clock;

        Local(ZoneClock clock) {
            this.clock = clock;
        }

        /** The local time at which turn k begins. */
        abstract long localStart(long turn);

        /** The last turn that begins no later than a local time. */
        abstract long turn(long local);

        @Override
        final long turn(Stretch stretch) {
            return turn(stretch.local());
        }

        @Override
        final long at(Stretch stretch) {
            long turn = turn(stretch.local());
            stretch.localNotBefore(localStart(turn), true);
            stretch.localBefore(localStart(turn + 1), true);
            return turn;
        }

        @Override
        final Instant start(long turn) {
            return Instant.ofEpochSecond(clock.second(localStart(turn)));
        }
    }

    /** Lengths on the wall clock that repeat. */
    private static final class Cyclic extends Local {
        private final long anchor;
        private final long[] offsets;
        private final long total;

        Cyclic(LocalDateTime anchor, List<Duration> lengths, ZoneClock clock) {
            super(clock);
            this.anchor = anchor.toEpochSecond(ZoneOffset.UTC);
            this.offsets = new long[lengths.size()];
            long sum = 0;
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = sum;
                sum += lengths.get(i).toSeconds();
            }
            this.total = sum;
        }

        @Override
        long localStart(long turn) {
            if (offsets.length == 1) {
                return anchor + turn * total;
            }
            return anchor
                    + Math.floorDiv(turn, (long) offsets.length) * total
                    + offsets[(int) Math.floorMod(turn, (long) offsets.length)];
        }

        @Override
        long turn(long local) {
            long cycles = Numbers.floorDiv(local - anchor, total);
            if (offsets.length == 1) {
                return cycles;
            }
            long rest = local - anchor - cycles * total;
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
            return cycles * offsets.length + low;
        }
    }

    /** Months from the anchor. */
    private static final class Monthly extends Local {
        private final LocalDateTime anchor;
        private final int months;
        private final boolean overflows;

        Monthly(LocalDateTime anchor, Turns.Months turns, ZoneClock clock) {
            super(clock);
            this.anchor = anchor;
            this.months = turns.months();
            this.overflows = turns.end() == Turns.MonthEnd.OVERFLOW;
        }

        @Override
        long localStart(long turn) {
            LocalDateTime start = overflows
                    ? anchor.withDayOfMonth(1).plusMonths(turn * months).plusDays(anchor.getDayOfMonth() - 1L)
                    : anchor.plusMonths(turn * months);
            return start.toEpochSecond(ZoneOffset.UTC);
        }

        @Override
        long turn(long local) {
            LocalDateTime time = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
            long between = 12L * (time.getYear() - anchor.getYear()) + time.getMonthValue() - anchor.getMonthValue();
            long turn = Math.floorDiv(between, (long) months);
            // A turn may begin later than the number of its month says, also in the next month.
            while (localStart(turn) > local) {
                turn--;
            }
            return turn;
        }
    }

    /** Elapsed time. */
    private static final class Timed extends Handovers {
        private final long anchor;
        private final long seconds;

        Timed(long anchor, long seconds) {
            this.anchor = anchor;
            this.seconds = seconds;
        }

        @Override
        long turn(Stretch stretch) {
            return Numbers.floorDiv(stretch.second() - anchor, seconds);
        }

        @Override
        long at(Stretch stretch) {
            long turn = turn(stretch);
            stretch.sharply(start(turn), start(turn + 1));
            return turn;
        }

        @Override
        Instant start(long turn) {
            return Instant.ofEpochSecond(anchor + turn * seconds);
        }
    }
}
