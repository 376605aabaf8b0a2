/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.alerting.engine.AlertEngine;
import org.municipalsafety.core.bulletin.Bulletin;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.incident.Incident;
import org.municipalsafety.core.incident.IncidentKind;
import org.municipalsafety.core.incident.IncidentStatus;
import org.municipalsafety.core.incident.IncidentTypes;
import org.municipalsafety.core.measure.MeasureState;
import org.municipalsafety.core.situation.Situation;
import org.municipalsafety.core.situation.SituationDocument;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.desk.page.AlertHistory;
import org.municipalsafety.desk.page.PageFolder;
import org.municipalsafety.desk.page.SituationPicture;
import org.municipalsafety.desk.report.ChannelReport;
import org.municipalsafety.desk.report.DutyReport;
import org.municipalsafety.desk.report.MeasureReport;
import org.municipalsafety.desk.report.PoliceReport;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

/**
 * What happens in the week, step by step, and what there is to tell of each step.
 *
 * <p>Confined to one thread.
 */
final class Story {

    private static final String ALERT = "skottlossning-2026-11-27";
    private static final String TIB = "TIB";
    private static final String BACKUP = "BACKUP";

    private final Inputs inputs;
    private final Directory directory;
    private final Rota rota;
    private final AlertEngine engine;
    private final Path out;
    private final Locale locale;
    private Situation situation;

    /** Begins, or carries on with the situation as an earlier run left it. */
    Story(Inputs inputs, AlertEngine engine, Path out, Locale locale, boolean carriesOn) {
        this.inputs = inputs;
        this.directory = inputs.folder().directory();
        this.rota = inputs.folder().rota();
        this.engine = engine;
        this.out = out;
        this.locale = locale;
        Path saved = out.resolve("situation.json");
        this.situation = carriesOn && Files.exists(saved)
                ? SituationDocument.read(saved)
                : inputs.folder().situation();
    }

    static Instant start(ZoneId zone) {
        return WallClock.instant(LocalDateTime.parse("2026-11-26T14:00"), zone);
    }

    Interval week() {
        return Interval.of(start(zone()), instant("2026-12-01T08:00"));
    }

    String municipality() {
        return directory.municipality().name().in(locale);
    }

    ZoneId zone() {
        return directory.municipality().zone();
    }

    Instant instant(String local) {
        return WallClock.instant(LocalDateTime.parse(local), zone());
    }

    // The steps

    List<LocalizedText> channels(Instant now) {
        save();
        List<LocalizedText> text =
                new ArrayList<>(ChannelReport.residents(directory, Interval.of(now, week().getEnd())));
        LocalDate today = LocalDate.ofInstant(now, zone());
        text.add(ChannelReport.certificate(
                directory.certify(Audience.PUBLIC, WallClock.days(today, today.plusYears(1), zone()))));
        return text;
    }

    List<LocalizedText> duty(Instant now) {
        return List.of(
                DutyReport.now(rota, TIB, now),
                DutyReport.now(rota, BACKUP, now),
                DutyReport.then(rota, TIB, instant("2026-06-01T12:00")));
    }

    List<LocalizedText> bulletin(Instant now) {
        List<LocalizedText> text = new ArrayList<>();
        for (Bulletin bulletin : situation.view(Audience.PUBLIC).bulletins()) {
            PageFolder.at(out).publish(bulletin, situation, directory);
            text.add(told("Bulletinen publiceras: ", "The bulletin is published: ", bulletin.title()));
        }
        return text;
    }

    List<LocalizedText> guards(Instant now) {
        return MeasureReport.measures(situation, MeasureState.ACTIVE, now);
    }

    List<LocalizedText> incident(Instant now) {
        Incident shooting = new Incident(
                "report-4",
                IncidentKind.SHOOTING,
                IncidentStatus.REPORTED,
                now.minus(Duration.ofMinutes(12)),
                now,
                "Polisen",
                "Skottlossning",
                Optional.empty(),
                Disclosure.OPEN);
        situation = situation.with(shooting);
        LocalizedText kind = shooting.kind().text();
        LocalizedText title = situation.title();
        PoliceReport police = PoliceReport.joined(situation, inputs.events(), IncidentTypes.police());
        situation = police.situation();
        save();
        return List.of(
                LocalizedText.of(
                        "Polisen rapporterar: %s. Händelsen hör till \"%s\".".formatted(sv(kind), sv(title)),
                        "The police report: %s. The incident joins \"%s\".".formatted(en(kind), en(title))),
                police.summary());
    }

