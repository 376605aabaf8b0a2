/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.page;

import static org.municipalsafety.desk.page.Sheet.text;

import java.util.ArrayList;
import java.util.List;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.LogEntry;

/** What happened to the alerts, a table for each. */
final class AlertSection {

    private AlertSection() {}

    static void write(Sheet sheet, SituationPicture picture) {
        sheet.section("larm", sheet.in("Larmlogg", "Alert log"));
        picture.alerts().forEach(alert -> table(sheet, alert));
        sheet.endSection();
    }

    private static void table(Sheet sheet, AlertHistory alert) {
        List<List<String>> rows = new ArrayList<>();
        for (LogEntry entry : alert.log()) {
            AlertEvent event = entry.event();
            rows.add(List.of(
                    sheet.time(event.at()),
                    sheet.text(event.what().label()),
                    text(event.person().orElse("–")),
                    text(event.notifier().orElse("–"))));
        }
        sheet.table(
                alert.kind() == AlertKind.EXERCISE
                        ? sheet.in("ÖVNING: vad som hände med larmet", "EXERCISE: what happened to the alert")
                        : sheet.in("Vad som hände med larmet", "What happened to the alert"),
                List.of(
                        sheet.in("När", "When"),
                        sheet.in("Vad", "What"),
                        sheet.in("Vem", "Who"),
                        sheet.in("Kanal", "Channel")),
                rows);
    }
}
