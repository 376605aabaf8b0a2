/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.hours.internal.Decided;
import org.municipalsafety.core.time.DaySpan;

/**
 * Opening hours as rules. For a day the first that speaks decides alone: dated exception, movable day, day class,
 * season, week (rule C2); where none speaks, it is closed (rule C4).
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
 * @param movable by movable day, such as Midsummer Eve, in this order: a date that is two of them follows the first
 * @param dates dated exceptions, none overlapping another
 * @param seasons hours of the week in a part of each year, none overlapping another
 */
public record OpeningHours(
        List<Week> week,
        List<OnDayClass> dayClasses,
        List<OnMovable> movable,
        List<OnDates> dates,
        List<Season> seasons)
        implements Availability {

    /** The most rules that opening hours may have. */
    public static final int MAX_RULES = Decided.MAX_RULES;

    /**
     * Copies and checks.
     *
     * @throws InvalidModelException if a day of the week, a class, a named day or a date is decided twice, or there are
     *     too many rules; all such faults at once
     */
    public OpeningHours {
        week = List.copyOf(week);
        dayClasses = List.copyOf(dayClasses);
        movable = List.copyOf(movable);
        dates = List.copyOf(dates);
        seasons = List.copyOf(seasons);
        List<Fault> faults = decided(week, dayClasses, movable, dates, seasons).faults();
        if (!faults.isEmpty()) {
            throw new InvalidModelException("opening hours", faults);
        }
    }

    private static Decided decided(
            List<Week> week,
            List<OnDayClass> dayClasses,
            List<OnMovable> movable,
            List<OnDates> dates,
            List<Season> seasons) {
        Decided decided = new Decided();
        week.forEach(rule -> decided.week().add(rule.days()));
        dayClasses.forEach(rule -> decided.dayClasses().add(rule.dayClass()));
        movable.forEach(rule -> decided.movable().add(rule.day()));
        dates.forEach(rule -> decided.dates().add(new Decided.Dates(rule.first(), rule.last())));
        for (Season season : seasons) {
            Decided.Part part = new Decided.Part(new Decided.Season(season.first(), season.last()), new ArrayList<>());
            season.week().forEach(rule -> part.week().add(rule.days()));
            decided.seasons().add(part);
        }
        return decided;
    }

    /**
     * Hours by the week alone.
     *
     * @param week the rules
     * @return the hours
     */
    public static OpeningHours weekly(List<Week> week) {
        return new OpeningHours(week, List.of(), List.of(), List.of(), List.of());
    }

    /**
     * The same hours with other rules for classes of days.
     *
     * @param rules the rules
     * @return the changed copy
     */
    public OpeningHours withDayClasses(List<OnDayClass> rules) {
        return new OpeningHours(week, rules, movable, dates, seasons);
    }

    /**
     * The same hours with other rules for movable days.
     *
     * @param rules the rules
     * @return the changed copy
     */
    public OpeningHours withMovable(List<OnMovable> rules) {
        return new OpeningHours(week, dayClasses, rules, dates, seasons);
    }

    /**
     * The same hours with other dated exceptions.
     *
     * @param rules the exceptions
     * @return the changed copy
     */
    public OpeningHours withDates(List<OnDates> rules) {
        return new OpeningHours(week, dayClasses, movable, rules, seasons);
    }

    /**
     * The same hours with other seasons.
     *
     * @param rules the seasons
     * @return the changed copy
     */
    public OpeningHours withSeasons(List<Season> rules) {
        return new OpeningHours(week, dayClasses, movable, dates, rules);
    }

    /**
     * The hours that decide a day (rule C2).
     *
     * @param date the day
     * @param calendar the calendar that names days and their classes
     * @return the hours of the first rule that speaks, or {@link DayHours#CLOSED} if none does; unknown hours where the
     *     rules need a calendar, this one does not know the day, and no dated exception speaks
     */
    public DayHours on(LocalDate date, MunicipalCalendar calendar) {
        for (OnDates rule : dates) {
            if (!date.isBefore(rule.first()) && !date.isAfter(rule.last())) {
                return rule.hours();
            }
        }
        if (restsOnCalendar() && (date.isBefore(calendar.firstDay()) || date.isAfter(calendar.lastDay()))) {
            return onUnknownDay();
        }
        for (OnMovable rule : movable) {
            if (rule.day().nameOn(date, calendar).isPresent()) {
                return rule.hours();
            }
        }
        Set<DayClass> classes = calendar.classesOf(date);
        for (OnDayClass rule : dayClasses) {
            if (classes.contains(rule.dayClass())) {
                return rule.hours();
            }
        }
        List<Week> rules = new ArrayList<>();
        seasons.stream().filter(season -> season.includes(date)).forEach(season -> rules.addAll(season.week()));
        rules.addAll(week);
        return rules.stream()
                .filter(rule -> rule.days().contains(date.getDayOfWeek()))
                .findFirst()
                .map(Week::hours)
                .orElse(DayHours.CLOSED);
    }

    /**
     * Whether the week alone decides, the same every week.
     *
     * @return true if there is no other rule
     */
    public boolean isWeekly() {
        return dayClasses.isEmpty() && movable.isEmpty() && dates.isEmpty() && seasons.isEmpty();
    }

    /**
     * Whether a calendar has to say what a day is.
     *
     * @return true if a class of days or a named day has a rule
     */
    public boolean restsOnCalendar() {
        return !dayClasses.isEmpty() || movable.stream().anyMatch(rule -> rule.day() instanceof MovableDay.Named);
    }

    /**
     * The hours of a day of which the calendar does not know what it is (rule C4): unknown as long as any rule could
     * make them, so that a night that may have begun there runs on into the days that it knows.
     *
     * @return hours without an open span
     */
    public DayHours onUnknownDay() {
        int latest = DaySpan.ALL_DAY.endMinute();
        for (DayHours hours : all()) {
            for (DaySpan span : hours.open()) {
                latest = Math.max(latest, span.endMinute());
            }
            for (DaySpan span : hours.unknown()) {
                latest = Math.max(latest, span.endMinute());
            }
        }
        return new DayHours(List.of(), List.of(new DaySpan(0, latest)), Optional.empty());
    }

    /** The hours of the rules that may decide a day of which no date is given. */
    private List<DayHours> all() {
        List<DayHours> all = new ArrayList<>();
        week.forEach(rule -> all.add(rule.hours()));
        dayClasses.forEach(rule -> all.add(rule.hours()));
        movable.forEach(rule -> all.add(rule.hours()));
        seasons.forEach(season -> season.week().forEach(rule -> all.add(rule.hours())));
        return all;
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
     * The hours of a movable day.
     *
     * @param day the day
     * @param hours its hours
     */
    public record OnMovable(MovableDay day, DayHours hours) {

        /** Checks that the parts are there. */
        public OnMovable {
            requireNonNull(day, "day");
            requireNonNull(hours, "hours");
        }

        /**
         * The hours of a day that has a name in the calendar.
         *
         * @param id its id there, such as {@code midsommarafton}
         * @param hours its hours
         * @return the rule
         */
        public static OnMovable named(String id, DayHours hours) {
            return new OnMovable(new MovableDay.Named(id), hours);
        }
    }

    /**
     * The hours of the week in a part of each year. A day of the week that it does not name is left to the week.
     *
     * @param first its first day
     * @param last its last day, inclusive; before the first for a season that runs over New Year
     * @param week the rules, each day of the week once at most
     */
    public record Season(MonthDay first, MonthDay last, List<Week> week) {

        /** Copies. */
        public Season {
            requireNonNull(first, "first");
            requireNonNull(last, "last");
            week = List.copyOf(week);
        }

        /**
         * Whether the season holds a date.
         *
         * @param date the date
         * @return true if it does
         */
        public boolean includes(LocalDate date) {
            return new Decided.Season(first, last).includes(MonthDay.of(date.getMonthValue(), date.getDayOfMonth()));
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
