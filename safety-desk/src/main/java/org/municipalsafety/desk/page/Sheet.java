/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.municipalsafety.core.publication.PageFrame;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.desk.internal.Words;

/** The main part of a page as it is being written, and the few elements that its sections share. */
final class Sheet {

    /** What the staff's page has beyond the style of all pages. */
    static final String STYLE = """
            * { box-sizing: border-box; }
            body { max-width: 76rem; font-size: 1rem; }
            h1 { font-size: 1.7rem; margin: .4rem 0; }
            h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; border-bottom: 2px solid #1b1b1b; }
            p { max-width: 46rem; margin: .5rem 0; }
            .scroll:focus-visible { outline: 3px solid #00417a; outline-offset: 2px; }
            .exercise { border: 3px solid #7a1f00; color: #7a1f00; padding: .4rem .8rem; font-weight: 700; }
            .emergency { max-width: none; }
            .cards .call { font-size: 1.5rem; font-weight: 700; white-space: nowrap; }
            .cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); padding: 0; }
            .cards > li { list-style: none; border: 1px solid #767676; border-radius: .3rem; padding: .6rem .8rem; }
            .scroll { overflow-x: auto; max-width: 100%; }
            th, td { padding: .35rem .5rem; border: 1px solid #b4b4b4; }
            caption { font-weight: 400; }
            .number { white-space: nowrap; }
            .state { font-weight: 600; }
            figure { margin: 1rem 0; max-width: 48rem; }
            svg { max-width: 100%; height: auto; }
            .wrap { overflow-wrap: anywhere; }
            summary { cursor: pointer; }
            footer { margin-top: 2.5rem; border-top: 1px solid #767676; }
            @media (max-width: 40rem) {
              table.stack thead { position: absolute; left: -999rem; }
              table.stack, table.stack caption, table.stack tbody, table.stack tr, table.stack td, table.stack th { display: block; width: auto; }
              table.stack tr { border: 1px solid #b4b4b4; margin: 0 0 .7rem; }
              table.stack td, table.stack th { border: 0; padding: .2rem .6rem; white-space: normal; }
              table.stack td::before { content: attr(data-label) ": "; font-weight: 600; }
            }
            @media print {
              body { font-size: 10pt; max-width: none; }
              h2 { break-after: avoid; }
              tr, .cards > li, figure { break-inside: avoid; }
            }
            """;

    private final StringBuilder out = new StringBuilder();
    private final Locale locale;
    private final ZoneId zone;
    private final TimeText times;

    Sheet(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.times = TimeText.of(locale, zone);
    }

    Locale locale() {
        return locale;
    }

    TimeText times() {
        return times;
    }

    String in(String swedish, String english) {
        return Words.in(swedish, english, locale);
    }

    static String text(String text) {
        return PageFrame.text(text);
    }

    String text(LocalizedText text) {
        return text(text.in(locale));
    }

    /** An instant as people write it, and as programs read it. */
    String time(Instant instant) {
        return "<time datetime=\"" + instant.atZone(zone).toOffsetDateTime() + "\">" + text(times.dateTime(instant))
                + "</time>";
    }

    /** Markup as it is: whoever calls it has escaped what is in it. */
    Sheet raw(String markup) {
        out.append(markup);
        return this;
    }

    Sheet paragraph(String cssClass, String text) {
        return raw("<p class=\"" + cssClass + "\">" + text(text) + "</p>\n");
    }

    Sheet section(String id, String heading) {
        return raw("<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">" + text(heading) + "</h2>\n");
    }

    Sheet endSection() {
        return raw("</section>\n");
    }

    /** A table that turns into cards on a narrow screen. Cells are markup; the first of each row is its heading. */
    Sheet table(String caption, List<String> headings, List<List<String>> rows) {
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

    @Override
    public String toString() {
        return out.toString();
    }
}
