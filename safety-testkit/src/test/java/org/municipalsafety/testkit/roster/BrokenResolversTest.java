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
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Distinct;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Override;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

/** Resolvers broken on purpose: the laws catch each of them. */
class BrokenResolversTest {

    @Example
    void theLawsCatchEachOfThem() {
        Map<String, Resolver> free = broken();
        assertThat(free).hasSizeGreaterThanOrEqualTo(12);
        Rotas.cases()
                .sampleStream()
                .limit(400)
                .forEach(given -> free.entrySet()
                        .removeIf(broken ->
                                !RotaLaws.check(broken.getValue(), given).isEmpty()));
        assertThat(free.keySet()).as("not caught").isEmpty();
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
        all.put("the zone is ignored", reads(rota -> copy(rota, ZoneId.of("UTC"), rota.versions())));
        all.put("an absent person is kept", reads(rota -> {
            Rota.Builder builder = Rota.builder(rota.id(), rota.zone());
            rota.versions().forEach(builder::version);
            rota.distinct().forEach(pair -> builder.distinct(pair.keeps(), pair.givesWay()));
            rota.overrides().forEach(builder::override);
            return builder.build();
        }));
        all.put("decisions are ignored", reads(rota -> decisions(rota, override -> null)));
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
        all.put("distinct positions are not", reads(rota -> {
            Rota.Builder builder = Rota.builder(rota.id(), rota.zone());
            rota.versions().forEach(builder::version);
            rota.overrides().forEach(builder::override);
            rota.absences().forEach(builder::absence);
            return builder.build();
        }));
        all.put(
                "every version restarts",
                reads(rota -> versions(
                        rota,
                        version -> new RotaVersion(
                                version.effectiveFrom(), RotaVersion.Phase.RESTART, version.positions()))));
        all.put(
                "empty turns are counted the other way",
                reads(rota -> rotations(
                        rota,
                        rotation -> new Rotation(
                                rotation.anchor(),
                                rotation.turns(),
                                rotation.members(),
                                rotation.counting() == Rotation.Counting.CALENDAR
                                        ? Rotation.Counting.COVERED
                                        : Rotation.Counting.CALENDAR))));
        all.put("windows are ignored", reads(rota -> layers(rota, layer -> layer.withWindow(Window.ALWAYS))));
        all.put("gaps are intended", reads(rota -> positions(rota, position -> position.withRequired(Window.NEVER))));
        all.put(
                "layers upside down",
                reads(rota -> positions(rota, position -> {
                    List<Layer> turned = new ArrayList<>(position.layers());
                    Collections.reverse(turned);
                    return new Position(position.id(), position.name(), turned, position.required());
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
            List<RotaVersion> earlier = new ArrayList<>(rota.versions());
            RotaVersion first = earlier.get(0);
            earlier.set(
                    0,
                    new RotaVersion(first.effectiveFrom().minus(Duration.ofDays(1)), first.phase(), first.positions()));
            return copy(rota, rota.zone(), earlier);
        }));
        return all;
    }

    // Ways to break

    /** Answers about another rota than it was asked about. */
    private static Resolver reads(UnaryOperator<Rota> wrongly) {
        return new Resolver() {
            @java.lang.Override
            public Slot at(Rota rota, String position, Instant at) {
                return LIBRARY.at(wrongly.apply(rota), position, at);
            }

            @java.lang.Override
            public List<Slot> over(Rota rota, String position, Interval interval) {
                return LIBRARY.over(wrongly.apply(rota), position, interval);
            }
        };
    }

    /** Spoils the answer about an interval. */
    private static Resolver answers(UnaryOperator<List<Resolver.Slot>> wrongly) {
        return new Resolver() {
            @java.lang.Override
            public Slot at(Rota rota, String position, Instant at) {
                return LIBRARY.at(rota, position, at);
            }

            @java.lang.Override
            public List<Slot> over(Rota rota, String position, Interval interval) {
                return wrongly.apply(LIBRARY.over(rota, position, interval));
            }
        };
    }

    private static Rota copy(Rota rota, ZoneId zone, List<RotaVersion> versions) {
        Rota.Builder builder = Rota.builder(rota.id(), zone);
        versions.forEach(builder::version);
        for (Distinct pair : rota.distinct()) {
            builder.distinct(pair.keeps(), pair.givesWay());
        }
        rota.overrides().forEach(builder::override);
        return withAbsences(builder, rota.absences());
    }

    /** A change can leave a person without any part in the rota: an absence of that person has no place in it then. */
    private static Rota withAbsences(Rota.Builder builder, List<Absence> absences) {
        Set<String> known = builder.build().persons();
        absences.stream().filter(absence -> known.contains(absence.person())).forEach(builder::absence);
        return builder.build();
    }

    private static Rota versions(Rota rota, UnaryOperator<RotaVersion> change) {
        return copy(rota, rota.zone(), rota.versions().stream().map(change).toList());
    }

    private static Rota positions(Rota rota, UnaryOperator<Position> change) {
        return versions(
                rota,
                version -> new RotaVersion(
                        version.effectiveFrom(),
                        version.phase(),
                        version.positions().stream().map(change).toList()));
    }

    private static Rota layers(Rota rota, UnaryOperator<Layer> change) {
        return positions(
                rota,
                position -> new Position(
                        position.id(),
                        position.name(),
                        position.layers().stream().map(change).toList(),
                        position.required()));
    }

    private static Rota rotations(Rota rota, UnaryOperator<Rotation> change) {
        return layers(
                rota,
                layer -> new Layer(layer.id(), change.apply(layer.rotation()), layer.window(), layer.substitution()));
    }

    private static Rota members(Rota rota, UnaryOperator<List<String>> change) {
        return rotations(
                rota,
                rotation -> new Rotation(
                        rotation.anchor(), rotation.turns(), change.apply(rotation.members()), rotation.counting()));
    }

    private static Rota decisions(Rota rota, UnaryOperator<Override> change) {
        Rota.Builder builder = Rota.builder(rota.id(), rota.zone());
        rota.versions().forEach(builder::version);
        rota.distinct().forEach(pair -> builder.distinct(pair.keeps(), pair.givesWay()));
        for (Override override : rota.overrides()) {
            Override changed = change.apply(override);
            if (changed != null) {
                builder.override(changed);
            }
        }
        return withAbsences(builder, rota.absences());
    }

    private static Override moved(Override override, Interval interval, Instant decidedAt) {
        return new Override(
                override.id(), override.position(), interval, override.person(), decidedAt, override.decidedBy());
    }
}
