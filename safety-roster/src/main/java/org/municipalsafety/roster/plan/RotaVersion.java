/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.municipalsafety.core.document.Fault;

/**
 * The plan from some instant on, until the next version begins (rule R1).
 *
 * <p>Immutable and thread-safe.
 *
 * @param effectiveFrom the first instant at which it is in force
 * @param phase how its rotations continue those of the version before
 * @param positions the seats, at least one
 * @param groups the groups that members and substitutes of the seats name; each is named by one at least
 */
public record RotaVersion(Instant effectiveFrom, Phase phase, List<Position> positions, List<Group> groups) {

    /** How the rotations of a version continue those of the version before. */
    public enum Phase {
        /**
         * Whoever is in turn when the version begins stays in turn, and the others follow in the new order: to add or
         * remove somebody moves nobody further than that person's own turns. Whoever has left gives the turn to the
         * next of the old order who has stayed. Layers are the same when position and layer have the same ids.
         *
         * <p>So it is within a {@link Group}, whether or not it is in turn: the person who would have had its next turn
         * has it, or the next of the old group who has stayed. Whoever is in turn also stays so who moves into a group
         * or out of it. A group that joins begins with its first person.
         */
        KEEP,
        /** The first member has the turn in which the version begins, and the turns are counted from there. */
        RESTART
    }

    /** Copies and checks. */
    public RotaVersion {
        requireNonNull(phase, "phase");
        positions = List.copyOf(positions);
        groups = List.copyOf(groups);
        Faults faults = new Faults()
                .check(
                        !effectiveFrom.isBefore(Instant.parse("1900-01-01T00:00:00Z"))
                                && effectiveFrom.isBefore(Instant.parse("3000-01-01T00:00:00Z")),
                        Fault.of("/effectiveFrom", effectiveFrom.toString(), "an instant of the years 1900 to 2999"))
                .check(!positions.isEmpty(), Fault.of("/positions", "no position", "at least one position"))
                .distinctIds("/positions", positions.stream().map(Position::id).toList())
                .distinctIds("/groups", groups.stream().map(Group::id).toList());
        Set<String> named = named(positions);
        for (int i = 0; i < groups.size(); i++) {
            faults.check(
                    named.contains(groups.get(i).id()),
                    Fault.of(
                                    "/groups/" + i + "/id",
                                    "the group " + groups.get(i).id() + ", which nothing names",
                                    "a group that is a member or a substitute in the version")
                            .maybe("Maybe a member is misspelt: every id that is no group is a person."));
        }
        faults.refuse("version");
    }

    /**
     * A version without groups.
     *
     * @param effectiveFrom the first instant at which it is in force
     * @param phase how its rotations continue those of the version before
     * @param positions the seats
     */
    public RotaVersion(Instant effectiveFrom, Phase phase, List<Position> positions) {
        this(effectiveFrom, phase, positions, List.of());
    }

    private static Set<String> named(List<Position> positions) {
        Set<String> named = new HashSet<>();
        for (Position position : positions) {
            for (Layer layer : position.layers()) {
                named.addAll(layer.rotation().members());
                named.addAll(layer.substitution().persons());
            }
        }
        return named;
    }

    /**
     * A version that keeps the phase of the one before.
     *
     * @param effectiveFrom the first instant at which it is in force
     * @param positions the seats
     * @return the version
     */
    public static RotaVersion of(Instant effectiveFrom, Position... positions) {
        return new RotaVersion(effectiveFrom, Phase.KEEP, List.of(positions));
    }

    /**
     * The same version with groups.
     *
     * @param all the groups, each named by a member or a substitute
     * @return the changed copy
     */
    public RotaVersion withGroups(Group... all) {
        return new RotaVersion(effectiveFrom, phase, positions, List.of(all));
    }

    /**
     * The same version with other seats. Groups that none of them names are left out.
     *
     * @param seats the seats
     * @return the changed copy
     */
    public RotaVersion withPositions(List<Position> seats) {
        return new RotaVersion(effectiveFrom, phase, seats).withNamed(groups);
    }

    /**
     * The same version with those of some groups that a member or a substitute names.
     *
     * @param some the groups
     * @return the changed copy
     */
    public RotaVersion withNamed(List<Group> some) {
        Set<String> named = named(positions);
        return new RotaVersion(
                effectiveFrom,
                phase,
                positions,
                some.stream().filter(group -> named.contains(group.id())).toList());
    }

    /**
     * The persons that a member of a rotation, or a substitute, stands for.
     *
     * @param member the id of a group or a person
     * @return the group's persons in order, or the person alone
     */
    public List<String> personsOf(String member) {
        for (Group group : groups) {
            if (group.id().equals(member)) {
                return group.persons();
            }
        }
        return List.of(member);
    }

    /**
     * The persons who have turns in a layer.
     *
     * @param layer the layer
     * @return the ids of its members, groups as their persons, each once
     */
    public Set<String> membersOf(Layer layer) {
        Set<String> members = new LinkedHashSet<>();
        layer.rotation().members().forEach(member -> members.addAll(personsOf(member)));
        return members;
    }

    /**
     * The persons who can come on duty in a seat without a decision: those who have turns, and named substitutes.
     *
     * @param seat the seat
     * @return their ids, groups as their persons, each once
     */
    public Set<String> personsOf(Position seat) {
        Set<String> persons = new LinkedHashSet<>();
        for (Layer layer : seat.layers()) {
            persons.addAll(membersOf(layer));
            layer.substitution().persons().forEach(named -> persons.addAll(personsOf(named)));
        }
        return persons;
    }
}
