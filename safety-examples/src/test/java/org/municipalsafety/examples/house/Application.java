/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.alerting.document.Alerting;
import org.municipalsafety.alerting.document.AlertingDocument;
import org.municipalsafety.alerting.document.ContactsDocument;
import org.municipalsafety.alerting.engine.AlertEngine;
import org.municipalsafety.alerting.engine.OnDuty;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.mail.MailConfig;
import org.municipalsafety.alerting.notifier.ContactBook;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.alerting.store.JdbcAlertStore;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.document.RotaDocument;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

/**
 * A program such as a user of the library writes it. {@link ManagedVersionsIT} compiles and runs it with the versions
 * of libraries that frameworks manage; whatever they are, it says the same.
 */
final class Application {

    private static final Instant NOW = Instant.parse("2026-11-27T22:40:00Z");

    /** Says its own version; held, since the level is forgotten with the logger. */
    private static final Logger VALIDATOR = Logger.getLogger("org.hibernate.validator");

    private Application() {}

    record Limits(@Min(1) int most) {}

    /** A folder with documents, one for the store, and the port of a mail server on loopback. */
    public static void main(String[] args) throws IOException {
        VALIDATOR.setLevel(Level.OFF);
        Path documents = Path.of(args[0]);
        Directory directory = DirectoryDocument.read(documents.resolve("directory.json"));
        System.out.println("channels " + directory.channels().size());
        System.out.println("written " + DirectoryDocument.write(directory).hashCode());
        Rota rota = RotaDocument.read(documents.resolve("rota.json"));
        System.out.println("duty "
                + rota.resolve(Interval.of(NOW, Duration.ofHours(24))).at("TIB", NOW).orElseThrow().because().stream()
                        .map(reason -> reason.sentence(Locale.ENGLISH))
                        .toList());
        for (String bad : List.of(
                "{\"document\": \"rota\", \"version\": 1, \"id\": 2.50, \"zone\": \"Mars\", \"extra\": [1e400]}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": 1,}",
                "[".repeat(41),
                "{} {}",
                "\"" + "x".repeat(200_001) + "\"")) {
            try {
                RotaDocument.read(bad.getBytes(UTF_8), "bad.json");
            } catch (InvalidDocumentException refused) {
                System.out.println(refused.getMessage());
            }
        }
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            System.out.println("violations "
                    + validators.getValidator().validate(new Limits(0)).size() + " "
                    + validators
                            .getValidator()
                            .validate(MailConfig.loopback(25, "larm@example.org"))
                            .size());
        }
        alert(documents, Path.of(args[1]), args[2], rota);
    }

    private static void alert(Path documents, Path work, String port, Rota rota) throws IOException {
        ContactBook contacts = ContactsDocument.read(documents.resolve("contacts.json"));
        Alerting alerting = AlertingDocument.read(
                Files.readString(documents.resolve("alerting.json"))
                        .replace("2525", port)
                        .getBytes(UTF_8),
                "alerting.json",
                NotifierProviders.discover(Application.class.getClassLoader()));
        System.out.println("disagreements " + alerting.disagreements(contacts));
        try (JdbcAlertStore store = JdbcAlertStore.sqlite(work.resolve("alerts.db"));
                Notifiers notifiers = alerting.open(contacts);
                AlertEngine engine = AlertEngine.builder()
                        .store(store)
                        .notifiers(notifiers)
                        .contacts(contacts)
                        .onDuty(OnDuty.of(rota))
                        .clock(() -> NOW)
                        .zone(ZoneId.of("Europe/Stockholm"))
                        .node("application")
                        .build()) {
            engine.submit(
                    new Alert(
                            "larm-1",
                            AlertKind.EXERCISE,
                            Severity.SERIOUS,
                            LocalizedText.of("Prov", "Test"),
                            LocalizedText.of("Prov", "Test"),
                            "0581",
                            NOW,
                            "application"),
                    EscalationPolicy.of("one", Step.position("TIB", Duration.ofMinutes(5), "mail")));
            engine.runDue();
            engine.deliveries("larm-1")
                    .forEach(delivery -> System.out.println("sent to " + delivery.contact() + " " + delivery.state()));
        }
    }
}
