/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.situation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.incident.Incident;
import org.municipalsafety.core.incident.IncidentKind;
import org.municipalsafety.core.incident.IncidentStatus;
import org.municipalsafety.core.measure.Measure;
import org.municipalsafety.core.measure.MeasureEvent;
import org.municipalsafety.core.measure.MeasureState;
import org.municipalsafety.core.measure.Term;
import org.threeten.extra.Interval;

class SituationTest {

    static final String GOOD = """
            {"document": "situation", "version": 1, "id": "s1",
             "municipality": {"code": "0581", "name": {"sv": "Norrköping"}, "zone": "Europe/Stockholm"},
             "title": {"sv": "Våldsbrotten"},
             "openedAt": "2026-11-24T09:00:00+01:00",
             "kinds": ["SHOOTING"],
             "areaSet": {"publisher": "Kommunen", "version": "1", "validFrom": "2026-01-01",
                         "areas": [{"id": "hageby", "name": {"sv": "Hageby"}}]},
             "dayParts": {"EVENING": "18:00"},
             "incidents": [
               {"id": "polisen:1", "kind": "SHOOTING", "status": "REPORTED", "occurredAt": "2026-11-20T22:15:00+01:00",
                "reportedAt": "2026-11-20T22:40:00+01:00", "source": "Polisen", "sourceType": "Skottlossning",
                "area": "hageby", "disclosure": "OPEN"},
               {"id": "polisen:2", "kind": "EXPLOSION", "status": "SUSPECTED", "occurredAt": "2026-11-21T22:15:00+01:00",
                "reportedAt": "2026-11-21T22:40:00+01:00", "source": "Polisen", "sourceType": "Smällar",
                "disclosure": "OPEN"},
               {"id": "polisen:1", "kind": "SHOOTING", "status": "CONFIRMED", "occurredAt": "2026-11-20T22:15:00+01:00",
                "reportedAt": "2026-11-20T22:50:00+01:00", "source": "Polisen", "sourceType": "Skottlossning",
                "area": "hageby", "disclosure": "OPEN"}],
             "measures": [
               {"id": "m1", "code": "GUARD_EXTRA", "name": {"sv": "Extra väktare"}, "requester": {"sv": "Säkerhetschef"},
                "decider": {"sv": "Kommundirektör"}, "performer": {"sv": "Bolaget"},
                "target": {"description": {"sv": "Alla"}, "where": {"RESIDENCE_AREA": ["hageby"]}},
                "areas": ["hageby"], "problem": "lagesbild-1", "disclosure": "OPEN",
                "history": [
                  {"event": "REQUESTED", "at": "2026-11-25T13:00:00+01:00"},
                  {"event": "DECIDED", "at": "2026-11-26T09:00:00+01:00", "decision": "KS 1"},
                  {"event": "SCHEDULED", "at": "2026-11-26T09:00:00+01:00", "term":
                    {"wording": {"sv": "från torsdag kväll till och med måndag"}, "firstDay": "2026-11-26",
                     "firstPart": "EVENING", "lastDay": "2026-11-30", "review": "2026-12-01T00:00:00+01:00"}}]}],
             "bulletins": [{"id": "b1", "publishAt": "2026-11-26T15:30:00+01:00", "title": {"sv": "Nu"},
                            "paragraphs": [{"sv": "Så här"}], "measures": ["m1"], "disclosure": "OPEN"}]}""";

    static Situation read(String json) {
        return SituationDocument.read(json.getBytes(UTF_8), "situation.json");
    }

    private static List<Fault> faults(String json) {
        InvalidDocumentException refused = catchThrowableOfType(InvalidDocumentException.class, () -> read(json));
        assertThat(refused).as("refused").isNotNull();
        return refused.faults();
    }

