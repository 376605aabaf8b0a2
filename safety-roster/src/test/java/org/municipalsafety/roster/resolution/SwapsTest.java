/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.municipalsafety.roster.resolution.SmallRotas.absent;
import static org.municipalsafety.roster.resolution.SmallRotas.at;
import static org.municipalsafety.roster.resolution.SmallRotas.between;
import static org.municipalsafety.roster.resolution.SmallRotas.daily;
import static org.municipalsafety.roster.resolution.SmallRotas.lines;
import static org.municipalsafety.roster.resolution.SmallRotas.position;
import static org.municipalsafety.roster.resolution.SmallRotas.rota;
import static org.municipalsafety.roster.resolution.SmallRotas.version;

import org.junit.jupiter.api.Test;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.roster.check.RotaChecks;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Swap;
import org.threeten.extra.Interval;

/** Swaps beside all else that a rota holds; turns of a day from Monday 7 September 2026 at 08:00. */
class SwapsTest {

    private static final String MONDAY = "2026-09-07T08:00";
    private static final String TUESDAY = "2026-09-08T08:00";
    private static final String WEDNESDAY = "2026-09-09T08:00";
    private static final String THURSDAY = "2026-09-10T08:00";
    private static final String FRIDAY = "2026-09-11T08:00";
    private static final Interval WEEK = between(MONDAY, "2026-09-14T08:00");

    private static RotaVersion tib(String... members) {
        return version(MONDAY, position("TIB", daily("grund", MONDAY, members)));
    }

    private static Swap swap(String id, String first, String second) {
        return new Swap(
                id,
                new Swap.Side("TIB", between(MONDAY, TUESDAY), first),
                new Swap.Side("TIB", between(TUESDAY, WEDNESDAY), second),
                at("2026-09-01T12:00"),
                "Vakthavande");
    }

    @Test
    void R3_aSwapMayBringSomebodyWhoStandsInNoLayerAndTakesThatPersonAwayAgain() {
        RotaPlan.Builder with = rota(tib("ek", "gran"))
                .swap(swap("byte", "gast", "ek"))
                .absence(absent("gast", THURSDAY, FRIDAY))
                .absence(absent("ek", WEDNESDAY, THURSDAY))
                .qualification(new Qualification("gast", "tib", at(MONDAY)))
                .qualification(new Qualification("ek", "tib", at(MONDAY)));
        Rota rota = Rota.of(with.build());
        assertThat(rota.plan().persons()).containsExactly("ek", "gran", "gast");
        assertThat(lines(rota, "TIB", MONDAY, FRIDAY))
                .containsExactly(MONDAY + " gast", TUESDAY + " ek", WEDNESDAY + " gran", THURSDAY + " gran");

        Rota without = rota.with(plan -> plan.withoutDecision("byte"));
        assertThat(without.plan().swaps()).isEmpty();
        assertThat(without.plan().absences()).containsExactly(absent("ek", WEDNESDAY, THURSDAY));
        assertThat(without.plan().qualifications())
                .extracting(Qualification::person)
                .containsExactly("ek");
        assertThat(lines(without, "TIB", MONDAY, WEDNESDAY)).containsExactly(MONDAY + " ek", TUESDAY + " gran");
        // The checks take each swap back to see whose time it took.
        assertThat(RotaChecks.standard().run(rota, WEEK)).isNotEmpty();
    }

    @Test
    void R3_oneSwapIsTakenBackAndTheOthersStay() {
        Swap other = new Swap(
                "annat",
                new Swap.Side("TIB", between(WEDNESDAY, THURSDAY), "gran"),
                new Swap.Side("TIB", between(THURSDAY, FRIDAY), "ek"),
                at("2026-09-01T12:00"),
                "Vakthavande");
        Rota rota = Rota.of(rota(tib("ek", "gran"))
                .swap(swap("byte", "gran", "ek"))
                .swap(other)
                .build());
        assertThat(rota.with(plan -> plan.withoutDecision("byte")).plan().swaps())
                .containsExactly(other);
        assertThat(rota.with(plan -> plan.withoutDecision("inget"))).isEqualTo(rota);
    }

    @Test
    void D1_aSwapNamesPersonsAndNoGroups() {
        RotaVersion plan = tib("ek", "vast").withGroups(Group.of("vast", "gran", "alm"));
        InvalidModelException refused = catchThrowableOfType(
                InvalidModelException.class,
                () -> Rota.of(rota(plan)
                        .swap(swap("a", "vast", "ek"))
                        .swap(new Swap(
                                "b",
                                new Swap.Side("TIB", between(WEDNESDAY, THURSDAY), "ek"),
                                new Swap.Side("TIB", between(THURSDAY, FRIDAY), "vast"),
                                at("2026-09-01T12:00"),
                                "Vakthavande"))
                        .build()));
        assertThat(refused.faults())
                .extracting(Fault::pointer)
                .containsExactly("/swaps/0/first/holder", "/swaps/1/second/holder");
    }

    @Test
    void R1_theDiffOfAVersionLeavesOutSwapsOfSeatsThatOnlyALaterOneHas() {
        Swap across = new Swap(
                "over",
                new Swap.Side("TIB", between(WEDNESDAY, THURSDAY), "ek"),
                new Swap.Side("BAK", between(THURSDAY, FRIDAY), "gran"),
                at("2026-09-01T12:00"),
                "Vakthavande");
        Rota rota = Rota.of(rota(
                        tib("ek", "alm"),
                        version(TUESDAY, position("TIB", daily("grund", MONDAY, "ek", "gran"))),
                        version(
                                WEDNESDAY,
                                position("TIB", daily("grund", MONDAY, "ek", "gran")),
                                position("BAK", daily("bak", MONDAY, "gran", "ek"))))
                .swap(across)
                .swap(swap("byte", "gran", "ek"))
                .qualification(new Qualification("gran", "tib", at(MONDAY)))
                .build());
        // Before the third version there is no BAK, so neither side of the diff knows the swap across.
        assertThat(Change.ofVersion(rota, 2, between(TUESDAY, THURSDAY)))
                .extracting(change -> change.sentence(SmallRotas.SV, SmallRotas.STOCKHOLM))
                .allSatisfy(sentence -> assertThat(sentence).startsWith("TIB, "));
        assertThat(Change.ofVersion(rota, 3, between(WEDNESDAY, FRIDAY)))
                .extracting(Change::position)
                .contains("TIB", "BAK");
    }
}
