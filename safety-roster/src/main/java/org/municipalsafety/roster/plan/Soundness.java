/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.document.Fault;

/** What the parts of a plan, each sound by itself, can get wrong together. */
final class Soundness {

    private final RotaPlan plan;
    private final MunicipalCalendar calendar;
    private final List<String> positions;
    private final Set<String> groups = new LinkedHashSet<>();
    private final Set<String> persons;
    private final List<Fault> faults = new ArrayList<>();

    Soundness(RotaPlan plan, MunicipalCalendar calendar) {
        this.plan = plan;
        this.calendar = calendar;
        this.positions = plan.positions();
        plan.versions().forEach(version -> version.groups().forEach(group -> groups.add(group.id())));
        this.persons = plan.persons();
    }

    List<Fault> faults() {
        faults.addAll(new Faults().id("/id", plan.id()).found());
        versions();
        distinctPairs();
        for (int i = 0; i < plan.absences().size(); i++) {
            known(plan.absences().get(i).person(), "/absences/" + i + "/person");
        }
        for (int i = 0; i < plan.qualifications().size(); i++) {
            known(plan.qualifications().get(i).person(), "/qualifications/" + i + "/person");
        }
        new DecisionSoundness(this, plan, faults).check();
        if (!groups.isEmpty()) {
            for (int i = 0; i < plan.versions().size(); i++) {
                groups(plan.versions().get(i), "/versions/" + i);
            }
        }
        return List.copyOf(faults);
    }

    private void versions() {
        List<RotaVersion> versions = plan.versions();
        if (versions.isEmpty()) {
            faults.add(Fault.of("/versions", "no version", "at least one version"));
        }
        for (int i = 1; i < versions.size(); i++) {
            Instant before = versions.get(i - 1).effectiveFrom();
            if (!before.isBefore(versions.get(i).effectiveFrom())) {
                faults.add(Fault.of(
                        "/versions/" + i + "/effectiveFrom",
                        versions.get(i).effectiveFrom().toString(),
                        "an instant after " + before + ", when the version before begins"));
            }
        }
        WindowSoundness windows = new WindowSoundness(calendar, faults);
        for (int i = 0; i < versions.size(); i++) {
            windows.check(versions.get(i), "/versions/" + i);
        }
    }

    private void distinctPairs() {
        Map<String, List<String>> yieldsTo = new LinkedHashMap<>();
        for (int i = 0; i < plan.distinct().size(); i++) {
            Distinct pair = plan.distinct().get(i);
            position(pair.keeps(), "/distinct/" + i + "/keeps");
            position(pair.givesWay(), "/distinct/" + i + "/givesWay");
            if (reaches(yieldsTo, pair.keeps(), pair.givesWay(), new HashSet<>())) {
                faults.add(Fault.of(
                        "/distinct/" + i,
                        pair.givesWay() + " gives way to " + pair.keeps() + ", which gives way to it",
                        "an order in which one of two positions gives way"));
            }
            yieldsTo.computeIfAbsent(pair.givesWay(), position -> new ArrayList<>())
                    .add(pair.keeps());
        }
    }

    private static boolean reaches(Map<String, List<String>> arrows, String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return true;
        }
        if (!seen.add(from)) {
            return false;
        }
        for (String next : arrows.getOrDefault(from, List.of())) {
            if (reaches(arrows, next, to, seen)) {
                return true;
            }
        }
        return false;
    }

    /** An id that one version declares as a group is a group everywhere, and stands where one may stand. */
    private void groups(RotaVersion version, String pointer) {
        Set<String> undeclared = new LinkedHashSet<>(groups);
        for (int i = 0; i < version.groups().size(); i++) {
            Group group = version.groups().get(i);
            undeclared.remove(group.id());
            for (int j = 0; j < group.persons().size(); j++) {
                person(group.persons().get(j), pointer + "/groups/" + i + "/persons/" + j);
            }
        }
        for (int i = 0; i < version.positions().size(); i++) {
            List<Layer> layers = version.positions().get(i).layers();
            for (int j = 0; j < layers.size(); j++) {
                String layer = pointer + "/positions/" + i + "/layers/" + j;
                declared(undeclared, layers.get(j).rotation().members(), layer + "/rotation/members");
                declared(undeclared, layers.get(j).substitution().persons(), layer + "/substitution/persons");
            }
        }
    }

    private void declared(Set<String> undeclared, List<String> members, String pointer) {
        for (int i = 0; i < members.size(); i++) {
            if (undeclared.contains(members.get(i))) {
                faults.add(Fault.of(
                                pointer + "/" + i,
                                "the group " + members.get(i) + " of another version",
                                "a group that this version declares, or a person")
                        .maybe("Maybe the version's groups were left out: each version declares its own."));
            }
        }
    }

    // What is looked up for all parts

    void known(String person, String pointer) {
        person(person, pointer);
        if (!persons.contains(person) && !groups.contains(person)) {
            faults.add(Fault.of(pointer, '"' + person + '"', "a member, a substitute or the holder of a decision")
                    .maybe("Maybe the id is misspelt, or the person has left the rota."));
        }
    }

    /** Notes if it is a group; whether it is. */
    boolean person(String person, String pointer) {
        boolean group = groups.contains(person);
        if (group) {
            faults.add(
                    Fault.of(pointer, "the group " + person, "a person; only rotations and substitutions name groups")
                            .maybe("Maybe a group and a person have the same id: give one of them another."));
        }
        return !group;
    }

    /** Notes if there is no such position; whether there is. */
    boolean position(String position, String pointer) {
        boolean known = positions.contains(position);
        if (!known) {
            faults.add(
                    Fault.of(pointer, '"' + position + '"', "a position of the rota: " + String.join(", ", positions)));
        }
        return known;
    }
}
