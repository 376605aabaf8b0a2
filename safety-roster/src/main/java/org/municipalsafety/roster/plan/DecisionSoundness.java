/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.municipalsafety.core.document.Fault;

/** Decisions that name what is unknown, share a name, or leave open which of two counts. */
final class DecisionSoundness {

    private final Soundness soundness;
    private final RotaPlan plan;
    private final List<Fault> faults;
    private final Set<String> ids = new HashSet<>();

    /** A decision with its kind and its place in the document. */
    private record Placed(Decision decision, String kind, String pointer) {

        Instant start() {
            return decision.interval().getStart();
        }

        Instant end() {
            return decision.interval().getEnd();
        }

        /** Of two decisions of the same rank neither is the later one. */
        List<Object> rank() {
            String turnsOf = decision instanceof Takeover takeover ? takeover.turnsOf() : "";
            return List.of(decision.position(), turnsOf, decision.decidedAt());
        }
    }

    DecisionSoundness(Soundness soundness, RotaPlan plan, List<Fault> faults) {
        this.soundness = soundness;
        this.plan = plan;
        this.faults = faults;
    }

    void check() {
        List<SeatOverride> overrides = plan.decisions(SeatOverride.class);
        List<SwapHalf> halves = plan.decisions(SwapHalf.class);
        List<Takeover> takeovers = plan.decisions(Takeover.class);
        List<Placed> seats = new ArrayList<>();
        for (int i = 0; i < overrides.size(); i++) {
            String pointer = "/overrides/" + i;
            overrides.get(i).holder().ifPresent(holder -> soundness.known(holder, pointer + "/holder"));
            seats.add(new Placed(overrides.get(i), "override", pointer));
        }
        for (int i = 0; i < halves.size(); i++) {
            String pointer = swap(i) + (i % 2 == 0 ? "/first" : "/second");
            soundness.known(halves.get(i).holder(), pointer + "/holder");
            seats.add(new Placed(halves.get(i), "swap", pointer));
        }
        List<Placed> turns = new ArrayList<>();
        for (int i = 0; i < takeovers.size(); i++) {
            takeover(takeovers.get(i), "/takeovers/" + i);
            turns.add(new Placed(takeovers.get(i), "takeover", "/takeovers/" + i));
        }
        for (int i = 0; i < overrides.size(); i++) {
            once(overrides.get(i), "/overrides/" + i);
        }
        for (int i = 0; i < halves.size(); i += 2) {
            once(halves.get(i), swap(i));
        }
        seats.forEach(seat -> soundness.position(seat.decision().position(), seat.pointer() + "/position"));
        turns.forEach(turn -> once(turn.decision(), turn.pointer()));
        List<Placed> all = new ArrayList<>(seats);
        all.addAll(turns);
        sameRank(all);
    }

    private static String swap(int half) {
        return "/swaps/" + half / 2;
    }

    private void takeover(Takeover takeover, String pointer) {
        boolean seat = soundness.position(takeover.position(), pointer + "/position");
        soundness.person(takeover.person(), pointer + "/holder");
        boolean person = soundness.person(takeover.turnsOf(), pointer + "/turnsOf");
        if (seat && person && !plan.membersOf(takeover.position()).contains(takeover.turnsOf())) {
            faults.add(Fault.of(
                            pointer + "/turnsOf",
                            '"' + takeover.turnsOf() + '"',
                            "a member of a rotation of " + takeover.position())
                    .maybe("Maybe the id is misspelt, or an override of the seat was meant."));
        }
    }

    private void once(Decision decision, String pointer) {
        if (!ids.add(decision.id())) {
            faults.add(Fault.of(
                    pointer + "/id",
                    '"' + decision.id() + "\" a second time",
                    "each id once among overrides, swaps and takeovers"));
        }
    }

    private void sameRank(List<Placed> decisions) {
        Map<List<Object>, List<Placed>> byRank = new LinkedHashMap<>();
        decisions.forEach(placed ->
                byRank.computeIfAbsent(placed.rank(), rank -> new ArrayList<>()).add(placed));
        for (List<Placed> rank : byRank.values()) {
            rank.sort(Comparator.comparing(Placed::start));
            Placed longest = rank.get(0);
            for (Placed later : rank.subList(1, rank.size())) {
                if (later.start().isBefore(longest.end())) {
                    faults.add(Fault.of(
                                    later.pointer(),
                                    later.kind() + " " + later.decision().id() + ", which overlaps "
                                            + longest.decision().id() + " and was decided at the same instant",
                                    "an order: another decidedAt, or intervals that do not overlap")
                            .maybe("Maybe one of the two decisions was withdrawn."));
                }
                longest = later.end().isAfter(longest.end()) ? later : longest;
            }
        }
    }
}
