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
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.SafetyException;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.text.LocalizedText;

/**
 * Reads a notifier's configuration, strictly (rule N6).
 *
 * <p>A configuration is a record whose components are of type String, int, boolean, {@link Duration}, an enum, or a
 * list of texts. A component is required if it is primitive or annotated {@code @NotNull}, {@code @NotBlank} or
 * {@code @NotEmpty}; another one may be left out and is then null. These constraints of {@code jakarta.validation} are
 * checked here, without any validation provider: {@code @Min}, {@code @Max}, {@code @Size}, {@code @Pattern} and the
 * three above. What the record's own constructor refuses with an {@link InvalidConfigException} are faults as well, in
 * the words of the record; after any other exception of its own only that the values do not agree is said. Unknown
 * fields are faults. No fault repeats a value (A7).
 *
 * <p>Stateless and thread-safe.
 */
public final class NotifierConfigs {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    /**
     * How a fault that the record itself names, in two languages, goes through a document's faults and is known again.
     */
    private static final String OWN = "values that do not agree";

    private static final String BETWEEN = " / ";

    private NotifierConfigs() {}

    /**
     * Reads a configuration from values such as those of a JSON object.
     *
     * @param <C> the type of configuration
     * @param provider whose configuration it is
     * @param values the values by field: texts, whole numbers, booleans and lists of texts
     * @return the configuration
     * @throws InvalidConfigException with all faults, in Swedish and English
     */
    public static <C extends Record> C read(NotifierProvider<C> provider, Map<String, ?> values) {
        Class<C> type = provider.configType();
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((key, value) ->
                plain.put(key, value instanceof Duration || value instanceof Enum ? value.toString() : value));
        byte[] document =
                Documents.write("notifier-config", 1, Map.of("config", plain)).getBytes(StandardCharsets.UTF_8);
        try {
            return Documents.read(document, "configuration", "notifier-config", 1, in -> {
                var config = in.required("config", node -> read(node, type));
                return in.build(config::get);
            });
        } catch (InvalidDocumentException refused) {
            List<ConfigFault> faults = new ArrayList<>();
            for (Fault fault : refused.faults()) {
                ConfigFault told = told(fault, "/config", type);
                if (!faults.contains(told)) {
                    faults.add(told);
                }
            }
            throw new InvalidConfigException(provider.type(), faults);
        }
    }

    /**
     * A fault of a document that lies within a notifier's configuration, with what was expected in English and Swedish.
     *
     * @param fault the fault
     * @param configPointer where the configuration stands in the document
     * @param type the configuration's record
     * @return the fault in both languages; the same fault if it lies elsewhere
     */
    public static Fault inBothLanguages(Fault fault, String configPointer, Class<? extends Record> type) {
        if (!fault.pointer().equals(configPointer) && !fault.pointer().startsWith(configPointer + "/")) {
            return fault;
        }
        LocalizedText message = told(fault, configPointer, type).message();
        String expected = fault.found().equals(OWN) ? message.in(Locale.ENGLISH) : fault.expected();
        return new Fault(
                fault.pointer(),
                fault.found(),
                strip(expected) + " (" + strip(message.in(SWEDISH)) + ")",
                fault.maybe());
    }

    private static String strip(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /**
     * Reads a configuration from its place in a document.
     *
     * @param <C> the type of configuration
     * @param node where it stands
     * @param type the record
     * @return the configuration, or its faults; {@link #inBothLanguages} says them in Swedish as well
     * @throws SafetyException if the record itself cannot be used, such as for a component of another type
     */
    public static <C extends Record> Field<C> read(Node node, Class<C> type) {
        requireNonNull(type, "type");
        RecordComponent[] components = requireNonNull(type.getRecordComponents(), "configType is no record");
        return node.object(in -> {
            List<Field<?>> fields = new ArrayList<>();
            for (RecordComponent component : components) {
                fields.add(field(in, component));
            }
            return in.build(() -> construct(type, components, fields));
        });
    }

    private static Field<?> field(Fields in, RecordComponent component) {
        return isRequired(component)
                ? in.required(component.getName(), node -> value(node.secret(), component))
                : in.optional(component.getName(), node -> value(node.secret(), component));
    }

    private static boolean isRequired(RecordComponent component) {
        return component.getType().isPrimitive()
                || find(component, NotNull.class) != null
                || find(component, NotBlank.class) != null
                || find(component, NotEmpty.class) != null;
    }

    private static Field<Object> value(Node node, RecordComponent component) {
        Class<?> type = component.getType();
        String expected = expected(component).in(Locale.ENGLISH);
        if (type == String.class) {
            return node.text().map(expected, text -> {
                Size size = find(component, Size.class);
                Pattern pattern = find(component, Pattern.class);
                check(size == null || (text.length() >= size.min() && text.length() <= size.max()));
                check(pattern == null
                        || java.util.regex.Pattern.compile(pattern.regexp())
                                .matcher(text)
                                .matches());
                return text;
            });
        }
        if (type == int.class || type == Integer.class) {
            Min min = find(component, Min.class);
            Max max = find(component, Max.class);
            return node.integer(
                            min == null ? Integer.MIN_VALUE : (int) Math.max(min.value(), Integer.MIN_VALUE),
                            max == null ? Integer.MAX_VALUE : (int) Math.min(max.value(), Integer.MAX_VALUE))
                    .map(expected, number -> number);
        }
        if (type == boolean.class || type == Boolean.class) {
            return node.bool().map(expected, truth -> truth);
        }
        if (type == Duration.class) {
            return node.duration().map(expected, duration -> duration);
        }
        if (type.isEnum()) {
            return constant(node, type, expected);
        }
        if (type == List.class) {
            return node.list(Node::text).map(expected, texts -> {
                Size size = find(component, Size.class);
                check(size == null || (texts.size() >= size.min() && texts.size() <= size.max()));
                check(find(component, NotEmpty.class) == null || !texts.isEmpty());
                return texts;
            });
        }
        throw new SafetyException("""
                The component %s of %s has the type %s, which cannot be read from a document.
                Maybe a text, int, boolean, Duration, enum or list of texts will do.""".formatted(
                        component.getName(), component.getDeclaringRecord().getName(), type.getName()));
    }

    private static Field<Object> constant(Node node, Class<?> type, String expected) {
        return node.text().map(expected, name -> {
            for (Object constant : requireNonNull(type.getEnumConstants())) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
            throw new Refused();
        });
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new Refused();
        }
    }

