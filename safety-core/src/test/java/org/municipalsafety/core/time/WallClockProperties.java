/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

class WallClockProperties {

    record Local(ZoneId zone, LocalDateTime time) {}

    @Provide
    Arbitrary<Local> localTimes() {
        Arbitrary<ZoneId> telling = Arbitraries.of(ZoneTransitions.TELLING).map(ZoneId::of);
        Arbitrary<ZoneId> any = Arbitraries.of(ZoneTransitions.distinctZones());
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(2, telling), net.jqwik.api.Tuple.of(1, any))
                .flatMap(zone -> {
                    List<ZoneOffsetTransition> changes = ZoneTransitions.of(zone);
                    Arbitrary<LocalDateTime> somewhere = Combinators.combine(
                                    Arbitraries.longs().between(0, 13_880),
                                    Arbitraries.integers().between(0, 1439))
                            .as((day, minute) -> LocalDateTime.parse("2000-01-01T00:00")
                                    .plusDays(day)
                                    .plusMinutes(minute));
                    if (changes.isEmpty()) {
                        return somewhere.map(time -> new Local(zone, time));
                    }
                    Arbitrary<LocalDateTime> near =
                            Arbitraries.of(changes).flatMap(change -> Arbitraries.of(ZoneTransitions.around(change)));
                    return Arbitraries.frequencyOf(
                                    net.jqwik.api.Tuple.of(1, somewhere), net.jqwik.api.Tuple.of(9, near))
                            .map(time -> new Local(zone, time));
                })
                .withoutEdgeCases();
    }

    @Property(tries = 2_000)
    void T2_firstInstantWhoseLocalTimeIsNotBefore(@ForAll("localTimes") Local local) {
        int offsets = local.zone().getRules().getValidOffsets(local.time()).size();
        Statistics.label("where")
                .collect(offsets == 0 ? "gap" : offsets == 1 ? "plain" : "overlap")
                .coverage(c -> {
                    c.check("gap").percentage(p -> p >= 10);
                    c.check("overlap").percentage(p -> p >= 10);
                });
        assertThat(WallClock.instant(local.time(), local.zone()))
                .isEqualTo(ZoneTransitions.firstMinuteNotBefore(local.time(), local.zone()));
    }

    @Property(tries = 2_000)
    void T2_toTheNanosecond(
            @ForAll("localTimes") Local local,
            @ForAll @net.jqwik.api.constraints.LongRange(min = 0, max = 59_999_999_999L) long nanos) {
        LocalDateTime time = local.time().plusNanos(nanos);
        Instant first = WallClock.instant(time, local.zone());

        assertThat(wall(first, local.zone())).isAfterOrEqualTo(time);
        assertThat(wall(first.minusNanos(1), local.zone())).isBefore(time);
        // Local time only falls at a change: what it reached before each earlier one must lie below, too.
        ZoneOffsetTransition change = local.zone().getRules().previousTransition(first);
        while (change != null && change.getInstant().isAfter(first.minus(Duration.ofDays(3)))) {
            assertThat(wall(change.getInstant().minusNanos(1), local.zone())).isBefore(time);
            change = local.zone().getRules().previousTransition(change.getInstant());
        }
    }

    @Property(tries = 2_000)
    void T2_laterOnTheWallIsNeverEarlierInTime(
            @ForAll("localTimes") Local local,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 1, max = 300) int minutes) {
        assertThat(WallClock.instant(local.time().plusMinutes(minutes), local.zone()))
                .isAfterOrEqualTo(WallClock.instant(local.time(), local.zone()));
    }

    /** The rules of each zone, asked by the JDK's own means: the first valid offset, or the end of the gap. */
    @Property(tries = 20_000)
    void T2_sameAsTheZonesRulesInAnyYear(
            @ForAll("zones") ZoneId zone,
            @ForAll @net.jqwik.api.constraints.LongRange(min = -2_300_000_000L, max = 10_500_000_000L) long second,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 0, max = 999_999_999) int nano) {
        LocalDateTime somewhere = LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC);
        assertThat(WallClock.instant(somewhere, zone)).isEqualTo(byTheRules(somewhere, zone));
        // Close to the change before it, and close to where the table of changes begins and ends.
        ZoneOffsetTransition change = zone.getRules().previousTransition(byTheRules(somewhere, zone));
        List<LocalDateTime> edges = new ArrayList<>(
                List.of(LocalDateTime.parse("1970-01-01T00:00"), LocalDateTime.parse("2101-01-01T00:00")));
        if (change != null) {
            edges.add(change.getDateTimeBefore());
            edges.add(change.getDateTimeAfter());
        }
        for (LocalDateTime edge : edges) {
            LocalDateTime near = edge.plusSeconds(second % 200_000).plusNanos(nano);
            assertThat(WallClock.instant(near, zone)).isEqualTo(byTheRules(near, zone));
            assertThat(WallClock.instant(edge, zone)).isEqualTo(byTheRules(edge, zone));
        }
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneTransitions.distinctZones());
    }

    private static Instant byTheRules(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty() ? zone.getRules().getTransition(local).getInstant() : local.toInstant(offsets.get(0));
    }

    @Example
    @Tag("long")
    void T2_everyZoneAroundEveryTransition() {
        long checked = 0;
        for (ZoneId zone : ZoneTransitions.distinctZones()) {
            for (ZoneOffsetTransition change : ZoneTransitions.of(zone)) {
                for (LocalDateTime local : ZoneTransitions.around(change)) {
                    assertThat(WallClock.instant(local, zone))
                            .as("%s in %s", local, zone)
                            .isEqualTo(ZoneTransitions.firstMinuteNotBefore(local, zone));
                    checked++;
                }
            }
        }
        System.out.println("T2: " + checked + " local times around the transitions 2000-2037 of "
                + ZoneTransitions.distinctZones().size() + " sets of zone rules");
        assertThat(checked).isGreaterThan(50_000);
    }

    private static LocalDateTime wall(Instant t, ZoneId zone) {
        return LocalDateTime.ofEpochSecond(
                t.getEpochSecond(), t.getNano(), zone.getRules().getOffset(t));
    }
}
