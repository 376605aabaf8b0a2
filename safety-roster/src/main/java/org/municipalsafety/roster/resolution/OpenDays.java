/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.calendar.NamedDay;
import org.municipalsafety.roster.plan.Window;

/**
 * Which spans of a window begin on a day, by its number since 1970-01-01.
 *
 * <p>Few days differ from each other. Where day classes play a part, a month of days is looked up in the calendar at
 * once and kept; of the months that share a place the one asked about last, so that eleven years are kept at most.
 *
 * <p>Thread-safe; what it answers never changes.
 */
final class OpenDays {

    private static final int SECONDS_OF_A_MINUTE = 60;
    /** A month has 2^5 days, and 2^7 of them are kept. */
    private static final int MONTH = 5;

    private static final int KEPT = 1 << 7;

    /** The spans that begin on a day, in seconds from its midnight. */
    static final class Spans {
        private final int[] starts;
        private final int[] ends;
        private final Openings.Opening[] openings;
        private final int reach;

        Spans(int[] starts, int[] ends, Openings.Opening[] openings) {
            this.starts = starts;
            this.ends = ends;
            this.openings = openings;
            this.reach = Arrays.stream(ends).max().orElse(0);
        }

        int size() {
            return starts.length;
        }

        int start(int index) {
            return starts[index];
        }

        int end(int index) {
            return ends[index];
        }

        Openings.Opening opening(int index) {
            return openings[index];
        }

        /** When the last one ends. */
        int reach() {
            return reach;
        }
    }

    /** Nothing of it changes: any thread sees it whole or not at all. */
    private static final class Month {
        private final long number;
        private final Spans[] days;

        Month(long number, Spans[] days) {
            this.number = number;
            this.days = days;
        }
    }

    private final List<Window.Hours> hours;
    private final @Nullable MunicipalCalendar calendar;
    private final Spans[] weekdays = new Spans[7];
    private final Map<List<Openings.@Nullable Opening>, Spans> known = new ConcurrentHashMap<>();
    private final @Nullable Month[] months;

    OpenDays(Window window, MunicipalCalendar calendar) {
        this.hours = window.hours();
        boolean classes = hours.stream()
                .anyMatch(one -> !one.classes().isEmpty() || !one.except().isEmpty());
        this.calendar = classes ? calendar : null;
        this.months = new Month[classes ? KEPT : 0];
        for (DayOfWeek weekday : DayOfWeek.values()) {
            weekdays[weekday.getValue() - 1] = spans(weekday, List.of());
        }
    }

    /** The spans that begin on a day. */
    Spans on(long day) {
        if (calendar == null) {
            return weekdays[weekday(day)];
        }
        long number = day >> MONTH;
        int place = (int) number & (KEPT - 1);
        Month month = months[place];
        if (month == null || month.number != number) {
            month = month(number, calendar);
            months[place] = month;
        }
        return month.days[(int) day & ((1 << MONTH) - 1)];
    }

    /** The first of January 1970 was a Thursday. */
    private static int weekday(long day) {
        return (int) Math.floorMod(day + 3, 7L);
    }

    private Month month(long number, MunicipalCalendar days) {
        Spans[] all = new Spans[1 << MONTH];
        for (int i = 0; i < all.length; i++) {
            long day = (number << MONTH) + i;
            List<NamedDay> entries = days.daysOn(LocalDate.ofEpochDay(day));
            int weekday = weekday(day);
            all[i] = entries.isEmpty() ? weekdays[weekday] : spans(DayOfWeek.of(weekday + 1), entries);
        }
        return new Month(number, all);
    }

    private Spans spans(DayOfWeek weekday, List<NamedDay> entries) {
        List<Openings.@Nullable Opening> openings = new ArrayList<>(hours.size());
        for (Window.Hours one : hours) {
            boolean counts = one.days().contains(weekday);
            DayClass asClass = counts ? null : first(one.classes(), entries);
            DayClass against = first(one.except(), entries);
            openings.add(
                    counts || asClass != null
                            ? Openings.Opening.of(against == null, against == null ? asClass : against)
                            : null);
        }
        Spans found = known.get(openings);
        if (found == null) {
            found = spans(openings);
            known.put(openings, found);
        }
        return found;
    }

    private Spans spans(List<Openings.@Nullable Opening> openings) {
        int count = 0;
        int[] starts = new int[hours.size()];
        int[] ends = new int[hours.size()];
        Openings.Opening[] all = new Openings.Opening[hours.size()];
        for (int i = 0; i < hours.size(); i++) {
            Openings.Opening opening = openings.get(i);
            if (opening != null) {
                starts[count] = hours.get(i).span().startMinute() * SECONDS_OF_A_MINUTE;
                ends[count] = hours.get(i).span().endMinute() * SECONDS_OF_A_MINUTE;
                all[count] = opening;
                count++;
            }
        }
        return new Spans(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count), Arrays.copyOf(all, count));
    }

    private static @Nullable DayClass first(Set<DayClass> asked, List<NamedDay> entries) {
        for (DayClass candidate : asked) {
            for (NamedDay entry : entries) {
                if (entry.dayClass().equals(candidate)) {
                    return candidate;
                }
            }
        }
        return null;
    }
}