    private static <C extends Record> C construct(Class<C> type, RecordComponent[] components, List<Field<?>> fields) {
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object value = fields.get(i).get();
            arguments[i] = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<C> constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            // Its words may repeat a secret: only faults in the two languages are passed on, which are made not to.
            if (refused.getCause() instanceof InvalidConfigException config) {
                throw new InvalidModelException(
                        "configuration",
                        config.faults().stream()
                                .map(fault -> Fault.of(
                                        fault.field().isEmpty() ? "" : "/" + fault.field(),
                                        OWN,
                                        fault.message().in(Locale.ENGLISH)
                                                + BETWEEN
                                                + fault.message().in(SWEDISH)))
                                .collect(Collectors.toList()));
            }
            throw new IllegalArgumentException("values that agree with each other");
        } catch (ReflectiveOperationException unusable) {
            throw new SafetyException(
                    """
                    The configuration record %s cannot be constructed (%s).
                    Maybe it is not public, or its package is neither exported nor opened to this library.""".formatted(type.getName(), unusable.getClass().getSimpleName()));
        }
    }

    private static ConfigFault told(Fault fault, String configPointer, Class<?> type) {
        String below = fault.pointer()
                .substring(Math.min(configPointer.length(), fault.pointer().length()));
        String[] places = below.split("/", -1); // "", field, …
        String name = places.length > 1 ? places[1].replace("~1", "/").replace("~0", "~") : "";
        int between = fault.expected().indexOf(BETWEEN);
        if (fault.found().equals(OWN) && between >= 0) {
            return new ConfigFault(
                    name,
                    LocalizedText.of(
                            fault.expected().substring(between + BETWEEN.length()),
                            fault.expected().substring(0, between)));
        }
        for (RecordComponent component : requireNonNull(type.getRecordComponents())) {
            boolean missing = name.isEmpty() && fault.found().equals("no field " + component.getName());
            if (missing || component.getName().equals(name)) {
                LocalizedText expected = expected(component);
                return new ConfigFault(
                        component.getName(),
                        LocalizedText.of(
                                "Fältet %s %s: väntat %s."
                                        .formatted(
                                                component.getName(),
                                                missing ? "saknas" : "är fel",
                                                expected.in(SWEDISH)),
                                "The field %s is %s: expected %s."
                                        .formatted(
                                                component.getName(),
                                                missing ? "missing" : "wrong",
                                                expected.in(Locale.ENGLISH))));
            }
        }
        if (!name.isEmpty()) {
            String known = Arrays.stream(requireNonNull(type.getRecordComponents()))
                    .map(RecordComponent::getName)
                    .collect(Collectors.joining(", "));
            return new ConfigFault(
                    name,
                    LocalizedText.of(
                            "Fältet %s är okänt: väntat något av %s.".formatted(name, known),
                            "The field %s is unknown: expected one of %s.".formatted(name, known)));
        }
        return new ConfigFault(
                "",
                LocalizedText.of(
                        "Konfigurationen är fel: väntat " + fault.expected() + ".",
                        "The configuration is wrong: expected " + fault.expected() + "."));
    }

    private static LocalizedText expected(RecordComponent component) {
        Class<?> type = component.getType();
        Size size = find(component, Size.class);
        if (type == String.class) {
            Pattern pattern = find(component, Pattern.class);
            String range = size == null ? "" : " (" + size.min() + "-" + size.max() + ")";
            String form = pattern == null ? "" : " " + pattern.regexp();
            return LocalizedText.of(
                    "en text som inte är tom" + range + form, "a text that is not blank" + range + form);
        }
        if (type == int.class || type == Integer.class) {
            Min min = find(component, Min.class);
            Max max = find(component, Max.class);
            long least = min == null ? Integer.MIN_VALUE : min.value();
            long most = max == null ? Integer.MAX_VALUE : max.value();
            return LocalizedText.of(
                    "ett heltal från %d till %d".formatted(least, most),
                    "a whole number from %d to %d".formatted(least, most));
        }
        if (type == boolean.class || type == Boolean.class) {
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

    /** The annotation stands on the field: constraints do not reach the component itself. */
    private static <A extends Annotation> @Nullable A find(RecordComponent component, Class<A> annotation) {
        try {
            return component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotation(annotation);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException("Every record component has a field.", impossible);
        }
    }

    /** A value is refused, silently: the fault says what was expected. */
    private static final class Refused extends java.time.DateTimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("refused");
        }
    }
}
