/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.measure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * A period as it was announced, beside the interval that it means (rule M3).
 *
 * <p>"Från torsdag kväll till och med måndag" begins when the municipality's evening begins and ends when Tuesday does:
 * the last day is part of the period.
 *
 * <pre>{@code
 * var stated = new StatedPeriod(LocalizedText.of("från torsdag kväll till och med måndag", "from Thursday evening …"),
 *         LocalDate.parse("2026-11-26"), Optional.of(DayPart.EVENING), LocalDate.parse("2026-11-30"));
 * stated.interval(Map.of(DayPart.EVENING, LocalTime.of(18, 0)), ZoneId.of("Europe/Stockholm"));
 * // 2026-11-26T17:00:00Z/2026-11-30T23:00:00Z
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param wording the original wording
 * @param firstDay the day on which it begins
 * @param firstPart the part of that day, none for its first instant
 * @param lastDay the last day, which belongs to the period
 */
public record StatedPeriod(LocalizedText wording, LocalDate firstDay, Optional<DayPart> firstPart, LocalDate lastDay) {

    /**
     * Checks the order of the days.
     *
     * @throws IllegalArgumentException if the last day is before the first
     */
    public StatedPeriod {
        requireNonNull(wording, "wording");
        requireNonNull(firstDay, "firstDay");
        requireNonNull(firstPart, "firstPart");
        if (requireNonNull(lastDay, "lastDay").isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "The last day (%s) must not be before the first (%s).".formatted(lastDay, firstDay));
        }
    }

    /**
     * The interval that the wording means.
     *
     * @param dayParts when the municipality's parts of the day begin
     * @param zone where
     * @return from the start, to the first instant of the day after the last
     * @throws IllegalArgumentException if the table lacks the part of the day
     */
    public Interval interval(Map<DayPart, LocalTime> dayParts, ZoneId zone) {
        Instant end = WallClock.startOf(lastDay.plusDays(1), zone);
        if (firstPart.isEmpty()) {
            return Interval.of(WallClock.startOf(firstDay, zone), end);
        }
        LocalTime begins = dayParts.get(firstPart.get());
        if (begins == null) {
            throw new IllegalArgumentException("""
                    The period begins in the part of the day %s, whose hour is not given.
                    Maybe dayParts lacks it.""".formatted(firstPart.get()));
        }
        return Interval.of(WallClock.instant(LocalDateTime.of(firstDay, begins), zone), end);
    }
}
