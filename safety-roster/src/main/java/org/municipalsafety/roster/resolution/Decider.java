/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Decision;
import org.municipalsafety.roster.plan.Distinct;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.SwapHalf;
import org.municipalsafety.roster.plan.Takeover;

/**
 * Decides who holds a position at an instant (rule R3): the one function behind every question (rule R7).
 *
 * <p>Each answer comes with the stretch in which everything that was looked at on the way stays the same. So the cost
 * of an answer does not depend on how old the rota is, and an interval is answered by going from stretch to stretch.
 */
final class Decider {

    /** An answer and the stretch in which it holds; the neighbouring stretches may have an equal one. */
    record Answer(@Nullable String holder, boolean required, List<RotaReason> because, Stretch stretch) {

        Instant from() {
            return stretch.from();
        }

        Instant until() {
            return stretch.until();
        }

        /** The reasons name the holder, or say that nobody is required: where they are equal, so is the rest. */
        boolean equal(Answer other) {
            return because.equals(other.because);
        }
    }

    private record Turner(
            Layer layer,
            Handovers handovers,
            Openings openings,
            Tally tally,
            Instant begins,
            Order order,
            List<Order.Named> substitutes,
            RotaReason outside) {

        /** Whether somebody is a member or a substitute. */
        boolean names(String person) {
            return order.names(person)
                    || substitutes.stream().anyMatch(named -> named.person().equals(person));
        }
    }

    private record Seat(List<Turner> layers, Openings required, List<String> requires) {}

    private record Version(RotaReason reason, Map<String, Seat> seats) {}

    private final String rota;
    private final Instant[] starts;
    private final List<Version> versions;
    private final Map<String, Timetable<Absence>> absences = new LinkedHashMap<>();
    private final Map<String, Timetable<Decision>> seats = new LinkedHashMap<>();
    /** All decisions about a position's seat, swaps among them. */
    private final Map<String, List<Decision>> decisions = new LinkedHashMap<>();
    /** By position, then by whose turns they are. */
    private final Map<String, Map<String, Timetable<Takeover>>> takeovers = new LinkedHashMap<>();

    private final Map<String, List<String>> yieldsTo = new LinkedHashMap<>();
    /** By person, then by qualification. */
    private final Map<String, Map<String, Validity>> qualifications = new LinkedHashMap<>();

    private final ZoneId zone;

