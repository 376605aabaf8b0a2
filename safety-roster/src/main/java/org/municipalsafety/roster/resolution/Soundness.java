/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Swap;
import org.municipalsafety.roster.plan.Takeover;
import org.municipalsafety.roster.plan.Window;
import org.threeten.extra.Interval;

/** What the parts of a rota, each sound by itself, can get wrong together. */
final class Soundness {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** As long as the weekdays and Easter take to come round to most of their combinations. */
    private static final int YEARS = 30;

    private Soundness() {}

    static List<Fault> faults(
            String id,
            MunicipalCalendar calendar,
            List<RotaVersion> versions,
            List<Distinct> distinct,
            List<Absence> absences,
            List<SeatOverride> overrides,
            List<Swap> swaps,
            List<Takeover> takeovers,
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
            neverOpen(versions.get(i), "/versions/" + i, calendar, faults);
        }
        Set<String> positions = new LinkedHashSet<>();
        versions.forEach(version -> version.positions().forEach(position -> positions.add(position.id())));
        distinctPairs(distinct, positions, faults);
        Set<String> groups = new LinkedHashSet<>();
        versions.forEach(version -> version.groups().forEach(group -> groups.add(group.id())));
        Set<String> persons = persons(versions, overrides, swaps, takeovers);
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
        for (int i = 0; i < swaps.size(); i++) {
            known(persons, groups, swaps.get(i).first().holder(), "/swaps/" + i + "/first/holder", faults);
            known(persons, groups, swaps.get(i).second().holder(), "/swaps/" + i + "/second/holder", faults);
        }
        for (int i = 0; i < takeovers.size(); i++) {
            takeover(takeovers.get(i), versions, positions, groups, "/takeovers/" + i, faults);
        }
        decisions(overrides, swaps, takeovers, positions, faults);
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

    /** A window may name days that never come, such as Sundays that are not red. */
    private static void neverOpen(RotaVersion version, String pointer, MunicipalCalendar calendar, List<Fault> faults) {
        for (int i = 0; i < version.positions().size(); i++) {
            List<Layer> layers = version.positions().get(i).layers();
            for (int j = 0; j < layers.size(); j++) {
                neverOpen(
                        layers.get(j).window(),
                        version,
                        pointer + "/positions/" + i + "/layers/" + j + "/window",
                        calendar,
                        faults);
            }
            Window required = version.positions().get(i).required();
            if (!required.equals(Window.NEVER)) {
                neverOpen(required, version, pointer + "/positions/" + i + "/required", calendar, faults);
            }
        }
    }

    private static void neverOpen(
            Window window, RotaVersion version, String pointer, MunicipalCalendar calendar, List<Fault> faults) {
        LocalDate begins = LocalDate.ofInstant(version.effectiveFrom(), ZoneOffset.UTC);
        LocalDate first = begins.isBefore(calendar.firstDay()) ? calendar.firstDay() : begins;
        if (classesKnown(window, calendar) && !opens(window, first, calendar)) {
            faults.add(Fault.of(
                            pointer,
                            "hours that open on no day of " + YEARS + " years",
                            "at least one day on which they open")
                    .maybe("Maybe except takes away all days that days and classes name."));
        }
    }

    /** Otherwise the unknown class is the fault. */
    private static boolean classesKnown(Window window, MunicipalCalendar calendar) {
        Set<DayClass> known = calendar.dayClasses().keySet();
        return window.hours().stream()
                .allMatch(hours -> known.containsAll(hours.classes()) && known.containsAll(hours.except()));
    }

