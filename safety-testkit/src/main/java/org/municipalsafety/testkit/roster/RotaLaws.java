/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Distinct;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Override;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Swap;
import org.municipalsafety.roster.plan.Takeover;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.testkit.Violation;
import org.municipalsafety.testkit.roster.Resolver.Slot;
import org.threeten.extra.Interval;

/**
 * The laws that every resolver of rotas keeps, as plain functions: a resolver and a case in, violations out.
 *
 * <p>Who is on duty is compared with a reading of the plan that shares no code with the library: it counts turns one
 * after the other and looks at the valid offsets of a local time, at each boundary, the nanosecond before it and
 * between.
 *
 * <p>Stateless and thread-safe.
 */
public final class RotaLaws {

    /** A law. */
    @FunctionalInterface
    public interface Law {

        /**
         * Looks for violations.
         *
         * @param resolver what is tested
         * @param given the rota and where to look
         * @return the violations, none if the law is kept
         */
        List<Violation> check(Resolver resolver, RotaCase given);
    }

    private RotaLaws() {}

    /**
     * All laws by name, each beginning with the number of its rule.
     *
     * @return the laws
     */
    public static Map<String, Law> all() {
        Map<String, Law> laws = new LinkedHashMap<>();
        laws.put("R8_segmentsPartitionTheInterval", RotaLaws::partition);
        laws.put("R7_pointEqualsInterval", RotaLaws::pointEqualsInterval);
        laws.put("R7_aPartIsTheWholeClipped", RotaLaws::partOfTheWhole);
        laws.put("R3_equalsThePlainReading", RotaLaws::plainReading);
        laws.put("R2_nothingBeforeTheFirstVersion", RotaLaws::notInEffect);
        laws.put("R4_nobodyAbsentIsOnDutyWithoutADecision", RotaLaws::absent);
        laws.put("R4_nobodyUnqualifiedIsOnDutyWithoutADecision", RotaLaws::unqualified);
        laws.put("R6_distinctPositionsDiffer", RotaLaws::distinct);
        laws.put("R1_aLaterVersionChangesNothingBefore", RotaLaws::laterVersion);
        laws.put("R3_aDecisionChangesNothingOutsideIt", RotaLaws::decisionIsLocal);
        return laws;
    }

    /**
     * Checks all laws.
     *
     * @param resolver what is tested
     * @param given the rota and where to look
     * @return the violations of all laws
     */
    public static List<Violation> check(Resolver resolver, RotaCase given) {
        List<Violation> found = new ArrayList<>();
        all().values().forEach(law -> found.addAll(law.check(resolver, given)));
        return found;
    }

