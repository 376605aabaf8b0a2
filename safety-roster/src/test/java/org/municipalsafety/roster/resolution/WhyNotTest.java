/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.municipalsafety.roster.resolution.SmallRotas.absent;
import static org.municipalsafety.roster.resolution.SmallRotas.at;
import static org.municipalsafety.roster.resolution.SmallRotas.between;
import static org.municipalsafety.roster.resolution.SmallRotas.daily;
import static org.municipalsafety.roster.resolution.SmallRotas.decided;
import static org.municipalsafety.roster.resolution.SmallRotas.position;
import static org.municipalsafety.roster.resolution.SmallRotas.rota;
import static org.municipalsafety.roster.resolution.SmallRotas.vacated;
import static org.municipalsafety.roster.resolution.SmallRotas.version;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Window;

/** Why somebody does not hold a position: the reason about this person comes last (R9). */
class WhyNotTest {

    private static final String MONDAY = "2026-09-07T08:00";
    private static final String NOON = "2026-09-07T12:00";

    private static RotaReason last(Rota rota, String person, String position) {
        var reasons = rota.whyNot(person, position, at(NOON));
        return reasons.get(reasons.size() - 1);
    }

    /** a and b in turn as TIB, the same two as BACKUP, which gives way. */
    private static RotaPlan.Builder pair() {
        return rota(version(
                        MONDAY,
                        position("TIB", daily("grund", MONDAY, "a", "b", "c")),
                        position("BACKUP", daily("grund", MONDAY, "a", "b", "c"))))
                .distinct("TIB", "BACKUP");
    }

    @Test
    void R9_whoHoldsTheOtherPositionIsToldThatAlsoWhenSomebodyElseStoodIn() {
        assertThat(last(Rota.of(pair().build()), "a", "BACKUP")).isEqualTo(new RotaReason.HoldsOther("a", "TIB"));
        // c is not asked at all, since b stands in; and c holds nothing else.
        assertThat(last(Rota.of(pair().build()), "c", "BACKUP")).isEqualTo(new RotaReason.FoundFirst("c", "b"));
    }

    @Test
    void R9_whoIsKeptByAnotherPositionIsToldThatBeforeAnybodyAsksInTurn() {
        Rota rota =
                Rota.of(pair().absence(absent("a", MONDAY, "2026-09-08T08:00")).build());
        assertThat(rota.at("TIB", at(NOON)).holding()).contains("b");
        assertThat(last(rota, "b", "BACKUP")).isEqualTo(new RotaReason.HoldsOther("b", "TIB"));
        assertThat(last(rota, "a", "BACKUP")).isEqualTo(new RotaReason.Absent("a"));
    }

    @Test
    void R9_aDecisionThatGivesWayIsTheReason() {
        Rota rota = Rota.of(pair().decision(decided("o1", "BACKUP", MONDAY, "2026-09-08T08:00", "a"))
                .build());
        assertThat(last(rota, "a", "BACKUP")).isEqualTo(new RotaReason.DecisionGivesWay("o1", "a", "TIB"));
        // Nobody is decided then, so the turn is asked as ever.
        assertThat(last(rota, "c", "BACKUP")).isEqualTo(new RotaReason.FoundFirst("c", "b"));
    }

    @Test
    void R9_aDecisionThatALaterOneSupersedesIsTheReason() {
        Rota rota = Rota.of(pair().decision(decided("o1", "TIB", MONDAY, "2026-09-08T08:00", "x"))
                .decision(new SeatOverride(
                        "o2", "TIB", between(MONDAY, "2026-09-08T08:00"), "b", at("2026-09-02T12:00"), "Vakthavande"))
                .build());
        assertThat(last(rota, "x", "TIB")).isEqualTo(new RotaReason.DecisionSuperseded("o1", "x", "o2"));
        assertThat(last(rota, "x", "TIB").sentence(SmallRotas.SV))
                .isEqualTo("beslut o1 om x ersätts av det senare beslutet o2");
        assertThat(last(rota, "x", "TIB").sentence(Locale.ENGLISH))
                .isEqualTo("decision o1 about x is superseded by the later decision o2");
    }

    @Test
    void R9_aDecisionAboutTheSeatIsTheReasonForEverybodyElse() {
        Rota rota = Rota.of(pair().decision(decided("o1", "TIB", MONDAY, "2026-09-08T08:00", "b"))
                .build());
        assertThat(last(rota, "a", "TIB")).isEqualTo(new RotaReason.Decided("o1", "b", "Vakthavande"));
        Rota emptied = Rota.of(pair().decision(vacated("o1", "TIB", MONDAY, "2026-09-08T08:00"))
                .build());
        assertThat(last(emptied, "a", "TIB")).isEqualTo(new RotaReason.Vacated("o1", "Vakthavande"));
    }

    @Test
    void R9_aLayerThatIsNotInForceIsTheReasonForItsMembers() {
        Layer nights = daily("natt", MONDAY, "n", "m")
                .withWindow(Window.of(EnumSet.allOf(DayOfWeek.class), "22:00-30:00"))
                .withSubstitution(Substitution.by("v"));
        Layer later = daily("sedan", "2026-10-01T08:00", "s");
        Position tib = position("TIB", nights, later, daily("grund", MONDAY, "a", "b"));
        Rota rota = Rota.of(rota(version(MONDAY, tib)).build());
        assertThat(last(rota, "n", "TIB")).isEqualTo(new RotaReason.OutsideWindow("natt"));
        assertThat(last(rota, "v", "TIB")).isEqualTo(new RotaReason.OutsideWindow("natt"));
        assertThat(last(rota, "s", "TIB")).isEqualTo(new RotaReason.NotBegun("sedan"));
        assertThat(last(rota, "b", "TIB")).isEqualTo(new RotaReason.FoundFirst("b", "a"));
        assertThat(last(rota, "x", "TIB")).isEqualTo(new RotaReason.NotAMember("x", "TIB"));
        assertThat(last(rota, "a", "TIB")).isEqualTo(new RotaReason.Holds("a", "TIB"));
    }

    @Test
    void R9_whereThePolicyLeavesTheTurnEmptyThatIsTheReason() {
        Rota rota = Rota.of(rota(version(
                        MONDAY, position("TIB", daily("grund", MONDAY, "a", "b").withSubstitution(Substitution.GAP))))
                .absence(absent("a", MONDAY, "2026-09-08T08:00"))
                .build());
        assertThat(last(rota, "a", "TIB")).isEqualTo(new RotaReason.Absent("a"));
        assertThat(last(rota, "b", "TIB")).isEqualTo(new RotaReason.LeftEmpty("grund"));
    }
}
