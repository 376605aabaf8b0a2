/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.municipalsafety.roster.document.RotaDocument;
import org.municipalsafety.roster.plan.RotaPlan;

/** What is written as a document and what is read are one plan. */
class PlanDocumentProperties {

    @Provide
    Arbitrary<RotaCase> cases() {
        return Rotas.cases();
    }

    @Property(tries = 300)
    void D1_whatIsWrittenReadsBackAsTheSamePlan(@ForAll("cases") RotaCase given) {
        RotaPlan plan = given.rota().plan();
        String written = RotaDocument.write(plan);
        RotaPlan read = RotaDocument.read(written.getBytes(StandardCharsets.UTF_8), "written")
                .plan();
        assertThat(read).isEqualTo(plan).hasSameHashCodeAs(plan);
        assertThat(RotaDocument.write(read)).isEqualTo(written);
    }

    /** A plan is the sum of its parts, in whatever order its decisions were added. */
    @Property(tries = 100)
    void aPlanEqualsOneThatIsBuiltAnew(@ForAll("cases") RotaCase given) {
        RotaPlan plan = given.rota().plan();
        RotaPlan.Builder builder = RotaPlan.builder(plan.id(), plan.zone());
        plan.swaps().forEach(builder::swap);
        plan.decisions().stream()
                .filter(decision ->
                        plan.swaps().stream().noneMatch(swap -> swap.id().equals(decision.id())))
                .forEach(builder::decision);
        plan.versions().forEach(builder::version);
        plan.distinct().forEach(builder::distinct);
        plan.absences().forEach(builder::absence);
        plan.qualifications().forEach(builder::qualification);
        assertThat(builder.build()).isEqualTo(plan);
    }
}
