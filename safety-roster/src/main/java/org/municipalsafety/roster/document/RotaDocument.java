/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.document;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Distinct;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Override;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

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
     * The document of a rota; reading it with the same calendar gives an equal rota. The calendar is not part of it.
     *
     * @param rota the rota
     * @return the text
     */
    public static String write(Rota rota) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", rota.id());
        out.put("zone", rota.zone().getId());
        out.put("versions", rota.versions().stream().map(RotaDocument::written).toList());
        out.put(
                "distinct",
                rota.distinct().stream()
                        .map(pair -> object("keeps", pair.keeps(), "givesWay", pair.givesWay()))
                        .toList());
        out.put(
                "absences",
                rota.absences().stream()
                        .map(absence -> object(
                                "person", absence.person(),
                                "from", absence.interval().getStart().toString(),
                                "until", absence.interval().getEnd().toString()))
                        .toList());
        out.put(
                "overrides",
                rota.overrides().stream().map(RotaDocument::written).toList());
        if (!rota.qualifications().isEmpty()) {
            out.put(
                    "qualifications",
                    rota.qualifications().stream().map(RotaDocument::written).toList());
        }
        return Documents.write(KIND, VERSION, out);
    }

    // Reading

    private static Field<Rota> rota(Fields in, MunicipalCalendar calendar) {
        var id = in.required("id", Node::id);
        var zone = in.required("zone", Node::zone);
        var versions = in.required("versions", node -> node.list(RotaDocument::version));
        var distinct = in.list("distinct", RotaDocument::distinct);
        var absences = in.list("absences", RotaDocument::absence);
        var overrides = in.list("overrides", RotaDocument::override);
        var qualifications = in.list("qualifications", RotaDocument::qualification);
        return in.build(() -> {
            Rota.Builder builder = Rota.builder(id.get(), zone.get()).calendar(calendar);
            versions.get().forEach(builder::version);
            distinct.get().forEach(pair -> builder.distinct(pair.keeps(), pair.givesWay()));
            absences.get().forEach(builder::absence);
            overrides.get().forEach(builder::override);
            qualifications.get().forEach(builder::qualification);
            return builder.build();
        });
    }

    private static Field<RotaVersion> version(Node node) {
        return node.object(in -> {
            var from = in.required("effectiveFrom", Node::instant);
            var phase = in.optional("phase", value -> value.oneOf(RotaVersion.Phase.class));
            var positions = in.required("positions", list -> list.list(RotaDocument::position));
            var groups = in.list("groups", RotaDocument::group);
            return in.build(() -> new RotaVersion(
                    from.get(), phase.get().orElse(RotaVersion.Phase.KEEP), positions.get(), groups.get()));
        });
    }

    private static Field<Group> group(Node node) {
        return node.object(in -> {
            var id = in.required("id", Node::id);
            var persons = in.required("persons", list -> list.list(Node::id));
            return in.build(() -> new Group(id.get(), persons.get()));
        });
    }

    private static Field<Position> position(Node node) {
        return node.object(in -> {
            var id = in.required("id", Node::id);
            var name = in.required("name", Node::localizedText);
            var layers = in.list("layers", RotaDocument::layer);
            var required = in.optional("required", RotaDocument::window);
            var requires = in.list("requires", Node::id);
            return in.build(() -> new Position(
                    id.get(), name.get(), layers.get(), required.get().orElse(Window.ALWAYS), requires.get()));
        });
    }

    private static Field<Layer> layer(Node node) {
        return node.object(in -> {
            var id = in.required("id", Node::id);
            var rotation = in.required("rotation", RotaDocument::rotation);
            var window = in.optional("window", RotaDocument::window);
            var substitution = in.optional("substitution", RotaDocument::substitution);
            return in.build(() -> new Layer(
                    id.get(),
                    rotation.get(),
                    window.get().orElse(Window.ALWAYS),
                    substitution.get().orElse(Substitution.NEXT_IN_TURN)));
        });
    }

    private static Field<Rotation> rotation(Node node) {
        return node.object(in -> {
            var anchor = in.required("anchor", Node::localDateTime);
            var turns = in.required("turns", RotaDocument::turns);
            var members = in.required("members", list -> list.list(Node::id));
            var counting = in.optional("counting", value -> value.oneOf(Rotation.Counting.class));
            return in.build(() -> new Rotation(
                    anchor.get(), turns.get(), members.get(), counting.get().orElse(Rotation.Counting.CALENDAR)));
        });
    }

    private static Field<Turns> turns(Node node) {
        return node.object(in -> {
            if (in.has("days")) {
                var days = in.required("days", value -> value.integer(1, 7320));
                return in.build(() -> new Turns.Days(days.get()));
            }
            if (in.has("weeks")) {
                var weeks = in.required("weeks", value -> value.integer(1, 1040));
                return in.build(() -> new Turns.Weeks(weeks.get()));
            }
            if (in.has("months")) {
                var months = in.required("months", value -> value.integer(1, 240));
                return in.build(() -> new Turns.Months(months.get()));
            }
            if (in.has("elapsed")) {
                var elapsed = in.required("elapsed", Node::duration);
                return in.build(() -> new Turns.Elapsed(elapsed.get()));
            }
            if (in.has("cycle")) {
                var cycle = in.required("cycle", list -> list.list(Node::duration));
                return in.build(() -> new Turns.Cycle(cycle.get()));
            }
            return in.fault("no length", "one of the fields days, weeks, months, elapsed, cycle");
        });
    }

    /** True is always, false is never, a list is its hours. */
    private static Field<Window> window(Node node) {
        return node.isList()
                ? node.list(RotaDocument::hours).map("hours", Window::new)
                : node.bool().map("true, false or a list of hours", all -> all ? Window.ALWAYS : Window.NEVER);
    }

    private static Field<Window.Hours> hours(Node node) {
        return node.object(in -> {
            var days = in.list("days", day -> day.oneOf(DayOfWeek.class));
            var classes = in.list("classes", RotaDocument::dayClass);
            var except = in.list("except", RotaDocument::dayClass);
            var hours = in.required("hours", Node::daySpan);
            return in.build(() -> {
                Set<DayOfWeek> set = EnumSet.noneOf(DayOfWeek.class);
                set.addAll(days.get());
                return new Window.Hours(
                        set, new LinkedHashSet<>(classes.get()), new LinkedHashSet<>(except.get()), hours.get());
            });
        });
    }

    private static Field<DayClass> dayClass(Node node) {
        return node.text().map("a day class such as RED_DAY", DayClass::new);
    }

    private static Field<Substitution> substitution(Node node) {
        return node.object(in -> {
            var policy = in.required("policy", value -> value.oneOf(Substitution.Policy.class));
            var persons = in.list("persons", Node::id);
            return in.build(() -> new Substitution(policy.get(), persons.get()));
        });
    }

    private static Field<Distinct> distinct(Node node) {
        return node.object(in -> {
            var keeps = in.required("keeps", Node::id);
            var givesWay = in.required("givesWay", Node::id);
            return in.build(() -> new Distinct(keeps.get(), givesWay.get()));
        });
    }

    private static Field<Absence> absence(Node node) {
        return node.object(in -> {
            var person = in.required("person", Node::id);
            var from = in.required("from", Node::instant);
            var until = in.required("until", Node::instant);
            return in.build(() -> new Absence(person.get(), Interval.of(from.get(), until.get())));
        });
    }

    private static Field<Qualification> qualification(Node node) {
        return node.object(in -> {
            var person = in.required("person", Node::id);
            var qualification = in.required("qualification", Node::id);
            var from = in.required("from", Node::instant);
            var until = in.optional("until", Node::instant);
            return in.build(() -> new Qualification(
                    person.get(), qualification.get(), from.get(), until.get().orElse(null)));
        });
    }

    private static Field<Override> override(Node node) {
        return node.object(in -> {
            var id = in.required("id", Node::id);
            var position = in.required("position", Node::id);
            var from = in.required("from", Node::instant);
            var until = in.required("until", Node::instant);
            var holder = in.optional("holder", Node::id);
            var decidedAt = in.required("decidedAt", Node::instant);
            var decidedBy = in.required("decidedBy", Node::text);
            return in.build(() -> new Override(
                    id.get(),
                    position.get(),
                    Interval.of(from.get(), until.get()),
                    holder.get().orElse(null),
                    decidedAt.get(),
                    decidedBy.get()));
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
        qualification.expires().ifPresent(until -> out.put("until", until.toString()));
        return out;
    }

    private static Map<String, Object> written(Layer layer) {
        Substitution substitution = layer.substitution();
        Map<String, Object> policy = object("policy", substitution.policy().name());
        if (!substitution.persons().isEmpty()) {
            policy.put("persons", substitution.persons());
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
            return object("months", months.months());
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

    private static Map<String, Object> written(Override override) {
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

    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> out = new LinkedHashMap<>();
        List<Object> all = List.of(namesAndValues);
        for (int i = 0; i < all.size(); i += 2) {
            out.put((String) all.get(i), all.get(i + 1));
        }
        return out;
    }
}
