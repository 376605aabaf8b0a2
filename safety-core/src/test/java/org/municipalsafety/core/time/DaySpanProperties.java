/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DaySpanProperties {

    @Provide
    Arbitrary<DaySpan> spans() {
        return Arbitraries.integers()
                .between(0, 1439)
                .flatMap(
                        start -> Arbitraries.integers().between(start + 1, 2880).map(end -> new DaySpan(start, end)));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneTransitions.TELLING).map(ZoneId::of);
    }

    @Property
    void C1_textReadsBack(@ForAll("spans") DaySpan span) {
        assertThat(DaySpan.parse(span.toString())).isEqualTo(span);
        assertThat(span.toString()).matches("[0-2]\\d:[0-5]\\d-[0-4]\\d:[0-5]\\d");
    }

    @Property(tries = 300)
    void C1_overlapIsAsharedMinute(@ForAll("spans") DaySpan a, @ForAll("spans") DaySpan b) {
        BitSet minutes = new BitSet();
        minutes.set(a.startMinute(), a.endMinute());
        BitSet others = new BitSet();
        others.set(b.startMinute(), b.endMinute());
        assertThat(a.overlaps(b)).isEqualTo(minutes.intersects(others)).isEqualTo(b.overlaps(a));
    }

    @Property(tries = 500)
    void C1_spanIsWhereTheClockShowsIt(
            @ForAll("spans") DaySpan span,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 0, max = 13_800) int days) {
        LocalDate day = LocalDate.parse("2000-01-01").plusDays(days);
        var start = ZoneTransitions.firstMinuteNotBefore(day.atStartOfDay().plusMinutes(span.startMinute()), zone);
        var end = ZoneTransitions.firstMinuteNotBefore(day.atStartOfDay().plusMinutes(span.endMinute()), zone);
        var interval = span.on(day, zone);
        assertThat(interval.isPresent()).isEqualTo(start.isBefore(end));
        interval.ifPresent(present -> {
            assertThat(present.getStart()).isEqualTo(start);
            assertThat(present.getEnd()).isEqualTo(end);
        });
    }

    @Property
    void C1_orderIsByStartThenByEnd(@ForAll("spans") DaySpan a, @ForAll("spans") DaySpan b) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        if (a.startMinute() < b.startMinute()) {
            assertThat(a).isLessThan(b);
        }
    }
}
