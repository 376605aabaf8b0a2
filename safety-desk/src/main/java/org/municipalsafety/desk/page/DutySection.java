/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.page;

import static org.municipalsafety.desk.page.Sheet.text;

import java.util.ArrayList;
import java.util.List;
import org.municipalsafety.desk.report.DutyReport;
import org.municipalsafety.roster.chart.RosterChart;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Segment;

/** Who is on duty now, who is next, and the picture of the roster. */
final class DutySection {

    private DutySection() {}

    static void write(Sheet sheet, SituationPicture picture, Roster roster) {
        sheet.section("beredskap", sheet.in("Vem har beredskap", "Who is on duty"));
        List<List<String>> rows = new ArrayList<>();
        for (String position : picture.rota().plan().positions()) {
            Segment segment = picture.rota().at(position, picture.at());
            rows.add(List.of(
                    text(position),
                    text(DutyReport.holder(segment, sheet.locale())),
                    sheet.time(segment.interval().getEnd()),
                    text(picture.rota()
                            .next(position, picture.at())
                            .duty()
                            .map(Duty::holder)
                            .orElse("–")),
                    text(DutyReport.reasons(segment, sheet.locale()))));
        }
        sheet.table(
                sheet.in("Just nu", "Now"),
                List.of(
                        sheet.in("Funktion", "Position"),
                        sheet.in("Innehavare", "Holder"),
                        sheet.in("Till", "Until"),
                        sheet.in("Därefter", "Next"),
                        sheet.in("Varför", "Why")),
                rows);
        sheet.raw("<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\""
                + sheet.in("Jourlista, bild", "Rota, picture") + "\">\n"
                + RosterChart.svg(roster, picture.at(), sheet.locale()) + "</div>\n</figure>\n");
        sheet.endSection();
    }
}
