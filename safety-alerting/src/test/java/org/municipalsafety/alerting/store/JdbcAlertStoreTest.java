/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.alert.Purpose;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.core.text.LocalizedText;

class JdbcAlertStoreTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("alerts.db");
    }

    private static void sql(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void A1_theFileIsInWalModeAndSyncedInFull() throws SQLException {
        JdbcAlertStore.sqlite(file()).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
            assertThat(mode.getString(1)).isEqualTo("wal");
        }
    }

    @Test
    void A1_aFileOfAnotherProgramIsRefusedAndLeftAsItIs() throws Exception {
        sql(file(), "CREATE TABLE books (title TEXT)");
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> JdbcAlertStore.sqlite(file()))
                .isInstanceOf(AlertStoreException.class)
                .hasMessageContaining("another program")
                .hasMessageContaining("Maybe");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void A1_aFileOfANewerVersionIsRefused() throws Exception {
        JdbcAlertStore.sqlite(file()).close();
        sql(file(), "PRAGMA user_version = 2");
        assertThatThrownBy(() -> JdbcAlertStore.sqlite(file()))
                .isInstanceOf(AlertStoreException.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("newer");
    }

    @Test
    void A1_aFileThatIsNoDatabaseOrHasNoFolderIsRefused() throws Exception {
        Files.writeString(file(), "this is no database at all, but long enough to be looked at closely".repeat(20));
        assertThatThrownBy(() -> JdbcAlertStore.sqlite(file()))
                .isInstanceOf(AlertStoreException.class)
                .hasMessageContaining("SQLITE_NOTADB");
        assertThatThrownBy(() -> JdbcAlertStore.sqlite(folder.resolve("missing/alerts.db")))
                .isInstanceOf(AlertStoreException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void A7_theFileIsItsOwnersAlone() throws Exception {
        JdbcAlertStore.sqlite(file()).close();
        if (Files.getFileStore(file()).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void A1_severalMayOpenAndWriteTheSameNewFileAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> results = IntStream.range(0, 6)
                    .mapToObj(n -> threads.submit(() -> {
                        try (JdbcAlertStore store = JdbcAlertStore.sqlite(file())) {
                            for (int i = 0; i < 20; i++) {
                                store.transact(tx -> tx.append(AlertEvent.of(Happening.SUBMITTED, Instant.EPOCH, "a")));
                            }
                            return n;
                        }
                    }))
                    .toList();
            for (Future<Integer> result : results) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }
        try (JdbcAlertStore store = JdbcAlertStore.sqlite(file())) {
            assertThat(store.<Integer>transact(tx -> tx.log("a").size())).isEqualTo(120);
        }
    }

    @Test
    void A1_theLogIsOnlyEverAddedTo() {
        try (JdbcAlertStore store = JdbcAlertStore.sqlite(file())) {
            store.transact(tx -> tx.append(AlertEvent.of(Happening.SUBMITTED, Instant.EPOCH, "a")));
        }
        assertThatThrownBy(() -> sql(file(), "UPDATE log SET alert = 'b'")).hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> sql(file(), "DELETE FROM log")).hasMessageContaining("only ever added to");
    }

    @Test
    void A3_whatThrowsIsRolledBackAndTheStoreGoesOn() {
        try (JdbcAlertStore store = JdbcAlertStore.sqlite(file())) {
            assertThatThrownBy(() -> store.transact(tx -> {
                        tx.append(AlertEvent.of(Happening.SUBMITTED, Instant.EPOCH, "a"));
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            assertThat(store.<Integer>transact(tx -> tx.log("a").size())).isZero();
            assertThatThrownBy(() -> store.transact(tx -> store.transact(inner -> 1)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void A2_whoeverHasNotSeenTheLatestVersionCannotWrite() {
        Instant now = Instant.parse("2026-11-27T22:40:00Z");
        LocalizedText text = LocalizedText.of("Prov", "Test");
        Alert alert = new Alert("a", AlertKind.EXERCISE, Severity.SERIOUS, text, text, "0581", now, "test");
        EscalationPolicy policy = EscalationPolicy.of("one", Step.contact("anna", Duration.ofMinutes(5), "mail"));
        RunningAlert running = RunningAlert.submitted(alert, policy, now);
        Delivery delivery = Delivery.of(alert, 0, 0, 0, Purpose.ALERT, "anna", "mail", now);
        try (JdbcAlertStore store = JdbcAlertStore.sqlite(file())) {
            store.transact(tx -> {
                assertThat(tx.insert(running)).isTrue();
                assertThat(tx.insert(running)).isFalse();
                assertThat(tx.alert("a")).contains(running);
                assertThat(tx.insert(delivery)).isTrue();
                assertThat(tx.delivery(delivery.id())).contains(delivery);
                Delivery first = delivery.claimed("node-1", now);
                Delivery second = delivery.claimed("node-2", now);
                assertThat(tx.update(first)).isTrue();
                assertThat(tx.update(second)).isFalse();
                assertThat(tx.delivery(delivery.id())).contains(first);
                assertThat(tx.update(running.at(0, 1, now))).isTrue();
                assertThat(tx.update(running.ended(AlertState.CLOSED))).isFalse();
                return true;
            });
        }
    }

    /** A database that asks for a repeat when two transactions were in each other's way, as SQLite never does. */
    private JdbcAlertStore impatient() throws Exception {
        Dialect sqlite = new SqliteDialect();
        Dialect impatient = (Dialect) Proxy.newProxyInstance(
                Dialect.class.getClassLoader(),
                new Class<?>[] {Dialect.class},
                (proxy, method, arguments) ->
                        method.getName().equals("asksToRepeat") ? (Object) true : method.invoke(sqlite, arguments));
        JdbcAlertStore.sqlite(file()).close();
        SqliteFile opened = SqliteFile.open(file());
        try (Connection connection = opened.getConnection()) {
            sqlite.prepare(connection, "alerts.db");
        }
        return new JdbcAlertStore("alerts.db", opened, impatient, opened);
    }

    @Test
    void A1_workIsBegunAnewWhenTheDatabaseAsksForItAndLeavesNoTraceOfItsFirstTry() throws Exception {
        OpenStep ofNoAlert = new OpenStep("nobody", 0, 0, 0, Optional.of("anna"), Instant.EPOCH, Optional.empty());
        AtomicInteger tries = new AtomicInteger();
        try (JdbcAlertStore store = impatient()) {
            int lines = store.<Integer>transact(tx -> {
                tx.append(AlertEvent.of(Happening.SUBMITTED, Instant.EPOCH, "a"));
                if (tries.incrementAndGet() < 3) {
                    tx.put(ofNoAlert); // refused: there is no such alert
                }
                return tx.log("a").size();
            });
            assertThat(lines).isEqualTo(1);
            assertThat(tries).hasValue(3);
            tries.set(0);
            assertThatThrownBy(() -> store.transact(tx -> {
                        tries.incrementAndGet();
                        tx.put(ofNoAlert);
                        return true;
                    }))
                    .isInstanceOf(AlertStoreException.class)
                    .hasMessageContaining("SQLITE_CONSTRAINT");
            assertThat(tries).hasValue(10);
        }
    }

    @Test
    void A1_aClosedStoreSaysThatItCannotBeUsed() {
        JdbcAlertStore store = JdbcAlertStore.sqlite(file());
        store.close();
        store.close();
        assertThatThrownBy(() -> store.transact(tx -> 1))
                .isInstanceOf(AlertStoreException.class)
                .hasMessageContaining("alerts.db");
    }
}
