/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Distinct;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Override;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Window;

/** What the parts of a rota, each sound by itself, can get wrong together. */
final class Soundness {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Soundness() {}

    static List<Fault> faults(
            String id,
            MunicipalCalendar calendar,
            List<RotaVersion> versions,
            List<Distinct> distinct,
            List<Absence> absences,
            List<Override> overrides,
            List<Qualification> qualifications) {
        List<Fault> faults = new ArrayList<>();
        if (!ID.matcher(id).matches()) {
            faults.add(Fault.of(
                    "/id",
                    '"' + id + '"',
                    "an identifier: a letter or digit, then up to 63 letters, digits and . _ -"));
        }
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
        for (int i = 0; i < versions.size(); i++) {
            dayClasses(versions.get(i), "/versions/" + i, calendar.dayClasses().keySet(), faults);
        }
        Set<String> positions = new LinkedHashSet<>();
        versions.forEach(version -> version.positions().forEach(position -> positions.add(position.id())));
        distinctPairs(distinct, positions, faults);
        Set<String> groups = new LinkedHashSet<>();
        versions.forEach(version -> version.groups().forEach(group -> groups.add(group.id())));
        Set<String> persons = persons(versions, overrides);
        for (int i = 0; i < absences.size(); i++) {
            known(persons, groups, absences.get(i).person(), "/absences/" + i + "/person", faults);
        }
        for (int i = 0; i < qualifications.size(); i++) {
            known(persons, groups, qualifications.get(i).person(), "/qualifications/" + i + "/person", faults);
        }
        for (int i = 0; i < overrides.size(); i++) {
            String holder = overrides.get(i).person();
            if (holder != null) {
                known(persons, groups, holder, "/overrides/" + i + "/holder", faults);
            }
        }
        overrides(overrides, positions, faults);
        if (!groups.isEmpty()) {
            for (int i = 0; i < versions.size(); i++) {
                groups(versions.get(i), groups, "/versions/" + i, faults);
            }
        }
        return faults;
    }

    private static void dayClasses(RotaVersion version, String pointer, Set<DayClass> known, List<Fault> faults) {
        for (int i = 0; i < version.positions().size(); i++) {
            Position position = version.positions().get(i);
            String seat = pointer + "/positions/" + i;
            dayClasses(position.required(), seat + "/required", known, faults);
            for (int j = 0; j < position.layers().size(); j++) {
                dayClasses(position.layers().get(j).window(), seat + "/layers/" + j + "/window", known, faults);
            }
        }
    }

    private static void dayClasses(Window window, String pointer, Set<DayClass> known, List<Fault> faults) {
        for (int i = 0; i < window.hours().size(); i++) {
            Set<DayClass> named = new LinkedHashSet<>(window.hours().get(i).classes());
            named.addAll(window.hours().get(i).except());
            for (DayClass dayClass : named) {
                if (!known.contains(dayClass)) {
                    faults.add(Fault.of(
                            pointer + "/" + i, "the day class " + dayClass, "a class of the calendar: " + known));
                }
            }
        }
    }

    /** An id that one version declares as a group is a group everywhere, and stands where one may stand. */
    private static void groups(RotaVersion version, Set<String> groups, String pointer, List<Fault> faults) {
        Set<String> undeclared = new LinkedHashSet<>(groups);
        for (int i = 0; i < version.groups().size(); i++) {
            Group group = version.groups().get(i);
            undeclared.remove(group.id());
            for (int j = 0; j < group.persons().size(); j++) {
                person(groups, group.persons().get(j), pointer + "/groups/" + i + "/persons/" + j, faults);
            }
        }
        for (int i = 0; i < version.positions().size(); i++) {
            List<Layer> layers = version.positions().get(i).layers();
            for (int j = 0; j < layers.size(); j++) {
                String layer = pointer + "/positions/" + i + "/layers/" + j;
                declared(undeclared, layers.get(j).rotation().members(), layer + "/rotation/members", faults);
                declared(undeclared, layers.get(j).substitution().persons(), layer + "/substitution/persons", faults);
            }
        }
    }

