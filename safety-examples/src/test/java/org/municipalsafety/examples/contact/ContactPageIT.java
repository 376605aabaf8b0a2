/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.publication.ContactNotice;
import org.municipalsafety.core.publication.ContactPage;
import org.municipalsafety.examples.Chromium;

/** The contact page in a real browser, measured against WCAG 2.2 AA; and on paper. */
class ContactPageIT {

    /** Notes the page's width, the least contrast of its texts and the least height of its links. */
    private static final String MEASURE = """
            <output></output>
            <script>
            document.getElementById('f').addEventListener('load', e => {
              const view = e.target.contentWindow, page = e.target.contentDocument;
              SPACING
              const light = rgb => {
                const [r, g, b] = rgb.match(/[0-9.]+/g).map(v => v / 255)
                  .map(v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const behind = node => {
                for (let n = node; n; n = n.parentElement) {
                  const colour = view.getComputedStyle(n).backgroundColor;
                  if (!colour.endsWith(', 0)')) return colour;
                }
                return 'rgb(255, 255, 255)';
              };
              let contrast = 21, height = 999;
              for (const node of page.querySelectorAll('main *')) {
                const [a, b] = [light(view.getComputedStyle(node).color), light(behind(node))];
                contrast = Math.min(contrast, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
              }
              for (const link of page.querySelectorAll('.call a, .emergency a')) {
                height = Math.min(height, link.getBoundingClientRect().height);
              }
              document.querySelector('output').textContent =
                [page.documentElement.scrollWidth, contrast.toFixed(2), height.toFixed(2)].join(' ');
            });
            </script>
            """;

    /** What a reader may set by success criterion 1.4.12. */
    private static final String SPACING = """
            page.head.insertAdjacentHTML('beforeend', '<style>* { line-height: 1.5 !important;'
              + 'letter-spacing: .12em !important; word-spacing: .16em !important }'
              + 'p { margin-bottom: 2em !important }</style>');
            """;

    @TempDir
    Path folder;

    @BeforeAll
    static void needsChromium() {
        Chromium.assumeInstalled();
    }

    /** Channels open, closed and unknown, one through another, one with an address too long for a telephone. */
    private static String page(String at, String language) {
        Directory directory = DirectoryDocument.read("""
                {"document": "directory", "version": 1,
                 "municipality": {"code": "0581", "name": {"sv": "Norrköping"}, "zone": "Europe/Stockholm"},
                 "channels": [
                  {"id": "centre", "name": {"sv": "Kontaktcenter", "en": "Contact centre"}, "audience": "PUBLIC",
                   "modality": "VOICE", "endpoint": {"number": "011-15 00 00"},
                   "availability": {"outside": "duty"}},
                  {"id": "office", "name": {"sv": "Socialkontoret"}, "audience": "PUBLIC",
                   "modality": "VOICE", "endpoint": {"number": "011-15 00 00"}, "via": "centre",
                   "availability": {"week": [{"days": ["FRIDAY"], "open": ["09:00-11:30", "13:00-15:00"]}]}},
                  {"id": "duty", "name": {"sv": "Socialjouren", "en": "Social emergency service"}, "audience": "PUBLIC",
                   "modality": "VOICE", "endpoint": {"number": "011-15 22 83"},
                   "availability": {"week": [{"days": ["FRIDAY"], "open": ["16:00-25:30"], "unknown": ["12:00-16:00"]}]},
                   "fallback": [{"instruction": {"sv": "Ring 112, begär socialtjänstens beredskap.",
                                "en": "Call 112 and ask for the social services on standby."}}]},
                  {"id": "mail", "name": {"sv": "Kommunens brevlåda", "en": "The mailbox"}, "audience": "PUBLIC",
                   "modality": "EMAIL", "endpoint": {"email": "kommunens.kontaktcenter@norrkoping.example"},
                   "availability": {"week": [{"days": ["FRIDAY"], "open": ["08:00-16:00"]}]}}]}
                """.getBytes(StandardCharsets.UTF_8), "channels.json");
        return ContactPage.of(directory, Audience.PUBLIC, Instant.parse(at)).html(Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-30T12:30:00Z, sv, 320, false",
        "2026-10-30T12:30:00Z, en, 320, true",
        "2026-10-30T09:30:00Z, sv, 390, true",
        "2026-10-31T02:30:00Z, en, 1280, true"
    })
    void thePageFitsCanBeReadAndBeTapped(String at, String language, int width, boolean spaced) throws Exception {
        String dom = measured(page(at, language), width, MEASURE.replace("SPACING", spaced ? SPACING : ""));
        Matcher measured =
                Pattern.compile("<output>(\\d+) ([\\d.]+) ([\\d.]+)</output>").matcher(dom);
        assertThat(measured.find()).as(dom).isTrue();
        assertThat(Integer.parseInt(measured.group(1))).as("1.4.10 reflow").isLessThanOrEqualTo(width);
        assertThat(Double.parseDouble(measured.group(2))).as("1.4.3 contrast").isBetween(4.5, 20.9);
        assertThat(Double.parseDouble(measured.group(3)))
                .as("2.5.8 target size")
                .isBetween(24.0, 200.0);
    }

