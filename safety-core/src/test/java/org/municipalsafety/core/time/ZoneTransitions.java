/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Changes of the clock, and rule T2 found out by looking at the clock minute after minute. */
final class ZoneTransitions {

    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2038-01-01T00:00:00Z");

    /** Zones with peculiar changes, the simplest first. */
    static final List<String> TELLING = List.of(
            "UTC",
            "Europe/Stockholm",
            "America/New_York",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "Europe/Dublin",
            "America/Santiago",
            "Asia/Beirut",
            "Atlantic/Azores",
            "Africa/Casablanca",
            "Antarctica/Troll",
            "Pacific/Apia");

    private ZoneTransitions() {}

    /** One zone for each set of rules that the JDK knows; links to the same rules would only repeat the work. */
    static List<ZoneId> distinctZones() {
        Map<ZoneRules, ZoneId> zones = new LinkedHashMap<>();
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            zones.putIfAbsent(ZoneId.of(id).getRules(), ZoneId.of(id));
        }
        return List.copyOf(zones.values());
    }

    static List<ZoneOffsetTransition> of(ZoneId zone) {
        List<ZoneOffsetTransition> all = new ArrayList<>();
        ZoneOffsetTransition next = zone.getRules().nextTransition(FROM);
        while (next != null && next.getInstant().isBefore(TO)) {
            all.add(next);
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return all;
    }

    /** Local times on whole minutes around a change: outside, at its edges, and inside the gap or overlap. */
    static List<LocalDateTime> around(ZoneOffsetTransition change) {
        LocalDateTime low = earlier(change.getDateTimeBefore(), change.getDateTimeAfter());
        long length = Math.abs(change.getDuration().toMinutes());
        List<LocalDateTime> all = new ArrayList<>();
        for (long minute : new long[] {-60, -1, 0, 1, 15, 30, 59, length / 2, length - 1, length, length + 1, 90}) {
            all.add(low.plusMinutes(minute));
        }
        return all;
    }

    /** The first whole minute at which the clock on the wall shows no less than {@code local}, by looking at it. */
    static Instant firstMinuteNotBefore(LocalDateTime local, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        for (Instant t = local.toInstant(ZoneOffset.MAX); ; t = t.plus(Duration.ofMinutes(1))) {
            if (!LocalDateTime.ofEpochSecond(t.getEpochSecond(), 0, rules.getOffset(t))
                    .isBefore(local)) {
                return t;
            }
        }
    }

    private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
        return a.isBefore(b) ? a : b;
    }
}
