/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.municipalsafety.roster.plan.Distinct;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.testkit.Violation;
import org.municipalsafety.testkit.roster.Resolver.Slot;

/**
 * The laws about who is on duty, and who is not.
 *
 * <p>Stateless and thread-safe.
 */
public final class DutyLaws {

    private DutyLaws() {}

    /**
     * R3, R4, R11, T2 and T3: who is on duty, by a plain reading of the plan.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> plainReading(Resolver resolver, RotaCase given) {
        List<Violation> found = new ArrayList<>();
        PlainRota plain = new PlainRota(given.rota());
        for (String position : given.rota().plan().positions()) {
            List<Slot> slots = resolver.over(given.rota(), position, given.around());
            for (Instant at : Looking.instants(given, slots)) {
                String expected = plain.at(position, at);
                Slot slot = Looking.slotAt(slots, at);
                String who = slot == null ? "nothing" : slot.who();
                if (!who.equals(expected)) {
                    found.add(new Violation("R3", position, at, who + "; expected " + expected));
                }
                String point = resolver.at(given.rota(), position, at).who();
                if (!point.equals(expected)) {
                    found.add(new Violation("R3", position, at, point + " at the point; expected " + expected));
                }
            }
        }
        return found;
    }

    /**
     * R2: before the first version nobody is on duty, nobody has to be, and nothing is thrown.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> notInEffect(Resolver resolver, RotaCase given) {
        List<Violation> found = new ArrayList<>();
        Instant first = given.rota().plan().versions().get(0).effectiveFrom();
        for (String position : given.rota().plan().positions()) {
            for (Instant at : List.of(first.minusNanos(1), first.minus(Duration.ofDays(400)))) {
                String who = resolver.at(given.rota(), position, at).who();
                if (!who.equals("off")) {
                    found.add(new Violation("R2", position, at, who + " before the first version; expected off"));
                }
            }
        }
        return found;
    }

    /**
     * R4: an absent person is on duty by decision only.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> absent(Resolver resolver, RotaCase given) {
        Rota rota = given.rota();
        List<Violation> found = new ArrayList<>();
        for (String position : rota.plan().positions()) {
            List<Slot> slots = resolver.over(rota, position, given.around());
            for (Instant at : Looking.instants(given, slots)) {
                String who = resolver.at(rota, position, at).holder();
                boolean away = Looking.any(
                        rota.plan().absences(),
                        absence -> absence.person().equals(who)
                                && absence.interval().contains(at));
                if (away && !decided(rota, position, who, at)) {
                    found.add(new Violation("R4", position, at, who + " is absent and on duty"));
                }
            }
        }
        return found;
    }

    /**
     * R4: somebody without a qualification that the position requires is on duty by decision only.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> unqualified(Resolver resolver, RotaCase given) {
        Rota rota = given.rota();
        List<Violation> found = new ArrayList<>();
        if (rota.plan().versions().stream()
                .allMatch(version -> version.positions().stream()
                        .allMatch(position -> position.requires().isEmpty()))) {
            return found;
        }
        for (String position : rota.plan().positions()) {
            List<Slot> slots = resolver.over(rota, position, given.around());
            for (Instant at : Looking.instants(given, slots)) {
                String who = resolver.at(rota, position, at).holder();
                if (!who.isEmpty() && !qualified(rota, position, who, at) && !decided(rota, position, who, at)) {
                    found.add(new Violation("R4", position, at, who + " is not qualified and on duty"));
                }
            }
        }
        return found;
    }

    private static boolean qualified(Rota rota, String position, String who, Instant at) {
        boolean qualified = true;
        for (RotaVersion version : rota.plan().versions()) {
            if (!version.effectiveFrom().isAfter(at)) {
                qualified = version.positions().stream()
                        .allMatch(seat -> !seat.id().equals(position) || PlainRota.qualified(rota, seat, who, at));
            }
        }
        return qualified;
    }

    private static boolean decided(Rota rota, String position, String who, Instant at) {
        return Looking.any(
                rota.plan().decisions(),
                decision -> decision.position().equals(position)
                        && decision.interval().contains(at)
                        && decision.putsOnDuty(who));
    }

    /**
     * R6: nobody holds two distinct positions.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> distinct(Resolver resolver, RotaCase given) {
        List<Violation> found = new ArrayList<>();
        for (Distinct pair : given.rota().plan().distinct()) {
            List<Slot> slots = resolver.over(given.rota(), pair.givesWay(), given.around());
            for (Instant at : Looking.instants(given, slots)) {
                String kept = resolver.at(given.rota(), pair.keeps(), at).holder();
                String gave = resolver.at(given.rota(), pair.givesWay(), at).holder();
                if (!kept.isEmpty() && kept.equals(gave)) {
                    found.add(new Violation("R6", pair.givesWay(), at, kept + " holds " + pair.keeps() + " too"));
                }
            }
        }
        return found;
    }
}
