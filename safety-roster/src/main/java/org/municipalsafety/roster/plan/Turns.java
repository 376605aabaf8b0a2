/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.municipalsafety.core.document.Fault;

/**
 * How long the turns of a rotation are.
 *
 * <p>All but {@link Elapsed} are counted on the wall clock (rule T3): turn k begins at the anchor plus k lengths in
 * local time, so that an hour lost or won in a night of clock change moves no later handover.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Turns {

    /** The longest length of a turn and of a cycle: 20 years of 366 days. */
    Duration LONGEST = Duration.ofDays(20 * 366);

    /**
     * How long a turn is on an average; a month counts as 28 days.
     *
     * @return the length
     */
    Duration average();

    /**
     * Turns of whole days.
     *
     * @param days how many, 1 to 7320
     */
    record Days(int days) implements Turns {
        /** Checks the bounds. */
        public Days {
            new Faults()
                    .check(days >= 1 && days <= 7320, Fault.of("/days", String.valueOf(days), "1 to 7320 days"))
                    .refuse("turns");
        }

        @Override
        public Duration average() {
            return Duration.ofDays(days);
        }
    }

    /**
     * Turns of whole weeks.
     *
     * @param weeks how many, 1 to 1040
     */
    record Weeks(int weeks) implements Turns {
        /** Checks the bounds. */
        public Weeks {
            new Faults()
                    .check(weeks >= 1 && weeks <= 1040, Fault.of("/weeks", String.valueOf(weeks), "1 to 1040 weeks"))
                    .refuse("turns");
        }

        @Override
        public Duration average() {
            return Duration.ofDays(7L * weeks);
        }
    }

    /**
     * Turns of whole months, counted from the anchor (P5).
     *
     * @param months how many, 1 to 240
     * @param end what a month does that is too short for the anchor's day
     */
    record Months(int months, MonthEnd end) implements Turns {
        /** Checks the bounds. */
        public Months {
            requireNonNull(end, "end");
            new Faults()
                    .check(months >= 1 && months <= 240, Fault.of("/months", String.valueOf(months), "1 to 240 months"))
                    .refuse("turns");
        }

        /**
         * Turns that begin on the last day of a month that is too short.
         *
         * @param months how many, 1 to 240
         */
        public Months(int months) {
            this(months, MonthEnd.LAST_DAY);
        }

        @Override
        public Duration average() {
            return Duration.ofDays(28L * months);
        }
    }

    /**
     * When a turn begins in a month that has not the anchor's day (P5). Neither drifts: the anchor's day comes again.
     */
    enum MonthEnd {
        /** On the month's last day: 31 January, 28 February, 31 March, 30 April. */
        LAST_DAY,
        /** As many days later as the month is too short: 31 January, 3 March, 31 March, 1 May. */
        OVERFLOW
    }

    /**
     * Turns of elapsed time: six hours are six hours also in the night of a clock change (P6).
     *
     * @param elapsed the length, in whole seconds, one minute to 20 years
     */
    record Elapsed(Duration elapsed) implements Turns {
        /** Checks the bounds. */
        public Elapsed {
            length(new Faults(), "/elapsed", elapsed).refuse("turns");
        }

        @Override
        public Duration average() {
            return elapsed;
        }
    }

    /**
     * Turns of differing lengths that repeat: four days and then three, or Monday 08:00 to Friday 13:00 and then to
     * Monday 08:00. The lengths are those on the wall clock; a day is 24 hours of it.
     *
     * @param cycle the lengths in order, each of whole seconds and at least one minute, 1 to 1000 of them
     */
    record Cycle(List<Duration> cycle) implements Turns {
        /** Copies, and checks the bounds. */
        public Cycle {
            cycle = List.copyOf(cycle);
            Faults faults = new Faults()
                    .check(
                            !cycle.isEmpty() && cycle.size() <= 1000,
                            Fault.of("/cycle", cycle.size() + " lengths", "1 to 1000 lengths"));
            Duration total = Duration.ZERO;
            for (int i = 0; i < cycle.size(); i++) {
                length(faults, "/cycle/" + i, cycle.get(i));
                total = cycle.get(i).compareTo(LONGEST) > 0 ? total : total.plus(cycle.get(i));
            }
            faults.check(
                            total.compareTo(LONGEST) <= 0,
                            Fault.of("/cycle", "a cycle of " + total.toDays() + " days", "at most 20 years in all"))
                    .refuse("turns");
        }

        @Override
        public Duration average() {
            return cycle.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(cycle.size());
        }
    }

    private static Faults length(Faults faults, String pointer, Duration length) {
        return faults.check(
                length.compareTo(Duration.ofMinutes(1)) >= 0
                        && length.compareTo(LONGEST) <= 0
                        && length.equals(length.truncatedTo(ChronoUnit.SECONDS)),
                Fault.of(pointer, length.toString(), "whole seconds, from PT1M to 20 years"));
    }
}