    List<LocalizedText> submit(Instant now) {
        Alert alert = new Alert(
                ALERT,
                AlertKind.EXERCISE,
                Severity.CRITICAL,
                LocalizedText.of("Skottlossning i Norrköping", "Shooting in Norrköping"),
                LocalizedText.of(
                        "Polisen rapporterar skottlossning. Bedöm läget och larma vidare enligt plan. Kvittera larmet.",
                        "The police report a shooting. Assess and alert according to plan. Acknowledge this alert."),
                situation.municipality().code(),
                now,
                "polisen");
        engine.submit(alert, inputs.folder().alerting().policy(Inputs.POLICY).orElseThrow());
        engine.runDue();
        String tib = DutyReport.holder(rota.at(TIB, now), locale);
        return List.of(LocalizedText.of(
                "ÖVNING: larm till TiB, %s. Kvitteras inom 5 minuter, annars larmas reserven.".formatted(tib),
                "EXERCISE: alert to the TiB, %s. To be acknowledged within 5 minutes, else the backup is alerted."
                        .formatted(tib)));
    }

    List<LocalizedText> acknowledge(Instant now) {
        String backup = ((Duty) rota.at(BACKUP, now)).holder();
        if (engine.acknowledgements(ALERT).isEmpty()) {
            engine.acknowledge(ALERT, backup);
        }
        Instant escalated = instant("2026-11-27T23:45");
        return List.of(
                LocalizedText.of(
                        "%s: ingen har kvitterat; reserven %s larmas."
                                .formatted(times(Locale.forLanguageTag("sv")).time(escalated), backup),
                        "%s: nobody has acknowledged; the backup %s is alerted."
                                .formatted(times(Locale.ENGLISH).time(escalated), backup)),
                LocalizedText.of(
                        backup + " kvitterar. Larmkedjan stannar.", backup + " acknowledges. The escalation stops."));
    }

    List<LocalizedText> closeAlert(Instant now) {
        String backup = engine.acknowledgements(ALERT).get(0).person();
        if (engine.find(ALERT).orElseThrow().state() != AlertState.CLOSED) {
            engine.closeAlert(ALERT, backup);
        }
        return List.of(LocalizedText.of(
                backup + " avslutar larmet: läget är bedömt och berörda är informerade.",
                backup + " closes the alert: the situation is assessed and those concerned are informed."));
    }

    List<LocalizedText> review(Instant now) {
        return MeasureReport.measures(situation, MeasureState.REVIEW_DUE, now);
    }

    List<LocalizedText> pages(Instant now) {
        PageFolder.at(out)
                .write(
                        SituationPicture.of(directory, rota, situation, week(), now)
                                .withBanner(LocalizedText.of(
                                        "ÖVNING. En spelad vecka; inga verkliga händelser.",
                                        "EXERCISE. A played week; no real events."))
                                .withAlerts(List.of(new AlertHistory(AlertKind.EXERCISE, engine.log(ALERT)))),
                        locale);
        return List.of(LocalizedText.of(
                "Sidor, kalender och bulletin är skrivna.", "Pages, calendar and bulletin are written."));
    }

    // Words

    private void save() {
        Documents.replace(out.resolve("situation.json"), SituationDocument.write(situation));
    }

    private TimeText times(Locale language) {
        return TimeText.of(language, zone());
    }

    private static LocalizedText told(String swedish, String english, LocalizedText what) {
        return LocalizedText.of(swedish + sv(what), english + en(what));
    }

    private static String sv(LocalizedText text) {
        return text.in(Locale.forLanguageTag("sv"));
    }

    private static String en(LocalizedText text) {
        return text.in(Locale.ENGLISH);
    }

    static String in(String swedish, String english, Locale language) {
        return TimeText.isSwedish(language) ? swedish : english;
    }
}
