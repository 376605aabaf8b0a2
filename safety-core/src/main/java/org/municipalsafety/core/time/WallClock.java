/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneRules;
import org.threeten.extra.Interval;

/**
 * What the clock on the wall says, as instants.
 *
 * <p>Rule T2: a local date-time in a zone names <em>the first instant whose local date-time is not before it</em>. In a
 * spring gap that is the transition, in an autumn overlap the first occurrence. The rule is the same for starts and for
 * ends, so that two spans which touch on paper touch in time as well.
 *
 * <pre>{@code
 * var stockholm = ZoneId.of("Europe/Stockholm");
 * WallClock.instant(LocalDateTime.parse("2026-03-29T02:30"), stockholm); // 2026-03-29T01:00:00Z, the transition
 * WallClock.instant(LocalDateTime.parse("2026-10-25T02:30"), stockholm); // 2026-10-25T00:30:00Z, the first of two
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 */
public final class WallClock {

    private WallClock() {}

    /**
     * The first instant whose local date-time is not before the given one (T2).
     *
     * @param local the date and time on the wall
     * @param zone where the wall is
     * @return the instant; never before the local date-time by the zone's rules
     */
    public static Instant instant(LocalDateTime local, ZoneId zone) {
        requireNonNull(local, "local");
        return instant(local.toEpochSecond(ZoneOffset.UTC), local.get(ChronoField.NANO_OF_SECOND), zone);
    }

    /** The same of a local date-time that is counted in seconds as if the wall were in UTC. */
    static Instant instant(long localSecond, int nano, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        if (rules.isFixedOffset()) {
            return Instant.ofEpochSecond(
                    localSecond - rules.getOffset(Instant.EPOCH).getTotalSeconds(), nano);
        }
        return ZoneClock.of(zone).instant(localSecond, nano);
    }

    /**
     * The first instant of a day (T2): where midnight does not exist, the transition.
     *
     * @param day the day
     * @param zone where
     * @return its first instant
     */
    public static Instant startOf(LocalDate day, ZoneId zone) {
        return instant(midnight(day), 0, zone);
    }

    /** The midnight with which a day begins, counted in seconds as if the wall were in UTC. */
    static long midnight(LocalDate day) {
        return day.toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC);
    }

    /**
     * A whole number of days as an interval, from the first instant of one to the first instant of another.
     *
     * @param startInclusive the first day
     * @param endExclusive the day after the last, after {@code startInclusive}
     * @param zone where
     * @return the interval
     * @throws IllegalArgumentException if the days are in the wrong order, or the zone skips all of them
     */
    public static Interval days(LocalDate startInclusive, LocalDate endExclusive, ZoneId zone) {
        Instant start = startOf(startInclusive, zone);
        Instant end = startOf(endExclusive, zone);
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("""
                    The days from %s until %s in %s hold no time.
                    Maybe the two are in the wrong order; the second is the day after the last.""".formatted(startInclusive, endExclusive, zone));
        }
        return Interval.of(start, end);
    }

    /**
     * Checks that an interval is bounded and not empty (T1).
     *
     * @param interval the interval
     * @param what what it is, for the message
     * @return the same interval
     * @throws IllegalArgumentException if it is empty or unbounded
     */
    public static Interval requireBounded(Interval interval, String what) {
        requireNonNull(interval, what);
        if (interval.isEmpty() || interval.isUnboundedStart() || interval.isUnboundedEnd()) {
            throw new IllegalArgumentException(
                    "The %s (%s) must have a start, an end and some time between them.".formatted(what, interval));
        }
        return interval;
    }
}
