/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
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
import org.municipalsafety.roster.plan.Swap;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Rota;

/**
 * Who is on duty, found in the plainest way: turns are counted one after the other from the anchor, local time is
 * turned into instants by looking at the offsets that are valid, nothing is remembered. Shares no code with the library
 * but the plan's data. Knows versions that restart, or that keep the phase of layers with the same turns.
 */
final class PlainReading {

    private static final String NOBODY_REQUIRED = "gap";
    private static final String NOBODY = "off";

    private PlainReading() {}

    /** The holder's id, "gap" or "off". */
    static String at(Rota rota, String position, Instant t) {
        int version = -1;
        for (int i = 0; i < rota.versions().size(); i++) {
            if (!t.isBefore(rota.versions().get(i).effectiveFrom())) {
                version = i;
            }
        }
        if (version < 0) {
            return NOBODY;
        }
        @Nullable Position seat = null;
        for (Position candidate : rota.versions().get(version).positions()) {
            if (candidate.id().equals(position)) {
                seat = candidate;
            }
        }
        if (seat == null) {
            return NOBODY;
        }
        List<String> taken = new ArrayList<>();
        for (Distinct pair : rota.distinct()) {
            if (pair.givesWay().equals(position)) {
                taken.add(at(rota, pair.keeps(), t));
            }
        }
        @Nullable Override decision = null;
        List<Override> decisions = new ArrayList<>(rota.overrides());
        for (Swap swap : rota.swaps()) {
            decisions.add(swap.decision(swap.first()));
            decisions.add(swap.decision(swap.second()));
        }
        for (Override override : decisions) {
            if (override.position().equals(position)
                    && !t.isBefore(override.interval().getStart())
                    && t.isBefore(override.interval().getEnd())
                    && (decision == null || override.decidedAt().isAfter(decision.decidedAt()))) {
                decision = override;
            }
        }
        String empty = open(rota, seat.required(), t) ? NOBODY_REQUIRED : NOBODY;
        if (decision != null) {
            String person = decision.person();
            if (person == null) {
                return empty;
            }
            if (!taken.contains(person)) {
                return person;
            }
        }
        for (Layer layer : seat.layers()) {
            if (t.isBefore(first(layer.rotation().anchor(), rota.zone())) || !open(rota, layer.window(), t)) {
                continue;
            }
            Clock clock = clock(rota, version, position, layer, t);
            List<String> inTurn = clock.persons();
            for (String person : inTurn) {
                if (fit(rota, seat, person, t) && !taken.contains(person)) {
                    return person;
                }
            }
            Substitution.Policy policy = fit(rota, seat, inTurn.get(0), t)
                    ? Substitution.Policy.NEXT_IN_TURN
                    : layer.substitution().policy();
            if (policy == Substitution.Policy.GAP) {
                return empty;
            }
            List<String> others = new ArrayList<>();
            if (policy == Substitution.Policy.SUBSTITUTES) {
                for (String named : layer.substitution().persons()) {
                    others.addAll(group(rota, version, named));
                }
            } else if (policy == Substitution.Policy.NEXT_IN_TURN) {
                for (int i = 1; i < layer.rotation().members().size(); i++) {
                    clock.step();
                    others.addAll(clock.persons());
                }
            }
            for (String other : others) {
                if (fit(rota, seat, other, t) && !taken.contains(other)) {
                    return other;
                }
            }
        }
        return empty;
    }

    /** Neither absent nor without a qualification. */
    private static boolean fit(Rota rota, Position seat, String person, Instant t) {
        return !absent(rota, person, t) && qualified(rota, seat, person, t);
    }

    static boolean qualified(Rota rota, Position seat, String person, Instant t) {
        int found = 0;
        for (String required : seat.requires()) {
            boolean valid = false;
            for (Qualification one : rota.qualifications()) {
                Instant until = one.until();
                valid |= one.person().equals(person)
                        && one.qualification().equals(required)
                        && !t.isBefore(one.from())
                        && (until == null || until.isAfter(t));
            }
            found += valid ? 1 : 0;
        }
        return found == seat.requires().size();
    }

