/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.Interval;

class WallClockTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @ParameterizedTest
    @CsvSource({
        "Europe/Stockholm,    2026-03-29T01:59:59, 2026-03-29T00:59:59Z",
        "Europe/Stockholm,    2026-03-29T02:00,    2026-03-29T01:00:00Z",
        "Europe/Stockholm,    2026-03-29T02:30,    2026-03-29T01:00:00Z",
        "Europe/Stockholm,    2026-03-29T03:00,    2026-03-29T01:00:00Z",
        // half an hour is skipped
        "Australia/Lord_Howe, 2026-10-04T02:15,    2026-10-03T15:30:00Z",
        "Australia/Lord_Howe, 2026-10-04T02:30,    2026-10-03T15:30:00Z",
        // the day has no midnight
        "America/Santiago,    2026-09-06T00:00,    2026-09-06T04:00:00Z",
        "Asia/Beirut,         2026-03-29T00:00,    2026-03-28T22:00:00Z",
        // the whole of 30 December 2011 is skipped
        "Pacific/Apia,        2011-12-30T00:00,    2011-12-30T10:00:00Z",
        "Pacific/Apia,        2011-12-30T17:45,    2011-12-30T10:00:00Z",
        "Pacific/Apia,        2011-12-31T00:00,    2011-12-30T10:00:00Z"
    })
    void T2_gapGivesTheTransition(ZoneId zone, LocalDateTime local, Instant expected) {
        assertThat(WallClock.instant(local, zone)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Stockholm,    2026-10-25T02:00,    2026-10-25T00:00:00Z",
        "Europe/Stockholm,    2026-10-25T02:30,    2026-10-25T00:30:00Z",
        "Europe/Stockholm,    2026-10-25T03:00,    2026-10-25T02:00:00Z",
        "Australia/Lord_Howe, 2026-04-05T01:45,    2026-04-04T14:45:00Z",
        "Atlantic/Azores,     2026-10-25T00:00,    2026-10-25T00:00:00Z"
    })
    void T2_overlapGivesTheFirstOccurrence(ZoneId zone, LocalDateTime local, Instant expected) {
        assertThat(WallClock.instant(local, zone)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Stockholm,    2026-03-29, PT23H",
        "Europe/Stockholm,    2026-10-25, PT25H",
        "Europe/Stockholm,    2026-11-26, PT24H",
        "Australia/Lord_Howe, 2026-10-04, PT23H30M",
        "Australia/Lord_Howe, 2026-04-05, PT24H30M",
        "Antarctica/Troll,    2026-03-29, PT22H"
    })
    void T2_dayIsAsLongAsItsClockSays(ZoneId zone, LocalDate day, Duration length) {
        assertThat(WallClock.days(day, day.plusDays(1), zone).toDuration()).isEqualTo(length);
    }

    @Test
    void T1_daysMeetWithoutSeamOverBothChangesOfTheClock() {
        for (String zone : ZoneTransitions.TELLING) {
            Instant end = WallClock.startOf(LocalDate.parse("2026-01-01"), ZoneId.of(zone));
            for (LocalDate day = LocalDate.parse("2026-01-01"); day.getYear() == 2026; day = day.plusDays(1)) {
                Interval interval = WallClock.days(day, day.plusDays(1), ZoneId.of(zone));
                assertThat(interval.getStart()).isEqualTo(end);
                end = interval.getEnd();
            }
        }
    }

    @Test
    void T1_aSkippedDayIsNoInterval() {
        LocalDate skipped = LocalDate.parse("2011-12-30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WallClock.days(skipped, skipped.plusDays(1), ZoneId.of("Pacific/Apia")))
                .withMessageContaining("2011-12-30")
                .withMessageContaining("Pacific/Apia");
        assertThat(WallClock.days(skipped, skipped.plusDays(2), ZoneId.of("Pacific/Apia"))
                        .toDuration())
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void T1_daysInTheWrongOrderAreRefused() {
        LocalDate day = LocalDate.parse("2026-11-26");
        assertThatIllegalArgumentException().isThrownBy(() -> WallClock.days(day, day, STOCKHOLM));
        assertThatIllegalArgumentException().isThrownBy(() -> WallClock.days(day, day.minusDays(1), STOCKHOLM));
    }

    @Test
    void T1_anIntervalHasAStartAnEndAndTimeBetweenThem() {
        Instant t = Instant.parse("2026-11-26T17:00:00Z");
        Interval good = Interval.of(t, t.plusNanos(1));
        assertThat(WallClock.requireBounded(good, "turn")).isSameAs(good);
        for (Interval bad :
                new Interval[] {Interval.of(t, t), Interval.startingAt(t), Interval.endingAt(t), Interval.ALL}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WallClock.requireBounded(bad, "turn"))
                    .withMessageContaining("turn");
        }
    }
}
