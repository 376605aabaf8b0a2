/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.page;

import static org.municipalsafety.desk.page.Sheet.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.municipalsafety.core.incident.Incident;
import org.municipalsafety.core.measure.Measure;
import org.municipalsafety.core.measure.Term;
import org.municipalsafety.core.situation.Situation;

/** What has been decided, and what has happened. */
final class SituationSection {

    /** The page tells of the latest incidents, and of how many there are. */
    private static final int LATEST = 12;

    private SituationSection() {}

    static void measures(Sheet sheet, SituationPicture picture) {
        sheet.section("atgarder", sheet.in("Åtgärder", "Measures"));
        Situation situation = picture.situation();
        sheet.table(
                situation.title().in(sheet.locale()),
                List.of(
                        sheet.in("Åtgärd", "Measure"),
                        sheet.in("Läge", "State"),
                        sheet.in("Gäller", "Period"),
                        sheet.in("Ny bedömning", "Review"),
                        sheet.in("Ansvar", "Responsible"),
                        sheet.in("Område", "Area")),
                situation.measures().stream()
                        .map(measure -> row(sheet, picture, measure))
                        .toList());
        sheet.endSection();
    }

    private static List<String> row(Sheet sheet, SituationPicture picture, Measure measure) {
        return List.of(
                sheet.text(measure.name()),
                measure.stateAt(picture.at())
                        .map(state -> sheet.text(state.text()))
                        .orElse("–"),
                measure.termAt(picture.at()).map(Term::wording).map(sheet::text).orElse("–"),
                measure.termAt(picture.at())
                        .map(term -> sheet.time(term.review()))
                        .orElse("–"),
                sheet.in("begärd av ", "requested by ") + sheet.text(measure.requester()) + "<br>"
                        + sheet.in("beslutad av ", "decided by ") + sheet.text(measure.decider()) + "<br>"
                        + sheet.in("utförs av ", "performed by ") + sheet.text(measure.performer()),
                text(areas(sheet, picture.situation(), measure)));
    }

    private static String areas(Sheet sheet, Situation situation, Measure measure) {
        return measure.areas().isEmpty()
                ? sheet.in("hela kommunen eller inte bestämt", "the whole municipality or not determined")
                : measure.areas().stream()
                        .map(id -> situation
                                .areaSet()
                                .area(id)
                                .map(area -> area.name().in(sheet.locale()))
                                .orElse(id))
                        .collect(Collectors.joining(", "));
    }

    static void incidents(Sheet sheet, SituationPicture picture) {
        sheet.section("handelser", sheet.in("Händelser", "Incidents"));
        List<List<String>> rows = new ArrayList<>();
        List<Incident> all = picture.situation().incidents();
        List<Incident> latest = all.subList(Math.max(0, all.size() - LATEST), all.size());
        for (Incident incident : latest) {
            boolean changed = picture.situation()
                            .editions()
                            .getOrDefault(incident.id(), List.of())
                            .size()
                    > 1;
            rows.add(List.of(
                    sheet.time(incident.occurredAt()),
                    sheet.text(incident.kind().text()),
                    text(incident.status().text().in(sheet.locale())
                            + (changed ? sheet.in(", ändrad", ", changed") : "")),
                    text(incident.source() + ": " + incident.sourceType())));
        }
        sheet.table(
                sheet.in("De senaste ", "The latest ")
                        + latest.size()
                        + sheet.in(" av ", " of ")
                        + all.size()
                        + sheet.in(" händelser i situationen", " incidents of the situation"),
                List.of(
                        sheet.in("Inträffade", "Happened"),
                        sheet.in("Slag", "Kind"),
                        sheet.in("Säkerhet", "Certainty"),
                        sheet.in("Källa", "Source")),
                rows);
        sheet.endSection();
    }
}
