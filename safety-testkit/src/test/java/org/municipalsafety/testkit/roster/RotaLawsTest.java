/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import org.municipalsafety.roster.resolution.Gap;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.roster.resolution.Segment;

/** The library's resolver keeps the laws. */
class RotaLawsTest {

    @Provide
    Arbitrary<RotaCase> cases() {
        return Rotas.cases();
    }

    @Property(tries = 300)
    void theLibraryKeepsAllLaws(@ForAll("cases") RotaCase given) {
        assertThat(RotaLaws.check(Resolver.LIBRARY, given)).isEmpty();
    }

    @Tag("long")
    @Property(tries = 100_000)
    void R3_aHundredThousandRotasEqualThePlainReading(@ForAll("cases") RotaCase given) {
        assertThat(RotaLaws.plainReading(Resolver.LIBRARY, given)).isEmpty();
        assertThat(RotaLaws.partition(Resolver.LIBRARY, given)).isEmpty();
    }

    @Tag("long")
    @Property(tries = 300)
    void R3_everyMinuteOfSixDaysEqualsThePlainReading(@ForAll("cases") RotaCase given) {
        Rota rota = given.rota();
        Roster roster = rota.resolve(given.around());
        Duration minute = Duration.ofMinutes(1);
        PlainReading plain = new PlainReading(rota);
        for (String position : rota.positions()) {
            for (Instant at = given.around().getStart(); given.around().contains(at); at = at.plus(minute)) {
                Segment found = roster.segmentAt(position, at);
                String who = found.holding().orElse(found instanceof Gap ? "gap" : "off");
                assertThat(who).as("%s at %s of %s", position, at, rota).isEqualTo(plain.at(position, at));
            }
        }
    }

    @Property(tries = 1000)
    void T2_enoughHandoversMeetAChangeOfTheClock(@ForAll("cases") RotaCase given) {
        var change = Rotas.change(given);
        boolean aimed = change.isPresent()
                && given.rota().versions().stream()
                        .flatMap(version -> version.positions().stream())
                        .flatMap(position -> position.layers().stream())
                        .anyMatch(layer -> true);
        Statistics.label("gap")
                .collect(aimed && change.orElseThrow().isGap())
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 15));
        Statistics.label("overlap")
                .collect(aimed && change.orElseThrow().isOverlap())
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 15));
    }
}
