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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Decision;
import org.municipalsafety.roster.plan.Distinct;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.SwapHalf;
import org.municipalsafety.roster.plan.Takeover;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Rota;

/**
 * Who is on duty, found in the plainest way: somebody walks from turn to turn, local time is turned into instants by
 * looking at the offsets that are valid, and nothing is remembered but how far each walk has come. Shares no code with
 * the library but the plan's data.
 *
 * <p>Confined to one thread.
 */
final class PlainRota {

    private static final String NOBODY_REQUIRED = "gap";
    private static final String NOBODY = "off";

    private final Rota rota;
    private final Map<List<Object>, Walk> walks = new HashMap<>();

    PlainRota(Rota rota) {
        this.rota = rota;
    }

    /** The holder's id, "gap" or "off". */
    String at(String position, Instant t) {
        int version = -1;
        for (int i = 0; i < rota.plan().versions().size(); i++) {
            if (!t.isBefore(rota.plan().versions().get(i).effectiveFrom())) {
                version = i;
            }
        }
        if (version < 0) {
            return NOBODY;
        }
        @Nullable Position seat = null;
        for (Position candidate : rota.plan().versions().get(version).positions()) {
            if (candidate.id().equals(position)) {
                seat = candidate;
            }
        }
        if (seat == null) {
            return NOBODY;
        }
        List<String> taken = new ArrayList<>();
        for (Distinct pair : rota.plan().distinct()) {
            if (pair.givesWay().equals(position)) {
                taken.add(at(pair.keeps(), t));
            }
        }
        @Nullable Decision decision = decision(position, t);
        String empty = open(rota, seat.required(), t) ? NOBODY_REQUIRED : NOBODY;
        if (decision != null) {
            Optional<String> person =
                    decision instanceof SwapHalf half ? Optional.of(half.holder()) : ((SeatOverride) decision).holder();
            if (person.isEmpty()) {
                return empty;
            }
            if (!taken.contains(person.get())) {
                return person.get();
            }
        }
        for (Layer layer : seat.layers()) {
            if (!t.isBefore(first(layer.rotation().anchor(), rota.plan().zone())) && open(rota, layer.window(), t)) {
                String found = byLayer(version, seat, layer, taken, t);
                if (found != null) {
                    return found.isEmpty() ? empty : found;
                }
            }
        }
        return empty;
    }

    private @Nullable Decision decision(String position, Instant t) {
        @Nullable Decision decision = null;
        for (Decision one : rota.plan().decisions()) {
            if (!(one instanceof Takeover)
                    && one.position().equals(position)
                    && !t.isBefore(one.interval().getStart())
                    && t.isBefore(one.interval().getEnd())
                    && (decision == null || one.decidedAt().isAfter(decision.decidedAt()))) {
                decision = one;
            }
        }
        return decision;
    }

