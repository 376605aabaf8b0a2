/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Segment;

/** Handovers between two people outside the hours chosen for them. */
final class HandoverHours implements RotaCheck {

    private final Window window;

    HandoverHours(Window window) {
        this.window = requireNonNull(window, "handoverHours");
    }

    @Override
    public List<Finding> findings(Checked checked) {
        List<Finding> findings = new ArrayList<>();
        for (String position : checked.roster().positions()) {
            @Nullable Segment before = null;
            for (Segment segment : checked.roster().segments(position)) {
                if (before instanceof Duty from
                        && segment instanceof Duty to
                        && !from.holder().equals(to.holder())
                        && !holds(to.interval().getStart(), checked)) {
                    findings.add(checked.finding(
                            Finding.Kind.HANDOVER_OUTSIDE_HOURS,
                            position,
                            to.holder(),
                            to.interval(),
                            "överlämning från " + from.holder() + " till " + to.holder() + " utanför valda tider",
                            "handover from " + from.holder() + " to " + to.holder() + " outside the chosen hours"));
                }
                before = segment;
            }
        }
        return findings;
    }

    private boolean holds(Instant handover, Checked checked) {
        var zone = checked.roster().zone();
        LocalDate day = LocalDate.ofInstant(handover, zone);
        // A span ends at 48:00 at the latest, which is the first instant of the second day after its own.
        for (int back = 0; back <= 2; back++) {
            LocalDate begun = day.minusDays(back);
            Set<DayClass> classes = checked.rota().calendar().classesOf(begun);
            for (Window.Hours hours : window.hours()) {
                boolean chosen =
                        hours.days().contains(begun.getDayOfWeek()) || !Collections.disjoint(hours.classes(), classes);
                if (chosen
                        && Collections.disjoint(hours.except(), classes)
                        && hours.span()
                                .on(begun, zone)
                                .filter(span ->
                                        span.contains(handover) || span.getEnd().equals(handover))
                                .isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }
}
