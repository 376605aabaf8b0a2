/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.municipalsafety.roster.plan.Decision;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.testkit.Violation;
import org.municipalsafety.testkit.roster.Resolver.Slot;
import org.threeten.extra.Interval;

/**
 * The laws about another plan: what it changes, and what it leaves.
 *
 * <p>Stateless and thread-safe.
 */
public final class ChangeLaws {

    private ChangeLaws() {}

    /**
     * R1: a version that begins when the interval ends changes nothing in it.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> laterVersion(Resolver resolver, RotaCase given) {
        RotaVersion last = given.rota()
                .plan()
                .versions()
                .get(given.rota().plan().versions().size() - 1);
        Instant start = last.effectiveFrom().isBefore(given.around().getEnd())
                ? given.around().getEnd()
                : last.effectiveFrom().plusSeconds(1);
        RotaVersion fresh = new RotaVersion(start, RotaVersion.Phase.RESTART, last.positions(), last.groups())
                .withPositions(List.of(last.positions().get(0)));
        return unchanged("R1", resolver, given, given.rota().with(plan -> plan.withVersion(fresh)));
    }

    /**
     * R3: a decision changes nothing outside its interval, in no position.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> decisionIsLocal(Resolver resolver, RotaCase given) {
        Interval around = given.around();
        Duration third = around.toDuration().dividedBy(3);
        Interval when = Interval.of(around.getStart().plus(third), third);
        List<Violation> found = new ArrayList<>();
        for (String position : given.rota().plan().positions()) {
            Rota changed = given.rota()
                    .with(plan -> plan.withDecision(
                            new SeatOverride("law", position, when, "law", latest(given.rota()), "Law")));
            for (String other : given.rota().plan().positions()) {
                for (Interval outside : List.of(
                        Interval.of(around.getStart(), when.getStart()), Interval.of(when.getEnd(), around.getEnd()))) {
                    if (!resolver.over(given.rota(), other, outside).equals(resolver.over(changed, other, outside))) {
                        found.add(new Violation(
                                "R3",
                                other,
                                outside.getStart(),
                                "changed by a decision about " + position + " " + when));
                    }
                }
            }
        }
        return found;
    }

    /**
     * R3: a decision that says what the plan says anyway changes nobody's duty.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> repeatedDecision(Resolver resolver, RotaCase given) {
        List<Violation> found = new ArrayList<>();
        for (String position : given.rota().plan().positions()) {
            for (Slot slot : resolver.over(given.rota(), position, given.around())) {
                if (given.rota().plan().persons().contains(slot.holder())) {
                    Rota changed = given.rota()
                            .with(plan -> plan.withDecision(new SeatOverride(
                                    "law", position, slot.interval(), slot.holder(), latest(given.rota()), "Law")));
                    found.addAll(sameDuties("R3", resolver, given, changed, who -> who));
                    break;
                }
            }
        }
        return found;
    }

    /** After all that was decided. */
    private static Instant latest(Rota rota) {
        Instant latest = Instant.EPOCH;
        for (Decision decision : rota.plan().decisions()) {
            latest = decision.decidedAt().isAfter(latest) ? decision.decidedAt() : latest;
        }
        return latest.plusSeconds(1);
    }

    /**
     * R3: the order in which absences, decisions, qualifications and distinct positions are written decides nothing.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> orderOfLists(Resolver resolver, RotaCase given) {
        return sameDuties("R3", resolver, given, Rebuilt.rebuilt(given.rota(), true, who -> who), who -> who);
    }

    /**
     * R3: other names for persons are the same rota.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> otherNames(Resolver resolver, RotaCase given) {
        Set<String> persons = given.rota().plan().persons();
        UnaryOperator<String> renamed = id -> persons.contains(id) ? "z-" + id : id;
        return persons.stream().anyMatch(id -> id.length() > 60)
                ? List.of()
                : sameDuties("R3", resolver, given, Rebuilt.rebuilt(given.rota(), false, renamed), renamed);
    }

    private static List<Violation> sameDuties(
            String law, Resolver resolver, RotaCase given, Rota changed, UnaryOperator<String> renamed) {
        List<Violation> found = new ArrayList<>();
        for (String position : given.rota().plan().positions()) {
            List<String> before = duties(resolver.over(given.rota(), position, given.around()), renamed);
            List<String> after = duties(resolver.over(changed, position, given.around()), who -> who);
            if (!before.equals(after)) {
                found.add(
                        new Violation(law, position, given.around().getStart(), "was " + before + ", became " + after));
            }
        }
        return found;
    }

    /** When the holder, or the lack of one, changes, whatever the reasons. */
    private static List<String> duties(List<Slot> slots, UnaryOperator<String> renamed) {
        List<String> duties = new ArrayList<>();
        String before = "";
        for (Slot slot : slots) {
            String who = renamed.apply(slot.who());
            if (!who.equals(before)) {
                duties.add(slot.interval().getStart() + " " + who);
            }
            before = who;
        }
        return duties;
    }

    private static List<Violation> unchanged(String law, Resolver resolver, RotaCase given, Rota changed) {
        List<Violation> found = new ArrayList<>();
        for (String position : given.rota().plan().positions()) {
            List<Slot> before = resolver.over(given.rota(), position, given.around());
            List<Slot> after = resolver.over(changed, position, given.around());
            if (!before.equals(after)) {
                found.add(
                        new Violation(law, position, given.around().getStart(), "was " + before + ", became " + after));
            }
        }
        return found;
    }
}
