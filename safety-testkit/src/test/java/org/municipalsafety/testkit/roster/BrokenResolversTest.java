/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.roster.plan.Absence;
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
import org.municipalsafety.roster.plan.Takeover;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.roster.resolution.RotaReason;
import org.threeten.extra.Interval;

/** Resolvers broken on purpose: the laws catch each of them. */
class BrokenResolversTest {

    /** By the same cases in each run: by others the hunt for the rarest may last minutes. */
    @Property(tries = 1, seed = "2026")
    void theLawsCatchEachOfThem() {
        Map<String, Resolver> free = broken();
        assertThat(free).hasSizeGreaterThanOrEqualTo(12);
        // The rarest is met once in 150 cases or so.
        Rotas.cases()
                .sampleStream()
                .limit(3_000)
                .takeWhile(given -> !free.isEmpty())
                .forEach(given -> free.values().removeIf(broken -> isCaught(broken, given)));
        assertThat(free.keySet()).as("not caught").isEmpty();
    }

    /** By the first law that complains; the others are not asked. */
    private static boolean isCaught(Resolver broken, RotaCase given) {
        return RotaLaws.all().values().stream()
                .anyMatch(law -> !law.check(broken, given).isEmpty());
    }

    private static Map<String, Resolver> broken() {
        Map<String, Resolver> all = new LinkedHashMap<>();
        all.put(
                "off by one turn",
                reads(rota -> members(rota, list -> {
                    List<String> turned = new ArrayList<>(list);
                    Collections.rotate(turned, 1);
                    return turned;
                })));
        all.put(
                "a day is 24 hours",
                reads(rota -> rotations(rota, rotation -> {
                    Turns turns = rotation.turns();
                    Turns drifting = turns instanceof Turns.Days days
                            ? new Turns.Elapsed(Duration.ofDays(days.days()))
                            : turns instanceof Turns.Weeks ? new Turns.Elapsed(Duration.ofDays(7)) : turns;
                    return new Rotation(rotation.anchor(), drifting, rotation.members(), rotation.counting());
                })));
        all.put("the zone is ignored", reads(rota -> changed(rota, parts -> parts.zone = ZoneId.of("UTC"))));
        all.put("an absent person is kept", reads(rota -> changed(rota, parts -> parts.absences = List.of())));
        all.put("decisions are ignored", reads(rota -> changed(rota, parts -> parts.overrides = List.of())));
        all.put("swaps are ignored", reads(rota -> changed(rota, parts -> parts.swaps = List.of())));
        all.put("takeovers are ignored", reads(rota -> changed(rota, parts -> parts.takeovers = List.of())));
        all.put(
                "a takeover fills the seat",
                reads(rota -> changed(rota, parts -> {
                    parts.takeovers = List.of();
                    parts.overrides = new ArrayList<>(rota.plan().decisions(SeatOverride.class));
                    rota.plan()
                            .decisions(Takeover.class)
                            .forEach(takeover -> parts.overrides.add(new SeatOverride(
                                    takeover.id(),
                                    takeover.position(),
                                    takeover.interval(),
                                    takeover.person(),
                                    takeover.decidedAt().plusNanos(10),
                                    takeover.decidedBy())));
                })));
        all.put(
                "half of a swap is ignored",
                reads(rota -> changed(rota, parts -> {
                    parts.swaps = List.of();
                    parts.overrides = new ArrayList<>(rota.plan().decisions(SeatOverride.class));
                    rota.plan().swaps().stream()
                            .map(swap -> swap.halves().get(0))
                            .forEach(half -> parts.overrides.add(new SeatOverride(
                                    half.id(),
                                    half.position(),
                                    half.interval(),
                                    half.holder(),
                                    half.decidedAt(),
                                    half.decidedBy())));
                })));
        all.put(
                "earlier decisions beat later ones",
                reads(rota -> decisions(
                        rota,
                        override -> moved(
                                override,
                                override.interval(),
                                Instant.EPOCH.minus(Duration.between(Instant.EPOCH, override.decidedAt()))))));
        all.put(
                "a decision holds its end",
                reads(rota -> decisions(
                        rota,
                        override -> moved(
                                override,
                                Interval.of(
                                        override.interval().getStart(),
                                        override.interval().getEnd().plusNanos(1)),
                                override.decidedAt()))));
        all.put("distinct positions are not", reads(rota -> changed(rota, parts -> parts.distinct = List.of())));
        all.put(
                "every version restarts",
                reads(rota -> versions(
                        rota,
                        version -> new RotaVersion(
                                version.effectiveFrom(),
                                RotaVersion.Phase.RESTART,
                                version.positions(),
                                version.groups()))));
        all.put(
                "empty turns are counted the other way",
                reads(rota -> rotations(
                        rota,
                        rotation -> new Rotation(
                                rotation.anchor(),
                                rotation.turns(),
                                rotation.members(),
                                rotation.counting() == Rotation.Counting.CALENDAR
                                                && rotation.turns().average().compareTo(Duration.ofHours(1)) >= 0
                                        ? Rotation.Counting.COVERED
                                        : Rotation.Counting.CALENDAR))));
        all.put("windows are ignored", reads(rota -> layers(rota, layer -> layer.withWindow(Window.ALWAYS))));
        all.put("gaps are intended", reads(rota -> positions(rota, position -> position.withRequired(Window.NEVER))));
        all.put(
                "layers upside down",
                reads(rota -> positions(rota, position -> {
                    List<Layer> turned = new ArrayList<>(position.layers());
                    Collections.reverse(turned);
                    return new Position(
                            position.id(), position.name(), turned, position.required(), position.requires());
                })));
        all.put(
                "substitutes are always next in turn",
                reads(rota -> layers(rota, layer -> layer.withSubstitution(Substitution.NEXT_IN_TURN))));
        all.put("one second without anybody at each handover", answers(slots -> {
            List<Resolver.Slot> seams = new ArrayList<>();
            for (Resolver.Slot slot : slots) {
                Instant end = slot.interval().getEnd().minusSeconds(1);
                if (end.isAfter(slot.interval().getStart())) {
                    seams.add(new Resolver.Slot(
                            Interval.of(slot.interval().getStart(), end), slot.holder(), slot.state(), slot.ground()));
                }
            }
            return seams;
        }));
        all.put("neighbours are not joined", answers(slots -> {
            List<Resolver.Slot> split = new ArrayList<>();
            for (Resolver.Slot slot : slots) {
                Instant middle = slot.interval()
                        .getStart()
                        .plus(slot.interval().toDuration().dividedBy(2));
                for (Interval half : List.of(
                        Interval.of(slot.interval().getStart(), middle),
                        Interval.of(middle, slot.interval().getEnd()))) {
                    split.add(new Resolver.Slot(half, slot.holder(), slot.state(), slot.ground()));
                }
            }
            return split;
        }));
        all.put("the rota is extrapolated to before its start", reads(rota -> {
            List<RotaVersion> earlier = new ArrayList<>(rota.plan().versions());
            RotaVersion first = earlier.get(0);
            earlier.set(
                    0,
                    new RotaVersion(
                            first.effectiveFrom().minus(Duration.ofDays(1)),
                            first.phase(),
                            first.positions(),
                            first.groups()));
            return changed(rota, parts -> parts.versions = earlier);
        }));
        all.put("the first of a group has all its turns", holders(BrokenResolversTest::firstOfTheGroup));
        all.put(
                "a group is its persons one after the other",
                reads(rota -> versions(
                        rota,
                        version -> version.withPositions(version.positions().stream()
                                .map(position -> changed(
                                        position,
                                        layer -> changed(
                                                layer,
                                                rotation -> members(
                                                        rotation,
                                                        list -> list.stream()
                                                                .flatMap(member -> version.personsOf(member).stream())
                                                                .toList()))))
                                .toList()))));
        all.put("groups begin anew with each version", reads(rota -> {
            List<RotaVersion> anew = new ArrayList<>();
            rota.plan().versions().forEach(version -> anew.add(renamed(version, "-" + anew.size())));
            return changed(rota, parts -> parts.versions = anew);
        }));
        all.put(
                "nobody of a group takes the turn of one who cannot",
                holders((rota, slot) -> reason(slot, RotaReason.TakesTheGroupsTurn.class)
                        .map(reason -> "")
                        .orElse(slot.holder())));
        all.put("qualifications are not asked for", reads(rota -> positions(rota, position -> position.requiring())));
        all.put(
                "a qualification never expires",
                reads(rota ->
                        qualifications(rota, one -> new Qualification(one.person(), one.qualification(), one.from()))));
        all.put(
                "a qualification holds its end",
                reads(rota -> qualifications(
                        rota,
                        one -> new Qualification(
                                one.person(),
                                one.qualification(),
                                one.from(),
                                one.until().map(end -> end.plusNanos(1))))));
        return all;
    }

