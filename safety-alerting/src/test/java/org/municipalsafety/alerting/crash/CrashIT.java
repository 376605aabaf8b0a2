/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.store.JdbcAlertStore;

/** Real processes that die without warning, and others that carry on. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CrashIT {

    private static final String START = "2026-11-27T22:40:00Z";

    @TempDir
    Path folder;

    private Process child(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Child.class.getName());
        command.add(folder.toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start();
    }

    private static List<String> lines(Process child) throws IOException {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            return out.lines().collect(Collectors.toList());
        }
    }

    private List<String> run(int exit, String... arguments) throws IOException, InterruptedException {
        Process child = child(arguments);
        List<String> said = lines(child);
        assertThat(child.waitFor())
                .as("exit code; standard error: %s", Files.readString(folder.resolve("stderr.txt")))
                .isEqualTo(exit);
        return said;
    }

    private List<String> arrived() throws IOException {
        Path file = folder.resolve("arrived.txt");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static Set<String> keys(List<String> arrived) {
        return arrived.stream().map(line -> line.split(" ")[0]).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the second process finds: each point with how many messages had arrived and whether one arrives twice. */
    @ParameterizedTest(name = "dies at {0}")
    @CsvSource({
        // point, arrived before the death, arrived twice
        "AFTER_SUBMIT, 0, 0",
        "SUBMITTED,    0, 0",
        "STEP_FIRED,   0, 0",
        "CLAIMED,      0, 0",
        "SENDING,      0, 0",
        "DURING_SEND,  1, 1",
        "ANSWERED,     1, 1",
        "SENT,         1, 0",
        "ACKNOWLEDGED, 2, 0"
    })
    void A1_nothingIsLostWhenTheProcessDies(String point, int before, int twice) throws Exception {
        List<String> said = run(9, START, "node-1", "one", point);
        assertThat(said).doesNotContain("done");
        assertThat(arrived()).hasSize(before);
        assertThat(run(0, START, "node-2", "run")).containsExactly("done");

        List<String> arrived = arrived();
        Set<String> keys = keys(arrived);
        assertThat(arrived.size() - keys.size())
                .as("messages that arrived twice, with the same key")
                .isEqualTo(twice);
        try (JdbcAlertStore store = JdbcAlertStore.sqlite(folder.resolve("alerts.db"))) {
            RunningAlert alert =
                    store.<RunningAlert>transact(tx -> tx.alert("larm-1").orElseThrow());
            List<Delivery> deliveries = store.<List<Delivery>>transact(tx -> tx.deliveries("larm-1"));
            assertThat(deliveries).hasSize(2).extracting(Delivery::state).containsOnly(DeliveryState.SENT);
            assertThat(keys)
                    .containsExactlyElementsOf(
                            deliveries.stream().map(Delivery::idempotencyKey).toList());
            if (point.equals("ACKNOWLEDGED")) {
                assertThat(alert.state()).isEqualTo(AlertState.ACKNOWLEDGED);
                assertThat(alert.acknowledgement()).isPresent();
            } else {
                assertThat(alert.state()).isEqualTo(AlertState.DEAD); // nobody acknowledged in the second process
            }
        }
    }

    @Test
    void A1_whatWasPromisedIsKeptWhenAProcessIsKilledAtAnyMoment() throws Exception {
        int rounds = Boolean.getBoolean("safety.long") ? 60 : 4;
        Random random = new Random(20261122);
        Set<String> submitted = new LinkedHashSet<>();
        Set<String> acknowledged = new LinkedHashSet<>();
        for (int round = 0; round < rounds; round++) {
            Process child = child(START, "round-" + round, "submit");
            long aliveFor = random.nextInt(400); // from its first promise on
            Thread killer = new Thread(() -> {
                try {
                    Thread.sleep(aliveFor);
                } catch (InterruptedException now) {
                    Thread.currentThread().interrupt();
                }
                // By its handle: killing the Process itself would close the stream that still holds promises.
                child.toHandle().destroyForcibly();
            });
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
                String line;
                while ((line = out.readLine()) != null) {
                    String[] words = line.split(" ");
                    if (words.length == 2 && words[0].equals("submitted")) {
                        submitted.add(words[1]);
                        if (killer.getState() == Thread.State.NEW) {
                            killer.start();
                        }
                    } else if (words.length == 2 && words[0].equals("acknowledged")) {
                        acknowledged.add(words[1]);
                    }
                }
            }
            killer.join();
            assertThat(child.waitFor()).isNotZero();
        }
        assertThat(submitted).isNotEmpty();
        assertThat(run(0, START, "last", "run")).containsExactly("done");

        List<String> arrived = arrived();
        Set<String> alertsArrived =
                arrived.stream().map(line -> line.split(" ")[1]).collect(Collectors.toSet());
        int duplicates = arrived.size() - keys(arrived).size();
        System.out.printf(
                "killed %d times: %d submitted, %d acknowledged, %d messages arrived, %d of them twice%n",
                rounds, submitted.size(), acknowledged.size(), arrived.size(), duplicates);
        try (JdbcAlertStore store = JdbcAlertStore.sqlite(folder.resolve("alerts.db"))) {
            for (String id : submitted) {
                RunningAlert alert =
                        store.<RunningAlert>transact(tx -> tx.alert(id).orElseThrow());
                if (acknowledged.contains(id)) {
                    assertThat(alert.state()).as(id).isEqualTo(AlertState.ACKNOWLEDGED);
                } else {
                    // An acknowledgement may be stored whose promise was not spoken before the end.
                    assertThat(alert.state()).as(id).isIn(AlertState.DEAD, AlertState.ACKNOWLEDGED);
                    if (alert.state() == AlertState.DEAD) {
                        assertThat(alertsArrived).contains(id);
                    }
                }
                for (Delivery delivery : store.<List<Delivery>>transact(tx -> tx.deliveries(id))) {
                    assertThat(delivery.state().isOver()).as("%s", delivery).isTrue();
                }
            }
        }
        // At most what was under way when a process died arrives twice.
        assertThat(duplicates).isLessThanOrEqualTo(rounds * 4);
    }

    @Test
    void A1_twoProcessesOnOneFileNeverSendTheSameMessage() throws Exception {
        int alerts = 150;
        try (JdbcAlertStore store = JdbcAlertStore.sqlite(folder.resolve("alerts.db"))) {
            store.transact(tx -> {
                for (int i = 0; i < alerts; i++) {
                    tx.insert(RunningAlert.submitted(
                            Child.alert("a-" + i, Instant.parse(START)), Child.POLICY, Instant.parse(START)));
                }
                return true;
            });
        }
        Process first = child(START, "node-1", "share", "TOGETHER");
        Process second = child(START, "node-2", "share", "TOGETHER");
        for (Process each : List.of(first, second)) {
            assertThat(each.getInputStream().read()).isEqualTo('r'); // ready
        }
        for (Process each : List.of(first, second)) {
            try (OutputStream in = each.getOutputStream()) {
                in.write('\n');
            }
        }
        for (Process each : List.of(first, second)) {
            assertThat(lines(each)).endsWith("done");
            assertThat(each.waitFor()).isZero();
        }
        List<String> arrived = arrived();
        assertThat(arrived).hasSize(alerts);
        assertThat(keys(arrived)).hasSize(alerts);
        Set<String> processes = arrived.stream().map(line -> line.split(" ")[3]).collect(Collectors.toSet());
        System.out.printf("%d messages by %d processes, none twice%n", arrived.size(), processes.size());
        assertThat(processes).hasSize(2);
    }
}
