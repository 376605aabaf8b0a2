/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.roster.plan.Decision;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.SwapHalf;
import org.municipalsafety.roster.plan.Takeover;

/** What has been decided about one position: who has its seat, and who takes over whose turns. */
final class Decisions {

    /** Those about the seat, halves of swaps among them. */
    private final List<Decision> all = new ArrayList<>();

    private final Timetable<Decision> seat;
    /** By whose turns they are. */
    private final Map<String, Timetable<Takeover>> takeovers = new LinkedHashMap<>();

    private final ZoneId zone;

    Decisions(List<Decision> ofThePosition, ZoneId zone) {
        this.zone = zone;
        Map<String, List<Takeover>> byTurns = new LinkedHashMap<>();
        for (Decision decision : ofThePosition) {
            if (decision instanceof Takeover takeover) {
                byTurns.computeIfAbsent(takeover.turnsOf(), person -> new ArrayList<>())
                        .add(takeover);
            } else {
                all.add(decision);
            }
        }
        seat = Timetable.of(all, Decision::interval, Comparator.comparing(Decision::decidedAt));
        byTurns.forEach((person, list) -> takeovers.put(
                person, Timetable.of(list, Takeover::interval, Comparator.comparing(Takeover::decidedAt))));
    }

    /** What has been decided about the seat, by the time for which it counts. */
    Timetable<Decision> seat() {
        return seat;
    }

    /** Who holds the seat by a decision about it, or null for nobody. */
    static @Nullable String holder(Decision decision) {
        return decision instanceof SwapHalf half
                ? half.holder()
                : ((SeatOverride) decision).holder().orElse(null);
    }

    /** The reason that a decision about the seat gives. */
    RotaReason reason(Decision decision) {
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

    /** The takeover of somebody's turns that counts, or null. */
    @Nullable
    Takeover takeover(String turnsOf, Stretch stretch) {
        Timetable<Takeover> table = takeovers.get(turnsOf);
        return table == null ? null : table.at(stretch);
    }

    /** An earlier decision that names somebody, and the later one that counts instead, or null. */
    @Nullable
    RotaReason superseded(String person, Stretch stretch) {
        Decision counts = seat.at(stretch);
        Instant at = stretch.at();
        for (Decision decision : all) {
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
