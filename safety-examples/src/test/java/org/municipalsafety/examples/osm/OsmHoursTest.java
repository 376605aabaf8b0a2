/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.channel.DayHours;
import org.municipalsafety.core.channel.MovableDay;
import org.municipalsafety.core.channel.OpeningHours;

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
