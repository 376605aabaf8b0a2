/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.municipalsafety.core.endpoint.ShortCode;
import org.municipalsafety.core.text.LocalizedText;

/**
 * The frame of a page: head, language and style, and the line with 112; for the pages of this library and a
 * municipality's own.
 *
 * <pre>{@code
 * PageFrame.of(Locale.forLanguageTag("sv"), "Krisledning – Norrköpings kommun")
 *         .withStyle(".map { max-width: 100%; }")
 *         .around("<h1>Krisledning</h1>\n" + PageFrame.emergency(locale) + "<p>" + PageFrame.text(words) + "</p>\n");
 * }</pre>
 *
 * <p>The page stands alone: it loads nothing and holds no script. It is readable on a telephone and printed on A4.
 * Markup that is handed in goes out as it is: {@link #text} makes a text safe.
 *
 * <p>Immutable and thread-safe.
 */
public final class PageFrame {

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
            .call a, .call strong, .emergency a { font-size: 1.4rem; font-weight: 700; overflow-wrap: anywhere; }
            a[href^="tel:"] { white-space: nowrap; }
            .state { font-weight: 700; }
            .via, .languages, .why { font-size: .95rem; }
            .hours { overflow-x: auto; }
            .hours:focus-visible { outline: 3px solid #00417a; outline-offset: 2px; }
            table { border-collapse: collapse; width: 100%; font-size: .95rem; }
            caption { text-align: left; font-weight: 700; padding: .2rem 0; }
            th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }
            thead th { background: #eef3f7; }
            .hours tbody th { position: sticky; left: 0; background: #fff; }
            .hours td { min-width: 5.5rem; }
            .notice .national li { display: inline; margin-right: 1em; } .notice .national { padding: 0; }
            .notice tbody th { font-weight: 400; } .notice .name { font-weight: 700; }
            .notice .call a, .notice .call strong { font-size: 1.1rem; }
            footer { margin-top: 1rem; font-size: .9rem; }
            @page { size: A4; margin: 12mm; }
            @media print {
              body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.3; }
              h1 { font-size: 17pt; } h2 { font-size: 12pt; margin: 6pt 0 2pt; } h3 { font-size: 10.5pt; }
              a { color: inherit; text-decoration: none; }
              p { margin: 1pt 0; } ul { margin: 2pt 0; } footer { margin-top: 4pt; }
              .call a, .call strong, .emergency a { font-size: 13pt; }
              .channels > li { padding: 2pt 6pt; margin: 3pt 0; break-inside: avoid; }
              table { font-size: 8.5pt; } th, td { padding: 1.5pt 4pt; } tr { break-inside: avoid; }
              .hours { overflow-x: visible; } .hours table { table-layout: fixed; }
              .hours th:first-child { width: 18%; } .hours td { min-width: 0; }
              .hours th, .hours td { overflow-wrap: anywhere; } .hours tbody th { position: static; }
              .via, .languages, .why { font-size: 8.5pt; }
              .notice { line-height: 1.2; } .notice table, .notice ul { font-size: 8pt; } .notice td p, .notice th p { margin: 0; }
              .notice th:first-child { width: 27%; } .notice th:nth-child(2) { width: 30%; }
              .notice .call a, .notice .call strong { font-size: 9.5pt; }
              .notice .via, .notice .languages, .notice footer { font-size: 8pt; }
              .notice h2 { font-size: 10.5pt; margin: 4pt 0 1pt; } .notice .emergency { padding: 3pt 6pt; }
            }
            """;

    private final Locale locale;
    private final String title;
    private final String style;
    private final String header;
    private final String footer;

    private PageFrame(Locale locale, String title, String style, String header, String footer) {
        this.locale = requireNonNull(locale, "locale");
        this.title = requireNonNull(title, "title");
        this.style = requireNonNull(style, "style");
        this.header = requireNonNull(header, "header");
        this.footer = requireNonNull(footer, "footer");
    }

    /**
     * The frame of a page.
     *
     * @param locale Swedish, or else English
     * @param title the title, as a text
     * @return the frame
     */
    public static PageFrame of(Locale locale, String title) {
        return new PageFrame(locale, title, "", "", "");
    }

    /**
     * With rules of a page's own after those of all pages.
     *
     * @param css the rules, without {@code </style>}
     * @return the other frame
     * @throws IllegalArgumentException if the rules would end the element in which they stand
     */
    public PageFrame withStyle(String css) {
        if (css.contains("</")) {
            throw new IllegalArgumentException("The style holds \"</\", which could end it; expected rules alone.");
        }
        return new PageFrame(locale, title, css, header, footer);
    }

    /**
     * With something before the main part.
     *
     * @param markup such as a {@code header}
     * @return the other frame
     */
    public PageFrame withHeader(String markup) {
        return new PageFrame(locale, title, style, markup, footer);
    }

    /**
     * With something after the main part.
     *
     * @param markup such as a {@code footer}
     * @return the other frame
     */
    public PageFrame withFooter(String markup) {
        return new PageFrame(locale, title, style, header, markup);
    }

    /**
     * The page.
     *
     * @param main the main part, as markup
     * @return an HTML document, to be sent as UTF-8
     */
    public String around(String main) {
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
                %s<main>
                %s</main>
                %s</body>
                </html>
                """.formatted(Markup.language(locale), text(title), STYLE + style, header, main, footer);
    }

    /**
     * The line with 112, which comes before every other number.
     *
     * @param locale Swedish, or else English
     * @return a paragraph of markup
     */
    public static String emergency(Locale locale) {
        return "<p class=\"emergency\">%s %s.</p>\n"
                .formatted(text(EMERGENCY.in(locale)), Markup.link(ShortCode.of("112")));
    }

    /**
     * The same line as plain text.
     *
     * @param locale Swedish, or else English
     * @return the text, without a line's end
     */
    public static String emergencyText(Locale locale) {
        return EMERGENCY.in(locale) + " 112.";
    }

    /**
     * A text made safe for an element or a quoted attribute: escaped, on one line, without characters that turn the
     * direction of what stands beside it.
     *
     * @param text the text
     * @return markup
     */
    public static String text(String text) {
        return Markup.escape(text);
    }
}
