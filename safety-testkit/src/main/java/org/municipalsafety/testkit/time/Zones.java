/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generated time zones, and instants at which their clocks change.
 *
 * <p>Stateless and thread-safe.
 */
public final class Zones {

    /** Simplest first. Midnight changes, half hours, two hours, a skipped day, a winter time below the standard. */
    private static final List<String> TELLING = List.of(
            "UTC",
            "Europe/Stockholm",
            "Asia/Kolkata",
            "America/New_York",
            "Europe/Dublin",
            "Australia/Lord_Howe",
            "America/Santiago",
            "Asia/Beirut",
            "Atlantic/Azores",
            "Africa/Casablanca",
            "Antarctica/Troll",
            "America/St_Johns",
            "Pacific/Apia");

    private Zones() {}

    /**
     * A moment worth looking at.
     *
     * @param zone where
     * @param at the instant at which the clock changes, or any instant where it does not
     * @param local a local time, on a whole minute, at it or up to some hours from it
     */
    public record Moment(ZoneId zone, Instant at, LocalDateTime local) {}

    /**
     * Zones, the simplest first: mostly those with odd clock changes, and now and then any that the platform knows.
     * Names that another library on the class path has only reserved, ical4j does so, have no rules and never come.
     *
     * @return the zones
     */
    public static Arbitrary<ZoneId> zones() {
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.of(TELLING)), Tuple.of(1, Arbitraries.of(known())))
                .map(ZoneId::of);
    }

    private static List<String> known() {
        return new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream()
                        .filter(id -> ZoneRulesProvider.getRules(id, false) != null)
                        .toList();
    }

    /**
     * Changes of the clock: local times within the gap or overlap, and close to it.
     *
     * @return the moments
     */
    public static Arbitrary<Moment> changes() {
        return Combinators.combine(
                        zones(),
                        Arbitraries.integers().between(0, 300).withoutEdgeCases(),
                        Arbitraries.of(0, 15, 30, 59, 90, -60))
                .as(Zones::change);
    }

    private static Moment change(ZoneId zone, int day, int minutes) {
        // In 2011 Samoa went without the 30th of December; until 2011 Newfoundland turned its clocks back over
        // midnight.
        String year = switch (zone.getId()) {
            case "Pacific/Apia" -> "2011";
            case "America/St_Johns" -> "2010";
            default -> "2026";
        };
        Instant about = Instant.parse(year + "-01-01T00:00:00Z").plus(Duration.ofDays(day));
        ZoneOffsetTransition change = zone.getRules().nextTransition(about);
        Instant at = change == null ? about : change.getInstant();
        LocalDateTime local = change == null
                ? LocalDateTime.ofInstant(about, zone)
                : change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
        return new Moment(zone, at, local.plusMinutes(minutes).truncatedTo(ChronoUnit.MINUTES));
    }
}
