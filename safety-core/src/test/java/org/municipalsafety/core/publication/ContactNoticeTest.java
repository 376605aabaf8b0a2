/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.disclosure.Audience;

class ContactNoticeTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final LocalDate FIRST = LocalDate.parse("2026-12-14");
    private static final LocalDate END = LocalDate.parse("2027-01-11");

    private static Directory norrkoping() {
        try (InputStream in = Objects.requireNonNull(
                ContactNoticeTest.class.getResourceAsStream("/org/municipalsafety/core/channel/norrkoping.json"))) {
            return DirectoryDocument.read(in.readAllBytes(), "norrkoping.json");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ContactNotice notice() {
        return ContactNotice.of(norrkoping(), Audience.PUBLIC, FIRST, END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void C6_theEmergencyNumberComesBeforeEveryOther(String language) {
        String html = notice().html(Locale.forLanguageTag(language));
        assertThat(html.indexOf("<a href=\"tel:112\">112</a>")).isPositive().isLessThan(html.indexOf("011-15"));
    }

    @Test
    void C2_theWeekIsToldByItsDaysAndTheOthersByDate() {
        assertThat(notice().html(SWEDISH))
                .containsSubsequence(
                        "Gäller från och med <time datetime=\"2026-12-14\">måndag 14 december 2026</time> till och med "
                                + "<time datetime=\"2027-01-10\">söndag 10 januari 2027</time>.",
                        "<p class=\"name\">Kontaktcenter</p>",
                        "<p>måndag–fredag: 08.00–16.00</p>",
                        "<p>lördag, söndag: stängt</p>",
                        "<p class=\"via\">Nås via Kontaktcenter.</p>",
                        "<p>Socialjouren, <a href=\"tel:+4611152283\">011-15 22 83</a>.</p>",
                        "<p>måndag–fredag: 00.00–08.00, 16.00–24.00</p>",
                        "<p>lördag, söndag: dygnet runt</p>",
                        "<p>Annars: Ring 112, begär socialtjänstens beredskap.</p>",
                        "fredag 25 december 2026</time>, ",
                        "fredag 1 januari 2027</time>, ",
                        "onsdag 6 januari 2027</time>: Kontaktcenter, Socialkontoret stängt; Socialjouren dygnet runt.",
                        "<a href=\"tel:11313\">113 13</a>",
                        "Norrköpings kommun.");
    }

    /** It hangs on the wall at all hours. */
    @Test
    void nothingIsAboutNow() {
        assertThat(notice().html(SWEDISH)).doesNotContain("nu<", "just nu", "Öppet nu", "Stängt nu", "öppet nu");
        assertThat(notice().html(Locale.ENGLISH)).doesNotContain("open now", "Open now", "Closed now");
    }

    @Test
    void D3_theDutyOfficerIsOnNoPublicNotice() {
        assertThat(notice().html(SWEDISH)).doesNotContain("031-390");
        assertThat(ContactNotice.of(norrkoping(), Audience.AUTHORITIES, FIRST, END)
                        .html(SWEDISH))
                .contains("031-390 06 00")
                .contains("<p>alla dagar: dygnet runt</p>");
    }

    @Test
    void C2_aSeasonThatEndsWithinTheDaysIsToldByItsDates() {
        Directory seasons = DirectoryDocument.read("""
                {"document": "directory", "version": 1,
                 "municipality": {"code": "0581", "name": {"sv": "Norrköping"}, "zone": "Europe/Stockholm"},
                 "channels": [{"id": "a", "name": {"sv": "A"}, "audience": "PUBLIC", "modality": "VOICE",
                   "endpoint": {"number": "011-15 00 00"},
                   "availability": {
                     "week": [{"days": ["MONDAY"], "open": ["08:00-12:00"], "unknown": ["12:00-16:00"],
                               "note": {"sv": "kan stänga tidigare"}}],
                     "seasons": [{"first": "06-01", "last": "08-31",
                                  "week": [{"days": ["MONDAY"], "open": ["09:00-12:00"]}]}]}}]}
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8), "a.json");
        String html = ContactNotice.of(
                        seasons, Audience.PUBLIC, LocalDate.parse("2026-05-20"), LocalDate.parse("2026-06-20"))
                .html(Locale.ENGLISH);
        assertThat(html)
                .containsSubsequence(
                        "Wednesday 20 May 2026</time> to <time datetime=\"2026-05-31\">Sunday 31 May 2026</time>:",
                        "<p>Monday: 08:00–12:00, not certain 12:00–16:00 (<bdi lang=\"sv\">kan stänga tidigare</bdi>)</p>",
                        "<p>Tuesday–Sunday: closed</p>",
                        "Monday 1 June 2026</time> to <time datetime=\"2026-06-19\">Friday 19 June 2026</time>:",
                        "<p>Monday: 09:00–12:00</p>",
                        "<h2>Days with other hours</h2>\n<p>None.</p>");
    }

    @Test
    void noDaysAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContactNotice.of(norrkoping(), Audience.PUBLIC, END, END))
                .withMessageContaining("2027-01-11");
    }
}
