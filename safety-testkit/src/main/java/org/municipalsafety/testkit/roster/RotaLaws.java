/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Decision;
import org.municipalsafety.roster.plan.Distinct;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Swap;
import org.municipalsafety.roster.plan.SwapHalf;
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
        laws.put("R7_cutAndJoinedIsTheWhole", RotaLaws::cutAndJoined);
        laws.put("R3_aDecisionChangesNothingOutsideIt", RotaLaws::decisionIsLocal);
        laws.put("R3_aDecisionThatRepeatsThePlanChangesNobody", RotaLaws::repeatedDecision);
        laws.put("R3_theOrderOfTheListsDecidesNothing", RotaLaws::orderOfLists);
        laws.put("R3_otherNamesAreTheSameRota", RotaLaws::otherNames);
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
            for (Instant at : instants(given, slots)) {
                String who = resolver.at(rota, position, at).holder();
                boolean away = any(
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
        for (RotaVersion version : rota.plan().versions()) {
            if (!version.effectiveFrom().isAfter(at)) {
                qualified = version.positions().stream()
                        .allMatch(seat -> !seat.id().equals(position) || PlainRota.qualified(rota, seat, who, at));
            }
        }
        return qualified;
    }

    private static boolean decided(Rota rota, String position, String who, Instant at) {
        return any(
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
        return sameDuties("R3", resolver, given, rebuilt(given.rota(), true, who -> who), who -> who);
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
                : sameDuties("R3", resolver, given, rebuilt(given.rota(), false, renamed), renamed);
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

    private static Rota rebuilt(Rota rota, boolean reversed, UnaryOperator<String> id) {
        RotaPlan plan = rota.plan();
        RotaPlan.Builder builder = RotaPlan.builder(plan.id(), plan.zone());
        plan.versions().forEach(version -> builder.version(renamed(version, id)));
        ordered(plan.distinct(), reversed).forEach(builder::distinct);
        ordered(plan.absences(), reversed)
                .forEach(absence -> builder.absence(new Absence(id.apply(absence.person()), absence.interval())));
        ordered(plan.decisions(), reversed).forEach(decision -> builder.decision(renamed(decision, id)));
        ordered(plan.qualifications(), reversed)
                .forEach(one -> builder.qualification(
                        new Qualification(id.apply(one.person()), one.qualification(), one.from(), one.until())));
        return Rota.of(builder.build(), rota.calendar());
    }

    private static Decision renamed(Decision decision, UnaryOperator<String> id) {
        if (decision instanceof SwapHalf half) {
            Swap swap = half.swap();
            Swap renamed = new Swap(
                    swap.id(),
                    renamed(swap.first(), id),
                    renamed(swap.second(), id),
                    swap.decidedAt(),
                    swap.decidedBy());
            return renamed.halves().get(half.equals(swap.halves().get(0)) ? 0 : 1);
        }
        if (decision instanceof Takeover takeover) {
            return new Takeover(
                    takeover.id(),
                    takeover.position(),
                    takeover.interval(),
                    id.apply(takeover.turnsOf()),
                    id.apply(takeover.person()),
                    takeover.decidedAt(),
                    takeover.decidedBy());
        }
        SeatOverride override = (SeatOverride) decision;
        return new SeatOverride(
                override.id(),
                override.position(),
                override.interval(),
                override.holder().map(id),
                override.decidedAt(),
                override.decidedBy());
    }

    private static Swap.Side renamed(Swap.Side half, UnaryOperator<String> id) {
        return new Swap.Side(half.position(), half.interval(), id.apply(half.holder()));
    }

    private static RotaVersion renamed(RotaVersion version, UnaryOperator<String> id) {
        List<Position> positions = new ArrayList<>();
        for (Position position : version.positions()) {
            List<Layer> layers = new ArrayList<>();
            for (Layer layer : position.layers()) {
                Rotation rotation = layer.rotation();
                Substitution substitution = layer.substitution();
                layers.add(new Layer(
                        layer.id(),
                        new Rotation(
                                rotation.anchor(),
                                rotation.turns(),
                                rotation.members().stream().map(id).toList(),
                                rotation.counting()),
                        layer.window(),
                        new Substitution(
                                substitution.policy(),
                                substitution.persons().stream().map(id).toList(),
                                substitution.owed())));
            }
            positions.add(
                    new Position(position.id(), position.name(), layers, position.required(), position.requires()));
        }
        List<Group> groups = version.groups().stream()
                .map(group ->
                        new Group(group.id(), group.persons().stream().map(id).toList()))
                .toList();
        return new RotaVersion(version.effectiveFrom(), version.phase(), positions, groups);
    }

    private static <T> List<T> ordered(List<T> list, boolean reversed) {
        List<T> copy = new ArrayList<>(list);
        if (reversed) {
            Collections.reverse(copy);
        }
        return copy;
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
        for (RotaVersion version : rota.plan().versions()) {
            edges.add(version.effectiveFrom());
            for (Position position : version.positions()) {
                for (Layer layer : position.layers()) {
                    LocalDate day =
                            LocalDate.ofInstant(around.getStart(), rota.plan().zone());
                    for (int i = 0; i < 9; i++) {
                        edges.add(PlainRota.first(
                                day.plusDays(i).atTime(layer.rotation().anchor().toLocalTime()),
                                rota.plan().zone()));
                    }
                }
            }
        }
        for (Decision decision : rota.plan().decisions()) {
            edges.add(decision.interval().getStart());
            edges.add(decision.interval().getEnd());
        }
        for (Qualification one : rota.plan().qualifications()) {
            edges.add(one.from());
            one.until().ifPresent(edges::add);
        }
        for (Absence absence : rota.plan().absences()) {
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
