/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void itStandsStillUntilMoved() {
        SettableClock clock = SettableClock.at(NOON);
        assertThat(clock.instant()).isEqualTo(NOON).isEqualTo(clock.instant());
        assertThat(clock.advance(Duration.ofMinutes(5))).isEqualTo(NOON.plusSeconds(300));
        assertThat(clock.set(NOON.plusSeconds(301))).isEqualTo(clock.instant());
    }

    @Test
    void itGoesBackOnlyWhenAskedByName() {
        SettableClock clock = SettableClock.at(NOON);
        assertThatIllegalArgumentException().isThrownBy(() -> clock.set(NOON.minusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofNanos(-1)));
        assertThat(clock.setBack(NOON.minusNanos(1))).isEqualTo(clock.instant());
        assertThatIllegalArgumentException().isThrownBy(() -> clock.setBack(NOON));
    }

    @Test
    void noStepIsLostBetweenThreads() throws InterruptedException {
        SettableClock clock = SettableClock.at(NOON);
        Runnable steps = () -> {
            for (int i = 0; i < 10_000; i++) {
                clock.advance(Duration.ofSeconds(1));
            }
        };
        Thread first = new Thread(steps);
        Thread second = new Thread(steps);
        first.start();
        second.start();
        first.join();
        second.join();
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(20_000));
    }
}