    private static String firstOfTheGroup(Rota rota, Resolver.Slot slot) {
        String holder = slot.holder();
        return reason(slot, RotaReason.OfGroup.class)
                .filter(reason -> reason.person().equals(holder))
                .flatMap(reason -> rota.plan().versions().stream()
                        .filter(version -> slot.ground() instanceof List<?> because
                                && because.contains(new RotaReason.InVersion(
                                        rota.plan().versions().indexOf(version) + 1)))
                        .map(version -> version.personsOf(reason.group()).get(0))
                        .findFirst())
                .orElse(holder);
    }

    private static <R extends RotaReason> Optional<R> reason(Resolver.Slot slot, Class<R> type) {
        return slot.ground() instanceof List<?> because
                ? because.stream().filter(type::isInstance).map(type::cast).findFirst()
                : Optional.empty();
    }

    private static RotaVersion renamed(RotaVersion version, String ending) {
        Set<String> groups = version.groups().stream().map(Group::id).collect(Collectors.toSet());
        UnaryOperator<List<String>> rename = list -> list.stream()
                .map(member -> groups.contains(member) ? member + ending : member)
                .toList();
        return new RotaVersion(
                version.effectiveFrom(),
                version.phase(),
                version.positions().stream()
                        .map(position -> changed(
                                position,
                                layer -> changed(layer, rotation -> members(rotation, rename))
                                        .withSubstitution(new Substitution(
                                                layer.substitution().policy(),
                                                rename.apply(
                                                        layer.substitution().persons())))))
                        .toList(),
                version.groups().stream()
                        .map(group -> new Group(group.id() + ending, group.persons()))
                        .toList());
    }

