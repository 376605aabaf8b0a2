/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.situation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.SafetyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The published JSON Schema and the reader say the same, as far as a schema can say it (D1). */
class SituationSchemaTest {

    private static final Schema SCHEMA = schema();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Schema schema() {
        try (InputStream in = SituationDocument.class.getResourceAsStream("situation.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(requireNonNull(in, "schema").readAllBytes(), UTF_8), InputFormat.JSON);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static List<Error> bySchema(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }

    private static boolean byReader(String json) {
        try {
            SituationTest.read(json);
            return true;
        } catch (SafetyException refused) {
            return false;
        }
    }

    @Provide
    Arbitrary<Situation> situations() {
        return Situations.situations();
    }

    @Example
    void D1_theExampleAgrees() {
        assertThat(bySchema(SituationTest.GOOD)).isEmpty();
        assertThat(byReader(SituationTest.GOOD)).isTrue();
    }

    @Property(tries = 200)
    void D1_whatTheLibraryWritesTheSchemaAccepts(@ForAll("situations") Situation situation) {
        assertThat(bySchema(SituationDocument.write(situation))).isEmpty();
    }

    @Test
    void D1_theDocumentOfTheScenarioAgrees() throws Exception {
        Path file =
                Path.of("../safety-examples/src/main/resources/org/municipalsafety/examples/norrkoping/situation.json");
        if (!Files.isReadable(file)) {
            Assumptions.abort("the example program's situation is not beside this module");
        }
        assertThat(bySchema(Files.readString(file))).isEmpty();
        Situation situation = SituationDocument.read(file);
        assertThat(situation.measures()).hasSizeGreaterThan(5);
        assertThat(SituationDocument.read(SituationDocument.write(situation).getBytes(UTF_8), "again"))
                .isEqualTo(situation);
    }

    @Test
    void D1_theSchemaIsItselfValidAndClosed() throws Exception {
        JsonNode schema = SCHEMA.getSchemaNode();
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(schema)).isEmpty();
        List<String> open = new ArrayList<>();
        closed(schema, "", open);
        assertThat(open).isEmpty();
    }

    private static void closed(JsonNode node, String pointer, List<String> open) {
        if (node.isObject() && node.path("type").asString("").equals("object") && !node.has("additionalProperties")) {
            open.add(pointer);
        }
        if (node.isObject()) {
            node.properties().forEach(entry -> closed(entry.getValue(), pointer + "/" + entry.getKey(), open));
        } else if (node.isArray()) {
            node.forEach(element -> closed(element, pointer + "/-", open));
        }
    }

    /** At each place of the good document: other types, an unknown field, a missing field. Each verdict twice. */
    @Test
    void D1_schemaAndReaderAgreeOnEveryMutation() {
        Set<String> mutants = new LinkedHashSet<>();
        mutate(JSON.readTree(SituationTest.GOOD), mutants);
        int accepted = 0;
        List<String> schemaOnlyRefuses = new ArrayList<>();
        List<String> readerOnlyRefuses = new ArrayList<>();
        for (String mutant : mutants) {
            boolean reader = byReader(mutant);
            boolean schema = bySchema(mutant).isEmpty();
            accepted += reader ? 1 : 0;
            if (reader && !schema) {
                schemaOnlyRefuses.add(mutant);
            } else if (schema && !reader) {
                readerOnlyRefuses.add(mutant);
            }
        }
        System.out.println("schema: " + mutants.size() + " mutants, accepted by both " + accepted
                + ", refused by the reader alone " + readerOnlyRefuses.size());
        assertThat(mutants.size()).isGreaterThan(700);
        assertThat(schemaOnlyRefuses).isEmpty();
        // References, the order of events, names of zones and languages: the schema cannot say them.
        assertThat(readerOnlyRefuses)
                .allSatisfy(
                        mutant -> assertThat(reasons(mutant))
                                .matches(
                                        "(?s).*(unknown area|unknown measure|cannot follow|contradiction|time zone|no language tag).*"));
    }

    private static String reasons(String json) {
        try {
            SituationTest.read(json);
            return "";
        } catch (SafetyException refused) {
            return requireNonNull(refused.getMessage());
        }
    }

    private static void mutate(JsonNode root, Set<String> mutants) {
        String[] values = {
            "null", "1", "1.5", "true", "\"\"", "\" \"", "\"x\"", "[]", "{}", "\"2\"", "[1]", "1795698000", "\"GREEN\""
        };
        List<JsonNode> places = new ArrayList<>();
        collect(root, places);
        for (JsonNode place : places) {
            if (place instanceof ObjectNode object) {
                for (String name : List.copyOf(object.propertyNames())) {
                    JsonNode before = object.get(name);
                    for (String value : values) {
                        object.set(name, JSON.readTree(value));
                        mutants.add(JSON.writeValueAsString(root));
                    }
                    object.set(name, before);
                }
                Map<String, JsonNode> whole = new LinkedHashMap<>();
                object.properties().forEach(entry -> whole.put(entry.getKey(), entry.getValue()));
                for (String name : whole.keySet()) {
                    object.remove(name);
                    mutants.add(JSON.writeValueAsString(root));
                    object.removeAll();
                    object.setAll(whole);
                }
                object.put("unknown", 1);
                mutants.add(JSON.writeValueAsString(root));
                object.remove("unknown");
            } else if (place instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    JsonNode before = array.get(i);
                    for (String value : values) {
                        array.set(i, JSON.readTree(value));
                        mutants.add(JSON.writeValueAsString(root));
                    }
                    array.set(i, before);
                }
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        places.add(node);
        if (node.isObject()) {
            node.properties().forEach(entry -> collect(entry.getValue(), places));
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, places));
        }
    }
}
