/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.SafetyException;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A component of a configuration's record: what may stand in it, in words and as it is read.
 *
 * <p>Immutable and thread-safe.
 */
final class ConfigField {

    private final RecordComponent component;
    private final Class<?> type;
    private final boolean isOptional;
    private final AnnotatedElement constraints;

    private ConfigField(RecordComponent component, Class<?> type, boolean isOptional, AnnotatedElement constraints) {
        this.component = component;
        this.type = type;
        this.isOptional = isOptional;
        this.constraints = constraints;
    }

    /** The components of a record, in order. */
    static List<ConfigField> of(Class<? extends Record> config) {
        return Arrays.stream(requireNonNull(config.getRecordComponents(), "configType is no record"))
                .map(ConfigField::of)
                .collect(Collectors.toList());
    }

    /**
     * The constraints stand on the field of the same name, since they do not reach the component itself; those of an
     * optional part stand before the type of that part.
     */
    private static ConfigField of(RecordComponent component) {
        java.lang.reflect.Field field;
        try {
            field = component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException("Every record component has a field.", impossible);
        }
        if (component.getType() == Optional.class
                && field.getAnnotatedType() instanceof AnnotatedParameterizedType optional) {
            AnnotatedType part = optional.getAnnotatedActualTypeArguments()[0];
            return new ConfigField(component, plain(part.getType()), true, part);
        }
        return new ConfigField(component, component.getType(), false, field);
    }

    private static Class<?> plain(Type type) {
        Type raw = type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
        return raw instanceof Class<?> plain ? plain : Object.class;
    }

    String name() {
        return component.getName();
    }

    /** Reads the component where its record stands. */
    Field<?> read(Fields in) {
        return isRequired()
                ? in.required(name(), node -> value(node.secret()))
                : in.optional(name(), node -> value(node.secret()));
    }

    /** What the record's constructor is given for what was read. */
    @Nullable
    Object argument(Object read) {
        return read instanceof Optional<?> optional && !isOptional ? optional.orElse(null) : read;
    }

    private boolean isRequired() {
        return !isOptional
                && (type.isPrimitive()
                        || find(NotNull.class) != null
                        || find(NotBlank.class) != null
                        || find(NotEmpty.class) != null);
    }

    /** What is expected, in Swedish and English. */
    LocalizedText expected() {
        if (type == String.class) {
            Size size = find(Size.class);
            Pattern pattern = find(Pattern.class);
            String range = size == null ? "" : " (" + size.min() + "-" + size.max() + ")";
            String form = pattern == null ? "" : " " + pattern.regexp();
            return LocalizedText.of(
                    "en text som inte är tom" + range + form, "a text that is not blank" + range + form);
        }
        if (isNumber()) {
            return LocalizedText.of(
                    "ett heltal från %d till %d".formatted(least(), most()),
                    "a whole number from %d to %d".formatted(least(), most()));
        }
        if (isTruth()) {
            return LocalizedText.of("true eller false", "true or false");
        }
        if (type == Duration.class) {
            return LocalizedText.of("en tidslängd såsom PT5S", "an elapsed time such as PT5S");
        }
        if (type.isEnum()) {
            String names = Arrays.stream(requireNonNull(type.getEnumConstants()))
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", "));
            return LocalizedText.of("något av " + names, "one of " + names);
        }
        return LocalizedText.of("en lista med texter", "a list of texts");
    }

    private Field<Object> value(Node node) {
        String expected = expected().in(Locale.ENGLISH);
        if (type == String.class) {
            return node.text().map(expected, this::text);
        }
        if (isNumber()) {
            return node.integer(least(), most()).map(expected, number -> number);
        }
        if (isTruth()) {
            return node.bool().map(expected, truth -> truth);
        }
        if (type == Duration.class) {
            return node.duration().map(expected, duration -> duration);
        }
        if (type.isEnum()) {
            return node.text().map(expected, this::constant);
        }
        if (type == List.class) {
            return node.list(Node::text).map(expected, this::texts);
        }
        throw new SafetyException(
                """
                The component %s of %s has the type %s, which cannot be read from a document.
                Maybe a text, int, boolean, Duration, enum or list of texts will do.""".formatted(name(), component.getDeclaringRecord().getName(), type.getName()));
    }

    private boolean isNumber() {
        return type == int.class || type == Integer.class;
    }

    private boolean isTruth() {
        return type == boolean.class || type == Boolean.class;
    }

    private int least() {
        Min min = find(Min.class);
        return min == null ? Integer.MIN_VALUE : (int) Math.max(min.value(), Integer.MIN_VALUE);
    }

    private int most() {
        Max max = find(Max.class);
        return max == null ? Integer.MAX_VALUE : (int) Math.min(max.value(), Integer.MAX_VALUE);
    }

    private Object text(String text) {
        checkSize(text.length());
        Pattern pattern = find(Pattern.class);
        check(pattern == null
                || java.util.regex.Pattern.compile(pattern.regexp())
                        .matcher(text)
                        .matches());
        return text;
    }

    private Object texts(List<String> texts) {
        checkSize(texts.size());
        check(find(NotEmpty.class) == null || !texts.isEmpty());
        return texts;
    }

    private Object constant(String name) {
        for (Object constant : requireNonNull(type.getEnumConstants())) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new Refused();
    }

    private void checkSize(int length) {
        Size size = find(Size.class);
        check(size == null || (length >= size.min() && length <= size.max()));
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new Refused();
        }
    }

    private <A extends Annotation> @Nullable A find(Class<A> annotation) {
        return constraints.getAnnotation(annotation);
    }

    /** A value is refused, silently: the fault says what was expected. */
    private static final class Refused extends java.time.DateTimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("refused");
        }
    }
}
