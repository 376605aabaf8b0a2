/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PageFrameTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    @Test
    void aMunicipalitysOwnPageHasHeadStyleLanguageAndTheLineWith112() {
        String page = PageFrame.of(SWEDISH, "Krisledning <1> & co")
                .withStyle(".map { color: #000; }\n")
                .withHeader("<header><p>x</p></header>\n")
                .withFooter("<footer><p>y</p></footer>\n")
                .around("<h1>Krisledning</h1>\n" + PageFrame.emergency(SWEDISH));
        assertThat(page)
                .startsWith("<!doctype html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n")
                .contains("<title>Krisledning &lt;1&gt; &amp; co</title>")
                .contains(".map { color: #000; }\n</style>")
                .contains("<body>\n<header><p>x</p></header>\n<main>\n<h1>Krisledning</h1>\n")
                .contains(
                        "<p class=\"emergency\">Vid fara för liv, egendom eller miljö: ring <a href=\"tel:112\">112</a>.</p>")
                .endsWith("</main>\n<footer><p>y</p></footer>\n</body>\n</html>\n")
                .doesNotContain("<script", "src=");
    }

    @Test
    void whoeverReadsNoSwedishGetsEnglish() {
        assertThat(PageFrame.of(Locale.GERMAN, "x").around("")).contains("<html lang=\"en\">");
        assertThat(PageFrame.emergencyText(Locale.GERMAN))
                .isEqualTo("If life, property or the environment is in danger: call 112.");
    }

    @Test
    void aStyleCannotEndItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageFrame.of(SWEDISH, "x").withStyle("</style><script>"));
    }

    @Test
    void aTextStaysAText() {
        assertThat(PageFrame.text("a\n<b> \"c\" \u202ed")).isEqualTo("a &lt;b&gt; &quot;c&quot; d");
    }
}
