/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.text.LocalizedText;

class PoliceEventsTest {

    @TempDir
    Path folder;

    private PoliceEvent event(String datetime, String name, String type) throws Exception {
        return list("[{\"id\": 7, \"datetime\": \"" + datetime + "\", \"name\": \"" + name
                        + "\", \"summary\": \"En man född 1990.\", \"url\": \"/x/\", \"type\": \"" + type
                        + "\", \"location\": {\"name\": \"Östergötlands län\", \"gps\": \"58.3,15.6\"}}]")
                .get(0);
    }

    private List<PoliceEvent> list(String json) throws Exception {
        Path file = folder.resolve("events.json");
        Files.writeString(file, json);
        return PoliceEvents.read(file);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-22 9:48:12 +02:00,  2026-08-22T07:48:12Z",
        "2026-08-22 09:48:12 +02:00, 2026-08-22T07:48:12Z",
        "2023-03-20 10:19:26 +01:00, 2023-03-20T09:19:26Z",
        "2026-08-22 0:00:00 +02:00,  2026-08-21T22:00:00Z",
        "' 2026-08-22 9:48:12 +02:00 ', 2026-08-22T07:48:12Z"
    })
    void M4_publishedAtIsNotIso8601(String datetime, Instant expected) throws Exception {
        assertThat(event(datetime, "22 augusti 09.30, Brand, Malmö", "Brand").publishedAt())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2023-03-20 10:19:26 +01:00; 20 mars 10:14, Trafikolycka, Malmö; 2023-03-20T09:14:00Z",
                "2026-08-22 9:48:12 +02:00;  22 augusti 09.30, Brand, Malmö;     2026-08-22T07:30:00Z",
                "2026-08-22 9:48:12 +02:00;  2 augusti 9.05, Brand, Malmö;       2026-08-02T07:05:00Z",
                "2026-08-22 9:48:12 +02:00;  22 Augusti 09.30, Brand, Malmö;     2026-08-22T07:30:00Z",
                // no year is given: the nearest one
                "2026-01-01 0:30:00 +01:00;  31 december 23.50, Brand, Malmö;    2025-12-31T22:50:00Z",
                "2025-12-31 23:50:00 +01:00; 01 januari 00.10, Brand, Malmö;     2025-12-31T23:10:00Z",
                "2024-03-01 0:30:00 +01:00;  29 februari 23.50, Brand, Malmö;    2024-02-29T22:50:00Z",
                "2025-01-10 0:30:00 +01:00;  29 februari 23.50, Brand, Malmö;    2024-02-29T22:50:00Z",
                // the event is published as if before it happened
                "2026-08-22 9:48:12 +02:00;  22 augusti 10.30, Brand, Malmö;     2026-08-22T08:30:00Z",
                // T2 at both changes of the clock
                "2026-03-29 8:00:00 +02:00;  29 mars 02.30, Brand, Malmö;        2026-03-29T01:00:00Z",
                "2026-10-25 8:00:00 +01:00;  25 oktober 02.30, Brand, Malmö;     2026-10-25T00:30:00Z"
            })
    void M4_happenedAtStandsInTheHeadingWithoutAYear(String datetime, String name, Instant expected) throws Exception {
        PoliceEvent event = event(datetime, name, "Brand");
        assertThat(event.happened()).contains(expected);
        assertThat(event.place()).isEqualTo("Malmö");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Sammanfattning natt, Norrköping; Norrköping",
                "Norrköping; Norrköping",
                "30 februari 10.00, Brand, Norrköping; Norrköping",
                "22 augusti 25.00, Brand, Norrköping; Norrköping",
                "22 august 10.00, Brand, Norrköping; Norrköping",
                "22 augusti 10.00 Brand Norrköping; 22 augusti 10.00 Brand Norrköping"
            })
    void M4_aHeadingOfAnotherFormIsDataWithoutATime(String name, String place) throws Exception {
        PoliceEvent event = event("2026-08-22 9:48:12 +02:00", name, "Brand");
        assertThat(event.happened()).isEmpty();
        assertThat(event.place()).isEqualTo(place);
        assertThat(event.toIncident(IncidentTypes.police()).occurredAt()).isEqualTo(event.publishedAt());
    }

    @Test
    void M4_aHeadingWithoutAPlaceStillHasItsTime() throws Exception {
        PoliceEvent event = event("2025-05-20 13:09:32 +02:00", "20 maj 13.09, Trafikkontroll, ", "Trafikkontroll");
        assertThat(event.happened()).contains(Instant.parse("2025-05-20T11:09:00Z"));
        assertThat(event.place()).isEmpty();
    }

    @Test
    void M4_typesMayHoldCommasAndBlanksAround() throws Exception {
        PoliceEvent event = event(
                "2026-08-22 9:48:12 +02:00", "22 augusti 09.30, Mord/dråp, försök, Norrköping", "Mord/dråp, försök ");
        assertThat(event.type()).isEqualTo("Mord/dråp, försök");
        assertThat(event.place()).isEqualTo("Norrköping");
        assertThat(event.happened()).contains(Instant.parse("2026-08-22T07:30:00Z"));
        assertThat(event.toIncident(IncidentTypes.police()).kind()).isEqualTo(IncidentKind.HOMICIDE_ATTEMPTED);
    }

    @Test
    void M4_theMunicipalityIsThatOfTheHeadingWhateverItsCapitals() throws Exception {
        Municipality norrkoping =
                new Municipality("0581", LocalizedText.of("Norrköping", "Norrkoping"), ZoneId.of("Europe/Stockholm"));
        for (String name : new String[] {"Norrköping", "NORRKÖPING", "norrköping "}) {
            PoliceEvent event = event("2026-08-22 9:48:12 +02:00", "22 augusti 09.30, Brand, " + name, "Brand");
            assertThat(event.isIn(norrkoping)).as(name).isTrue();
        }
        assertThat(event("2026-08-22 9:48:12 +02:00", "22 augusti 09.30, Brand, Östergötlands län", "Brand")
                        .isIn(norrkoping))
                .isFalse();
    }

    @Test
    void D2_theSummaryIsNotKept() throws Exception {
        PoliceEvent event = event("2026-08-22 9:48:12 +02:00", "22 augusti 09.30, Brand, Malmö", "Brand");
        assertThat(event.toString()).doesNotContain("född");
        assertThat(event.toIncident(IncidentTypes.police()).toString()).doesNotContain("född");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Okänd ny typ 2027", "skottlossning", "🙂", "x"})
    void M4_unknownTypeIsDataNeverAnException(String type) throws Exception {
        Incident incident = event("2026-08-22 9:48:12 +02:00", "22 augusti 09.30, " + type + ", Malmö", type)
                .toIncident(IncidentTypes.police());
        assertThat(incident.kind()).isEqualTo(IncidentKind.UNCLASSIFIED);
        assertThat(incident.status()).isEqualTo(IncidentStatus.REPORTED);
        assertThat(incident.sourceType()).isEqualTo(type);
        assertThat(incident.id()).isEqualTo("polisen:7");
        assertThat(incident.disclosure()).isEqualTo(Disclosure.OPEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Detonation; EXPLOSION; CONFIRMED",
                "Explosion; EXPLOSION; CONFIRMED",
                "Smällar; EXPLOSION; SUSPECTED",
                "Skottlossning; SHOOTING; CONFIRMED",
                "Skottlossning, misstänkt; SHOOTING; SUSPECTED",
                "Mord/dråp; HOMICIDE; REPORTED",
                "Mordbrand; ARSON; REPORTED",
                "Brand; FIRE; REPORTED",
                "Anträffad död; UNCLASSIFIED; REPORTED"
            })
    void M4_renamedTypesMeanTheSameByTable(String type, IncidentKind kind, IncidentStatus status) {
        assertThat(IncidentTypes.police().of(type)).isEqualTo(new IncidentTypes.Meaning(kind, status));
        assertThat(IncidentTypes.police().of(" " + type + " ")).isEqualTo(new IncidentTypes.Meaning(kind, status));
    }

    @Test
    void M4_theTableIsDataWithAnEdition() throws Exception {
        Path file = folder.resolve("types.json");
        Files.writeString(file, """
                {"document": "incident-types", "version": 1, "source": "Polisen", "edition": "2027-01",
                 "types": {"Drönare": {"kind": "DISTURBANCE", "status": "SUSPECTED"}}}""");
        IncidentTypes types = IncidentTypes.read(file);
        assertThat(types.edition()).isEqualTo("2027-01");
        assertThat(types.of("Drönare").kind()).isEqualTo(IncidentKind.DISTURBANCE);
        assertThat(types.of("Explosion").kind()).isEqualTo(IncidentKind.UNCLASSIFIED);
        assertThat(new IncidentTypes("x", "1", Map.of()).of("Explosion").kind()).isEqualTo(IncidentKind.UNCLASSIFIED);
    }

    @Test
    void D1_aListThatIsNoneIsRefusedWithAllFaults() {
        InvalidDocumentException refused = catchThrowableOfType(InvalidDocumentException.class, () -> list("""
                        [{"id": "7", "datetime": "2026-08-22T09:48:12+02:00", "name": "a", "type": "b"},
                         {"id": 8, "datetime": 5, "name": "a"},
                         {"id": 9, "datetime": "2026-08-22 9:48:12 +02:00", "name": "a", "type": "b", "new": 1},
                         7]"""));
        assertThat(refused.faults())
                .extracting(Fault::pointer)
                .containsExactly("/0/id", "/0/datetime", "/1/datetime", "/1", "/3");
    }

    @Test
    void M4_anEmptyListIsNoFault() throws Exception {
        assertThat(list("[]")).isEmpty();
    }
}
