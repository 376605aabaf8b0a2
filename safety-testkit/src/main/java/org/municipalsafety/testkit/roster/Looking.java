/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Decision;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.testkit.roster.Resolver.Slot;
import org.threeten.extra.Interval;

/** Where the laws look. */
final class Looking {

    private Looking() {}

    /** Boundaries that were answered and those of the plan, the nanosecond before each, and some between. */
    static List<Instant> instants(RotaCase given, List<Slot> slots) {
        TreeSet<Instant> edges = new TreeSet<>();
        Interval around = given.around();
        edges.add(around.getStart());
        edges.add(around.getEnd());
        for (Slot slot : slots) {
            edges.add(slot.interval().getStart());
        }
        Rota rota = given.rota();
        for (RotaVersion version : rota.plan().versions()) {
            edges.add(version.effectiveFrom());
            for (Position position : version.positions()) {
                for (Layer layer : position.layers()) {
                    LocalDate day =
                            LocalDate.ofInstant(around.getStart(), rota.plan().zone());
                    for (int i = 0; i < 9; i++) {
                        edges.add(PlainRota.first(
                                day.plusDays(i).atTime(layer.rotation().anchor().toLocalTime()),
                                rota.plan().zone()));
                    }
                }
            }
        }
        for (Decision decision : rota.plan().decisions()) {
            edges.add(decision.interval().getStart());
            edges.add(decision.interval().getEnd());
        }
        for (Qualification one : rota.plan().qualifications()) {
            edges.add(one.from());
            one.until().ifPresent(edges::add);
        }
        for (Absence absence : rota.plan().absences()) {
            edges.add(absence.interval().getStart());
            edges.add(absence.interval().getEnd());
        }
        Instant middle =
                around.getStart().plus(around.toDuration().dividedBy(2)).truncatedTo(ChronoUnit.MINUTES);
        for (int minutes = -150; minutes <= 150; minutes += 30) {
            edges.add(middle.plus(Duration.ofMinutes(minutes)));
        }
        TreeSet<Instant> all = new TreeSet<>();
        Instant last = around.getStart();
        for (Instant edge : edges) {
            all.add(edge);
            all.add(edge.minusNanos(1));
            all.add(last.plus(Duration.between(last, edge).dividedBy(2)));
            last = edge;
        }
        return all.stream().filter(around::contains).toList();
    }

    static @Nullable Slot slotAt(List<Slot> slots, Instant at) {
        for (Slot slot : slots) {
            if (slot.interval().contains(at)) {
                return slot;
            }
        }
        return null;
    }

    static <T> boolean any(List<T> all, Predicate<T> test) {
        return all.stream().anyMatch(test);
    }
}