    private static void declared(Set<String> undeclared, List<String> members, String pointer, List<Fault> faults) {
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

    private static void known(
            Set<String> persons, Set<String> groups, String person, String pointer, List<Fault> faults) {
        person(groups, person, pointer, faults);
        if (!persons.contains(person) && !groups.contains(person)) {
            faults.add(Fault.of(pointer, '"' + person + '"', "a member, a substitute or the holder of an override")
                    .maybe("Maybe the id is misspelt, or the person has left the rota."));
        }
    }

    private static void person(Set<String> groups, String person, String pointer, List<Fault> faults) {
        if (groups.contains(person)) {
            faults.add(
                    Fault.of(pointer, "the group " + person, "a person; only rotations and substitutions name groups")
                            .maybe("Maybe a group and a person have the same id: give one of them another."));
        }
    }

    static Set<String> persons(List<RotaVersion> versions, List<Override> overrides) {
        Set<String> persons = new LinkedHashSet<>();
        versions.forEach(
                version -> version.positions().forEach(position -> persons.addAll(persons(version, position))));
        overrides.forEach(override -> override.holder().ifPresent(persons::add));
        return persons;
    }

    /** Members and substitutes of a position, groups as their persons. */
    static Set<String> persons(RotaVersion version, Position position) {
        Set<String> persons = new LinkedHashSet<>();
        for (Layer layer : position.layers()) {
            layer.rotation().members().forEach(member -> persons.addAll(version.personsOf(member)));
            layer.substitution().persons().forEach(member -> persons.addAll(version.personsOf(member)));
        }
        return persons;
    }

    private static void distinctPairs(List<Distinct> distinct, Set<String> positions, List<Fault> faults) {
        Map<String, List<String>> yieldsTo = new LinkedHashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            Distinct pair = distinct.get(i);
            known(positions, pair.keeps(), "/distinct/" + i + "/keeps", faults);
            known(positions, pair.givesWay(), "/distinct/" + i + "/givesWay", faults);
            if (reaches(yieldsTo, pair.keeps(), pair.givesWay(), new LinkedHashSet<>())) {
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

    private static void overrides(List<Override> overrides, Set<String> positions, List<Fault> faults) {
        Map<String, Integer> byId = new HashMap<>();
        Map<List<Object>, List<Integer>> sameRank = new LinkedHashMap<>();
        for (int i = 0; i < overrides.size(); i++) {
            Override override = overrides.get(i);
            known(positions, override.position(), "/overrides/" + i + "/position", faults);
            if (byId.putIfAbsent(override.id(), i) != null) {
                faults.add(
                        Fault.of("/overrides/" + i + "/id", '"' + override.id() + "\" a second time", "each id once"));
            }
            sameRank.computeIfAbsent(List.of(override.position(), override.decidedAt()), rank -> new ArrayList<>())
                    .add(i);
        }
        for (List<Integer> group : sameRank.values()) {
            group.sort(Comparator.comparing(i -> overrides.get(i).interval().getStart()));
            int longest = group.get(0);
            for (int i : group.subList(1, group.size())) {
                Override earlier = overrides.get(longest);
                Override later = overrides.get(i);
                if (later.interval().getStart().isBefore(earlier.interval().getEnd())) {
                    faults.add(Fault.of(
                                    "/overrides/" + i,
                                    "override " + later.id() + ", which overlaps " + earlier.id()
                                            + " and was decided at the same instant",
                                    "an order: another decidedAt, or intervals that do not overlap")
                            .maybe("Maybe one of the two decisions was withdrawn."));
                }
                longest = later.interval().getEnd().isAfter(earlier.interval().getEnd()) ? i : longest;
            }
        }
    }

    private static void known(Set<String> positions, String position, String pointer, List<Fault> faults) {
        if (!positions.contains(position)) {
            faults.add(
                    Fault.of(pointer, '"' + position + '"', "a position of the rota: " + String.join(", ", positions)));
        }
    }
}
