/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

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
    @Property(tries = 20_000)
    void R3_aHundredThousandRotasEqualThePlainReading(@ForAll("cases") RotaCase given) {
        assertThat(RotaLaws.plainReading(Resolver.LIBRARY, given)).isEmpty();
        assertThat(RotaLaws.partition(Resolver.LIBRARY, given)).isEmpty();
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