    /** The persons of a group, or the person alone. */
    private static List<String> group(Rota rota, int version, String member) {
        for (Group group : rota.versions().get(version).groups()) {
            if (group.id().equals(member)) {
                return group.persons();
            }
        }
        return List.of(member);
    }

    /** Somebody walks along the order, turn by turn, and moves a marker in each group that is passed. */
    private static final class Clock {
        private final List<String> members;
        private final Map<String, List<String>> groups = new HashMap<>();
        private final Map<String, Integer> next = new HashMap<>();
        private int hand;

        Clock(Rota rota, int version, Layer layer) {
            members = layer.rotation().members();
            for (String member : members) {
                groups.put(member, group(rota, version, member));
                next.put(member, 0);
            }
        }

        void step() {
            next.compute(members.get(hand), (member, was) -> was == null ? 1 : was + 1);
            hand = (hand + 1) % members.size();
        }

        void steps(long turns) {
            for (long i = 0; i < turns; i++) {
                step();
            }
        }

        private List<String> persons(String member) {
            return groups.getOrDefault(member, List.of());
        }

        /** Whoever is in turn, then the others of the same group as they follow. */
        List<String> persons() {
            return next(members.get(hand));
        }

        /** The persons of a member in the order in which they have its turns from now on. */
        List<String> next(String member) {
            List<String> persons = persons(member);
            List<String> turned = new ArrayList<>();
            for (int i = 0; i < persons.size(); i++) {
                turned.add(persons.get((next.getOrDefault(member, 0) + i) % persons.size()));
            }
            return turned;
        }

