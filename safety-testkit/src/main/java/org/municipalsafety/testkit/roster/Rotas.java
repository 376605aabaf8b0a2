/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Override;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Swap;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.testkit.time.Zones;
import org.threeten.extra.Interval;

/**
 * Rotas for generated tests.
 *
 * <p>Handovers, windows and versions are aimed at a change of the clock: random ones would meet one in few tries. What
 * fails shrinks towards one version with one layer and one person in UTC.
 *
 * <pre>{@code
 * Arbitrary<RotaCase> cases = Rotas.cases(); // in a method that jqwik is told to take values from
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 */
public final class Rotas {

    private static final List<String> PERSONS = List.of("ek", "gran", "alm", "lind", "asp");
    private static final List<String> GROUPS = List.of("vast", "ost");
    private static final List<String> QUALIFICATIONS = List.of("tib", "kran");

    private Rotas() {}

    /** A change of the clock, whether the rota has groups, and whether its positions require qualifications. */
    private record Aim(Zones.Moment change, boolean grouped, boolean qualified) {}

    /**
     * Rotas with two positions, and the six days around a change of the clock. A third of them have groups, a third
     * qualifications.
     *
     * @return the cases
     */
    public static Arbitrary<RotaCase> cases() {
        return Combinators.combine(
                        Zones.changes(), Arbitraries.of(false, false, true), Arbitraries.of(false, false, true))
                .as(Aim::new)
                .flatMap(Rotas::around)
                .withoutEdgeCases();
    }

    private static Arbitrary<RotaCase> around(Aim aim) {
        Interval around = Interval.of(
                aim.change.at().minus(Duration.ofDays(3)), aim.change.at().plus(Duration.ofDays(3)));
        Arbitrary<Interval> near = Combinators.combine(ints(0, 6 * 1440), ints(1, 2000))
                .as((start, length) ->
                        Interval.of(around.getStart().plusSeconds(60L * start), Duration.ofMinutes(length)));
        return Combinators.combine(
                        ints(0, 60_000),
                        versions(aim),
                        ints(0, 20_000).list().ofSize(3),
                        Arbitraries.of(true, false),
                        overrides(near),
                        swaps(near),
                        absences(near),
                        qualifications(aim, near))
                .as((before, versions, steps, distinct, overrides, swaps, absences, qualifications) -> {
                    Rota.Builder builder = Rota.builder("r", aim.change.zone());
                    Instant from =
                            aim.change.at().minus(Duration.ofMinutes(before)).truncatedTo(ChronoUnit.MINUTES);
                    for (int i = 0; i < versions.size(); i++) {
                        RotaVersion version = versions.get(i);
                        builder.version(new RotaVersion(from, version.phase(), version.positions(), version.groups()));
                        from = from.plus(Duration.ofMinutes(steps.get(i) + 1L));
                    }
                    if (distinct) {
                        builder.distinct("TIB", "BACKUP");
                    }
                    overrides.forEach(builder::override);
                    swaps.forEach(builder::swap);
                    Set<String> known = builder.build().persons();
                    absences.stream()
                            .filter(absence -> known.contains(absence.person()))
                            .forEach(builder::absence);
                    qualifications.stream()
                            .filter(one -> known.contains(one.person()))
                            .forEach(builder::qualification);
                    return new RotaCase(builder.build(), around);
                });
    }

