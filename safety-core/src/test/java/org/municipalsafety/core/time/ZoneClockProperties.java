/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The clock of a zone, there and back, in any year and close to where its tables begin and end. */
class ZoneClockProperties {

    private static final long[] EDGES = {
        Instant.parse("1970-01-01T00:00:00Z").getEpochSecond(),
        Instant.parse("2100-12-30T00:00:00Z").getEpochSecond(),
        Instant.parse("2101-01-01T00:00:00Z").getEpochSecond()
    };

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneTransitions.distinctZones());
    }

    /** The change of the clock before an instant, or else the instant itself. */
    private static long change(ZoneId zone, long second) {
        ZoneOffsetTransition change = zone.getRules().previousTransition(Instant.ofEpochSecond(second));
        return change == null ? second : change.toEpochSecond();
    }

    @Property(tries = 20_000)
    void T2_whatTheWallHasShownIsWhatHasBegun(
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = -62_000_000_000L, max = 220_000_000_000L) long anywhere,
            @ForAll @LongRange(min = -5_000_000_000L, max = 7_000_000_000L) long usual,
            @ForAll @IntRange(min = -200_000, max = 200_000) int near,
            @ForAll @IntRange(min = -7_300, max = 7_300) int later) {
        ZoneClock clock = ZoneClock.of(zone);
        for (long around : new long[] {anywhere, usual, change(zone, usual), change(zone, anywhere)}) {
            check(clock, around + near, around + near + later);
            check(clock, around, around + later);
        }
        for (long edge : EDGES) {
            check(clock, edge + near, edge + near + later);
        }
    }

    private static void check(ZoneClock clock, long second, long other) {
        long shown = clock.shown(second);
        assertThat(clock.second(shown)).isLessThanOrEqualTo(second);
        assertThat(clock.second(shown + 1)).isGreaterThan(second);
        long local = clock.shown(other);
        assertThat(clock.second(local) <= second).isEqualTo(local <= shown);
    }

    @Property(tries = 5_000)
    void T2_theWallShowsNoLessThanEver(
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = -5_000_000_000L, max = 7_000_000_000L) long second,
            @ForAll @IntRange(min = -8_000, max = 100_000) int near) {
        ZoneRules rules = zone.getRules();
        ZoneClock clock = ZoneClock.of(zone);
        for (long at : new long[] {second, change(zone, second) + near}) {
            long farthest = at + rules.getOffset(Instant.ofEpochSecond(at)).getTotalSeconds();
            // Nothing that the wall showed more than two days ago can be later than what it shows.
            ZoneOffsetTransition back = rules.previousTransition(Instant.ofEpochSecond(at + 1));
            while (back != null && back.toEpochSecond() > at - 200_000) {
                farthest = Math.max(
                        farthest,
                        back.toEpochSecond() - 1 + back.getOffsetBefore().getTotalSeconds());
                back = rules.previousTransition(back.getInstant());
            }
            assertThat(clock.shown(at)).isEqualTo(farthest);
        }
    }

    @Example
    void T2_inTheSecondHourOfAnAutumnNightTheWallHasShownTheHourBefore() {
        ZoneClock clock = ZoneClock.of(ZoneId.of("Europe/Stockholm"));
        long back = Instant.parse("2026-10-25T01:00:00Z").getEpochSecond();
        assertThat(wall(clock.shown(back - 1))).isEqualTo(LocalDateTime.parse("2026-10-25T02:59:59"));
        assertThat(wall(clock.shown(back))).isEqualTo(LocalDateTime.parse("2026-10-25T02:59:59"));
        assertThat(wall(clock.shown(back + 3599))).isEqualTo(LocalDateTime.parse("2026-10-25T02:59:59"));
        assertThat(wall(clock.shown(back + 3600))).isEqualTo(LocalDateTime.parse("2026-10-25T03:00"));
        assertThat(clock.second(clock.shown(back))).isEqualTo(back - 1);
    }

    @Example
    void T2_aFixedOffsetHasOneStretch() {
        ZoneClock clock = ZoneClock.of(ZoneOffset.ofHours(2));
        assertThat(clock.shown(0)).isEqualTo(7200);
        assertThat(clock.second(7200)).isZero();
    }

    private static LocalDateTime wall(long local) {
        return LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
    }
}
