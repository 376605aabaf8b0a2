/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Substitution;
import org.threeten.extra.Interval;

class QualificationsTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final LocalizedText NAME = LocalizedText.of("plats", "seat");
    private static final LocalDateTime ANCHOR = LocalDateTime.parse("2026-08-31T08:00");
    private static final Instant FROM = at("2026-08-31T08:00");
    private static final Instant OLD = Instant.parse("2020-01-01T00:00:00Z");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    private static Position tib(Substitution substitution, String... members) {
        return Position.of(
                        "TIB",
                        NAME,
                        Layer.of("grund", Rotation.weekly(ANCHOR, members)).withSubstitution(substitution))
                .requiring("tib");
    }

    private static RotaPlan.Builder rota(Position... positions) {
        return RotaPlan.builder("r", STOCKHOLM).version(RotaVersion.of(FROM, positions));
    }

    private static Qualification tib(String person) {
        return new Qualification(person, "tib", OLD);
    }

    private static Qualification tib(String person, String until) {
        return new Qualification(person, "tib", OLD, at(until));
    }

    private static String holder(Rota rota, String at) {
        return rota.at("TIB", at(at)).holding().orElse("-");
    }

    @Test
    void R4_whoseQualificationHasExpiredIsReplacedAsIfAbsent() {
        Rota rota = Rota.of(rota(tib(Substitution.NEXT_IN_TURN, "ek", "gran", "alm"))
                .qualification(tib("ek", "2026-09-02T12:00"))
                .qualification(tib("alm"))
                .build());
        assertThat(rota.resolve(Interval.of(FROM, at("2026-09-28T08:00"))).segments("TIB"))
                .extracting(segment -> segment.holding().orElse("-") + " "
                        + LocalDateTime.ofInstant(segment.interval().getStart(), STOCKHOLM))
                .containsExactly(
                        "ek 2026-08-31T08:00",
                        "alm 2026-09-02T12:00",
                        "alm 2026-09-07T08:00",
                        "alm 2026-09-14T08:00",
                        "alm 2026-09-21T08:00");
    }

    @Test
    void R4_aQualificationHoldsItsStartAndNotItsEndAndARenewalAddsToIt() {
        Rota rota = Rota.of(rota(tib(Substitution.GAP, "ek"))
                .qualification(new Qualification("ek", "tib", at("2026-09-03T00:00"), at("2026-09-04T00:00")))
                .qualification(tib("ek", "2026-09-02T00:00"))
                .qualification(new Qualification("ek", "tib", at("2026-09-04T00:00")))
                .build());
        assertThat(rota.resolve(Interval.of(FROM, at("2026-09-08T00:00"))).segments("TIB"))
                .filteredOn(Gap.class::isInstance)
                .extracting(Segment::interval)
                .containsExactly(Interval.of(at("2026-09-02T00:00"), at("2026-09-03T00:00")));
        assertThat(rota.lacks("ek", "tib", Interval.of(FROM, at("2026-09-08T00:00"))))
                .containsExactly(Interval.of(at("2026-09-02T00:00"), at("2026-09-03T00:00")));
        assertThat(rota.lacks("gran", "tib", Interval.of(FROM, at("2026-09-08T00:00"))))
                .containsExactly(Interval.of(FROM, at("2026-09-08T00:00")));
    }

    @Test
    void R4_eachPolicyActsAsForAnAbsence() {
        String when = "2026-09-01T12:00";
        Layer base = Layer.of("botten", Rotation.weekly(ANCHOR, "lind"));
        for (Substitution policy : List.of(
                Substitution.NEXT_IN_TURN, Substitution.LOWER_LAYER, Substitution.GAP, Substitution.by("asp"))) {
            Layer top = Layer.of("topp", Rotation.weekly(ANCHOR, "ek", "gran")).withSubstitution(policy);
            Position position = Position.of("TIB", NAME, top, base);
            Rota away = Rota.of(rota(position)
                    .absence(new Absence("ek", Interval.of(FROM, at("2026-09-07T08:00"))))
                    .build());
            RotaPlan.Builder lacking = rota(position.requiring("tib"));
            List.of("gran", "lind", "asp").stream()
                    .filter(away.plan().persons()::contains)
                    .forEach(person -> lacking.qualification(tib(person)));
            assertThat(holder(Rota.of(lacking.build()), when)).as("%s", policy).isEqualTo(holder(away, when));
        }
    }

    @Test
    void R4_whoLacksOneOfSeveralQualificationsCannot() {
        Position position = tib(Substitution.GAP, "ek").requiring("tib", "kran");
        assertThat(holder(Rota.of(rota(position).qualification(tib("ek")).build()), "2026-09-01T12:00"))
                .isEqualTo("-");
        assertThat(holder(
                        Rota.of(rota(position)
                                .qualification(tib("ek"))
                                .qualification(new Qualification("ek", "kran", OLD))
                                .build()),
                        "2026-09-01T12:00"))
                .isEqualTo("ek");
    }

    @Test
    void R4_oneOfAGroupWhoIsNotQualifiedIsReplacedWithinIt() {
        Rota rota = Rota.of(RotaPlan.builder("r", STOCKHOLM)
                .version(RotaVersion.of(FROM, tib(Substitution.GAP, "vast")).withGroups(Group.of("vast", "ek", "gran")))
                .qualification(tib("gran"))
                .build());
        assertThat(holder(rota, "2026-09-01T12:00")).isEqualTo("gran");
        assertThat(holder(rota, "2026-09-08T12:00")).isEqualTo("gran");
    }

    @Test
    void R3_aDecisionBindsWithoutTheQualification() {
        Rota rota = Rota.of(rota(tib(Substitution.GAP, "ek"))
                .decision(new SeatOverride(
                        "o", "TIB", Interval.of(FROM, at("2026-09-02T00:00")), "gran", FROM, "Säkerhetschef"))
                .build());
        assertThat(holder(rota, "2026-09-01T12:00")).isEqualTo("gran");
    }

    @Test
    void R9_theReasonSaysSinceWhen() {
        Rota rota = Rota.of(rota(tib(Substitution.NEXT_IN_TURN, "ek", "gran", "alm"))
                .qualification(tib("ek", "2026-09-01T00:00"))
                .qualification(tib("alm"))
                .build());
        Segment segment = rota.at("TIB", at("2026-09-02T12:00"));
        assertThat(segment.because())
                .containsExactly(
                        new RotaReason.InVersion(1),
                        new RotaReason.InTurn("grund", 1, "ek"),
                        new RotaReason.Expired("ek", "tib", at("2026-09-01T00:00"), STOCKHOLM),
                        new RotaReason.Unqualified("gran", "tib"),
                        new RotaReason.StandsIn("alm", "ek", Substitution.Policy.NEXT_IN_TURN, false));
        assertThat(segment.sentence(Locale.forLanguageTag("sv")))
                .isEqualTo("alm har beredskap enligt version 1, lager grund, tur 1; "
                        + "behörigheten tib för ek gick ut tisdag 1 september 2026 kl. 00.00; "
                        + "gran saknar behörigheten tib; alm är näst i tur");
        assertThat(segment.sentence(Locale.ENGLISH))
                .contains("the qualification tib of ek expired")
                .contains("gran lacks the qualification tib");
        assertThat(rota.whyNot("ek", "TIB", at("2026-09-02T12:00")))
                .last()
                .isEqualTo(new RotaReason.Expired("ek", "tib", at("2026-09-01T00:00"), STOCKHOLM));
        assertThat(rota.whyNot("gran", "TIB", at("2026-09-15T12:00")))
                .last()
                .isEqualTo(new RotaReason.Unqualified("gran", "tib"));
    }

    @Test
    void R8_aPositionThatRequiresNothingIsNotCutByQualifications() {
        Position free = Position.of("TIB", NAME, Layer.of("grund", Rotation.weekly(ANCHOR, "ek", "gran")));
        Interval weeks = Interval.of(FROM, at("2026-09-28T08:00"));
        assertThat(Rota.of(rota(free)
                                .qualification(tib("ek", "2026-09-02T12:00"))
                                .build())
                        .resolve(weeks))
                .isEqualTo(Rota.of(rota(free).build()).resolve(weeks));
    }

    @Test
    void R4_theFirstInstantOfAQualificationAndOfTheRotaCount() {
        Rota rota = Rota.of(rota(tib(Substitution.GAP, "ek", "gran"))
                .qualification(new Qualification("ek", "tib", at("2026-09-03T00:00")))
                .build());
        assertThat(rota.at("TIB", at("2026-09-03T00:00")).holding()).contains("ek");
        assertThat(rota.at("TIB", at("2026-09-03T00:00").minusNanos(1)).holding())
                .isEmpty();
        assertThat(rota.whyNot("gran", "TIB", FROM)).last().isEqualTo(new RotaReason.Unqualified("gran", "tib"));
    }

    @Test
    void R9_whereTheVersionInForceHasNoSuchSeatNobodyIsAMember() {
        Rota rota = Rota.of(rota(Position.of("BAK", NAME, Layer.of("bak", Rotation.weekly(ANCHOR, "ek"))))
                .version(RotaVersion.of(at("2026-09-07T08:00"), tib(Substitution.GAP, "ek")))
                .build());
        assertThat(rota.whyNot("ek", "TIB", FROM)).last().isEqualTo(new RotaReason.NotAMember("ek", "TIB"));
    }

    @Test
    void R1_theDiffOfAVersionKeepsTheQualificationsOfThoseWhoStay() {
        Rota rota = Rota.of(rota(tib(Substitution.GAP, "ek", "gran"))
                .version(RotaVersion.of(at("2026-09-14T08:00"), tib(Substitution.GAP, "ek", "alm")))
                .qualification(tib("ek"))
                .qualification(tib("gran"))
                .qualification(tib("alm"))
                .build());
        assertThat(Change.ofVersion(rota, 2, Interval.of(FROM, at("2026-09-28T08:00"))))
                .extracting(change -> change.before().holding().orElse("-") + " "
                        + change.after().holding().orElse("-"))
                .containsExactly("gran alm");
    }

    @Test
    void D1_aQualificationEndsAfterItsStart() {
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> new Qualification("ek", "tib", FROM, FROM))
                .satisfies(refused -> assertThat(refused.faults())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/until")));
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> tib(Substitution.GAP, "ek").requiring("tib", "tib"))
                .satisfies(refused -> assertThat(refused.faults())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/requires/1")));
    }
}
