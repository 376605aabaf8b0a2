/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The plain values are those that Jackson's own tree holds, and are written as its data binding writes them. */
class JsonProperties {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxTokenCount(500_000)
                            .maxNameLength(1_000)
                            .maxNumberLength(30)
                            .maxStringLength(200_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @Property(tries = 5_000)
    void D1_anyTextHoldsWhatJacksonsTreeHolds(@ForAll("jsonLike") String text) {
        assertThat(ours(text)).isEqualTo(theirs(text));
    }

    @Example
    void D1_theEdgesHoldWhatJacksonsTreeHolds() {
        for (String number : List.of(
                "0",
                "-0",
                "-0.0",
                "2.0",
                "2e0",
                "1e400",
                "-1E400",
                "1e-400",
                "1e999999999",
                "0.1",
                "123456789012345678901234567890",
                "1234567890123456789012345678901",
                "0.12345678901234567890123456789",
                "0.123456789012345678901234567890",
                "2147483647",
                "2147483648",
                "-2147483649",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775808",
                "-9223372036854775809",
                "1.7976931348623157E308",
                "4.9E-324",
                "1e7",
                "1e-3",
                "1e-4",
                "100000000000000000000.0")) {
            for (String text : List.of(number, "[" + number + "]", "{\"a\": " + number + "}", number + " 1")) {
                assertThat(ours(text)).as(text).isEqualTo(theirs(text));
            }
        }
        for (String text : List.of(
                "\"" + "x".repeat(200_000) + "\"",
                "\"" + "x".repeat(200_001) + "\"",
                "{\"" + "x".repeat(1_000) + "\": 1}",
                "{\"" + "x".repeat(1_001) + "\": 1}",
                "[".repeat(40) + "]".repeat(40),
                "[".repeat(41) + "]".repeat(41),
                "{\"a\":".repeat(40) + "1" + "}".repeat(40),
                "{\"a\":".repeat(41) + "1" + "}".repeat(41),
                "[" + "1,".repeat(499_996) + "1]",
                "[" + "1,".repeat(499_997) + "1]",
                "[" + "1,".repeat(499_998) + "1]",
                "[" + "1,".repeat(500_000) + "1]",
                "{\"a\": 1, \"b\": {\"a\": 2}, \"a\": 3}",
                "{\"a\": 1, \"\\u0061\": 2}",
                "{\"\": \"\\ud83d\", \" \": \"\\u0000\"}",
                "",
                " ",
                "null",
                "nul",
                "[1] x",
                "[1]]",
                "[1] {",
                "{\"a\": 1} \"",
                "NaN",
                "[1,]",
                "[,1]",
                "{,}",
                "1 2")) {
            assertThat(ours(text))
                    .as(text.substring(0, Math.min(40, text.length())))
                    .isEqualTo(theirs(text));
        }
    }

    @Property(tries = 2_000)
    void D1_whatIsWrittenIsWhatJacksonWrites(@ForAll("values") Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("value", value);
        assertThat(Json.write(fields)).isEqualTo(MAPPER.writeValueAsString(fields));
        assertThat(Json.write(value)).isEqualTo(MAPPER.writeValueAsString(value));
    }

    @Example
    void D1_numbersAndEmptyPartsAreWrittenAsJacksonWritesThem() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("numbers", List.of(1, 2L, (short) 3, (byte) 4, 5.0, 0.1f, 1e300, new BigInteger("9".repeat(30))));
        fields.put("decimal", new java.math.BigDecimal("12.50"));
        fields.put("characters", List.of('a', new StringBuilder("b"), "\u0000\u001f\"\\/\u2028\ud83d\u007f"));
        fields.put("none", null);
        fields.put("lists", List.of(List.of(), List.of(List.of()), Map.of()));
        fields.put("maps", Map.of("a", Map.of("b", List.of(Map.of(), Map.of("c", true)))));
        assertThat(Json.write(fields)).isEqualTo(MAPPER.writeValueAsString(fields));
    }

    @Example
    void D1_whatNoDocumentHoldsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.write(Map.of("at", Instant.EPOCH)))
                .withMessageContaining("java.time.Instant")
                .withMessageContaining("\nMaybe ")
                .withMessageNotContaining("1970");
    }

    /** The value with the type of each part, or the kind of fault and its place. */
    private static String ours(String text) {
        try {
            return typed(Json.read(text));
        } catch (Json.TrailingException more) {
            return "more";
        } catch (StreamReadException unreadable) {
            return place(unreadable);
        } catch (JacksonException beyond) {
            return "beyond";
        }
    }

    private static String theirs(String text) {
        try {
            return typed(MAPPER.readTree(text));
        } catch (StreamReadException unreadable) {
            return place(unreadable);
        } catch (tools.jackson.databind.DatabindException more) {
            return "more";
        } catch (JacksonException beyond) {
            return "beyond";
        }
    }

    /** The kind of fault and its place; the parser's words differ with the way it is called, and nobody sees them. */
    private static String place(StreamReadException unreadable) {
        boolean twice = unreadable.getOriginalMessage().startsWith("Duplicate");
        return (twice ? "twice " : "broken ") + unreadable.getLocation().getLineNr() + " "
                + unreadable.getLocation().getColumnNr();
    }

    private static String typed(Object value) {
        if (value instanceof Map<?, ?> fields) {
            List<String> parts = new ArrayList<>();
            fields.forEach((name, held) -> parts.add(name + "=" + typed(held)));
            return "object" + parts;
        }
        if (value instanceof List<?> elements) {
            return "list" + elements.stream().map(JsonProperties::typed).toList();
        }
        if (value == Json.Nothing.MISSING) {
            return "missing";
        }
        String kind = value instanceof Long || value instanceof BigInteger
                ? "whole "
                : value instanceof Double ? "number " : value instanceof String ? "text " : "";
        return kind + Json.shown(value);
    }

    private static String typed(JsonNode node) {
        if (node.isObject()) {
            List<String> parts = new ArrayList<>();
            node.properties().forEach(entry -> parts.add(entry.getKey() + "=" + typed(entry.getValue())));
            return "object" + parts;
        }
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(element -> parts.add(typed(element)));
            return "list" + parts;
        }
        if (node.isMissingNode()) {
            return "missing";
        }
        if (node.isString()) {
            return "text " + node.stringValue();
        }
        return (node.isIntegralNumber() ? "whole " : node.isNumber() ? "number " : "") + node;
    }

    @Provide
    Arbitrary<String> jsonLike() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "\"a\":",
                        "\"b\":",
                        "\"a\"",
                        "1",
                        "-0",
                        "1.5",
                        "1e9",
                        "12345678901",
                        "null",
                        "true",
                        "false",
                        "\"\\u0061\":",
                        "\\",
                        "\"",
                        " ",
                        "\n",
                        "å",
                        "😀",
                        "[]",
                        "{}",
                        "[1]",
                        "{\"a\":1}",
                        ",1",
                        ",\"c\":2")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(text -> (Object) text),
                Arbitraries.integers().map(number -> (Object) number),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.of(true, false).map(truth -> (Object) truth));
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(list -> (Object) list),
                        Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), inner)
                                .ofMaxSize(3)
                                .map(map -> (Object) map)),
                0,
                4);
    }
}