    /** Whom a layer has, empty where it leaves the seat empty, null where the lower layer is asked. */
    private @Nullable String byLayer(int version, Position seat, Layer layer, List<String> taken, Instant t) {
        PlainOrder clock = new PlainOrder(walk(version, seat.id(), layer).to(t).clock);
        List<String> inTurn = clock.persons();
        @Nullable Takeover over = null;
        for (Takeover takeover : rota.plan().decisions(Takeover.class)) {
            if (takeover.position().equals(seat.id())
                    && takeover.turnsOf().equals(inTurn.get(0))
                    && takeover.interval().contains(t)
                    && (over == null || takeover.decidedAt().isAfter(over.decidedAt()))) {
                over = takeover;
            }
        }
        if (over != null && !taken.contains(over.person())) {
            return over.person();
        }
        for (String person : inTurn) {
            if (fit(rota, seat, person, t) && !taken.contains(person)) {
                return person;
            }
        }
        Substitution.Policy policy = fit(rota, seat, inTurn.get(0), t)
                ? Substitution.Policy.NEXT_IN_TURN
                : layer.substitution().policy();
        if (policy == Substitution.Policy.GAP) {
            return "";
        }
        List<String> others = new ArrayList<>();
        if (policy == Substitution.Policy.SUBSTITUTES) {
            for (String named : layer.substitution().persons()) {
                others.addAll(PlainOrder.group(rota, version, named));
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
        return null;
    }

    /** Neither absent nor without a qualification. */
    private static boolean fit(Rota rota, Position seat, String person, Instant t) {
        return !absent(rota, person, t) && qualified(rota, seat, person, t);
    }

    static boolean qualified(Rota rota, Position seat, String person, Instant t) {
        int found = 0;
        for (String required : seat.requires()) {
            boolean valid = false;
            for (Qualification one : rota.plan().qualifications()) {
                Instant until = one.until().orElse(Instant.MAX);
                valid |= one.person().equals(person)
                        && one.qualification().equals(required)
                        && !t.isBefore(one.from())
                        && until.isAfter(t);
            }
            found += valid ? 1 : 0;
        }
        return found == seat.requires().size();
    }

    private static boolean absent(Rota rota, String person, Instant t) {
        for (Absence absence : rota.plan().absences()) {
            if (absence.person().equals(person)
                    && !t.isBefore(absence.interval().getStart())
                    && t.isBefore(absence.interval().getEnd())) {
                return true;
            }
        }
        return false;
    }

    /** The walk along a layer's turns, begun where a version that keeps the phase takes over from the one before. */
    private Walk walk(int version, String position, Layer layer) {
        List<Object> which = List.of(version, position, layer.id());
        Walk known = walks.get(which);
        if (known == null) {
            known = begin(version, position, layer);
            walks.put(which, known);
        }
        return known;
    }

    private Walk begin(int version, String position, Layer layer) {
        PlainOrder clock = new PlainOrder(rota, version, layer);
        RotaVersion plan = rota.plan().versions().get(version);
        Instant anchor = first(layer.rotation().anchor(), rota.plan().zone());
        Instant start = anchor.isAfter(plan.effectiveFrom()) ? anchor : plan.effectiveFrom();
        if (plan.phase() == RotaVersion.Phase.RESTART) {
            return new Walk(layer, clock, start, false);
        }
        if (version > 0) {
            for (Position seat : rota.plan().versions().get(version - 1).positions()) {
                for (Layer before : seat.layers()) {
                    if (seat.id().equals(position)
                            && before.id().equals(layer.id())
                            && !first(before.rotation().anchor(), rota.plan().zone())
                                    .isAfter(start)) {
                        Walk old = walk(version - 1, position, before).to(start);
                        if (clock.takeOver(new PlainOrder(old.clock))) {
                            boolean served = old.usedUpWhenBegun || everOpen(rota, before.window(), old.here, start);
                            return new Walk(layer, clock, start, served);
                        }
                    }
                }
            }
        }
        return new Walk(layer, clock, anchor, false);
    }

    /** Somebody walks from turn to turn and takes note of those that are used up. */
    private final class Walk {
        private final Layer layer;
        private final PlainOrder begun;
        private final Instant from;
        private final boolean firstIsUsedUp;
        private PlainOrder clock;
        /** The start of the turn under way, or of the part of it that is walked. */
        private Instant here;

        private boolean usedUpWhenBegun;
        private long turn;
        private LocalDateTime next;

        Walk(Layer layer, PlainOrder clock, Instant from, boolean firstIsUsedUp) {
            this.layer = layer;
            this.begun = clock;
            this.from = from;
            this.firstIsUsedUp = firstIsUsedUp;
            this.clock = begun;
            this.here = from;
            this.next = layer.rotation().anchor();
            back();
        }

        /** To the beginning. */
        private void back() {
            clock = new PlainOrder(begun);
            here = from;
            usedUpWhenBegun = firstIsUsedUp;
            turn = 0;
            next = layer.rotation().anchor();
            Instant end = end();
            while (!end.isAfter(from)) {
                pass();
                end = end();
            }
        }

        Walk to(Instant t) {
            if (t.isBefore(here)) {
                back();
            }
            boolean covered = layer.rotation().counting() == Rotation.Counting.COVERED;
            Instant end = end();
            while (!end.isAfter(t)) {
                if (!covered || usedUpWhenBegun || everOpen(rota, layer.window(), here, end)) {
                    clock.step();
                }
                usedUpWhenBegun = false;
                here = end;
                pass();
                end = end();
            }
            return this;
        }

        private void pass() {
            next = nextInCycle();
            turn++;
        }

        private LocalDateTime nextInCycle() {
            return layer.rotation().turns() instanceof Turns.Cycle cycle
                    ? next.plus(cycle.cycle().get((int) (turn % cycle.cycle().size())))
                    : next;
        }

        /** When the turn under way ends. */
        private Instant end() {
            LocalDateTime anchor = layer.rotation().anchor();
            Turns turns = layer.rotation().turns();
            ZoneId zone = rota.plan().zone();
            if (turns instanceof Turns.Days days) {
                return first(anchor.plusDays((turn + 1) * days.days()), zone);
            }
            if (turns instanceof Turns.Weeks weeks) {
                return first(anchor.plusWeeks((turn + 1) * weeks.weeks()), zone);
            }
            if (turns instanceof Turns.Months months) {
                long month = (turn + 1) * months.months();
                LocalDateTime start = anchor.withDayOfMonth(1).plusMonths(month);
                int length = start.toLocalDate().lengthOfMonth();
                int day = months.end() == Turns.MonthEnd.LAST_DAY
                        ? Math.min(anchor.getDayOfMonth(), length)
                        : anchor.getDayOfMonth();
                return first(start.plusDays(day - 1L), zone);
            }
            if (turns instanceof Turns.Cycle) {
                return first(nextInCycle(), zone);
            }
            return first(anchor, zone).plus(((Turns.Elapsed) turns).elapsed().multipliedBy(turn + 1));
        }
    }

    /** Whether a window is open at any time between: it is so at the beginning, or it opens later. */
    private static boolean everOpen(Rota rota, Window window, Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return false;
        }
        if (open(rota, window, from)) {
            return true;
        }
        LocalDate day =
                ZonedDateTime.ofInstant(from, rota.plan().zone()).toLocalDate().minusDays(3);
        LocalDate last =
                ZonedDateTime.ofInstant(until, rota.plan().zone()).toLocalDate().plusDays(1);
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            for (Window.Hours hours : window.hours()) {
                Instant opens = first(
                        day.atStartOfDay().plusMinutes(hours.span().startMinute()),
                        rota.plan().zone());
                if (opens.isAfter(from) && opens.isBefore(until) && open(rota, window, opens)) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean open(Rota rota, Window window, Instant t) {
        ZoneId zone = rota.plan().zone();
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
