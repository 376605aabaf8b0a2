/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.testkit.Violation;
import org.municipalsafety.testkit.roster.Resolver.Slot;
import org.threeten.extra.Interval;

/**
 * The laws about segments: how they lie in time, and that each question gets the same answer.
 *
 * <p>Stateless and thread-safe.
 */
public final class SegmentLaws {

    private SegmentLaws() {}

    /**
     * R8 and T1: ordered, disjoint, without seams, neighbours differ.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> partition(Resolver resolver, RotaCase given) {
        List<Violation> found = new ArrayList<>();
        for (String position : given.rota().plan().positions()) {
            Instant expected = given.around().getStart();
            @Nullable Slot before = null;
            for (Slot slot : resolver.over(given.rota(), position, given.around())) {
                Instant start = slot.interval().getStart();
                if (!start.equals(expected)) {
                    found.add(new Violation("R8", position, start, "begins here; expected " + expected));
                }
                if (slot.interval().isEmpty()) {
                    found.add(new Violation("T1", position, start, "an empty segment"));
                }
                if (before != null
                        && before.who().equals(slot.who())
                        && before.ground().equals(slot.ground())) {
                    found.add(new Violation("R8", position, start, "equal to the segment before: " + slot.who()));
                }
                expected = slot.interval().getEnd();
                before = slot;
            }
            if (!expected.equals(given.around().getEnd())) {
                found.add(new Violation(
                        "R8",
                        position,
                        expected,
                        "ends here; expected " + given.around().getEnd()));
            }
        }
        return found;
    }

    /**
     * R7: the answer at an instant is that of the interval, whole.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> pointEqualsInterval(Resolver resolver, RotaCase given) {
        List<Violation> found = new ArrayList<>();
        for (String position : given.rota().plan().positions()) {
            List<Slot> slots = resolver.over(given.rota(), position, given.around());
            for (Instant at : Looking.instants(given, slots)) {
                Slot point = resolver.at(given.rota(), position, at);
                Slot slot = Looking.slotAt(slots, at);
                if (slot == null
                        || !point.who().equals(slot.who())
                        || !point.ground().equals(slot.ground())
                        || !point.interval().isConnected(given.around())
                        || !point.interval().intersection(given.around()).equals(slot.interval())) {
                    found.add(new Violation("R7", position, at, "point " + point + ", interval " + slot));
                }
            }
        }
        return found;
    }

    /**
     * R7: what is resolved in parts is the whole, clipped.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> partOfTheWhole(Resolver resolver, RotaCase given) {
        List<Violation> found = new ArrayList<>();
        Duration third = given.around().toDuration().dividedBy(3);
        Interval part = Interval.of(given.around().getStart().plus(third), third);
        for (String position : given.rota().plan().positions()) {
            List<Slot> expected = new ArrayList<>();
            for (Slot slot : resolver.over(given.rota(), position, given.around())) {
                if (slot.interval().overlaps(part)) {
                    expected.add(
                            new Slot(slot.interval().intersection(part), slot.holder(), slot.state(), slot.ground()));
                }
            }
            List<Slot> resolved = resolver.over(given.rota(), position, part);
            if (!resolved.equals(expected)) {
                found.add(new Violation(
                        "R7", position, part.getStart(), "a part is " + resolved + "; expected " + expected));
            }
        }
        return found;
    }

    /**
     * R7: cut anywhere and joined again is the whole.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> cutAndJoined(Resolver resolver, RotaCase given) {
        List<Violation> found = new ArrayList<>();
        Interval around = given.around();
        for (String position : given.rota().plan().positions()) {
            List<Slot> whole = resolver.over(given.rota(), position, around);
            List<Instant> cuts = new ArrayList<>(
                    List.of(around.getStart().plus(around.toDuration().dividedBy(7))));
            whole.stream()
                    .skip(1)
                    .limit(1)
                    .forEach(slot -> cuts.add(slot.interval().getStart()));
            for (Instant cut : cuts) {
                List<Slot> joined =
                        new ArrayList<>(resolver.over(given.rota(), position, Interval.of(around.getStart(), cut)));
                for (Slot slot : resolver.over(given.rota(), position, Interval.of(cut, around.getEnd()))) {
                    int last = joined.size() - 1;
                    Slot before = last < 0 ? null : joined.get(last);
                    if (before != null
                            && slot.interval().getStart().equals(cut)
                            && before.who().equals(slot.who())
                            && before.ground().equals(slot.ground())) {
                        Interval both = before.interval().span(slot.interval());
                        joined.set(last, new Slot(both, slot.holder(), slot.state(), slot.ground()));
                    } else {
                        joined.add(slot);
                    }
                }
                if (!joined.equals(whole)) {
                    found.add(new Violation("R7", position, cut, "cut here " + joined + "; expected " + whole));
                }
            }
        }
        return found;
    }
}