    @Test
    void M3_thursdayEveningToMondayInclusiveEndsOnTuesday() {
        var measure = read(GOOD).measure("m1").orElseThrow();
        assertThat(measure.stateAt(Instant.parse("2026-11-26T16:59:59Z"))).contains(MeasureState.SCHEDULED);
        assertThat(measure.stateAt(Instant.parse("2026-11-26T17:00:00Z"))).contains(MeasureState.ACTIVE);
        assertThat(measure.inForceAt(Instant.parse("2026-11-30T22:59:59Z"))).isTrue();
        assertThat(measure.inForceAt(Instant.parse("2026-11-30T23:00:00Z"))).isFalse();
        assertThat(measure.stateAt(Instant.parse("2026-11-30T23:00:00Z"))).contains(MeasureState.REVIEW_DUE);
    }

    @Test
    void M4_editionsOfAnIncidentMayStandApart() {
        Situation situation = read(GOOD);
        assertThat(situation.incidents())
                .extracting(Incident::status)
                .containsExactly(IncidentStatus.CONFIRMED, IncidentStatus.SUSPECTED);
        assertThat(situation.editions().get("polisen:1"))
                .extracting(Incident::status)
                .containsExactly(IncidentStatus.REPORTED, IncidentStatus.CONFIRMED);
        assertThat(situation.concerns(IncidentKind.SHOOTING)).isTrue();
        assertThat(situation.concerns(IncidentKind.FIRE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"s1\";                        \"s 1\";                      /id",
                "\"0581\";                      \"581\";                      /municipality/code",
                "\"0581\";                      581;                          /municipality/code",
                "\"Europe/Stockholm\";          \"Europe/Norrköping\";        /municipality/zone",
                "\"sv\": \"Våldsbrotten\";      \"svenska språket\": \"x\";   /title",
                "\"2026-11-24T09:00:00+01:00\"; 1795698000;                   /openedAt",
                "[\"SHOOTING\"];                [\"SHOTING\"];                /kinds/0",
                "\"2026-01-01\";                \"2026-13-01\";               /areaSet/validFrom",
                "\"EVENING\": \"18:00\";        \"EVENING\": 18;              /dayParts/EVENING",
                "\"EVENING\": \"18:00\";        \"KVALL\": \"18:00\";         /dayParts/KVALL",
                "\"EVENING\": \"18:00\";        \"NIGHT\": \"22:00\";         /measures/0/history/2/term",
                "\"polisen:2\";                 \"polisen 2\";                /incidents/1/id",
                "\"SUSPECTED\";                 \"MAYBE\";                    /incidents/1/status",
                "\"m1\", \"code\";              \"m2\", \"code\";             /bulletins/0/measures/0",
                "\"areas\": [\"hageby\"];       \"areas\": [\"hageby\", \"x\"]; /measures/0/areas/1",
                "[\"hageby\"]};                 [\"x\"]};                     /measures/0/target/where/RESIDENCE_AREA",
                "[\"hageby\"]};                 []};                          /measures/0/target",
                "{\"sv\": \"Alla\"};            \"Alla\";                     /measures/0/target/description",
                "\"DECIDED\";                   \"DECLINED\";                 /measures/0",
                "\"DECIDED\";                   \"ENDED\";                    /measures/0",
                "\"decision\": \"KS 1\";        \"decision\": 1;              /measures/0/history/1/decision",
                "\"decision\": \"KS 1\";        \"term\": {};                 /measures/0/history/1 /measures/0/history/1/term",
                "\"2026-12-01T00:00:00+01:00\"; \"2026-12-01T00:00:01+01:00\"; /measures/0/history/2/term",
                "\"lastDay\": \"2026-11-30\";   \"lastDay\": \"2026-11-25\";  /measures/0/history/2/term",
                "\"lastDay\": \"2026-11-30\", ; ;                             /measures/0/history/2/term",
                "\"problem\": \"lagesbild-1\", ; ;                            /measures/0",
                "\"OPEN\"}]};                   \"PUBLIC\"}]};                /bulletins/0/disclosure",
                "{\"sv\": \"Så här\"};          {};                           /bulletins/0/paragraphs/0",
                "\"title\": {\"sv\": \"Nu\"};   \"titel\": {\"sv\": \"Nu\"};  /bulletins/0 /bulletins/0/titel"
            })
    void D1_eachFaultAtItsPlace(String good, String bad, String pointers) {
        assertThat(GOOD).contains(good);
        assertThat(faults(GOOD.replace(good, bad == null ? "" : bad)))
                .extracting(Fault::pointer)
                .containsExactly(pointers.split(" "));
    }

    @Test
    void D1_theFaultIsAtTheEditionThatHasIt() {
        int last = GOOD.lastIndexOf("\"area\": \"hageby\"");
        String bad =
                GOOD.substring(0, last) + "\"area\": \"x\"" + GOOD.substring(last + "\"area\": \"hageby\"".length());
        assertThat(faults(bad)).extracting(Fault::pointer).containsExactly("/incidents/2/area");
    }

    @Test
    void D1_idsAreGivenOnce() {
        String bulletin = GOOD.substring(GOOD.indexOf("{\"id\": \"b1\""), GOOD.lastIndexOf("]}"));
        assertThat(faults(GOOD.replace(bulletin, bulletin + ", " + bulletin)))
                .extracting(Fault::pointer)
                .containsExactly("/bulletins/1/id");
        String area = "{\"id\": \"hageby\", \"name\": {\"sv\": \"Hageby\"}}";
        assertThat(faults(GOOD.replace(area, area + ", " + area)))
                .extracting(Fault::pointer)
                .containsExactly("/areaSet");
    }

    @Test
    void D1_faultsOfDifferentPartsAreNamedTogether() {
        String bad = GOOD.replace("\"0581\"", "581")
                .replace("\"2026-01-01\"", "5")
                .replace("\"sourceType\"", "\"typ\"")
                .replace("\"decision\"", "\"beslut\"")
                .replace("\"firstPart\": \"EVENING\"", "\"firstPart\": \"KVÄLL\"")
                .replace("\"paragraphs\": [{\"sv\": \"Så här\"}]", "\"paragraphs\": \"Så här\"");
        assertThat(faults(bad))
                .extracting(Fault::pointer)
                .containsExactly(
                        "/municipality/code",
                        "/areaSet/validFrom",
                        "/incidents/0",
                        "/incidents/0/typ",
                        "/incidents/1",
                        "/incidents/1/typ",
                        "/incidents/2",
                        "/incidents/2/typ",
                        "/measures/0/history/1",
                        "/measures/0/history/1/beslut",
                        "/measures/0/history/2/term/firstPart",
                        "/bulletins/0/paragraphs");
    }

    @Test
    void M4_anIncidentHasEditionsAndAllAreItsOwn() {
        Situation situation = read(GOOD);
        Incident incident = situation.incidents().get(0);
        assertThatIllegalArgumentException().isThrownBy(() -> copy(situation, Map.of("polisen:1", List.of())));
        assertThatIllegalArgumentException().isThrownBy(() -> copy(situation, Map.of("x", List.of(incident))));
    }

    @Test
    void D1_aValueMadeInCodeIsCheckedLikeADocument() {
        Situation situation = read(GOOD);
        Incident stray = new Incident(
                "polisen:9",
                IncidentKind.FIRE,
                IncidentStatus.REPORTED,
                Instant.EPOCH,
                Instant.EPOCH,
                "Polisen",
                "Brand",
                Optional.of("okänt"),
                Disclosure.OPEN);
        InvalidModelException refused = catchThrowableOfType(InvalidModelException.class, () -> situation.with(stray));
        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/incidents/3/area");
    }

    @Test
    void D1_whatCouldNotBeReadBackIsNotWritten() {
        Situation situation = read(GOOD);
        Incident unreadable = new Incident(
                "polisen 9",
                IncidentKind.FIRE,
                IncidentStatus.REPORTED,
                Instant.EPOCH,
                Instant.EPOCH,
                " ",
                "Brand",
                Optional.empty(),
                Disclosure.OPEN);
        InvalidModelException refused = catchThrowableOfType(
                InvalidModelException.class, () -> SituationDocument.write(situation.with(unreadable)));
        assertThat(refused.faults())
                .extracting(Fault::pointer)
                .containsExactly("/incidents/3/id", "/incidents/3/source");

        Measure guards = situation.measure("m1").orElseThrow();
        Term.Temporary term = (Term.Temporary) guards.termAt(Instant.MAX).orElseThrow();
        Interval other = Interval.of(term.start(), term.review().plusSeconds(1));
        Measure changed = guards.with(new MeasureEvent.Changed(
                term.review(), "KS 2", new Term.Temporary(term.stated(), other, term.review())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SituationDocument.write(situation.with(changed)))
                .withMessageContaining("s1")
                .withMessageContaining("M3");
    }

    @Test
    void D1_aFaultyZoneIsToldWithAllOtherFaults() {
        assertThat(faults(GOOD.replace("Europe/Stockholm", "Europe/Norrköping").replace("\"KS 1\"", "1")))
                .extracting(Fault::pointer)
                .containsExactly("/municipality/zone", "/measures/0/history/1/decision");
    }

    @Test
    void D3_aReclassifiedIncidentIsHiddenWithItsHistory() {
        Situation situation = read(GOOD);
        Incident now = situation.incidents().get(0);
        Incident hidden = new Incident(
                now.id(),
                now.kind(),
                now.status(),
                now.occurredAt(),
                now.reportedAt(),
                now.source(),
                now.sourceType(),
                now.area(),
                Disclosure.RESTRICTED);
        Situation view = situation.with(hidden).view(Audience.PUBLIC);
        assertThat(view.editions()).doesNotContainKey(now.id());
        assertThat(situation.with(hidden).view(Audience.DUTY).editions().get(now.id()))
                .hasSize(3);
    }

    @Test
    void D2_noTypeHasAPlaceForADatumOfAPerson() throws Exception {
        List<String> forbidden = List.of(
                "suspect",
                "victim",
                "witness",
                "offender",
                "perpetrator",
                "pupil",
                "student",
                "firstname",
                "lastname",
                "surname",
                "fullname",
                "personname",
                "personnummer",
                "personalnumber",
                "socialsecurity",
                "ssn",
                "birth",
                "gender",
                "ethnic",
                "religion",
                "health",
                "diagnosis",
                "gang",
                "plate",
                "registration",
                "address",
                "street",
                "dwelling",
                "home",
                "photo",
                "image",
                "portrait",
                "latitude",
                "longitude",
                "summary",
                "absencereason",
                "reasonofabsence",
                "reasonforabsence",
                "sick",
                "protectedidentity");
        Path classes = Path.of(Situation.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> found = new ArrayList<>();
        int components = 0;
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name =
                        classes.relativize(file).toString().replace('/', '.').replace('\\', '.');
                if (!name.startsWith("org.municipalsafety")) {
                    continue;
                }
                Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
                if (!type.isRecord()) {
                    continue;
                }
                for (RecordComponent component : type.getRecordComponents()) {
                    components++;
                    String lower = component.getName().toLowerCase(Locale.ROOT);
                    if (forbidden.stream().anyMatch(lower::contains)) {
                        found.add(type.getName() + "." + component.getName());
                    }
                    if (lower.equals("reason") && type.getSimpleName().contains("Absence")) {
                        found.add(type.getName() + "." + component.getName());
                    }
                }
            }
        }
        assertThat(components).isGreaterThan(60);
        assertThat(found).isEmpty();
    }

    private static Situation copy(Situation s, Map<String, List<Incident>> editions) {
        return new Situation(
                s.id(),
                s.municipality(),
                s.title(),
                s.openedAt(),
                s.kinds(),
                s.areaSet(),
                s.dayParts(),
                editions,
                s.measures(),
                List.of());
    }
}
