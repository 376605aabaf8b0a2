/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.municipalsafety.roster.resolution.SmallRotas.absent;
import static org.municipalsafety.roster.resolution.SmallRotas.at;
import static org.municipalsafety.roster.resolution.SmallRotas.between;
import static org.municipalsafety.roster.resolution.SmallRotas.daily;
import static org.municipalsafety.roster.resolution.SmallRotas.decided;
import static org.municipalsafety.roster.resolution.SmallRotas.lines;
import static org.municipalsafety.roster.resolution.SmallRotas.position;
import static org.municipalsafety.roster.resolution.SmallRotas.rota;
import static org.municipalsafety.roster.resolution.SmallRotas.version;
import static org.municipalsafety.roster.resolution.SmallRotas.weekly;
import static org.municipalsafety.roster.resolution.SmallRotas.who;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Takeover;
import org.municipalsafety.roster.plan.Window;

/** Somebody takes another's turns for a while by decision (R3, P8). */
class TakeoversTest {

    private static final String MONDAY = "2026-09-07T08:00";

    private static Takeover takeover(String id, String from, String until, String turnsOf, String holder) {
        return new Takeover(id, "TIB", between(from, until), turnsOf, holder, at("2026-09-01T12:00"), "Vakthavande");
    }

    @Test
    void R3_threeTurnsStayThreeDutiesAndOnlyInTheirHours() {
        Layer evenings = daily("kvall", "2026-09-07T00:00", "a", "b")
                .withWindow(Window.of(EnumSet.allOf(DayOfWeek.class), "18:00-22:00"));
        Position tib = position("TIB", evenings).withRequired(Window.NEVER);
        Rota rota = Rota.of(rota(version("2026-09-07T00:00", tib))
                .decision(takeover("t1", "2026-09-07T00:00", "2026-09-12T00:00", "a", "x"))
                .build());
        assertThat(lines(rota, "TIB", "2026-09-07T00:00", "2026-09-14T00:00"))
                .filteredOn(line -> !line.endsWith("off"))
                .containsExactly(
                        "2026-09-07T18:00 x",
                        "2026-09-08T18:00 b",
                        "2026-09-09T18:00 x",
                        "2026-09-10T18:00 b",
                        "2026-09-11T18:00 x",
                        "2026-09-12T18:00 b",
                        "2026-09-13T18:00 a");
    }

    @Test
    void R3_itBeginsAndEndsWithinATurnAndSaysWhy() {
        Rota rota = Rota.of(rota(version(MONDAY, position("TIB", weekly("grund", MONDAY, "a", "b"))))
                .decision(takeover("t1", "2026-09-09T12:00", "2026-09-10T12:00", "a", "b"))
                .build());
        assertThat(lines(rota, "TIB", MONDAY, "2026-09-21T08:00"))
                .containsExactly(
                        "2026-09-07T08:00 a", "2026-09-09T12:00 b", "2026-09-10T12:00 a", "2026-09-14T08:00 b");
        Segment segment = rota.at("TIB", at("2026-09-09T12:00"));
        assertThat(segment.because())
                .containsExactly(
                        new RotaReason.InVersion(1),
                        new RotaReason.InTurn("grund", 1, "a"),
                        new RotaReason.TakesOver("t1", "b", "a", "Vakthavande"));
        assertThat(segment.sentence(SmallRotas.SV))
                .isEqualTo("b har beredskap enligt version 1, lager grund, tur 1,"
                        + " beslut t1 av Vakthavande att b tar turen för a");
        assertThat(segment.sentence(Locale.ENGLISH))
                .isEqualTo("b is on standby according to version 1, layer grund, turn 1,"
                        + " decision t1 by Vakthavande that b takes the turn of a");
    }

    @Test
    void R3_itHoldsWhetherOrNotTheOneInTurnIsAbsentAndBindsLikeADecision() {
        Rota rota = Rota.of(rota(version(MONDAY, position("TIB", daily("grund", MONDAY, "a", "b", "c"))))
                .decision(takeover("t1", MONDAY, "2026-09-14T08:00", "a", "x"))
                .absence(absent("a", MONDAY, "2026-09-14T08:00"))
                .absence(absent("x", MONDAY, "2026-09-14T08:00"))
                .build());
        assertThat(who(rota.at("TIB", at("2026-09-07T12:00")))).isEqualTo("x");
        assertThat(who(rota.at("TIB", at("2026-09-08T12:00")))).isEqualTo("b");
    }

    @Test
    void R3_itSpeaksOfTurnsAndNotOfStandingIn() {
        Rota rota = Rota.of(rota(version(MONDAY, position("TIB", daily("grund", MONDAY, "b", "a"))))
                .decision(takeover("t1", MONDAY, "2026-09-14T08:00", "a", "x"))
                .absence(absent("b", MONDAY, "2026-09-08T08:00"))
                .build());
        assertThat(who(rota.at("TIB", at("2026-09-07T12:00")))).isEqualTo("a");
        assertThat(who(rota.at("TIB", at("2026-09-08T12:00")))).isEqualTo("x");
    }

