/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.document;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;

/** Reads the versions of a rota: seats, layers, rotations, windows, groups. */
final class VersionReader {

    private VersionReader() {}

    static Field<RotaVersion> version(Node node) {
        return node.object(in -> {
            var from = in.required("effectiveFrom", Node::instant).standIn(() -> Salvage.UNREAD_FROM);
            var phase = in.optional("phase", value -> value.oneOf(RotaVersion.Phase.class))
                    .standIn(Optional::empty);
            var positions = in.required("positions", list -> list.list(VersionReader::position));
            var groups = in.list("groups", VersionReader::group);
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
            var layers = in.list("layers", VersionReader::layer);
            var required = in.optional("required", VersionReader::window).standIn(Optional::empty);
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
            var rotation = in.required("rotation", VersionReader::rotation);
            var window = in.optional("window", VersionReader::window).standIn(Optional::empty);
            var substitution = in.optional("substitution", VersionReader::substitution);
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
            var turns = in.required("turns", VersionReader::turns).standIn(() -> new Turns.Weeks(1));
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
        Field<List<Window.Hours>> hours = node.list(VersionReader::hours);
        return hours.map("hours", Window::new).standIn(() -> new Window(hours.get()));
    }

    private static Field<Window.Hours> hours(Node node) {
        return node.object(in -> {
            var days = in.list("days", day -> day.oneOf(DayOfWeek.class));
            var classes = in.list("classes", VersionReader::dayClass).standIn(List::of);
            var except = in.list("except", VersionReader::dayClass).standIn(List::of);
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
}
