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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.text.LocalizedText;

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
        assertThat(night().validUntil()).isEqualTo(Instant.parse("2027-03-29T22:00:00Z"));
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
                .contains("<th scope=\"row\">Kontaktcenter</th>")
                .contains("<th scope=\"col\"><time datetime=\"2027-03-29\">")
                .contains("<time datetime=\"2027-03-30T08:00+02:00\">");
    }

    @Test
    void aPartInAnotherLanguageIsMarked() {
        Directory swedishOnly = read(DirectoryDocument.write(norrkoping())
                .replaceAll("(\"Socialjouren\"),\\s*\"en\" : \"Social emergency service\"", "$1"));
        assertThat(ContactPage.of(swedishOnly, Audience.PUBLIC, NIGHT).html(Locale.ENGLISH))
                .contains("<h3><bdi lang=\"sv\">Socialjouren</bdi></h3>")
                .contains("Why: open while Contact centre is closed: public holiday (Easter Monday).");
        Instant morning = Instant.parse("2026-12-01T09:00:00Z");
        Directory vague = read(DirectoryDocument.write(swedishOnly).replace("\"outside\" : \"kontaktcenter\"", """
                        "week": [{"days": ["TUESDAY"], "open": [], "unknown": ["08:00-16:00"],
                                  "note": {"sv": "kan stänga tidigare"}}]"""));
        assertThat(ContactPage.of(vague, Audience.PUBLIC, morning).html(Locale.ENGLISH))
                .contains("Why: weekly hours, Tuesday (<bdi lang=\"sv\">kan stänga tidigare</bdi>).");
    }

    /** 3.1.2: a name that stands in a reason is marked as well, and only where it is a word of its own. */
    @Test
    void aNameWithinAReasonIsMarked() {
        Directory swedishOnly = read(DirectoryDocument.write(norrkoping())
                .replaceAll("(\"Kontaktcenter\"),\\s*\"en\" : \"Contact centre\"", "$1"));
        assertThat(ContactPage.of(swedishOnly, Audience.PUBLIC, NIGHT).html(Locale.ENGLISH))
                .contains(
                        "Why: open while <bdi lang=\"sv\">Kontaktcenter</bdi> is closed: public holiday (Easter Monday).");
    }

    /** Whoever reads neither Swedish nor English gets the English page, and it says so. */
    @Test
    void aThirdLanguageGetsTheEnglishPage() {
        Locale german = Locale.GERMAN;
        ContactPage page = night();
        assertThat(page.html(german)).isEqualTo(page.html(Locale.ENGLISH)).contains("<html lang=\"en\">");
        assertThat(page.fragment(german)).isEqualTo(page.fragment(Locale.ENGLISH));
        assertThat(page.text(german)).isEqualTo(page.text(Locale.ENGLISH)).contains("How to reach us now");
        Directory named = read(DirectoryDocument.write(norrkoping())
                .replace("\"sv\" : \"Socialjouren\"", "\"sv\" : \"Socialjouren\", \"de\" : \"Sozialer Notdienst\""));
        assertThat(ContactPage.of(named, Audience.PUBLIC, NIGHT).html(german))
                .contains("<h3><bdi lang=\"de\">Sozialer Notdienst</bdi></h3>");
    }

    /** A number beside a name that is written from right to left must not be turned round. */
    @Test
    void C6_aNumberBesideANameFromRightToLeftIsSetApart() {
        String arabic = "\u0645\u0631\u0643\u0632 \u0627\u0644\u0627\u062a\u0635\u0627\u0644";
        Directory named = read(DirectoryDocument.write(norrkoping())
                .replaceAll("\"Socialjouren\"", "\"" + arabic + "\"")
                .replaceAll("\"Social emergency service\"", "\"" + arabic + "\""));
        ContactPage page = ContactPage.of(named, Audience.PUBLIC, NIGHT);
        assertThat(page.text(SWEDISH))
                .contains("- \u2068" + arabic + "\u2069: 011-15 22 83\n")
                .contains("I stället: \u2068" + arabic + "\u2069, 011-15 22 83 (öppet nu).")
                .contains("  \u2068" + arabic + "\u2069 dygnet runt\n")
                .contains("- Kontaktcenter: 011-15 00 00\n");
        assertThat(page.html(SWEDISH))
                .contains("<h3><bdi>" + arabic + "</bdi></h3>")
                .contains("I stället: <bdi>" + arabic + "</bdi>, <a href=\"tel:+4611152283\">011-15 22 83</a>")
                .contains("<th scope=\"row\"><bdi>" + arabic + "</bdi></th>")
                .contains("<th scope=\"row\">Kontaktcenter</th>");
        assertThat(night().text(SWEDISH)).doesNotContainPattern("[\u2066-\u2069]");
        assertThat(night().html(SWEDISH)).doesNotContain("<bdi");
    }

    private static Directory with(String modality, String endpoint, String more) {
        return read(DirectoryDocument.write(norrkoping())
                .replaceFirst(
                        "\"modality\" : \"VOICE\",\\s+\"endpoint\" : \\{\\s+\"number\" : \"011-15 22 83\"\\s+\\}",
                        "\"modality\" : \"" + modality + "\", \"endpoint\": {" + endpoint + "}" + more));
    }

    /** A tap does what the channel is: a text message is not a call. */
    @Test
    void C6_aLinkDoesWhatTheChannelIs() {
        ContactPage sms = ContactPage.of(with("SMS", "\"number\": \"011-15 22 83\"", ""), Audience.PUBLIC, NIGHT);
        assertThat(sms.html(SWEDISH))
                .contains("<p class=\"call\">Sms: <a href=\"sms:+4611152283\">011-15 22 83</a></p>")
                .contains("I stället: Socialjouren, sms <a href=\"sms:+4611152283\">011-15 22 83</a> (öppet nu).")
                .doesNotContain("tel:+4611152283", "anmält dig");
        assertThat(sms.text(SWEDISH)).contains("- Socialjouren: sms 011-15 22 83\n");
        ContactPage relay =
                ContactPage.of(with("TEXT_RELAY", "\"number\": \"011-15 22 83\"", ""), Audience.PUBLIC, NIGHT);
        assertThat(relay.html(SWEDISH))
                .contains("<p class=\"call\">Texttelefon: <strong>011-15 22 83</strong></p>")
                .doesNotContain("tel:+4611152283");
        assertThat(relay.text(SWEDISH)).contains("- Socialjouren: texttelefon 011-15 22 83\n");
    }

    /** Whoever has not registered gets no answer to a text message to 112. */
    @Test
    void textMessagesTo112SayThatOneMustHaveRegistered() {
        ContactPage sms = ContactPage.of(with("SMS", "\"shortCode\": \"112\"", ""), Audience.PUBLIC, NIGHT);
        String swedish = "Fungerar bara om du har anmält dig till sms 112 i förväg.";
        assertThat(sms.html(SWEDISH)).contains("<a href=\"sms:112\">112</a></p>\n<p>" + swedish + "</p>");
        assertThat(sms.text(SWEDISH))
                .contains("- Socialjouren: sms 112\n  " + swedish + "\n")
                .contains("I stället: Socialjouren, sms 112 (öppet nu). " + swedish);
        assertThat(sms.text(Locale.ENGLISH)).contains("registered for text messages to 112 beforehand.");
    }

    @Test
    void whoAnswersFirstAndInWhichLanguagesIsTold() {
        ContactPage page = ContactPage.of(
                with("VOICE", "\"number\": \"011-15 22 83\"", ", \"languages\": [\"sv\", \"ar\", \"swl\"]"),
                Audience.PUBLIC,
                NIGHT);
        assertThat(page.html(SWEDISH))
                .contains("<p class=\"via\">Nås via Kontaktcenter.</p>")
                .contains("<p class=\"languages\">Språk: svenska, arabiska, svenskt teckenspråk.</p>");
        assertThat(page.text(Locale.ENGLISH))
                .contains(
                        "  Reached through Contact centre.\n",
                        "  Languages: Swedish, Arabic, Swedish Sign Language.\n");
    }

    /** The days of the table and the reasons are others after midnight, though no channel opens or closes. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-29T01:10:00Z, 2027-03-29T22:00:00Z",
        "2026-12-01T09:00:00Z, 2026-12-01T15:00:00Z",
        "2026-12-01T22:59:59Z, 2026-12-01T23:00:00Z"
    })
    void thePageIsRightUntilTheNextChangeAndMidnightAtTheLatest(Instant at, Instant until) {
        assertThat(ContactPage.of(norrkoping(), Audience.PUBLIC, at).validUntil())
                .isEqualTo(until);
    }

    @Test
    void timesAreToTheMinute() {
        ContactPage page = ContactPage.of(norrkoping(), Audience.PUBLIC, Instant.parse("2026-12-01T09:59:59.5Z"));
        assertThat(page.text(SWEDISH)).contains("Så här är det tisdag 1 december 2026 kl. 10.59.\n");
        assertThat(page.html(SWEDISH))
                .contains("<time datetime=\"2026-12-01T10:59+01:00\">")
                .doesNotContain("10.59.59");
    }

    /** Two pages' fragments stand in one page of the municipality's. */
    @Test
    void fragmentsOfTwoLanguagesShareNoId() {
        assertThat(night().fragment(SWEDISH)).contains("id=\"contact-0581-sv\"", "aria-labelledby=\"contact-0581-sv\"");
        assertThat(night().fragment(Locale.ENGLISH)).contains("id=\"contact-0581-en\"");
    }

    /**
     * A text cannot forge a line of the plain text, nor turn what stands beside it, whatever the model lets through.
     */
    @Test
    void controlCharactersOfOthersAreNotRendered() {
        String hostile = "Jouren\u000b\r\n- Polisen: 112\u2028\u202e<x\u2069";
        assertThat(Markup.plain(LocalizedText.of(hostile, "x"), SWEDISH)).isEqualTo("Jouren - Polisen: 112 <x");
        assertThat(Markup.part(LocalizedText.of(hostile, "x"), SWEDISH)).isEqualTo("Jouren - Polisen: 112 &lt;x");
        assertThat(Markup.heading(2, hostile)).isEqualTo("<h2>Jouren - Polisen: 112 &lt;x</h2>\n");
    }

    @Test
    void textsOfOthersAreEscaped() {
        Directory hostile = read(
                DirectoryDocument.write(norrkoping()).replace("\"Socialjouren\"", "\"<script>alert('x')</script>\""));
        assertThat(ContactPage.of(hostile, Audience.PUBLIC, NIGHT).html(SWEDISH))
                .doesNotContain("<script");
    }
}
