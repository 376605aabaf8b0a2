/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Swap;
import org.municipalsafety.roster.plan.Takeover;
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
 * @Provide
 * Arbitrary<RotaCase> cases() {
 *     return Rotas.cases();
 * }
 *
 * @Provide
 * Arbitrary<List<Absence>> absences() { // what may happen to a rota of one's own
 *     return Rotas.absences(rota.plan().persons(), year);
 * }
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 */
public final class Rotas {

    private static final List<String> PERSONS = List.of("ek", "gran", "alm", "lind", "asp");
    private static final List<String> GROUPS = List.of("vast", "ost");
    private static final List<String> QUALIFICATIONS = List.of("tib", "kran");

    private Rotas() {}

    private static final List<String> SEATS = List.of("TIB", "BACKUP", "KOM");

    /** A change of the clock, how many positions, whether there are groups, and whether positions require something. */
    private record Aim(Zones.Moment change, int positions, boolean grouped, boolean qualified) {
        List<String> seats() {
            return SEATS.subList(0, positions);
        }
    }

    /**
     * Rotas with two positions, or three, and the six days around a change of the clock. A third of them have groups, a
     * third qualifications; half have positions that are distinct.
     *
     * @return the cases
     */
    public static Arbitrary<RotaCase> cases() {
        return Combinators.combine(
                        Zones.changes(),
                        Arbitraries.of(2, 2, 2, 3),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(false, false, true))
                .as(Aim::new)
                .flatMap(Rotas::around)
                .withoutEdgeCases();
    }

    private static Arbitrary<RotaCase> around(Aim aim) {
        Interval around = Interval.of(
                aim.change.at().minus(Duration.ofDays(3)), aim.change.at().plus(Duration.ofDays(3)));
        Arbitrary<Interval> near = stretches(around);
        return Combinators.combine(
                        ints(0, 60_000),
                        versions(aim),
                        ints(0, 20_000).list().ofSize(3),
                        Arbitraries.of(true, false),
                        Combinators.combine(
                                        overrides(aim.seats(), PERSONS, around),
                                        swaps(aim.seats(), near),
                                        takeovers(aim.seats(), near))
                                .as(Decisions::new),
                        absences(PERSONS, around),
                        qualifications(aim, near))
                .as((before, versions, steps, distinct, decisions, absences, qualifications) -> {
                    RotaPlan.Builder builder = RotaPlan.builder("r", aim.change.zone());
                    Instant from =
                            aim.change.at().minus(Duration.ofMinutes(before)).truncatedTo(ChronoUnit.MINUTES);
                    for (int i = 0; i < versions.size(); i++) {
                        RotaVersion version = versions.get(i);
                        builder.version(new RotaVersion(from, version.phase(), version.positions(), version.groups()));
                        from = from.plus(Duration.ofMinutes(steps.get(i) + 1L));
                    }
                    if (distinct) {
                        // Each gives way to all before it.
                        for (int i = 1; i < aim.positions; i++) {
                            for (int j = 0; j < i; j++) {
                                builder.distinct(SEATS.get(j), SEATS.get(i));
                            }
                        }
                    }
                    decisions.overrides.forEach(builder::decision);
                    decisions.swaps.forEach(builder::swap);
                    decisions.takeovers.stream()
                            .filter(takeover -> hasTurns(versions, takeover))
                            .forEach(builder::decision);
                    Set<String> known = builder.build().persons();
                    absences.stream()
                            .filter(absence -> known.contains(absence.person()))
                            .forEach(builder::absence);
                    qualifications.stream()
                            .filter(one -> known.contains(one.person()))
                            .forEach(builder::qualification);
                    return new RotaCase(Rota.of(builder.build()), around);
                });
    }

    private record Decisions(List<SeatOverride> overrides, List<Swap> swaps, List<Takeover> takeovers) {}

    private static boolean hasTurns(List<RotaVersion> versions, Takeover takeover) {
        return versions.stream()
                .anyMatch(version -> version.positions().stream()
                        .filter(position -> position.id().equals(takeover.position()))
                        .flatMap(position -> position.layers().stream())
                        .flatMap(layer -> layer.rotation().members().stream())
                        .anyMatch(member -> version.personsOf(member).contains(takeover.turnsOf())));
    }

