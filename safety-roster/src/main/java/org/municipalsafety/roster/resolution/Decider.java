/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Distinct;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Override;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Swap;

/**
 * Decides who holds a position at an instant (rule R3): the one function behind every question (rule R7).
 *
 * <p>Each answer comes with the stretch in which everything that was looked at on the way stays the same. So the cost
 * of an answer does not depend on how old the rota is, and an interval is answered by going from stretch to stretch.
 */
final class Decider {

    /** An answer and the stretch in which it holds; the neighbouring stretches may have an equal one. */
    record Answer(@Nullable String holder, boolean required, List<Reason> because, Stretch stretch) {

        Instant from() {
            return stretch.from();
        }

        Instant until() {
            return stretch.until();
        }

        boolean equal(Answer other) {
            return required == other.required && because.equals(other.because) && same(holder, other.holder);
        }

        private static boolean same(@Nullable String a, @Nullable String b) {
            return a == null ? b == null : a.equals(b);
        }
    }

    private record Turner(
            Layer layer,
            Handovers handovers,
            Openings openings,
            Tally tally,
            Instant begins,
            List<String> members,
            int offset,
            Reason outside) {

        String member(long place) {
            return members.get((int) Math.floorMod(place + offset, (long) members.size()));
        }
    }

    private record Seat(List<Turner> layers, Openings required) {}

    private record Version(Reason reason, Map<String, Seat> seats) {}

    private final String rota;
    private final Instant[] starts;
    private final List<Version> versions;
    private final Map<String, Timetable<Absence>> absences = new LinkedHashMap<>();
    private final Map<String, Timetable<Override>> overrides = new LinkedHashMap<>();
    /** The reason that a half of a swap gives, by the decision that it is. */
    private final Map<Override, Reason.Swapped> swapped = new HashMap<>();

    private final Map<String, List<String>> yieldsTo = new LinkedHashMap<>();

    private final ZoneId zone;

    Decider(
            String rota,
            ZoneId zone,
            MunicipalCalendar calendar,
            List<RotaVersion> plans,
            List<Absence> allAbsences,
            List<Override> allOverrides,
            List<Swap> swaps,
            List<Distinct> distinct) {
        this.rota = rota;
        this.zone = zone;
        this.starts = plans.stream().map(RotaVersion::effectiveFrom).toArray(Instant[]::new);
        this.versions = new ArrayList<>();
        @Nullable Version before = null;
        for (RotaVersion plan : plans) {
            before = version(versions.size() + 1, plan, before, calendar, zone);
            versions.add(before);
        }
        Map<String, List<Absence>> byPerson = new LinkedHashMap<>();
        for (Absence absence : allAbsences) {
            byPerson.computeIfAbsent(absence.person(), person -> new ArrayList<>())
                    .add(absence);
        }
        byPerson.forEach((person, list) ->
                absences.put(person, Timetable.of(list, Absence::interval, Comparator.comparing(Absence::person))));
        Map<String, List<Override>> byPosition = new LinkedHashMap<>();
        for (Override override : allOverrides) {
            byPosition
                    .computeIfAbsent(override.position(), position -> new ArrayList<>())
                    .add(override);
        }
        for (Swap swap : swaps) {
            for (Swap.Half half : swap.halves()) {
                Swap.Half other = half.equals(swap.first()) ? swap.second() : swap.first();
                Override decision = swap.decision(half);
                byPosition
                        .computeIfAbsent(half.position(), position -> new ArrayList<>())
                        .add(decision);
                swapped.put(
                        decision,
                        new Reason.Swapped(
                                swap.id(), half.holder(), swap.decidedBy(), other.position(), other.interval(), zone));
            }
        }
        byPosition.forEach((position, list) -> overrides.put(
                position, Timetable.of(list, Override::interval, Comparator.comparing(Override::decidedAt))));
        for (Distinct pair : distinct) {
            yieldsTo.computeIfAbsent(pair.givesWay(), position -> new ArrayList<>())
                    .add(pair.keeps());
        }
    }

