/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Example;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

/**
 * Theme 14 of what users of other products ask for: turns of four and of three days, here over a change of the clock.
 */
class FourAndThreeDaysTest implements RotaContract {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Override
    public Rota rota() {
        return rota("2026-03-16T08:00", Duration.ofDays(4), Duration.ofDays(3));
    }

    private static Rota rota(String anchor, Duration... cycle) {
        LocalDateTime start = LocalDateTime.parse(anchor);
        Rotation rotation = new Rotation(start, new Turns.Cycle(List.of(cycle)), List.of("ek", "gran", "alm"));
        return Rota.of(RotaPlan.builder("tib", STOCKHOLM)
                .version(RotaVersion.of(
                        start.atZone(STOCKHOLM).toInstant(),
                        Position.of(
                                "TIB",
                                LocalizedText.of("Tjänsteperson i beredskap", "Duty officer"),
                                Layer.of("grund", rotation))))
                .build());
    }

    private static List<String> handovers(Rota rota, String from, int days) {
        LocalDateTime start = LocalDateTime.parse(from);
        Interval interval = Interval.of(
                start.atZone(STOCKHOLM).toInstant(),
                start.plusDays(days).atZone(STOCKHOLM).toInstant());
        return rota.resolve(interval).segments("TIB").stream()
                .map(segment -> {
                    LocalDateTime at =
                            LocalDateTime.ofInstant(segment.interval().getStart(), STOCKHOLM);
                    return at.getDayOfWeek() + " " + at + " "
                            + segment.holding().orElse("nobody");
                })
                .toList();
    }

    @Example
    void R5_fourDaysAndThenThree() {
        assertThat(handovers(rota(), "2026-03-16T08:00", 21))
                .containsExactly(
                        "MONDAY 2026-03-16T08:00 ek",
                        "FRIDAY 2026-03-20T08:00 gran",
                        "MONDAY 2026-03-23T08:00 alm",
                        "FRIDAY 2026-03-27T08:00 ek",
                        "MONDAY 2026-03-30T08:00 gran",
                        "FRIDAY 2026-04-03T08:00 alm");
    }

    @Example
    void R5_mondaysAtEightAndFridaysAtOne() {
        Rota rota = rota(
                "2026-03-16T08:00",
                Duration.ofDays(4).plusHours(5),
                Duration.ofDays(2).plusHours(19));
        assertThat(handovers(rota, "2026-03-16T08:00", 21))
                .containsExactly(
                        "MONDAY 2026-03-16T08:00 ek",
                        "FRIDAY 2026-03-20T13:00 gran",
                        "MONDAY 2026-03-23T08:00 alm",
                        "FRIDAY 2026-03-27T13:00 ek",
                        "MONDAY 2026-03-30T08:00 gran",
                        "FRIDAY 2026-04-03T13:00 alm");
    }
}
