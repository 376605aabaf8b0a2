/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.exchange;

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
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.disclosure.Audience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportsTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2027-01-01");
    private static final Instant NOW = Instant.parse("2026-11-26T13:00:00Z");

    private static Directory norrkoping() {
        try (InputStream in = Objects.requireNonNull(
                ExportsTest.class.getResourceAsStream("/org/municipalsafety/core/channel/norrkoping.json"))) {
            return DirectoryDocument.read(in.readAllBytes(), "norrkoping.json");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void openStreetMapNamesEachDayThatDiffers() {
        Export export = Exports.openingHours(norrkoping(), "kontaktcenter", FIRST, LAST);
        assertThat(export.text())
                .isEqualTo("Mo-Fr 08:00-16:00; 2026 Jan 01 off; 2026 Jan 06 off; 2026 Apr 03 off; 2026 Apr 06 off; "
                        + "2026 May 01 off; 2026 May 14 off; 2026 Dec 25 off");
        assertThat(export.losses())
                .containsExactly("Days that differ are spelled out by date: the text holds from 2026-01-01 until "
                        + "2027-01-01 and must be renewed.");
        assertThat(Exports.openingHours(norrkoping(), "tib", FIRST, LAST)).isEqualTo(new Export("24/7", List.of()));
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
        assertThat(Exports.openingHours(directory, "a", FIRST, LAST).text())
                .isEqualTo("Mo 08:00-16:00; 2026 Mar 02 off, 2026 Mar 02 08:00-12:00 unknown");
    }

    /** What is open outside office hours becomes a text of calendar days, split at midnight. */
    @Test
    void C1_openStreetMapIsSplitAtMidnight() {
        assertThat(Exports.openingHours(norrkoping(), "socialjouren", FIRST, LAST)
                        .text())
                .startsWith("Mo-Fr 00:00-08:00,16:00-24:00; Sa,Su 00:00-24:00; 2026 Jan 01 00:00-24:00; ")
                .doesNotContain("25:");
        assertThat(Exports.openingHours(norrkoping(), "socialjouren", FIRST, LAST)
                        .losses())
                .contains("socialjouren: opening_hours has no word for what to do while it is closed.");
    }

    @Test
    void schemaOrgHasAContactPointForEachChannelThatTheAudienceMaySee() {
        Export export = Exports.schemaOrg(norrkoping(), Audience.PUBLIC, FIRST, LAST, SWEDISH);
        JsonNode json = JsonMapper.builder().build().readTree(export.text());
        assertThat(json.get("@type").stringValue()).isEqualTo("GovernmentOrganization");
        assertThat(json.get("contactPoint")).hasSize(3);
        JsonNode office = json.get("contactPoint").get(0);
        assertThat(office.get("telephone").stringValue()).isEqualTo("+4611150000");
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
        Export export = Exports.deviations(norrkoping(), Audience.PUBLIC, FIRST, LAST, NOW, 3, SWEDISH);
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

    @Test
    void noDaysAndANegativeSequenceAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exports.openingHours(norrkoping(), "kontaktcenter", LAST, LAST));
        assertThatIllegalArgumentException().isThrownBy(() -> Exports.openingHours(norrkoping(), "x", FIRST, LAST));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exports.deviations(norrkoping(), Audience.PUBLIC, FIRST, LAST, NOW, -1, SWEDISH));
    }
}