    private static Version version(
            int number, RotaVersion plan, @Nullable Version before, MunicipalCalendar calendar, ZoneId zone) {
        Map<String, Seat> seats = new LinkedHashMap<>();
        for (Position position : plan.positions()) {
            boolean fresh = plan.phase() == RotaVersion.Phase.RESTART;
            Seat old = before == null || fresh ? null : before.seats().get(position.id());
            List<Turner> layers = new ArrayList<>();
            for (Layer layer : position.layers()) {
                layers.add(turner(layer, old, fresh, plan.effectiveFrom(), calendar, zone));
            }
            seats.put(position.id(), new Seat(List.copyOf(layers), new Openings(position.required(), calendar, zone)));
        }
        return new Version(new Reason.InVersion(number), seats);
    }

    private static Turner turner(
            Layer layer,
            @Nullable Seat old,
            boolean restart,
            Instant effectiveFrom,
            MunicipalCalendar calendar,
            ZoneId zone) {
        Handovers handovers = Handovers.of(layer.rotation(), zone);
        Openings openings = new Openings(layer.window(), calendar, zone);
        Instant anchor = WallClock.instant(layer.rotation().anchor(), zone);
        Instant at = effectiveFrom.isAfter(anchor) ? effectiveFrom : anchor;
        Instant begins = restart ? at : anchor;
        Tally tally = new Tally(layer.rotation().counting(), handovers, openings, begins);
        List<String> members = layer.rotation().members();
        int offset = 0;
        if (old != null) {
            for (Turner predecessor : old.layers()) {
                if (predecessor.layer().id().equals(layer.id())) {
                    offset = kept(predecessor, members, at, tally.before(handovers.turnAt(at)));
                }
            }
        }
        return new Turner(
                layer, handovers, openings, tally, begins, members, offset, new Reason.OutsideWindow(layer.id()));
    }

    /** Whoever is in turn stays in turn; whoever has left hands it to the next of the old order who has stayed. */
    private static int kept(Turner old, List<String> members, Instant at, long place) {
        if (old.begins().isAfter(at)) {
            return 0;
        }
        long oldPlace = old.tally().before(old.handovers().turnAt(at));
        for (int ahead = 0; ahead < old.members().size(); ahead++) {
            String person = old.member(oldPlace + ahead);
            int index = (int) Math.floorMod(
                    oldPlace + ahead + old.offset(), (long) old.members().size());
            // Somebody who stands in the order more than once keeps the same place in it where that is possible.
            int found = index < members.size() && members.get(index).equals(person) ? index : members.indexOf(person);
            if (found >= 0) {
                return (int) Math.floorMod(found - place, (long) members.size());
            }
        }
        return 0;
    }

    // Deciding

    Answer at(String position, Instant at) {
        int found = Arrays.binarySearch(starts, at);
        int index = found >= 0 ? found : -found - 2;
        Stretch stretch = new Stretch();
        if (index < 0) {
            stretch.narrowSharply(Instant.MIN, starts[0]);
            return answer(null, false, List.of(new Reason.NotInEffect(rota, starts[0], zone)), stretch);
        }
        stretch.narrowSharply(starts[index], index + 1 < starts.length ? starts[index + 1] : Instant.MAX);
        List<Reason> because = new ArrayList<>(6);
        because.add(versions.get(index).reason());
        Seat seat = versions.get(index).seats().get(position);
        if (seat == null) {
            because.add(new Reason.NotPlanned(position));
            return answer(null, false, because, stretch);
        }
        Elsewhere elsewhere = new Elsewhere(position, at, stretch);
        String holder = null;
        Timetable<Override> decisions = overrides.get(position);
        Override decision = decisions == null ? null : decisions.at(at, stretch);
        boolean decided = false;
        if (decision != null) {
            String person = decision.person();
            String other = person == null ? null : elsewhere.held(person);
            if (person != null && other != null) {
                because.add(new Reason.DecisionGivesWay(decision.id(), person, other));
            } else {
                Reason.Swapped swap = swapped.get(decision);
                because.add(swap != null ? swap : new Reason.Decided(decision.id(), person, decision.decidedBy()));
                holder = person;
                decided = true;
            }
        }
        if (!decided) {
            holder = byLayers(seat, at, elsewhere, because, stretch);
        }
        if (holder != null) {
            return answer(holder, true, because, stretch);
        }
        boolean required = seat.required().at(at, stretch).open();
        if (!required) {
            because.add(new Reason.NotRequired());
        }
        return answer(null, required, because, stretch);
    }

    private static Answer answer(@Nullable String holder, boolean required, List<Reason> because, Stretch stretch) {
        return new Answer(holder, required, List.copyOf(because), stretch);
    }

