/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.roster.plan.Decision;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Takeover;

/**
 * The search for who holds one position at one instant: a decision about the seat, else the layers from the highest to
 * the lowest (rules R3 to R6). It notes each reason that it meets, and narrows the stretch by all that it looks at.
 */
final class Search {

    private final Decider decider;
    private final Lane lane;
    private final Stretch stretch;
    /** Of several distinct positions each is asked once: here are the answers that there are. */
    private final Map<String, Decider.Answer> known;

    private final Told because = new Told();
    /** Who holds a position that this one gives way to; asked only when it matters, so that nothing else is cut. */
    private @Nullable Map<String, String> elsewhere;
    /**
     * The version, and how many changes of the decisions lie behind: they seldom differ from one stretch to the next.
     */
    private int version = -1;

    private int decisions;

    Search(Decider decider, Lane lane, Stretch stretch) {
        this(decider, lane, stretch, lane.yieldsTo().isEmpty() ? Map.of() : new HashMap<>());
    }

    private Search(Decider decider, Lane lane, Stretch stretch, Map<String, Decider.Answer> known) {
        this.decider = decider;
        this.lane = lane;
        this.stretch = stretch;
        this.known = known;
    }

    Stretch stretch() {
        return stretch;
    }

    /** Goes on to where the last answer ended, and answers there. */
    Decider.Answer next() {
        stretch.goOn();
        because.clear();
        elsewhere = null;
        if (!lane.yieldsTo().isEmpty()) {
            known.clear();
        }
        return answer();
    }

    Decider.Answer answer() {
        version = decider.version(stretch, version);
        because.add(decider.inVersion(version));
        if (version < 0) {
            return answer(null, false);
        }
        Seat seat = lane.seat(version);
        if (seat == null) {
            because.add(new RotaReason.NotPlanned(lane.position()));
            return answer(null, false);
        }
        Timetable<Decision> seats = lane.decisions().seat();
        decisions = seats.passed(stretch, decisions);
        Decision decision = seats.after(decisions, stretch);
        boolean decided = decision != null && binds(decision);
        String holder = decision != null && decided ? Decisions.holder(decision) : byLayers(seat);
        if (holder != null) {
            return answer(holder, true);
        }
        boolean required = seat.required().atNotSharply(stretch).open();
        if (!required) {
            because.add(new RotaReason.NotRequired());
        }
        return answer(null, required);
    }

    private Decider.Answer answer(@Nullable String holder, boolean required) {
        stretch.settle();
        return new Decider.Answer(
                holder,
                required,
                because.all(),
                stretch.from(),
                stretch.until(),
                stretch.sharpFrom(),
                stretch.sharpUntil());
    }

    /** Whether a decision about the seat counts, which it does not where it gives way. */
    private boolean binds(Decision decision) {
        String person = Decisions.holder(decision);
        String other = person == null ? null : heldBy(person);
        if (person != null && other != null) {
            because.add(new RotaReason.DecisionGivesWay(decision.id(), person, other));
            return false;
        }
        because.add(lane.decisions().reason(decision));
        return true;
    }

    /** The position that keeps a person from this one, or null. */
    private @Nullable String heldBy(String person) {
        if (lane.yieldsTo().isEmpty()) {
            return null;
        }
        Map<String, String> found = elsewhere;
        if (found == null) {
            found = new HashMap<>();
            for (String other : lane.yieldsTo()) {
                Decider.Answer answer = known.get(other);
                if (answer == null) {
                    answer = new Search(decider, decider.lane(other), stretch.again(), known).answer();
                    known.put(other, answer);
                }
                stretch.notBefore(answer.from());
                stretch.before(answer.until());
                if (answer.holder() != null) {
                    found.putIfAbsent(answer.holder(), other);
                }
            }
            elsewhere = found;
        }
        return found.get(person);
    }

