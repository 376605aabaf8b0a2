/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.icalendar;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;
import org.threeten.extra.Interval;

/**
 * A calendar that is being written, line by line.
 *
 * <pre>{@code
 * var calendar = CalendarText.of("-//example//duties//SV");
 * calendar.begin("VEVENT").line("UID", "1@example.org").utc("DTSTAMP", now);
 * calendar.time("DTSTART", start, zone).text("SUMMARY", "TIB: björk").end("VEVENT");
 * calendar.toString();   // with END:VCALENDAR
 * }</pre>
 *
 * <p>Lines end with CR LF and are folded between characters, so that none has more than 75 octets. Nothing that stands
 * in a text can begin a line. Whether the components and properties make sense together is the caller's matter.
 *
 * <p>Confined to one thread.
 */
public final class CalendarText {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final int OCTETS_PER_LINE = 75;
    /** Longer than from a clock change to either end of its day, wherever a day begins. */
    private static final Duration NEAR = Duration.ofHours(36);

    private final StringBuilder out = new StringBuilder();

    private CalendarText() {}

    /**
     * Begins a calendar of version 2.0.
     *
     * @param producer which program writes it, such as {@code -//example//duties//SV}
     * @return the calendar
     */
    public static CalendarText of(String producer) {
        requireNonNull(producer, "producer");
        return new CalendarText().begin("VCALENDAR").line("VERSION", "2.0").line("PRODID", producer);
    }

    /**
     * Begins a component.
     *
     * @param component such as {@code VEVENT}
     * @return this
     */
    public CalendarText begin(String component) {
        return line("BEGIN", component);
    }

    /**
     * Ends a component.
     *
     * @param component the one that was begun last
     * @return this
     */
    public CalendarText end(String component) {
        return line("END", component);
    }

    /**
     * Writes a property whose value is no text: a word, a number, a UID.
     *
     * @param property its name, with parameters if it has any
     * @param value its value, without control characters
     * @return this
     * @throws IllegalArgumentException if there is a control character in either
     */
    public CalendarText line(String property, String value) {
        String line = property + ":" + value;
        if (line.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("""
                    The value of %s holds a control character; expected a word, a number or an id.
                    Maybe it is a text: those are escaped.""".formatted(property.replaceAll("\\p{Cc}", " ")));
        }
        fold(line);
        return this;
    }

    /**
     * Writes a property whose value is a text that people read: a line break is written as such, and of the other
     * control characters the tab alone is kept.
     *
     * @param property its name, with parameters if it has any
     * @param text the text
     * @return this
     */
    public CalendarText text(String property, String text) {
        fold(property + ":" + escaped(text));
        return this;
    }

    /**
     * Writes a property whose value is a day.
     *
     * @param property its name, such as {@code DTSTART}
     * @param day the day
     * @return this
     */
    public CalendarText day(String property, LocalDate day) {
        return line(property + ";VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(day));
    }

    /**
     * Writes a property whose value is an instant, in UTC.
     *
     * @param property its name, such as {@code DTSTAMP}
     * @param at the instant
     * @return this
     */
    public CalendarText utc(String property, Instant at) {
        return line(property, LOCAL.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC)) + "Z");
    }

    /**
     * Writes a property whose value is an instant, as the clock of a zone shows it; the calendar then needs its
     * {@link #zone}. In UTC are those within a day and a half of a clock change, where programs read local times
     * differently, those of a zone whose summer time is not one hour, and all of a zone that has a fixed offset.
     *
     * @param property its name, such as {@code DTSTART}
     * @param at the instant
     * @param zone the zone
     * @return this
     */
    public CalendarText time(String property, Instant at, ZoneId zone) {
        return isFixed(zone) || isNearAChange(zone, at) || !summerIsAnHour(zone, at)
                ? utc(property, at)
                : line(property + ";TZID=" + zone.getId(), LOCAL.format(LocalDateTime.ofInstant(at, zone)));
    }

    /** On the day of a change some programs take the offset of the day's other end. */
    private static boolean isNearAChange(ZoneId zone, Instant at) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(at.minus(NEAR));
        return change != null && !change.getInstant().isAfter(at.plus(NEAR));
    }

    /** Some calendar programs take every summer time to be one hour, also that of Lord Howe Island. */
    private static boolean summerIsAnHour(ZoneId zone, Instant at) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition next = rules.nextTransition(at);
        Duration summer = rules.getDaylightSavings(at);
        if (summer.isZero() && next != null) {
            summer = rules.getDaylightSavings(next.getInstant());
        }
        return summer.isZero() || summer.equals(Duration.ofHours(1));
    }

    /** UTC, and zones such as {@code +01:00}, whose names iCalendar does not take. */
    private static boolean isFixed(ZoneId zone) {
        return zone.getRules().isFixedOffset();
    }

    /**
     * Writes the rules of a zone as a {@code VTIMEZONE}: every offset that an interval needs, each from the transition
     * that brought it in. A zone of a fixed offset needs none, and nothing is written.
     *
     * @param zone the zone
     * @param interval from the first instant to the last that the calendar names
     * @return this
     */
    public CalendarText zone(ZoneId zone, Interval interval) {
        if (isFixed(zone)) {
            return this;
        }
        ZoneRules rules = zone.getRules();
        begin("VTIMEZONE");
        line("TZID", zone.getId());
        ZoneOffsetTransition before =
                rules.previousTransition(interval.getStart().plusNanos(1));
        if (before == null) {
            ZoneOffset offset = rules.getOffset(interval.getStart());
            observance(false, LocalDateTime.of(1900, 1, 1, 0, 0), offset, offset);
        } else {
            observance(rules, before);
        }
        ZoneOffsetTransition next = rules.nextTransition(interval.getStart());
        while (next != null && !next.getInstant().isAfter(interval.getEnd())) {
            observance(rules, next);
            next = rules.nextTransition(next.getInstant());
        }
        return end("VTIMEZONE");
    }

    private void observance(ZoneRules rules, ZoneOffsetTransition change) {
        observance(
                rules.isDaylightSavings(change.getInstant()),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter());
    }

    private void observance(boolean daylight, LocalDateTime start, ZoneOffset before, ZoneOffset after) {
        String kind = daylight ? "DAYLIGHT" : "STANDARD";
        begin(kind);
        line("DTSTART", LOCAL.format(start));
        line("TZOFFSETFROM", offset(before));
        line("TZOFFSETTO", offset(after));
        end(kind);
    }

    private static String offset(ZoneOffset offset) {
        return offset.getTotalSeconds() == 0 ? "+0000" : offset.getId().replace(":", "");
    }

    private static String escaped(String text) {
        StringBuilder clean = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            switch (c) {
                case '\\', ';', ',' -> clean.append('\\').appendCodePoint(c);
                case '\n' -> clean.append("\\n");
                default -> clean.appendCodePoint(isControl(c) && c != '\t' ? ' ' : c);
            }
        });
        return clean.toString();
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    private void fold(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int size = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (octets + size > OCTETS_PER_LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(character);
            octets += size;
            i += Character.charCount(character);
        }
        out.append("\r\n");
    }

    /** The calendar as it is so far, ended. */
    @Override
    public String toString() {
        return out + "END:VCALENDAR\r\n";
    }
}
