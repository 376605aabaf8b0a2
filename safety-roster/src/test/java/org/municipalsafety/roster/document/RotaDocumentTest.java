/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.roster.resolution.Rota;

class RotaDocumentTest {

    private static final String GOOD = """
            {"document": "rota", "version": 1, "id": "tib", "zone": "Europe/Stockholm",
             "versions": [{"effectiveFrom": "2026-08-28T13:00:00+02:00", "phase": "KEEP", "positions": [
               {"id": "TIB", "name": {"sv": "Tjänsteperson i beredskap", "en": "Duty officer"}, "required": true,
                "layers": [
                  {"id": "natt", "rotation": {"anchor": "2026-08-28T13:00", "turns": {"elapsed": "PT6H"}, "members": ["ek"]},
                   "window": [{"days": ["MONDAY", "FRIDAY"], "hours": "22:00-30:00"},
                              {"classes": ["RED_DAY"], "except": ["BRIDGE_DAY"], "hours": "00:00-24:00"}],
                   "substitution": {"policy": "SUBSTITUTES", "persons": ["vik"]}},
                  {"id": "grund", "rotation": {"anchor": "2026-08-28T13:00", "turns": {"weeks": 1}, "members": ["ek", "gran"]},
                   "substitution": {"policy": "NEXT_IN_TURN", "owed": true}}]},
               {"id": "BACKUP", "name": {"sv": "Bakjour"}, "required": [{"days": ["SATURDAY"], "hours": "00:00-24:00"}],
                "layers": [{"id": "bak", "rotation": {"anchor": "2026-08-28T13:00", "turns": {"cycle": ["P4D", "PT72H"]}, "members": ["gran", "vast"]}}],
                "requires": ["tib", "kran"]}],
               "groups": [{"id": "vast", "persons": ["lind", "asp"]}]}],
             "distinct": [{"keeps": "TIB", "givesWay": "BACKUP"}],
             "absences": [{"person": "ek", "from": "2026-09-01T00:00:00Z", "until": "2026-09-02T00:00:00Z"}],
             "overrides": [{"id": "byte", "position": "TIB", "from": "2026-09-05T00:00:00Z", "until": "2026-09-06T00:00:00Z",
                            "holder": "gran", "decidedAt": "2026-09-01T00:00:00Z", "decidedBy": "Säkerhetschef"}],
             "qualifications": [{"qualification": "tib", "person": "ek", "from": "2026-01-01T00:00:00Z", "until": "2027-01-01T00:00:00Z"},
                                {"person": "lind", "qualification": "kran", "from": "2026-01-01T00:00:00Z"}],
             "swaps": [{"id": "mot", "decidedAt": "2026-09-02T00:00:00Z", "decidedBy": "Stab",
                        "first": {"position": "TIB", "from": "2026-09-12T00:00:00Z", "until": "2026-09-13T00:00:00Z", "holder": "gran"},
                        "second": {"position": "TIB", "from": "2026-09-19T00:00:00Z", "until": "2026-09-20T00:00:00Z", "holder": "ek"}}],
             "takeovers": [{"id": "over", "position": "TIB", "from": "2026-09-22T00:00:00Z", "until": "2026-09-23T00:00:00Z",
                            "turnsOf": "gran", "holder": "vik", "decidedAt": "2026-09-03T00:00:00Z", "decidedBy": "Krisledning"}]}
            """;

    private static Rota read(String text) {
        return RotaDocument.read(text.getBytes(StandardCharsets.UTF_8), "tib.json");
    }

    private static List<Fault> faults(String text) {
        try {
            read(text);
            return List.of();
        } catch (InvalidDocumentException refused) {
            return refused.faults();
        }
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(RotaDocument.schema(), InputFormat.JSON);
    }

