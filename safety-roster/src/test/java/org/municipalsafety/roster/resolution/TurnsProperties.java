/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.core.time.ZoneClock;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Turns;
import org.threeten.extra.Interval;

/** Where turns begin and end, beside a count of periods from the anchor, one after the other. */
class TurnsProperties {

    private static final List<String> MEMBERS = List.of("a", "b", "c", "d", "e");

    record Plan(Turns turns, LocalDateTime anchor, ZoneId zone) {

        Rotation rotation() {
            return new Rotation(anchor, turns, MEMBERS);
        }

        Rota rota() {
            return Rota.of(RotaPlan.builder("prov", zone)
                    .version(RotaVersion.of(
                            WallClock.instant(anchor, zone),
                            Position.of("TIB", LocalizedText.of("TIB", "TIB"), Layer.of("grund", rotation()))))
                    .build());
        }

        /** The anchor and as many periods of local time, or of elapsed time (T2, T3, T4). */
        Instant start(int turn) {
            LocalDateTime local;
            if (turns instanceof Turns.Days days) {
                local = anchor.plusDays((long) turn * days.days());
            } else if (turns instanceof Turns.Weeks weeks) {
                local = anchor.plusWeeks((long) turn * weeks.weeks());
            } else if (turns instanceof Turns.Months months) {
                LocalDateTime clamped = anchor.plusMonths((long) turn * months.months());
                int missing = anchor.getDayOfMonth() - clamped.getDayOfMonth();
                local = months.end() == Turns.MonthEnd.OVERFLOW ? clamped.plusDays(missing) : clamped;
            } else if (turns instanceof Turns.Cycle cycle) {
                local = anchor;
                for (int i = 0; i < turn; i++) {
                    local = local.plus(cycle.cycle().get(i % cycle.cycle().size()));
                }
            } else {
                return WallClock.instant(anchor, zone)
                        .plus(((Turns.Elapsed) turns).elapsed().multipliedBy(turn));
            }
            return WallClock.instant(local, zone);
        }

        /** The last turn that has begun. */
        int turnAt(Instant at) {
            int turn = 0;
            while (!start(turn + 1).isAfter(at)) {
                turn++;
            }
            return turn;
        }
    }

    @Provide
    Arbitrary<Turns> turns() {
        Arbitrary<Duration> lengths = Arbitraries.integers().between(5, 60).map(Duration::ofHours);
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 9).map(Turns.Days::new),
                Arbitraries.integers().between(1, 4).map(Turns.Weeks::new),
                Combinators.combine(Arbitraries.integers().between(1, 5), Arbitraries.of(Turns.MonthEnd.values()))
                        .as(Turns.Months::new),
                lengths.map(Turns.Elapsed::new),
                lengths.list().ofMinSize(2).ofMaxSize(5).map(Turns.Cycle::new));
    }

    private Arbitrary<Plan> plans(List<String> zones, int year) {
        Arbitrary<LocalDateTime> anchors = Combinators.combine(
                        Arbitraries.integers().between(0, 364),
                        Arbitraries.integers().between(0, 24 * 60 - 1))
                .as((day, minute) ->
                        LocalDateTime.of(year, 1, 1, 0, 0).plusDays(day).plusMinutes(minute));
        return Combinators.combine(turns(), anchors, Arbitraries.of(zones).map(ZoneId::of))
                .as(Plan::new);
    }

    /** Zones whose clocks are changed by an hour, by half an hour, over midnight, and by a whole day. */
    @Provide
    Arbitrary<Plan> anywhere() {
        return plans(
                List.of("Europe/Stockholm", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia", "UTC"), 2010);
    }

    @Provide
    Arbitrary<Plan> farEastWhereClocksStay() {
        return plans(List.of("Pacific/Kiritimati"), 2001);
    }

    @Property(tries = 150)
    void T3_turnsAreCountedFromTheAnchorWhateverTheClockDoes(
            @ForAll("anywhere") Plan plan,
            @ForAll @IntRange(min = 0, max = 3) int changes,
            @ForAll @IntRange(min = -150, max = 150) int minutes) {
        Instant near = plan.start(1);
        for (int i = 0; i < changes; i++) {
            ZoneOffsetTransition change = plan.zone().getRules().nextTransition(near);
            near = change == null ? near.plus(Duration.ofDays(90)) : change.getInstant();
        }
        Instant at = near.plus(Duration.ofMinutes(minutes));
        at = at.isBefore(plan.start(0)) ? plan.start(0) : at;
        int turn = plan.turnAt(at);
        Rota rota = plan.rota();
        for (Instant asked : List.of(at, plan.start(turn), plan.start(turn + 1).minusNanos(1))) {
            Segment segment = rota.at("TIB", asked);
            assertThat(segment.interval()).isEqualTo(Interval.of(plan.start(turn), plan.start(turn + 1)));
            assertThat(segment.because())
                    .contains(new RotaReason.InTurn("grund", turn + 1L, MEMBERS.get(turn % MEMBERS.size())));
        }
    }

    @Example
    void P2_anHourThatComesTwiceBelongsToTheTurnsThatBeganTheFirstTime() {
        // At 03:00 the clock goes back to 02:00; turns of twenty minutes of local time begin the first time round.
        Turns turns = new Turns.Cycle(List.of(Duration.ofMinutes(20), Duration.ofMinutes(20)));
        Plan plan = new Plan(turns, LocalDateTime.parse("2026-10-25T02:00"), ZoneId.of("Europe/Stockholm"));
        Instant second = Instant.parse("2026-10-25T01:00:00Z");
        for (int minutes = 0; minutes < 60; minutes += 15) {
            Segment segment = plan.rota().at("TIB", second.plus(Duration.ofMinutes(minutes)));
            assertThat(segment.because()).contains(new RotaReason.InTurn("grund", 3, "c"));
            assertThat(segment.interval())
                    .isEqualTo(
                            Interval.of(Instant.parse("2026-10-25T00:40:00Z"), Instant.parse("2026-10-25T02:00:00Z")));
        }
    }

    @Property(tries = 60)
    void R8_anIntervalHoldsEachTurnOnce(@ForAll("anywhere") Plan plan, @ForAll @IntRange(max = 60) int turns) {
        Instant from = plan.start(turns).plus(Duration.ofMinutes(7));
        Interval asked = Interval.of(from, plan.start(turns + 8).plus(Duration.ofMinutes(7)));
        List<Interval> expected = new ArrayList<>();
        for (int turn = plan.turnAt(from); plan.start(turn).isBefore(asked.getEnd()); turn++) {
            if (plan.start(turn).isBefore(plan.start(turn + 1))) {
                expected.add(Interval.of(plan.start(turn), plan.start(turn + 1)).intersection(asked));
            }
        }
        assertThat(plan.rota().resolve(asked).segments("TIB"))
                .extracting(Segment::interval)
                .isEqualTo(expected);
    }

    @Property(tries = 150)
    void R10_theTurnIsFoundWithoutASearch(
            @ForAll("farEastWhereClocksStay") Plan plan,
            @ForAll @IntRange(max = 90) int turn,
            @ForAll @IntRange(max = 299) int minutes) {
        ZoneClock clock = ZoneClock.of(plan.zone());
        Handovers handovers = Handovers.of(plan.rotation(), clock);
        for (Instant at : List.of(plan.start(turn), plan.start(turn).plus(Duration.ofMinutes(minutes)))) {
            assertThat(handovers.turn(new Stretch(at, clock, false))).isEqualTo(turn);
        }
    }
}