    /**
     * One to three versions of a rota with the positions TIB and BACKUP: the same layers with other people, turns or
     * windows, the phase kept or restarted, some with groups. A rota takes them in this order, each later than the one
     * before; their own starts are all alike.
     *
     * @param change where handovers and windows are aimed at
     * @return the versions
     */
    public static Arbitrary<List<RotaVersion>> versions(Zones.Moment change) {
        return Arbitraries.of(false, false, true).flatMap(grouped -> versions(new Aim(change, 2, grouped, false)));
    }

    private static Arbitrary<List<RotaVersion>> versions(Aim aim) {
        Arbitrary<RotaVersion> version = Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(3, RotaVersion.Phase.KEEP), Tuple.of(1, RotaVersion.Phase.RESTART)),
                        Combinators.combine(aim.seats().stream()
                                        .map(id -> position(id, aim))
                                        .toList())
                                .as(positions -> positions),
                        Combinators.combine(GROUPS.stream().map(Rotas::group).toList())
                                .as(groups -> groups))
                .as((phase, positions, groups) ->
                        new RotaVersion(aim.change.at(), phase, positions, named(groups, positions)));
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
                        ends ? Optional.of(interval.getEnd()) : Optional.empty()))
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
        return Combinators.combine(layers, windows(aim.change), requires)
                .as((list, required, qualifications) ->
                        new Position(id, LocalizedText.of(id, id), list, required, qualifications));
    }

    private static Arbitrary<Layer> layer(Aim aim) {
        return Combinators.combine(
                        turns(),
                        members(aim).list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.frequencyOf(Tuple.of(6, ints(0, 40)), Tuple.of(1, ints(41, 400))),
                        windows(aim.change),
                        substitutions(aim),
                        Arbitraries.frequency(
                                Tuple.of(3, Rotation.Counting.CALENDAR), Tuple.of(1, Rotation.Counting.COVERED)))
                .as((turns, members, days, window, substitution, counting) -> {
                    // Who reads plainly walks from turn to turn: many short ones take long.
                    boolean hours = turns.average().compareTo(Duration.ofDays(1)) < 0;
                    boolean minutes = turns.average().compareTo(Duration.ofHours(1)) < 0;
                    LocalDateTime anchor = aim.change.local().minusDays(hours ? days % 41 : days);
                    return new Layer(
                            "x",
                            new Rotation(anchor, turns, members, minutes ? Rotation.Counting.CALENDAR : counting),
                            window,
                            substitution);
                });
    }

    /**
     * Lengths of turns of every kind: days, weeks, months, cycles, elapsed hours.
     *
     * @return the lengths
     */
    public static Arbitrary<Turns> turns() {
        return Arbitraries.oneOf(
                Arbitraries.of(1, 1, 1, 2, 3).map(days -> (Turns) new Turns.Days(days)),
                ints(1, 2).map(weeks -> (Turns) new Turns.Weeks(weeks)),
                Combinators.combine(ints(1, 2), Arbitraries.of(Turns.MonthEnd.values()))
                        .as((months, end) -> (Turns) new Turns.Months(months, end)),
                ints(1, 200)
                        .map(quarters -> Duration.ofMinutes(15L * quarters))
                        .list()
                        .ofMinSize(2)
                        .ofMaxSize(3)
                        .map(cycle -> (Turns) new Turns.Cycle(cycle)),
                ints(1, 30).map(halves -> (Turns) new Turns.Elapsed(Duration.ofMinutes(30L * halves))));
    }

    /**
     * Windows: always, or one or two spans on some days, some past midnight, some with or without red days, some that
     * begin at the time aimed at.
     *
     * @param change a time of the day to begin at
     * @return the windows
     */
    public static Arbitrary<Window> windows(Zones.Moment change) {
        int aimed = change.local().getHour() * 60 + change.local().getMinute();
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

    /**
     * Up to four overrides, some of which leave the position empty. They may overlap; the order in which they were
     * decided is not that of the list.
     *
     * @param positions the ids of the positions
     * @param persons the ids of the persons
     * @param around when; each begins in it, on a whole minute
     * @return the overrides, {@code o0} to {@code o3}
     */
    public static Arbitrary<List<SeatOverride>> overrides(
            Collection<String> positions, Collection<String> persons, Interval around) {
        Arbitrary<SeatOverride> one = Combinators.combine(
                        stretches(around),
                        Arbitraries.of(positions),
                        Arbitraries.of(persons).optional(0.8),
                        ints(0, 1_000_000))
                .as((interval, position, person, decided) ->
                        new SeatOverride("o", position, interval, person, Instant.EPOCH.plusSeconds(decided), "Stab"));
        return one.list().ofMaxSize(4).map(list -> {
            List<SeatOverride> named = new ArrayList<>();
            for (SeatOverride override : list) {
                named.add(new SeatOverride(
                        "o" + named.size(),
                        override.position(),
                        override.interval(),
                        override.holder(),
                        override.decidedAt().plusNanos(named.size()),
                        override.decidedBy()));
            }
            return named;
        });
    }

    private static Arbitrary<List<Takeover>> takeovers(List<String> positions, Arbitrary<Interval> near) {
        return Combinators.combine(
                        Arbitraries.of(positions), near, persons(), persons(), ints(0, 9), ints(0, 1_000_000))
                .as((position, interval, turnsOf, person, days, decided) -> turnsOf.equals(person)
                        ? List.<Takeover>of()
                        : List.of(new Takeover(
                                "over",
                                position,
                                Interval.of(interval.getStart().minus(Duration.ofDays(days)), interval.getEnd()),
                                turnsOf,
                                person,
                                Instant.EPOCH.plusSeconds(decided),
                                "Stab")))
                .list()
                .ofMaxSize(2)
                .map(lists -> {
                    List<Takeover> named = new ArrayList<>();
                    for (Takeover takeover :
                            lists.stream().flatMap(List::stream).toList()) {
                        named.add(new Takeover(
                                "over" + named.size(),
                                takeover.position(),
                                takeover.interval(),
                                takeover.turnsOf(),
                                takeover.person(),
                                takeover.decidedAt().plusNanos(named.size()),
                                takeover.decidedBy()));
                    }
                    return named;
                });
    }

    private static Arbitrary<List<Swap>> swaps(List<String> positions, Arbitrary<Interval> near) {
        Arbitrary<Swap.Side> half =
                Combinators.combine(Arbitraries.of(positions), near, persons()).as(Swap.Side::new);
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

    /**
     * Up to five absences, some of one person, some overlapping.
     *
     * @param persons the ids of the persons
     * @param around when; each begins in it, on a whole minute
     * @return the absences
     */
    public static Arbitrary<List<Absence>> absences(Collection<String> persons, Interval around) {
        return Combinators.combine(Arbitraries.of(persons), stretches(around))
                .as(Absence::new)
                .list()
                .ofMaxSize(5);
    }

    /**
     * Instants near which something may change: the boundaries of the roster and of the plan, a nanosecond before each,
     * some between.
     *
     * @param given the rota and where to look
     * @return the instants, all of them in the case's interval
     */
    public static Arbitrary<Instant> instants(RotaCase given) {
        Set<Instant> all = new TreeSet<>();
        for (String position : given.rota().plan().positions()) {
            all.addAll(Looking.instants(given, Resolver.LIBRARY.over(given.rota(), position, given.around())));
        }
        return Arbitraries.of(all);
    }

    /** From one minute to a day and a half, begun on a minute of the interval. */
    private static Arbitrary<Interval> stretches(Interval around) {
        int minutes = (int) Math.min(Integer.MAX_VALUE, around.toDuration().toMinutes());
        return Combinators.combine(ints(0, minutes), ints(1, 2000))
                .as((start, length) ->
                        Interval.of(around.getStart().plusSeconds(60L * start), Duration.ofMinutes(length)));
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
        ZoneOffsetTransition next = given.rota()
                .plan()
                .zone()
                .getRules()
                .nextTransition(given.around().getStart());
        return next != null && given.around().contains(next.getInstant()) ? Optional.of(next) : Optional.empty();
    }
}
