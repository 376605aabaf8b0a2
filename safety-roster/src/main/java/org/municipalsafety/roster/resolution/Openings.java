/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.plan.Window;

/** The hours of a window as instants. */
final class Openings {

    private final Window window;
    private final boolean always;
    private final ZoneId zone;

    Openings(Window window, ZoneId zone) {
        this.window = window;
        this.always = window.equals(Window.ALWAYS);
        this.zone = zone;
    }

    /**
     * Whether the window is open, and how long that stays so at least: until the next edge, or the end of the day.
     * Equal answers are joined later, so that a stretch that ends too early is harmless.
     */
    boolean at(Instant at, Stretch stretch) {
        if (always) {
            return true;
        }
        if (window.hours().isEmpty()) {
            return false;
        }
        LocalDate day = LocalDate.ofInstant(at, zone);
        Instant until = WallClock.startOf(day.plusDays(1), zone);
        while (!until.isAfter(at)) {
            // The clock was set back over midnight: the next day began before this one ended.
            day = day.plusDays(1);
            until = WallClock.startOf(day.plusDays(1), zone);
        }
        Instant from = WallClock.startOf(day, zone);
        boolean open = false;
        // A span ends at 48:00 at the latest: what is open on a day began on it or on the day before.
        for (int back = 1; back >= 0; back--) {
            LocalDate begun = day.minusDays(back);
            for (Window.Hours hours : window.hours()) {
                if (hours.span().endMinute() <= back * 1440 || !hours.days().contains(begun.getDayOfWeek())) {
                    continue;
                }
                LocalDateTime midnight = begun.atStartOfDay();
                Instant start =
                        WallClock.instant(midnight.plusMinutes(hours.span().startMinute()), zone);
                Instant end =
                        WallClock.instant(midnight.plusMinutes(hours.span().endMinute()), zone);
                if (start.isAfter(at)) {
                    until = start.isBefore(until) ? start : until;
                } else if (end.isAfter(at)) {
                    open = true;
                    from = start.isAfter(from) ? start : from;
                    until = end.isBefore(until) ? end : until;
                } else {
                    from = end.isAfter(from) ? end : from;
                }
            }
        }
        stretch.narrow(from, until);
        return open;
    }

    /** Whether the window is open at any time between two instants. */
    boolean anyBetween(Instant startInclusive, Instant endExclusive) {
        Instant at = startInclusive;
        while (at.isBefore(endExclusive)) {
            Stretch stretch = new Stretch();
            if (at(at, stretch)) {
                return true;
            }
            at = stretch.until();
        }
        return false;
    }
}
