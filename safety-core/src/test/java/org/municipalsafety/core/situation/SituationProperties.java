/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.situation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.municipalsafety.core.bulletin.Bulletin;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.incident.Incident;
import org.municipalsafety.core.measure.Measure;

class SituationProperties {

    @Provide
    Arbitrary<Situation> situations() {
        return Situations.situations();
    }

    @Property(tries = 500)
    void D1_whatIsWrittenReadsBackEqual(@ForAll("situations") Situation situation) {
        String text = SituationDocument.write(situation);
        Situation back = SituationDocument.read(text.getBytes(UTF_8), "situation");
        assertThat(back).isEqualTo(situation);
        assertThat(List.copyOf(back.editions().keySet()))
                .isEqualTo(List.copyOf(situation.editions().keySet()));
        assertThat(SituationDocument.write(back)).isEqualTo(text);
    }

    @Property(tries = 500)
    void D1_anyMutationIsReadOrRefused(
            @ForAll("situations") Situation situation, @ForAll int where, @ForAll byte with) {
        byte[] content = SituationDocument.write(situation).getBytes(UTF_8);
        content[Math.floorMod(where, content.length)] = with;
        try {
            SituationDocument.read(content, "situation");
        } catch (InvalidDocumentException refused) {
            assertThat(refused.faults()).isNotEmpty();
            assertThat(refused.getMessage()).doesNotContain("jackson");
        }
    }

    @Property(tries = 500)
    void D3_nothingOfAHigherClassPassesAndAllElseDoes(
            @ForAll("situations") Situation situation, @ForAll Audience audience) {
        Situation view = situation.view(audience);
        List<Disclosure> seen = switch (audience) {
            case PUBLIC -> List.of(Disclosure.OPEN);
            case AUTHORITIES -> List.of(Disclosure.OPEN, Disclosure.PARTNER);
            case STAFF -> List.of(Disclosure.OPEN, Disclosure.PARTNER, Disclosure.INTERNAL);
            case DUTY -> List.of(Disclosure.values());
        };
        List<Incident> editions =
                view.editions().values().stream().flatMap(List::stream).toList();
        assertThat(editions).allMatch(incident -> seen.contains(incident.disclosure()));
        assertThat(view.incidents())
                .isEqualTo(situation.incidents().stream()
                        .filter(incident -> seen.contains(incident.disclosure()))
                        .toList());
        assertThat(view.measures())
                .isEqualTo(situation.measures().stream()
                        .filter(measure -> seen.contains(measure.disclosure()))
                        .toList());
        List<String> ids = view.measures().stream().map(Measure::id).toList();
        assertThat(view.bulletins())
                .extracting(Bulletin::id)
                .isEqualTo(situation.bulletins().stream()
                        .filter(bulletin -> seen.contains(bulletin.disclosure()))
                        .map(Bulletin::id)
                        .toList());
        assertThat(view.bulletins()).allMatch(bulletin -> ids.containsAll(bulletin.measures()));
        for (Bulletin bulletin : view.bulletins()) {
            Bulletin whole = situation.bulletins().stream()
                    .filter(other -> other.id().equals(bulletin.id()))
                    .findFirst()
                    .orElseThrow();
            List<String> expected = new ArrayList<>(whole.measures());
            expected.retainAll(ids);
            assertThat(bulletin.measures()).isEqualTo(expected);
            assertThat(bulletin.paragraphs()).isEqualTo(whole.paragraphs());
        }
        // What leaves is text in the end: a class above the audience's is not in it.
        String written = SituationDocument.write(view);
        for (Disclosure disclosure : Disclosure.values()) {
            if (!seen.contains(disclosure)) {
                assertThat(written).doesNotContain('"' + disclosure.name() + '"');
            }
        }
    }

    @Property(tries = 200)
    void D3_aViewOfAViewIsTheNarrowerOne(
            @ForAll("situations") Situation situation, @ForAll Audience a, @ForAll Audience b) {
        Audience narrower = a.compareTo(b) <= 0 ? a : b;
        assertThat(situation.view(a).view(b)).isEqualTo(situation.view(narrower));
        assertThat(situation.view(Audience.DUTY)).isEqualTo(situation);
    }

    @Property(tries = 200)
    void M4_republicationUpdatesWithHistory(
            @ForAll("situations") Situation situation, @ForAll("situations") Situation other) {
        for (Incident incident : other.incidents()) {
            if (incident.area().isPresent()) {
                continue;
            }
            List<Incident> before = situation.editions().getOrDefault(incident.id(), List.of());
            Situation after = situation.with(incident);
            List<Incident> expected = new ArrayList<>(before);
            if (before.isEmpty() || !before.get(before.size() - 1).equals(incident)) {
                expected.add(incident);
            }
            assertThat(after.editions().get(incident.id())).isEqualTo(expected);
            assertThat(after.incidents()).contains(incident).doesNotHaveDuplicates();
            assertThat(after.with(incident)).isEqualTo(after);
            assertThat(after.measures()).isEqualTo(situation.measures());
        }
    }
}
