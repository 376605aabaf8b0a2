/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.text.LocalizedText;

class TimelineTest {

    private static final long DAY = 86_400;
    private static final long AGES = 40_000 * DAY;
    private static final List<ChannelReason> WEEK = List.of(
            new ChannelReason(ChannelReason.Kind.WEEK, "a", "/availability/week/0", LocalizedText.of("x", "x")));

    private static Timeline timeline(Timeline.Compiler compiler) {
        return new Timeline(0, 400 * DAY, new Timeline.Known(-AGES, AGES, false, WEEK), compiler);
    }

    private static Block open(long from) {
        return Block.of(from, OpenState.OPEN, WEEK);
    }

    /** Each leans on the one before twice over, as a channel does whose hours and hop are those of another. */
    @Test
    void aBlockOutsideIsCompiledOnceHoweverManyLeanOnIt() {
        AtomicInteger compiled = new AtomicInteger();
        Timeline last = timeline((number, from, until) -> {
            compiled.incrementAndGet();
            return open(from);
        });
        for (int i = 0; i < 16; i++) {
            Timeline before = last;
            last = timeline((number, from, until) -> {
                compiled.incrementAndGet();
                before.block(number);
                return before.block(number);
            });
        }
        for (long second : new long[] {AGES - 1, -AGES, 800 * DAY, AGES - 1}) {
            assertThat(last.stateAt(second)).isEqualTo(OpenState.OPEN);
        }
        assertThat(compiled).hasValueLessThanOrEqualTo(4 * 17);
    }

    /** Eleven thousand years would else fill the memory. */
    @Test
    void onlyTheLastFewBlocksOutsideAreKept() {
        AtomicInteger compiled = new AtomicInteger();
        Timeline timeline = timeline((number, from, until) -> {
            compiled.incrementAndGet();
            return open(from);
        });
        for (int round = 1; round <= 2; round++) {
            for (long second = 800 * DAY; second < AGES; second += DAY) {
                assertThat(timeline.stateAt(second)).isEqualTo(OpenState.OPEN);
                assertThat(timeline.becauseAt(second)).isEqualTo(WEEK);
            }
            assertThat(compiled.get()).isBetween(round * 90, round * 110);
        }
    }
}
