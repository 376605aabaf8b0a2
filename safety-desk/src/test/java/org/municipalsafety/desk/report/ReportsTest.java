/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.incident.IncidentTypes;
import org.municipalsafety.core.incident.PoliceEvents;
import org.municipalsafety.core.measure.MeasureState;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.desk.folder.MunicipalityFolder;
import org.threeten.extra.Interval;

/** What the reports say of Norrköping's documents. */
class ReportsTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Path NORRKOPING =
            Path.of("../safety-examples/src/main/resources/org/municipalsafety/examples/norrkoping");
    private static final MunicipalityFolder FOLDER =
            MunicipalityFolder.read(NORRKOPING, NotifierProviders.discover(ReportsTest.class.getClassLoader()));
    private static final Instant NOW = Instant.parse("2026-11-26T13:00:00Z");

    @Test
    void C2_residentsAreToldWhomToCallFromChangeToChange() {
        Interval day = Interval.of(NOW, Duration.ofHours(12));
        assertThat(ChannelReport.changes(FOLDER.directory(), day)).hasSize(2).startsWith(NOW);
        assertThat(ChannelReport.residents(FOLDER.directory(), day))
                .extracting(line -> line.in(SWEDISH))
                .containsExactly(
                        "torsdag 26 november 2026 kl. 14.00: Socialkontoret, 011-15 00 00 via Kontaktcenter "
                                + "(veckans tider, måndag–fredag)",
                        "torsdag 26 november 2026 kl. 16.00: Socialjouren, 011-15 22 83 "
                                + "(öppet när Kontaktcenter har stängt: veckans tider, måndag–fredag)");
    }

    @Test
    void C5_theCertificateIsToldWithEachGap() {
        LocalDate day = LocalDate.of(2026, 11, 26);
        Directory all = FOLDER.directory();
        Interval two = WallClock.days(day, day.plusDays(2), all.municipality().zone());
        assertThat(ChannelReport.certificate(all.certify(Audience.PUBLIC, two)).in(Locale.ENGLISH))
                .endsWith("somebody can be reached at every moment; at least 1 open channel.");
        Directory office = Directory.of(
                all.municipality(),
                all.calendar(),
                List.of(all.channel("kontaktcenter").orElseThrow()));
        assertThat(ChannelReport.certificate(office.certify(Audience.PUBLIC, two))
                        .in(SWEDISH)
                        .lines())
                .hasSize(4)
                .first()
                .asString()
                .endsWith("det finns tider då ingen går att nå.");
    }

    @Test
    void R9_dutiesAreToldWithTheirReasons() {
        assertThat(DutyReport.now(FOLDER.rota(), "TIB", NOW).in(SWEDISH))
                .isEqualTo("TIB: oxel till fredag 27 november 2026 kl. 13.00; sedan bok. "
                        + "version 1; oxel har tur 12 i lager vecka");
        assertThat(DutyReport.then(FOLDER.rota(), "TIB", Instant.parse("2026-06-01T10:00:00Z"))
                        .in(Locale.ENGLISH))
                .isEqualTo("Monday 1 June 2026 at 12:00: nobody. "
                        + "the rota tib-0581 is not in effect before Friday 4 September 2026 at 13:00");
    }

    @Test
    void M2_measuresAreToldWithTheirReview() {
        assertThat(MeasureReport.measures(
                        FOLDER.situation(), MeasureState.REVIEW_DUE, Instant.parse("2026-11-30T23:00:00Z")))
                .extracting(line -> line.in(SWEDISH))
                .containsExactly("Extra väktare: ny bedömning ska göras, från torsdag kväll till och med måndag, "
                        + "därefter görs ny bedömning. Ny bedömning tisdag 1 december 2026 kl. 00.00.");
    }

    @Test
    void M4_policeEventsOfTheMunicipalityJoinTheSituation() {
        PoliceReport report = PoliceReport.joined(
                FOLDER.situation(),
                PoliceEvents.read(NORRKOPING.resolve("police-events.json")),
                IncidentTypes.police());
        assertThat(report.summary().in(Locale.ENGLISH))
                .startsWith("Police events: 7 read, 6 in the municipality, 4 join the situation (")
                .endsWith("2 of types that the table does not know.");
        assertThat(report.situation().incidents())
                .as("one of the four is a new edition of another")
                .hasSize(FOLDER.situation().incidents().size() + 3);
    }
}
