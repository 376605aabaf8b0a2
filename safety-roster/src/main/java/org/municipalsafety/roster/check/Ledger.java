/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Segment;
import org.threeten.extra.Interval;

/**
 * Who carries how much of a roster, as elapsed time (rule T4): in a night of clock change an hour more or less.
 *
 * <p>An hour may count in several measures: a Sunday night is night, weekend and red day.
 *
 * <p>Immutable and thread-safe.
 *
 * @param shares the time of each person who is on duty at all, by measure; persons in the order of their ids
 */
public record Ledger(Map<String, Map<Measure, Duration>> shares) {

    /** What is counted. */
    public enum Measure {
        /** All time on duty. */
        TOTAL,
        /** From 22:00 to 06:00 on the wall clock. */
        NIGHT,
        /** Saturdays and Sundays. */
        WEEKEND,
        /** Public holidays by law, with every Sunday. */
        RED_DAY,
        /** Midsummer Eve, Christmas Eve and New Year's Eve. */
        DE_FACTO_HOLIDAY
    }

    private static final DaySpan NIGHT = DaySpan.parse("22:00-30:00");

    /** Copies. */
    public Ledger {
        Map<String, Map<Measure, Duration>> copy = new TreeMap<>();
        shares.forEach((person, share) -> copy.put(person, Collections.unmodifiableMap(new EnumMap<>(share))));
        shares = Collections.unmodifiableMap(copy);
    }

    /**
     * Adds up rosters.
     *
     * @param rosters the rosters, such as those of all rotas of a year
     * @param calendar says which days are red
     * @return the ledger
     */
    public static Ledger of(Collection<Roster> rosters, MunicipalCalendar calendar) {
        requireNonNull(calendar, "calendar");
        Map<String, Map<Measure, Duration>> shares = new TreeMap<>();
        for (Roster roster : rosters) {
            for (String position : roster.positions()) {
                for (Segment segment : roster.segments(position)) {
                    if (segment instanceof Duty duty) {
                        add(roster, duty, calendar, shares.computeIfAbsent(duty.holder(), person -> none()));
                    }
                }
            }
        }
        return new Ledger(shares);
    }

    private static Map<Measure, Duration> none() {
        Map<Measure, Duration> share = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            share.put(measure, Duration.ZERO);
        }
        return share;
    }

    private static void add(Roster roster, Duty duty, MunicipalCalendar calendar, Map<Measure, Duration> share) {
        Interval when = duty.interval();
        share.merge(Measure.TOTAL, when.toDuration(), Duration::plus);
        // A night belongs to the day on which it begins: the first may have begun on the day before.
        LocalDate day = LocalDate.ofInstant(when.getStart(), roster.zone()).minusDays(1);
        for (; WallClock.startOf(day, roster.zone()).isBefore(when.getEnd()); day = day.plusDays(1)) {
            NIGHT.on(day, roster.zone()).ifPresent(night -> merge(share, Measure.NIGHT, night, when));
            LocalDate date = day;
            DaySpan.ALL_DAY.on(day, roster.zone()).ifPresent(whole -> {
                if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
                    merge(share, Measure.WEEKEND, whole, when);
                }
                Set<DayClass> classes = calendar.classesOf(date);
                if (classes.contains(DayClass.RED_DAY)) {
                    merge(share, Measure.RED_DAY, whole, when);
                }
                if (classes.contains(DayClass.DE_FACTO_HOLIDAY)) {
                    merge(share, Measure.DE_FACTO_HOLIDAY, whole, when);
                }
            });
        }
    }

    private static void merge(Map<Measure, Duration> share, Measure measure, Interval span, Interval duty) {
        if (span.overlaps(duty)) {
            share.merge(measure, span.intersection(duty).toDuration(), Duration::plus);
        }
    }

    /**
     * A person's time.
     *
     * @param person the person's id
     * @param measure what is counted
     * @return the time, zero for somebody who is never on duty
     */
    public Duration of(String person, Measure measure) {
        return shares.getOrDefault(person, Map.of()).getOrDefault(measure, Duration.ZERO);
    }

    /**
     * How far the one with the most is from the one with the least, among those who are on duty at all.
     *
     * @param measure what is counted
     * @return the spread, zero for fewer than two people
     */
    public Duration spread(Measure measure) {
        Duration most = Duration.ZERO;
        Duration least = Duration.ofSeconds(Long.MAX_VALUE);
        for (String person : shares.keySet()) {
            Duration time = of(person, measure);
            most = time.compareTo(most) > 0 ? time : most;
            least = time.compareTo(least) < 0 ? time : least;
        }
        return shares.isEmpty() ? Duration.ZERO : most.minus(least);
    }
}