    // Ways to break

    /** Answers about another rota than it was asked about. */
    private static Resolver reads(UnaryOperator<Rota> wrongly) {
        return new Resolver() {
            private @Nullable Rota last;
            private @Nullable Rota lastWrongly;

            private Rota wrongly(Rota rota) {
                Rota known = lastWrongly;
                if (known == null || rota != last) {
                    known = wrongly.apply(rota);
                    last = rota;
                    lastWrongly = known;
                }
                return known;
            }

            @Override
            public Slot at(Rota rota, String position, Instant at) {
                return LIBRARY.at(wrongly(rota), position, at);
            }

            @Override
            public List<Slot> over(Rota rota, String position, Interval interval) {
                return LIBRARY.over(wrongly(rota), position, interval);
            }
        };
    }

    /** Names somebody else as holder. */
    private static Resolver holders(BiFunction<Rota, Resolver.Slot, String> wrongly) {
        return new Resolver() {
            @Override
            public Slot at(Rota rota, String position, Instant at) {
                return spoilt(rota, LIBRARY.at(rota, position, at));
            }

            @Override
            public List<Slot> over(Rota rota, String position, Interval interval) {
                return LIBRARY.over(rota, position, interval).stream()
                        .map(slot -> spoilt(rota, slot))
                        .toList();
            }

            private Slot spoilt(Rota rota, Slot slot) {
                return new Slot(slot.interval(), wrongly.apply(rota, slot), slot.state(), slot.ground());
            }
        };
    }

    /** Spoils the answer about an interval. */
    private static Resolver answers(UnaryOperator<List<Resolver.Slot>> wrongly) {
        return new Resolver() {
            @Override
            public Slot at(Rota rota, String position, Instant at) {
                return LIBRARY.at(rota, position, at);
            }

            @Override
            public List<Slot> over(Rota rota, String position, Interval interval) {
                return wrongly.apply(LIBRARY.over(rota, position, interval));
            }
        };
    }

    /** A rota's parts, to be changed one by one: whatever is not changed stays, so that a resolver has one fault. */
    private static final class Parts {
        private final Rota rota;
        private ZoneId zone;
        private List<RotaVersion> versions;
        private List<Distinct> distinct;
        private List<Absence> absences;
        private List<SeatOverride> overrides;
        private List<Swap> swaps;
        private List<Takeover> takeovers;
        private List<Qualification> qualifications;

