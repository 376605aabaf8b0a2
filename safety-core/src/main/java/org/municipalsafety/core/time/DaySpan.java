/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threeten.extra.Interval;

/**
 * A stretch of local time that belongs to the day on which it starts and may end after midnight, to 48:00 (rule C1).
 *
 * <p>{@code 16:30-25:30} is half past four in the afternoon until half past one the next morning. The end is not part
 * of the span: {@code 08:00-16:00} and {@code 16:00-24:00} touch and leave no hole.
 *
 * <pre>{@code
 * DaySpan.parse("16:30-25:30").on(LocalDate.parse("2026-11-27"), ZoneId.of("Europe/Stockholm"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param startMinute minutes after local midnight at which it starts, 0 to 1439
 * @param endMinute minutes after the same midnight at which it ends, after the start and at most 2880
 */
public record DaySpan(int startMinute, int endMinute) implements Comparable<DaySpan> {

    /** The whole day, {@code 00:00-24:00}. */
    public static final DaySpan ALL_DAY = new DaySpan(0, 1440);

    private static final Pattern TEXT = Pattern.compile("(\\d{2}):([0-5]\\d)-(\\d{2}):([0-5]\\d)");

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if the start is outside its day, the end not after the start, or past 48:00
     */
    public DaySpan {
        if (startMinute < 0 || startMinute >= 1440) {
            throw new IllegalArgumentException(
                    "The span starts at %s; expected 00:00 to 23:59.".formatted(clock(startMinute)));
        }
        if (endMinute <= startMinute) {
            throw new IllegalArgumentException(
                    """
                    The span %s-%s ends no later than it starts.
                    Maybe it ends on the next day: write %s.""".formatted(clock(startMinute), clock(endMinute), clock(endMinute + 1440)));
        }
        if (endMinute > 2880) {
            throw new IllegalArgumentException(
                    "The span ends at %s; expected 48:00 at the latest.".formatted(clock(endMinute)));
        }
    }

    /**
     * Reads {@code HH:MM-HH:MM}.
     *
     * @param text the text, with hours to 48
     * @return the span
     * @throws IllegalArgumentException if the text has another form or breaks a bound
     */
    public static DaySpan parse(String text) {
        requireNonNull(text, "text");
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("The span is not of the form HH:MM-HH:MM, such as 16:30-25:30.");
        }
        return new DaySpan(minute(parts, 1), minute(parts, 3));
    }

    /**
     * The span on a day, as instants (T2).
     *
     * @param day the day on which it starts
     * @param zone where
     * @return the interval, or nothing when a change of the clock leaves no time of it
     */
    public Optional<Interval> on(LocalDate day, ZoneId zone) {
        long midnight = WallClock.midnight(day);
        Instant start = WallClock.instant(midnight + startMinute * 60L, 0, zone);
        Instant end = WallClock.instant(midnight + endMinute * 60L, 0, zone);
        return start.isBefore(end) ? Optional.of(Interval.of(start, end)) : Optional.empty();
    }

    /**
     * Whether two spans of the same day share any minute.
     *
     * @param other the other span
     * @return true if they do
     */
    public boolean overlaps(DaySpan other) {
        return startMinute < other.endMinute && other.startMinute < endMinute;
    }

    @Override
    public int compareTo(DaySpan other) {
        int byStart = Integer.compare(startMinute, other.startMinute);
        return byStart != 0 ? byStart : Integer.compare(endMinute, other.endMinute);
    }

    /** The span as {@link #parse} reads it. */
    @Override
    public String toString() {
        return clock(startMinute) + "-" + clock(endMinute);
    }

    private static int minute(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group)) * 60 + Integer.parseInt(parts.group(group + 1));
    }

    /** Not by {@code %02d}, which writes the digits of the machine's locale. */
    private static String twoDigits(int number) {
        return number >= 0 && number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String clock(int minute) {
        return twoDigits(Math.floorDiv(minute, 60)) + ":" + twoDigits(Math.floorMod(minute, 60));
    }
}
