/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.document;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Distinct;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Swap;
import org.municipalsafety.roster.plan.Takeover;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Rota;

/**
 * A rota as a JSON document, kind {@code rota}, version 1 (rule D1). Its JSON Schema is the resource
 * {@code rota.schema.json} beside this class.
 *
 * <p>Day classes are those of Sweden's calendar unless another is given.
 *
 * <p>Instants carry their offset; an anchor is a local date and time in the rota's zone.
 *
 * <p>Stateless and thread-safe.
 */
public final class RotaDocument {

    private static final String KIND = "rota";
    private static final int VERSION = 1;

    private RotaDocument() {}

    /**
     * Reads a rota from a file.
     *
     * @param file the file
     * @return the rota
     * @throws org.municipalsafety.core.SafetyException if the file cannot be read or has faults, all of them named
     */
    public static Rota read(Path file) {
        return read(file, SwedishCalendar.standard());
    }

    /**
     * Reads a rota from bytes in UTF-8.
     *
     * @param content the document
     * @param source its name for messages
     * @return the rota
     * @throws org.municipalsafety.core.SafetyException if it has faults, all of them named
     */
    public static Rota read(byte[] content, String source) {
        return read(content, source, SwedishCalendar.standard());
    }

    /**
     * Reads a rota that follows another calendar, such as that of the municipality's directory.
     *
     * @param file the file
     * @param calendar the calendar
     * @return the rota
     * @throws org.municipalsafety.core.SafetyException if the file cannot be read or has faults, all of them named
     */
    public static Rota read(Path file, MunicipalCalendar calendar) {
        return Documents.read(file, KIND, VERSION, fields -> rota(fields, calendar));
    }

    /**
     * Reads a rota that follows another calendar from bytes in UTF-8.
     *
     * @param content the document
     * @param source its name for messages
     * @param calendar the calendar
     * @return the rota
     * @throws org.municipalsafety.core.SafetyException if it has faults, all of them named
     */
    public static Rota read(byte[] content, String source, MunicipalCalendar calendar) {
        return Documents.read(content, source, KIND, VERSION, fields -> rota(fields, calendar));
    }

