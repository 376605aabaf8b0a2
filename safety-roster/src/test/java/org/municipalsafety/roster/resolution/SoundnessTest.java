/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.municipalsafety.roster.resolution.SmallRotas.absent;
import static org.municipalsafety.roster.resolution.SmallRotas.daily;
import static org.municipalsafety.roster.resolution.SmallRotas.decided;
import static org.municipalsafety.roster.resolution.SmallRotas.position;
import static org.municipalsafety.roster.resolution.SmallRotas.rota;
import static org.municipalsafety.roster.resolution.SmallRotas.version;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.Window;

/** What is wrong with a rota as a whole is named, all of it, where it stands (D1); what is sound is built. */
class SoundnessTest {

    private static final String MONDAY = "2026-09-07T08:00";

    private static Position tib() {
        return position("TIB", daily("grund", MONDAY, "ek"));
    }

    private static Position bak() {
        return position("BAK", daily("bak", MONDAY, "alm"));
    }

    private static List<String> pointers(RotaPlan.Builder builder) {
        InvalidModelException refused =
                catchThrowableOfType(InvalidModelException.class, () -> Rota.of(builder.build()));
        return refused == null
                ? List.of()
                : refused.faults().stream().map(Fault::pointer).toList();
    }

    @Test
    void D1_versionsBeginOneAfterTheOther() {
        assertThat(pointers(rota())).containsExactly("/versions");
        assertThat(pointers(rota(version(MONDAY, tib()), version("2026-09-07T08:01", tib()))))
                .isEmpty();
        assertThat(pointers(rota(version(MONDAY, tib()), version(MONDAY, tib()), version("2026-09-06T08:00", tib()))))
                .containsExactly("/versions/1/effectiveFrom", "/versions/2/effectiveFrom");
    }

    @Test
    void D1_dayClassesAreThoseOfTheCalendar() {
        DayClass unknown = new DayClass("MARKET_DAY");
        Window.Hours known = new Window.Hours(Set.of(), Set.of(DayClass.RED_DAY), Set.of(), DaySpan.ALL_DAY);
        Window.Hours asked = new Window.Hours(Set.of(), Set.of(unknown), Set.of(), DaySpan.ALL_DAY);
        Window.Hours except = new Window.Hours(Set.of(DayOfWeek.MONDAY), Set.of(), Set.of(unknown), DaySpan.ALL_DAY);
        Position required = bak().withRequired(new Window(List.of(known, asked)));
        Position layered = position(
                "TIB",
                daily("ett", MONDAY, "ek").withWindow(new Window(List.of(known))),
                daily("tva", MONDAY, "ek").withWindow(new Window(List.of(except, known))));
        assertThat(pointers(rota(version(MONDAY, tib(), bak()), version("2026-09-08T08:00", required, layered))))
                .containsExactly("/versions/1/positions/0/required/1", "/versions/1/positions/1/layers/1/window/0");
    }

    @Test
    void D1_anUnknownDayClassIsOneFaultAlsoInAWindowThatOpensOnNothingElse() {
        Window.Hours asked = new Window.Hours(Set.of(), Set.of(new DayClass("MARKET_DAY")), Set.of(), DaySpan.ALL_DAY);
        Window.Hours never =
                new Window.Hours(Set.of(DayOfWeek.SUNDAY), Set.of(), Set.of(DayClass.RED_DAY), DaySpan.ALL_DAY);
        assertThat(pointers(rota(version(
                        MONDAY,
                        position("TIB", daily("grund", MONDAY, "ek").withWindow(new Window(List.of(asked)))),
                        position("BAK", daily("bak", MONDAY, "ek").withWindow(new Window(List.of(never))))))))
                .containsExactlyInAnyOrder(
                        "/versions/0/positions/0/layers/0/window/0", "/versions/0/positions/1/layers/0/window");
    }

