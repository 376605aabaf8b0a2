/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.municipalsafety.roster.resolution.SmallRotas.SV;
import static org.municipalsafety.roster.resolution.SmallRotas.absent;
import static org.municipalsafety.roster.resolution.SmallRotas.at;
import static org.municipalsafety.roster.resolution.SmallRotas.daily;
import static org.municipalsafety.roster.resolution.SmallRotas.decided;
import static org.municipalsafety.roster.resolution.SmallRotas.position;
import static org.municipalsafety.roster.resolution.SmallRotas.rota;
import static org.municipalsafety.roster.resolution.SmallRotas.vacated;
import static org.municipalsafety.roster.resolution.SmallRotas.version;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Substitution.Policy;
import org.municipalsafety.roster.plan.Window;

/** What people read of a reason and of a segment, in Swedish and in English (R9). */
class SentencesTest {

    private static final String MONDAY = "2026-09-07T08:00";

    static Stream<Arguments> reasons() {
        return Stream.of(
                arguments(new RotaReason.InVersion(3), "version 3", "version 3"),
                arguments(
                        new RotaReason.NotPlanned("TIB"),
                        "TIB ingår inte i den version som gäller",
                        "TIB is not part of the version in force"),
                arguments(new RotaReason.Decided("d1", "ek", "VB"), "beslut d1 av VB", "decision d1 by VB"),
                arguments(
                        new RotaReason.Vacated("d1", "VB"),
                        "beslut d1 av VB lämnar platsen tom",
                        "decision d1 by VB leaves the seat empty"),
                arguments(
                        new RotaReason.DecisionGivesWay("d1", "ek", "TIB"),
                        "beslut d1 gäller inte medan ek har TIB",
                        "decision d1 does not bind while ek holds TIB"),
                arguments(
                        new RotaReason.OutsideWindow("natt"),
                        "lager natt gäller inte då",
                        "layer natt is not in force at that time"),
                arguments(
                        new RotaReason.OnDay("natt", DayClass.RED_DAY),
                        "för lager natt avgör dagklassen RED_DAY",
                        "for layer natt the day class RED_DAY decides"),
                arguments(new RotaReason.NotBegun("natt"), "lager natt har inte börjat", "layer natt has not begun"),
                arguments(
                        new RotaReason.InTurn("natt", 7, "ek"),
                        "ek har tur 7 i lager natt",
                        "ek has turn 7 in layer natt"),
                arguments(new RotaReason.Absent("ek"), "ek är frånvarande", "ek is absent"),
                arguments(new RotaReason.HoldsOther("ek", "TIB"), "ek har TIB", "ek holds TIB"),
                arguments(
                        new RotaReason.StandsIn("ek", "alm", Policy.SUBSTITUTES, false),
                        "ek är utsedd ersättare",
                        "ek is the named substitute"),
                arguments(
                        new RotaReason.StandsIn("ek", "alm", Policy.NEXT_IN_TURN, false),
                        "ek är näst i tur",
                        "ek is next in turn"),
                arguments(
                        new RotaReason.NobodyStandsIn("natt"),
                        "lager natt har ingen ersättare",
                        "layer natt has nobody to stand in"),
                arguments(
                        new RotaReason.LeftEmpty("natt"),
                        "lager natt lämnar turen tom",
                        "layer natt leaves the turn empty"),
                arguments(
                        new RotaReason.NotRequired(),
                        "platsen behöver inte vara besatt då",
                        "the seat need not be filled at that time"),
                arguments(
                        new RotaReason.NotAMember("ek", "TIB"),
                        "ek ingår inte i något lager för TIB",
                        "ek is in no layer of TIB"),
                arguments(new RotaReason.FoundFirst("ek", "alm"), "alm går före ek", "alm comes before ek"),
                arguments(new RotaReason.Holds("ek", "TIB"), "ek har TIB", "ek does hold TIB"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void R9_eachReasonReadsInBothLanguages(RotaReason reason, String swedish, String english) {
        assertThat(reason.sentence(SV)).isEqualTo(swedish);
        assertThat(reason.sentence(Locale.ENGLISH)).isEqualTo(english);
    }

    private static void reads(Rota rota, String at, String swedish, String english) {
        Segment segment = rota.at("TIB", at(at));
        assertThat(segment.sentence(SV)).isEqualTo(swedish);
        assertThat(segment.sentence(Locale.ENGLISH)).isEqualTo(english);
    }

    @Test
    void R9_aDutyByDecisionSaysWhoDecided() {
        Rota rota = Rota.of(rota(version(MONDAY, position("TIB", daily("grund", MONDAY, "ek"))))
                .decision(decided("d1", "TIB", MONDAY, "2026-09-08T08:00", "alm"))
                .build());
        reads(
                rota,
                MONDAY,
                "alm har beredskap enligt version 1, beslut d1 av Vakthavande",
                "alm is on standby according to version 1, decision d1 by Vakthavande");
    }

    @Test
    void R9_aDutyOfALowerLayerSaysWhyNotTheHigher() {
        Rota rota = Rota.of(rota(version(
                        MONDAY,
                        position(
                                "TIB",
                                daily("topp", MONDAY, "ek").withSubstitution(Substitution.LOWER_LAYER),
                                daily("grund", MONDAY, "alm"))))
                .absence(absent("ek", MONDAY, "2026-09-10T08:00"))
                .build());
        reads(
                rota,
                "2026-09-08T08:00",
                "alm har beredskap enligt version 1, lager grund, tur 2; ek har tur 2 i lager topp; ek är frånvarande",
                "alm is on standby according to version 1, layer grund, turn 2; ek has turn 2 in layer topp; "
                        + "ek is absent");
    }

    @Test
    void R9_aGapSaysThatSomebodyHasToBeThere() {
        Rota rota = Rota.of(rota(version(MONDAY, position("TIB", daily("grund", MONDAY, "ek"))))
                .decision(vacated("tom", "TIB", MONDAY, "2026-09-08T08:00"))
                .build());
        reads(
                rota,
                MONDAY,
                "ingen har beredskap fast någon ska enligt version 1; beslut tom av Vakthavande lämnar platsen tom",
                "nobody is on standby though somebody has to be according to version 1; "
                        + "decision tom by Vakthavande leaves the seat empty");
    }

    @Test
    void R9_offSaysWhetherNobodyIsNeededOrNothingHasBegun() {
        Rota rota = Rota.of(rota(version(MONDAY, position("TIB").withRequired(Window.NEVER)))
                .build());
        reads(
                rota,
                MONDAY,
                "ingen har beredskap enligt version 1; platsen behöver inte vara besatt då",
                "nobody is on standby according to version 1; the seat need not be filled at that time");
        Segment before = rota.at("TIB", at("2026-09-06T08:00"));
        assertThat(before.sentence(SV)).startsWith("ingen har beredskap; rotan prov gäller först från ");
        assertThat(before.sentence(Locale.ENGLISH))
                .startsWith("nobody is on standby; the rota prov is not in effect before ");
    }
}
