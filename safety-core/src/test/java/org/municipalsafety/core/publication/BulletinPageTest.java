/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.bulletin.Bulletin;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.situation.Situation;
import org.municipalsafety.core.situation.SituationDocument;

class BulletinPageTest {

    private static final Path DOCUMENTS =
            Path.of("../safety-examples/src/main/resources/org/municipalsafety/examples/norrkoping");
    private static final Situation SITUATION = SituationDocument.read(DOCUMENTS.resolve("situation.json"));
    private static final Directory DIRECTORY = DirectoryDocument.read(DOCUMENTS.resolve("directory.json"));
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private static Bulletin bulletin() {
        return SITUATION.bulletins().get(0);
    }

    private static Bulletin with(List<String> measures, Disclosure disclosure) {
        Bulletin b = bulletin();
        return new Bulletin(b.id(), b.publishAt(), b.title(), b.paragraphs(), measures, disclosure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theEmergencyNumberComesBeforeEveryOther(String language) {
        Locale locale = Locale.forLanguageTag(language);
        BulletinPage page = BulletinPage.of(bulletin(), SITUATION.measures(), DIRECTORY);
        for (String form : List.of(page.text(locale), page.html(locale), page.fragment(locale))) {
            assertThat(form.indexOf("112")).isPositive().isLessThan(form.indexOf("011-15"));
        }
    }

    @Test
    void D3_whatIsNotForThePublicNeverGetsIn() {
        List<String> all = new ArrayList<>(bulletin().measures());
        all.add("vaktare-placering");
        BulletinPage page = BulletinPage.of(with(all, Disclosure.OPEN), SITUATION.measures(), DIRECTORY);
        for (String form : List.of(page.text(SWEDISH), page.html(SWEDISH))) {
            assertThat(form)
                    .contains("Extra väktare")
                    .doesNotContain("rondplan")
                    .doesNotContain("031-390");
        }
    }

    @Test
    void D3_aBulletinThatIsNotOpenIsNotPublished() {
        Bulletin internal = with(bulletin().measures(), Disclosure.INTERNAL);
        assertThatThrownBy(() -> BulletinPage.of(internal, SITUATION.measures(), DIRECTORY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("INTERNAL");
    }

    @Test
    void M3_measuresStandInTheWordsInWhichTheyWereAnnounced() {
        assertThat(BulletinPage.of(bulletin(), SITUATION.measures(), DIRECTORY).text(SWEDISH))
                .contains(
                        "Publicerat torsdag 26 november 2026 kl. 15.30",
                        "- Extra väktare (från torsdag kväll till och med måndag, därefter görs ny bedömning)",
                        "- lördag 28 november 2026:\n  Socialkontoret stängt\n  Socialjouren dygnet runt\n");
    }

    @Test
    void thePieceHasItsHeadingOneLevelBelowThePage() {
        BulletinPage page = BulletinPage.of(bulletin(), SITUATION.measures(), DIRECTORY);
        assertThat(page.html(SWEDISH)).contains("<h1>Kommunens åtgärder").contains("<h2>");
        assertThat(page.fragment(SWEDISH)).contains("<h2>Kommunens åtgärder").doesNotContain("<h1");
    }
}
