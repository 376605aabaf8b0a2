/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.Interval;

/**
 * Which of some dated things is in force at an instant, found by bisection.
 *
 * @param <T> the thing
 */
final class Timetable<T> {

    private final Edges starts;
    private final List<@Nullable T> things;

    private Timetable(Edges starts, List<@Nullable T> things) {
        this.starts = starts;
        this.things = things;
    }

    /** Where several are in force, the last by the order wins. */
    static <T> Timetable<T> of(List<T> all, Function<T, Interval> when, Comparator<T> order) {
        TreeSet<Instant> changes = new TreeSet<>();
        for (T thing : all) {
            changes.add(when.apply(thing).getStart());
            changes.add(when.apply(thing).getEnd());
        }
        List<T> byStart = new ArrayList<>(all);
        byStart.sort(Comparator.comparing(thing -> when.apply(thing).getStart()));
        // Things of equal rank are told apart by their place, so that the set keeps both.
        Comparator<Integer> rank =
                Comparator.<Integer, T>comparing(byStart::get, order).thenComparing(Comparator.naturalOrder());
        TreeSet<Integer> inForce = new TreeSet<>(rank);
        List<Instant> starts = new ArrayList<>();
        List<@Nullable T> things = new ArrayList<>();
        @Nullable T last = null;
        int next = 0;
        for (Instant change : changes) {
            while (next < byStart.size()
                    && !when.apply(byStart.get(next)).getStart().isAfter(change)) {
                inForce.add(next++);
            }
            while (!inForce.isEmpty()
                    && !when.apply(byStart.get(inForce.last())).getEnd().isAfter(change)) {
                inForce.pollLast();
            }
            T now = inForce.isEmpty() ? null : byStart.get(inForce.last());
            if (now != last) {
                starts.add(change);
                things.add(now);
                last = now;
            }
        }
        return new Timetable<>(new Edges(starts), things);
    }

    /** What is in force; that stays so within the stretch. */
    @Nullable
    T at(Stretch stretch) {
        return after(starts.passed(stretch.at()), stretch);
    }

    /** How many changes lie behind the stretch's instant; {@code guess} is how many lay behind an earlier one. */
    int passed(Stretch stretch, int guess) {
        return starts.passed(stretch.at(), guess);
    }

    /** What is in force after so many changes; that stays so within the stretch. */
    @Nullable
    T after(int passed, Stretch stretch) {
        starts.narrow(passed, stretch);
        return passed > 0 ? things.get(passed - 1) : null;
    }
}
