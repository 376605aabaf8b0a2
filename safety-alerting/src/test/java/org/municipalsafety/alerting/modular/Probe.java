/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.modular;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.alerting.document.AlertingDocument;
import org.municipalsafety.alerting.document.ContactsDocument;
import org.municipalsafety.alerting.engine.AlertEngine;
import org.municipalsafety.alerting.engine.Holding;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.mail.MailConfig;
import org.municipalsafety.alerting.mail.MailNotifierProvider;
import org.municipalsafety.alerting.notifier.ContactBook;
import org.municipalsafety.alerting.notifier.NotifierConfigs;
import org.municipalsafety.alerting.notifier.NotifierProvider;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.alerting.store.JdbcAlertStore;
import org.municipalsafety.core.calendar.Calendars;
import org.municipalsafety.core.text.LocalizedText;

/** Uses the library from outside, where it is a module; run by {@link ModulePathIT}. */
public final class Probe {

    private Probe() {}

    /** A folder, and the port of a mail server. */
    public static void main(String[] args) {
        Module library = NotifierProvider.class.getModule();
        System.out.println("named " + library.isNamed());
        NotifierProviders found = NotifierProviders.discover(Probe.class.getClassLoader());
        System.out.println("types " + found.types());
        System.out.println(
                "countries " + Calendars.discover(Probe.class.getClassLoader()).countries());
        System.out.println("schema "
                + (AlertingDocument.schema().contains("2020-12")
                        && ContactsDocument.schema().contains("2020-12")));
        MailConfig config = NotifierConfigs.read(
                new MailNotifierProvider(),
                Map.of(
                        "host", "127.0.0.1",
                        "port", Integer.parseInt(args[1]),
                        "from", "larm@example.org",
                        "security", "PLAIN_LOOPBACK"));
        try (JdbcAlertStore store = JdbcAlertStore.sqlite(Path.of(args[0]).resolve("alerts.db"));
                Notifiers notifiers = new Notifiers().add("mail", new MailNotifierProvider(), config);
                AlertEngine engine = AlertEngine.builder()
                        .store(store)
                        .notifiers(notifiers)
                        .contacts(ContactBook.of(Map.of("anna", Map.of("mail", "anna@example.org"))))
                        .onDuty((position, t) -> Holding.nobody())
                        .clock(() -> Instant.parse("2026-11-27T22:40:00Z"))
                        .zone(ZoneId.of("Europe/Stockholm"))
                        .node("probe")
                        .build()) {
            engine.submit(
                    new Alert(
                            "larm-1",
                            AlertKind.EXERCISE,
                            Severity.SERIOUS,
                            LocalizedText.of("Prov", "Test"),
                            LocalizedText.of("Prov", "Test"),
                            "0581",
                            Instant.parse("2026-11-27T22:40:00Z"),
                            "probe"),
                    EscalationPolicy.of("one", Step.contact("anna", Duration.ofMinutes(5), "mail")));
            engine.runDue();
            System.out.println("sent " + engine.deliveries("larm-1").get(0).state());
        }
    }
}
