/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.threeten.extra.Interval;

/** Random rotas against {@link MinuteOracle}, which shares no code with the resolver. */
class OracleTest {

    @Test
    void R7_randomRotasEqualTheOracle() {
        hunt(1, 400);
    }

    @Test
    @Tag("long")
    void R7_aHundredThousandRandomRotasEqualTheOracle() {
        hunt(1_000_000, 100_000);
    }

    private static void hunt(long firstSeed, int count) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            RandomRota random = new RandomRota(seed);
            check(random.rota, random.around, seed);
        }
    }

    private static void check(Rota rota, Interval around, long seed) {
        Roster roster = rota.resolve(around);
        for (String position : rota.positions()) {
            List<Segment> segments = roster.segments(position);
            Instant expectedStart = around.getStart();
            Segment before = null;
            for (Segment segment : segments) {
                assertThat(segment.interval().getStart())
                        .as("seed %s: no seam", seed)
                        .isEqualTo(expectedStart);
                expectedStart = segment.interval().getEnd();
                if (before != null) {
                    boolean same = before.holding().equals(segment.holding())
                            && before.because().equals(segment.because())
                            && before.getClass() == segment.getClass();
                    assertThat(same).as("seed %s: neighbours differ", seed).isFalse();
                }
                before = segment;
                // Every boundary, the nanosecond before the end, and a few instants between.
                Duration part = segment.interval().toDuration().dividedBy(4);
                for (int i = 0; i < 4; i++) {
                    compare(
                            rota,
                            position,
                            segment,
                            segment.interval().getStart().plus(part.multipliedBy(i)),
                            seed);
                }
                compare(rota, position, segment, segment.interval().getEnd().minusNanos(1), seed);
            }
            assertThat(expectedStart).as("seed %s: whole", seed).isEqualTo(around.getEnd());
            Instant middle = around.getStart().plus(Duration.ofHours(72));
            for (int minutes = -200; minutes <= 200; minutes += 20) {
                Instant t = middle.plus(Duration.ofMinutes(minutes));
                compare(rota, position, roster.segmentAt(position, t), t, seed);
                assertThat(rota.at(position, t).interval().intersection(around))
                        .as("seed %s, %s at %s", seed, position, t)
                        .isEqualTo(roster.segmentAt(position, t).interval());
            }
        }
    }

    private static void compare(Rota rota, String position, Segment segment, Instant t, long seed) {
        String found = segment.holding().orElse(segment instanceof Gap ? "gap" : "off");
        String expected = MinuteOracle.at(rota, position, t);
        if (!found.equals(expected)) {
            assertThat(found)
                    .as("seed %s, %s at %s (%s)", seed, position, t, segment.because())
                    .isEqualTo(expected);
        }
    }
}