    private static boolean opens(Window window, LocalDate first, MunicipalCalendar calendar) {
        for (Window.Hours hours : window.hours()) {
            if (!hours.days().isEmpty() && hours.except().isEmpty()) {
                return true;
            }
        }
        LocalDate last = first.plusYears(YEARS);
        for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
            Set<DayClass> classes = calendar.classesOf(day);
            for (Window.Hours hours : window.hours()) {
                boolean named =
                        hours.days().contains(day.getDayOfWeek()) || !Collections.disjoint(hours.classes(), classes);
                if (named && Collections.disjoint(hours.except(), classes)) {
                    return true;
                }
            }
        }
        return false;
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
            faults.add(Fault.of(pointer, '"' + person + '"', "a member, a substitute or the holder of a decision")
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

    private static void takeover(
            Takeover takeover,
            List<RotaVersion> versions,
            Set<String> positions,
            Set<String> groups,
            String pointer,
            List<Fault> faults) {
        known(positions, takeover.position(), pointer + "/position", faults);
        person(groups, takeover.person(), pointer + "/holder", faults);
        person(groups, takeover.turnsOf(), pointer + "/turnsOf", faults);
        if (positions.contains(takeover.position())
                && !groups.contains(takeover.turnsOf())
                && !members(versions, takeover.position()).contains(takeover.turnsOf())) {
            faults.add(Fault.of(
                            pointer + "/turnsOf",
                            '"' + takeover.turnsOf() + '"',
                            "a member of a rotation of " + takeover.position())
                    .maybe("Maybe the id is misspelt, or an override of the seat was meant."));
        }
    }

    /** Who has turns in a position, in any version. */
    static Set<String> members(List<RotaVersion> versions, String position) {
        Set<String> members = new LinkedHashSet<>();
        for (RotaVersion version : versions) {
            for (Position seat : version.positions()) {
                for (Layer layer : seat.id().equals(position) ? seat.layers() : List.<Layer>of()) {
                    layer.rotation().members().forEach(member -> members.addAll(version.personsOf(member)));
                }
            }
        }
        return members;
    }

    static Set<String> persons(
            List<RotaVersion> versions, List<SeatOverride> overrides, List<Swap> swaps, List<Takeover> takeovers) {
        Set<String> persons = new LinkedHashSet<>();
        versions.forEach(
                version -> version.positions().forEach(position -> persons.addAll(persons(version, position))));
        overrides.forEach(override -> override.holder().ifPresent(persons::add));
        swaps.forEach(swap -> swap.halves().forEach(half -> persons.add(half.holder())));
        takeovers.forEach(takeover -> persons.add(takeover.person()));
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

    /** A decision of one kind: what it is about, when it holds, when it was taken. */
    private record Decision(
            String id, String kind, List<String> about, Interval interval, Instant decidedAt, String pointer) {

        static Decision of(SeatOverride override, String kind, String pointer) {
            return new Decision(
                    override.id(),
                    kind,
                    List.of(override.position()),
                    override.interval(),
                    override.decidedAt(),
                    pointer);
        }
    }

    private static void decisions(
            List<SeatOverride> overrides,
            List<Swap> swaps,
            List<Takeover> takeovers,
            Set<String> positions,
            List<Fault> faults) {
        Set<String> ids = new LinkedHashSet<>();
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < overrides.size(); i++) {
            decisions.add(Decision.of(overrides.get(i), "override", "/overrides/" + i));
            once(ids, overrides.get(i).id(), "/overrides/" + i, faults);
        }
        for (int i = 0; i < swaps.size(); i++) {
            Swap swap = swaps.get(i);
            decisions.add(Decision.of(swap.decision(swap.first()), "swap", "/swaps/" + i + "/first"));
            decisions.add(Decision.of(swap.decision(swap.second()), "swap", "/swaps/" + i + "/second"));
            once(ids, swap.id(), "/swaps/" + i, faults);
        }
        decisions.forEach(
                decision -> known(positions, decision.about().get(0), decision.pointer() + "/position", faults));
        for (int i = 0; i < takeovers.size(); i++) {
            Takeover takeover = takeovers.get(i);
            decisions.add(new Decision(
                    takeover.id(),
                    "takeover",
                    List.of(takeover.position(), takeover.turnsOf()),
                    takeover.interval(),
                    takeover.decidedAt(),
                    "/takeovers/" + i));
            once(ids, takeover.id(), "/takeovers/" + i, faults);
        }
        Map<List<Object>, List<Decision>> sameRank = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            sameRank.computeIfAbsent(List.of(decision.about(), decision.decidedAt()), rank -> new ArrayList<>())
                    .add(decision);
        }
        for (List<Decision> rank : sameRank.values()) {
            rank.sort(Comparator.comparing(decision -> decision.interval().getStart()));
            Decision longest = rank.get(0);
            for (Decision later : rank.subList(1, rank.size())) {
                if (later.interval().getStart().isBefore(longest.interval().getEnd())) {
                    faults.add(Fault.of(
                                    later.pointer(),
                                    later.kind() + " " + later.id() + ", which overlaps " + longest.id()
                                            + " and was decided at the same instant",
                                    "an order: another decidedAt, or intervals that do not overlap")
                            .maybe("Maybe one of the two decisions was withdrawn."));
                }
                longest = later.interval().getEnd().isAfter(longest.interval().getEnd()) ? later : longest;
            }
        }
    }

    private static void once(Set<String> ids, String id, String pointer, List<Fault> faults) {
        if (!ids.add(id)) {
            faults.add(Fault.of(
                    pointer + "/id",
                    '"' + id + "\" a second time",
                    "each id once among overrides, swaps and takeovers"));
        }
    }

    private static void known(Set<String> positions, String position, String pointer, List<Fault> faults) {
        if (!positions.contains(position)) {
            faults.add(
                    Fault.of(pointer, '"' + position + '"', "a position of the rota: " + String.join(", ", positions)));
        }
    }
}
