/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.document;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

/**
 * Puts together what can be read of a faulty rota, so that what is wrong between its parts is told with the rest. What
 * a lost list might have named is taken as known: no fault is told that may not be one.
 */
final class Salvage {

    /** Begins the id that stands in for an unread one. */
    static final String UNREAD = "unread-";

    /** Stands for names that are lost, so that any name may be among them. */
    static final String LOST = UNREAD + "lost";

    /** When a version begins that does not say so. */
    static final Instant UNREAD_FROM = Instant.parse("2999-12-31T23:59:59Z");

    static final LocalDateTime ANCHOR = LocalDateTime.parse("2026-01-05T08:00");

    static final Interval SOME_TIME = Interval.of(Instant.EPOCH, Duration.ofDays(1));

    private final Map<String, List<Integer>> places = new LinkedHashMap<>();
    /** What the versions name, and what the other parts refer to. */
    private final Set<String> positions = new LinkedHashSet<>();

    private final Set<String> persons = new LinkedHashSet<>();
    private final Set<String> groups = new LinkedHashSet<>();
    private final Set<String> positionsReferredTo = new LinkedHashSet<>();
    private final Set<String> personsReferredTo = new LinkedHashSet<>();
    private final Set<String> membersReferredTo = new LinkedHashSet<>();
    private boolean whole = true;
    private boolean positionsUnread;
    private boolean personsUnread;

    /** An id, each unread one different from all others. */
    static Field<String> id(Node node) {
        return node.id().standIn(() -> unread(node));
    }

    static String unread(Node node) {
        return UNREAD + Integer.toHexString(node.pointer().hashCode());
    }

    static <T> List<T> once(List<T> all, Function<T, String> id) {
        Map<String, T> first = new LinkedHashMap<>();
        all.forEach(one -> first.putIfAbsent(id.apply(one), one));
        return List.copyOf(first.values());
    }

    /** The positions, each once; for none at all one that nothing refers to. */
    static List<Position> seats(List<Position> positions, Node node) {
        return positions.isEmpty()
                ? List.of(Position.of(unread(node), LocalizedText.of("?", "?")))
                : once(positions, Position::id);
    }

    /** What a version names: its seats and those of its groups that can be read and are named. */
    static RotaVersion version(Instant from, List<Position> positions, Field<List<Group>> groups, Node node) {
        RotaVersion seats = new RotaVersion(from, RotaVersion.Phase.KEEP, seats(positions, node));
        return groups.hasValue() ? seats.withNamed(once(groups.get(), Group::id)) : seats;
    }

    /** The persons of a group that is faulty as a whole. */
    static List<String> persons(List<String> read) {
        List<String> persons = new ArrayList<>(new LinkedHashSet<>(read));
        if (persons.isEmpty() || persons.size() > 100) {
            return List.of(LOST);
        }
        return persons;
    }

    /** A day on which nothing else is. */
    static Interval timeOfItsOwn(Node node) {
        long days = Integer.toUnsignedLong(node.pointer().hashCode());
        return Interval.of(Instant.EPOCH.minus(Duration.ofDays(days + 1)), Duration.ofDays(1));
    }

    /** An instant at which nothing else was decided. */
    static Instant rankOfItsOwn(Node node) {
        return Instant.MIN.plusSeconds(Integer.toUnsignedLong(node.pointer().hashCode()));
    }

    /** The versions at their places. */
    List<Field<RotaVersion>> versions(Fields in, Function<Node, Field<RotaVersion>> reader) {
        List<Field<RotaVersion>> found = new ArrayList<>();
        boolean read = in.required(
                        "versions",
                        node -> node.list(element -> {
                            Field<RotaVersion> version = reader.apply(element);
                            found.add(version);
                            return version;
                        }))
                .isSound();
        whole &= read;
        positionsUnread |= !read && found.isEmpty();
        personsUnread |= !read && found.isEmpty();
        return found;
    }

    /** Adds the versions and notes their names; one that does not say when it begins gives its names alone. */
    void addVersions(List<Field<RotaVersion>> versions, RotaPlan.Builder builder) {
        for (int i = 0; i < versions.size(); i++) {
            Field<RotaVersion> field = versions.get(i);
            if (!field.hasValue()) {
                positionsUnread = true;
                personsUnread = true;
                continue;
            }
            field.get().groups().forEach(group -> groups.add(group.id()));
            for (Position position : field.get().positions()) {
                positions.add(position.id());
                persons.addAll(field.get().personsOf(position));
            }
            if (!field.get().effectiveFrom().equals(UNREAD_FROM)) {
                places.computeIfAbsent("versions", none -> new ArrayList<>()).add(i);
                builder.version(field.get());
            }
        }
    }

    /** Adds what can be read of a list. */
    <T> void add(String name, List<Field<T>> parts, Consumer<T> adder) {
        for (int i = 0; i < parts.size(); i++) {
            whole &= parts.get(i).isSound();
            if (parts.get(i).hasValue()) {
                places.computeIfAbsent(name, none -> new ArrayList<>()).add(i);
                adder.accept(parts.get(i).get());
            }
        }
    }

    void refersToPosition(String id) {
        positionsReferredTo.add(id);
    }

    void refersToPerson(String id) {
        personsReferredTo.add(id);
    }

    void refersToMember(String id) {
        membersReferredTo.add(id);
    }

    /** Builds the rota, its faults at the places of the document. */
    Rota build(RotaPlan.Builder builder, MunicipalCalendar calendar) {
        if (whole) {
            return Rota.of(builder.build(), calendar);
        }
        positionsUnread |= positions.contains(LOST);
        personsUnread |= persons.contains(LOST);
        positionsReferredTo.removeIf(id -> !positionsUnread && !isUnread(id));
        personsReferredTo.removeIf(id -> !personsUnread && !isUnread(id));
        // Where a position is lost, its members are too.
        membersReferredTo.removeIf(id -> !positionsUnread && !personsUnread && !isUnread(id));
        positions.addAll(positionsReferredTo);
        persons.addAll(personsReferredTo);
        persons.removeAll(groups);
        membersReferredTo.removeAll(groups);
        if (!positions.isEmpty()) {
            builder.version(names());
        }
        try {
            return Rota.of(builder.build(), calendar);
        } catch (InvalidModelException refused) {
            throw new InvalidModelException(
                    "rota", refused.faults().stream().map(this::placed).collect(Collectors.toList()));
        }
    }

    /** A version after all others that only names. */
    private RotaVersion names() {
        List<String> members = new ArrayList<>(List.of(LOST));
        membersReferredTo.stream().limit(999).forEach(members::add);
        Layer named = Layer.of("names", new Rotation(ANCHOR, new Turns.Weeks(1), members));
        List<Layer> layers = List.of(
                persons.isEmpty() ? named : named.withSubstitution(Substitution.by(persons.toArray(String[]::new))));
        return RotaVersion.of(
                UNREAD_FROM,
                positions.stream()
                        .map(id -> new Position(id, LocalizedText.of(id, id), layers, Window.ALWAYS))
                        .toArray(Position[]::new));
    }

    private Fault placed(Fault fault) {
        String[] steps = fault.pointer().split("/", 4);
        List<Integer> from = steps.length < 3 ? null : places.get(steps[1]);
        if (from == null) {
            return fault;
        }
        String pointer =
                "/" + steps[1] + "/" + from.get(Integer.parseInt(steps[2])) + (steps.length == 4 ? "/" + steps[3] : "");
        return new Fault(pointer, fault.found(), fault.expected(), fault.maybe());
    }

    private static boolean isUnread(String id) {
        return id.startsWith(UNREAD);
    }
}
