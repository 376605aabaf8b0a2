/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.municipalsafety.roster.resolution.Duty;

/** One person with two positions at the same time, in one rota or in two. */
final class DoubleBookings implements RotaCheck {

    private record Booked(Checked checked, Duty duty) {

        String place() {
            return checked.rota().plan().id() + "/" + duty.position();
        }
    }

    @Override
    public List<Finding> findings(Checked checked) {
        return List.of();
    }

    @Override
    public List<Finding> between(List<Checked> all) {
        List<Booked> byStart = new ArrayList<>();
        for (Checked checked : all) {
            for (String position : checked.roster().positions()) {
                checked.duties(position).forEach(duty -> byStart.add(new Booked(checked, duty)));
            }
        }
        byStart.sort(Comparator.comparing((Booked one) -> one.duty().interval().getStart())
                .thenComparing(one -> one.checked().rota().plan().id())
                .thenComparing(one -> one.duty().position()));
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Booked>> openByHolder = new HashMap<>();
        for (Booked next : byStart) {
            var when = next.duty().interval();
            String holder = next.duty().holder();
            List<Booked> open = openByHolder.computeIfAbsent(holder, person -> new ArrayList<>());
            open.removeIf(one -> !one.duty().interval().getEnd().isAfter(when.getStart()));
            for (Booked one : open) {
                findings.add(next.checked()
                        .finding(
                                Finding.Kind.DOUBLE_BOOKED,
                                next.duty().position(),
                                holder,
                                one.duty().interval().intersection(when),
                                holder + " har " + one.place() + " och " + next.place(),
                                holder + " holds " + one.place() + " and " + next.place()));
            }
            open.add(next);
        }
        return findings;
    }
}
