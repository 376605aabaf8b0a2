/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import com.google.common.html.HtmlEscapers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.municipalsafety.core.channel.Endpoint;
import org.municipalsafety.core.channel.ShortCode;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;

/** What the pages for residents share: their frame and style, the emergency line, and the elements within. */
final class Markup {

    private static final LocalizedText EMERGENCY = LocalizedText.of(
            "Vid fara för liv, egendom eller miljö: ring", "If life, property or the environment is in danger: call");

    private static final String STYLE = """
            body { margin: 0 auto; padding: 1rem; max-width: 60rem; background: #fff; color: #1b1b1b;
              font: 1.05rem/1.5 system-ui, "Liberation Sans", Arial, sans-serif; }
            h1 { font-size: 1.8rem; line-height: 1.2; margin: .3rem 0; }
            h2 { font-size: 1.3rem; margin: 1.4rem 0 .4rem; }
            h3 { font-size: 1.1rem; margin: 0; }
            p { margin: .3rem 0; }
            a { color: #00417a; }
            a:focus-visible { outline: 3px solid #00417a; outline-offset: 2px; }
            .emergency { border-left: .5rem solid #7a1f00; background: #eef3f7; padding: .6rem .8rem; font-weight: 700; }
            .channels { list-style: none; margin: 0; padding: 0; }
            .channels > li { border: 1px solid #767676; border-left-width: .5rem; padding: .5rem .8rem; margin: .5rem 0; }
            .channels > li.open { border-left-style: solid; }
            .channels > li.closed { border-left-style: double; }
            .channels > li.unknown { border-left-style: dotted; }
            .call a, .emergency a { font-size: 1.4rem; font-weight: 700; overflow-wrap: anywhere; }
            a[href^="tel:"] { white-space: nowrap; }
            .state { font-weight: 700; }
            .why { font-size: .95rem; }
            .hours { overflow-x: auto; }
            .hours:focus-visible { outline: 3px solid #00417a; outline-offset: 2px; }
            table { border-collapse: collapse; width: 100%; font-size: .95rem; }
            caption { text-align: left; font-weight: 700; padding: .2rem 0; }
            th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }
            thead th { background: #eef3f7; }
            footer { margin-top: 1rem; font-size: .9rem; }
            @page { size: A4; margin: 12mm; }
            @media print {
              body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.3; }
              h1 { font-size: 17pt; } h2 { font-size: 12pt; margin: 6pt 0 2pt; } h3 { font-size: 10.5pt; }
              a { color: inherit; text-decoration: none; }
              p { margin: 1pt 0; } ul { margin: 2pt 0; } footer { margin-top: 4pt; }
              .call a, .emergency a { font-size: 13pt; }
              .channels > li { padding: 2pt 6pt; margin: 3pt 0; break-inside: avoid; }
              table { font-size: 8.5pt; } th, td { padding: 1.5pt 4pt; } tr { break-inside: avoid; }
              tbody th { white-space: nowrap; }
              .why { font-size: 8.5pt; }
            }
            """;

    private Markup() {}

    /** A page of its own around a body. */
    static String page(Locale locale, String title, String body) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(language(locale), escape(title), STYLE, body);
    }

    /** The line with 112, which comes before every other number. */
    static String emergency(Locale locale) {
        return "<p class=\"emergency\">%s %s.</p>\n".formatted(escape(EMERGENCY.in(locale)), link(ShortCode.of("112")));
    }

    /** The same line as plain text. */
    static String emergencyText(Locale locale) {
        return EMERGENCY.in(locale) + " 112.";
    }

    /** The text in its own language: marked when that is not the page's. */
    static String part(LocalizedText text, Locale locale) {
        String shown = text.in(locale);
        String language = text.languageFor(locale);
        return language.equals(language(locale))
                        || Locale.forLanguageTag(language).getLanguage().equals(language(locale))
                ? escape(shown)
                : "<span lang=\"%s\">%s</span>".formatted(escape(language), escape(shown));
    }

    static String link(Endpoint endpoint) {
        return "<a href=\"%s\">%s</a>".formatted(escape(endpoint.uri()), escape(endpoint.text()));
    }

    static String heading(int level, String text) {
        return "<h%s>%s</h%s>\n".formatted(level, escape(text), level);
    }

    /** An instant as people write it, and as programs read it. */
    static String time(Instant instant, ZoneId zone, Locale locale) {
        return "<time datetime=\"%s\">%s</time>"
                .formatted(
                        instant.atZone(zone).toOffsetDateTime().withNano(0),
                        escape(TimeText.of(locale, zone).dateTime(instant)));
    }

    static String language(Locale locale) {
        return TimeText.isSwedish(locale) ? "sv" : "en";
    }

    static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }

    static String escape(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
