/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.situation;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.core.area.AreaSet;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.bulletin.Bulletin;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.incident.Incident;
import org.municipalsafety.core.incident.IncidentKind;
import org.municipalsafety.core.measure.DayPart;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A situation as a JSON document, kind {@code situation}, version 1 (rule D1). Its JSON Schema stands beside this class
 * as {@code situation.schema.json}; see {@link #schema}.
 *
 * <p>Stateless and thread-safe.
 */
public final class SituationDocument {

    private static final String KIND = "situation";
    private static final int VERSION = 1;

    private SituationDocument() {}

    /**
     * Reads a situation from a file.
     *
     * @param file the file
     * @return the situation
     * @throws org.municipalsafety.core.SafetyException if the file cannot be read or has faults, all of them named
     */
    public static Situation read(Path file) {
        return Documents.read(file, KIND, VERSION, SituationDocument::situation);
    }

    /**
     * Reads a situation from bytes in UTF-8.
     *
     * @param content the document
     * @param source its name for messages
     * @return the situation
     * @throws org.municipalsafety.core.SafetyException if it has faults, all of them named
     */
    public static Situation read(byte[] content, String source) {
        return Documents.read(content, source, KIND, VERSION, SituationDocument::situation);
    }

    /**
     * The JSON Schema (2020-12) of the document.
     *
     * @return its text
     */
    public static String schema() {
        String name = "situation.schema.json";
        try (InputStream in = requireNonNull(SituationDocument.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The document of a situation; reading it gives an equal situation.
     *
     * @param situation the situation
     * @return the text
     * @throws IllegalArgumentException if the situation, made in code, holds what a document cannot, such as an id with
     *     a blank or a period whose interval is not the one that its days mean
     */
    public static String write(Situation situation) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", situation.id());
        out.put("municipality", situation.municipality().json());
        out.put("title", situation.title().byLanguage());
        out.put("openedAt", situation.openedAt().toString());
        out.put("kinds", situation.kinds().stream().map(Enum::name).toList());
        AreaSet areas = situation.areaSet();
        out.put(
                "areaSet",
                object(
                        "publisher", areas.publisher(),
                        "version", areas.version(),
                        "validFrom", areas.validFrom().toString(),
                        "areas",
                                areas.areas().stream()
                                        .map(area -> object(
                                                "id",
                                                area.id(),
                                                "name",
                                                area.name().byLanguage()))
                                        .toList()));
        Map<String, Object> dayParts = new LinkedHashMap<>();
        situation.dayParts().forEach((part, time) -> dayParts.put(part.name(), time.toString()));
        out.put("dayParts", dayParts);
        out.put(
                "incidents",
                situation.editions().values().stream()
                        .flatMap(List::stream)
                        .map(SituationDocument::written)
                        .toList());
        out.put("measures", situation.measures().stream().map(MeasurePart::json).toList());
        out.put(
                "bulletins",
                situation.bulletins().stream().map(SituationDocument::written).toList());
        String text = Documents.write(KIND, VERSION, out);
        requireReadable(text, situation);
        return text;
    }

    /** Values made in code can hold what no document can; better told now than when the file is read again. */
    private static void requireReadable(String text, Situation situation) {
        Situation back;
        try {
            back = read(text.getBytes(StandardCharsets.UTF_8), situation.id());
        } catch (InvalidDocumentException unreadable) {
            throw new InvalidModelException("situation " + situation.id(), unreadable.faults());
        }
        if (!back.equals(situation)) {
            throw new IllegalArgumentException("""
                    The situation %s does not read back equal.
                    Maybe the interval of a period is not the one that its days mean (M3).""".formatted(situation.id()));
        }
    }

    // Reading

    private static Field<Situation> situation(Fields in) {
        var id = in.required("id", Node::id);
        var municipality = in.required("municipality", Municipality::read);
        var title = in.required("title", Node::localizedText);
        var openedAt = in.required("openedAt", Node::instant);
        var kinds = in.list("kinds", node -> node.oneOf(IncidentKind.class));
        var areaSet = in.required("areaSet", AreaSet::read);
        var dayParts = in.required("dayParts", SituationDocument::dayParts);
        var incidents = in.list("incidents", Incident::read);
        // A period in words means an interval only with the zone and the hours of the parts of the day.
        ZoneId zone = municipality.isSound() ? municipality.get().zone() : null;
        Map<DayPart, LocalTime> hours = dayParts.isSound() ? dayParts.get() : null;
        var measures = in.list("measures", node -> MeasurePart.read(node, zone, hours));
        var bulletins = in.list("bulletins", Bulletin::read);
        return in.build(() -> {
            // Editions of one incident may stand apart in the document: checked before they are put together.
            List<Fault> faults = Situation.faults(areaSet.get(), incidents.get(), measures.get(), bulletins.get());
            if (!faults.isEmpty()) {
                throw new InvalidModelException("situation " + id.get(), faults);
            }
            Map<String, List<Incident>> editions = new LinkedHashMap<>();
            for (Incident incident : incidents.get()) {
                editions.computeIfAbsent(incident.id(), first -> new ArrayList<>())
                        .add(incident);
            }
            Set<IncidentKind> kindSet = EnumSet.noneOf(IncidentKind.class);
            kindSet.addAll(kinds.get());
            return new Situation(
                    id.get(),
                    municipality.get(),
                    title.get(),
                    openedAt.get(),
                    kindSet,
                    areaSet.get(),
                    dayParts.get(),
                    editions,
                    measures.get(),
                    bulletins.get());
        });
    }

    private static Field<Map<DayPart, LocalTime>> dayParts(Node node) {
        return node.object(in -> {
            Map<DayPart, Field<Optional<LocalTime>>> read = new EnumMap<>(DayPart.class);
            for (DayPart part : DayPart.values()) {
                read.put(part, in.optional(part.name(), Node::localTime));
            }
            return in.build(() -> {
                Map<DayPart, LocalTime> times = new EnumMap<>(DayPart.class);
                read.forEach((part, time) -> time.get().ifPresent(value -> times.put(part, value)));
                return times;
            });
        });
    }

    // Writing

    private static Map<String, Object> written(Incident incident) {
        Map<String, Object> out = object(
                "id", incident.id(),
                "kind", incident.kind().name(),
                "status", incident.status().name(),
                "occurredAt", incident.occurredAt().toString(),
                "reportedAt", incident.reportedAt().toString(),
                "source", incident.source(),
                "sourceType", incident.sourceType());
        incident.area().ifPresent(area -> out.put("area", area));
        out.put("disclosure", incident.disclosure().name());
        return out;
    }

    private static Map<String, Object> written(Bulletin bulletin) {
        return object(
                "id", bulletin.id(),
                "publishAt", bulletin.publishAt().toString(),
                "title", bulletin.title().byLanguage(),
                "paragraphs",
                        bulletin.paragraphs().stream()
                                .map(LocalizedText::byLanguage)
                                .toList(),
                "measures", bulletin.measures(),
                "disclosure", bulletin.disclosure().name());
    }

    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            out.put((String) requireNonNull(namesAndValues[i]), requireNonNull(namesAndValues[i + 1]));
        }
        return out;
    }
}
