/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.area;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.text.LocalizedText;

class AreaSetTest {

    private static final String DOCUMENT = """
            {"document": "list", "version": 1, "areas": {
              "publisher": "Polisen", "version": "2025", "validFrom": "2025-12-01",
              "areas": [{"id": "hageby", "name": {"sv": "Hageby", "en": "Hageby"}}]}}""";

    private static AreaSet read(String text) {
        return Documents.read(text.getBytes(UTF_8), "list.json", "list", 1, in -> {
            var areas = in.required("areas", AreaSet::read);
            return in.build(areas::get);
        });
    }

    @Test
    void M5_aListSaysWhoPublishedItInWhichEditionAndFromWhen() {
        AreaSet list = read(DOCUMENT);
        assertThat(list.publisher()).isEqualTo("Polisen");
        assertThat(list.version()).isEqualTo("2025");
        assertThat(list.validFrom()).isEqualTo(LocalDate.parse("2025-12-01"));
        assertThat(list.area("hageby")).contains(new Area("hageby", LocalizedText.of("Hageby", "Hageby")));
        assertThat(list.area("ektorp")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "version", "validFrom"})
    void M5_aListWithoutOneOfThemIsRefused(String field) {
        String without = DOCUMENT.replaceFirst("(?s)(\"areas\": \\{.*?)\"" + field + "\": \"[^\"]*\",", "$1");
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> read(without))
                .satisfies(refused -> assertThat(refused.faults())
                        .singleElement()
                        .satisfies(fault ->
                                assertThat(fault.toString()).contains("/areas").contains(field)));
    }

    @Test
    void M5_theSameNameInAnotherEditionIsAnotherList() {
        AreaSet newer = read(DOCUMENT.replace("\"2025\"", "\"2026\""));
        assertThat(newer).isNotEqualTo(read(DOCUMENT));
        assertThat(newer.areas()).isEqualTo(read(DOCUMENT).areas());
    }

    @Test
    void M5_anAreaIsListedOnce() {
        Area area = new Area("hageby", LocalizedText.of("Hageby", "Hageby"));
        LocalDate from = LocalDate.parse("2025-12-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AreaSet("Polisen", "2025", from, List.of(area, area)))
                .withMessageContaining("hageby");
    }
}
