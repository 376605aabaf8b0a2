/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.roster.resolution.Segment;
import org.threeten.extra.Interval;

/**
 * Every IANA zone, four handover times, four lengths of turns, 2000 to 2037: nothing sticks, no gap, no overlap, no
 * drift. Zones with the same rules are looked at once.
 */
class ZoneSweepTest {

    private static final List<String> HANDOVERS = List.of("00:00", "02:30", "09:00", "23:59");
    private static final List<Turns> TURNS =
            List.of(new Turns.Elapsed(Duration.ofHours(6)), new Turns.Days(1), new Turns.Weeks(1), new Turns.Months(1));
    private static final List<String> MEMBERS = List.of("a", "b", "c");

    @Test
    @Tag("long")
    void T3_everyZoneFrom2000To2037() {
        sweep(zones(), 2000, 2038);
    }

    @Test
    void T3_oddZonesForAFewYears() {
        sweep(
                List.of(
                        ZoneId.of("Europe/Stockholm"),
                        ZoneId.of("Atlantic/Azores"),
                        ZoneId.of("Australia/Lord_Howe"),
                        ZoneId.of("Pacific/Apia"),
                        ZoneId.of("America/Havana"),
                        ZoneId.of("Africa/Cairo"),
                        ZoneId.of("Asia/Beirut"),
                        ZoneId.of("Antarctica/Casey")),
                2009,
                2013);
    }

    private static void sweep(List<ZoneId> zones, int firstYear, int endYear) {
        long[] segments = new long[zones.size()];
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        IntStream.range(0, zones.size()).parallel().forEach(i -> {
            for (String handover : HANDOVERS) {
                for (Turns turns : TURNS) {
                    segments[i] += check(zones.get(i), LocalTime.parse(handover), turns, firstYear, endYear, faults);
                }
            }
        });
        assertThat(faults).isEmpty();
        assertThat(Arrays.stream(segments).sum()).isGreaterThan(zones.size() * 1000L);
    }

    private static long check(
            ZoneId zone, LocalTime handover, Turns turns, int firstYear, int endYear, List<String> faults) {
        LocalDateTime anchor = LocalDateTime.of(firstYear - 1, 12, 31, 0, 0).with(handover);
        Instant begin = PlainRota.first(anchor, zone);
        Rota rota = Rota.of(RotaPlan.builder("r", zone)
                .version(RotaVersion.of(
                        begin,
                        Position.of(
                                "P",
                                LocalizedText.of("plats", "seat"),
                                Layer.of("l", new Rotation(anchor, turns, MEMBERS)))))
                .build());
        Instant end = PlainRota.first(LocalDateTime.of(endYear, 1, 1, 0, 0), zone);
        String what = zone + " " + handover + " " + turns;
        List<Segment> segments = rota.resolve(Interval.of(begin, end)).segments("P");
        int turn = 0;
        Instant expected = begin;
        for (Segment segment : segments) {
            Instant next = start(anchor, begin, turns, turn + 1, zone);
            while (next.equals(expected)) {
                // A turn that the change of the clock leaves no time for.
                turn++;
                next = start(anchor, begin, turns, turn + 1, zone);
            }
            Instant until = next.isBefore(end) ? next : end;
            if (!segment.interval().getStart().equals(expected)
                    || !segment.interval().getEnd().equals(until)
                    || !segment.holding().orElse("-").equals(MEMBERS.get(turn % 3))) {
                faults.add(what + ": " + segment + ", expected " + MEMBERS.get(turn % 3) + " until " + until);
                return segments.size();
            }
            expected = next;
            turn++;
        }
        if (expected.isBefore(end)) {
            faults.add(what + ": ends at " + expected);
        }
        return segments.size();
    }

    private static Instant start(LocalDateTime anchor, Instant begin, Turns turns, int turn, ZoneId zone) {
        if (turns instanceof Turns.Days) {
            return PlainRota.first(anchor.plusDays(turn), zone);
        }
        if (turns instanceof Turns.Weeks) {
            return PlainRota.first(anchor.plusWeeks(turn), zone);
        }
        if (turns instanceof Turns.Months) {
            return PlainRota.first(anchor.plusMonths(turn), zone);
        }
        return begin.plus(Duration.ofHours(6L * turn));
    }

    private static List<ZoneId> zones() {
        Map<ZoneRules, ZoneId> byRules = new LinkedHashMap<>();
        for (String id : new TreeSet<>(ZoneRulesProvider.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            byRules.putIfAbsent(zone.getRules(), zone);
        }
        return List.copyOf(byRules.values());
    }
}
