/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.page;

import static java.util.Objects.requireNonNull;
import static org.municipalsafety.desk.page.Sheet.text;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.municipalsafety.core.publication.PageFrame;
import org.municipalsafety.roster.resolution.Roster;
import org.threeten.extra.Interval;

/**
 * The situation on one page, for the municipality's staff: who can be reached, who is on duty, what has been decided,
 * what has happened, and what became of the alerts.
 *
 * <p>Its footer leads to the pages and calendars that lie beside it in a {@link PageFolder}.
 *
 * <p>Immutable and thread-safe.
 */
public final class SituationPage {

    /** So far beyond the instant the picture of the roster goes on, so that it shows what comes next. */
    private static final Duration AHEAD = Duration.ofDays(4);

    private final SituationPicture picture;

    private SituationPage(SituationPicture picture) {
        this.picture = requireNonNull(picture, "picture");
    }

    /**
     * The page of a situation.
     *
     * @param picture the situation
     * @return the page
     */
    public static SituationPage of(SituationPicture picture) {
        return new SituationPage(picture);
    }

    /** From when until when the duties are shown. */
    static Interval shown(SituationPicture picture) {
        return Interval.of(picture.period().getStart(), picture.at().plus(AHEAD));
    }

    /**
     * The page.
     *
     * @param locale Swedish, or else English
     * @return an HTML document, to be sent as UTF-8
     */
    public String html(Locale locale) {
        Sheet sheet = new Sheet(locale, picture.zone());
        Roster roster = picture.rota().resolve(shown(picture));
        ChannelSection.write(sheet, picture);
        DutySection.write(sheet, picture, roster);
        SituationSection.measures(sheet, picture);
        SituationSection.incidents(sheet, picture);
        AlertSection.write(sheet, picture);
        String title = sheet.in("Läget i ", "The situation in ")
                + picture.situation().municipality().name().in(locale);
        return PageFrame.of(locale, title)
                .withStyle(Sheet.STYLE)
                .withHeader(header(new Sheet(locale, picture.zone()), title))
                .withFooter(footer(new Sheet(locale, picture.zone())))
                .around(sheet.toString());
    }

    private String header(Sheet sheet, String title) {
        String now = sheet.times().dateTime(picture.at());
        sheet.raw("<header>\n<h1>" + text(title) + "</h1>\n<p>"
                + text(now.substring(0, 1).toUpperCase(sheet.locale()) + now.substring(1)) + ". "
                + sheet.in(
                        "Internt arbetsunderlag för kommunens personal.",
                        "Internal working document for the municipality's staff.")
                + "</p>\n");
        picture.banner().ifPresent(words -> sheet.paragraph("exercise", words.in(sheet.locale())));
        return sheet.raw("</header>\n").toString();
    }

    private String footer(Sheet sheet) {
        return sheet.raw("<footer><p>")
                .raw(both("Bulletin", PageFolder.BULLETIN))
                .raw(both(sheet.in("Här når du oss", "How to reach us"), PageFolder.CONTACT))
                .raw(both(sheet.in("Anslag att skriva ut", "Notice to print"), PageFolder.NOTICE))
                .raw(sheet.in("Beredskapen som kalender: ", "The duties as a calendar: "))
                .raw(picture.rota().plan().positions().stream()
                        .map(position -> "<a href=\"" + PageFolder.calendar(position) + "\">" + text(position) + "</a>")
                        .collect(Collectors.joining(", ")))
                .raw(".</p></footer>\n")
                .toString();
    }

    /** A page that is there in both languages. */
    private static String both(String what, String name) {
        return what + ": <a href=\"" + name + ".sv.html\" hreflang=\"sv\" lang=\"sv\">svenska</a>, <a href=\"" + name
                + ".en.html\" hreflang=\"en\" lang=\"en\">English</a>. ";
    }
}
