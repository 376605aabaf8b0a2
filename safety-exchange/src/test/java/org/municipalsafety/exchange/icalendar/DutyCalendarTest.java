/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.icalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.feed.CalendarFeed;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.roster.resolution.Segment;
import org.municipalsafety.testkit.roster.RotaCase;
import org.municipalsafety.testkit.roster.Rotas;

class DutyCalendarTest {

    private static final Instant DECIDED = Instant.parse("2026-01-01T12:00:00Z");
    private static final String EVENT = """
            BEGIN:VEVENT
            UID:1@example.org
            DTSTART;TZID=Europe/Stockholm:20260102T130000
            DTEND;TZID=Europe/Stockholm:20260109T130000
            SUMMARY:Ek har TiB
            END:VEVENT
            """;

    private static DutyCalendar read(String events) {
        return text("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y\n" + events + "END:VCALENDAR\n");
    }

    private static DutyCalendar text(String text) {
        return DutyCalendar.read(
                text.replace("\n", "\r\n"),
                new DutyCalendar.Settings(
                        "TIB", Map.of("Ek har TiB", "ek", "gran@example.org", "gran"), DECIDED, "Säkerhetschef"));
    }

    private static List<Fault> faults(String events) {
        return catchThrowableOfType(InvalidModelException.class, () -> read(events))
                .faults();
    }

    @Provide
    Arbitrary<RotaCase> cases() {
        return Rotas.cases();
    }

    @Property(tries = 200)
    void R8_aFeedReadBackIntoAnEmptyRotaHasTheSameHoldersAtEveryInstant(@ForAll("cases") RotaCase given) {
        Roster roster = given.rota().resolve(given.around());
        for (String position : roster.positions()) {
            Map<String, String> persons = new HashMap<>();
            given.rota().plan().persons().forEach(person -> persons.put(position + ": " + person, person));
            if (roster.segments(position).stream()
                    .allMatch(segment -> segment.holding().isEmpty())) {
                continue;
            }
            String feed = CalendarFeed.of(Locale.ENGLISH, DECIDED, 0).position(given.rota(), position, given.around());
            DutyCalendar read =
                    DutyCalendar.read(feed, new DutyCalendar.Settings(position, persons, DECIDED, "Säkerhetschef"));
            RotaPlan.Builder builder = RotaPlan.builder("r", given.rota().plan().zone())
                    .version(RotaVersion.of(
                            given.around().getStart(), Position.of(position, LocalizedText.of(position, position))));
            read.overrides().forEach(builder::decision);
            Roster again = Rota.of(builder.build()).resolve(given.around());
            TreeSet<Instant> edges = new TreeSet<>();
            for (Roster one : List.of(roster, again)) {
                for (Segment segment : one.segments(position)) {
                    edges.add(segment.interval().getStart());
                    edges.add(segment.interval().getEnd().minusNanos(1));
                }
            }
            for (Instant at : edges) {
                assertThat(again.at(position, at).map(duty -> duty.holder()))
                        .as("%s at %s", position, at)
                        .isEqualTo(roster.at(position, at).map(duty -> duty.holder()));
            }
        }
    }

    @Test
    void anEventIsAnOverride() {
        DutyCalendar calendar = read(EVENT
                + EVENT.replace("UID:1", "UID:2")
                        .replace("DTSTART;TZID=Europe/Stockholm:20260102T130000", "DTSTART:20260110T120000Z")
                        .replace("DTEND;TZID=Europe/Stockholm:20260109T130000", "DURATION:PT6H30M")
                        .replace("SUMMARY:Ek har TiB", "ATTENDEE:mailto:gran@example.org")
                + EVENT.replace("UID:1", "UID:3").replace("SUMMARY", "STATUS:CANCELLED\nSUMMARY"));
        assertThat(calendar.cancelled()).isEqualTo(1);
        assertThat(calendar.overrides())
                .extracting(duty -> duty.holder().orElseThrow() + " " + duty.interval())
                .containsExactly(
                        "ek 2026-01-02T12:00:00Z/2026-01-09T12:00:00Z",
                        "gran 2026-01-10T12:00:00Z/2026-01-10T18:30:00Z");
        assertThat(read(EVENT).overrides().get(0))
                .isEqualTo(calendar.overrides().get(0));
    }

