/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Distinct;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Override;
import org.municipalsafety.roster.plan.Position;
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
            List<String> members = layer.rotation().members();
            int place = place(rota, version, position, layer, t);
            String person = members.get(place);
            boolean absent = absent(rota, person, t);
            if (!absent && !taken.contains(person)) {
                return person;
            }
            Substitution.Policy policy = absent ? layer.substitution().policy() : Substitution.Policy.NEXT_IN_TURN;
            if (policy == Substitution.Policy.GAP) {
                return empty;
            }
            List<String> others = new ArrayList<>();
            if (policy == Substitution.Policy.SUBSTITUTES) {
                others.addAll(layer.substitution().persons());
            } else if (policy == Substitution.Policy.NEXT_IN_TURN) {
                others.addAll(members.subList(place + 1, members.size()));
                others.addAll(members.subList(0, place));
            }
            for (String other : others) {
                if (!absent(rota, other, t) && !taken.contains(other)) {
                    return other;
                }
            }
        }
        return empty;
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

    /** The place in the order at an instant, going back through the versions that keep the phase. */
    private static int place(Rota rota, int version, String position, Layer layer, Instant t) {
        List<String> members = layer.rotation().members();
        RotaVersion plan = rota.versions().get(version);
        Instant anchor = first(layer.rotation().anchor(), rota.zone());
        Instant start = anchor.isAfter(plan.effectiveFrom()) ? anchor : plan.effectiveFrom();
        if (plan.phase() == RotaVersion.Phase.RESTART) {
            return (int) (turn(rota, layer, start, t) % members.size());
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
        if (before == null || first(before.rotation().anchor(), rota.zone()).isAfter(start)) {
            return (int) (turn % members.size());
        }
        List<String> old = before.rotation().members();
        int oldPlace = place(rota, version - 1, position, before, start);
        for (int ahead = 0; ahead < old.size(); ahead++) {
            int index = (oldPlace + ahead) % old.size();
            String person = old.get(index);
            int found = index < members.size() && members.get(index).equals(person) ? index : members.indexOf(person);
            if (found >= 0) {
                long since = turn - turn(rota, layer, anchor, start);
                return (int) ((found + since) % members.size());
            }
        }
        return (int) (turn % members.size());
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