    private @Nullable String byLayers(Seat seat) {
        for (Turner layer : seat.layers()) {
            if (isInForce(layer)) {
                long place = layer.tally().before(layer.handovers().at(stretch));
                Order.Named inTurn = layer.order().at(place);
                because.add(new RotaReason.InTurn(layer.id(), place + 1, inTurn.person()));
                if (inTurn.group() != null) {
                    because.add(new RotaReason.OfGroup(inTurn.person(), inTurn.group()));
                }
                String taker = takesOver(inTurn.person());
                if (taker != null) {
                    return taker;
                }
                RotaReason obstacle = obstacle(inTurn.person(), seat);
                if (obstacle == null) {
                    return inTurn.person();
                }
                because.add(obstacle);
                String instead = instead(layer, place, inTurn, obstacle, seat);
                if (instead != null || leavesEmpty(layer, obstacle)) {
                    return instead;
                }
            }
        }
        return null;
    }

    private boolean isInForce(Turner layer) {
        if (stretch.at().isBefore(layer.begins())) {
            stretch.before(layer.begins());
            because.add(new RotaReason.NotBegun(layer.id()));
            return false;
        }
        stretch.notBefore(layer.begins());
        Openings.Opening opening = layer.openings().at(stretch);
        if (!opening.open()) {
            because.add(layer.outside());
        }
        if (opening.decisive() != null) {
            because.add(new RotaReason.OnDay(layer.id(), opening.decisive()));
        }
        return opening.open();
    }

    /** Who takes the turn over of whoever is in turn, or null. */
    private @Nullable String takesOver(String inTurn) {
        Takeover takeover = lane.decisions().takeover(inTurn, stretch);
        if (takeover == null) {
            return null;
        }
        String other = heldBy(takeover.person());
        if (other != null) {
            because.add(new RotaReason.DecisionGivesWay(takeover.id(), takeover.person(), other));
            return null;
        }
        because.add(new RotaReason.TakesOver(takeover.id(), takeover.person(), inTurn, takeover.decidedBy()));
        return takeover.person();
    }

    /** Whom the layer has instead of somebody who cannot: of the same group, else by its policy. */
    private @Nullable String instead(Turner layer, long place, Order.Named inTurn, RotaReason obstacle, Seat seat) {
        String person = inTurn.person();
        if (inTurn.group() != null) {
            List<Order.Named> others = layer.order().all(place);
            Order.Named other = first(others.subList(1, others.size()), seat);
            if (other != null) {
                because.add(new RotaReason.TakesTheGroupsTurn(other.person(), person, inTurn.group()));
                return other.person();
            }
        }
        Substitution.Policy policy = policy(layer, obstacle);
        if (policy == Substitution.Policy.GAP) {
            because.add(new RotaReason.LeftEmpty(layer.id()));
            return null;
        }
        Order.Named substitute = first(substitutes(layer, place, policy), seat);
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
            because.add(new RotaReason.NobodyStandsIn(layer.id()));
        }
        return null;
    }

    /** Whoever holds a position that goes before is replaced by the next in turn, whatever the policy for absence. */
    private static Substitution.Policy policy(Turner layer, RotaReason obstacle) {
        return obstacle instanceof RotaReason.HoldsOther
                ? Substitution.Policy.NEXT_IN_TURN
                : layer.layer().substitution().policy();
    }

    private static boolean leavesEmpty(Turner layer, RotaReason obstacle) {
        return policy(layer, obstacle) == Substitution.Policy.GAP;
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

    /** The first who can; why the others cannot is noted, once. */
    private Order.@Nullable Named first(List<Order.Named> candidates, Seat seat) {
        @Nullable Set<RotaReason> noted = null;
        for (Order.Named candidate : candidates) {
            RotaReason obstacle = obstacle(candidate.person(), seat);
            if (obstacle == null) {
                return candidate;
            }
            noted = noted == null ? because.soFar() : noted;
            if (noted.add(obstacle)) {
                because.add(obstacle);
            }
        }
        return null;
    }

    /** Why somebody cannot hold the position, or null if nothing is in the way. */
    @Nullable
    RotaReason obstacle(String person, Seat seat) {
        RotaReason obstacle = decider.presence().obstacle(person, seat.requires(), stretch);
        if (obstacle != null) {
            return obstacle;
        }
        String other = heldBy(person);
        return other == null ? null : new RotaReason.HoldsOther(person, other);
    }
}
