/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.municipalsafety.alerting.notifier.Limits.Alphabet;

class ShorteningTest {

    @Test
    void N8_aTextThatFitsIsLeftAsItIs() {
        assertThat(Shortening.to(160, Alphabet.GSM7_OR_UCS2, "å".repeat(160))).hasSize(160);
        assertThat(Shortening.to(160, Alphabet.GSM7_OR_UCS2, "–".repeat(70))).hasSize(70);
        assertThat(Shortening.to(160, Alphabet.UNICODE, "–".repeat(160))).hasSize(160);
    }

    @Test
    void N8_aTextThatDoesNotFitIsShortenedAndSaysSo() {
        assertThat(Shortening.to(160, Alphabet.GSM7_OR_UCS2, "å".repeat(161)))
                .hasSize(160)
                .endsWith("å...");
        // Signs of the extension table count twice, and one sign outside both turns all into UCS-2.
        assertThat(Shortening.to(160, Alphabet.GSM7_OR_UCS2, "€".repeat(81))).isEqualTo("€".repeat(78) + "...");
        assertThat(Shortening.to(160, Alphabet.GSM7_OR_UCS2, "–".repeat(71))).isEqualTo("–".repeat(67) + "...");
    }

    @Test
    void N8_noSignIsCutInHalf() {
        String shortened = Shortening.to(10, Alphabet.UNICODE, "123456😀😀😀");
        assertThat(shortened).isEqualTo("123456...");
    }
}
