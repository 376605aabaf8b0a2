/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.feed;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Segment;
import org.threeten.extra.Interval;

/**
 * Writes the duties of a roster as iCalendar text.
 *
 * <p>The same roster and settings give the same bytes. An event keeps its UID as long as rota, position, start and
 * holder stay the same; a later edition of the feed carries a higher sequence number, so that a calendar program takes
 * over what changed. Times are local with the zone's own rules attached; a time that occurs twice, or in a summer time
 * that is not one hour, is in UTC, since programs read it differently.
 *
 * <p>Immutable and thread-safe.
 */
public final class CalendarFeed {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final int OCTETS_PER_LINE = 75;

    private final Locale locale;
    private final Instant stamp;
    private final int sequence;

    private CalendarFeed(Locale locale, Instant stamp, int sequence) {
        this.locale = requireNonNull(locale, "locale");
        this.stamp = requireNonNull(stamp, "stamp");
        this.sequence = sequence;
    }

    /**
     * A writer of feeds.
     *
     * @param locale the reader's language: Swedish, or else English is written
     * @param stamp when this edition was made (DTSTAMP)
     * @param sequence the number of this edition, not negative and higher than that of the edition before
     * @return the writer
     * @throws IllegalArgumentException if the sequence is negative
     */
    public static CalendarFeed of(Locale locale, Instant stamp, int sequence) {
        if (sequence < 0) {
            throw new IllegalArgumentException("The sequence %d is negative.".formatted(sequence));
        }
        return new CalendarFeed(locale, stamp, sequence);
    }

    /**
     * The calendar of one position: who is on duty when.
     *
     * @param roster the roster
     * @param position the position's id
     * @return the iCalendar text, lines ended by CR LF
     * @throws IllegalArgumentException if the roster has no such position
     */
    public String position(Roster roster, String position) {
        List<Duty> duties = roster.segments(position).stream()
                .filter(Duty.class::isInstance)
                .map(Duty.class::cast)
                .toList();
        return calendar(roster, roster.name(position).in(locale), duties);
    }

    /**
     * The calendar of one person: all duties of that person, over all positions.
     *
     * @param roster the roster
     * @param person the person's id
     * @return the iCalendar text, lines ended by CR LF
     */
    public String person(Roster roster, String person) {
        return calendar(roster, person, roster.duties(person));
    }

    private String calendar(Roster roster, String name, List<Duty> duties) {
        Text out = new Text();
        out.line("BEGIN:VCALENDAR");
        out.line("VERSION:2.0");
        out.line("PRODID:-//municipalsafety.org//safety-roster//SV");
        out.line("CALSCALE:GREGORIAN");
        out.line("METHOD:PUBLISH");
        out.line("X-WR-CALNAME:" + escaped(name));
        zone(out, roster.zone(), roster.interval());
        for (Duty duty : duties) {
            event(out, roster, duty);
        }
        out.line("END:VCALENDAR");
        return out.toString();
    }

    private void event(Text out, Roster roster, Duty duty) {
        Interval when = duty.interval();
        out.line("BEGIN:VEVENT");
        out.line("UID:" + roster.rota() + "." + duty.position() + "." + duty.holder() + "."
                + when.getStart().getEpochSecond() + "@roster.municipalsafety.org");
        out.line("DTSTAMP:" + utc(stamp));
        out.line("SEQUENCE:" + sequence);
        out.line("DTSTART" + time(when.getStart(), roster.zone()));
        out.line("DTEND" + time(when.getEnd(), roster.zone()));
        out.line("SUMMARY:" + escaped(duty.position() + ": " + duty.holder()));
        out.line("DESCRIPTION:" + escaped(roster.name(duty.position()).in(locale) + ". " + sentence(duty) + "."));
        out.line("CATEGORIES:" + (TimeText.isSwedish(locale) ? "Beredskap" : "Standby"));
        // Standby leaves the day to its owner: the calendar does not show the time as taken.
        out.line("TRANSP:TRANSPARENT");
        out.line("END:VEVENT");
    }

    private String sentence(Segment segment) {
        return segment.sentence(locale);
    }

    private static String time(Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        boolean twice = zone.getRules().getValidOffsets(local).size() > 1;
        return isUtc(zone) || twice || !summerIsAnHour(zone, at)
                ? ":" + utc(at)
                : ";TZID=" + zone.getId() + ":" + LOCAL.format(local);
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

    private static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    private static String utc(Instant at) {
        return LOCAL.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC)) + "Z";
    }

    /** Every offset that the interval needs, each from the transition that brought it in. */
    private static void zone(Text out, ZoneId zone, Interval interval) {
        if (isUtc(zone)) {
            return;
        }
        ZoneRules rules = zone.getRules();
        out.line("BEGIN:VTIMEZONE");
        out.line("TZID:" + zone.getId());
        ZoneOffsetTransition before =
                rules.previousTransition(interval.getStart().plusNanos(1));
        if (before == null) {
            ZoneOffset offset = rules.getOffset(interval.getStart());
            observance(out, false, LocalDateTime.of(1900, 1, 1, 0, 0), offset, offset);
        } else {
            observance(out, rules, before);
        }
        ZoneOffsetTransition next = rules.nextTransition(interval.getStart());
        while (next != null && !next.getInstant().isAfter(interval.getEnd())) {
            observance(out, rules, next);
            next = rules.nextTransition(next.getInstant());
        }
        out.line("END:VTIMEZONE");
    }

    private static void observance(Text out, ZoneRules rules, ZoneOffsetTransition change) {
        observance(
                out,
                rules.isDaylightSavings(change.getInstant()),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter());
    }

    private static void observance(
            Text out, boolean daylight, LocalDateTime start, ZoneOffset before, ZoneOffset after) {
        String kind = daylight ? "DAYLIGHT" : "STANDARD";
        out.line("BEGIN:" + kind);
        out.line("DTSTART:" + LOCAL.format(start));
        out.line("TZOFFSETFROM:" + offset(before));
        out.line("TZOFFSETTO:" + offset(after));
        out.line("END:" + kind);
    }

    private static String offset(ZoneOffset offset) {
        return offset.getTotalSeconds() == 0 ? "+0000" : offset.getId().replace(":", "");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** Lines of at most 75 octets, folded between characters. */
    private static final class Text {
        private final StringBuilder out = new StringBuilder();

        void line(String line) {
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

        @Override
        public String toString() {
            return out.toString();
        }
    }
}
