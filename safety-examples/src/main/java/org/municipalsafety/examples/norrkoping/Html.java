/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import com.google.common.html.HtmlEscapers;
import java.util.List;
import java.util.Locale;

/** The frame of a page: head, style, and the few elements that the pages share. Every text is escaped here. */
final class Html {

    private static final String STYLE = """
            :root { color-scheme: light; --ink: #1b1b1b; --line: #767676; --calm: #eef3f7; --mark: #7a1f00; }
            * { box-sizing: border-box; }
            body { margin: 0 auto; padding: 1rem; max-width: 76rem; color: var(--ink); background: #fff;
              font: 1rem/1.5 system-ui, "Liberation Sans", Arial, sans-serif; }
            h1 { font-size: 1.7rem; line-height: 1.2; margin: .4rem 0; }
            h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; border-bottom: 2px solid var(--ink); }
            p { max-width: 46rem; margin: .5rem 0; }
            a { color: #00417a; }
            a:focus-visible, .scroll:focus-visible { outline: 3px solid #00417a; outline-offset: 2px; }
            .exercise { border: 3px solid var(--mark); color: var(--mark); padding: .4rem .8rem; font-weight: 700; }
            .first { background: var(--calm); border-left: .4rem solid var(--mark); padding: .6rem .8rem; max-width: none; }
            .call { font-size: 1.5rem; font-weight: 700; white-space: nowrap; }
            .cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); padding: 0; }
            .cards > li { list-style: none; border: 1px solid var(--line); border-radius: .3rem; padding: .6rem .8rem; }
            .scroll { overflow-x: auto; max-width: 100%; }
            table { border-collapse: collapse; width: 100%; font-size: .95rem; }
            th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border: 1px solid #b4b4b4; }
            caption { text-align: left; padding: .2rem 0; }
            thead th { background: var(--calm); }
            tbody th { font-weight: 600; }
            .number { white-space: nowrap; }
            .state { font-weight: 600; }
            figure { margin: 1rem 0; max-width: 48rem; }
            svg { max-width: 100%; height: auto; }
            .wrap { overflow-wrap: anywhere; }
            summary { cursor: pointer; }
            footer { margin-top: 2.5rem; border-top: 1px solid var(--line); font-size: .9rem; }
            @media (max-width: 40rem) {
              table.stack thead { position: absolute; left: -999rem; }
              table.stack, table.stack caption, table.stack tbody, table.stack tr, table.stack td, table.stack th { display: block; width: auto; }
              table.stack tr { border: 1px solid #b4b4b4; margin: 0 0 .7rem; }
              table.stack td, table.stack th { border: 0; padding: .2rem .6rem; white-space: normal; }
              table.stack td::before { content: attr(data-label) ": "; font-weight: 600; }
            }
            @media print {
              body { font-size: 10pt; padding: 0; max-width: none; }
              h2 { break-after: avoid; }
              tr, .cards > li, figure { break-inside: avoid; }
              a { color: inherit; }
            }
            """;

    private final StringBuilder out = new StringBuilder();
    private final Locale locale;

    Html(Locale locale, String title) {
        this.locale = locale;
        raw("<!doctype html>\n<html lang=\"" + text(locale.toLanguageTag())
                + "\">\n<head>\n<meta charset=\"utf-8\">\n");
        raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        raw("<title>" + text(title) + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
    }

    /** A text made safe for an element or a quoted attribute. */
    static String text(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }

    /** Markup as it is: whoever calls it has escaped what is in it. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html paragraph(String cssClass, String text) {
        return raw("<p" + (cssClass.isEmpty() ? "" : " class=\"" + cssClass + "\"") + ">" + text(text) + "</p>\n");
    }

    Html section(String id, String heading) {
        return raw("<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">" + text(heading) + "</h2>\n");
    }

    Html endSection() {
        return raw("</section>\n");
    }

    /** A table that turns into cards on a narrow screen. Cells are markup; the first of each row is its heading. */
    Html table(String caption, List<String> headings, List<List<String>> rows) {
        raw("<table class=\"stack\">\n<caption>" + text(caption) + "</caption>\n<thead><tr>");
        headings.forEach(heading -> raw("<th scope=\"col\">" + text(heading) + "</th>"));
        raw("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            raw("<tr><th scope=\"row\">" + row.get(0) + "</th>");
            for (int i = 1; i < row.size(); i++) {
                raw("<td data-label=\"" + text(headings.get(i)) + "\">" + row.get(i) + "</td>");
            }
            raw("</tr>\n");
        }
        return raw("</tbody>\n</table>\n");
    }

    Locale locale() {
        return locale;
    }

    String end() {
        return out + "</body>\n</html>\n";
    }
}