    private static Arbitrary<List<RotaVersion>> versions(Aim aim) {
        Arbitrary<RotaVersion> version = Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(3, RotaVersion.Phase.KEEP), Tuple.of(1, RotaVersion.Phase.RESTART)),
                        position("TIB", aim),
                        position("BACKUP", aim),
                        Combinators.combine(GROUPS.stream().map(Rotas::group).toList())
                                .as(groups -> groups))
                .as((phase, tib, backup, groups) -> {
                    List<Position> positions = List.of(tib, backup);
                    return new RotaVersion(aim.change.at(), phase, positions, named(groups, positions));
                });
        return version.list().ofMinSize(1).ofMaxSize(3);
    }

    private static Arbitrary<Group> group(String id) {
        return persons().list().ofMinSize(1).ofMaxSize(3).uniqueElements().map(list -> new Group(id, list));
    }

    /** A version declares the groups that it names. */
    private static List<Group> named(List<Group> groups, List<Position> positions) {
        Set<String> named = new HashSet<>();
        for (Position position : positions) {
            for (Layer layer : position.layers()) {
                named.addAll(layer.rotation().members());
                named.addAll(layer.substitution().persons());
            }
        }
        return groups.stream().filter(group -> named.contains(group.id())).toList();
    }

    private static Arbitrary<List<Qualification>> qualifications(Aim aim, Arbitrary<Interval> near) {
        if (!aim.qualified) {
            return Arbitraries.just(List.of());
        }
        // Many are valid from of old, and some without an end: else nobody could be on duty.
        return Combinators.combine(
                        persons(), Arbitraries.of(QUALIFICATIONS), near, ints(0, 12), Arbitraries.of(true, false))
                .as((person, id, interval, daysBefore, ends) -> new Qualification(
                        person,
                        id,
                        interval.getStart().minus(Duration.ofDays(daysBefore)),
                        ends ? interval.getEnd() : null))
                .list()
                .ofMaxSize(15);
    }

    private static Arbitrary<Position> position(String id, Aim aim) {
        Arbitrary<List<Layer>> layers = layer(aim).list().ofMaxSize(3).map(list -> {
            List<Layer> named = new ArrayList<>();
            for (Layer layer : list) {
                named.add(new Layer(
                        "lager" + (named.size() + 1), layer.rotation(), layer.window(), layer.substitution()));
            }
            return named;
        });
        Arbitrary<List<String>> requires = aim.qualified
                ? Arbitraries.of(List.of(), QUALIFICATIONS.subList(0, 1), QUALIFICATIONS)
                : Arbitraries.just(List.of());
        return Combinators.combine(layers, windows(aim), requires)
                .as((list, required, qualifications) ->
                        new Position(id, LocalizedText.of(id, id), list, required, qualifications));
    }

    private static Arbitrary<Layer> layer(Aim aim) {
        return Combinators.combine(
                        turns(),
                        members(aim).list().ofMinSize(1).ofMaxSize(4),
                        ints(0, 40),
                        windows(aim),
                        substitutions(aim))
                .as((turns, members, days, window, substitution) -> new Layer(
                        "x", new Rotation(aim.change.local().minusDays(days), turns, members), window, substitution));
    }

    private static Arbitrary<Turns> turns() {
        return Arbitraries.oneOf(
                ints(1, 3).map(days -> (Turns) new Turns.Days(days)),
                Arbitraries.just(new Turns.Weeks(1)).map(weeks -> (Turns) weeks),
                Arbitraries.just(new Turns.Months(1)).map(months -> (Turns) months),
                ints(1, 200)
                        .map(quarters -> Duration.ofMinutes(15L * quarters))
                        .list()
                        .ofMinSize(2)
                        .ofMaxSize(3)
                        .map(cycle -> (Turns) new Turns.Cycle(cycle)),
                ints(1, 30).map(halves -> (Turns) new Turns.Elapsed(Duration.ofMinutes(30L * halves))));
    }

    private static Arbitrary<Window> windows(Aim aim) {
        int aimed = aim.change.local().getHour() * 60 + aim.change.local().getMinute();
        Arbitrary<Window.Hours> hours = Combinators.combine(
                        Arbitraries.of(DayOfWeek.values()).set().ofMinSize(1),
                        Arbitraries.oneOf(Arbitraries.just(aimed), ints(0, 95).map(quarter -> quarter * 15)),
                        ints(1, 96),
                        Arbitraries.of(0, 0, 0, 0, 0, 1, 2))
                .as((days, start, quarters, red) -> new Window.Hours(
                        // Each Sunday is red: without another day the window would never open.
                        red == 2 && days.equals(Set.of(DayOfWeek.SUNDAY))
                                ? EnumSet.of(DayOfWeek.SATURDAY)
                                : EnumSet.copyOf(days),
                        red == 1 ? Set.of(DayClass.RED_DAY) : Set.of(),
                        red == 2 ? Set.of(DayClass.RED_DAY) : Set.of(),
                        new DaySpan(start, Math.min(2880, start + 15 * quarters))));
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Window.ALWAYS)),
                Tuple.of(1, hours.list().ofMinSize(1).ofMaxSize(2).map(Window::new)));
    }

    private static Arbitrary<Substitution> substitutions(Aim aim) {
        return Arbitraries.oneOf(
                Arbitraries.of(Substitution.NEXT_IN_TURN, Substitution.LOWER_LAYER, Substitution.GAP),
                members(aim)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(2)
                        .map(list -> new Substitution(Substitution.Policy.SUBSTITUTES, list)));
    }

    private static Arbitrary<List<Override>> overrides(Arbitrary<Interval> near) {
        // The order of decisions is not that of the list.
        Arbitrary<Override> one = Combinators.combine(
                        near, Arbitraries.of("TIB", "BACKUP"), persons().optional(0.8), ints(0, 1_000_000))
                .as((interval, position, person, decided) -> new Override(
                        "o", position, interval, person.orElse(null), Instant.EPOCH.plusSeconds(decided), "Stab"));
        return one.list().ofMaxSize(4).map(list -> {
            List<Override> named = new ArrayList<>();
            for (Override override : list) {
                named.add(new Override(
                        "o" + named.size(),
                        override.position(),
                        override.interval(),
                        override.person(),
                        override.decidedAt().plusNanos(named.size()),
                        override.decidedBy()));
            }
            return named;
        });
    }

    private static Arbitrary<List<Swap>> swaps(Arbitrary<Interval> near) {
        Arbitrary<Swap.Half> half = Combinators.combine(Arbitraries.of("TIB", "BACKUP"), near, persons())
                .as(Swap.Half::new);
        return Combinators.combine(half, half, ints(0, 1_000_000), ints(0, 2)).as((first, second, decided, kept) -> {
            boolean apart = !first.position().equals(second.position())
                    || !first.interval().overlaps(second.interval());
            return kept > 0 || !apart || first.holder().equals(second.holder())
                    ? List.of()
                    : List.of(new Swap(
                            "byte",
                            first,
                            second,
                            Instant.EPOCH.plusSeconds(decided).plusNanos(100),
                            "Stab"));
        });
    }

    private static Arbitrary<List<Absence>> absences(Arbitrary<Interval> near) {
        return Combinators.combine(persons(), near).as(Absence::new).list().ofMaxSize(5);
    }

    /** Persons, and groups if the rota has some. */
    private static Arbitrary<String> members(Aim aim) {
        return aim.grouped
                ? Arbitraries.frequencyOf(Tuple.of(3, persons()), Tuple.of(2, Arbitraries.of(GROUPS)))
                : persons();
    }

    private static Arbitrary<String> persons() {
        return Arbitraries.of(PERSONS);
    }

    private static Arbitrary<Integer> ints(int least, int most) {
        return Arbitraries.integers().between(least, most).withoutEdgeCases();
    }

    /**
     * The change of the clock that lies within a case, if one does.
     *
     * @param given the case
     * @return the change
     */
    public static Optional<ZoneOffsetTransition> change(RotaCase given) {
        ZoneOffsetTransition next =
                given.rota().zone().getRules().nextTransition(given.around().getStart());
        return next != null && given.around().contains(next.getInstant()) ? Optional.of(next) : Optional.empty();
    }
}
