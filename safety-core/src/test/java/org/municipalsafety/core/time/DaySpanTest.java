/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.Interval;

class DaySpanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8:00-16:00",
                "08:00–16:00",
                "08:00 - 16:00",
                "08:00-16:60",
                "08.00-16.00",
                "08:00-16:00 ",
                "24:00-25:00",
                "16:00-08:00",
                "08:00-08:00",
                "08:00-48:01",
                "08:00-99:00",
                "٠٨:٠٠-١٦:٠٠",
                "-1:00-16:00"
            })
    void C1_otherTextsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DaySpan.parse(text));
    }

    @Test
    void C1_anEndThatSeemsBeforeTheStartIsGivenAHint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DaySpan.parse("16:30-01:30"))
                .withMessage("The span 16:30-01:30 ends no later than it starts.\n"
                        + "Maybe it ends on the next day: write 25:30.");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 10",
        "1440, 1500",
        "0, 0",
        "0, 2881",
        "10, 9",
        "0, 2147483647",
        "-2147483648, 5",
    })
    void C1_boundsAreKept(int start, int end) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DaySpan(start, end));
    }

    @ParameterizedTest
    @CsvSource({
        // the night on which the clock goes forward, and the one on which it goes back
        "2026-03-29, 00:00-24:00, PT23H",
        "2026-03-28, 00:00-48:00, PT47H",
        "2026-03-28, 16:30-32:00, PT14H30M",
        "2026-10-25, 00:00-24:00, PT25H",
        "2026-10-24, 00:00-48:00, PT49H",
        "2026-10-24, 16:30-32:00, PT16H30M",
        "2026-10-25, 02:00-03:00, PT2H",
        "2026-10-25, 02:00-02:30, PT30M",
        "2026-11-26, 00:00-48:00, PT48H"
    })
    void C1_spanLastsAsLongAsTheClockOnItsNight(LocalDate day, String span, Duration length) {
        assertThat(DaySpan.parse(span)
                        .on(day, ZoneId.of("Europe/Stockholm"))
                        .orElseThrow()
                        .toDuration())
                .isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Stockholm,    2026-03-29, 02:00-03:00, true",
        "Europe/Stockholm,    2026-03-29, 02:15-02:45, true",
        "Europe/Stockholm,    2026-03-28, 26:00-27:00, refused",
        "Europe/Stockholm,    2026-03-28, 02:00-03:00, false",
        "Europe/Stockholm,    2026-03-29, 02:00-03:01, false",
        "Australia/Lord_Howe, 2026-10-04, 02:00-02:30, true",
        "Pacific/Apia,        2011-12-30, 00:00-24:00, true",
        "Pacific/Apia,        2011-12-30, 08:00-16:00, true",
        "Pacific/Apia,        2011-12-30, 08:00-25:00, false"
    })
    void C1_spanInsideAGapHoldsNoTime(ZoneId zone, LocalDate day, String span, String vanishes) {
        if (vanishes.equals("refused")) {
            assertThatIllegalArgumentException().isThrownBy(() -> DaySpan.parse(span));
        } else {
            assertThat(DaySpan.parse(span).on(day, zone).isEmpty()).isEqualTo(vanishes.equals("true"));
        }
    }

    @Test
    void T1_spansThatTouchOnPaperTouchInTime() {
        for (String zone : ZoneTransitions.TELLING) {
            for (LocalDate day = LocalDate.parse("2026-01-01"); day.getYear() == 2026; day = day.plusDays(1)) {
                Interval office =
                        DaySpan.parse("00:30-03:30").on(day, ZoneId.of(zone)).orElseThrow();
                Interval after =
                        DaySpan.parse("03:30-25:30").on(day, ZoneId.of(zone)).orElseThrow();
                assertThat(after.getStart()).isEqualTo(office.getEnd());
            }
        }
    }

    @Test
    void C1_textIsTheSameWhateverTheLocaleOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"ar-EG", "fa-IR", "th-TH-u-nu-thai", "sv-SE"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(new DaySpan(480, 960).toString()).as(tag).isEqualTo("08:00-16:00");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void C1_theWholeDay() {
        assertThat(DaySpan.ALL_DAY).hasToString("00:00-24:00").isEqualTo(DaySpan.parse("00:00-24:00"));
    }
}
