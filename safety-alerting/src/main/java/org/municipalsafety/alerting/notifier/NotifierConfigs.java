/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import static java.util.Objects.requireNonNull;

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
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.text.LocalizedText;

/**
 * Reads a notifier's configuration, strictly (rule N6).
 *
 * <p>A configuration is a record whose components are of type String, int, boolean, {@link Duration}, an enum, a list
 * of texts, or an {@link Optional} of one of these. One that is {@code Optional} may be left out and is then empty.
 * Another one is required if it is primitive or annotated {@code @NotNull}, {@code @NotBlank} or {@code @NotEmpty};
 * else it may be left out too and is then null. These constraints of {@code jakarta.validation} are checked here,
 * without any validation provider: {@code @Min}, {@code @Max}, {@code @Size}, {@code @Pattern} and the three above; for
 * an optional part they stand before its type, as in {@code Optional<@Size(max = 20) String>}. What the record's own
 * constructor refuses with an {@link InvalidConfigException} are faults as well, in the words of the record; after any
 * other exception of its own only that the values do not agree is said. Unknown fields are faults. No fault repeats a
 * value (A7).
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
        List<ConfigField> components = ConfigField.of(type);
        return node.object(in -> {
            List<Field<?>> fields = new ArrayList<>();
            for (ConfigField component : components) {
                fields.add(component.read(in));
            }
            return in.build(() -> construct(type, components, fields));
        });
    }

    private static <C extends Record> C construct(Class<C> type, List<ConfigField> components, List<Field<?>> fields) {
        @Nullable Object[] arguments = new @Nullable Object[components.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = components.get(i).argument(fields.get(i).get());
        }
        Class<?>[] types = Arrays.stream(requireNonNull(type.getRecordComponents()))
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
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
                    Maybe its module-info.java has to say: opens %s to org.municipalsafety.alerting;""".formatted(type.getName(), unusable.getClass().getSimpleName(), type.getPackageName()));
        }
    }

    private static ConfigFault told(Fault fault, String configPointer, Class<? extends Record> type) {
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
        List<ConfigField> components = ConfigField.of(type);
        for (ConfigField component : components) {
            boolean missing = name.isEmpty() && fault.found().equals("no field " + component.name());
            if (missing || component.name().equals(name)) {
                return told(component, missing);
            }
        }
        if (!name.isEmpty()) {
            String known = components.stream().map(ConfigField::name).collect(Collectors.joining(", "));
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

    private static ConfigFault told(ConfigField component, boolean missing) {
        LocalizedText expected = component.expected();
        return new ConfigFault(
                component.name(),
                LocalizedText.of(
                        "Fältet %s %s: väntat %s."
                                .formatted(component.name(), missing ? "saknas" : "är fel", expected.in(SWEDISH)),
                        "The field %s is %s: expected %s."
                                .formatted(
                                        component.name(), missing ? "missing" : "wrong", expected.in(Locale.ENGLISH))));
    }
}
