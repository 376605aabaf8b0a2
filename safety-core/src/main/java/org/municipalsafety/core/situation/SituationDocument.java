/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.situation;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.area.AreaSet;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.bulletin.Bulletin;
import org.municipalsafety.core.disclosure.Disclosure;
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
import org.municipalsafety.core.measure.Measure;
import org.municipalsafety.core.measure.MeasureEvent;
import org.municipalsafety.core.measure.StatedPeriod;
import org.municipalsafety.core.measure.TargetGroup;
import org.municipalsafety.core.measure.Term;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A situation as a JSON document, kind {@code situation}, version 1 (rule D1). Its JSON Schema is the resource
 * {@code situation.schema.json} beside this class.
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
        Municipality municipality = situation.municipality();
        out.put(
                "municipality",
                object(
                        "code", municipality.code(),
                        "name", municipality.name().byLanguage(),
                        "zone", municipality.zone().getId()));
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
        out.put(
                "measures",
                situation.measures().stream().map(SituationDocument::written).toList());
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
        var measures = in.list("measures", node -> measure(node, zone, hours));
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

    private static Field<Measure> measure(
            Node node, @Nullable ZoneId zone, @Nullable Map<DayPart, LocalTime> dayParts) {
        return node.object(in -> {
            var id = in.required("id", Node::id);
            var code = in.required("code", Node::id);
            var name = in.required("name", Node::localizedText);
            var requester = in.required("requester", Node::localizedText);
            var decider = in.required("decider", Node::localizedText);
            var performer = in.required("performer", Node::localizedText);
            var target = in.required("target", SituationDocument::target);
            var areas = in.list("areas", Node::id);
            var channel = in.optional("channel", Node::id);
            var problem = in.required("problem", Node::id);
            var disclosure = in.required("disclosure", classNode -> classNode.oneOf(Disclosure.class));
            var history = in.list("history", event -> event(event, zone, dayParts));
            return in.build(() -> new Measure(
                    id.get(),
                    code.get(),
                    name.get(),
                    requester.get(),
                    decider.get(),
                    performer.get(),
                    target.get(),
                    areas.get(),
                    channel.get().orElse(null),
                    problem.get(),
                    disclosure.get(),
                    history.get()));
        });
    }

    private static Field<TargetGroup> target(Node node) {
        return node.object(in -> {
            var description = in.required("description", Node::localizedText);
            var where = in.optional(
                    "where",
                    traits -> traits.object(fields -> {
                        Map<TargetGroup.Trait, Field<List<String>>> read = new EnumMap<>(TargetGroup.Trait.class);
                        for (TargetGroup.Trait trait : TargetGroup.Trait.values()) {
                            if (fields.has(trait.name())) {
                                read.put(trait, fields.required(trait.name(), values -> values.list(Node::id)));
                            }
                        }
                        return fields.build(() -> {
                            Map<TargetGroup.Trait, Set<String>> sets = new EnumMap<>(TargetGroup.Trait.class);
                            read.forEach((trait, values) -> sets.put(trait, new LinkedHashSet<>(values.get())));
                            return sets;
                        });
                    }));
            return in.build(() ->
                    new TargetGroup(description.get(), where.get().orElse(new EnumMap<>(TargetGroup.Trait.class))));
        });
    }

    private enum Happened {
        REQUESTED,
        DECLINED,
        DECIDED,
        SCHEDULED,
        CANCELLED,
        EXTENDED,
        CHANGED,
        ENDED
    }

    private static Field<MeasureEvent> event(
            Node node, @Nullable ZoneId zone, @Nullable Map<DayPart, LocalTime> dayParts) {
        return node.object(in -> {
            var what = in.required("event", kind -> kind.oneOf(Happened.class));
            var at = in.required("at", Node::instant);
            if (!what.isSound()) {
                in.optional("decision", Node::text);
                in.optional("term", term -> term(term, zone, dayParts));
                return in.build(() -> new MeasureEvent.Requested(at.get()));
            }
            return switch (what.get()) {
                case REQUESTED -> in.build(() -> new MeasureEvent.Requested(at.get()));
                case DECLINED -> {
                    var decision = in.required("decision", Node::text);
                    yield in.build(() -> new MeasureEvent.Declined(at.get(), decision.get()));
                }
                case DECIDED -> {
                    var decision = in.required("decision", Node::text);
                    yield in.build(() -> new MeasureEvent.Decided(at.get(), decision.get()));
                }
                case SCHEDULED -> {
                    var term = in.required("term", value -> term(value, zone, dayParts));
                    yield in.build(() -> new MeasureEvent.Scheduled(at.get(), term.get()));
                }
                case CANCELLED -> {
                    var decision = in.required("decision", Node::text);
                    yield in.build(() -> new MeasureEvent.Cancelled(at.get(), decision.get()));
                }
                case EXTENDED -> {
                    var decision = in.required("decision", Node::text);
                    var term = in.required("term", value -> term(value, zone, dayParts));
                    yield in.build(() -> new MeasureEvent.Extended(at.get(), decision.get(), term.get()));
                }
                case CHANGED -> {
                    var decision = in.required("decision", Node::text);
                    var term = in.required("term", value -> term(value, zone, dayParts));
                    yield in.build(() -> new MeasureEvent.Changed(at.get(), decision.get(), term.get()));
                }
                case ENDED -> {
                    var decision = in.required("decision", Node::text);
                    yield in.build(() -> new MeasureEvent.Ended(at.get(), decision.get()));
                }
            };
        });
    }

    private static Field<Term> term(Node node, @Nullable ZoneId zone, @Nullable Map<DayPart, LocalTime> dayParts) {
        return node.object(in -> {
            var wording = in.required("wording", Node::localizedText);
            if (in.has("lastDay") || in.has("firstDay")) {
                var firstDay = in.required("firstDay", Node::localDate);
                var firstPart = in.optional("firstPart", part -> part.oneOf(DayPart.class));
                var lastDay = in.required("lastDay", Node::localDate);
                var review = in.required("review", Node::instant);
                if (zone == null || dayParts == null) {
                    return in.unread();
                }
                return in.build(() -> {
                    StatedPeriod stated = new StatedPeriod(
                            wording.get(), firstDay.get(), firstPart.get().orElse(null), lastDay.get());
                    return new Term.Temporary(stated, stated.interval(dayParts, zone), review.get());
                });
            }
            var start = in.required("start", Node::instant);
            var review = in.required("review", Node::instant);
            var every = in.required("reviewEvery", Node::period);
            return in.build(() -> new Term.Standing(wording.get(), start.get(), review.get(), every.get()));
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
        String area = incident.area();
        if (area != null) {
            out.put("area", area);
        }
        out.put("disclosure", incident.disclosure().name());
        return out;
    }

    private static Map<String, Object> written(Measure measure) {
        Map<String, Object> where = new LinkedHashMap<>();
        measure.target().where().forEach((trait, values) -> where.put(trait.name(), List.copyOf(values)));
        Map<String, Object> target =
                object("description", measure.target().description().byLanguage());
        if (!where.isEmpty()) {
            target.put("where", where);
        }
        Map<String, Object> out = object(
                "id", measure.id(),
                "code", measure.code(),
                "name", measure.name().byLanguage(),
                "requester", measure.requester().byLanguage(),
                "decider", measure.decider().byLanguage(),
                "performer", measure.performer().byLanguage(),
                "target", target,
                "areas", measure.areas());
        String channel = measure.channel();
        if (channel != null) {
            out.put("channel", channel);
        }
        out.put("problem", measure.problem());
        out.put("disclosure", measure.disclosure().name());
        out.put(
                "history",
                measure.history().stream().map(SituationDocument::written).toList());
        return out;
    }

    private static Map<String, Object> written(MeasureEvent event) {
        Map<String, Object> out = new LinkedHashMap<>();
        Happened what = Happened.valueOf(event.getClass().getSimpleName().toUpperCase(Locale.ROOT));
        out.put("event", what.name());
        out.put("at", event.at().toString());
        if (event instanceof MeasureEvent.Decided decided) {
            out.put("decision", decided.decision());
        } else if (event instanceof MeasureEvent.Declined declined) {
            out.put("decision", declined.decision());
        } else if (event instanceof MeasureEvent.Cancelled cancelled) {
            out.put("decision", cancelled.decision());
        } else if (event instanceof MeasureEvent.Ended ended) {
            out.put("decision", ended.decision());
        } else if (event instanceof MeasureEvent.Scheduled scheduled) {
            out.put("term", written(scheduled.term()));
        } else if (event instanceof MeasureEvent.Extended extended) {
            out.put("decision", extended.decision());
            out.put("term", written(extended.term()));
        } else if (event instanceof MeasureEvent.Changed changed) {
            out.put("decision", changed.decision());
            out.put("term", written(changed.term()));
        }
        return out;
    }

    private static Map<String, Object> written(Term term) {
        LocalizedText wording = term.wording();
        if (term instanceof Term.Temporary temporary) {
            Map<String, Object> out = object(
                    "wording",
                    wording.byLanguage(),
                    "firstDay",
                    temporary.stated().firstDay().toString());
            DayPart part = temporary.stated().firstPart();
            if (part != null) {
                out.put("firstPart", part.name());
            }
            out.put("lastDay", temporary.stated().lastDay().toString());
            out.put("review", temporary.review().toString());
            return out;
        }
        Term.Standing standing = (Term.Standing) term;
        return object(
                "wording",
                wording.byLanguage(),
                "start",
                standing.start().toString(),
                "review",
                standing.review().toString(),
                "reviewEvery",
                standing.reviewEvery().toString());
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

    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            out.put((String) requireNonNull(namesAndValues[i]), requireNonNull(namesAndValues[i + 1]));
        }
        return out;
    }
}
