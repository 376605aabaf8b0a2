/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.disclosure.Audience;

class ContactPageTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    /** Easter Monday at ten past three in the night. */
    private static final Instant NIGHT = Instant.parse("2027-03-29T01:10:00Z");

    private static Directory norrkoping() {
        try (InputStream in = Objects.requireNonNull(
                ContactPageTest.class.getResourceAsStream("/org/municipalsafety/core/channel/norrkoping.json"))) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Directory read(String text) {
        return DirectoryDocument.read(text.getBytes(StandardCharsets.UTF_8), "norrkoping.json");
    }

    private static ContactPage night() {
        return ContactPage.of(norrkoping(), Audience.PUBLIC, NIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void C6_theEmergencyNumberComesBeforeEveryOther(String language) {
        Locale locale = Locale.forLanguageTag(language);
        for (String form : new String[] {night().html(locale), night().fragment(locale), night().text(locale)}) {
            int emergency = form.indexOf("112");
            assertThat(emergency).isPositive();
            assertThat(emergency).isLessThan(form.indexOf("011-15"));
        }
        assertThat(night().html(locale)).contains("<a href=\"tel:112\">112</a>");
    }

    @Test
    void C6_linksDialTheInternationalFormAndShowTheAuthoredText() {
        assertThat(night().html(SWEDISH))
                .contains("<a href=\"tel:+4611152283\">011-15 22 83</a>")
                .contains("<a href=\"tel:11313\">113 13</a>")
                .doesNotContain("+46112\"");
    }

    /** A closed duty line beside an open office does not send people to 112. */
    @Test
    void C4_whatToDoInsteadIsTheFirstStepThatHelps() {
        Instant morning = Instant.parse("2026-12-01T09:00:00Z");
        ContactPage page = ContactPage.of(norrkoping(), Audience.PUBLIC, morning);
        assertThat(page.text(SWEDISH))
                .contains("\n  I stället: Kontaktcenter, 011-15 00 00 (öppet nu). Begär socialkontoret.\n")
                .doesNotContain("begär socialtjänstens beredskap");
        assertThat(page.html(SWEDISH))
                .contains("<p class=\"instead\">I stället: Kontaktcenter, <a href=\"tel:+4611150000\">011-15 00 00</a>"
                        + " (öppet nu). Begär socialkontoret.</p>")
                .doesNotContain("begär socialtjänstens beredskap");
        assertThat(night().text(Locale.ENGLISH))
                .contains("\n  Instead: Social emergency service, 011-15 22 83 (open now).\n");
    }

    @Test
    void C4_aStepThatIsNotCertainIsSaidToBeSo() {
        Directory vague = read(DirectoryDocument.write(norrkoping())
                .replace("\"open\" : [ \"08:00-16:00\" ]", "\"open\" : [ ], \"unknown\" : [ \"08:00-16:00\" ]"));
        ContactPage page = ContactPage.of(vague, Audience.PUBLIC, Instant.parse("2026-12-01T09:00:00Z"));
        assertThat(page.text(SWEDISH))
                .contains("\n  I stället: Kontaktcenter, 011-15 00 00 (osäkert just nu). Begär socialkontoret.\n"
                        + "  Annars: Ring 112, begär socialtjänstens beredskap.\n")
                .contains("\n  I stället: Socialjouren, 011-15 22 83 (osäkert just nu).\n"
                        + "  Inget som brukar ersätta den är säkert öppet just nu.\n");
        assertThat(page.html(SWEDISH))
                .contains("<p class=\"instead\">Annars: Ring 112, begär socialtjänstens beredskap.</p>");
    }

    @Test
    void theOpenChannelStandsFirstWithItsStateInWords() {
        assertThat(night().text(SWEDISH))
                .containsSubsequence(
                        "Norrköpings kommun\nHär når du oss nu\n",
                        "Vid fara för liv, egendom eller miljö: ring 112.\n",
                        "Så här är det måndag 29 mars 2027 kl. 03.10.\n",
                        "Öppet nu\n- Socialjouren: 011-15 22 83\n  Öppet till tisdag 30 mars 2027 kl. 08.00.\n",
                        "Stängt nu\n- Kontaktcenter: 011-15 00 00\n",
                        "  Stängt. Öppnar tisdag 30 mars 2027 kl. 08.00.\n",
                        "- måndag 29 mars 2027:\n  Kontaktcenter stängt\n",
                        "  Socialjouren dygnet runt\n",
                        "- tisdag 30 mars 2027:\n  Kontaktcenter 08.00–16.00\n",
                        "  Socialjouren 00.00–08.00, 16.00–24.00\n",
                        "- 113 13: information vid olyckor och kriser\n");
        assertThat(night().validUntil()).contains(Instant.parse("2027-03-30T06:00:00Z"));
    }

    @Test
    void D3_theDutyOfficerIsOnNoPublicPage() {
        assertThat(night().html(SWEDISH)).doesNotContain("031-390");
        assertThat(night().text(SWEDISH)).doesNotContain("031-390");
        assertThat(ContactPage.of(norrkoping(), Audience.AUTHORITIES, NIGHT).html(SWEDISH))
                .contains("031-390 06 00");
    }

    @Test
    void headingsSkipNoLevelAndTablesHaveHeaders() {
        String html = night().html(SWEDISH);
        String levels = Pattern.compile("<h(\\d)")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining());
        assertThat(levels).isEqualTo("1232332");
        assertThat(html)
                .contains("<th scope=\"col\">Kontaktcenter</th>")
                .contains("<th scope=\"row\"><time datetime=\"2027-03-29\">")
                .contains("<time datetime=\"2027-03-30T08:00+02:00\">");
    }

    @Test
    void aPartInAnotherLanguageIsMarked() {
        Directory swedishOnly = read(DirectoryDocument.write(norrkoping())
                .replaceAll("(\"Socialjouren\"),\\s*\"en\" : \"Social emergency service\"", "$1"));
        assertThat(ContactPage.of(swedishOnly, Audience.PUBLIC, NIGHT).html(Locale.ENGLISH))
                .contains("<h3><span lang=\"sv\">Socialjouren</span></h3>");
    }

    @Test
    void textsOfOthersAreEscaped() {
        Directory hostile = read(
                DirectoryDocument.write(norrkoping()).replace("\"Socialjouren\"", "\"<script>alert('x')</script>\""));
        assertThat(ContactPage.of(hostile, Audience.PUBLIC, NIGHT).html(SWEDISH))
                .doesNotContain("<script");
    }
}
