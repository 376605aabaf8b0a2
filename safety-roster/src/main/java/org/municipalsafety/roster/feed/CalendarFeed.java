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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.roster.resolution.RotaReason;
import org.municipalsafety.roster.resolution.Segment;
import org.threeten.extra.Interval;

/**
 * Writes the duties of a rota as iCalendar text.
 *
 * <p>An event is an unbroken stretch in which one person holds a position by one turn of a layer, or by one decision or
 * swap, whatever else changes among its reasons. Each event that meets the interval is written whole, so that a feed
 * whose interval moves with the days tells the same events. Its UID is made of the rota, the position and the start:
 * when somebody else takes the duty over, the same event gets another holder.
 *
 * <p>The same rota, interval and settings give the same bytes. A later edition of the feed carries a higher sequence
 * number, so that a calendar program takes over what changed. Times are local with the zone's own rules attached; in
 * UTC are those within a day and a half of a clock change, where programs read local times differently, those of a zone
 * whose summer time is not one hour, and all of a zone that has a fixed offset.
 *
 * <p>Immutable and thread-safe.
 */
public final class CalendarFeed {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final int OCTETS_PER_LINE = 75;
    /** Longer than from a clock change to either end of its day, wherever a day begins. */
    private static final Duration NEAR = Duration.ofHours(36);

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
     * The calendar of one position: who is on duty when, and why.
     *
     * @param rota the rota
     * @param position the position's id
     * @param interval whose duties, as {@link Rota#resolve} takes it
     * @return the iCalendar text, lines ended by CR LF
     * @throws IllegalArgumentException if the rota has no such position, or does not take the interval
     */
    public String position(Rota rota, String position, Interval interval) {
        String name = rota.plan().name(position).in(locale);
        return calendar(rota, name, interval, events(rota, rota.resolve(interval), position));
    }

    /**
     * The calendar of one person: all duties of that person, over all positions.
     *
     * <p>It goes to telephones and to calendars that others can see; so it says by what version, turn or decision the
     * person is on duty, and nothing of other people (rule D3).
     *
     * @param rota the rota
     * @param person the person's id
     * @param interval whose duties, as {@link Rota#resolve} takes it
     * @return the iCalendar text, lines ended by CR LF; the duties by position, then by time
     * @throws IllegalArgumentException if nobody of that id can come on duty, or the rota does not take the interval
     */
    public String person(Rota rota, String person, Interval interval) {
        if (!rota.plan().persons().contains(person)) {
            throw new IllegalArgumentException(
                    """
                    The rota %s has no person of the id that was asked for; it has %d persons.
                    Maybe it is misspelt, or the id of a group.""".formatted(rota.plan().id(), rota.plan().persons().size()));
        }
        Roster roster = rota.resolve(interval);
        List<Duty> own = new ArrayList<>();
        for (String position : rota.plan().positions()) {
            for (Duty event : events(rota, roster, position)) {
                if (event.holder().equals(person)) {
                    own.add(new Duty(position, event.interval(), person, aboutTheHolder(event)));
                }
            }
        }
        return calendar(rota, person, interval, own);
    }

    /** The events of a position that meet the roster's interval, each with the reasons that it begins with. */
    private static List<Duty> events(Rota rota, Roster roster, String position) {
        List<Duty> events = new ArrayList<>();
        for (Segment segment : roster.segments(position)) {
            if (segment instanceof Duty duty) {
                int last = events.size() - 1;
                if (last >= 0
                        && events.get(last)
                                .interval()
                                .getEnd()
                                .equals(duty.interval().getStart())
                        && isOneEvent(events.get(last), duty)) {
                    events.set(last, lasting(events.get(last), duty.interval().getEnd()));
                } else {
                    events.add(duty);
                }
            }
        }
        // Only the first and the last can reach out of the interval.
        if (!events.isEmpty()) {
            events.set(0, fromItsStart(rota, events.get(0)));
            int last = events.size() - 1;
            events.set(last, toItsEnd(rota, events.get(last)));
        }
        return events;
    }

    private static Duty lasting(Duty event, Instant end) {
        return new Duty(
                event.position(), Interval.of(event.interval().getStart(), end), event.holder(), event.because());
    }

    private static Duty fromItsStart(Rota rota, Duty event) {
        Duty first = event;
        Instant at = event.interval().getStart();
        while (rota.at(event.position(), at) instanceof Duty before && isOneEvent(before, event)) {
            first = before;
            at = before.interval().getStart().minusNanos(1);
        }
        return lasting(first, event.interval().getEnd());
    }

    private static Duty toItsEnd(Rota rota, Duty event) {
        Instant end = event.interval().getEnd();
        Instant at = end.minusNanos(1);
        while (rota.at(event.position(), at) instanceof Duty after && isOneEvent(event, after)) {
            end = after.interval().getEnd();
            at = end;
        }
        return lasting(event, end);
    }

    /** Whether two duties, one of which follows the other, have one holder for one turn, decision or swap. */
    private static boolean isOneEvent(Duty one, Duty other) {
        return one.holder().equals(other.holder()) && ground(one).equals(ground(other));
    }

    /** What gives the duty: the last turn on the way, or a decision. */
    private static RotaReason ground(Duty duty) {
        RotaReason ground = duty.because().get(0);
        for (RotaReason reason : duty.because()) {
            if (reason instanceof RotaReason.InTurn || reason.isDecision()) {
                ground = reason;
            }
        }
        return ground;
    }

    /** The version and what gives the duty, with the group whose turn it is. */
    private static List<RotaReason> aboutTheHolder(Duty duty) {
        RotaReason ground = ground(duty);
        List<RotaReason> about = new ArrayList<>();
        RotaReason before = duty.because().get(0);
        for (RotaReason reason : duty.because()) {
            boolean group = reason instanceof RotaReason.OfGroup && before.equals(ground);
            if (reason instanceof RotaReason.InVersion || reason.equals(ground) || group) {
                about.add(reason);
            }
            before = reason;
        }
        return about;
    }

    private String calendar(Rota rota, String name, Interval interval, List<Duty> events) {
        Text out = new Text();
        out.line("BEGIN:VCALENDAR");
        out.line("VERSION:2.0");
        out.line("PRODID:-//municipalsafety.org//safety-roster//SV");
        out.line("CALSCALE:GREGORIAN");
        out.line("METHOD:PUBLISH");
        out.line("X-WR-CALNAME:" + escaped(name));
        Interval all = interval;
        for (Duty event : events) {
            all = all.span(event.interval());
        }
        zone(out, rota.plan().zone(), all);
        for (Duty event : events) {
            event(out, rota, event);
        }
        out.line("END:VCALENDAR");
        return out.toString();
    }

    private void event(Text out, Rota rota, Duty event) {
        Interval when = event.interval();
        out.line("BEGIN:VEVENT");
        out.line("UID:" + rota.plan().id() + "." + event.position() + "."
                + when.getStart().getEpochSecond() + "@roster.municipalsafety.org");
        out.line("DTSTAMP:" + utc(stamp));
        out.line("SEQUENCE:" + sequence);
        out.line("DTSTART" + time(when.getStart(), rota.plan().zone()));
        out.line("DTEND" + time(when.getEnd(), rota.plan().zone()));
        out.line("SUMMARY:" + escaped(event.position() + ": " + event.holder()));
        out.line("DESCRIPTION:"
                + escaped(rota.plan().name(event.position()).in(locale) + ". " + event.sentence(locale) + "."));
        out.line("CATEGORIES:" + (TimeText.isSwedish(locale) ? "Beredskap" : "Standby"));
        // Standby leaves the day to its owner: the calendar does not show the time as taken.
        out.line("TRANSP:TRANSPARENT");
        out.line("END:VEVENT");
    }

    private static String time(Instant at, ZoneId zone) {
        return isFixed(zone) || isNearAChange(zone, at) || !summerIsAnHour(zone, at)
                ? ":" + utc(at)
                : ";TZID=" + zone.getId() + ":" + LOCAL.format(LocalDateTime.ofInstant(at, zone));
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

    private static String utc(Instant at) {
        return LOCAL.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC)) + "Z";
    }

    /** Every offset that the interval needs, each from the transition that brought it in. */
    private static void zone(Text out, ZoneId zone, Interval interval) {
        if (isFixed(zone)) {
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

    /** Of the control characters, iCalendar takes the tab alone; a line break is written as such. */
    private static String escaped(String text) {
        StringBuilder clean = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            switch (c) {
                case '\\', ';', ',' -> clean.append('\\').appendCodePoint(c);
                case '\n' -> clean.append("\\n");
                default -> clean.appendCodePoint(Character.isISOControl(c) && c != '\t' ? ' ' : c);
            }
        });
        return clean.toString();
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
