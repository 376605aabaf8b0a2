/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.alerting.document.Alerting;
import org.municipalsafety.alerting.document.AlertingDocument;
import org.municipalsafety.alerting.document.ContactsDocument;
import org.municipalsafety.alerting.engine.AlertEngine;
import org.municipalsafety.alerting.engine.FakeClock;
import org.municipalsafety.alerting.engine.Holding;
import org.municipalsafety.alerting.mail.SmtpServer;
import org.municipalsafety.alerting.notifier.ContactBook;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.alerting.store.JdbcAlertStore;
import org.municipalsafety.core.text.LocalizedText;

/** From a document on disk to mail over SMTP, with the store opened anew at each point. */
class EndToEndTest {

    private static final ContactBook CONTACTS =
            ContactsDocument.read("""
            {"document": "contacts", "version": 1,
             "contacts": [{"id": "anna", "addresses": {"mail": "anna.MARK@example.org"}},
                          {"id": "bo", "addresses": {"mail": "bo.MARK@example.org"}}]}""".getBytes(StandardCharsets.UTF_8), "contacts.json");

    @TempDir
    Path folder;

    private final FakeClock clock = new FakeClock("2026-11-27T22:40:00Z");

    private interface Use {
        void of(AlertEngine engine);
    }

    private void inANewProcess(Alerting document, Use use) {
        try (JdbcAlertStore store = JdbcAlertStore.sqlite(folder.resolve("alerts.db"));
                Notifiers notifiers = document.open(CONTACTS);
                AlertEngine engine = AlertEngine.builder()
                        .store(store)
                        .notifiers(notifiers)
                        .contacts(CONTACTS)
                        .onDuty((position, t) -> Holding.by(position.equals("TIB") ? "anna" : "bo"))
                        .clock(clock)
                        .zone(ZoneId.of("Europe/Stockholm"))
                        .node("node-1")
                        .build()) {
            use.of(engine);
        }
    }

    private static Alerting document(int port) {
        String json = """
                {"document": "alerting", "version": 1,
                 "notifiers": [{"id": "larmmail", "type": "mail", "config":
                    {"host": "localhost", "port": %d, "from": "larm@example.org", "security": "PLAIN_LOOPBACK"}}],
                 "policies": [{"id": "tib", "steps": [
                    {"position": "TIB", "notifiers": ["larmmail"], "acknowledgeWithin": "PT5M"},
                    {"position": "BACKUP", "notifiers": ["larmmail"], "acknowledgeWithin": "PT5M"}]}]}""".formatted(port);
        return AlertingDocument.read(
                json.getBytes(StandardCharsets.UTF_8),
                "alerting.json",
                NotifierProviders.discover(EndToEndTest.class.getClassLoader()));
    }

    @Test
    void A1_tibIsAlertedByMailThenTheBackupAcknowledgesAndNothingIsForgottenBetween() throws Exception {
        List<String> logged = new ArrayList<>();
        Handler capture = capture(logged);
        Logger root = Logger.getLogger("");
        root.addHandler(capture);
        try (SmtpServer server = new SmtpServer(folder)) {
            Alerting document = document(server.port());
            Alert alert = new Alert(
                    "larm-1",
                    AlertKind.EXERCISE,
                    Severity.CRITICAL,
                    LocalizedText.of("Skottlossning i Hageby", "Shooting in Hageby"),
                    LocalizedText.of("Bedöm läget.", "Assess the situation."),
                    "0581",
                    Instant.parse("2026-11-27T22:40:00Z"),
                    "police-feed");
            inANewProcess(
                    document,
                    engine -> engine.submit(alert, document.policy("tib").orElseThrow()));
            assertThat(server.mails).isEmpty();
            inANewProcess(document, AlertEngine::runDue);
            assertThat(server.mails).hasSize(1);
            inANewProcess(document, AlertEngine::runDue);
            assertThat(server.mails).hasSize(1);
            assertThat(server.mails.get(0))
                    .contains("To: anna.MARK@example.org")
                    .contains("X-Municipal-Alert: larm-1");
            clock.advance(Duration.ofMinutes(5));
            inANewProcess(document, AlertEngine::runDue);
            assertThat(server.mails).hasSize(2);
            assertThat(server.mails.get(1)).contains("To: bo.MARK@example.org");
            inANewProcess(document, engine -> engine.acknowledge("larm-1", "bo"));
            clock.advance(Duration.ofDays(3));
            inANewProcess(document, engine -> {
                assertThat(engine.runDue()).isZero();
                assertThat(engine.find("larm-1").orElseThrow().state()).isEqualTo(AlertState.ACKNOWLEDGED);
            });
            assertThat(server.mails).hasSize(2);

            // A7: what fails is logged, and no address is in it, nor in the database.
            server.rejectRecipientWith = 550;
            Alert other = new Alert(
                    "larm-2",
                    alert.kind(),
                    alert.severity(),
                    alert.title(),
                    alert.text(),
                    "0581",
                    alert.raisedAt(),
                    "test");
            inANewProcess(document, engine -> {
                engine.submit(other, document.policy("tib").orElseThrow());
                engine.runDue();
                assertThat(engine.log("larm-2").toString()).contains("smtp-550").doesNotContain("MARK");
                assertThat(engine.deliveries("larm-2").toString()).doesNotContain("MARK");
            });
        } finally {
            root.removeHandler(capture);
        }
        assertThat(logged).anyMatch(line -> line.contains("larm-2")).noneMatch(line -> line.contains("MARK"));
        for (String name : List.of("alerts.db", "alerts.db-wal")) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("MARK");
            }
        }
    }

    private static Handler capture(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                StringBuilder text = new StringBuilder(String.valueOf(line.getMessage()));
                if (line.getParameters() != null) {
                    text.append(List.of(line.getParameters()));
                }
                for (Throwable t = line.getThrown(); t != null; t = t.getCause()) {
                    text.append(t);
                }
                logged.add(text.toString());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