    @Test
    void D1_whatIsWrittenReadsBackEqual() {
        Rota rota = read(GOOD);
        assertThat(read(RotaDocument.write(rota.plan()))).isEqualTo(rota);
        assertThat(schema().validate(RotaDocument.write(rota.plan()), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void D1_schemaAndReaderAgree() {
        Schema schema = schema();
        assertThat(schema.validate(GOOD, InputFormat.JSON)).isEmpty();
        assertThat(faults(GOOD)).isEmpty();
        String[][] mutations = {
            {"\"id\": \"tib\"", "\"id\": \"t i b\""},
            {"\"version\": 1", "\"version\": 2"},
            {"\"document\": \"rota\"", "\"document\": \"roster\""},
            {"\"zone\": \"Europe/Stockholm\"", "\"zone\": 1"},
            {"\"phase\": \"KEEP\"", "\"phase\": \"keep\""},
            {"\"phase\": \"KEEP\"", "\"phaze\": \"KEEP\""},
            {"2026-08-28T13:00:00+02:00", "2026-08-28T13:00:00"},
            {"\"members\": [\"ek\"]", "\"members\": []"},
            {"\"members\": [\"ek\"]", "\"members\": [1]"},
            {"\"members\": [\"ek\"]", "\"members\": \"ek\""},
            {"{\"weeks\": 1}", "{\"weeks\": 0}"},
            {"{\"weeks\": 1}", "{\"weeks\": \"1\"}"},
            {"{\"weeks\": 1}", "{\"weeks\": 1.5}"},
            {"{\"weeks\": 1}", "{\"weeks\": 1, \"days\": 1}"},
            {"{\"weeks\": 1}", "{}"},
            {"\"PT6H\"", "\"6h\""},
            {"\"PT6H\"", "6"},
            {"[\"MONDAY\", \"FRIDAY\"]", "[\"Monday\"]"},
            {"[\"MONDAY\", \"FRIDAY\"]", "[]"},
            {"\"classes\": [\"RED_DAY\"]", "\"classes\": []"},
            {"\"classes\": [\"RED_DAY\"]", "\"classes\": [\"röd dag\"]"},
            {"22:00-30:00", "22:00-6:00"},
            {"22:00-30:00", "24:00-30:00"},
            {"\"policy\": \"SUBSTITUTES\", \"persons\": [\"vik\"]", "\"policy\": \"SUBSTITUTES\""},
            {"\"policy\": \"NEXT_IN_TURN\"", "\"policy\": \"NEXT_IN_TURN\", \"persons\": [\"ek\"]"},
            {"\"policy\": \"NEXT_IN_TURN\"", "\"policy\": \"GAP\""},
            {"\"policy\": \"NEXT_IN_TURN\"", "\"policy\": \"LOWER_LAYER\""},
            {"\"owed\": true", "\"owed\": \"yes\""},
            {"\"required\": true", "\"required\": \"yes\""},
            {"\"givesWay\": \"BACKUP\"", "\"givesWay\": null"},
            {"\"person\": \"ek\", \"from\"", "\"from\""},
            {"\"decidedBy\": \"Säkerhetschef\"", "\"decidedBy\": \" \""},
            {"\"holder\": \"gran\"", "\"holder\": null"},
            {"\"holder\": \"gran\"", "\"reason\": \"sjuk\""},
            {"\"persons\": [\"lind\", \"asp\"]", "\"persons\": []"},
            {"\"persons\": [\"lind\", \"asp\"]", "\"persons\": [\"lind\", \"lind\"]"},
            {"\"persons\": [\"lind\", \"asp\"]", "\"members\": [\"lind\"]"},
            {"{\"id\": \"vast\",", "{\"id\": \"väst\","},
            {"[\"tib\", \"kran\"]", "[\"tib\", \"tib\"]"},
            {"[\"tib\", \"kran\"]", "[true]"},
            {"[\"tib\", \"kran\"]", "\"tib\""},
            {"\"qualification\": \"kran\", ", ""},
            {"\"qualification\": \"kran\"", "\"qualification\": \"kran\", \"reason\": \"x\""},
            {"\"until\": \"2027-01-01T00:00:00Z\"", "\"until\": null"},
            {"\"id\": \"mot\"", "\"id\": \"m o t\""},
            {"\"second\"", "\"third\""},
            {"\"decidedBy\": \"Stab\"", "\"decidedBy\": \"\""},
            {"2026-09-19T00:00:00Z\", \"until\"", "2026-09-19\", \"until\""},
            {"{\"weeks\": 1}", "{\"months\": 1, \"monthEnd\": \"ITERATED\"}"},
            {"{\"weeks\": 1}", "{\"weeks\": 1, \"monthEnd\": \"OVERFLOW\"}"},
            {"\"turnsOf\": \"gran\", ", ""},
            {"\"turnsOf\": \"gran\"", "\"turnsOf\": \"gran\", \"reason\": \"sjuk\""},
            {"\"decidedBy\": \"Krisledning\"", "\"decidedBy\": \"\""},
        };
        List<String> disagreements = new ArrayList<>();
        for (String[] mutation : mutations) {
            assertThat(GOOD).contains(mutation[0]);
            String bad = GOOD.replace(mutation[0], mutation[1]);
            boolean refusedBySchema = !schema.validate(bad, InputFormat.JSON).isEmpty();
            boolean refusedByReader = !faults(bad).isEmpty();
            if (!refusedBySchema || !refusedByReader) {
                disagreements.add(mutation[1] + ": schema " + refusedBySchema + ", reader " + refusedByReader);
            }
        }
        assertThat(disagreements).isEmpty();
    }

    @Test
    void D1_allFaultsAreNamedWithTheirPlace() {
        String bad = GOOD.replace("\"weeks\": 1", "\"weeks\": 0")
                .replace("\"members\": [\"ek\"]", "\"members\": []")
                .replace("\"keeps\": \"TIB\"", "\"keeps\": \"KIB\"")
                .replace("\"person\": \"ek\"", "\"person\": 7");
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> read(bad))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::pointer)
                        .contains(
                                "/versions/0/positions/0/layers/0/rotation/members",
                                "/versions/0/positions/0/layers/1/rotation/turns/weeks",
                                "/absences/0/person"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RotaDocumentTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The table beside the document has a line for each of its faults: pointer | what was found | advice. */
    @Test
    void D1_fiftyFaultsOfAllKindsAreToldInOneGo() throws IOException {
        List<Fault> told = faults(resource("fifty-faults.json"));
        assertThat(told)
                .extracting(fault -> fault.pointer() + " | " + fault.found() + " | "
                        + fault.maybe().orElse("-"))
                .containsExactlyElementsOf(resource("fifty-faults.txt").lines().toList())
                .hasSizeGreaterThanOrEqualTo(50);
        assertThat(told).allSatisfy(fault -> assertThat(fault.expected()).isNotBlank());
    }

    /** A list of persons that is lost may have named anybody: an absence is not blamed for it. */
    @Test
    void D1_whatALostListMayHaveNamedIsNoFault() {
        String known = GOOD.replace("\"absences\": [{\"person\": \"ek\"", "\"absences\": [{\"person\": \"okand\"");
        String bad = known.replace("\"members\": [\"gran\", \"vast\"]", "\"membres\": [\"gran\", \"vast\"]");
        assertThat(faults(bad))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/versions/0/positions/1/layers/0/rotation",
                        "/versions/0/positions/1/layers/0/rotation/membres");
        String group = known.replace("\"persons\": [\"lind\", \"asp\"]", "\"personer\": [\"lind\", \"asp\"]");
        assertThat(faults(group))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/versions/0/groups/0", "/versions/0/groups/0/personer");
        assertThat(faults(known)).extracting(Fault::pointer).containsExactly("/absences/0/person");
    }

    /** What is lost tells nothing; but it hides nothing either that it cannot have named. */
    @Test
    void D1_aLostPersonHidesNoUnknownPosition() {
        String bad = GOOD.replace("\"persons\": [\"lind\"", "\"personer\": [\"lind\"")
                .replace("\"givesWay\": \"BACKUP\"", "\"givesWay\": \"BAKUP\"")
                .replace("\"turnsOf\": \"gran\"", "\"turnsOf\": \"okand\"");
        assertThat(faults(bad))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/versions/0/groups/0", "/versions/0/groups/0/personer", "/distinct/0/givesWay");
        String twice = GOOD.replace("\"persons\": [\"lind\", \"asp\"]", "\"persons\": [\"lind\", \"lind\"]")
                .replace("\"person\": \"ek\", \"from\": \"2026-09-01", "\"person\": \"okand\", \"from\": \"2026-09-01")
                .replace("\"turnsOf\": \"gran\"", "\"turnsOf\": \"okand\"");
        assertThat(faults(twice))
                .as("a person named twice is read")
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/versions/0/groups/0/persons/1", "/absences/0/person", "/takeovers/0/turnsOf");
    }

    @Test
    void D1_aSwapWithoutATimeHidesNothingElseOfIt() {
        String bad = GOOD.replace("\"from\": \"2026-09-19T00:00:00Z\"", "\"from\": \"i morgon\"")
                .replace(
                        "\"2026-09-20T00:00:00Z\", \"holder\": \"ek\"",
                        "\"2026-09-20T00:00:00Z\", \"holder\": \"vast\"");
        assertThat(faults(bad))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/swaps/0/second/from", "/swaps/0/second/holder");
    }

    @Test
    void D1_monthsThatOverflowReadBackEqual() {
        String text = GOOD.replace("{\"weeks\": 1}", "{\"months\": 1, \"monthEnd\": \"OVERFLOW\"}");
        Rota rota = read(text);
        assertThat(rota).isNotEqualTo(read(GOOD.replace("{\"weeks\": 1}", "{\"months\": 1}")));
        assertThat(read(RotaDocument.write(rota.plan()))).isEqualTo(rota);
    }

    @Test
    void D2_anAbsenceHasNoReason() {
        String bad = GOOD.replace("{\"person\": \"ek\",", "{\"person\": \"ek\", \"reason\": \"sjuk\",");
        assertThat(faults(bad)).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/absences/0/reason");
            assertThat(fault.toString()).doesNotContain("sjuk");
        });
    }
}