    @Test
    void P8_theSeatGoesBeforeTheTurnAndTheLaterOfTwoCounts() {
        Takeover later = new Takeover(
                "t2", "TIB", between(MONDAY, "2026-09-14T08:00"), "a", "y", at("2026-09-02T12:00"), "Vakthavande");
        RotaPlan.Builder both = rota(version(MONDAY, position("TIB", daily("grund", MONDAY, "a"))))
                .decision(later)
                .decision(takeover("t1", MONDAY, "2026-09-14T08:00", "a", "x"));
        assertThat(who(Rota.of(both.build()).at("TIB", at("2026-09-07T12:00")))).isEqualTo("y");
        Rota seat = Rota.of(both.decision(decided("o1", "TIB", MONDAY, "2026-09-08T08:00", "z"))
                .build());
        assertThat(who(seat.at("TIB", at("2026-09-07T12:00")))).isEqualTo("z");
        assertThat(who(seat.at("TIB", at("2026-09-08T12:00")))).isEqualTo("y");
    }

    @Test
    void R6_itDoesNotBindWhereItWouldGiveTwoDistinctPositions() {
        Rota rota = Rota.of(rota(version(
                        MONDAY,
                        position("BACKUP", daily("grund", MONDAY, "x", "b")),
                        position("TIB", daily("grund", MONDAY, "a", "b"))))
                .distinct("BACKUP", "TIB")
                .decision(takeover("t1", MONDAY, "2026-09-14T08:00", "a", "x"))
                .build());
        Segment segment = rota.at("TIB", at("2026-09-07T12:00"));
        assertThat(who(segment)).isEqualTo("a");
        assertThat(segment.because()).contains(new RotaReason.DecisionGivesWay("t1", "x", "BACKUP"));
        assertThat(rota.whyNot("x", "TIB", at("2026-09-07T12:00")))
                .last()
                .isEqualTo(new RotaReason.DecisionGivesWay("t1", "x", "BACKUP"));
    }

    @Test
    void R3_aTurnThatSomebodyHasForAGroupIsThatPersons() {
        RotaVersion grouped = version(MONDAY, position("TIB", daily("grund", MONDAY, "vast", "c")))
                .withGroups(Group.of("vast", "a", "b"));
        Rota rota = Rota.of(rota(grouped)
                .decision(takeover("t1", MONDAY, "2026-09-14T08:00", "a", "x"))
                .build());
        assertThat(lines(rota, "TIB", MONDAY, "2026-09-12T08:00"))
                .extracting(line -> line.substring(17))
                .containsExactly("x", "c", "b", "c", "x");
    }

    @Test
    void R3_oneDecisionIsTakenBackAndTheOthersStay() {
        Rota rota = Rota.of(rota(version(MONDAY, position("TIB", daily("grund", MONDAY, "a", "b"))))
                .decision(takeover("t1", MONDAY, "2026-09-14T08:00", "a", "x"))
                .decision(takeover("t2", MONDAY, "2026-09-14T08:00", "b", "y"))
                .decision(decided("o1", "TIB", MONDAY, "2026-09-08T08:00", "z"))
                .decision(decided("o2", "TIB", "2026-09-08T08:00", "2026-09-09T08:00", "z"))
                .build());
        for (String id : List.of("t1", "t2", "o1", "o2")) {
            Rota left = rota.with(plan -> plan.withoutDecision(id));
            assertThat(Stream.concat(
                            left.plan().decisions(Takeover.class).stream().map(Takeover::id),
                            left.plan().decisions(SeatOverride.class).stream().map(SeatOverride::id)))
                    .doesNotContain(id)
                    .hasSize(3);
        }
    }

    @Test
    void D1_aTakeoverNamesPersonsAndNoGroups() {
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> Rota.of(rota(RotaVersion.of(at(MONDAY), position("TIB", daily("grund", MONDAY, "g")))
                                .withGroups(new Group("g", List.of("a", "b"))))
                        .decision(takeover("t1", MONDAY, "2026-09-14T08:00", "g", "x"))
                        .decision(takeover("t2", MONDAY, "2026-09-14T08:00", "a", "g"))
                        .build()))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(fault -> fault.pointer())
                        .containsExactly("/takeovers/0/turnsOf", "/takeovers/1/holder"));
    }

    @Test
    void D1_whatIsWrongWithATakeoverIsToldAtOnce() {
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> Rota.of(rota(version(MONDAY, position("TIB", daily("grund", MONDAY, "a", "b"))))
                        .decision(takeover("t1", MONDAY, "2026-09-14T08:00", "nobody", "x"))
                        .decision(new Takeover(
                                "t1",
                                "KOM",
                                between(MONDAY, "2026-09-14T08:00"),
                                "a",
                                "x",
                                at("2026-09-01T12:00"),
                                "Vakthavande"))
                        .decision(takeover("t3", MONDAY, "2026-09-08T08:00", "a", "x"))
                        .decision(takeover("t4", MONDAY, "2026-09-09T08:00", "a", "b"))
                        .build()))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(fault -> fault.pointer())
                        .containsExactly(
                                "/takeovers/0/turnsOf", "/takeovers/1/position", "/takeovers/1/id", "/takeovers/3"));
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> takeover("t1", MONDAY, "2026-09-14T08:00", "a", "a"))
                .withMessageContaining("whose turns they are");
    }
}