    @Test
    void D1_pairsAndDecisionsSpeakOfPositionsThatAreThere() {
        assertThat(pointers(rota(version(MONDAY, tib(), bak()))
                        .distinct("TIB", "BAK")
                        .distinct("KOM", "BAK")
                        .distinct("TIB", "KOM")
                        .decision(decided("a", "TIB", MONDAY, "2026-09-08T08:00", "ek"))
                        .decision(decided("b", "KOM", MONDAY, "2026-09-08T08:00", "ek"))))
                .containsExactly("/distinct/1/keeps", "/distinct/2/givesWay", "/overrides/1/position");
    }

    @Test
    void R6_givingWayGoesInNoCircle() {
        Position kom = position("KOM", daily("kom", MONDAY, "lind"));
        assertThat(pointers(rota(version(MONDAY, tib(), bak(), kom))
                        .distinct("TIB", "BAK")
                        .distinct("BAK", "KOM")
                        .distinct("TIB", "KOM")))
                .isEmpty();
        assertThat(pointers(rota(version(MONDAY, tib(), bak(), kom))
                        .distinct("TIB", "BAK")
                        .distinct("BAK", "KOM")
                        .distinct("KOM", "TIB")))
                .containsExactly("/distinct/2");
    }

    @Test
    void D1_absencesAreOfPersonsOfTheRota() {
        assertThat(pointers(rota(version(MONDAY, tib()))
                        .decision(decided("a", "TIB", MONDAY, "2026-09-08T08:00", "asp"))
                        .absence(absent("asp", MONDAY, "2026-09-08T08:00"))
                        .absence(absent("okand", MONDAY, "2026-09-08T08:00"))
                        .absence(absent("ek", MONDAY, "2026-09-08T08:00"))))
                .containsExactly("/absences/1/person");
    }

    @Test
    void R3_decisionsOfOneInstantDoNotOverlap() {
        assertThat(pointers(rota(version(MONDAY, tib()))
                        .decision(decided("b", "TIB", "2026-09-08T08:00", "2026-09-09T08:00", "ek"))
                        .decision(decided("a", "TIB", "2026-09-07T08:00", "2026-09-08T08:00", "ek"))))
                .as("they touch, whatever their order")
                .isEmpty();
        assertThat(pointers(rota(version(MONDAY, tib()))
                        .decision(decided("lang", "TIB", "2026-09-07T08:00", "2026-09-12T08:00", "ek"))
                        .decision(decided("kort", "TIB", "2026-09-08T08:00", "2026-09-09T08:00", "ek"))
                        .decision(decided("sen", "TIB", "2026-09-11T08:00", "2026-09-13T08:00", "ek"))
                        .decision(decided("sist", "TIB", "2026-09-12T20:00", "2026-09-14T08:00", "ek"))
                        .decision(decided("efter", "TIB", "2026-09-14T08:00", "2026-09-15T08:00", "ek"))))
                .containsExactly("/overrides/1", "/overrides/2", "/overrides/3");
    }

    /** A calendar knows some years only: what its first years have is enough, whenever the version begins. */
    @Test
    void D1_aWindowOnRedDaysOpensAlsoInAVersionOlderThanTheCalendar() {
        Window redDays =
                new Window(List.of(new Window.Hours(Set.of(), Set.of(DayClass.RED_DAY), Set.of(), DaySpan.ALL_DAY)));
        Position tib = position("TIB", daily("grund", "1950-01-01T08:00", "ek").withWindow(redDays));
        assertThat(pointers(rota(version("1950-01-01T08:00", tib)))).isEmpty();
    }

    /** Every Sunday is red: such hours never need anybody, and every gap would pass as intended. */
    @Test
    void R11_hoursThatNeverComeAreNoRequirement() {
        Window never = new Window(List.of(
                new Window.Hours(Set.of(DayOfWeek.SUNDAY), Set.of(), Set.of(DayClass.RED_DAY), DaySpan.ALL_DAY)));
        assertThat(pointers(rota(version(MONDAY, tib().withRequired(never)))))
                .containsExactly("/versions/0/positions/0/required");
        assertThat(pointers(rota(version(MONDAY, tib().withRequired(Window.NEVER)))))
                .as("said in so many words")
                .isEmpty();
    }
}
