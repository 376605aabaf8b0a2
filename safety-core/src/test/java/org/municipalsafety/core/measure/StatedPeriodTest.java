/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.core.text.LocalizedText;
import org.threeten.extra.Interval;

class StatedPeriodTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Map<DayPart, LocalTime> PARTS =
            Map.of(DayPart.EVENING, LocalTime.of(18, 0), DayPart.NIGHT, LocalTime.of(2, 30));
    private static final LocalizedText WORDING =
            LocalizedText.of("från torsdag kväll till och med måndag", "from Thursday evening to Monday inclusive");

    private static StatedPeriod stated(String first, DayPart part, String last) {
        return new StatedPeriod(WORDING, LocalDate.parse(first), Optional.ofNullable(part), LocalDate.parse(last));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26, 2026-11-30, 2026-11-26T17:00:00Z, 2026-11-30T23:00:00Z, PT102H",
        // the clock goes forward on Sunday 29 March, and back on Sunday 25 October
        "2026-03-26, 2026-03-30, 2026-03-26T17:00:00Z, 2026-03-30T22:00:00Z, PT101H",
        "2026-10-22, 2026-10-26, 2026-10-22T16:00:00Z, 2026-10-26T23:00:00Z, PT103H"
    })
    void M3_fromThursdayEveningToMondayInclusiveEndsWhenTuesdayBegins(
            String thursday, String monday, Instant start, Instant end, String length) {
        StatedPeriod period = stated(thursday, DayPart.EVENING, monday);
        Interval interval = period.interval(PARTS, STOCKHOLM);
        assertThat(interval).isEqualTo(Interval.of(start, end));
        assertThat(interval.toDuration()).hasToString(length);
        assertThat(period.wording().in(Locale.forLanguageTag("sv")))
                .isEqualTo("från torsdag kväll till och med måndag");
    }

    @Test
    void M3_withoutAPartOfTheDayItBeginsWithTheDay() {
        assertThat(stated("2026-11-26", null, "2026-11-26").interval(Map.of(), STOCKHOLM))
                .isEqualTo(Interval.of(Instant.parse("2026-11-25T23:00:00Z"), Instant.parse("2026-11-26T23:00:00Z")));
    }

    @Test
    void T2_aStartInAGapIsTheTransition() {
        assertThat(stated("2026-03-29", DayPart.NIGHT, "2026-03-29")
                        .interval(PARTS, STOCKHOLM)
                        .getStart())
                .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void M3_aDayThatTheZoneSkipsIsNoPeriodOfAMeasure() {
        StatedPeriod skipped = stated("2011-12-30", null, "2011-12-30");
        Interval interval = skipped.interval(Map.of(), ZoneId.of("Pacific/Apia"));
        assertThat(interval.isEmpty()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new Term.Temporary(skipped, interval, interval.getEnd()));
    }

    @Test
    void M3_aPartOfTheDayWithoutItsHourIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        stated("2026-11-26", DayPart.MORNING, "2026-11-26").interval(PARTS, STOCKHOLM))
                .withMessageContaining("MORNING");
    }

    @Test
    void M3_theLastDayIsNotBeforeTheFirst() {
        assertThatIllegalArgumentException().isThrownBy(() -> stated("2026-11-26", null, "2026-11-25"));
    }
}
