/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.municipalsafety.roster.resolution.SmallRotas.absent;
import static org.municipalsafety.roster.resolution.SmallRotas.at;
import static org.municipalsafety.roster.resolution.SmallRotas.daily;
import static org.municipalsafety.roster.resolution.SmallRotas.decided;
import static org.municipalsafety.roster.resolution.SmallRotas.line;
import static org.municipalsafety.roster.resolution.SmallRotas.lines;
import static org.municipalsafety.roster.resolution.SmallRotas.position;
import static org.municipalsafety.roster.resolution.SmallRotas.rota;
import static org.municipalsafety.roster.resolution.SmallRotas.version;
import static org.municipalsafety.roster.resolution.SmallRotas.weekly;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Substitution.Policy;
import org.municipalsafety.roster.plan.Window;

/** Who comes instead, and what is said of it (R4, R6, R9). */
class SubstitutionsTest {

    private static final String MONDAY = "2026-09-07T08:00";

    /** What is told on Monday while a and b are absent. */
    private static List<RotaReason> told(Window required, Layer... layers) {
        Position tib = position("TIB", layers).withRequired(required);
        Rota rota = Rota.of(rota(version(MONDAY, tib))
                .absence(absent("a", "2026-09-07T00:00", "2026-09-09T00:00"))
                .absence(absent("b", "2026-09-07T00:00", "2026-09-09T00:00"))
                .build());
        List<RotaReason> because = rota.at("TIB", at("2026-09-07T12:00")).because();
        assertThat(because.get(0)).isEqualTo(new RotaReason.InVersion(1));
        return because.subList(1, because.size());
    }

    private static Layer layer(Substitution policy, String... members) {
        return daily("grund", MONDAY, members).withSubstitution(policy);
    }

    @Test
    void R4_everyoneWhoWasAskedIsNamedOnce() {
        assertThat(told(Window.ALWAYS, layer(Substitution.NEXT_IN_TURN, "a", "b", "a", "b", "c")))
                .containsExactly(
                        new RotaReason.InTurn("grund", 1, "a"),
                        new RotaReason.Absent("a"),
                        new RotaReason.Absent("b"),
                        new RotaReason.StandsIn("c", "a", Policy.NEXT_IN_TURN, false));
    }

    @Test
    void R4_whereNobodyStandsInThatIsTold() {
        assertThat(told(Window.ALWAYS, layer(Substitution.NEXT_IN_TURN, "a", "b")))
                .containsExactly(
                        new RotaReason.InTurn("grund", 1, "a"),
                        new RotaReason.Absent("a"),
                        new RotaReason.Absent("b"),
                        new RotaReason.NobodyStandsIn("grund"));
        assertThat(told(Window.ALWAYS, layer(Substitution.by("b"), "a")))
                .containsExactly(
                        new RotaReason.InTurn("grund", 1, "a"),
                        new RotaReason.Absent("a"),
                        new RotaReason.Absent("b"),
                        new RotaReason.NobodyStandsIn("grund"));
    }

    @Test
    void R4_aGapAndALowerLayerByPolicyAreTold() {
        assertThat(told(Window.ALWAYS, layer(Substitution.GAP, "a", "b")))
                .containsExactly(
                        new RotaReason.InTurn("grund", 1, "a"),
                        new RotaReason.Absent("a"),
                        new RotaReason.LeftEmpty("grund"));
        assertThat(told(Window.ALWAYS, layer(Substitution.LOWER_LAYER, "a", "b"), daily("under", MONDAY, "c")))
                .containsExactly(
                        new RotaReason.InTurn("grund", 1, "a"),
                        new RotaReason.Absent("a"),
                        new RotaReason.InTurn("under", 1, "c"));
    }

    @Test
    void R11_nobodyWhereNobodyIsRequiredSaysSo() {
        assertThat(told(Window.NEVER, layer(Substitution.GAP, "a", "b")))
                .containsExactly(
                        new RotaReason.InTurn("grund", 1, "a"),
                        new RotaReason.Absent("a"),
                        new RotaReason.LeftEmpty("grund"),
                        new RotaReason.NotRequired());
    }

    // Distinct positions

    private static RotaPlan.Builder pair() {
        return rota(version(
                        "2026-08-28T13:00",
                        position("BAK", weekly("bak", "2026-08-31T08:00", "a", "b", "c")),
                        position("TIB", weekly("grund", "2026-08-28T13:00", "a", "b"))))
                .distinct("TIB", "BAK");
    }

