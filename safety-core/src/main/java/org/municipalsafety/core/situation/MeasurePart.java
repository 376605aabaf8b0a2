/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.situation;

import static org.municipalsafety.core.situation.SituationDocument.object;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.measure.DayPart;
import org.municipalsafety.core.measure.Measure;
import org.municipalsafety.core.measure.MeasureEvent;
import org.municipalsafety.core.measure.StatedPeriod;
import org.municipalsafety.core.measure.TargetGroup;
import org.municipalsafety.core.measure.Term;
import org.municipalsafety.core.text.LocalizedText;

/**
 * The parts of a situation's document that are its measures, each with its history and its periods.
 *
 * <p>Stateless and thread-safe.
 */
final class MeasurePart {

    private MeasurePart() {}

    /** A measure, or its faults; its period means an interval only with the zone and the parts of the day. */
    static Field<Measure> read(Node node, @Nullable ZoneId zone, @Nullable Map<DayPart, LocalTime> dayParts) {
        return node.object(in -> {
            var id = in.required("id", Node::id);
            var code = in.required("code", Node::id);
            var name = in.required("name", Node::localizedText);
            var requester = in.required("requester", Node::localizedText);
            var decider = in.required("decider", Node::localizedText);
            var performer = in.required("performer", Node::localizedText);
            var target = in.required("target", MeasurePart::target);
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
                    channel.get(),
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
                    StatedPeriod stated =
                            new StatedPeriod(wording.get(), firstDay.get(), firstPart.get(), lastDay.get());
                    return new Term.Temporary(stated, stated.interval(dayParts, zone), review.get());
                });
            }
            var start = in.required("start", Node::instant);
            var review = in.required("review", Node::instant);
            var every = in.required("reviewEvery", Node::period);
            return in.build(() -> new Term.Standing(wording.get(), start.get(), review.get(), every.get()));
        });
    }

    /** A measure as it is read. */
    static Map<String, Object> json(Measure measure) {
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
        measure.channel().ifPresent(channel -> out.put("channel", channel));
        out.put("problem", measure.problem());
        out.put("disclosure", measure.disclosure().name());
        out.put("history", measure.history().stream().map(MeasurePart::written).toList());
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
            temporary.stated().firstPart().ifPresent(part -> out.put("firstPart", part.name()));
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
}
