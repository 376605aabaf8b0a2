/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;

/**
 * Opening hours as rules. For a day the first that speaks decides alone: dated exception, named day, day class, week
 * (rule C2); where none speaks, it is closed (rule C4).
 *
 * <pre>{@code
 * var office = OpeningHours.weekly(List.of(
 *         new OpeningHours.Week(EnumSet.range(MONDAY, FRIDAY), DayHours.open("08:00-16:00"))))
 *     .withDayClasses(List.of(new OpeningHours.OnDayClass(DayClass.RED_DAY, DayHours.CLOSED)));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param week by day of the week, each day once at most
 * @param dayClasses by class of day, in this order: a day of two classes follows the one named first
 * @param namedDays by named day of the calendar, such as {@code midsommarafton}, each once at most
 * @param dates dated exceptions, none overlapping another
 */
public record OpeningHours(
        List<Week> week, List<OnDayClass> dayClasses, List<OnNamedDay> namedDays, List<OnDates> dates)
        implements Availability {

    /** The most rules that opening hours may have. */
    public static final int MAX_RULES = 2_000;

    /**
     * Copies and checks.
     *
     * @throws InvalidModelException if a day of the week, a class, a named day or a date is decided twice, or there are
     *     too many rules; all such faults at once
     */
    public OpeningHours {
        week = List.copyOf(week);
        dayClasses = List.copyOf(dayClasses);
        namedDays = List.copyOf(namedDays);
        dates = List.copyOf(dates);
        List<Fault> faults = check(week, dayClasses, namedDays, dates);
        if (!faults.isEmpty()) {
            throw new InvalidModelException("opening hours", faults);
        }
    }

    /**
     * Hours by the week alone.
     *
     * @param week the rules
     * @return the hours
     */
    public static OpeningHours weekly(List<Week> week) {
        return new OpeningHours(week, List.of(), List.of(), List.of());
    }

    /**
     * The same hours with other rules for classes of days.
     *
     * @param rules the rules
     * @return the changed copy
     */
    public OpeningHours withDayClasses(List<OnDayClass> rules) {
        return new OpeningHours(week, rules, namedDays, dates);
    }

    /**
     * The same hours with other rules for named days.
     *
     * @param rules the rules
     * @return the changed copy
     */
    public OpeningHours withNamedDays(List<OnNamedDay> rules) {
        return new OpeningHours(week, dayClasses, rules, dates);
    }

    /**
     * The same hours with other dated exceptions.
     *
     * @param rules the exceptions
     * @return the changed copy
     */
    public OpeningHours withDates(List<OnDates> rules) {
        return new OpeningHours(week, dayClasses, namedDays, rules);
    }

    private static List<Fault> check(
            List<Week> week, List<OnDayClass> dayClasses, List<OnNamedDay> namedDays, List<OnDates> dates) {
        int rules = week.size() + dayClasses.size() + namedDays.size() + dates.size();
        if (rules > MAX_RULES) {
            return List.of(Fault.of("", rules + " rules", "at most " + MAX_RULES));
        }
        List<Fault> faults = new ArrayList<>();
        Set<DayOfWeek> decided = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 0; i < week.size(); i++) {
            for (DayOfWeek day : week.get(i).days()) {
                if (!decided.add(day)) {
                    faults.add(Fault.of(
                            "/week/" + i + "/days", day + " a second time", "each day of the week in one rule only"));
                }
            }
        }
        Set<DayClass> classes = new HashSet<>();
        for (int i = 0; i < dayClasses.size(); i++) {
            if (!classes.add(dayClasses.get(i).dayClass())) {
                faults.add(Fault.of(
                        "/dayClasses/" + i + "/class",
                        dayClasses.get(i).dayClass() + " a second time",
                        "each class in one rule only"));
            }
        }
        Set<String> named = new HashSet<>();
        for (int i = 0; i < namedDays.size(); i++) {
            if (!named.add(namedDays.get(i).day())) {
                faults.add(Fault.of(
                        "/namedDays/" + i + "/day",
                        namedDays.get(i).day() + " a second time",
                        "each named day in one rule only"));
            }
        }
        TreeMap<LocalDate, Integer> byFirst = new TreeMap<>();
        for (int i = 0; i < dates.size(); i++) {
            var before = byFirst.floorEntry(dates.get(i).last());
            if (before != null
                    && !dates.get(before.getValue())
                            .last()
                            .isBefore(dates.get(i).first())) {
                faults.add(Fault.of(
                        "/dates/" + i,
                        "dates that exception " + before.getValue() + " decides already",
                        "each date in one exception only"));
            } else {
                byFirst.put(dates.get(i).first(), i);
            }
        }
        return faults;
    }

    /**
     * The hours of days of the week.
     *
     * @param days the days, at least one
     * @param hours their hours
     */
    public record Week(Set<DayOfWeek> days, DayHours hours) {

        /**
         * Copies and checks.
         *
         * @throws IllegalArgumentException if there is no day
         */
        public Week {
            if (days.isEmpty()) {
                throw new IllegalArgumentException("The rule names no day of the week; expected at least one.");
            }
            days = Collections.unmodifiableSet(EnumSet.copyOf(days));
            requireNonNull(hours, "hours");
        }
    }

    /**
     * The hours of a class of days.
     *
     * @param dayClass the class
     * @param hours their hours
     */
    public record OnDayClass(DayClass dayClass, DayHours hours) {

        /** Checks that the parts are there. */
        public OnDayClass {
            requireNonNull(dayClass, "dayClass");
            requireNonNull(hours, "hours");
        }
    }

    /**
     * The hours of a day that has a name in the calendar.
     *
     * @param day its id there, such as {@code midsommarafton}
     * @param hours its hours
     */
    public record OnNamedDay(String day, DayHours hours) {

        /** Checks that the parts are there. */
        public OnNamedDay {
            requireNonNull(day, "day");
            requireNonNull(hours, "hours");
        }
    }

    /**
     * A dated exception.
     *
     * @param first its first day
     * @param last its last day, inclusive
     * @param hours the hours of each of these days
     */
    public record OnDates(LocalDate first, LocalDate last, DayHours hours) {

        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if the last day is before the first
         */
        public OnDates {
            requireNonNull(hours, "hours");
            if (last.isBefore(first)) {
                throw new IllegalArgumentException(
                        "The exception ends on %s, before its first day %s.".formatted(last, first));
            }
        }
    }
}
