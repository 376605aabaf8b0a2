/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.Interval;

class TimeTextTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final TimeText SV = TimeText.of(Locale.forLanguageTag("sv"), STOCKHOLM);
    private static final TimeText EN = TimeText.of(Locale.ENGLISH, STOCKHOLM);

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T16:00:00Z, torsdag 26 november 2026 kl. 17.00, Thursday 26 November 2026 at 17:00",
        "2026-06-06T10:00:00Z, lördag 6 juni 2026 kl. 12.00, Saturday 6 June 2026 at 12:00",
        "2026-12-31T23:00:00Z, fredag 1 januari 2027 kl. 00.00, Friday 1 January 2027 at 00:00",
        "2026-11-26T16:00:05Z, torsdag 26 november 2026 kl. 17.00.05, Thursday 26 November 2026 at 17:00:05",
        "2026-11-29T07:05:00Z, söndag 29 november 2026 kl. 08.05, Sunday 29 November 2026 at 08:05"
    })
    void T_dateAndTimeAsPeopleWriteThem(Instant t, String swedish, String english) {
        assertThat(SV.dateTime(t)).isEqualTo(swedish);
        assertThat(EN.dateTime(t)).isEqualTo(english);
    }

    @Test
    void T_theHourThatComesTwiceIsToldApart() {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");
        assertThat(SV.dateTime(first)).isEqualTo("söndag 25 oktober 2026 kl. 02.30 (UTC+02:00)");
        assertThat(SV.dateTime(second)).isEqualTo("söndag 25 oktober 2026 kl. 02.30 (UTC+01:00)");
        assertThat(EN.time(first)).isEqualTo("02:30 (UTC+02:00)");
        assertThat(EN.time(second)).isEqualTo("02:30 (UTC+01:00)");
        assertThat(SV.interval(Interval.of(first, second)))
                .isEqualTo("söndag 25 oktober 2026 kl. 02.30 (UTC+02:00) till 02.30 (UTC+01:00)");
        assertThat(SV.time(Instant.parse("2026-10-25T02:00:00Z"))).isEqualTo("03.00");
        assertThat(SV.time(Instant.parse("2026-10-24T23:59:00Z"))).isEqualTo("01.59");
        assertThat(SV.time(Instant.parse("2026-03-29T01:00:00Z"))).isEqualTo("03.00");
    }

    @Test
    void T_intervalHasTheDateOnceWithinADay() {
        Interval day = Interval.of(Instant.parse("2026-11-27T07:00:00Z"), Instant.parse("2026-11-27T15:00:00Z"));
        assertThat(SV.interval(day)).isEqualTo("fredag 27 november 2026 kl. 08.00 till 16.00");
        assertThat(EN.interval(day)).isEqualTo("Friday 27 November 2026 at 08:00 to 16:00");
        Interval weekend = Interval.of(Instant.parse("2026-11-26T17:00:00Z"), Instant.parse("2026-11-30T23:00:00Z"));
        assertThat(SV.interval(weekend))
                .isEqualTo("torsdag 26 november 2026 kl. 18.00 till tisdag 1 december 2026 kl. 00.00");
        assertThat(EN.interval(weekend))
                .isEqualTo("Thursday 26 November 2026 at 18:00 to Tuesday 1 December 2026 at 00:00");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 sekunder, 0 seconds",
        "PT1S, 1 sekund, 1 second",
        "PT59S, 59 sekunder, 59 seconds",
        "PT1M, 1 minut, 1 minute",
        "PT5M, 5 minuter, 5 minutes",
        "PT1H, 1 timme, 1 hour",
        "PT24H, 1 dygn, 1 day",
        "PT51H5M, 2 dygn 3 timmar 5 minuter, 2 days 3 hours 5 minutes",
        "PT24H1S, 1 dygn 1 sekund, 1 day 1 second",
        "PT8760H, 365 dygn, 365 days"
    })
    void T4_elapsedTimeInWords(Duration duration, String swedish, String english) {
        assertThat(SV.duration(duration)).isEqualTo(swedish);
        assertThat(EN.duration(duration)).isEqualTo(english);
    }

    @Test
    void everyLocaleButSwedishReadsEnglish() {
        LocalDate date = LocalDate.parse("2026-11-26");
        assertThat(TimeText.of(Locale.forLanguageTag("sv-FI"), STOCKHOLM).date(date))
                .isEqualTo("torsdag 26 november 2026");
        assertThat(TimeText.of(Locale.forLanguageTag("sv-x-lattlast"), STOCKHOLM)
                        .date(date))
                .isEqualTo("torsdag 26 november 2026");
        assertThat(TimeText.of(Locale.forLanguageTag("fi"), STOCKHOLM).date(date))
                .isEqualTo("Thursday 26 November 2026");
        assertThat(TimeText.of(Locale.US, STOCKHOLM).date(date)).isEqualTo("Thursday 26 November 2026");
        assertThat(TimeText.of(Locale.ROOT, STOCKHOLM).date(date)).isEqualTo("Thursday 26 November 2026");
    }

    @Test
    void theLocaleAndZoneOfTheMachineDoNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeText text = TimeText.of(Locale.forLanguageTag("sv"), STOCKHOLM);
            assertThat(text.dateTime(Instant.parse("2026-11-26T16:00:00Z")))
                    .isEqualTo("torsdag 26 november 2026 kl. 17.00");
            assertThat(text.duration(Duration.ofMinutes(5))).isEqualTo("5 minuter");
        } finally {
            Locale.setDefault(before);
        }
    }
}
