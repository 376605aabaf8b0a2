/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.MovableDay;
import org.municipalsafety.core.hours.OpeningHours;

class OsmHoursTest {

    @Test
    void aTextBecomesRules() {
        OpeningHours hours =
                OsmHours.read("Mo-Fr 08:00-16:30; easter -3 days 08:00-12:00").hours();
        assertThat(hours)
                .isEqualTo(OpeningHours.weekly(List.of(
                                new OpeningHours.Week(
                                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                        DayHours.open("08:00-16:30")),
                                new OpeningHours.Week(
                                        EnumSet.range(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), DayHours.CLOSED)))
                        .withMovable(List.of(new OpeningHours.OnMovable(
                                new MovableDay.FromEaster(-3), DayHours.open("08:00-12:00")))));
    }

    @Test
    void aCommentThatIsLostIsReported() {
        assertThat(OsmHours.read("Mo-Fr 08:00-17:00; 12:00-13:00 closed \"lunch\"")
                        .losses())
                .containsExactly("the comment \"lunch\"");
    }

    /** C4: a stray separator is no rule that opens around the clock. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mo-Fr 08:00-16:00;",
                "Mo-Fr 08:00-16:00; ",
                "Mo-Fr 08:00-16:00,",
                "; Mo-Fr 08:00-16:00",
                "Mo-Fr 08:00-16:00;;",
                ";;Mo-Fr 08:00-16:00; ;"
            })
    void C4_whatSaysNothingIsNoRule(String text) {
        assertThat(OsmHours.read(text)).isEqualTo(OsmHours.read("Mo-Fr 08:00-16:00"));
    }

    @Test
    void C4_aStraySeparatorBetweenRulesChangesNothing() {
        assertThat(OsmHours.read("Mo-Fr 08:00-16:00;; PH off")).isEqualTo(OsmHours.read("Mo-Fr 08:00-16:00; PH off"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   ", ";", ";;", " ; ", ",", "\n"})
    void C4_aTextThatSaysNothingIsRefused(String text) {
        assertThatThrownBy(() -> OsmHours.read(text)).isInstanceOf(OsmRefusedException.class);
    }

    /** The plainest way in which seasons are written: a rule for each kind of day. */
    @Test
    void oneSeasonMayStandInSeveralRules() {
        OpeningHours hours = OsmHours.read(
                        "Sep-May Mo-Th 08:00-16:30; Sep-May Fr 08:00-16:00; Jun-Aug Mo-Fr 08:00-15:00;" + " PH off")
                .hours();
        assertThat(hours.seasons()).hasSize(2);
        assertThat(hours.on(LocalDate.of(2026, 9, 3), SwedishCalendar.standard()))
                .isEqualTo(DayHours.open("08:00-16:30"));
        assertThat(hours.on(LocalDate.of(2026, 9, 4), SwedishCalendar.standard()))
                .isEqualTo(DayHours.open("08:00-16:00"));
        assertThat(hours.on(LocalDate.of(2026, 7, 3), SwedishCalendar.standard()))
                .isEqualTo(DayHours.open("08:00-15:00"));
        assertThat(hours.on(LocalDate.of(2026, 1, 1), SwedishCalendar.standard()))
                .isEqualTo(DayHours.CLOSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "Mo-Fr 08:00-16:00; 2026 Feb 30 off@names a day that there is not",
                "Mo-Fr 08:00-16:00; Feb 30 off@names a day that there is not",
                "Mo-Fr 08:00-16:00; 2026 Feb 29 off@names a day that there is not",
                "Mo-Fr 08:00-16:00; 2026 Feb 01-29 off@names a day that there is not",
                "week 54 Mo-Fr 08:00-16:00@",
                "week 53-02 Mo-Fr 08:00-16:00@names a day that there is not",
                "week 01-53/60 Mo-Fr 08:00-16:00@names a day that there is not",
                "easter +400 days 08:00-16:00@names a day that there is not",
                "Mo-Fr 08:00-16:00; 2101 Jan 01 off@The year 2101",
                "Mo-Fr 08:00-16:00; 2004 Dec 24 off@The year 2004",
                "1999 Mo-Fr 08:00-16:00@The year 1999",
                "99999 Mo 08:00-16:00@",
                "2026+ Mo 08:00-16:00@without an end",
                "2026-2025 Mo 08:00-16:00@",
                "Mo-Fr 08:00-16:00; 2026 Dec 24-2025 Dec 31 off@end before they begin",
                "Mo-Fr 08:00-16:00; 2026 Dec 24-20 off@end before they begin",
                "Mo-Fr 08:00-16:00; Dec 24-20 off@end before they begin",
                "Mo-Fr 08:00-16:00; 2100 Dec 24-Jan 06 off@",
                "Mo-Fr 08:00-16:00; 2026 Nov 02 Su off@matches no day"
            })
    void aDayThatThereIsNotIsRefused(String text, @Nullable String reason) {
        assertThatThrownBy(() -> OsmHours.read(text))
                .isInstanceOf(OsmRefusedException.class)
                .hasMessageContaining(reason == null ? "" : reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "Mo-Fr 16:30-08:00; PH off@calendar days",
                "Mo-Fr 08:00-16:00 || Sa 10:00-12:00@fallback",
                "Mo-Fr 08:00-16:00 'by appointment'@no opening_hours text",
                "Mo-Fr 18:00+@open end",
                "Mo-Fr sunrise-sunset@sun",
                "SH off@school holidays",
                "PH +1 day off@offset",
                "easter -2 days-easter +1 day off@Easter",
                "Mo-Fr 08:00-16:00; Tu 12:00-13:00 unknown@Unknown hours",
                "nonsense@no opening_hours text"
            })
    void whatMeansSomethingElseIsRefusedWithTheReason(String text, String reason) {
        assertThatThrownBy(() -> OsmHours.read(text))
                .isInstanceOf(OsmRefusedException.class)
                .hasMessageContaining(reason);
    }

    /** It becomes a note, which stands on one line among others. */
    @ParameterizedTest
    @ValueSource(strings = {"ring\nalltid öppet", "ring\u202e", "ring\t"})
    void aCommentThatIsNoLineIsRefused(String comment) {
        assertThatThrownBy(() -> OsmHours.read("Mo 08:00-16:00 unknown \"" + comment + "\""))
                .isInstanceOf(OsmRefusedException.class);
    }

    @Test
    void aTextOfHundredThousandCharactersIsRefusedAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThatThrownBy(() -> OsmHours.read("Mo-Fr 08:00-16:00; ".repeat(5_300)))
                    .isInstanceOf(OsmRefusedException.class)
                    .hasMessageContaining("at most 4000");
            for (int levels : new int[] {1_900, 10_000}) {
                assertThatThrownBy(() -> OsmHours.read("Mo " + "(".repeat(levels) + "08:00" + ")".repeat(levels)))
                        .isInstanceOf(OsmRefusedException.class);
            }
            assertThatThrownBy(() -> OsmHours.read("Mo 08:00-09:00;".repeat(200)))
                    .isInstanceOf(OsmRefusedException.class)
                    .hasMessageContaining("rules");
        });
    }
}
