/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.alerting.engine.AlertEngine;
import org.municipalsafety.alerting.engine.FakeClock;
import org.municipalsafety.alerting.engine.Holding;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.notifier.ContactBook;
import org.municipalsafety.alerting.notifier.Deadline;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Notifier;
import org.municipalsafety.alerting.notifier.NotifierProvider;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.alerting.notifier.Outcome;
import org.municipalsafety.alerting.store.JdbcAlertStore;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A process of its own. Says on its standard output what it has been promised, one line each, so that the test knows
 * what must not be lost.
 */
public final class Child {

    static final EscalationPolicy POLICY = EscalationPolicy.of(
            "tib",
            Step.position("TIB", Duration.ofMinutes(5), "file"),
            Step.position("BACKUP", Duration.ofMinutes(5), "file"));

    private Child() {}

    /** Folder, start of the clock, node, what to do, then what that needs. */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        FakeClock clock = new FakeClock(args[1]);
        String node = args[2];
        String work = args[3];
        String haltAt = args.length > 4 ? args[4] : "NEVER";
        try (JdbcAlertStore store = JdbcAlertStore.sqlite(folder.resolve("alerts.db"));
                Notifiers notifiers =
                        new Notifiers().add("file", new FileProvider(), new FileConfig(folder.toString(), haltAt));
                AlertEngine engine = AlertEngine.builder()
                        .store(store)
                        .notifiers(notifiers)
                        .contacts(ContactBook.of(Map.of("anna", Map.of("file", "anna"), "bo", Map.of("file", "bo"))))
                        .onDuty((position, t) -> Holding.by(position.equals("TIB") ? "anna" : "bo"))
                        .clock(clock)
                        .zone(ZoneId.of("Europe/Stockholm"))
                        .node(node)
                        .listener(event -> {
                            if (event.what().name().equals(haltAt)) {
                                Runtime.getRuntime().halt(9);
                            }
                        })
                        .build()) {
            switch (work) {
                case "one" -> {
                    engine.submit(alert("larm-1", clock.instant()), POLICY);
                    say("submitted larm-1");
                    if (haltAt.equals("AFTER_SUBMIT")) {
                        Runtime.getRuntime().halt(9);
                    }
                    engine.runDue();
                    clock.advance(Duration.ofMinutes(5));
                    engine.runDue();
                    engine.acknowledge("larm-1", "bo");
                    say("acknowledged larm-1");
                }
                case "submit" -> {
                    for (int i = 0; ; i++) {
                        engine.submit(alert(node + "-" + i, clock.instant()), POLICY);
                        say("submitted " + node + "-" + i);
                        if (i % 3 == 2) {
                            engine.runDue();
                        }
                        if (i % 5 == 4) {
                            engine.acknowledge(node + "-" + i, "anna");
                            say("acknowledged " + node + "-" + i);
                        }
                    }
                }
                case "run" -> {
                    Instant end = clock.instant().plus(Duration.ofHours(2));
                    engine.runDue();
                    for (Optional<Instant> due = engine.nextDue();
                            due.isPresent() && due.get().isBefore(end);
                            due = engine.nextDue()) {
                        clock.set(due.get());
                        engine.runDue();
                    }
                }
                case "share" -> {
                    say("ready");
                    readLine();
                    engine.runDue();
                }
                default -> throw new IllegalArgumentException(work);
            }
        }
        say("done");
    }

    static Alert alert(String id, Instant at) {
        return new Alert(
                id,
                AlertKind.EXERCISE,
                Severity.CRITICAL,
                LocalizedText.of("Prov", "Test"),
                LocalizedText.of("Prov", "Test"),
                "0581",
                at,
                "test");
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void readLine() {
        try {
            if (System.in.read() < 0) {
                throw new IllegalStateException("The parent is gone.");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where the file is, and whether to die with the message written and no answer given. */
    public record FileConfig(String folder, String haltAt) {}

    /** Appends each message to a file, with one durable write, before it says that it has it. */
    public static final class FileProvider implements NotifierProvider<FileConfig> {

        @Override
        public String type() {
            return "file";
        }

        @Override
        public Class<FileConfig> configType() {
            return FileConfig.class;
        }

        @Override
        public Notifier create(FileConfig config) {
            return (message, deadline) -> write(config, message, deadline);
        }

        private static Outcome write(FileConfig config, Message message, Deadline deadline) {
            if (deadline.isOver()) {
                return Outcome.retryable("no-time");
            }
            String line = message.idempotencyKey() + " " + message.alert() + " "
                    + message.address().value() + " " + ProcessHandle.current().pid() + "\n";
            try (FileChannel file = FileChannel.open(
                    Path.of(config.folder()).resolve("arrived.txt"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND)) {
                file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
                file.force(true);
            } catch (IOException failed) {
                return Outcome.retryable("file-failed");
            }
            if (config.haltAt().equals("DURING_SEND")) {
                Runtime.getRuntime().halt(9);
            }
            if (config.haltAt().equals("TOGETHER")) {
                awaitAnotherProcess(Path.of(config.folder()).resolve("arrived.txt"));
            }
            return Outcome.sent("ref-" + message.idempotencyKey());
        }

        /** Goes on once a second process has sent something as well, so that neither can do all the work alone. */
        private static void awaitAnotherProcess(Path arrived) {
            try {
                for (int tries = 0; tries < 2_000; tries++) {
                    long processes = Files.readAllLines(arrived).stream()
                            .map(line -> line.split(" "))
                            .filter(words -> words.length == 4)
                            .map(words -> words[3])
                            .distinct()
                            .count();
                    if (processes > 1) {
                        return;
                    }
                    Thread.sleep(5);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