        Parts(Rota rota) {
            this.rota = rota;
            zone = rota.plan().zone();
            versions = rota.plan().versions();
            distinct = rota.plan().distinct();
            absences = rota.plan().absences();
            overrides = rota.plan().decisions(SeatOverride.class);
            swaps = rota.plan().swaps();
            takeovers = rota.plan().decisions(Takeover.class);
            qualifications = rota.plan().qualifications();
        }

        Rota build() {
            RotaPlan.Builder builder = RotaPlan.builder(rota.plan().id(), zone);
            versions.forEach(builder::version);
            distinct.forEach(builder::distinct);
            overrides.forEach(builder::decision);
            swaps.forEach(builder::swap);
            takeovers.stream()
                    .filter(takeover -> versions.stream()
                            .anyMatch(version -> version.positions().stream()
                                    .filter(position -> position.id().equals(takeover.position()))
                                    .flatMap(position -> position.layers().stream())
                                    .flatMap(layer -> layer.rotation().members().stream())
                                    .anyMatch(
                                            member -> version.personsOf(member).contains(takeover.turnsOf()))))
                    .forEach(builder::decision);
            // A change can leave a person without any part in the rota: what is said of that person has no place then.
            Set<String> known = builder.build().persons();
            absences.stream()
                    .filter(absence -> known.contains(absence.person()))
                    .forEach(builder::absence);
            qualifications.stream().filter(one -> known.contains(one.person())).forEach(builder::qualification);
            return Rota.of(builder.build(), rota.calendar());
        }
    }

    private static Rota changed(Rota rota, Consumer<Parts> change) {
        Parts parts = new Parts(rota);
        change.accept(parts);
        return parts.build();
    }

    @Example
    void whatIsNotChangedStays() {
        Rotas.cases()
                .sampleStream()
                .limit(50)
                .forEach(given -> assertThat(changed(given.rota(), parts -> {})).isEqualTo(given.rota()));
    }

    private static Rota versions(Rota rota, UnaryOperator<RotaVersion> change) {
        return changed(
                rota,
                parts -> parts.versions =
                        rota.plan().versions().stream().map(change).toList());
    }

    private static Rota positions(Rota rota, UnaryOperator<Position> change) {
        return versions(
                rota,
                version -> version.withPositions(
                        version.positions().stream().map(change).toList()));
    }

    private static Rota layers(Rota rota, UnaryOperator<Layer> change) {
        return positions(rota, position -> changed(position, change));
    }

    private static Position changed(Position position, UnaryOperator<Layer> change) {
        return new Position(
                position.id(),
                position.name(),
                position.layers().stream().map(change).toList(),
                position.required(),
                position.requires());
    }

    private static Layer changed(Layer layer, UnaryOperator<Rotation> change) {
        return new Layer(layer.id(), change.apply(layer.rotation()), layer.window(), layer.substitution());
    }

    private static Rotation members(Rotation rotation, UnaryOperator<List<String>> change) {
        return new Rotation(rotation.anchor(), rotation.turns(), change.apply(rotation.members()), rotation.counting());
    }

    private static Rota rotations(Rota rota, UnaryOperator<Rotation> change) {
        return layers(rota, layer -> changed(layer, change));
    }

    private static Rota members(Rota rota, UnaryOperator<List<String>> change) {
        return rotations(rota, rotation -> members(rotation, change));
    }

    private static Rota decisions(Rota rota, UnaryOperator<SeatOverride> change) {
        return changed(
                rota,
                parts -> parts.overrides = rota.plan().decisions(SeatOverride.class).stream()
                        .map(change)
                        .toList());
    }

    private static Rota qualifications(Rota rota, UnaryOperator<Qualification> change) {
        return changed(
                rota,
                parts -> parts.qualifications =
                        rota.plan().qualifications().stream().map(change).toList());
    }

    private static SeatOverride moved(SeatOverride override, Interval interval, Instant decidedAt) {
        return new SeatOverride(
                override.id(), override.position(), interval, override.holder(), decidedAt, override.decidedBy());
    }
}
