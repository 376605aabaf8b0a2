/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * Which hours an agreement counts as major holidays (storhelg): from a time on the day before certain days to a time on
 * the first working day after them. What an agreement says is its own; so nothing of it is in the library (rule W1).
 *
 * <pre>{@code
 * new MajorHolidays("AB bilaga, fönster A", LocalDate.of(2023, 10, 1), LocalDate.MAX,
 *         List.of("langfredagen", "midsommarafton", "julafton", "nyarsafton"),
 *         LocalTime.of(18, 0), LocalTime.of(7, 0), Set.of(DayClass.RED_DAY, DayClass.DE_FACTO_HOLIDAY));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param source where it is written
 * @param validFrom the first named day for which it holds
 * @param validTo the last named day for which it holds
 * @param days the days by their ids in the calendar, such as {@code julafton}
 * @param from when it begins on the day before such a day
 * @param until when it ends on the first working day after it
 * @param free the day classes that, with Saturdays and Sundays, are no working days
 */
public record MajorHolidays(
        String source,
        LocalDate validFrom,
        LocalDate validTo,
        List<String> days,
        LocalTime from,
        LocalTime until,
        Set<DayClass> free) {

    /** Easter and the days around it are longer than any weekend; a month without a working day is a mistake. */
    private static final int LONGEST = 31;

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if no source is named, or it ends before it begins
     */
    public MajorHolidays {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        days = List.copyOf(days);
        free = Set.copyOf(free);
        if (source.isBlank() || validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("Found the source \"%s\" and the days %s to %s; expected both in order."
                    .formatted(source, validFrom, validTo));
        }
    }

    /**
     * The hours that an interval meets.
     *
     * @param interval the interval, bounded
     * @param calendar says when the days are
     * @param zone where
     * @return whole holidays, those that overlap joined, in order
     * @throws IllegalArgumentException if the calendar has no day of such an id
     */
    public List<Interval> within(Interval interval, MunicipalCalendar calendar, ZoneId zone) {
        for (String id : days) {
            if (!calendar.dayIds().containsKey(id)) {
                throw new IllegalArgumentException("The calendar has no day %s; it has %s."
                        .formatted(id, calendar.dayIds().keySet()));
            }
        }
        List<Interval> found = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(interval.getEnd(), zone).plusDays(2);
        for (LocalDate day = LocalDate.ofInstant(interval.getStart(), zone).minusDays(LONGEST);
                day.isBefore(last);
                day = day.plusDays(1)) {
            boolean named = calendar.daysOn(day).stream().anyMatch(one -> days.contains(one.id()));
            if (!named || day.isBefore(validFrom) || day.isAfter(validTo)) {
                continue;
            }
            Interval holiday = Interval.of(
                    WallClock.instant(day.minusDays(1).atTime(from), zone),
                    WallClock.instant(workingDayAfter(day, calendar).atTime(until), zone));
            Optional<Interval> before = found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
            if (before.isPresent() && !holiday.getStart().isAfter(before.get().getEnd())) {
                found.set(found.size() - 1, before.get().span(holiday));
            } else {
                found.add(holiday);
            }
        }
        found.removeIf(holiday -> !holiday.overlaps(interval));
        return List.copyOf(found);
    }

    private LocalDate workingDayAfter(LocalDate day, MunicipalCalendar calendar) {
        for (int ahead = 1; ahead < LONGEST; ahead++) {
            LocalDate next = day.plusDays(ahead);
            boolean weekend = next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!weekend && Collections.disjoint(calendar.classesOf(next), free)) {
                return next;
            }
        }
        throw new IllegalArgumentException("After %s there is no working day within a month.".formatted(day));
    }
}
