/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.roster.plan.Qualification;
import org.threeten.extra.Interval;

/** When somebody holds a qualification: what was given, added up. */
final class Validity {

    static final Validity NEVER = new Validity(List.of());

    /** By turns when it begins to be valid and when it ends; open where it never ends. */
    private final Edges edges;

    private Validity(List<Instant> edges) {
        this.edges = new Edges(edges);
    }

    static Validity of(List<Qualification> given) {
        List<Qualification> byStart = new ArrayList<>(given);
        byStart.sort(Comparator.comparing(Qualification::from));
        List<Instant> edges = new ArrayList<>();
        for (Qualification one : byStart) {
            Instant until = one.until().orElse(Instant.MAX);
            int last = edges.size() - 1;
            if (last < 0 || edges.get(last).isBefore(one.from())) {
                edges.add(one.from());
                edges.add(until);
            } else if (edges.get(last).isBefore(until)) {
                edges.set(last, until);
            }
        }
        return new Validity(edges);
    }

    boolean at(Stretch stretch) {
        int passed = edges.passed(stretch.at());
        edges.narrow(passed, stretch);
        return passed % 2 == 1;
    }

    /** When it ended that is not valid, or null if it never was before. */
    @Nullable
    Instant expired(Instant at) {
        int passed = edges.passed(at);
        return passed > 0 && passed % 2 == 0 ? edges.get(passed - 1) : null;
    }

    /** When it is not valid within an interval. */
    List<Interval> missing(Interval within) {
        List<Interval> found = new ArrayList<>();
        Instant at = within.getStart();
        while (at.isBefore(within.getEnd())) {
            int passed = edges.passed(at);
            Instant end = passed < edges.size() && edges.get(passed).isBefore(within.getEnd())
                    ? edges.get(passed)
                    : within.getEnd();
            if (passed % 2 == 0) {
                found.add(Interval.of(at, end));
            }
            at = end;
        }
        return found;
    }
}
