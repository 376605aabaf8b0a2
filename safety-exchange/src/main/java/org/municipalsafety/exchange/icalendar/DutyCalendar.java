/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.icalendar;

import static java.util.Objects.requireNonNull;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.ICalComponent;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.TimezoneAssignment;
import biweekly.property.Attendee;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.DurationProperty;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.plan.SeatOverride;
import org.threeten.extra.Interval;

/**
 * The duties of one position, read from iCalendar text as overrides.
 *
 * <p>Each event is one duty. It has a {@code UID}; a {@code DTSTART}; a {@code DTEND}, or a {@code DURATION} in hours,
 * minutes and seconds; and names one person, by its {@code ATTENDEE}'s address or else by its whole {@code SUMMARY},
 * for which the caller's table has the id. Times are in UTC or in a zone of the IANA database named by {@code TZID}:
 * its rules are those of the JVM, whatever {@code VTIMEZONE} says, and what the clock skips or shows twice is read by
 * rule T2. A cancelled event is left out and counted. Alarms and all other properties are left aside.
 *
 * <p>Refused are recurrence, days without a time, times without a zone, unknown zones and persons, events that overlap,
 * a UID or one of these properties for the second time, values that cannot be read, other components, a calendar
 * without events, and one that takes duties back ({@code METHOD:CANCEL}): all at once, each fault at its place
 * {@code /events/0/DTSTART}, where the first event of the text has the number 0. A text that is cut off, or whose
 * components are not closed in order, is refused at the first such place. What a summary or an address says is never
 * repeated (rule A7). The same event gets the same override's id each time.
 *
 * @param overrides the overrides in the order of time
 * @param cancelled how many events were left out since they are cancelled
 */
public record DutyCalendar(List<SeatOverride> overrides, int cancelled) {

    /** The longest text that is read, in characters. */
    public static final int MAX_LENGTH = 2_000_000;

    /** The most events that are read. */
    public static final int MAX_EVENTS = 10_000;

    private static final String BYTE_ORDER_MARK = "\ufeff";
    /** The number of the parser's warning. */
    private static final int TZID_WITHOUT_VTIMEZONE = 37;

    /**
     * Whose decision the overrides are.
     *
     * @param position the position that the calendar is about
     * @param persons the ids of persons, by the summary or the address that stands for them
     * @param decidedAt when it was decided that the calendar holds
     * @param decidedBy the function that decided
     */
    public record Settings(String position, Map<String, String> persons, Instant decidedAt, String decidedBy) {
        /** Copies. */
        public Settings {
            requireNonNull(position, "position");
            requireNonNull(decidedAt, "decidedAt");
            requireNonNull(decidedBy, "decidedBy");
            persons = Map.copyOf(persons);
        }
    }

    /** Copies. */
    public DutyCalendar {
        overrides = List.copyOf(overrides);
    }

