/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.core.bulletin.Bulletin;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.incident.Incident;
import org.municipalsafety.core.incident.IncidentKind;
import org.municipalsafety.core.incident.IncidentStatus;
import org.municipalsafety.core.situation.Situation;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.desk.folder.MunicipalityFolder;
import org.threeten.extra.Interval;

/** The staff's page and the folder in which it lies, made of Norrköping's documents. */
class SituationPageTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Instant NOW = Instant.parse("2026-12-01T07:00:00Z");
    private static final MunicipalityFolder FOLDER = MunicipalityFolder.read(
            Path.of("../safety-examples/src/main/resources/org/municipalsafety/examples/norrkoping"),
            NotifierProviders.discover(SituationPageTest.class.getClassLoader()));

    private static SituationPicture picture(Situation situation) {
        return SituationPicture.of(
                FOLDER.directory(), FOLDER.rota(), situation, Interval.of(NOW.minus(Duration.ofDays(4)), NOW), NOW);
    }

    private static Incident incident(String id, String type, Disclosure disclosure) {
        return new Incident(
                id,
                IncidentKind.SHOOTING,
                IncidentStatus.REPORTED,
                NOW,
                NOW,
                "Polisen",
                type,
                Optional.empty(),
                disclosure);
    }

    @Test
    void thePageTellsWhoCanBeReachedWhoIsOnDutyAndWhatIsDecided() {
        String page = SituationPage.of(picture(FOLDER.situation())).html(SWEDISH);
        assertThat(page)
                .contains("<html lang=\"sv\">", "<h1>Läget i Norrköping</h1>", "tel:112")
                .contains("id=\"kanaler\"", "id=\"beredskap\"", "id=\"atgarder\"", "id=\"handelser\"", "id=\"larm\"")
                .contains("Extra väktare", "Ny bedömning", "<svg")
                .doesNotContain("ÖVNING", "<script");
        assertThat(SituationPage.of(picture(FOLDER.situation())).html(Locale.ENGLISH))
                .contains("<html lang=\"en\">", "<h1>The situation in Norrköping</h1>", "Extra guards");
    }

    @Test
    void D3_whatTheStaffMayNotSeeIsNotOnThePage() {
        Situation situation = FOLDER.situation()
                .with(incident("a", "Open-type", Disclosure.OPEN))
                .with(incident("b", "Internal-type", Disclosure.INTERNAL))
                .with(incident("c", "Restricted-type", Disclosure.RESTRICTED));
        assertThat(SituationPage.of(picture(situation)).html(SWEDISH))
                .contains("Open-type", "Internal-type")
                .doesNotContain("Restricted-type");
        assertThat(picture(situation).situation()).isEqualTo(situation.view(Audience.STAFF));
    }

    @Test
    void A6_anExerciseIsToldBeforeEverythingElse() {
        String page = SituationPage.of(picture(FOLDER.situation())
                        .withBanner(LocalizedText.of("ÖVNING.", "EXERCISE."))
                        .withAlerts(List.of(
                                new AlertHistory(AlertKind.EXERCISE, List.of()),
                                new AlertHistory(AlertKind.ACTUAL, List.of()))))
                .html(SWEDISH);
        assertThat(page)
                .contains("<caption>ÖVNING: vad som hände med larmet</caption>")
                .contains("<caption>Vad som hände med larmet</caption>");
        assertThat(page.indexOf("<p class=\"exercise\">ÖVNING.</p>")).isBetween(0, page.indexOf("<main>"));
    }

    @Test
    void textsOfOthersStayTexts() {
        Situation situation = FOLDER.situation().with(incident("a", "<script>alert(1)</script>", Disclosure.OPEN));
        assertThat(SituationPage.of(picture(situation)).html(SWEDISH))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    @Test
    void theFolderHoldsThePagesThatItsIndexLeadsTo(@TempDir Path out) throws IOException {
        PageFolder pages = PageFolder.at(out);
        for (Bulletin bulletin : FOLDER.situation().view(Audience.PUBLIC).bulletins()) {
            pages.publish(bulletin, FOLDER.situation(), FOLDER.directory());
        }
        pages.write(picture(FOLDER.situation()), SWEDISH);
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "index.html",
                            "bulletin.sv.html",
                            "bulletin.sv.txt",
                            "bulletin.en.html",
                            "bulletin.en.txt",
                            "kontakt.sv.html",
                            "kontakt.en.html",
                            "anslag.sv.html",
                            "anslag.en.html",
                            "rota-tib.ics",
                            "rota-backup.ics");
        }
        String index = Files.readString(out.resolve("index.html"));
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.startsWith("index") && !name.endsWith(".txt")))
                    .allSatisfy(name -> assertThat(index).contains("href=\"" + name + "\""));
        }
    }
}
