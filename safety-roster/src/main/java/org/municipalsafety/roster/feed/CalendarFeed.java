/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.feed;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.municipalsafety.core.icalendar.CalendarText;
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
        CalendarText out = CalendarText.of("-//municipalsafety.org//safety-roster//SV")
                .line("CALSCALE", "GREGORIAN")
                .line("METHOD", "PUBLISH")
                .text("X-WR-CALNAME", name);
        Interval all = interval;
        for (Duty event : events) {
            all = all.span(event.interval());
        }
        out.zone(rota.plan().zone(), all);
        for (Duty event : events) {
            event(out, rota, event);
        }
        return out.toString();
    }

    private void event(CalendarText out, Rota rota, Duty event) {
        Interval when = event.interval();
        out.begin("VEVENT")
                .line(
                        "UID",
                        rota.plan().id() + "." + event.position() + "."
                                + when.getStart().getEpochSecond() + "@roster.municipalsafety.org")
                .utc("DTSTAMP", stamp)
                .line("SEQUENCE", Integer.toString(sequence))
                .time("DTSTART", when.getStart(), rota.plan().zone())
                .time("DTEND", when.getEnd(), rota.plan().zone())
                .text("SUMMARY", event.position() + ": " + event.holder())
                .text(
                        "DESCRIPTION",
                        rota.plan().name(event.position()).in(locale) + ". " + event.sentence(locale) + ".")
                .line("CATEGORIES", TimeText.isSwedish(locale) ? "Beredskap" : "Standby")
                // Standby leaves the day to its owner: the calendar does not show the time as taken.
                .line("TRANSP", "TRANSPARENT")
                .end("VEVENT");
    }
}
