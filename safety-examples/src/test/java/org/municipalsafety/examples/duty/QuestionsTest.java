/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.threeten.extra.Interval;

class QuestionsTest {

    private static final Path DOCUMENTS = Path.of("src/main/resources/org/municipalsafety/examples/norrkoping");
    private static final Interval WEEK =
            Interval.of(Instant.parse("2026-11-26T13:00:00Z"), Instant.parse("2026-12-01T07:00:00Z"));

    @Test
    void R4_theAbsentHolderIsReplacedAndTheAnswerSaysWhy() {
        String answer = Questions.whoIsOnDuty(
                DOCUMENTS.resolve("rota.json"),
                "TIB",
                Instant.parse("2026-11-27T22:40:00Z"),
                WEEK,
                Locale.forLanguageTag("sv"));
        assertThat(answer)
                .startsWith("bok, måndag 30 november 2026 kl. 08.00: ")
                .contains("alm");
    }

    @Test
    void C5_theCertificateNamesItsInterval() {
        assertThat(Questions.isSomebodyReachable(DOCUMENTS.resolve("directory.json"), WEEK, Locale.ENGLISH))
                .contains("26 November 2026");
    }
}
