/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.notifier.ContactBook;
import org.municipalsafety.alerting.notifier.Contacts;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.alerting.store.JdbcAlertStore;
import org.municipalsafety.core.text.LocalizedText;

/** A store on disk, an engine, a clock and two notifiers that record. Can be killed and opened again. */
final class World implements AutoCloseable {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    static final EscalationPolicy POLICY = EscalationPolicy.of(
            "tib",
            Step.position("TIB", Duration.ofMinutes(5), "one"),
            Step.position("BACKUP", Duration.ofMinutes(5), "one"));

    final Path file;
    final FakeClock clock = new FakeClock("2026-11-27T22:40:00Z");
    final Recording one = new Recording("one");
    final Recording two = new Recording("two");
    final Map<String, Holding> holders = new HashMap<>();
    OnDuty onDuty = (position, t) -> holders.getOrDefault(position, Holding.nobody());
    Contacts contacts = ContactBook.of(Map.of(
            "anna", Map.of("one", "anna@one.example", "two", "anna@two.example"),
            "bo", Map.of("one", "bo@one.example", "two", "bo@two.example"),
            "cia", Map.of("one", "cia@one.example", "two", "cia@two.example")));
    final List<AlertEvent> events = new CopyOnWriteArrayList<>();
    Notifiers notifiers = new Notifiers();
    JdbcAlertStore store;
    AlertEngine engine;

    World(Path folder) {
        this.file = folder.resolve("alerts.db");
        holders.put("TIB", Holding.by("anna"));
        holders.put("BACKUP", Holding.by("bo"));
        notifiers.add("one", one, new Recording.None()).add("two", two, new Recording.None());
        open();
    }

    void open() {
        store = JdbcAlertStore.sqlite(file);
        engine = engine("node-1").build();
    }

    AlertEngineBuilder engine(String node) {
        return AlertEngine.builder()
                .store(store)
                .notifiers(notifiers)
                .contacts((contact, type) -> contacts.address(contact, type))
                .onDuty((position, t) -> onDuty.at(position, t))
                .clock(clock)
                .zone(STOCKHOLM)
                .node(node)
                .listener(events::add);
    }

    /** Everything in memory is gone; what is in the file is there. */
    void reopen() {
        engine.close();
        store.close();
        open();
    }

    void after(Duration duration) {
        clock.advance(duration);
        engine.runDue();
    }

    List<DeliveryState> states(String alert) {
        return engine.deliveries(alert).stream()
                .map(delivery -> delivery.state())
                .toList();
    }

    List<Happening> log(String alert) {
        return engine.log(alert).stream().map(entry -> entry.event().what()).toList();
    }

    static Alert alert(String id) {
        return alert(id, AlertKind.ACTUAL, Severity.CRITICAL);
    }

    static Alert alert(String id, AlertKind kind, Severity severity) {
        return new Alert(
                id,
                kind,
                severity,
                LocalizedText.of("Skottlossning i Hageby", "Shooting in Hageby"),
                LocalizedText.of("Polisen rapporterar skottlossning.", "The police report a shooting."),
                "0581",
                Instant.parse("2026-11-27T22:40:00Z"),
                "police-feed");
    }

    @Override
    public void close() {
        engine.close();
        store.close();
        notifiers.close();
    }
}
