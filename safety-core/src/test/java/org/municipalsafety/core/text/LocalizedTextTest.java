/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalizedTextTest {

    private static LocalizedText text(String... tagsAndTexts) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < tagsAndTexts.length; i += 2) {
            texts.put(tagsAndTexts[i], tagsAndTexts[i + 1]);
        }
        return new LocalizedText(texts);
    }

    @ParameterizedTest
    @CsvSource({
        "sv, Socialjouren",
        "sv-SE, Socialjouren",
        "sv-FI, Socialjouren",
        "sv-x-lattlast, Ring oss",
        "en, The social emergency service",
        "en-GB, The social emergency service",
        "so, The social emergency service",
        "und, The social emergency service"
    })
    void aReaderGetsTheOwnLanguageElseTheMainOneElseEnglish(String reader, String expected) {
        LocalizedText name =
                text("sv", "Socialjouren", "en", "The social emergency service", "sv-x-lattlast", "Ring oss");
        assertThat(name.in(Locale.forLanguageTag(reader))).isEqualTo(expected);
        assertThat(name.byLanguage().get(name.languageFor(Locale.forLanguageTag(reader))))
                .isEqualTo(expected);
    }

    @Test
    void theFirstTextGivenStandsInWhereEnglishIsMissingToo() {
        LocalizedText name = text("fi", "Vartijat", "sv", "Väktare");
        assertThat(name.in(Locale.FRENCH)).isEqualTo("Vartijat");
        assertThat(name.languageFor(Locale.FRENCH)).isEqualTo("fi");
    }

    @Test
    void whatADocumentCouldNotHoldIsRefused() {
        assertThat(text("sv", "x".repeat(10_000)).requireLine().byLanguage()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text("sv", "x".repeat(10_001)).requireLine());
        assertThatIllegalArgumentException().isThrownBy(() -> text("sv", "V\ud83dktare"));
        assertThat(text("sv", "Väktare 😀").byLanguage()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\tb", "a\u0000", "a\u0085b", "a\u2028b", "a\u202eb", "a\u2066b\u2069"})
    void aTextThatIsNoLineIsNoName(String text) {
        assertThat(LocalizedText.isLine(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text("sv", text).requireLine())
                .withMessageContaining("language sv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Socialjouren", "👩‍🚒 jour", "soft\u00adhyphen", "rum\u00a012", "אב\u200f"})
    void otherTextsAreLines(String text) {
        assertThat(text("sv", text).requireLine().in(Locale.ROOT)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EN", "En"})
    void aLanguageTagIsFoundWhateverItsCapitals(String tag) {
        assertThat(text("sv", "Väktare", tag, "Guards").in(Locale.ENGLISH)).isEqualTo("Guards");
        assertThat(text("sv", "Väktare", "EN-gb", "Guards").in(Locale.UK)).isEqualTo("Guards");
    }

    @Test
    void oneLanguageTwiceIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> text("sv", "Väktare", "SV", "Vakter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "und", "svenska språket", "s", "sv_SE", "sv-", "x", "😀"})
    void aKeyThatIsNoLanguageTagIsRefused(String tag) {
        assertThatIllegalArgumentException().isThrownBy(() -> text(tag, "Väktare"));
    }

    @Test
    void blankAndMissingTextsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> text());
        assertThatIllegalArgumentException().isThrownBy(() -> text("sv", " \n"));
        assertThatIllegalArgumentException().isThrownBy(() -> LocalizedText.of("Väktare", ""));
    }

    @Test
    void aLaterChangeOfTheMapDoesNotReachTheText() {
        Map<String, String> texts = new LinkedHashMap<>(Map.of("sv", "Väktare"));
        LocalizedText name = new LocalizedText(texts);
        texts.put("sv", "annat");
        assertThat(name.in(Locale.forLanguageTag("sv"))).isEqualTo("Väktare");
        assertThat(name.byLanguage()).isUnmodifiable();
    }
}
