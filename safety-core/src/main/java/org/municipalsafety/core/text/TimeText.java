/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.text;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.threeten.extra.Interval;

/**
 * Times as people write them: {@code torsdag 26 november 2026 kl. 17.00}, or {@code Thursday 26 November 2026 at
 * 17:00}.
 *
 * <p>Writes Swedish for a Swedish locale and English for every other. A time that is not on a full minute is written
 * with its seconds. Where the clock is set back, the two times that read alike are told apart by their offset.
 *
 * <p>Immutable and thread-safe.
 */
public final class TimeText {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final Locale ENGLISH = Locale.forLanguageTag("en-GB");

    private final ZoneId zone;
    private final boolean swedish;
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter second;

    private TimeText(Locale locale, ZoneId zone) {
        this.zone = requireNonNull(zone, "zone");
        this.swedish = isSwedish(locale);
        Locale written = swedish ? SWEDISH : ENGLISH;
        this.day = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", written);
        this.minute = DateTimeFormatter.ofPattern(swedish ? "HH.mm" : "HH:mm", written);
        this.second = DateTimeFormatter.ofPattern(swedish ? "HH.mm.ss" : "HH:mm:ss", written);
    }

    /**
     * A writer for one reader.
     *
     * @param locale the reader's language; Swedish, or else English is written
     * @param zone where the reader is
     * @return the writer
     */
    public static TimeText of(Locale locale, ZoneId zone) {
        return new TimeText(locale, zone);
    }

    /**
     * Whether texts for this locale are Swedish; for every other they are English.
     *
     * @param locale the reader's language
     * @return true for Swedish
     */
    public static boolean isSwedish(Locale locale) {
        return locale.getLanguage().equals("sv");
    }

    /**
     * A date: {@code torsdag 26 november 2026}.
     *
     * @param date the date
     * @return the text
     */
    public String date(LocalDate date) {
        return day.format(date);
    }

    /**
     * A date with its time: {@code torsdag 26 november 2026 kl. 17.00}.
     *
     * @param instant the instant
     * @return the text
     */
    public String dateTime(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return day.format(local) + (swedish ? " kl. " : " at ") + clock(local);
    }

    /**
     * The time alone: {@code 17.00}, or {@code 17:00} in English.
     *
     * @param instant the instant
     * @return the text
     */
    public String time(Instant instant) {
        return clock(instant.atZone(zone));
    }

    /**
     * An interval: with the date once when it lies within one day.
     *
     * @param interval the interval, bounded
     * @return such as {@code fredag 27 november 2026 kl. 08.00 till 16.00}
     */
    public String interval(Interval interval) {
        ZonedDateTime start = interval.getStart().atZone(zone);
        ZonedDateTime end = interval.getEnd().atZone(zone);
        String to = swedish ? " till " : " to ";
        return dateTime(interval.getStart())
                + to
                + (start.toLocalDate().equals(end.toLocalDate()) ? clock(end) : dateTime(interval.getEnd()));
    }

    /**
     * An elapsed time: {@code 2 dygn 3 timmar 5 minuter}, in English {@code 2 days 3 hours 5 minutes}. A day is 24
     * hours (T4).
     *
     * @param duration the time, not negative
     * @return the text; parts that are zero are left out
     */
    public String duration(Duration duration) {
        List<String> parts = new ArrayList<>();
        add(parts, duration.toDays(), "dygn", "dygn", "day", "days");
        add(parts, duration.toHoursPart(), "timme", "timmar", "hour", "hours");
        add(parts, duration.toMinutesPart(), "minut", "minuter", "minute", "minutes");
        add(parts, duration.toSecondsPart(), "sekund", "sekunder", "second", "seconds");
        return parts.isEmpty() ? (swedish ? "0 sekunder" : "0 seconds") : String.join(" ", parts);
    }

    private void add(List<String> parts, long n, String en, String flera, String one, String many) {
        if (n != 0) {
            parts.add(n + " " + (swedish ? (n == 1 ? en : flera) : (n == 1 ? one : many)));
        }
    }

    private String clock(ZonedDateTime local) {
        LocalTime time = local.toLocalTime();
        DateTimeFormatter form = time.truncatedTo(ChronoUnit.MINUTES).equals(time) ? minute : second;
        boolean twice = zone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1;
        return form.format(local) + (twice ? " (UTC" + local.getOffset() + ")" : "");
    }
}