    /** Who holds a position that this one gives way to; asked only when it matters, so that nothing else is cut. */
    private final class Elsewhere {
        private final String position;
        private final Instant at;
        private final Stretch stretch;
        private @Nullable Map<String, String> holders;

        Elsewhere(String position, Instant at, Stretch stretch) {
            this.position = position;
            this.at = at;
            this.stretch = stretch;
        }

        /** The position that keeps the person from this one, or null. */
        @Nullable
        String held(String person) {
            Map<String, String> found = holders;
            if (found == null) {
                found = new LinkedHashMap<>();
                for (String other : yieldsTo.getOrDefault(position, List.of())) {
                    Answer answer = Decider.this.at(other, at);
                    stretch.narrow(answer.from(), answer.until());
                    if (answer.holder() != null) {
                        found.putIfAbsent(answer.holder(), other);
                    }
                }
                holders = found;
            }
            return found.get(person);
        }
    }

    private @Nullable String byLayers(
            Seat seat, Instant at, Elsewhere elsewhere, List<Reason> because, Stretch stretch) {
        for (Turner layer : seat.layers()) {
            String id = layer.layer().id();
            if (at.isBefore(layer.begins())) {
                stretch.narrow(Instant.MIN, layer.begins());
                because.add(new Reason.NotBegun(id));
                continue;
            }
            stretch.narrow(layer.begins(), Instant.MAX);
            Openings.Opening opening = layer.openings().at(at, stretch);
            DayClass decisive = opening.decisive();
            if (!opening.open()) {
                because.add(layer.outside());
            }
            if (decisive != null) {
                because.add(new Reason.OnDay(id, decisive));
            }
            if (!opening.open()) {
                continue;
            }
            Handovers.Turn turn = layer.handovers().at(at);
            stretch.narrowSharply(turn.start(), turn.end());
            long place = layer.tally().before(turn.number());
            String person = layer.member(place);
            because.add(new Reason.InTurn(id, place + 1, person));
            Reason obstacle = obstacle(person, at, elsewhere, stretch);
            if (obstacle == null) {
                return person;
            }
            because.add(obstacle);
            Substitution.Policy policy = obstacle instanceof Reason.HoldsOther
                    ? Substitution.Policy.NEXT_IN_TURN
                    : layer.layer().substitution().policy();
            if (policy == Substitution.Policy.GAP) {
                because.add(new Reason.LeftEmpty(id));
                return null;
            }
            String substitute = substitute(layer, place, policy, at, elsewhere, because, stretch);
            if (substitute != null) {
                boolean owed = obstacle instanceof Reason.Absent
                        && layer.layer().substitution().owed();
                because.add(new Reason.StandsIn(substitute, person, policy, owed));
                return substitute;
            }
            if (policy != Substitution.Policy.LOWER_LAYER) {
                because.add(new Reason.NobodyStandsIn(id));
            }
        }
        return null;
    }

    private @Nullable String substitute(
            Turner layer,
            long place,
            Substitution.Policy policy,
            Instant at,
            Elsewhere elsewhere,
            List<Reason> because,
            Stretch stretch) {
        List<String> candidates = new ArrayList<>();
        if (policy == Substitution.Policy.SUBSTITUTES) {
            candidates.addAll(layer.layer().substitution().persons());
        } else if (policy == Substitution.Policy.NEXT_IN_TURN) {
            for (int ahead = 1; ahead < layer.members().size(); ahead++) {
                candidates.add(layer.member(place + ahead));
            }
        }
        for (String candidate : candidates) {
            Reason obstacle = obstacle(candidate, at, elsewhere, stretch);
            if (obstacle == null) {
                return candidate;
            }
            if (!because.contains(obstacle)) {
                because.add(obstacle);
            }
        }
        return null;
    }

    /** Why somebody cannot hold the position, or null if nothing is in the way. */
    private @Nullable Reason obstacle(String person, Instant at, Elsewhere elsewhere, Stretch stretch) {
        if (isAbsent(person, at, stretch)) {
            return new Reason.Absent(person);
        }
        String other = elsewhere.held(person);
        return other == null ? null : new Reason.HoldsOther(person, other);
    }

    boolean isAbsent(String person, Instant at, Stretch stretch) {
        Timetable<Absence> table = absences.get(person);
        return table != null && table.at(at, stretch) != null;
    }
}
