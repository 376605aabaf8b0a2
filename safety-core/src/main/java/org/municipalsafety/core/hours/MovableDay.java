/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.calendar.NamedDay;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A day that comes every year, on a date that may move: a named day of the calendar, a distance from Easter, a weekday
 * of a month, the same date each year, or days of numbered weeks.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface MovableDay
        permits MovableDay.Named, MovableDay.FromEaster, MovableDay.Weekday, MovableDay.Yearly, MovableDay.Weeks {

    /**
     * The name of the day if the date is one.
     *
     * @param date the date
     * @param calendar the calendar that names days
     * @return the name, or nothing if the date is none of these days
     */
    Optional<LocalizedText> nameOn(LocalDate date, MunicipalCalendar calendar);

    /**
     * A named day of the calendar.
     *
     * @param id its id there, such as {@code midsommarafton}; a half day that falls on a free day does not occur
     */
    record Named(String id) implements MovableDay {

        /** Checks that the id is there. */
        public Named {
            requireNonNull(id, "id");
        }

        @Override
        public Optional<LocalizedText> nameOn(LocalDate date, MunicipalCalendar calendar) {
            for (NamedDay day : calendar.daysOn(date)) {
                if (day.id().equals(id)) {
                    return Optional.of(day.name());
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A day at a distance from Easter Sunday.
     *
     * @param days days after Easter Sunday, negative for days before; -80 to 250
     */
    record FromEaster(int days) implements MovableDay {

        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException if the day may leave the year
         */
        public FromEaster {
            if (days < -80 || days > 250) {
                throw new IllegalArgumentException(
                        "The day is %s days from Easter; expected -80 to 250.".formatted(days));
            }
        }

        @Override
        public Optional<LocalizedText> nameOn(LocalDate date, MunicipalCalendar calendar) {
            // From 22 March to 25 April, days 81 to 116 of the year: most dates need no reckoning.
            int easter = date.getDayOfYear() - days;
            if (easter < 81
                    || easter > 116
                    || !SwedishCalendar.easter(date.getYear()).plusDays(days).equals(date)) {
                return Optional.empty();
            }
            int distance = Math.abs(days);
            if (distance == 0) {
                return Optional.of(LocalizedText.of("påskdagen", "Easter Sunday"));
            }
            return Optional.of(LocalizedText.of(
                    distance + (distance == 1 ? " dag " : " dagar ") + (days < 0 ? "före" : "efter") + " påskdagen",
                    distance + (distance == 1 ? " day " : " days ") + (days < 0 ? "before" : "after")
                            + " Easter Sunday"));
        }
    }

    /**
     * A weekday counted within a month, such as the last Sunday of March.
     *
     * @param nth 1 to 5 from the month's start, or -1 to -5 from its end
     * @param weekday the day of the week
     * @param month the month; none for every month
     */
    record Weekday(int nth, DayOfWeek weekday, Optional<Month> month) implements MovableDay {

        private static final List<String> SWEDISH = List.of("första", "andra", "tredje", "fjärde", "femte");
        private static final List<String> SWEDISH_FROM_END =
                List.of("sista", "näst sista", "tredje sista", "fjärde sista", "femte sista");
        private static final List<String> ENGLISH = List.of("first", "second", "third", "fourth", "fifth");
        private static final List<String> ENGLISH_FROM_END =
                List.of("last", "second to last", "third to last", "fourth to last", "fifth to last");

        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException if the number is zero, or further than five from it
         */
        public Weekday {
            requireNonNull(weekday, "weekday");
            requireNonNull(month, "month");
            if (nth == 0 || nth < -5 || nth > 5) {
                throw new IllegalArgumentException(
                        "The weekday is number %s of the month; expected 1 to 5, or -1 to -5 from the end."
                                .formatted(nth));
            }
        }

        /**
         * A weekday of every month.
         *
         * @param nth 1 to 5 from the month's start, or -1 to -5 from its end
         * @param weekday the day of the week
         * @return the day
         */
        public static Weekday ofEveryMonth(int nth, DayOfWeek weekday) {
            return new Weekday(nth, weekday, Optional.empty());
        }

        /**
         * A weekday of one month.
         *
         * @param nth 1 to 5 from the month's start, or -1 to -5 from its end
         * @param weekday the day of the week
         * @param month the month
         * @return the day
         */
        public static Weekday of(int nth, DayOfWeek weekday, Month month) {
            return new Weekday(nth, weekday, Optional.of(month));
        }

        @Override
        public Optional<LocalizedText> nameOn(LocalDate date, MunicipalCalendar calendar) {
            if (date.getDayOfWeek() != weekday || (month.isPresent() && date.getMonth() != month.get())) {
                return Optional.empty();
            }
            int fromStart = (date.getDayOfMonth() - 1) / 7 + 1;
            int fromEnd = -((date.lengthOfMonth() - date.getDayOfMonth()) / 7 + 1);
            if (nth != fromStart && nth != fromEnd) {
                return Optional.empty();
            }
            return Optional.of(LocalizedText.of(
                    ordinal(SWEDISH, SWEDISH_FROM_END) + " " + weekday.getDisplayName(TextStyle.FULL, locale("sv-SE"))
                            + "en i "
                            + month(locale("sv-SE"), "månaden"),
                    "the " + ordinal(ENGLISH, ENGLISH_FROM_END) + " "
                            + weekday.getDisplayName(TextStyle.FULL, locale("en-GB"))
                            + " of "
                            + month(locale("en-GB"), "the month")));
        }

        private String month(Locale locale, String any) {
            return month.map(named -> named.getDisplayName(TextStyle.FULL, locale))
                    .orElse(any);
        }

        private String ordinal(List<String> fromStart, List<String> fromEnd) {
            return (nth > 0 ? fromStart : fromEnd).get(Math.abs(nth) - 1);
        }
    }

    /**
     * The same date every year.
     *
     * @param date the date; 29 February comes in leap years only
     */
    record Yearly(MonthDay date) implements MovableDay {

        private static final DateTimeFormatter SWEDISH = DateTimeFormatter.ofPattern("d MMMM", locale("sv-SE"));
        private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM", locale("en-GB"));

        /** Checks that the date is there. */
        public Yearly {
            requireNonNull(date, "date");
        }

        @Override
        public Optional<LocalizedText> nameOn(LocalDate on, MunicipalCalendar calendar) {
            if (on.getMonthValue() != date.getMonthValue() || on.getDayOfMonth() != date.getDayOfMonth()) {
                return Optional.empty();
            }
            return Optional.of(LocalizedText.of(SWEDISH.format(on), ENGLISH.format(on)));
        }
    }

    /**
     * Days of numbered weeks (ISO 8601), such as Monday to Friday of weeks 27 to 31.
     *
     * @param first the first week, 1 to 53
     * @param last the last week, not before the first; in a year of 52 weeks the 53rd does not occur
     * @param every 1 for each of these weeks, 2 for every other from the first, and so on
     * @param weekdays the days, at least one
     */
    record Weeks(int first, int last, int every, Set<DayOfWeek> weekdays) implements MovableDay {

        /**
         * Copies and checks.
         *
         * @throws IllegalArgumentException if a number is out of bounds or there is no day
         */
        public Weeks {
            if (first < 1 || last > 53 || first > last || every < 1 || every > 52) {
                throw new IllegalArgumentException(
                        "The weeks are %s to %s, one in %s; expected 1 to 53 in order.".formatted(first, last, every));
            }
            if (weekdays.isEmpty()) {
                throw new IllegalArgumentException("The rule names no day of the week; expected at least one.");
            }
            weekdays = Collections.unmodifiableSet(EnumSet.copyOf(weekdays));
        }

        @Override
        public Optional<LocalizedText> nameOn(LocalDate date, MunicipalCalendar calendar) {
            int week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            if (week < first || week > last || (week - first) % every != 0 || !weekdays.contains(date.getDayOfWeek())) {
                return Optional.empty();
            }
            return Optional.of(LocalizedText.of("vecka " + week, "week " + week));
        }
    }

    private static Locale locale(String tag) {
        return Locale.forLanguageTag(tag);
    }
}