        /** Takes over from an earlier order, which walks on until somebody is left; false if nobody of it is. */
        boolean takeOver(Clock old) {
            Map<String, Integer> marks = new HashMap<>();
            for (String member : groups.keySet()) {
                for (String person : old.next(member)) {
                    if (marks.get(member) == null && persons(member).contains(person)) {
                        marks.put(member, persons(member).indexOf(person));
                    }
                }
            }
            int most = 1;
            for (List<String> persons : old.groups.values()) {
                most = Math.max(most, persons.size());
            }
            for (int walked = 0; walked < most * old.members.size(); walked++) {
                int at = old.hand;
                String member = old.members.get(at);
                String person = old.persons().get(0);
                old.step();
                List<Integer> places = new ArrayList<>();
                if (persons(member).contains(person)) {
                    if (at < members.size() && members.get(at).equals(member)) {
                        places.add(at);
                    }
                    places.add(members.indexOf(member));
                }
                places.add(members.indexOf(person));
                for (int i = 0; i < members.size(); i++) {
                    if (persons(members.get(i)).contains(person)) {
                        places.add(i);
                    }
                }
                if (at < members.size() && members.get(at).equals(member)) {
                    places.add(at);
                }
                places.add(members.indexOf(member));
                for (int place : places) {
                    if (place >= 0) {
                        hand = place;
                        next.putAll(marks);
                        List<String> persons = persons(members.get(place));
                        if (persons.contains(person)) {
                            next.put(members.get(place), persons.indexOf(person));
                        }
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static boolean absent(Rota rota, String person, Instant t) {
        for (Absence absence : rota.absences()) {
            if (absence.person().equals(person)
                    && !t.isBefore(absence.interval().getStart())
                    && t.isBefore(absence.interval().getEnd())) {
                return true;
            }
        }
        return false;
    }

    /** Whose turn it is at an instant, going back through the versions that keep the phase. */
    private static Clock clock(Rota rota, int version, String position, Layer layer, Instant t) {
        Clock clock = new Clock(rota, version, layer);
        RotaVersion plan = rota.versions().get(version);
        Instant anchor = first(layer.rotation().anchor(), rota.zone());
        Instant start = anchor.isAfter(plan.effectiveFrom()) ? anchor : plan.effectiveFrom();
        if (plan.phase() == RotaVersion.Phase.RESTART) {
            clock.steps(turn(rota, layer, start, t));
            return clock;
        }
        @Nullable Layer before = null;
        if (version > 0) {
            for (Position seat : rota.versions().get(version - 1).positions()) {
                for (Layer candidate : seat.layers()) {
                    if (seat.id().equals(position) && candidate.id().equals(layer.id())) {
                        before = candidate;
                    }
                }
            }
        }
        long turn = turn(rota, layer, anchor, t);
        boolean keeps = before != null
                && !first(before.rotation().anchor(), rota.zone()).isAfter(start)
                && clock.takeOver(clock(rota, version - 1, position, before, start));
        clock.steps(keeps ? turn - turn(rota, layer, anchor, start) : turn);
        return clock;
    }

    /** Counts the turns that are used up, one after the other, since the rotation began. */
    private static long turn(Rota rota, Layer layer, Instant begins, Instant t) {
        ZoneId zone = rota.zone();
        LocalDateTime anchor = layer.rotation().anchor();
        Turns turns = layer.rotation().turns();
        boolean covered = layer.rotation().counting() == Rotation.Counting.COVERED;
        long turn = 0;
        long usedUp = 0;
        LocalDateTime next = anchor;
        Instant before = first(anchor, zone);
        while (true) {
            Instant start;
            if (turns instanceof Turns.Days days) {
                start = first(anchor.plusDays((turn + 1) * days.days()), zone);
            } else if (turns instanceof Turns.Weeks weeks) {
                start = first(anchor.plusWeeks((turn + 1) * weeks.weeks()), zone);
            } else if (turns instanceof Turns.Months months) {
                start = first(anchor.plusMonths((turn + 1) * months.months()), zone);
            } else if (turns instanceof Turns.Cycle cycle) {
                next = next.plus(cycle.cycle().get((int) (turn % cycle.cycle().size())));
                start = first(next, zone);
            } else {
                start = first(anchor, zone)
                        .plus(((Turns.Elapsed) turns).elapsed().multipliedBy(turn + 1));
            }
            if (start.isAfter(t)) {
                return usedUp;
            }
            if (start.isAfter(begins)) {
                Instant from = before.isAfter(begins) ? before : begins;
                usedUp += !covered || everOpen(rota, layer.window(), from, start) ? 1 : 0;
            }
            before = start;
            turn++;
        }
    }

    /** Whether a window is open at any minute between; windows open and close on whole minutes. */
    private static boolean everOpen(Rota rota, Window window, Instant from, Instant until) {
        for (Instant t = from; t.isBefore(until); t = t.plusSeconds(60)) {
            if (open(rota, window, t)) {
                return true;
            }
        }
        return false;
    }

    static boolean open(Rota rota, Window window, Instant t) {
        ZoneId zone = rota.zone();
        LocalDate day = ZonedDateTime.ofInstant(t, zone).toLocalDate();
        for (int back = -1; back <= 3; back++) {
            LocalDate start = day.minusDays(back);
            for (Window.Hours hours : window.hours()) {
                Instant from =
                        first(start.atStartOfDay().plusMinutes(hours.span().startMinute()), zone);
                Instant until =
                        first(start.atStartOfDay().plusMinutes(hours.span().endMinute()), zone);
                Set<DayClass> classes = rota.calendar().classesOf(start);
                boolean named = hours.days().contains(start.getDayOfWeek())
                        || hours.classes().stream().anyMatch(classes::contains);
                boolean excepted = hours.except().stream().anyMatch(classes::contains);
                if (named && !excepted && !t.isBefore(from) && t.isBefore(until)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Rule T2 from the valid offsets; in a gap the later clock's midnight is approached minute by minute, then second.
     */
    static Instant first(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (!offsets.isEmpty()) {
            Instant earliest = local.toInstant(offsets.get(0));
            for (ZoneOffset offset : offsets) {
                Instant other = local.toInstant(offset);
                earliest = other.isBefore(earliest) ? other : earliest;
            }
            return earliest;
        }
        LocalDateTime after = local;
        while (zone.getRules().getValidOffsets(after).isEmpty()) {
            after = after.plusMinutes(1).withSecond(0);
        }
        while (!zone.getRules().getValidOffsets(after.minusSeconds(1)).isEmpty()) {
            after = after.minusSeconds(1);
        }
        return after.toInstant(zone.getRules().getValidOffsets(after).get(0));
    }
}
