/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.util.ArrayList;
import java.util.List;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.testkit.Violation;
import org.municipalsafety.testkit.roster.Resolver.Slot;
import org.threeten.extra.Interval;

/**
 * Some people are away for a while: is every required hour still filled?
 *
 * @param interval when they are away
 * @param persons who is away
 */
public record RotaWhatIf(Interval interval, List<String> persons) {

    /** Copies and checks. */
    public RotaWhatIf {
        WallClock.requireBounded(interval, "interval");
        persons = List.copyOf(persons);
    }

    /**
     * The required hours that are unfilled because these people are away; those that are unfilled anyway do not count.
     *
     * @param rota the rota
     * @param resolver what resolves it
     * @return the hours as violations of R4
     */
    public List<Violation> violations(Rota rota, Resolver resolver) {
        Rota.Builder builder = rota.toBuilder();
        persons.forEach(person -> builder.absence(new Absence(person, interval)));
        Rota without = builder.build();
        List<Violation> found = new ArrayList<>();
        for (String position : rota.positions()) {
            List<Slot> planned = resolver.over(rota, position, interval);
            for (Slot slot : resolver.over(without, position, interval)) {
                if (slot.state().equals("gap")
                        && planned.stream()
                                .anyMatch(before -> !before.state().equals("gap")
                                        && before.interval().overlaps(slot.interval()))) {
                    found.add(new Violation(
                            "R4", position, slot.interval().getStart(), "unfilled while away: " + persons));
                }
            }
        }
        return found;
    }
}
