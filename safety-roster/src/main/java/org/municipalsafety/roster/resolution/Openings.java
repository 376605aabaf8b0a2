/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.municipalsafety.roster.plan.Window;
import org.threeten.extra.Interval;

/** The hours of a window as instants. */
final class Openings {

    /** A span may start two days before the day on which it ends, and the clock may be set across a midnight. */
    private static final int DAYS_BACK = 3;

    /** Every weekly window opens and closes within a week, the clock set across a midnight. */
    private static final int DAYS_AROUND = 9;

    private final Window window;
    private final ZoneId zone;

    Openings(Window window, ZoneId zone) {
        this.window = window;
        this.zone = zone;
    }

    boolean always() {
        return window.equals(Window.ALWAYS);
    }

    /** Whether the window is open, and how long that stays so; the stretch may end earlier, never later. */
    boolean at(Instant at, Stretch stretch) {
        if (always()) {
            return true;
        }
        if (window.hours().isEmpty()) {
            return false;
        }
        LocalDate day = LocalDate.ofInstant(at, zone);
        LocalDate first = day.minusDays(DAYS_AROUND);
        LocalDate last = day.plusDays(DAYS_AROUND);
        List<Interval> spans = new ArrayList<>();
        for (LocalDate start = first.minusDays(DAYS_BACK); start.isBefore(last); start = start.plusDays(1)) {
            for (Window.Hours hours : window.hours()) {
                if (hours.days().contains(start.getDayOfWeek())) {
                    hours.span().on(start, zone).ifPresent(spans::add);
                }
            }
        }
        Instant from = Instant.MIN;
        Instant until = Instant.MAX;
        boolean open = false;
        for (Interval span : spans) {
            if (span.contains(at)) {
                open = true;
                break;
            }
        }
        // All edges around; those inside other spans cut the stretch too, which is harmless: equal answers are joined.
        for (Interval span : spans) {
            for (Instant edge : List.of(span.getStart(), span.getEnd())) {
                if (edge.isAfter(at)) {
                    until = edge.isBefore(until) ? edge : until;
                } else {
                    from = edge.isAfter(from) ? edge : from;
                }
            }
        }
        stretch.narrow(from, until);
        return open;
    }
}