    @Test
    void R6_whoGivesWayChangesWhenTheOtherPositionHandsOver() {
        Rota rota = Rota.of(pair().build());
        assertThat(lines(rota, "BAK", "2026-08-31T08:00", "2026-09-18T13:00"))
                .containsExactly(
                        "2026-08-31T08:00 b",
                        "2026-09-04T13:00 a",
                        "2026-09-07T08:00 c",
                        "2026-09-11T13:00 b",
                        "2026-09-14T08:00 c");
        assertThat(line(rota, "BAK", "2026-09-01T08:00")).isEqualTo("2026-08-31T08:00 2026-09-04T13:00 b");
        assertThat(line(rota, "BAK", "2026-09-05T08:00")).isEqualTo("2026-09-04T13:00 2026-09-07T08:00 a");
        assertThat(rota.at("BAK", at("2026-09-01T08:00")).because())
                .containsExactly(
                        new RotaReason.InVersion(1),
                        new RotaReason.InTurn("bak", 1, "a"),
                        new RotaReason.HoldsOther("a", "TIB"),
                        new RotaReason.StandsIn("b", "a", Policy.NEXT_IN_TURN, false));
    }

    @Test
    void R6_aDecisionBindsWhileThePersonDoesNotHoldTheOther() {
        Rota rota = Rota.of(pair().decision(decided("d", "BAK", "2026-09-03T00:00", "2026-09-06T00:00", "a"))
                .build());
        assertThat(lines(rota, "BAK", "2026-09-02T00:00", "2026-09-07T00:00"))
                .containsExactly(
                        "2026-09-02T00:00 b", "2026-09-03T00:00 b", "2026-09-04T13:00 a", "2026-09-06T00:00 a");
        assertThat(rota.at("BAK", at("2026-09-03T12:00")).because())
                .containsExactly(
                        new RotaReason.InVersion(1),
                        new RotaReason.DecisionGivesWay("d", "a", "TIB"),
                        new RotaReason.InTurn("bak", 1, "a"),
                        new RotaReason.HoldsOther("a", "TIB"),
                        new RotaReason.StandsIn("b", "a", Policy.NEXT_IN_TURN, false));
        assertThat(rota.at("BAK", at("2026-09-05T12:00")).because())
                .containsExactly(new RotaReason.InVersion(1), new RotaReason.Decided("d", "a", "Vakthavande"));
    }

    @Test
    void R6_whomTheOtherPositionHasIsPassedOverByPolicyOfAbsenceToo() {
        Rota rota = Rota.of(rota(version(
                        MONDAY,
                        position("TIB", daily("grund", MONDAY, "a")),
                        position("BAK", daily("bak", MONDAY, "x").withSubstitution(Substitution.by("a", "y")))))
                .distinct("TIB", "BAK")
                .absence(absent("x", "2026-09-07T08:00", "2026-09-08T08:00"))
                .build());
        assertThat(rota.at("BAK", at(MONDAY)).because())
                .containsExactly(
                        new RotaReason.InVersion(1),
                        new RotaReason.InTurn("bak", 1, "x"),
                        new RotaReason.Absent("x"),
                        new RotaReason.HoldsOther("a", "TIB"),
                        new RotaReason.StandsIn("y", "x", Policy.SUBSTITUTES, false));
    }

    @Test
    void R7_anInstantTellsTheWholeOfTheFirstAbsenceAndTheFirstDecision() {
        Rota rota = Rota.of(rota(version(MONDAY, position("TIB", weekly("grund", MONDAY, "a", "b"))))
                .absence(absent("a", "2026-09-08T00:00", "2026-09-09T00:00"))
                .decision(decided("d", "TIB", "2026-09-10T00:00", "2026-09-11T00:00", "c"))
                .build());
        assertThat(line(rota, "TIB", "2026-09-08T12:00")).isEqualTo("2026-09-08T00:00 2026-09-09T00:00 b");
        assertThat(line(rota, "TIB", "2026-09-10T12:00")).isEqualTo("2026-09-10T00:00 2026-09-11T00:00 c");
        assertThat(line(rota, "TIB", "2026-09-12T12:00")).isEqualTo("2026-09-11T00:00 2026-09-14T08:00 a");
    }
}
