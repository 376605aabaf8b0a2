/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Takeover;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.testkit.Violation;
import org.threeten.extra.Interval;

/** The what-if, and the contract's coverage, find what is wrong. */
class RotaWhatIfTest {

    private static final Instant START = Instant.parse("2026-01-05T07:00:00Z");
    private static final LocalDateTime ANCHOR = LocalDateTime.parse("2026-01-05T08:00");
    private static final Interval WEEK = Interval.of(START, Duration.ofDays(7));

    private static RotaPlan.Builder rota(Substitution substitution, String... members) {
        Layer layer = Layer.of("grund", Rotation.weekly(ANCHOR, members)).withSubstitution(substitution);
        return RotaPlan.builder("tib", ZoneId.of("Europe/Stockholm"))
                .version(RotaVersion.of(START, Position.of("TIB", LocalizedText.of("plats", "seat"), layer)));
    }

    private static List<String> whats(List<Violation> violations) {
        return violations.stream().map(Violation::what).toList();
    }

    @Test
    void R4_whoAndWhenIsToldInTheRotasTime() {
        assertThat(whats(RotaWhatIf.any(
                        Rota.of(rota(Substitution.GAP, "ek", "gran").build()), Resolver.LIBRARY, WEEK, 1)))
                .containsExactly("unfilled from 2026-01-05T08:00 until 2026-01-12T08:00"
                        + " while away from 2026-01-05T08:00 until 2026-01-12T08:00: ek");
    }

    @Test
    void R4_oneBadPairAmongManyPeopleIsFound() {
        // Nobody but b stands in: each week has one bad pair among 78.
        String[] members = {"c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "a", "m"};
        Rota rota = Rota.of(rota(Substitution.by("b"), members).build());
        List<Violation> found = new ArrayList<>();
        for (int week = 0; week < 11; week++) {
            Interval when = Interval.of(START.plus(Duration.ofDays(7L * week)), Duration.ofDays(7));
            found.addAll(RotaWhatIf.any(rota, Resolver.LIBRARY, when, 2));
        }
        assertThat(whats(found)).hasSize(11).anyMatch(what -> what.endsWith(": a, b"));
        assertThat(RotaWhatIf.any(rota, Resolver.LIBRARY, WEEK, 1)).isEmpty();
    }

    @Test
    void R4_whoIsOnDutyByDecisionIsAwayToo() {
        Rota alone = Rota.of(rota(Substitution.NEXT_IN_TURN, "ek")
                .decision(new SeatOverride("o", "TIB", WEEK, "ek", START, "Stab"))
                .build());
        assertThat(RotaWhatIf.any(alone, Resolver.LIBRARY, WEEK, 1)).hasSize(1);
        Rota taken = Rota.of(rota(Substitution.GAP, "ek", "gran")
                .decision(new Takeover("t", "TIB", WEEK, "ek", "gran", START, "Stab"))
                .absence(new Absence("ek", WEEK))
                .build());
        assertThat(RotaWhatIf.any(taken, Resolver.LIBRARY, WEEK, 1)).hasSize(1);
        Rota plenty = Rota.of(rota(Substitution.NEXT_IN_TURN, "ek", "gran")
                .decision(new SeatOverride("o", "TIB", WEEK, "gran", START, "Stab"))
                .build());
        assertThat(RotaWhatIf.any(plenty, Resolver.LIBRARY, WEEK, 1))
                .as("the plan fills the hours of the decision")
                .isEmpty();
    }

    @Test
    void R4_whatIsUnfilledAnywayIsNobodysAbsence() {
        Rota empty = Rota.of(rota(Substitution.NEXT_IN_TURN, "ek", "gran")
                .decision(SeatOverride.vacating("o", "TIB", WEEK, START, "Stab"))
                .build());
        assertThat(RotaWhatIf.any(empty, Resolver.LIBRARY, WEEK, 2)).isEmpty();
    }

    @Test
    void R4_theContractLooksAtAllTheTimeThatThePlanSpeaksOf() {
        // gran alone can stand in, until a qualification ends long after the only version began.
        Instant end = Instant.parse("2029-06-01T00:00:00Z");
        Layer layer = Layer.of("grund", Rotation.weekly(ANCHOR, "ek")).withSubstitution(Substitution.by("gran"));
        Position tib =
                Position.of("TIB", LocalizedText.of("plats", "seat"), layer).requiring("tib");
        Rota rota = Rota.of(RotaPlan.builder("tib", ZoneId.of("Europe/Stockholm"))
                .version(RotaVersion.of(START, tib))
                .qualification(new Qualification("ek", "tib", START))
                .qualification(new Qualification("gran", "tib", START, end))
                .build());
        RotaContract contract = () -> rota;
        assertThatThrownBy(contract::R4_everyRequiredHourIsFilledWhoeverIsAway)
                .hasMessageContaining("2029-06")
                .hasMessageContaining("ek");
        contract.R11_everyRequiredHourIsFilled();
    }

    @Test
    void R11_theContractFindsEveryGapThatIsNotKnown() {
        Rota rota = Rota.of(rota(Substitution.GAP, "ek", "gran")
                .absence(new Absence("ek", Interval.of(START, Duration.ofHours(5))))
                .build());
        RotaContract contract = () -> rota;
        assertThatThrownBy(contract::R11_everyRequiredHourIsFilled).hasMessageContaining("2026-01-05T07:00:00Z");
        RotaContract knowing = new RotaContract() {
            @Override
            public Rota rota() {
                return rota;
            }

            @Override
            public List<Interval> knownGaps() {
                return List.of(WEEK);
            }
        };
        knowing.R11_everyRequiredHourIsFilled();
    }

    /** The short way finds a case if and only if there is one among all. */
    static class Properties {

        @Provide
        Arbitrary<RotaCase> cases() {
            return Rotas.cases();
        }

        @Property(tries = 30)
        void R4_theShortWayMissesNoCase(@ForAll("cases") RotaCase given) {
            List<String> persons = List.copyOf(given.rota().plan().persons());
            boolean some = false;
            for (String one : persons) {
                for (String other : persons) {
                    List<String> away = one.equals(other) ? List.of(one) : List.of(one, other);
                    some |= !new RotaWhatIf(given.around(), away)
                            .violations(given.rota(), Resolver.LIBRARY)
                            .isEmpty();
                }
            }
            assertThat(RotaWhatIf.any(given.rota(), Resolver.LIBRARY, given.around(), 2)
                            .isEmpty())
                    .isEqualTo(!some);
        }
    }
}