    /**
     * R8 and T1: ordered, disjoint, without seams, neighbours differ.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> partition(Resolver resolver, RotaCase given) {
        List<Violation> found = new ArrayList<>();
        for (String position : given.rota().positions()) {
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
        for (String position : given.rota().positions()) {
            List<Slot> slots = resolver.over(given.rota(), position, given.around());
            for (Instant at : instants(given, slots)) {
                Slot point = resolver.at(given.rota(), position, at);
                Slot slot = slotAt(slots, at);
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
        for (String position : given.rota().positions()) {
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
     * R3, R4, R11, T2 and T3: who is on duty, by a plain reading of the plan.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> plainReading(Resolver resolver, RotaCase given) {
        List<Violation> found = new ArrayList<>();
        PlainReading plain = new PlainReading(given.rota());
        for (String position : given.rota().positions()) {
            List<Slot> slots = resolver.over(given.rota(), position, given.around());
            for (Instant at : instants(given, slots)) {
                String expected = plain.at(position, at);
                Slot slot = slotAt(slots, at);
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
        Instant first = given.rota().versions().get(0).effectiveFrom();
        for (String position : given.rota().positions()) {
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
        for (String position : rota.positions()) {
            List<Slot> slots = resolver.over(rota, position, given.around());
            for (Instant at : instants(given, slots)) {
                String who = resolver.at(rota, position, at).holder();
                boolean away = any(
                        rota.absences(),
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
        if (rota.versions().stream()
                .allMatch(version -> version.positions().stream()
                        .allMatch(position -> position.requires().isEmpty()))) {
            return found;
        }
        for (String position : rota.positions()) {
            List<Slot> slots = resolver.over(rota, position, given.around());
            for (Instant at : instants(given, slots)) {
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
        for (RotaVersion version : rota.versions()) {
            if (!version.effectiveFrom().isAfter(at)) {
                qualified = version.positions().stream()
                        .allMatch(seat -> !seat.id().equals(position) || PlainReading.qualified(rota, seat, who, at));
            }
        }
        return qualified;
    }

    private static boolean decided(Rota rota, String position, String who, Instant at) {
        return any(
                        rota.overrides(),
                        override -> override.position().equals(position)
                                && override.interval().contains(at)
                                && who.equals(override.person()))
                || any(
                        rota.swaps(),
                        swap -> any(
                                swap.halves(),
                                half -> half.position().equals(position)
                                        && half.interval().contains(at)
                                        && who.equals(half.holder())))
                || any(
                        rota.takeovers(),
                        takeover -> takeover.position().equals(position)
                                && takeover.interval().contains(at)
                                && who.equals(takeover.person()));
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
        for (Distinct pair : given.rota().distinct()) {
            List<Slot> slots = resolver.over(given.rota(), pair.givesWay(), given.around());
            for (Instant at : instants(given, slots)) {
                String kept = resolver.at(given.rota(), pair.keeps(), at).holder();
                String gave = resolver.at(given.rota(), pair.givesWay(), at).holder();
                if (!kept.isEmpty() && kept.equals(gave)) {
                    found.add(new Violation("R6", pair.givesWay(), at, kept + " holds " + pair.keeps() + " too"));
                }
            }
        }
        return found;
    }

    /**
     * R1: a version that begins when the interval ends changes nothing in it.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> laterVersion(Resolver resolver, RotaCase given) {
        RotaVersion last = given.rota().versions().get(given.rota().versions().size() - 1);
        Instant start = last.effectiveFrom().isBefore(given.around().getEnd())
                ? given.around().getEnd()
                : last.effectiveFrom().plusSeconds(1);
        RotaVersion fresh = new RotaVersion(start, RotaVersion.Phase.RESTART, last.positions(), last.groups())
                .withPositions(List.of(last.positions().get(0)));
        return unchanged(
                "R1", resolver, given, given.rota().toBuilder().version(fresh).build());
    }

    /**
     * R3: a decision changes nothing outside its interval.
     *
     * @param resolver what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> decisionIsLocal(Resolver resolver, RotaCase given) {
        Instant end = given.around().getEnd();
        Instant latest = Instant.EPOCH;
        for (Override override : given.rota().overrides()) {
            latest = override.decidedAt().isAfter(latest) ? override.decidedAt() : latest;
        }
        for (Swap swap : given.rota().swaps()) {
            latest = swap.decidedAt().isAfter(latest) ? swap.decidedAt() : latest;
        }
        Rota.Builder builder = given.rota().toBuilder();
        for (String position : given.rota().positions()) {
            builder.override(new Override(
                    "law-" + position,
                    position,
                    Interval.of(end, Duration.ofDays(1)),
                    "law-" + position,
                    latest.plusSeconds(1),
                    "Law"));
        }
        return unchanged("R3", resolver, given, builder.build());
    }

    private static List<Violation> unchanged(String law, Resolver resolver, RotaCase given, Rota changed) {
        List<Violation> found = new ArrayList<>();
        for (String position : given.rota().positions()) {
            List<Slot> before = resolver.over(given.rota(), position, given.around());
            List<Slot> after = resolver.over(changed, position, given.around());
            if (!before.equals(after)) {
                found.add(
                        new Violation(law, position, given.around().getStart(), "was " + before + ", became " + after));
            }
        }
        return found;
    }

    // Where to look

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
        for (RotaVersion version : rota.versions()) {
            edges.add(version.effectiveFrom());
            for (Position position : version.positions()) {
                for (Layer layer : position.layers()) {
                    LocalDate day = LocalDate.ofInstant(around.getStart(), rota.zone());
                    for (int i = 0; i < 9; i++) {
                        edges.add(PlainReading.first(
                                day.plusDays(i).atTime(layer.rotation().anchor().toLocalTime()), rota.zone()));
                    }
                }
            }
        }
        for (Override override : rota.overrides()) {
            edges.add(override.interval().getStart());
            edges.add(override.interval().getEnd());
        }
        for (Qualification one : rota.qualifications()) {
            edges.add(one.from());
            one.expires().ifPresent(edges::add);
        }
        for (Swap swap : rota.swaps()) {
            for (Swap.Half half : swap.halves()) {
                edges.add(half.interval().getStart());
                edges.add(half.interval().getEnd());
            }
        }
        for (Takeover takeover : rota.takeovers()) {
            edges.add(takeover.interval().getStart());
            edges.add(takeover.interval().getEnd());
        }
        for (Absence absence : rota.absences()) {
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

    private static @Nullable Slot slotAt(List<Slot> slots, Instant at) {
        for (Slot slot : slots) {
            if (slot.interval().contains(at)) {
                return slot;
            }
        }
        return null;
    }

    private static <T> boolean any(List<T> all, Predicate<T> test) {
        return all.stream().anyMatch(test);
    }
}