    /**
     * Reads a calendar.
     *
     * @param text the iCalendar text
     * @param settings whose duties, and whose decision
     * @return the overrides
     * @throws InvalidModelException with all that cannot be taken over; then nothing is
     */
    public static DutyCalendar read(String text, Settings settings) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidModelException(
                    "calendar",
                    List.of(Fault.of("", text.length() + " characters", "at most " + MAX_LENGTH + " characters")));
        }
        String marked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        Lines lines = Lines.of(marked);
        List<Fault> faults = lines.repeated();
        List<Duty> duties = new ArrayList<>();
        int cancelled = 0;
        List<ParseWarning> warnings = new ArrayList<>();
        ICalendar calendar = parse(marked, warnings, faults);
        List<VEvent> events = calendar.getEvents();
        if (lines.events() == 0 || lines.events() > MAX_EVENTS) {
            faults.add(Fault.of("/events", lines.events() + " events", "1 to " + MAX_EVENTS));
        } else if (lines.events() != events.size()) {
            faults.add(Fault.of("/events", events.size() + " that the parser sees", "all " + lines.events()));
        } else {
            Set<String> uids = new LinkedHashSet<>();
            for (int i = 0; i < events.size(); i++) {
                Event event = new Event(calendar, events.get(i), lines, i, faults);
                String uid = event.uid(uids).orElse(null);
                if (event.isCancelled()) {
                    cancelled++;
                    continue;
                }
                Duty duty = event.duty(settings, uid);
                if (duty != null) {
                    duties.add(duty);
                }
            }
            overlaps(duties, faults);
        }
        unread(warnings, lines, faults);
        if (!faults.isEmpty()) {
            throw new InvalidModelException("calendar", faults);
        }
        return new DutyCalendar(duties.stream().map(Duty::override).toList(), cancelled);
    }

    private record Duty(String place, SeatOverride override) {}

    private static ICalendar parse(String text, List<ParseWarning> warnings, List<Fault> faults) {
        List<List<ParseWarning>> found = new ArrayList<>();
        List<ICalendar> all = Biweekly.parse(text).warnings(found).all();
        if (all.size() != 1) {
            throw new InvalidModelException(
                    "calendar", List.of(Fault.of("", all.size() + " calendars", "one VCALENDAR")));
        }
        found.forEach(warnings::addAll);
        ICalendar calendar = all.get(0);
        if (calendar.getVersion() == ICalVersion.V1_0) {
            faults.add(Fault.of("/VERSION", "a vCalendar", "an iCalendar, VERSION:2.0"));
        }
        if (calendar.getMethod() != null
                && "CANCEL".equalsIgnoreCase(calendar.getMethod().getValue())) {
            faults.add(Fault.of("/METHOD", "a calendar that takes duties back", "one that publishes them"));
        }
        for (ICalComponent component : calendar.getComponents().values()) {
            if (!(component instanceof VEvent)) {
                faults.add(Fault.of("", "a component other than an event", "events alone"));
            }
        }
        return calendar;
    }

    /** What the parser could not read, it holds for an unknown property: what is missing then shows nowhere else. */
    private static void unread(List<ParseWarning> warnings, Lines lines, List<Fault> faults) {
        Set<String> places = new HashSet<>();
        faults.forEach(fault -> places.add(fault.pointer()));
        for (ParseWarning warning : warnings) {
            // A TZID without VTIMEZONE is a zone of the IANA database here as well.
            if (!Objects.equals(warning.getCode(), TZID_WITHOUT_VTIMEZONE)) {
                lines.placeOf(warning.getLineNumber())
                        .filter(places::add)
                        .ifPresent(place -> faults.add(
                                Fault.of(place, "a value that cannot be read", "a value as RFC 5545 has it")));
            }
        }
    }

    private static void overlaps(List<Duty> duties, List<Fault> faults) {
        duties.sort(Comparator.comparing(duty -> duty.override().interval().getStart()));
        @Nullable Duty longest = null;
        for (Duty duty : duties) {
            Interval here = duty.override().interval();
            Instant end = longest == null
                    ? Instant.MIN
                    : longest.override().interval().getEnd();
            if (longest != null && here.getStart().isBefore(end)) {
                faults.add(Fault.of(duty.place(), "an event that overlaps " + longest.place(), "one duty at a time")
                        .maybe("Maybe the calendar holds several positions: read it in parts."));
            }
            longest = here.getEnd().isAfter(end) ? duty : longest;
        }
    }

    /** One event, and where its faults go. */
    private record Event(ICalendar calendar, VEvent event, Lines lines, int number, List<Fault> faults) {

        String place() {
            return "/events/" + number;
        }

        /** The UID, if there is one that none of the events before has. */
        Optional<String> uid(Set<String> uids) {
            String uid =
                    event.getUid() == null ? "" : String.valueOf(event.getUid().getValue());
            if (uid.isBlank()) {
                fault("/UID", "no UID", "a UID", null);
            } else if (!uids.add(uid)) {
                fault(
                        "/UID",
                        "a UID for the second time",
                        "each UID once",
                        "Maybe the event was changed or cancelled later: take the last of them.");
            } else {
                return Optional.of(uid);
            }
            return Optional.empty();
        }

        boolean isCancelled() {
            Status status = event.getStatus();
            if (status != null && !status.isCancelled() && !status.isConfirmed() && !status.isTentative()) {
                fault(
                        "/STATUS",
                        "a status that events do not have",
                        "CONFIRMED, TENTATIVE or CANCELLED",
                        "CANCELED".equalsIgnoreCase(status.getValue()) ? "Maybe CANCELLED." : null);
            }
            return status != null && status.isCancelled();
        }

        @Nullable
        Duty duty(Settings settings, @Nullable String uid) {
            int before = faults.size();
            for (String recurring : List.of("RRULE", "RDATE", "EXRULE", "EXDATE", "RECURRENCE-ID")) {
                if (lines.has(number, recurring)) {
                    fault("", "a recurring event (" + recurring + ")", "one event a duty", null);
                }
            }
            Instant start = instant("/DTSTART", event.getDateStart());
            Instant end = end(start);
            String person = person(settings.persons());
            if (start != null && end != null && !end.isAfter(start)) {
                fault("/DTEND", "an end that is not after the start", "a duty of some length", null);
            }
            if (faults.size() > before || uid == null || start == null || end == null || person == null) {
                return null;
            }
            return new Duty(
                    place(),
                    new SeatOverride(
                            "ical-" + digest(uid),
                            settings.position(),
                            Interval.of(start, end),
                            person,
                            settings.decidedAt(),
                            settings.decidedBy()));
        }

        private @Nullable Instant end(@Nullable Instant start) {
            DurationProperty length = event.getDuration();
            if (length == null) {
                return instant("/DTEND", event.getDateEnd());
            }
            biweekly.util.Duration duration = length.getValue();
            if (event.getDateEnd() != null) {
                fault("/DURATION", "a duration beside DTEND", "one of the two", null);
            } else if (duration == null || duration.isPrior()) {
                fault("/DURATION", "no duration, or one that runs backwards", "such as PT12H", null);
            } else if (duration.getWeeks() != null || duration.getDays() != null) {
                fault(
                        "/DURATION",
                        "days or weeks, which last more or less in a week of clock change",
                        "hours, minutes and seconds",
                        "Maybe DTEND says it better.");
            } else if (start != null) {
                return start.plusMillis(duration.toMillis());
            }
            return null;
        }

        private @Nullable Instant instant(String property, @Nullable DateOrDateTimeProperty time) {
            DateTimeComponents raw = time == null || time.getValue() == null
                    ? null
                    : time.getValue().getRawComponents();
            if (time == null || raw == null) {
                fault(property, "no time that can be read", "a time such as 20260102T130000Z", null);
                return null;
            }
            if (!time.getValue().hasTime()) {
                fault(
                        property,
                        "no time of six digits",
                        "a day and a time, such as 20260102T130000",
                        "Maybe a duty of whole days was meant; say when it is handed over.");
                return null;
            }
            ZoneId zone = raw.isUtc() ? ZoneOffset.UTC : zone(property, time);
            if (zone == null) {
                return null;
            }
            try {
                return WallClock.instant(
                        LocalDateTime.of(
                                raw.getYear(),
                                raw.getMonth(),
                                raw.getDate(),
                                raw.getHour(),
                                raw.getMinute(),
                                raw.getSecond()),
                        zone);
            } catch (DateTimeException noSuchTime) {
                fault(property, "a time that no day has", "a time such as 20260102T130000", null);
                return null;
            }
        }

        private @Nullable ZoneId zone(String property, DateOrDateTimeProperty time) {
            TimezoneAssignment named = calendar.getTimezoneInfo().getTimezone(time);
            if (named == null || calendar.getTimezoneInfo().isFloating(time)) {
                fault(property, "a time without a known zone", "UTC, or a TZID of the IANA database", null);
                return null;
            }
            String id = named.getTimeZone().getID();
            if (!ZoneId.getAvailableZoneIds().contains(id) || ZoneId.of(id).getRules() == null) {
                fault(property, "the zone " + id, "a TZID of the IANA database, such as Europe/Stockholm", null);
                return null;
            }
            return ZoneId.of(id);
        }

        private @Nullable String person(Map<String, String> persons) {
            List<Attendee> attendees = event.getAttendees();
            if (attendees.size() > 1) {
                fault("/ATTENDEE", attendees.size() + " attendees", "one person a duty", null);
                return null;
            }
            String property = attendees.isEmpty() ? "/SUMMARY" : "/ATTENDEE";
            String name = attendees.isEmpty()
                    ? event.getSummary() == null ? null : event.getSummary().getValue()
                    : attendees.get(0).getEmail();
            String person = name == null ? null : persons.get(name.strip());
            if (person == null) {
                fault(property, "nobody whom the table has", "one of the " + persons.size() + " in the table", null);
            }
            return person;
        }

        private void fault(String property, String found, String expected, @Nullable String maybe) {
            faults.add(new Fault(place() + property, found, expected, Optional.ofNullable(maybe)));
        }
    }

    private static String digest(String uid) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(uid.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256.", impossible);
        }
    }
}
