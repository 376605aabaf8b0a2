/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.roster.plan.Qualification;
import org.threeten.extra.Interval;

/** When somebody holds a qualification: what was given, added up. */
final class Validity {

    static final Validity NEVER = new Validity(List.of());

    /** By turns when it begins to be valid and when it ends; open where it never ends. */
    private final Instant[] edges;

    private Validity(List<Instant> edges) {
        this.edges = edges.toArray(Instant[]::new);
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

    boolean at(Instant at, Stretch stretch) {
        int passed = passed(at);
        stretch.narrow(
                passed > 0 ? edges[passed - 1] : Instant.MIN, passed < edges.length ? edges[passed] : Instant.MAX);
        return passed % 2 == 1;
    }

    /** When it ended that is not valid, or null if it never was before. */
    @Nullable
    Instant expired(Instant at) {
        int passed = passed(at);
        return passed > 0 && passed % 2 == 0 ? edges[passed - 1] : null;
    }

    /** When it is not valid within an interval. */
    List<Interval> missing(Interval within) {
        List<Interval> found = new ArrayList<>();
        Instant at = within.getStart();
        while (at.isBefore(within.getEnd())) {
            Stretch stretch = new Stretch();
            boolean valid = at(at, stretch);
            Instant end = stretch.until().isBefore(within.getEnd()) ? stretch.until() : within.getEnd();
            if (!valid) {
                found.add(Interval.of(at, end));
            }
            at = end;
        }
        return found;
    }

    private int passed(Instant at) {
        int found = Arrays.binarySearch(edges, at);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