    /** What Chromium makes of a page in a frame of a width, once a script has measured it. */
    private String measured(String html, int width, String script) throws Exception {
        Path file = folder.resolve("frame.html");
        Files.writeString(
                file,
                "<!doctype html><meta charset=\"utf-8\"><title>frame</title><iframe id=\"f\" style=\"border:0\" width=\""
                        + width + "\" height=\"900\" srcdoc=\""
                        + html.replace("&", "&amp;").replace("\"", "&quot;") + "\"></iframe>" + script);
        return new String(
                Chromium.run(
                        folder,
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        file.toUri().toString()),
                StandardCharsets.UTF_8);
    }

    /** Ten channels, each with a way out of two steps, over Christmas and New Year: the most that a notice holds. */
    private static Directory ten() {
        StringBuilder channels = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            channels.append(i == 0 ? "" : ",").append("""
                    {"id": "c%1$d", "name": {"sv": "Kommunens kanal nummer %1$d", "en": "The municipality's channel %1$d"},
                     "audience": "PUBLIC", "modality": "VOICE", "endpoint": {"number": "011-15 00 0%1$d"},
                     "languages": ["sv", "en", "ar"], %2$s
                     "availability": %3$s,
                     "fallback": [%4$s {"instruction": {"sv": "Ring 112, begär socialtjänstens beredskap.",
                                   "en": "Call 112 and ask for the social services on standby."}}]}
                    """.formatted(
                            i,
                            i == 2 ? "\"via\": \"c0\"," : "",
                            i == 1 ? "{\"outside\": \"c0\"}" : """
                    {"week": [{"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
                               "open": ["08:00-12:00", "13:00-16:%s0"]}],
                     "dayClasses": [{"class": "RED_DAY", "open": []}, {"class": "DE_FACTO_HOLIDAY", "open": []},
                                    {"class": "CUSTOMARY_HALF_DAY", "open": ["08:00-11:00"]}]}
                    """.formatted(i % 3),
                            i < 2 ? "" : "{\"channel\": \"c1\"},"));
        }
        return DirectoryDocument.read("""
                {"document": "directory", "version": 1,
                 "municipality": {"code": "0581", "name": {"sv": "Norrköping"}, "zone": "Europe/Stockholm"},
                 "channels": [%s]}
                """.formatted(channels).getBytes(StandardCharsets.UTF_8), "ten.json");
    }

    private long sheets(String html) throws Exception {
        Path file = Files.writeString(folder.resolve("print.html"), html);
        Path pdf = folder.resolve("print.pdf");
        Chromium.run(
                folder,
                "--no-pdf-header-footer",
                "--print-to-pdf=" + pdf,
                file.toUri().toString());
        return Pattern.compile("/Type /Page\\b")
                .matcher(Files.readString(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theNoticeOfTenChannelsIsOneSheet(String language) throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        assertThat(sheets(
                        ContactNotice.of(ten(), Audience.PUBLIC, LocalDate.of(2026, 12, 14), LocalDate.of(2027, 1, 25))
                                .html(locale)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-30T12:30:00Z, sv", "2026-10-31T02:30:00Z, en"})
    void thePageOfFourChannelsIsOneSheet(String at, String language) throws Exception {
        assertThat(sheets(page(at, language))).isEqualTo(1);
    }

    /** On paper nothing can be scrolled: all seven days of ten channels are as wide as the sheet at most. */
    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void nothingOfTheTableIsLostOnPaper(String language) throws Exception {
        String html = ContactPage.of(ten(), Audience.PUBLIC, Instant.parse("2026-12-22T12:30:00Z"))
                .html(Locale.forLanguageTag(language))
                .replace("@media print", "@media all");
        int sheet = 703; // A4 less its margins, in CSS pixels
        String dom = measured(
                html,
                sheet,
                MEASURE.replace("SPACING", "")
                        .replace("page.documentElement.scrollWidth", "page.querySelector('table').scrollWidth"));
        Matcher measured = Pattern.compile("<output>(\\d+) ").matcher(dom);
        assertThat(measured.find()).as(dom).isTrue();
        assertThat(Integer.parseInt(measured.group(1))).isBetween(500, sheet);
    }
}