    /** A night of clock change: 02:30 does not exist, and occurs twice (rule T2). */
    @Test
    void T2_localTimesAreReadByTheHousesRule() {
        assertThat(read(EVENT.replace("20260102T130000", "20260329T023000").replace("20260109T", "20260401T"))
                        .overrides()
                        .get(0)
                        .interval()
                        .getStart())
                .isEqualTo("2026-03-29T01:00:00Z");
        assertThat(read(EVENT.replace("20260102T130000", "20261025T023000").replace("20260109T", "20261101T"))
                        .overrides()
                        .get(0)
                        .interval()
                        .getStart())
                .isEqualTo("2026-10-25T00:30:00Z");
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SUMMARY | RRULE:FREQ=WEEKLY;SUMMARY | /events/0",
                "SUMMARY | RDATE:20260201T120000Z;SUMMARY | /events/0",
                "SUMMARY | RDATE:soon;SUMMARY | /events/0",
                "SUMMARY | EXDATE:soon;SUMMARY | /events/0",
                "SUMMARY | RECURRENCE-ID:soon;SUMMARY | /events/0",
                "SUMMARY | rrule:sometimes;SUMMARY | /events/0",
                "SUMMARY | DURATION:long;SUMMARY | /events/0/DURATION",
                "SUMMARY | STATUS:CANCELED;SUMMARY | /events/0/STATUS",
                "SUMMARY | STATUS:CONFIRMED;STATUS:CANCELLED;SUMMARY | /events/0/STATUS",
                "SUMMARY | UID:2@example.org;SUMMARY | /events/0/UID",
                "SUMMARY | DTSTART:20260105T120000Z;SUMMARY | /events/0/DTSTART",
                "SUMMARY | DTEND:20260105T120000Z;SUMMARY | /events/0/DTEND",
                "SUMMARY | SUMMARY:Ek har TiB;SUMMARY | /events/0/SUMMARY",
                "SUMMARY | Ek har beredskap;SUMMARY | /events/0",
                "SUMMARY | ATTENDEE\"x:y;SUMMARY | /events/0",
                "DTSTART;TZID=Europe/Stockholm:20260102T130000 | DTSTART;TZID=Europe/Stockholm:20260102T1300 | /events/0/DTSTART",
                "UID:1@example.org | COMMENT:x | /events/0/UID",
                "DTSTART;TZID=Europe/Stockholm:20260102T130000 | DTSTART;VALUE=DATE:20260102 | /events/0/DTSTART",
                "DTSTART;TZID=Europe/Stockholm:20260102T130000 | DTSTART:20260102T130000 | /events/0/DTSTART",
                "DTSTART;TZID=Europe/Stockholm:20260102T130000 | DTSTART;TZID=Mars/Base:20260102T130000 | /events/0/DTSTART",
                "DTSTART;TZID=Europe/Stockholm:20260102T130000 | DTSTART:soon | /events/0/DTSTART",
                "DTSTART;TZID=Europe/Stockholm:20260102T130000 | COMMENT:x | /events/0/DTSTART",
                "20260109T130000 | 20260102T130000 | /events/0/DTEND",
                "20260109T130000 | 20260101T130000 | /events/0/DTEND",
                "DTEND;TZID=Europe/Stockholm:20260109T130000 | COMMENT:x | /events/0/DTEND",
                "DTEND;TZID=Europe/Stockholm:20260109T130000 | DURATION:P7D | /events/0/DURATION",
                "DTEND;TZID=Europe/Stockholm:20260109T130000 | DURATION:-PT1H | /events/0/DURATION",
                "SUMMARY | DURATION:PT1H;SUMMARY | /events/0/DURATION",
                "Ek har TiB | Någon annan | /events/0/SUMMARY",
                "SUMMARY:Ek har TiB | COMMENT:x | /events/0/SUMMARY",
                "SUMMARY | ATTENDEE:mailto:okand@example.org;SUMMARY | /events/0/ATTENDEE",
                "SUMMARY | ATTENDEE:mailto:a@example.org;ATTENDEE:mailto:b@example.org;SUMMARY | /events/0/ATTENDEE",
            })
    void whatCannotBeTakenOverIsRefusedAtItsPlace(String part, String instead, String place) {
        String event = EVENT.replace(
                part,
                instead.contains("TZID")
                        ? instead
                        : instead.replace(";SUMMARY", "\nSUMMARY")
                                .replace(";ATTENDEE", "\nATTENDEE")
                                .replace(";STATUS", "\nSTATUS"));
        assertThat(event).isNotEqualTo(EVENT);
        assertThat(faults(event)).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(place);
            assertThat(fault.toString()).doesNotContain("Någon annan").doesNotContain("@");
        });
    }

    /** What the parser closes by itself or leaves out would be a duty that nobody misses. */
    @Test
    void aTextThatIsNotClosedInOrderIsRefusedAtTheFirstPlace() {
        String second = EVENT.replace("UID:1", "UID:2").replace("202601", "202602");
        String third = EVENT.replace("UID:1", "UID:3").replace("202601", "202603");
        String begin = "BEGIN:VCALENDAR\nVERSION:2.0\n";
        Map<String, String> places = new LinkedHashMap<>();
        places.put(begin + EVENT.replace("END:VEVENT\n", "") + second + "END:VCALENDAR\n", "/events/0");
        places.put(begin + EVENT + second.replace("END:VEVENT\n", "") + "END:VCALENDAR\n", "/events/1");
        places.put(begin + EVENT.replace("END:VEVENT", second + "END:VEVENT") + "END:VCALENDAR\n", "/events/0");
        places.put(begin + EVENT + "BEGIN:X-A\n" + second + "END:X-A\nEND:VCALENDAR\n", "");
        places.put(begin + EVENT, "");
        places.put(begin + EVENT + second.substring(0, 60), "/events/1");
        places.put(begin + EVENT + "END:VEVENT\n" + second + "END:VCALENDAR\n", "");
        places.put(begin + EVENT + "END:VCALENDAR\n" + second, "");
        places.put(begin + EVENT + "END:VCALENDAR\n" + begin + second + "END:VCALENDAR\n", null);
        places.put(begin + EVENT.replace("END:VEVENT", "BEGIN:VALARM\nEND:VEVENT") + "END:VCALENDAR\n", "/events/0");
        places.put(
                begin + EVENT + second.replace("BEGIN:VEVENT", "BEGIN:VEVENT\nBEGIN:VTODO\nEND:VTODO") + third
                        + "END:VCALENDAR\n",
                "/events/1");
        places.put(begin + EVENT + second.replace("BEGIN:VEVENT", "X.BEGIN:VEVENT") + "END:VCALENDAR\n", "");
        places.forEach((text, place) -> assertThat(catchThrowableOfType(InvalidModelException.class, () -> text(text))
                        .faults())
                .as(text)
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo(place == null ? "" : place)));
    }

    @Test
    void whatIsCancelledLaterIsNotTakenOver() {
        String cancelled = EVENT.replace("SUMMARY", "SEQUENCE:1\nSTATUS:CANCELLED\nSUMMARY");
        for (String events : List.of(EVENT + cancelled, cancelled + EVENT)) {
            assertThat(faults(events))
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/events/1/UID"));
        }
    }

    @Test
    void alarmsForeignPropertiesAndAByteOrderMarkAreLeftAside() {
        String event = EVENT.replace("END:VEVENT", """
                GEO:here
                X-OWN;A="b:c":d
                DESCRIPTION:RRULE:FREQ=WEEKLY is not
                  what this is
                BEGIN:VALARM
                ACTION:DISPLAY
                DURATION:soon
                SUMMARY:Gran
                END:VALARM
                END:VEVENT""");
        assertThat(text("\ufeffBEGIN:VCALENDAR\n" + event + "END:VCALENDAR\n\n").overrides())
                .isEqualTo(read(EVENT).overrides());
    }

    @Test
    void whatTheParserCannotReadIsToldAtItsPlaceAlsoAfterFoldedLines() {
        String event = EVENT.replace("SUMMARY", "COMMENT:a\n b\n c\nDURATION:lo\n ng\nSUMMARY");
        assertThat(faults(EVENT.replace("UID:1", "UID:0").replace("202601", "202602") + event))
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/events/1/DURATION"));
    }

    @Test
    void aCalendarWithoutEventsOrOfAnotherFormatIsRefused() {
        assertThat(faults("")).extracting(Fault::pointer).containsExactly("/events");
        assertThat(faults("VERSION:1.0\n" + EVENT)).extracting(Fault::pointer).contains("/VERSION");
        assertThat(faults("METHOD:PUBLISH\nMETHOD:CANCEL\n" + EVENT))
                .extracting(Fault::pointer)
                .containsExactly("/METHOD");
    }

    @Test
    void T1_anEventInsideALongerOneOverlapsWhateverLiesBetween() {
        String day = EVENT.replace("UID:1", "UID:2").replace("0102T", "0103T").replace("0109T", "0104T");
        String later = EVENT.replace("UID:1", "UID:3").replace("0102T", "0106T").replace("0109T", "0107T");
        assertThat(faults(EVENT + day + later))
                .extracting(fault -> fault.pointer() + " " + fault.found())
                .containsExactly(
                        "/events/1 an event that overlaps /events/0", "/events/2 an event that overlaps /events/0");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String second = EVENT.replace("Ek har TiB", "Ingen").replace("20260109T130000", "20260101T130000");
        String third = EVENT.replace("UID:1", "UID:3");
        assertThat(faults(EVENT + second + third + "BEGIN:VTODO\nUID:4\nEND:VTODO\n"))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("", "/events/1/UID", "/events/1/SUMMARY", "/events/1/DTEND", "/events/2");
    }

    @Test
    void textsThatAreNoCalendarAreRefusedSoon() {
        DutyCalendar.Settings settings = new DutyCalendar.Settings("TIB", Map.of(), DECIDED, "Stab");
        List<String> texts = List.of(
                "",
                "hej",
                "BEGIN:VEVENT\r\n".repeat(100_000),
                "BEGIN:VCALENDAR\r\n".repeat(100_000),
                "BEGIN:VCALENDAR\r\nX:" + "\r\n x".repeat(300_000) + "\r\nEND:VCALENDAR\r\n" + "BEGIN:VCALENDAR\r\n",
                "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\nEND:VEVENT\r\n".repeat(20_000) + "END:VCALENDAR\r\n",
                "x".repeat(DutyCalendar.MAX_LENGTH + 1));
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (String text : texts) {
                assertThat(Optional.ofNullable(catchThrowableOfType(
                                InvalidModelException.class, () -> DutyCalendar.read(text, settings))))
                        .as(text.substring(0, Math.min(40, text.length())))
                        .isPresent();
            }
        });
    }
}
