/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.calendar.NamedDay;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.plan.Window;

/** The hours of a window as instants. */
final class Openings {

    /** A span, open or, on a day that is excepted, closed for a reason. */
    private record Span(Instant start, Instant end, Opening opening) {}

    /** A day and the spans that reach into it. */
    private record Day(Instant from, Instant until, List<Span> spans) {}

    private final Window window;
    private final boolean always;
    private final MunicipalCalendar calendar;
    private final ZoneId zone;
    /** The day asked about last: whoever goes through an interval asks about it again. Any thread may replace it. */
    private volatile Day last = new Day(Instant.MAX, Instant.MAX, List.of());

    Openings(Window window, MunicipalCalendar calendar, ZoneId zone) {
        this.window = window;
        this.calendar = calendar;
        this.always = window.equals(Window.ALWAYS);
        this.zone = zone;
    }

    /** Whether it is open, and the day class that decided, if one did. */
    record Opening(boolean open, @Nullable DayClass decisive) {
        static final Opening ALWAYS = new Opening(true, null);
        static final Opening CLOSED = new Opening(false, null);
    }

    /**
     * Whether the window is open, and how long that stays so at least: until the next edge, or the end of the day.
     * Equal answers are joined later, so that a stretch that ends too early is harmless.
     */
    Opening at(Instant at, Stretch stretch) {
        if (always) {
            return Opening.ALWAYS;
        }
        if (window.hours().isEmpty()) {
            return Opening.CLOSED;
        }
        Day day = last;
        if (at.isBefore(day.from) || !at.isBefore(day.until)) {
            day = day(at);
            last = day;
        }
        Instant from = day.from;
        Instant until = day.until;
        Opening found = Opening.CLOSED;
        for (Span span : day.spans) {
            if (span.start.isAfter(at)) {
                until = span.start.isBefore(until) ? span.start : until;
            } else if (span.end.isAfter(at)) {
                from = span.start.isAfter(from) ? span.start : from;
                until = span.end.isBefore(until) ? span.end : until;
                found = weightier(found, span.opening);
            } else {
                from = span.end.isAfter(from) ? span.end : from;
            }
        }
        stretch.narrow(from, until);
        return found;
    }

    private Day day(Instant at) {
        LocalDate date = LocalDate.ofInstant(at, zone);
        Instant until = WallClock.startOf(date.plusDays(1), zone);
        while (!until.isAfter(at)) {
            // The clock was set back over midnight: the next day began before this one ended.
            date = date.plusDays(1);
            until = WallClock.startOf(date.plusDays(1), zone);
        }
        List<Span> spans = new ArrayList<>();
        // A span ends at 48:00 at the latest: what is open on a day began on it or on the day before.
        for (int back = 1; back >= 0; back--) {
            LocalDate begun = date.minusDays(back);
            for (Window.Hours hours : window.hours()) {
                if (hours.span().endMinute() <= back * 1440) {
                    continue;
                }
                boolean weekday = hours.days().contains(begun.getDayOfWeek());
                DayClass counts = weekday ? null : first(hours.classes(), begun);
                if (!weekday && counts == null) {
                    continue;
                }
                DayClass against = first(hours.except(), begun);
                LocalDateTime midnight = begun.atStartOfDay();
                spans.add(new Span(
                        WallClock.instant(midnight.plusMinutes(hours.span().startMinute()), zone),
                        WallClock.instant(midnight.plusMinutes(hours.span().endMinute()), zone),
                        new Opening(against == null, against == null ? counts : against)));
            }
        }
        return new Day(WallClock.startOf(date, zone), until, spans);
    }

    /** Open beats closed, and a day of the week beats a class: the plainest ground is the one that is told. */
    private static Opening weightier(Opening one, Opening other) {
        if (one.open() != other.open()) {
            return one.open() ? one : other;
        }
        if (one.open()) {
            return one.decisive() == null ? one : other;
        }
        return one.decisive() == null ? other : one;
    }

    private @Nullable DayClass first(Set<DayClass> asked, LocalDate date) {
        if (asked.isEmpty()) {
            return null;
        }
        List<NamedDay> entries = calendar.daysOn(date);
        if (entries.isEmpty()) {
            return null;
        }
        for (DayClass candidate : asked) {
            for (NamedDay entry : entries) {
                if (entry.dayClass().equals(candidate)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    /** Whether the window is open at any time between two instants. */
    boolean anyBetween(Instant startInclusive, Instant endExclusive) {
        Instant at = startInclusive;
        while (at.isBefore(endExclusive)) {
            Stretch stretch = new Stretch();
            if (at(at, stretch).open()) {
                return true;
            }
            at = stretch.until();
        }
        return false;
    }
}
