/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

/** A municipality's own checks, beside those of the library. */
class OwnCheckTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Instant START = Instant.parse("2026-08-31T06:00:00Z");
    private static final Interval MONTH = Interval.of(START, Duration.ofDays(28));

    private static final Finding.Kind TOO_LONG = new Finding.Kind("TOO_LONG");
    private static final Finding.Kind SAME_NAME = new Finding.Kind("SAME_NAME");

    /** No duty of more than eight days. */
    private static final RotaCheck EIGHT_DAYS = checked -> checked.roster().positions().stream()
            .flatMap(position -> checked.duties(position).stream())
            .filter(duty -> duty.interval().toDuration().compareTo(Duration.ofDays(8)) > 0)
            .map(duty -> checked.finding(
                    TOO_LONG,
                    duty.position(),
                    duty.holder(),
                    duty.interval(),
                    duty.holder() + " har mer än åtta dygn i sträck",
                    duty.holder() + " is on standby for more than eight days on end"))
            .toList();

    private static Rota rota(String id, int weeks) {
        Rotation rotation = new Rotation(
                LocalDateTime.parse("2026-08-31T08:00"), new Turns.Weeks(weeks), List.of(id + "-ek", id + "-gran"));
        return Rota.of(RotaPlan.builder(id, STOCKHOLM)
                .version(RotaVersion.of(
                        START, Position.of("TIB", LocalizedText.of("plats", "seat"), Layer.of("grund", rotation))))
                .build());
    }

    @Test
    void anOwnCheckFindsAfterTheOthers() {
        List<Finding> findings =
                RotaChecks.standard().and(EIGHT_DAYS).run(List.of(rota("kort", 1), rota("lang", 2)), MONTH);
        assertThat(findings).hasSize(2).allMatch(finding -> finding.kind().equals(TOO_LONG));
        assertThat(findings).extracting(Finding::rota).containsOnly("lang");
        assertThat(findings.get(0).about()).contains("lang-ek");
        assertThat(findings.get(0).text().in(Locale.ENGLISH))
                .startsWith("lang/TIB, ")
                .endsWith(": lang-ek is on standby for more than eight days on end");
        assertThat(RotaChecks.standard().run(rota("lang", 2), MONTH)).isEmpty();
    }

    @Test
    void anOwnCheckLooksAcrossRotas() {
        RotaCheck names = new RotaCheck() {
            @Override
            public List<Finding> findings(Checked checked) {
                return List.of();
            }

            @Override
            public List<Finding> between(List<Checked> all) {
                return all.stream()
                        .filter(one -> all.stream()
                                .anyMatch(other -> other != one
                                        && other.rota()
                                                .plan()
                                                .positions()
                                                .equals(one.rota().plan().positions())))
                        .map(one -> one.finding(SAME_NAME, "TIB", MONTH, "samma platser", "the same positions"))
                        .toList();
            }
        };
        assertThat(RotaChecks.standard().and(names).run(List.of(rota("a", 1), rota("b", 1)), MONTH))
                .extracting(Finding::kind)
                .containsExactly(SAME_NAME, SAME_NAME);
    }

    @Test
    void aKindIsANameInCapitalLetters() {
        assertThat(new Finding.Kind("GAP")).isEqualTo(Finding.Kind.GAP).hasToString("GAP");
        assertThatIllegalArgumentException().isThrownBy(() -> new Finding.Kind("för lång"));
    }
}