    /**
     * The document of a plan; reading it gives an equal plan. The calendar is not part of it.
     *
     * @param plan the plan
     * @return the text
     */
    public static String write(RotaPlan plan) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", plan.id());
        out.put("zone", plan.zone().getId());
        out.put("versions", plan.versions().stream().map(RotaDocument::written).toList());
        out.put(
                "distinct",
                plan.distinct().stream()
                        .map(pair -> object("keeps", pair.keeps(), "givesWay", pair.givesWay()))
                        .toList());
        out.put(
                "absences",
                plan.absences().stream()
                        .map(absence -> object(
                                "person", absence.person(),
                                "from", absence.interval().getStart().toString(),
                                "until", absence.interval().getEnd().toString()))
                        .toList());
        out.put(
                "overrides",
                plan.decisions(SeatOverride.class).stream()
                        .map(RotaDocument::written)
                        .toList());
        if (!plan.qualifications().isEmpty()) {
            out.put(
                    "qualifications",
                    plan.qualifications().stream().map(RotaDocument::written).toList());
        }
        out.put("swaps", plan.swaps().stream().map(RotaDocument::written).toList());
        List<Takeover> takeovers = plan.decisions(Takeover.class);
        if (!takeovers.isEmpty()) {
            out.put("takeovers", takeovers.stream().map(RotaDocument::written).toList());
        }
        return Documents.write(KIND, VERSION, out);
    }

    // Reading
    //
    // A part that is faulty is stood in for where it can be, so that what is wrong between the parts is told at once.

    private static Field<Rota> rota(Fields in, MunicipalCalendar calendar) {
        Salvage salvage = new Salvage();
        var id = in.required("id", Node::id).standIn(() -> Salvage.UNREAD);
        var zone = in.required("zone", Node::zone).standIn(() -> ZoneOffset.UTC);
        var versions = salvage.versions(in, RotaDocument::version);
        var distinct = in.each("distinct", RotaDocument::distinct);
        var absences = in.each("absences", RotaDocument::absence);
        var overrides = in.each("overrides", RotaDocument::override);
        var swaps = in.each("swaps", RotaDocument::swap);
        var takeovers = in.each("takeovers", RotaDocument::takeover);
        var qualifications = in.each("qualifications", RotaDocument::qualification);
        return in.buildWithStandIns(() -> {
            RotaPlan.Builder builder = RotaPlan.builder(id.get(), zone.get());
            salvage.addVersions(versions, builder);
            salvage.add("distinct", distinct, pair -> {
                salvage.refersToPosition(pair.keeps());
                salvage.refersToPosition(pair.givesWay());
                builder.distinct(pair);
            });
            salvage.add("absences", absences, absence -> {
                salvage.refersToPerson(absence.person());
                builder.absence(absence);
            });
            salvage.add("overrides", overrides, override -> {
                salvage.refersToPosition(override.position());
                builder.decision(override);
            });
            salvage.add("swaps", swaps, swap -> {
                swap.halves().forEach(half -> salvage.refersToPosition(half.position()));
                builder.swap(swap);
            });
            salvage.add("takeovers", takeovers, takeover -> {
                salvage.refersToPosition(takeover.position());
                salvage.refersToMember(takeover.turnsOf());
                builder.decision(takeover);
            });
            salvage.add("qualifications", qualifications, qualification -> {
                salvage.refersToPerson(qualification.person());
                builder.qualification(qualification);
            });
            return salvage.build(builder, calendar);
        });
    }

    private static Field<RotaVersion> version(Node node) {
        return node.object(in -> {
            var from = in.required("effectiveFrom", Node::instant).standIn(() -> Salvage.UNREAD_FROM);
            var phase = in.optional("phase", value -> value.oneOf(RotaVersion.Phase.class))
                    .standIn(Optional::empty);
            var positions = in.required("positions", list -> list.list(RotaDocument::position));
            var groups = in.list("groups", RotaDocument::group);
            return in.buildWithStandIns(() -> {
                        var plan = new RotaVersion(
                                from.get(), phase.get().orElse(RotaVersion.Phase.KEEP), positions.get());
                        // A list of members that is lost may have named any group.
                        return positions.isSound()
                                ? plan.withGroups(groups.get().toArray(Group[]::new))
                                : plan.withNamed(groups.get());
                    })
                    .standIn(() -> Salvage.version(from.get(), positions.get(), groups, node));
        });
    }

    private static Field<Group> group(Node node) {
        return node.object(in -> {
            var id = in.required("id", Salvage::id);
            var persons = in.required("persons", list -> list.list(Salvage::id)).standIn(() -> List.of(Salvage.LOST));
            return in.buildWithStandIns(() -> new Group(id.get(), persons.get()))
                    .standIn(() -> new Group(id.get(), Salvage.persons(persons.get())));
        });
    }

    private static Field<Position> position(Node node) {
        return node.object(in -> {
            var id = in.required("id", Salvage::id).standIn(() -> Salvage.LOST);
            var name = in.required("name", Node::localizedText).standIn(() -> LocalizedText.of("?", "?"));
            var layers = in.list("layers", RotaDocument::layer);
            var required = in.optional("required", RotaDocument::window).standIn(Optional::empty);
            var requires = in.list("requires", Node::id).standIn(List::of);
            return in.buildWithStandIns(() -> new Position(
                            id.get(), name.get(), layers.get(), required.get().orElse(Window.ALWAYS), requires.get()))
                    .standIn(() ->
                            new Position(id.get(), name.get(), Salvage.once(layers.get(), Layer::id), Window.ALWAYS));
        });
    }

    private static Field<Layer> layer(Node node) {
        return node.object(in -> {
            var id = in.required("id", Salvage::id).standIn(() -> Salvage.unread(node));
            var rotation = in.required("rotation", RotaDocument::rotation);
            var window = in.optional("window", RotaDocument::window).standIn(Optional::empty);
            var substitution = in.optional("substitution", RotaDocument::substitution);
            return in.buildWithStandIns(() -> new Layer(
                            id.get(),
                            rotation.get(),
                            window.get().orElse(Window.ALWAYS),
                            substitution.get().orElse(Substitution.NEXT_IN_TURN)))
                    .standIn(() -> new Layer(
                            id.get(),
                            rotation.get(),
                            Window.ALWAYS,
                            substitution.get().orElse(Substitution.NEXT_IN_TURN)));
        });
    }

    private static Field<Rotation> rotation(Node node) {
        return node.object(in -> {
            var anchor = in.required("anchor", Node::localDateTime).standIn(() -> Salvage.ANCHOR);
            var turns = in.required("turns", RotaDocument::turns).standIn(() -> new Turns.Weeks(1));
            var members = in.required("members", list -> list.list(Salvage::id)).standIn(() -> List.of(Salvage.LOST));
            var counting = in.optional("counting", value -> value.oneOf(Rotation.Counting.class))
                    .standIn(Optional::empty);
            return in.buildWithStandIns(() -> new Rotation(
                            anchor.get(),
                            turns.get(),
                            members.get(),
                            counting.get().orElse(Rotation.Counting.CALENDAR)))
                    .standIn(() -> new Rotation(
                            Salvage.ANCHOR,
                            new Turns.Weeks(1),
                            members.get().isEmpty() ? List.of("nobody") : members.get()));
        });
    }

    private static Field<Turns> turns(Node node) {
        return node.object(in -> {
            if (in.has("days")) {
                var days = in.required("days", value -> value.integer(1, 7320));
                return in.buildWithStandIns(() -> new Turns.Days(days.get()));
            }
            if (in.has("weeks")) {
                var weeks = in.required("weeks", value -> value.integer(1, 1040));
                return in.buildWithStandIns(() -> new Turns.Weeks(weeks.get()));
            }
            if (in.has("months")) {
                var months = in.required("months", value -> value.integer(1, 240));
                var end = in.optional("monthEnd", value -> value.oneOf(Turns.MonthEnd.class))
                        .standIn(Optional::empty);
                return in.buildWithStandIns(
                        () -> new Turns.Months(months.get(), end.get().orElse(Turns.MonthEnd.LAST_DAY)));
            }
            if (in.has("elapsed")) {
                var elapsed = in.required("elapsed", Node::duration);
                return in.buildWithStandIns(() -> new Turns.Elapsed(elapsed.get()));
            }
            if (in.has("cycle")) {
                var cycle = in.required("cycle", list -> list.list(Node::duration));
                return in.buildWithStandIns(() -> new Turns.Cycle(cycle.get()));
            }
            return in.noneOf("no length", "days", "weeks", "months", "elapsed", "cycle");
        });
    }

    /** True is always, false is never, a list is its hours. */
    private static Field<Window> window(Node node) {
        if (!node.isList()) {
            return node.bool().map("true, false or a list of hours", all -> all ? Window.ALWAYS : Window.NEVER);
        }
        Field<List<Window.Hours>> hours = node.list(RotaDocument::hours);
        return hours.map("hours", Window::new).standIn(() -> new Window(hours.get()));
    }

    private static Field<Window.Hours> hours(Node node) {
        return node.object(in -> {
            var days = in.list("days", day -> day.oneOf(DayOfWeek.class));
            var classes = in.list("classes", RotaDocument::dayClass).standIn(List::of);
            var except = in.list("except", RotaDocument::dayClass).standIn(List::of);
            var hours = in.required("hours", Node::daySpan).standIn(() -> DaySpan.ALL_DAY);
            return in.buildWithStandIns(() -> {
                        Set<DayOfWeek> set = EnumSet.noneOf(DayOfWeek.class);
                        set.addAll(days.get());
                        return new Window.Hours(
                                set,
                                new LinkedHashSet<>(classes.get()),
                                new LinkedHashSet<>(except.get()),
                                hours.get());
                    })
                    .standIn(() -> new Window.Hours(
                            EnumSet.allOf(DayOfWeek.class),
                            new LinkedHashSet<>(classes.get()),
                            Set.of(),
                            DaySpan.ALL_DAY));
        });
    }

    private static Field<DayClass> dayClass(Node node) {
        return node.text().map("a day class such as RED_DAY", DayClass::new);
    }

    private static Field<Substitution> substitution(Node node) {
        return node.object(in -> {
            var policy = in.required("policy", value -> value.oneOf(Substitution.Policy.class));
            var persons = in.list("persons", Salvage::id).standIn(() -> List.of(Salvage.LOST));
            var owed = in.optional("owed", Node::bool).standIn(Optional::empty);
            return in.buildWithStandIns(() -> new Substitution(
                            policy.get(), persons.get(), owed.get().orElse(false)))
                    .standIn(() -> persons.get().isEmpty()
                            ? Substitution.NEXT_IN_TURN
                            : new Substitution(Substitution.Policy.SUBSTITUTES, persons.get()));
        });
    }

    private static Field<Distinct> distinct(Node node) {
        return node.object(in -> {
            var keeps = in.required("keeps", Salvage::id);
            var givesWay = in.required("givesWay", Salvage::id);
            return in.buildWithStandIns(() -> new Distinct(keeps.get(), givesWay.get()));
        });
    }

    private static Field<Absence> absence(Node node) {
        return node.object(in -> {
            var person = in.required("person", Salvage::id);
            var interval = in.interval("from", "until").standIn(() -> Salvage.SOME_TIME);
            return in.buildWithStandIns(() -> new Absence(person.get(), interval.get()));
        });
    }

    private static Field<Qualification> qualification(Node node) {
        return node.object(in -> {
            var person = in.required("person", Node::id);
            var qualification = in.required("qualification", Node::id);
            var from = in.required("from", Node::instant);
            var until = in.optional("until", Node::instant);
            return in.build(() -> new Qualification(person.get(), qualification.get(), from.get(), until.get()));
        });
    }

    private static Field<SeatOverride> override(Node node) {
        return node.object(in -> {
            var id = in.required("id", Salvage::id);
            var position = in.required("position", Salvage::id);
            var interval = in.interval("from", "until");
            var holder = in.optional("holder", Salvage::id);
            var decidedAt = in.required("decidedAt", Node::instant);
            var decidedBy = in.required("decidedBy", Node::text).standIn(() -> "?");
            return in.buildWithStandIns(() -> new SeatOverride(
                            id.get(), position.get(), interval.get(), holder.get(), decidedAt.get(), decidedBy.get()))
                    .standIn(() -> new SeatOverride(
                            id.get(),
                            position.get(),
                            interval.standIn(() -> Salvage.SOME_TIME).get(),
                            holder.get(),
                            Salvage.rankOfItsOwn(node),
                            decidedBy.get()));
        });
    }

    private static Field<Swap> swap(Node node) {
        return node.object(in -> {
            var id = in.required("id", Salvage::id);
            var first = in.required("first", RotaDocument::half);
            var second = in.required("second", RotaDocument::half);
            var decidedAt = in.required("decidedAt", Node::instant).standIn(() -> Salvage.rankOfItsOwn(node));
            var decidedBy = in.required("decidedBy", Node::text).standIn(() -> "?");
            return in.buildWithStandIns(
                    () -> new Swap(id.get(), first.get(), second.get(), decidedAt.get(), decidedBy.get()));
        });
    }

    private static Field<Takeover> takeover(Node node) {
        return node.object(in -> {
            var id = in.required("id", Salvage::id);
            var position = in.required("position", Salvage::id);
            var interval = in.interval("from", "until").standIn(() -> Salvage.timeOfItsOwn(node));
            var turnsOf = in.required("turnsOf", Salvage::id);
            var holder = in.required("holder", Salvage::id);
            var decidedAt = in.required("decidedAt", Node::instant).standIn(() -> Salvage.rankOfItsOwn(node));
            var decidedBy = in.required("decidedBy", Node::text).standIn(() -> "?");
            return in.buildWithStandIns(() -> new Takeover(
                    id.get(),
                    position.get(),
                    interval.get(),
                    turnsOf.get(),
                    holder.get(),
                    decidedAt.get(),
                    decidedBy.get()));
        });
    }

    private static Field<Swap.Side> half(Node node) {
        return node.object(in -> {
            var position = in.required("position", Salvage::id);
            var interval = in.interval("from", "until").standIn(() -> Salvage.timeOfItsOwn(node));
            var holder = in.required("holder", Salvage::id);
            return in.buildWithStandIns(() -> new Swap.Side(position.get(), interval.get(), holder.get()));
        });
    }

    // Writing

    private static Map<String, Object> written(RotaVersion version) {
        Map<String, Object> out = object(
                "effectiveFrom", version.effectiveFrom().toString(),
                "phase", version.phase().name(),
                "positions",
                        version.positions().stream().map(RotaDocument::written).toList());
        if (!version.groups().isEmpty()) {
            out.put(
                    "groups",
                    version.groups().stream()
                            .map(group -> object("id", group.id(), "persons", group.persons()))
                            .toList());
        }
        return out;
    }

    private static Map<String, Object> written(Position position) {
        Map<String, Object> out = object(
                "id", position.id(),
                "name", position.name().byLanguage(),
                "required", written(position.required()),
                "layers", position.layers().stream().map(RotaDocument::written).toList());
        if (!position.requires().isEmpty()) {
            out.put("requires", position.requires());
        }
        return out;
    }

    private static Map<String, Object> written(Qualification qualification) {
        Map<String, Object> out = object(
                "person", qualification.person(),
                "qualification", qualification.qualification(),
                "from", qualification.from().toString());
        qualification.until().ifPresent(until -> out.put("until", until.toString()));
        return out;
    }

    private static Map<String, Object> written(Layer layer) {
        Substitution substitution = layer.substitution();
        Map<String, Object> policy = object("policy", substitution.policy().name());
        if (!substitution.persons().isEmpty()) {
            policy.put("persons", substitution.persons());
        }
        if (substitution.owed()) {
            policy.put("owed", true);
        }
        Rotation rotation = layer.rotation();
        return object(
                "id",
                layer.id(),
                "rotation",
                object(
                        "anchor", rotation.anchor().toString(),
                        "turns", written(rotation.turns()),
                        "members", rotation.members(),
                        "counting", rotation.counting().name()),
                "window",
                written(layer.window()),
                "substitution",
                policy);
    }

    private static Map<String, Object> written(Turns turns) {
        if (turns instanceof Turns.Days days) {
            return object("days", days.days());
        }
        if (turns instanceof Turns.Weeks weeks) {
            return object("weeks", weeks.weeks());
        }
        if (turns instanceof Turns.Months months) {
            return months.end() == Turns.MonthEnd.LAST_DAY
                    ? object("months", months.months())
                    : object("months", months.months(), "monthEnd", months.end().name());
        }
        if (turns instanceof Turns.Elapsed elapsed) {
            return object("elapsed", elapsed.elapsed().toString());
        }
        return object(
                "cycle",
                ((Turns.Cycle) turns).cycle().stream().map(Duration::toString).toList());
    }

    private static Object written(Window window) {
        if (window.equals(Window.ALWAYS)) {
            return true;
        }
        if (window.equals(Window.NEVER)) {
            return false;
        }
        return window.hours().stream().map(RotaDocument::written).toList();
    }

    private static Map<String, Object> written(Window.Hours hours) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("days", hours.days().stream().map(Enum::name).toList());
        if (!hours.classes().isEmpty()) {
            out.put("classes", hours.classes().stream().map(DayClass::id).toList());
        }
        if (!hours.except().isEmpty()) {
            out.put("except", hours.except().stream().map(DayClass::id).toList());
        }
        out.put("hours", hours.span().toString());
        return out;
    }

    private static Map<String, Object> written(SeatOverride override) {
        Map<String, Object> out = object(
                "id", override.id(),
                "position", override.position(),
                "from", override.interval().getStart().toString(),
                "until", override.interval().getEnd().toString());
        override.holder().ifPresent(holder -> out.put("holder", holder));
        out.put("decidedAt", override.decidedAt().toString());
        out.put("decidedBy", override.decidedBy());
        return out;
    }

    private static Map<String, Object> written(Swap swap) {
        return object(
                "id", swap.id(),
                "first", written(swap.first()),
                "second", written(swap.second()),
                "decidedAt", swap.decidedAt().toString(),
                "decidedBy", swap.decidedBy());
    }

    private static Map<String, Object> written(Takeover takeover) {
        return object(
                "id", takeover.id(),
                "position", takeover.position(),
                "from", takeover.interval().getStart().toString(),
                "until", takeover.interval().getEnd().toString(),
                "turnsOf", takeover.turnsOf(),
                "holder", takeover.person(),
                "decidedAt", takeover.decidedAt().toString(),
                "decidedBy", takeover.decidedBy());
    }

    private static Map<String, Object> written(Swap.Side half) {
        return object(
                "position", half.position(),
                "from", half.interval().getStart().toString(),
                "until", half.interval().getEnd().toString(),
                "holder", half.holder());
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> out = new LinkedHashMap<>();
        List<Object> all = List.of(namesAndValues);
        for (int i = 0; i < all.size(); i += 2) {
            out.put((String) all.get(i), all.get(i + 1));
        }
        return out;
    }
}
