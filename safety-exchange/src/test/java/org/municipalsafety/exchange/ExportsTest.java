/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.component.VEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.exchange.icalendar.DeviationsExport;
import org.municipalsafety.exchange.osm.OsmExport;
import org.municipalsafety.exchange.schemaorg.SchemaOrgExport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportsTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2027-01-01");
    private static final Instant NOW = Instant.parse("2026-11-26T13:00:00Z");

    private static Directory read(String text) {
        return DirectoryDocument.read(text.getBytes(StandardCharsets.UTF_8), "channels.json");
    }

    private static Directory norrkoping() {
        try (InputStream in = Objects.requireNonNull(ExportsTest.class.getResourceAsStream("norrkoping.json"))) {
            return DirectoryDocument.read(in.readAllBytes(), "norrkoping.json");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void openStreetMapNamesEachDayThatDiffers() {
        Export export = OsmExport.of(norrkoping(), Audience.PUBLIC, "kontaktcenter", FIRST, LAST, SWEDISH);
        assertThat(export.text())
                .isEqualTo("Mo-Fr 08:00-16:00; 2026 Jan 01 off; 2026 Jan 06 off; 2026 Apr 03 off; 2026 Apr 06 off; "
                        + "2026 May 01 off; 2026 May 14 off; 2026 Dec 25 off");
        assertThat(export.losses())
                .containsExactly("kontaktcenter: other days than those of the week are spelled out by date: good from "
                        + "2026-01-01 until 2027-01-01, then to be renewed.");
    }

    /** D3: what an audience may not see is not exported to it, and looks as if it were not there. */
    @Test
    void D3_openStreetMapHasNoChannelOfOthers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OsmExport.of(norrkoping(), Audience.PUBLIC, "tib", FIRST, LAST, SWEDISH))
                .withMessage("There is no channel tib; expected one of [kontaktcenter, socialkontoret, socialjouren].");
        assertThat(OsmExport.of(norrkoping(), Audience.AUTHORITIES, "tib", FIRST, LAST, SWEDISH))
                .isEqualTo(new Export("24/7", List.of()));
    }

    /** The week is that of the rules, also where most of the days asked for are others. */
    @ParameterizedTest
    @CsvSource({"2026-12-21, 2027-01-04", "2026-12-14, 2027-01-07", "2026-12-24, 2026-12-26", "2026-12-25, 2026-12-26"})
    void C2_theWeekDoesNotDependOnTheDaysAskedFor(LocalDate first, LocalDate last) {
        List<String> expected = Stream.of("2026-12-24", "2026-12-25", "2027-01-01", "2027-01-06")
                .filter(date -> !LocalDate.parse(date).isBefore(first)
                        && LocalDate.parse(date).isBefore(last))
                .toList();
        Directory directory = read(DirectoryDocument.write(norrkoping())
                .replaceFirst(
                        "(\"class\" : \"RED_DAY\",\\s+\"open\" : \\[ \\]\\s+\\})",
                        "$1, {\"class\": \"DE_FACTO_HOLIDAY\", \"open\": []}"));
        List<VEvent> events = Biweekly.parse(
                        DeviationsExport.of(directory, Audience.PUBLIC, first, last, NOW, 0, SWEDISH)
                                .text())
                .first()
                .getEvents();
        assertThat(events)
                .extracting(event -> event.getUid().getValue())
                .filteredOn(uid -> uid.startsWith("kontaktcenter"))
                .containsExactlyElementsOf(Stream.concat(
                                expected.stream(),
                                first.isAfter(LocalDate.parse("2026-12-31"))
                                                || last.isBefore(LocalDate.parse("2027-01-01"))
                                        ? Stream.of()
                                        : Stream.of("2026-12-31"))
                        .sorted()
                        .map(date -> "kontaktcenter-" + date + "@0581.municipalsafety.invalid")
                        .toList());
        assertThat(OsmExport.of(directory, Audience.PUBLIC, "kontaktcenter", first, last, SWEDISH)
                        .text())
                .startsWith("Mo-Fr 08:00-16:00; 2026 Dec 2" + (first.getDayOfMonth() == 25 ? 5 : 4) + " off");
    }

    private static Directory channel(String rest) {
        return read("""
                {"document": "directory", "version": 1,
                 "municipality": {"code": "0581", "name": {"sv": "Norrköping"}, "zone": "Europe/Stockholm"},
                 "channels": [{"id": "a", "name": {"sv": "A"}, "audience": "PUBLIC", %s}]}
                """.formatted(rest));
    }

    private static final String VOICE = "\"modality\": \"VOICE\", \"endpoint\": {\"number\": \"011-15 00 00\"},";

    private static final String SEASONS = VOICE + """
            "availability": {
              "week": [{"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"], "open": ["08:00-16:30"]}],
              "seasons": [{"first": "06-01", "last": "08-31", "week": [
                {"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY"], "open": ["08:00-16:00"]},
                {"days": ["FRIDAY"], "open": []}]}],
              "dates": [{"first": "2026-07-06", "last": "2026-07-08", "open": []}]}""";

    /** A season is the week of its time: its days are no deviations. */
    @Test
    void C2_aSeasonIsAWeekOfItsOwn() {
        Directory directory = channel(SEASONS);
        Export text = OsmExport.of(directory, Audience.PUBLIC, "a", FIRST, LAST, SWEDISH);
        assertThat(text.text())
                .isEqualTo("Mo-Fr 08:00-16:30; 2026 Jun 01-2026 Aug 31 Mo-Th 08:00-16:00; "
                        + "2026 Jun 01-2026 Aug 31 Fr off; 2026 Jul 06-2026 Jul 08 off");
        assertThat(text.losses()).hasSize(1);
        String calendar = DeviationsExport.of(directory, Audience.PUBLIC, FIRST, LAST, NOW, 0, SWEDISH)
                .text();
        assertThat(Biweekly.parse(calendar).first().getEvents())
                .extracting(event -> event.getUid().getValue())
                .containsExactly("a-2026-07-06@0581.municipalsafety.invalid");
        JsonNode hours = JsonMapper.builder()
                .build()
                .readTree(SchemaOrgExport.of(directory, Audience.PUBLIC, FIRST, LAST, SWEDISH)
                        .text())
                .get("contactPoint")
                .get(0)
                .get("hoursAvailable");
        assertThat(hours)
                .extracting(each -> each.get("validFrom").stringValue() + " "
                        + each.get("validThrough").stringValue() + " "
                        + each.get("closes").stringValue())
                .containsExactly(
                        "2026-01-01 2026-05-31 16:30",
                        "2026-06-01 2026-08-31 16:00",
                        "2026-09-01 2026-12-31 16:30",
                        "2026-07-06 2026-07-08 00:00");
    }

    /** An event is the same in each publication, however the window of days has moved on. */
    @ParameterizedTest
    @CsvSource({"2026-01-01, 2027-01-01", "2026-07-08, 2026-09-01", "2026-06-01, 2026-07-07", "2026-07-07, 2026-07-08"})
    void theEventOfADeviationDoesNotDependOnTheDaysAskedFor(LocalDate first, LocalDate last) {
        String calendar = DeviationsExport.of(channel(SEASONS), Audience.PUBLIC, first, last, NOW, 0, SWEDISH)
                .text();
        assertThat(calendar)
                .contains("UID:a-2026-07-06@0581", "DTSTART;VALUE=DATE:20260706", "DTEND;VALUE=DATE:20260709")
                .containsOnlyOnce("BEGIN:VEVENT");
    }

    /** C1: a night belongs to the day on which it starts, so the morning after a red day is closed for its sake. */
    @Test
    void C1_theMorningAfterSaysWhoseNightItIs() {
        Directory night = channel(VOICE + """
                "availability": {
                  "week": [{"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
                            "open": ["16:30-32:00"]}],
                  "dayClasses": [{"class": "RED_DAY", "open": []}]}""");
        List<VEvent> events = Biweekly.parse(DeviationsExport.of(
                                night,
                                Audience.PUBLIC,
                                LocalDate.parse("2026-01-01"),
                                LocalDate.parse("2026-01-03"),
                                NOW,
                                0,
                                SWEDISH)
                        .text())
                .first()
                .getEvents();
        assertThat(events)
                .extracting(
                        event -> event.getSummary().getValue(),
                        event -> event.getDescription().getValue())
                .containsExactly(
                        tuple("A: öppet 00.00–08.00", "röd dag (nyårsdagen)"),
                        tuple("A: öppet 16.30–24.00", "natten hör till dagen före: röd dag (nyårsdagen)"));
    }

    /** What a form cannot say is reported, for each channel of a directory that has it all. */
    @Test
    void everyLossIsReported() {
        Directory directory = read("""
                {"document": "directory", "version": 1,
                 "municipality": {"code": "0581", "name": {"sv": "Norrköping"}, "zone": "Europe/Stockholm"},
                 "channels": [
                  {"id": "a", "name": {"sv": "A"}, "audience": "PUBLIC", "modality": "VOICE",
                   "endpoint": {"number": "011-15 00 00"},
                   "availability": {"week": [{"days": ["MONDAY"], "open": ["08:00-16:00"]}]}},
                  {"id": "b", "name": {"sv": "B"}, "audience": "PUBLIC", "modality": "SMS",
                   "endpoint": {"number": "011-15 00 00"}, "via": "a",
                   "availability": {
                     "week": [{"days": ["MONDAY"], "open": ["08:00-12:00"], "unknown": ["12:00-16:00"],
                               "note": {"sv": "kan \\"stänga\\" tidigare"}}],
                     "dayClasses": [{"class": "DAY_BEFORE_RED_DAY", "open": ["08:00-10:00"]},
                                    {"class": "RED_DAY", "open": []}]},
                   "fallback": [{"instruction": {"sv": "Ring 112."}}]}]}
                """);
        LocalDate end = LocalDate.parse("2041-01-01");
        Export osm = OsmExport.of(directory, Audience.PUBLIC, "b", FIRST, end, SWEDISH);
        assertThat(osm.text())
                .startsWith(
                        "Mo 08:00-12:00, Mo 12:00-16:00 unknown \"kan 'stänga' tidigare\"; 2026 Jan 05 08:00-10:00; ");
        assertThat(osm.losses())
                .containsExactly(
                        "b: other days than those of the week are spelled out by date: good from 2026-01-01 until "
                                + "2041-01-01, then to be renewed.",
                        "b: opening_hours has no word for what to do while it is closed.",
                        "b: opening_hours has no word for being reached through a.",
                        "b: the text has 870 characters, and OpenStreetMap takes 255. "
                                + "Maybe export fewer days at a time.");
        // Where no day differs, the text is still good for these days only: a later red day is not in it.
        assertThat(OsmExport.of(
                                directory,
                                Audience.PUBLIC,
                                "b",
                                LocalDate.parse("2026-02-02"),
                                LocalDate.parse("2026-02-03"),
                                SWEDISH)
                        .losses())
                .anyMatch(loss -> loss.contains("good from 2026-02-02 until 2026-02-03"));
        assertThat(OsmExport.of(directory, Audience.PUBLIC, "a", FIRST, end, SWEDISH)
                        .losses())
                .isEmpty();
        assertThat(SchemaOrgExport.of(directory, Audience.PUBLIC, FIRST, end, SWEDISH)
                        .losses())
                .containsExactly(
                        "All hours are good from 2026-01-01 until 2041-01-01, then to be renewed.",
                        "b: hours that are not known are left out, which reads as closed.",
                        "b: schema.org has no word for the way in which one makes contact, SMS; the description has.",
                        "b: what to do while it is closed is a description in words, not data.",
                        "b: schema.org has no word for being reached through a.");
        assertThat(DeviationsExport.of(directory, Audience.PUBLIC, FIRST, end, NOW, 0, SWEDISH)
                        .losses())
                .containsExactly(
                        "Only the days that differ are told, not the hours of the week.",
                        "The numbers and addresses of the channels are not told.",
                        "b: what to do while it is closed is not told.",
                        "The hours of a day are words in the summary of an event of the whole day, not data.");
    }

    /** Texts of others do not end the script element that JSON-LD stands in. */
    @Test
    void textsOfOthersStayWhereTheyAre() {
        String name = "</script><script>alert(1)</script>&amp;";
        Directory norrkoping = norrkoping();
        Directory directory = Directory.of(
                new Municipality(
                        "0581",
                        LocalizedText.of(name, name),
                        norrkoping.municipality().zone()),
                norrkoping.calendar(),
                norrkoping.channels());
        Export json = SchemaOrgExport.of(directory, Audience.PUBLIC, FIRST, LAST, SWEDISH);
        assertThat(json.text()).doesNotContain("<", ">", "&");
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(json.text())
                        .get("name")
                        .stringValue())
                .isEqualTo(name);
    }

    /** Evaluators disagree on whether unknown hours alone replace those of the week. */
    @Test
    void C4_openStreetMapTakesTheDayAwayBeforeUnknownHours() {
        Directory directory = DirectoryDocument.read("""
                {"document": "directory", "version": 1,
                 "municipality": {"code": "0581", "name": {"sv": "Norrköping"}, "zone": "Europe/Stockholm"},
                 "channels": [{"id": "a", "name": {"sv": "A"}, "audience": "PUBLIC", "modality": "VOICE",
                   "endpoint": {"number": "011-15 00 00"},
                   "availability": {
                     "week": [{"days": ["MONDAY"], "open": ["08:00-16:00"]}],
                     "dates": [{"first": "2026-03-02", "last": "2026-03-02", "open": [], "unknown": ["08:00-12:00"]}]}}]}
                """.getBytes(StandardCharsets.UTF_8), "vague.json");
        assertThat(OsmExport.of(directory, Audience.PUBLIC, "a", FIRST, LAST, SWEDISH)
                        .text())
                .isEqualTo("Mo 08:00-16:00; 2026 Mar 02 off, 2026 Mar 02 08:00-12:00 unknown");
    }

    /** What is open outside office hours becomes a text of calendar days, split at midnight. */
    @Test
    void C1_openStreetMapIsSplitAtMidnight() {
        assertThat(OsmExport.of(norrkoping(), Audience.PUBLIC, "socialjouren", FIRST, LAST, SWEDISH)
                        .text())
                .startsWith("Mo-Fr 00:00-08:00,16:00-24:00; Sa,Su 00:00-24:00; 2026 Jan 01 00:00-24:00; ")
                .doesNotContain("25:");
        assertThat(OsmExport.of(norrkoping(), Audience.PUBLIC, "socialjouren", FIRST, LAST, SWEDISH)
                        .losses())
                .contains("socialjouren: opening_hours has no word for what to do while it is closed.");
    }

    @Test
    void onlyWhatIsLostOnTheDaysAskedForIsReported() {
        Directory directory = channel(VOICE + """
                "availability": {
                  "week": [{"days": ["THURSDAY", "FRIDAY"], "open": [], "unknown": ["18:00-20:00"]}],
                  "dates": [{"first": "2026-01-01", "last": "2026-01-01", "open": []}]}""");
        assertThat(SchemaOrgExport.of(directory, Audience.PUBLIC, FIRST, FIRST.plusDays(1), SWEDISH)
                        .losses())
                .noneMatch(loss -> loss.contains("not known"));
        assertThat(SchemaOrgExport.of(directory, Audience.PUBLIC, FIRST, FIRST.plusDays(2), SWEDISH)
                        .losses())
                .contains("a: hours that are not known are left out, which reads as closed.");
    }

    @Test
    void schemaOrgHasAContactPointForEachChannelThatTheAudienceMaySee() {
        Export export = SchemaOrgExport.of(norrkoping(), Audience.PUBLIC, FIRST, LAST, SWEDISH);
        JsonNode json = JsonMapper.builder().build().readTree(export.text());
        assertThat(json.get("@type").stringValue()).isEqualTo("GovernmentOrganization");
        assertThat(json.get("contactPoint")).hasSize(3);
        JsonNode office = json.get("contactPoint").get(0);
        assertThat(office.get("telephone").stringValue()).isEqualTo("+4611150000");
        assertThat(office.get("contactType").stringValue()).isEqualTo("Kontaktcenter");
        JsonNode week = office.get("hoursAvailable").get(0);
        assertThat(week.get("opens").stringValue()).isEqualTo("08:00");
        assertThat(week.get("closes").stringValue()).isEqualTo("16:00");
        assertThat(week.get("dayOfWeek")).hasSize(5);
        JsonNode newYear = office.get("hoursAvailable").get(1);
        assertThat(newYear.get("validFrom").stringValue()).isEqualTo("2026-01-01");
        assertThat(newYear.get("opens").stringValue()).isEqualTo("00:00");
        assertThat(newYear.get("closes").stringValue()).isEqualTo("00:00");
        assertThat(export.losses())
                .containsExactly(
                        "All hours are good from 2026-01-01 until 2027-01-01, then to be renewed.",
                        "socialkontoret: what to do while it is closed is a description in words, not data.",
                        "socialkontoret: schema.org has no word for being reached through kontaktcenter.",
                        "socialjouren: a whole day is written 00:00-23:59, which loses its last minute.",
                        "socialjouren: what to do while it is closed is a description in words, not data.");
        assertThat(json.get("contactPoint").get(2).get("description").stringValue())
                .isEqualTo("När det är stängt: (1) Kontaktcenter, 011-15 00 00: Begär socialkontoret. "
                        + "(2) Ring 112, begär socialtjänstens beredskap.");
        assertThat(export.text()).doesNotContain("390");
    }

    @Test
    void theCalendarOfDeviationsIsReadByAnotherProgram() {
        Export export = DeviationsExport.of(norrkoping(), Audience.PUBLIC, FIRST, LAST, NOW, 3, SWEDISH);
        assertThat(export.text().lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        List<VEvent> events = Biweekly.parse(export.text()).first().getEvents();
        assertThat(Biweekly.parse(export.text())
                        .first()
                        .validate(ICalVersion.V2_0)
                        .isEmpty())
                .isTrue();
        assertThat(events).hasSize(21);
        assertThat(events)
                .extracting(
                        event -> event.getUid().getValue(),
                        event -> event.getSummary().getValue(),
                        event -> event.getDescription().getValue(),
                        event -> event.getSequence().getValue())
                .contains(
                        tuple(
                                "kontaktcenter-2026-04-06@0581.municipalsafety.invalid",
                                "Kontaktcenter: stängt",
                                "röd dag (annandag påsk)",
                                3),
                        tuple(
                                "socialjouren-2026-04-06@0581.municipalsafety.invalid",
                                "Socialjouren: öppet dygnet runt",
                                "öppet när Kontaktcenter har stängt: röd dag (annandag påsk)",
                                3));
        assertThat(events).allMatch(event -> !event.getDateStart().getValue().hasTime());
    }

    /** Whoever reads neither Swedish nor English gets English throughout. */
    @Test
    void aThirdLanguageGetsEnglish() {
        assertThat(DeviationsExport.of(norrkoping(), Audience.PUBLIC, FIRST, LAST, NOW, 0, Locale.GERMAN)
                        .text())
                .isEqualTo(DeviationsExport.of(norrkoping(), Audience.PUBLIC, FIRST, LAST, NOW, 0, Locale.ENGLISH)
                        .text())
                .contains("SUMMARY:Contact centre: closed");
        assertThat(SchemaOrgExport.of(norrkoping(), Audience.PUBLIC, FIRST, LAST, Locale.GERMAN)
                        .text())
                .contains("While it is closed");
    }

    @Test
    void noDaysAndANegativeSequenceAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OsmExport.of(norrkoping(), Audience.PUBLIC, "kontaktcenter", LAST, LAST, SWEDISH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OsmExport.of(norrkoping(), Audience.PUBLIC, "x", FIRST, LAST, SWEDISH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviationsExport.of(norrkoping(), Audience.PUBLIC, FIRST, LAST, NOW, -1, SWEDISH));
    }
}
