/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.document;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON as plain values and back: an object is a {@link Map} with its fields in their order, a list a {@link List}, a
 * text a {@link String}, a whole number a {@link Long} or a {@link BigInteger}, another number a {@link Double}, true
 * and false a {@link Boolean}; what has no such value is a {@link Nothing}.
 *
 * <p>The parser alone is used, not the library that binds data: that one needs its annotations in a version that other
 * frameworks do not have.
 */
final class Json {

    /** The greatest depth of lists and objects in each other. */
    static final int MOST_LEVELS = 40;

    /** The most tokens of a document: brackets, names, values. */
    static final int MOST_TOKENS = 500_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_LEVELS)
                    .maxTokenCount(MOST_TOKENS)
                    .maxDocumentLength(Documents.MAX_BYTES)
                    .maxNameLength(1_000)
                    .maxNumberLength(30)
                    .maxStringLength(200_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    /** What a place holds that holds no value. */
    enum Nothing {
        /** The word {@code null}. */
        NULL,
        /** Not even that: the text is empty. */
        MISSING;

        @Override
        public String toString() {
            return this == NULL ? "null" : "";
        }
    }

    /** Something stands after the end of the value. */
    static final class TrailingException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private Json() {}

    /**
     * The value that a text holds.
     *
     * @throws tools.jackson.core.JacksonException if it is no JSON, has a field twice or is beyond the limits
     * @throws TrailingException if something stands after its end
     */
    static Object read(String text) throws TrailingException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return Nothing.MISSING;
            }
            Object value = value(parser, first);
            if (parser.nextToken() != null) {
                throw new TrailingException();
            }
            return value;
        }
    }

    private static Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Nothing.NULL;
            default -> throw new IllegalStateException("No value begins with " + token + '.');
        };
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            fields.put(name, value(parser, parser.nextToken()));
        }
        return fields;
    }

    private static List<Object> list(JsonParser parser) {
        List<Object> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return elements;
    }

    private static Number whole(JsonParser parser) {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return parser.getBigIntegerValue();
        }
        return parser.getLongValue();
    }

    /** A value that is neither a text nor an object nor a list, as a message shows it. */
    static String shown(Object value) {
        boolean beyond = value instanceof Double number && number.isInfinite();
        return beyond ? "\"" + value + '"' : value.toString();
    }

    /**
     * The text of a value, its objects indented.
     *
     * @throws IllegalArgumentException if a part is not one of the values that a document can hold
     */
    static String write(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(INDENTED, text)) {
            write(out, value);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, @Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            out.writeStartObject();
            fields.forEach((name, held) -> {
                out.writeName(String.valueOf(name));
                write(out, held);
            });
            out.writeEndObject();
        } else if (value instanceof Iterable<?> elements) {
            out.writeStartArray();
            elements.forEach(element -> write(out, element));
            out.writeEndArray();
        } else if (value instanceof CharSequence || value instanceof Character) {
            out.writeString(value.toString());
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Number number) {
            write(out, number);
        } else if (value == null) {
            out.writeNull();
        } else {
            throw new IllegalArgumentException("""
                    A document cannot hold a %s.
                    Maybe its text was meant; a document holds texts, numbers, true and false, lists and maps.""".formatted(value.getClass().getName()));
        }
    }

    private static void write(JsonGenerator out, Number number) {
        if (number instanceof Double) {
            out.writeNumber(number.doubleValue());
        } else if (number instanceof Float) {
            out.writeNumber(number.floatValue());
        } else if (number instanceof BigDecimal exact) {
            out.writeNumber(exact);
        } else if (number instanceof BigInteger big) {
            out.writeNumber(big);
        } else {
            out.writeNumber(number.longValue());
        }
    }
}
