/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.municipalsafety.core.channel.Channels.channel;
import static org.municipalsafety.core.channel.Channels.directory;
import static org.municipalsafety.core.channel.Channels.everyDay;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.Segment;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/** Every zone, every hour of the day as a border of spans, 2020 to 2037. */
class ClockChangesTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2038, 1, 1);

    @Test
    @Tag("long")
    void T2_noSpanIsLostDoubledOrNegativeInAnyZone() {
        check(ZoneId.getAvailableZoneIds());
    }

    @Test
    void T2_noSpanIsLostDoubledOrNegativeInTheOddestZones() {
        check(Set.of(
                "Europe/Stockholm",
                "Atlantic/Azores",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "America/Santiago",
                "Antarctica/Troll"));
    }

    private static void check(Set<String> ids) {
        Set<ZoneRules> seen = new HashSet<>();
        for (String id : new TreeSet<>(ids)) {
            ZoneId zone = ZoneId.of(id);
            if (seen.add(zone.getRules())) {
                hoursTileTheYears(zone);
                aDayFromAnyHourCoversAll(zone);
            }
        }
    }

    /** Twenty-four channels, one for each hour of the day: at any time exactly one is open. */
    private static void hoursTileTheYears(ZoneId zone) {
        List<ContactChannel> channels = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            ids.add("h" + hour);
            channels.add(channel("h" + hour, everyDay(new DaySpan(hour * 60, hour * 60 + 60).toString())));
        }
        Directory directory = directory(zone, channels.toArray(new ContactChannel[0]));
        Interval years = WallClock.days(FIRST, LAST, zone);
        CoverageCertificate certificate = directory.certify(ids, years);
        assertThat(certificate.gaps()).as("%s lost", zone).isEmpty();
        assertThat(certificate.fewestOpen()).as("%s", zone).isEqualTo(1);
        Duration open = Duration.ZERO;
        for (String id : ids) {
            for (Segment segment : directory.hours(id, years)) {
                if (segment.state() == OpenState.OPEN) {
                    open = open.plus(segment.interval().toDuration());
                }
            }
        }
        assertThat(open).as("%s doubled", zone).isEqualTo(years.toDuration());
    }

    /** From any hour to the same hour of the next day: never closed. */
    private static void aDayFromAnyHourCoversAll(ZoneId zone) {
        List<ContactChannel> channels = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            channels.add(channel("d" + hour, everyDay(new DaySpan(hour * 60, hour * 60 + 1440).toString())));
        }
        Directory directory = directory(zone, channels.toArray(new ContactChannel[0]));
        Interval years = WallClock.days(FIRST, LAST, zone);
        for (ContactChannel channel : channels) {
            assertThat(directory.certify(List.of(channel.id()), years).holds())
                    .as("%s %s", zone, channel.id())
                    .isTrue();
        }
    }
}
