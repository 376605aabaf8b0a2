/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.time.ZoneClock;
import org.municipalsafety.roster.plan.Window;

/**
 * Whether a window is open, looked up by the local time that the wall has shown (rule T2).
 *
 * <p>Thread-safe; what it answers never changes.
 */
final class Openings {

    private static final int DAY = 86_400;
    /** How far the next change is looked for: most windows have one each week. */
    private static final long FAR = 8L * DAY;

    /** Whether it is open, and the day class that decided, if one did. */
    record Opening(boolean open, @Nullable DayClass decisive) {
        static final Opening OPEN = new Opening(true, null);
        static final Opening CLOSED = new Opening(false, null);

        static Opening of(boolean open, @Nullable DayClass decisive) {
            return decisive != null ? new Opening(open, decisive) : open ? OPEN : CLOSED;
        }

        @SuppressWarnings("ReferenceEquality")
        boolean same(Opening other) {
            return this == other || equals(other);
        }
    }

    /** A part of a day in which no span begins or ends. Who asks for many brings one along to be written to. */
    static final class Part {
        private long from;
        private long until;
        private Opening opening = Opening.CLOSED;
    }

    private final boolean always;
    private final boolean never;
    private final OpenDays days;

    Openings(Window window, MunicipalCalendar calendar) {
        this.always = window.equals(Window.ALWAYS);
        this.never = window.hours().isEmpty();
        this.days = new OpenDays(window, calendar);
    }

    /** Whether the window is open at the stretch's instant. */
    boolean isOpen(Stretch stretch) {
        if (always || never) {
            return always;
        }
        read(stretch.local(), stretch.part());
        return stretch.part().opening.open();
    }

    /**
     * Whether the window is open, and how long that stays so at least: until the next change, or for a week. Only the
     * former is sharp. What lies beyond the edges that the stretch has already is not looked for.
     */
    Opening at(Stretch stretch) {
        return at(stretch, true);
    }

    /** The same where what is told of the opening may be equal beyond its edges. */
    Opening atNotSharply(Stretch stretch) {
        return at(stretch, false);
    }

    private Opening at(Stretch stretch, boolean sharply) {
        if (always) {
            return Opening.OPEN;
        }
        if (never) {
            return Opening.CLOSED;
        }
        long local = stretch.local();
        Part part = stretch.part();
        read(local, part);
        Opening found = part.opening;
        long from = part.from;
        long until = part.until;
        boolean changes = false;
        while (!changes && until < stretch.localUntil() && until - local < FAR) {
            read(until, part);
            changes = !part.opening.same(found);
            until = changes ? until : part.until;
        }
        stretch.localBefore(until, changes && sharply);
        changes = false;
        while (!changes && from > stretch.localFrom() && local - from < FAR) {
            read(from - 1, part);
            changes = !part.opening.same(found);
            from = changes ? from : part.from;
        }
        stretch.localNotBefore(from, changes && sharply);
        return found;
    }

    private void read(long local, Part part) {
        long day = Math.floorDiv(local, (long) DAY);
        long midnight = day * DAY;
        part.from = midnight;
        part.until = midnight + DAY;
        part.opening = Opening.CLOSED;
        // A span ends at 48:00 at the latest: what is open on a day began on it or on the day before.
        OpenDays.Spans before = days.on(day - 1);
        if (before.reach() > DAY) {
            read(before, midnight - DAY, local, part);
        }
        read(days.on(day), midnight, local, part);
    }

    private static void read(OpenDays.Spans spans, long midnight, long local, Part part) {
        for (int i = 0; i < spans.size(); i++) {
            long start = midnight + spans.start(i);
            long end = midnight + spans.end(i);
            if (start > local) {
                part.until = Math.min(start, part.until);
            } else if (end > local) {
                part.from = Math.max(start, part.from);
                part.until = Math.min(end, part.until);
                part.opening = weightier(part.opening, spans.opening(i));
            } else {
                part.from = Math.max(end, part.from);
            }
        }
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

    /** Whether the window is open at any time between two instants. */
    boolean anyBetween(Instant startInclusive, Instant endExclusive, ZoneClock clock) {
        if (always || never || !startInclusive.isBefore(endExclusive)) {
            return always && startInclusive.isBefore(endExclusive);
        }
        long end = endExclusive.getEpochSecond() + (endExclusive.getNano() > 0 ? 1 : 0);
        Part part = new Part();
        long second = startInclusive.getEpochSecond();
        while (second < end) {
            read(clock.shown(second), part);
            if (part.opening.open()) {
                return true;
            }
            second = clock.second(part.until);
        }
        return false;
    }
}
