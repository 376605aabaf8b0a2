/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.util.ArrayList;
import java.util.List;

/** Why somebody does not hold a position at an instant. */
final class WhyNot {

    private final Decider decider;
    private final String person;
    private final Lane lane;
    private final Search search;
    private final Stretch stretch;

    WhyNot(Decider decider, String person, Lane lane, Search search) {
        this.decider = decider;
        this.person = person;
        this.lane = lane;
        this.search = search;
        this.stretch = search.stretch();
    }

    /** The reasons of the answer, and the one about this person last. */
    List<RotaReason> reasons() {
        Decider.Answer answer = search.answer();
        if (person.equals(answer.holder())) {
            return List.of(new RotaReason.Holds(person, lane.position()));
        }
        int version = decider.version(stretch.at());
        if (version < 0) {
            return answer.because();
        }
        List<RotaReason> reasons = new ArrayList<>(answer.because());
        List<RotaReason> about = about(version, answer);
        reasons.removeAll(about);
        reasons.addAll(about);
        return List.copyOf(reasons);
    }

    private List<RotaReason> about(int version, Decider.Answer answer) {
        for (RotaReason told : answer.because()) {
            if (told instanceof RotaReason.DecisionGivesWay way && way.holder().equals(person)) {
                return List.of(told);
            }
        }
        RotaReason superseded = lane.decisions().superseded(person, stretch);
        if (superseded != null) {
            return List.of(superseded);
        }
        Seat seat = lane.seat(version);
        List<Turner> layers = seat == null
                ? List.of()
                : seat.layers().stream().filter(layer -> layer.names(person)).toList();
        if (seat == null || layers.isEmpty()) {
            return List.of(new RotaReason.NotAMember(person, lane.position()));
        }
        RotaReason obstacle = search.obstacle(person, seat);
        if (obstacle != null) {
            return List.of(obstacle);
        }
        if (decided(answer)) {
            return List.of();
        }
        List<RotaReason> closed = closed(layers);
        if (closed.size() == layers.size()) {
            return closed;
        }
        String holder = answer.holder();
        return holder == null ? List.of() : List.of(new RotaReason.FoundFirst(person, holder));
    }

    private boolean decided(Decider.Answer answer) {
        return lane.decisions().seat().at(stretch) != null
                && answer.because().stream()
                        .anyMatch(told -> told instanceof RotaReason.Decided
                                || told instanceof RotaReason.Vacated
                                || told instanceof RotaReason.Swapped);
    }

    /** Why some of the layers are not in force. */
    private List<RotaReason> closed(List<Turner> layers) {
        List<RotaReason> closed = new ArrayList<>();
        for (Turner layer : layers) {
            if (stretch.at().isBefore(layer.begins())) {
                closed.add(new RotaReason.NotBegun(layer.id()));
            } else if (!layer.openings().isOpen(stretch)) {
                closed.add(layer.outside());
            }
        }
        return closed;
    }
}