    Decider(RotaPlan plan, MunicipalCalendar calendar) {
        this.rota = plan.id();
        this.zone = plan.zone();
        this.starts = plan.versions().stream().map(RotaVersion::effectiveFrom).toArray(Instant[]::new);
        this.versions = new ArrayList<>();
        @Nullable Version before = null;
        for (RotaVersion planned : plan.versions()) {
            before = version(versions.size() + 1, planned, before, calendar, zone);
            versions.add(before);
        }
        Map<String, List<Absence>> byPerson = new LinkedHashMap<>();
        for (Absence absence : plan.absences()) {
            byPerson.computeIfAbsent(absence.person(), person -> new ArrayList<>())
                    .add(absence);
        }
        byPerson.forEach((person, list) ->
                absences.put(person, Timetable.of(list, Absence::interval, Comparator.comparing(Absence::person))));
        Map<String, Map<String, List<Qualification>>> qualified = new LinkedHashMap<>();
        for (Qualification one : plan.qualifications()) {
            qualified
                    .computeIfAbsent(one.person(), person -> new LinkedHashMap<>())
                    .computeIfAbsent(one.qualification(), id -> new ArrayList<>())
                    .add(one);
        }
        qualified.forEach((person, byId) -> {
            Map<String, Validity> validities = new LinkedHashMap<>();
            byId.forEach((id, list) -> validities.put(id, Validity.of(list)));
            qualifications.put(person, validities);
        });
        for (Decision decision : plan.decisions()) {
            if (!(decision instanceof Takeover)) {
                decisions
                        .computeIfAbsent(decision.position(), position -> new ArrayList<>())
                        .add(decision);
            }
        }
        decisions.forEach((position, list) ->
                seats.put(position, Timetable.of(list, Decision::interval, Comparator.comparing(Decision::decidedAt))));
        Map<String, Map<String, List<Takeover>>> taken = new LinkedHashMap<>();
        for (Takeover takeover : plan.decisions(Takeover.class)) {
            taken.computeIfAbsent(takeover.position(), position -> new LinkedHashMap<>())
                    .computeIfAbsent(takeover.turnsOf(), person -> new ArrayList<>())
                    .add(takeover);
        }
        taken.forEach((position, byTurn) -> {
            Map<String, Timetable<Takeover>> tables = new LinkedHashMap<>();
            byTurn.forEach((person, list) -> tables.put(
                    person, Timetable.of(list, Takeover::interval, Comparator.comparing(Takeover::decidedAt))));
            takeovers.put(position, tables);
        });
        for (Distinct pair : plan.distinct()) {
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
                layers.add(turner(layer, old, fresh, plan, calendar, zone));
            }
            Openings required = new Openings(position.required(), calendar, zone);
            seats.put(position.id(), new Seat(List.copyOf(layers), required, position.requires()));
        }
        return new Version(new RotaReason.InVersion(number), seats);
    }

    private static Turner turner(
            Layer layer,
            @Nullable Seat old,
            boolean restart,
            RotaVersion plan,
            MunicipalCalendar calendar,
            ZoneId zone) {
        Handovers handovers = Handovers.of(layer.rotation(), zone);
        Openings openings = new Openings(layer.window(), calendar, zone);
        Instant anchor = WallClock.instant(layer.rotation().anchor(), zone);
        Instant at = plan.effectiveFrom().isAfter(anchor) ? plan.effectiveFrom() : anchor;
        Instant begins = restart ? at : anchor;
        Tally tally = Tally.since(begins, layer.rotation().counting(), handovers, openings);
        Order order = Order.of(layer.rotation().members(), plan);
        if (old != null) {
            for (Turner predecessor : old.layers()) {
                if (predecessor.layer().id().equals(layer.id())
                        && !predecessor.begins().isAfter(at)) {
                    Tally following = tally.following(predecessor.tally(), at);
                    long oldPlace =
                            predecessor.tally().before(predecessor.handovers().turnAt(at));
                    if (order.follow(predecessor.order(), oldPlace, following.before(handovers.turnAt(at)))) {
                        tally = following;
                    }
                }
            }
        }
        List<Order.Named> substitutes = layer.substitution().persons().stream()
                .flatMap(named -> Order.named(named, plan).stream())
                .toList();
        return new Turner(
                layer,
                handovers,
                openings,
                tally,
                begins,
                order,
                substitutes,
                new RotaReason.OutsideWindow(layer.id()));
    }

    // Deciding

    Answer at(String position, Instant at) {
        return at(position, at, new HashMap<>());
    }

    /** Of several distinct positions each is asked once: {@code known} holds the answers that there are. */
    private Answer at(String position, Instant at, Map<String, Answer> known) {
        int index = version(at);
        Stretch stretch = new Stretch();
        if (index < 0) {
            stretch.narrowSharply(Instant.MIN, starts[0]);
            return answer(null, false, List.of(new RotaReason.NotInEffect(rota, starts[0], zone)), stretch);
        }
        stretch.narrowSharply(starts[index], index + 1 < starts.length ? starts[index + 1] : Instant.MAX);
        List<RotaReason> because = new ArrayList<>(6);
        because.add(versions.get(index).reason());
        Seat seat = versions.get(index).seats().get(position);
        if (seat == null) {
            because.add(new RotaReason.NotPlanned(position));
            return answer(null, false, because, stretch);
        }
        Elsewhere elsewhere = new Elsewhere(position, at, stretch, known);
        String holder = null;
        Timetable<Decision> decisions = seats.get(position);
        Decision decision = decisions == null ? null : decisions.at(at, stretch);
        boolean decided = false;
        if (decision != null) {
            String person = holder(decision);
            String other = person == null ? null : elsewhere.held(person);
            if (person != null && other != null) {
                because.add(new RotaReason.DecisionGivesWay(decision.id(), person, other));
            } else {
                because.add(ground(decision));
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
            because.add(new RotaReason.NotRequired());
        }
        return answer(null, required, because, stretch);
    }

    /** Who holds the seat by a decision about it, or null for nobody. */
    private static @Nullable String holder(Decision decision) {
        return decision instanceof SwapHalf half
                ? half.holder()
                : ((SeatOverride) decision).holder().orElse(null);
    }

    private RotaReason ground(Decision decision) {
        if (decision instanceof SwapHalf half) {
            SwapHalf other = half.other();
            return new RotaReason.Swapped(
                    half.id(), half.holder(), half.decidedBy(), other.position(), other.interval(), zone);
        }
        String holder = holder(decision);
        return holder == null
                ? new RotaReason.Vacated(decision.id(), decision.decidedBy())
                : new RotaReason.Decided(decision.id(), holder, decision.decidedBy());
    }

    /** The index of the version in force, -1 before the first. */
    private int version(Instant at) {
        int found = Arrays.binarySearch(starts, at);
        return found >= 0 ? found : -found - 2;
    }

    private static Answer answer(@Nullable String holder, boolean required, List<RotaReason> because, Stretch stretch) {
        return new Answer(holder, required, List.copyOf(because), stretch);
    }

    /** Who holds a position that this one gives way to; asked only when it matters, so that nothing else is cut. */
    private final class Elsewhere {
        private final String position;
        private final Instant at;
        private final Stretch stretch;
        private final Map<String, Answer> known;
        private @Nullable Map<String, String> holders;

        Elsewhere(String position, Instant at, Stretch stretch, Map<String, Answer> known) {
            this.position = position;
            this.at = at;
            this.stretch = stretch;
            this.known = known;
        }

        /** The position that keeps the person from this one, or null. */
        @Nullable
        String held(String person) {
            Map<String, String> found = holders;
            if (found == null) {
                found = new LinkedHashMap<>();
                for (String other : yieldsTo.getOrDefault(position, List.of())) {
                    Answer answer = known.get(other);
                    if (answer == null) {
                        answer = Decider.this.at(other, at, known);
                        known.put(other, answer);
                    }
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
            Seat seat, Instant at, Elsewhere elsewhere, List<RotaReason> because, Stretch stretch) {
        for (Turner layer : seat.layers()) {
            String id = layer.layer().id();
            if (at.isBefore(layer.begins())) {
                stretch.narrow(Instant.MIN, layer.begins());
                because.add(new RotaReason.NotBegun(id));
                continue;
            }
            stretch.narrow(layer.begins(), Instant.MAX);
            Openings.Opening opening = layer.openings().at(at, stretch);
            DayClass decisive = opening.decisive();
            if (!opening.open()) {
                because.add(layer.outside());
            }
            if (decisive != null) {
                because.add(new RotaReason.OnDay(id, decisive));
            }
            if (!opening.open()) {
                continue;
            }
            Handovers.Turn turn = layer.handovers().at(at);
            stretch.narrowSharply(turn.start(), turn.end());
            long place = layer.tally().before(turn.number());
            Order.Named inTurn = layer.order().at(place);
            String person = inTurn.person();
            String group = inTurn.group();
            because.add(new RotaReason.InTurn(id, place + 1, person));
            if (group != null) {
                because.add(new RotaReason.OfGroup(person, group));
            }
            Takeover takeover = takeover(elsewhere.position, person, at, stretch);
            if (takeover != null) {
                String other = elsewhere.held(takeover.person());
                if (other == null) {
                    because.add(
                            new RotaReason.TakesOver(takeover.id(), takeover.person(), person, takeover.decidedBy()));
                    return takeover.person();
                }
                because.add(new RotaReason.DecisionGivesWay(takeover.id(), takeover.person(), other));
            }
            RotaReason obstacle = obstacle(person, seat, at, elsewhere, stretch);
            if (obstacle == null) {
                return person;
            }
            because.add(obstacle);
            if (group != null) {
                List<Order.Named> others = layer.order().all(place);
                Order.Named other = first(others.subList(1, others.size()), seat, at, elsewhere, because, stretch);
                if (other != null) {
                    because.add(new RotaReason.TakesTheGroupsTurn(other.person(), person, group));
                    return other.person();
                }
            }
            Substitution.Policy policy = obstacle instanceof RotaReason.HoldsOther
                    ? Substitution.Policy.NEXT_IN_TURN
                    : layer.layer().substitution().policy();
            if (policy == Substitution.Policy.GAP) {
                because.add(new RotaReason.LeftEmpty(id));
                return null;
            }
            Order.Named substitute = first(substitutes(layer, place, policy), seat, at, elsewhere, because, stretch);
            if (substitute != null) {
                boolean owed = obstacle instanceof RotaReason.Absent
                        && layer.layer().substitution().owed();
                because.add(new RotaReason.StandsIn(substitute.person(), person, policy, owed));
                if (substitute.group() != null) {
                    because.add(new RotaReason.OfGroup(substitute.person(), substitute.group()));
                }
                return substitute.person();
            }
            if (policy != Substitution.Policy.LOWER_LAYER) {
                because.add(new RotaReason.NobodyStandsIn(id));
            }
        }
        return null;
    }

    private @Nullable Takeover takeover(String position, String person, Instant at, Stretch stretch) {
        Map<String, Timetable<Takeover>> byTurn = takeovers.get(position);
        Timetable<Takeover> table = byTurn == null ? null : byTurn.get(person);
        return table == null ? null : table.at(at, stretch);
    }

    private static List<Order.Named> substitutes(Turner layer, long place, Substitution.Policy policy) {
        if (policy == Substitution.Policy.SUBSTITUTES) {
            return layer.substitutes();
        }
        List<Order.Named> candidates = new ArrayList<>();
        if (policy == Substitution.Policy.NEXT_IN_TURN) {
            for (int ahead = 1; ahead < layer.order().size(); ahead++) {
                candidates.addAll(layer.order().all(place + ahead));
            }
        }
        return candidates;
    }

    /** The first who can; why the others cannot is noted. */
    private Order.@Nullable Named first(
            List<Order.Named> candidates,
            Seat seat,
            Instant at,
            Elsewhere elsewhere,
            List<RotaReason> because,
            Stretch stretch) {
        @Nullable Set<RotaReason> noted = null;
        for (Order.Named candidate : candidates) {
            RotaReason obstacle = obstacle(candidate.person(), seat, at, elsewhere, stretch);
            if (obstacle == null) {
                return candidate;
            }
            noted = noted == null ? new HashSet<>(because) : noted;
            if (noted.add(obstacle)) {
                because.add(obstacle);
            }
        }
        return null;
    }

    /** Why somebody cannot hold the position, or null if nothing is in the way. */
    private @Nullable RotaReason obstacle(String person, Seat seat, Instant at, Elsewhere elsewhere, Stretch stretch) {
        if (isAbsent(person, at, stretch)) {
            return new RotaReason.Absent(person);
        }
        if (!seat.requires().isEmpty()) {
            RotaReason lacking = lacking(person, seat, at, stretch);
            if (lacking != null) {
                return lacking;
            }
        }
        String other = elsewhere.held(person);
        return other == null ? null : new RotaReason.HoldsOther(person, other);
    }

    private boolean isAbsent(String person, Instant at, Stretch stretch) {
        Timetable<Absence> table = absences.get(person);
        return table != null && table.at(at, stretch) != null;
    }

    /** The first qualification that the seat requires and somebody has not, or null. */
    private @Nullable RotaReason lacking(String person, Seat seat, Instant at, Stretch stretch) {
        for (String required : seat.requires()) {
            Validity validity = validity(person, required);
            if (!validity.at(at, stretch)) {
                Instant since = validity.expired(at);
                return since == null
                        ? new RotaReason.Unqualified(person, required)
                        : new RotaReason.Expired(person, required, since, zone);
            }
        }
        return null;
    }

    Validity validity(String person, String qualification) {
        return qualifications.getOrDefault(person, Map.of()).getOrDefault(qualification, Validity.NEVER);
    }

    // Why not

    /** Why somebody does not hold a position, the reason about this person last. */
    List<RotaReason> whyNot(String person, String position, Instant at) {
        Map<String, Answer> known = new HashMap<>();
        Answer answer = at(position, at, known);
        if (person.equals(answer.holder())) {
            return List.of(new RotaReason.Holds(person, position));
        }
        int index = version(at);
        if (index < 0) {
            return answer.because();
        }
        List<RotaReason> reasons = new ArrayList<>(answer.because());
        List<RotaReason> about =
                about(person, position, versions.get(index).seats().get(position), at, answer, known);
        reasons.removeAll(about);
        reasons.addAll(about);
        return List.copyOf(reasons);
    }

    private List<RotaReason> about(
            String person, String position, @Nullable Seat seat, Instant at, Answer answer, Map<String, Answer> known) {
        for (RotaReason told : answer.because()) {
            if (told instanceof RotaReason.DecisionGivesWay way && way.holder().equals(person)) {
                return List.of(told);
            }
        }
        RotaReason superseded = superseded(person, position, at);
        if (superseded != null) {
            return List.of(superseded);
        }
        List<Turner> layers = seat == null
                ? List.of()
                : seat.layers().stream().filter(layer -> layer.names(person)).toList();
        if (seat == null || layers.isEmpty()) {
            return List.of(new RotaReason.NotAMember(person, position));
        }
        Stretch stretch = new Stretch();
        RotaReason obstacle = obstacle(person, seat, at, new Elsewhere(position, at, stretch, known), stretch);
        if (obstacle != null) {
            return List.of(obstacle);
        }
        List<RotaReason> closed = new ArrayList<>();
        for (Turner layer : layers) {
            if (at.isBefore(layer.begins())) {
                closed.add(new RotaReason.NotBegun(layer.layer().id()));
            } else if (!layer.openings().at(at, stretch).open()) {
                closed.add(layer.outside());
            }
        }
        String holder = answer.holder();
        boolean decided = decision(position, at) != null
                && answer.because().stream()
                        .anyMatch(told -> told instanceof RotaReason.Decided
                                || told instanceof RotaReason.Vacated
                                || told instanceof RotaReason.Swapped);
        if (decided) {
            return List.of();
        }
        if (closed.size() == layers.size()) {
            return closed;
        }
        return holder == null ? List.of() : List.of(new RotaReason.FoundFirst(person, holder));
    }

    private @Nullable Decision decision(String position, Instant at) {
        Timetable<Decision> table = seats.get(position);
        return table == null ? null : table.at(at, new Stretch());
    }

    /** An earlier decision that names somebody, and the later one that counts instead, or null. */
    private @Nullable RotaReason superseded(String person, String position, Instant at) {
        Decision counts = decision(position, at);
        for (Decision decision : decisions.getOrDefault(position, List.of())) {
            if (counts != null
                    && !decision.equals(counts)
                    && person.equals(holder(decision))
                    && decision.interval().contains(at)) {
                return new RotaReason.DecisionSuperseded(decision.id(), person, counts.id());
            }
        }
        return null;
    }
}
