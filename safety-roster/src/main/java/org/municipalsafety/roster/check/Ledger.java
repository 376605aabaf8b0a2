/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.RotaReason;
import org.municipalsafety.roster.resolution.Segment;
import org.threeten.extra.Interval;

/**
 * Who carries how much of a roster, as elapsed time (rule T4): in a night of clock change an hour more or less.
 *
 * <p>An hour may count in several measures: a Sunday night is night, weekend and red day. An hour in which one person
 * has two positions counts twice, as it does for two people.
 *
 * <p>Immutable and thread-safe.
 *
 * @param shares the time of each person who is on duty at all, by measure; persons in the order of their ids
 * @param debts who stood in for whom where the time is owed back (rule R4), in the order of the ids
 */
public record Ledger(Map<String, Map<Measure, Duration>> shares, List<Debt> debts) {

    /**
     * What somebody owes somebody who stood in. What has been given back since is not taken off.
     *
     * @param owes the id of the person who was absent
     * @param to the id of the person who stood in
     * @param time for how long
     */
    public record Debt(String owes, String to, Duration time) {}

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
        DE_FACTO_HOLIDAY,
        /** Major holidays (storhelg) as the agreement given has them; none without one. */
        MAJOR_HOLIDAY
    }

    private static final DaySpan NIGHT = DaySpan.parse("22:00-30:00");

    /** Copies. */
    public Ledger {
        Map<String, Map<Measure, Duration>> copy = new TreeMap<>();
        shares.forEach((person, share) -> {
            Map<Measure, Duration> own = new EnumMap<>(Measure.class);
            own.putAll(share);
            copy.put(person, Collections.unmodifiableMap(own));
        });
        shares = Collections.unmodifiableMap(copy);
        debts = List.copyOf(debts);
    }

    /**
     * Adds up rosters.
     *
     * @param rosters the rosters, such as those of all rotas of a year
     * @param calendar says which days are red
     * @return the ledger
     * @throws IllegalArgumentException if somebody is on duty on a day that the calendar does not know
     */
    public static Ledger of(Collection<Roster> rosters, MunicipalCalendar calendar) {
        return of(rosters, calendar, List.of());
    }

    /**
     * Adds up rosters, with the hours of major holidays.
     *
     * @param rosters the rosters, such as those of all rotas of a year
     * @param calendar says which days are red
     * @param agreements what counts as a major holiday; an hour that several name counts once
     * @return the ledger
     * @throws IllegalArgumentException if somebody is on duty on a day that the calendar does not know
     */
    public static Ledger of(
            Collection<Roster> rosters, MunicipalCalendar calendar, Collection<MajorHolidays> agreements) {
        requireNonNull(calendar, "calendar");
        Map<String, Map<Measure, Duration>> shares = new TreeMap<>();
        Map<String, Map<String, Duration>> owed = new TreeMap<>();
        for (Roster roster : rosters) {
            List<Interval> holidays = holidays(roster, calendar, agreements);
            for (String position : roster.positions()) {
                for (Segment segment : roster.segments(position)) {
                    if (segment instanceof Duty duty) {
                        Map<Measure, Duration> share = shares.computeIfAbsent(duty.holder(), person -> none());
                        add(roster, duty, calendar, share);
                        holidays.forEach(holiday -> merge(share, Measure.MAJOR_HOLIDAY, holiday, duty.interval()));
                        for (RotaReason reason : duty.because()) {
                            if (reason instanceof RotaReason.StandsIn standIn && standIn.owed()) {
                                owed.computeIfAbsent(standIn.instead(), person -> new TreeMap<>())
                                        .merge(duty.holder(), duty.interval().toDuration(), Duration::plus);
                            }
                        }
                    }
                }
            }
        }
        List<Debt> debts = new ArrayList<>();
        owed.forEach((owes, byPerson) -> byPerson.forEach((to, time) -> debts.add(new Debt(owes, to, time))));
        return new Ledger(shares, debts);
    }

    /** Disjoint, whatever the agreements have in common. */
    private static List<Interval> holidays(
            Roster roster, MunicipalCalendar calendar, Collection<MajorHolidays> agreements) {
        List<Interval> all = new ArrayList<>();
        agreements.forEach(agreement -> all.addAll(agreement.within(roster.interval(), calendar, roster.zone())));
        all.sort(Comparator.comparing(Interval::getStart));
        List<Interval> joined = new ArrayList<>();
        for (Interval holiday : all) {
            int last = joined.size() - 1;
            if (last >= 0 && holiday.isConnected(joined.get(last))) {
                joined.set(last, joined.get(last).span(holiday));
            } else {
                joined.add(holiday);
            }
        }
        return joined;
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
        LocalDate first = LocalDate.ofInstant(when.getStart(), roster.zone());
        LocalDate last = LocalDate.ofInstant(when.getEnd().minusNanos(1), roster.zone());
        if (first.isBefore(calendar.firstDay()) || last.isAfter(calendar.lastDay())) {
            throw new IllegalArgumentException("""
                    The rota %s has a duty from %s to %s; expected days that the calendar %s knows, %s to %s.
                    Maybe the roster was resolved over more years than were meant.""".formatted(
                            roster.rota(), first, last, calendar.version(), calendar.firstDay(), calendar.lastDay()));
        }
        share.merge(Measure.TOTAL, when.toDuration(), Duration::plus);
        // A night belongs to the day on which it begins: the first may have begun on the day before.
        LocalDate day = first.minusDays(1);
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
