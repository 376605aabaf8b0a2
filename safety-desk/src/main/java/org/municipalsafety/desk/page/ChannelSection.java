/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.page;

import static org.municipalsafety.desk.page.Sheet.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.Reachability;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.publication.PageFrame;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.desk.report.ChannelReport;

/** Who can be reached: now, by change over the period, and whether at every moment of the coming year. */
final class ChannelSection {

    private ChannelSection() {}

    static void write(Sheet sheet, SituationPicture picture) {
        sheet.section("kanaler", sheet.in("Vem kan nås nu", "Who can be reached now"));
        sheet.raw(PageFrame.emergency(sheet.locale())).raw("<ul class=\"cards\">\n");
        picture.directory()
                .reachableAt(picture.at(), Audience.AUTHORITIES)
                .choices()
                .forEach(choice -> card(sheet, picture.directory(), choice));
        sheet.raw("</ul>\n");
        changes(sheet, picture);
        certificate(sheet, picture);
        sheet.endSection();
    }

    private static void card(Sheet sheet, Directory directory, Reachability.Choice choice) {
        Locale locale = sheet.locale();
        String audience = choice.channel().audience() == Audience.PUBLIC
                ? sheet.in("för alla", "for everybody")
                : sheet.in("bara för myndigheter", "for authorities only");
        sheet.raw("<li><strong>" + sheet.text(choice.channel().name()) + "</strong> (" + audience + ")<br>"
                + "<a class=\"call\" href=\""
                + text(choice.channel().endpoint().uri()) + "\">"
                + text(choice.channel().endpoint().text()) + "</a><br>"
                + "<span class=\"state\">" + mark(choice.state()) + " "
                + text(choice.state().text(locale)) + "</span>"
                + choice.until()
                        .map(until -> " " + sheet.in("till ", "until ")
                                + text(sheet.times().dateTime(until)))
                        .orElse("")
                + "<br>" + text(ChannelReason.text(choice.because(), locale)));
        choice.channel()
                .via()
                .flatMap(directory::channel)
                .ifPresent(hop -> sheet.raw("<br>" + sheet.in("via ", "by way of ") + sheet.text(hop.name())));
        sheet.raw("</li>\n");
    }

    private static void changes(Sheet sheet, SituationPicture picture) {
        List<List<String>> rows = new ArrayList<>();
        for (Instant change : ChannelReport.changes(picture.directory(), picture.period())) {
            Reachability reachable = picture.directory().reachableAt(change, Audience.PUBLIC);
            rows.add(List.of(
                    sheet.time(change),
                    reachable
                            .first()
                            .map(choice -> sheet.text(choice.channel().name()) + ", <span class=\"number\">"
                                    + text(choice.channel().endpoint().text()) + "</span>")
                            .orElse(sheet.in("ingen", "nobody")),
                    text(reachable
                            .first()
                            .map(choice -> ChannelReason.text(choice.because(), sheet.locale()))
                            .orElse("–"))));
        }
        sheet.table(
                sheet.in("Vem invånarna ringer under veckan", "Whom residents call during the week"),
                List.of(sheet.in("Från", "From"), sheet.in("Kanal", "Channel"), sheet.in("Varför", "Why")),
                rows);
    }

    private static void certificate(Sheet sheet, SituationPicture picture) {
        LocalDate today = LocalDate.ofInstant(picture.at(), picture.zone());
        CoverageCertificate proof =
                picture.directory().certify(Audience.PUBLIC, WallClock.days(today, today.plusYears(1), picture.zone()));
        sheet.paragraph(
                "state",
                proof.holds()
                        ? sheet.in(
                                "Någon går att nå varje stund det kommande året.",
                                "Somebody can be reached at every moment of the coming year.")
                        : sheet.in(
                                "Det finns tider det kommande året då ingen går att nå.",
                                "There are times in the coming year when nobody can be reached."));
        sheet.raw("<details><summary>" + sheet.in("Intyget i sin helhet", "The certificate in full")
                + "</summary>\n<p class=\"wrap\">"
                + proof.text(sheet.locale()).strip().lines().map(Sheet::text).collect(Collectors.joining("<br>\n"))
                + "</p></details>\n");
    }

    /** A sign beside the word, so that the state does not rest on colour. */
    private static String mark(OpenState state) {
        return switch (state) {
            case OPEN -> "●";
            case CLOSED -> "○";
            case UNKNOWN -> "?";
        };
    }
}
