/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.alert.Acknowledgement;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Attempt;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.alert.LogEntry;
import org.municipalsafety.alerting.alert.Purpose;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Node;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;

/**
 * A store in one SQLite file, for one machine: several processes on it may share the file.
 *
 * <p>The file is in WAL mode with {@code synchronous=FULL}, so that what is committed survives the death of the
 * process. There is one connection, and writers take turns. The driver unpacks native code into the folder for
 * temporary files, which must allow execution. The file must not lie on a network share.
 *
 * <p>Thread-safe.
 */
public final class SqliteAlertStore implements AlertStore {

    /** "MSAF": tells our files from other SQLite files. */
    private static final int APPLICATION_ID = 0x4D534146;

    private static final int SCHEMA_VERSION = 1;
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(20);

    /**
     * Transactions are begun by hand. The driver's own begin the next one as soon as one ends, and so keep the file
     * locked for as long as it is open.
     */
    private static final String BEGIN = "BEGIN IMMEDIATE";

    private static final List<String> SCHEMA = List.of(
            """
            CREATE TABLE alert (
              id TEXT PRIMARY KEY, content TEXT NOT NULL, policy TEXT NOT NULL, severity INTEGER NOT NULL,
              state TEXT NOT NULL, submitted_at INTEGER NOT NULL, round INTEGER NOT NULL, next_step INTEGER NOT NULL,
              next_at INTEGER, expires_at INTEGER, ack_person TEXT, ack_at INTEGER, ack_step INTEGER,
              version INTEGER NOT NULL) STRICT""",
            "CREATE INDEX alert_due ON alert (next_at) WHERE state = 'OPEN'",
            "CREATE INDEX alert_end ON alert (expires_at) WHERE state = 'OPEN' AND expires_at IS NOT NULL",
            """
            CREATE TABLE step (
              alert TEXT NOT NULL REFERENCES alert (id), step INTEGER NOT NULL, round INTEGER NOT NULL,
              turn INTEGER NOT NULL, contact TEXT, fired_at INTEGER NOT NULL, watch_at INTEGER,
              PRIMARY KEY (alert, step)) STRICT, WITHOUT ROWID""",
            "CREATE INDEX step_watch ON step (watch_at) WHERE watch_at IS NOT NULL",
            """
            CREATE TABLE delivery (
              number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, alert TEXT NOT NULL REFERENCES alert (id),
              round INTEGER NOT NULL, step INTEGER NOT NULL, purpose TEXT NOT NULL, contact TEXT NOT NULL,
              notifier TEXT NOT NULL, severity INTEGER NOT NULL, state TEXT NOT NULL, due INTEGER NOT NULL,
              attempts INTEGER NOT NULL, owner TEXT, lease_until INTEGER, version INTEGER NOT NULL, code TEXT) STRICT""",
            "CREATE INDEX delivery_alert ON delivery (alert)",
            """
            CREATE INDEX delivery_due ON delivery (notifier, severity DESC, due)
              WHERE state IN ('PENDING', 'BLOCKED')""",
            "CREATE INDEX delivery_lease ON delivery (lease_until) WHERE state = 'SENDING'",
            """
            CREATE TABLE attempt (
              delivery TEXT NOT NULL, number INTEGER NOT NULL, node TEXT NOT NULL, started_at INTEGER NOT NULL,
              ended_at INTEGER, outcome TEXT, code TEXT, PRIMARY KEY (delivery, number)) STRICT, WITHOUT ROWID""",
            """
            CREATE TABLE acknowledgement (
              number INTEGER PRIMARY KEY AUTOINCREMENT, alert TEXT NOT NULL REFERENCES alert (id),
              person TEXT NOT NULL, at INTEGER NOT NULL) STRICT""",
            """
            CREATE TABLE log (
              number INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT NOT NULL, at INTEGER NOT NULL, alert TEXT NOT NULL,
              step INTEGER, person TEXT, notifier TEXT, delivery TEXT, detail TEXT) STRICT""",
            "CREATE INDEX log_alert ON log (alert, number)",
            // Append-only, also for a hand that edits the file.
            """
            CREATE TRIGGER log_kept BEFORE UPDATE ON log BEGIN
              SELECT RAISE(ABORT, 'the log is only ever added to'); END""",
            """
            CREATE TRIGGER log_stays BEFORE DELETE ON log BEGIN
              SELECT RAISE(ABORT, 'the log is only ever added to'); END""");

    private final String name;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    private SqliteAlertStore(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
    }

    /**
     * Opens a store, and makes the file if there is none. A new file is readable by its owner alone where the file
     * system knows such rights.
     *
     * @param file the file; its folder must exist
     * @return the store; the caller closes it
     * @throws AlertStoreException if the file is none of ours or of a newer version, or cannot be opened
     */
    public static SqliteAlertStore open(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            SQLiteConfig config = new SQLiteConfig();
            config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
            Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try {
                prepare(connection, name);
            } catch (SQLException | RuntimeException failed) {
                connection.close();
                throw failed;
            }
            return new SqliteAlertStore(name, connection);
        } catch (IOException | SQLException failed) {
            String why = failed instanceof SQLiteException sqlite
                    ? sqlite.getResultCode().name()
                    : failed.getClass().getSimpleName();
            throw new AlertStoreException("""
                    The alert store %s cannot be opened (%s).
                    Maybe it is no SQLite file, its folder is missing or write-protected, or another program locks it.""".formatted(name, why), failed);
        }
    }

    private static void create(Path file) throws IOException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException another) {
            // Another process has just made it; it is opened like any other.
        }
    }

    private static void prepare(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Look before anything is changed: the file may belong to somebody else.
            long tables = number(statement, "SELECT count(*) FROM sqlite_master");
            long application = number(statement, "PRAGMA application_id");
            long version = number(statement, "PRAGMA user_version");
            boolean empty = tables == 0 && application == 0 && version == 0;
            if (!empty && application != APPLICATION_ID) {
                throw new AlertStoreException("""
                        The file %s is an SQLite database of another program.
                        Maybe the path is wrong; nothing was changed.""".formatted(name), null);
            }
            if (version > SCHEMA_VERSION) {
                throw new AlertStoreException("""
                        The alert store %s has version %d; this program knows versions up to %d.
                        Maybe a newer release wrote it; nothing was changed.""".formatted(name, version, SCHEMA_VERSION), null);
            }
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA foreign_keys = ON");
            statement.execute(BEGIN);
            // From here on within one immediate transaction: of two processes the second finds the tables there.
            if (number(statement, "PRAGMA user_version") == 0) {
                for (String sql : SCHEMA) {
                    statement.execute(sql);
                }
                statement.execute("PRAGMA application_id = " + APPLICATION_ID);
                statement.execute("PRAGMA user_version = " + SCHEMA_VERSION);
            }
            statement.execute("COMMIT");
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public <T> T transact(Function<? super Transaction, ? extends T> work) {
        requireNonNull(work, "work");
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("A transaction is running on this thread already.");
        }
        lock.lock();
        try {
            boolean committed = false;
            try {
                execute(BEGIN);
                T result = work.apply(new Rows());
                execute("COMMIT");
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    rollback();
                }
            }
        } catch (SQLException failed) {
            throw failed("used", failed);
        } finally {
            lock.unlock();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rollback() {
        try {
            if (!connection.isClosed()) {
                execute("ROLLBACK");
            }
        } catch (SQLException alreadyOver) {
            // What made the transaction fail is thrown; SQLite has rolled back by itself.
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException failed) {
            throw failed("closed", failed);
        } finally {
            lock.unlock();
        }
    }

    private AlertStoreException failed(String what, SQLException failed) {
        String why = failed instanceof SQLiteException sqlite
                ? sqlite.getResultCode().name()
                : failed.getClass().getSimpleName();
        return new AlertStoreException("""
                The alert store %s cannot be %s (%s).
                Maybe the disk is full, or another process holds the file too long.""".formatted(name, what, why), failed);
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    private static @Nullable Long nanosOrNull(@Nullable Instant instant) {
        return instant == null ? null : nanos(instant);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        long nanos = row.getLong(column);
        return row.wasNull() ? null : instant(nanos);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return instant(row.getLong(column));
    }

    private static @Nullable Integer intOrNull(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    private static String marks(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private static Object[] join(Object first, Collection<?> values, Object... last) {
        List<Object> all = new ArrayList<>();
        all.add(first);
        all.addAll(values);
        all.addAll(List.of(last));
        return all.toArray();
    }

    private static String content(Alert alert) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", alert.id());
        map.put("kind", alert.kind().name());
        map.put("severity", alert.severity().name());
        map.put("title", alert.title().byLanguage());
        map.put("text", alert.text().byLanguage());
        map.put("municipality", alert.municipality());
        map.put("raisedAt", alert.raisedAt().toString());
        map.put("raisedBy", alert.raisedBy());
        return Documents.write("alert", 1, map);
    }

    private static Alert alert(String content) {
        return Documents.read(content.getBytes(StandardCharsets.UTF_8), "stored alert", "alert", 1, in -> {
            var id = in.required("id", Node::id);
            var kind = in.required("kind", node -> node.oneOf(AlertKind.class));
            var severity = in.required("severity", node -> node.oneOf(Severity.class));
            var title = in.required("title", Node::localizedText);
            var text = in.required("text", Node::localizedText);
            var municipality = in.required("municipality", Node::text);
            var raisedAt = in.required("raisedAt", Node::instant);
            var raisedBy = in.required("raisedBy", Node::id);
            return in.build(() -> new Alert(
                    id.get(),
                    kind.get(),
                    severity.get(),
                    title.get(),
                    text.get(),
                    municipality.get(),
                    raisedAt.get(),
                    raisedBy.get()));
        });
    }

    private static String content(EscalationPolicy policy) {
        return Documents.write("policy", 1, Map.of("policy", policy.toMap()));
    }

    private static EscalationPolicy policy(String content) {
        return Documents.read(content.getBytes(StandardCharsets.UTF_8), "stored policy", "policy", 1, in -> {
            var policy = in.required("policy", EscalationPolicy::read);
            return in.build(policy::get);
        });
    }

    private static RunningAlert running(ResultSet row) throws SQLException {
        String person = row.getString("ack_person");
        return new RunningAlert(
                alert(row.getString("content")),
                policy(row.getString("policy")),
                AlertState.valueOf(row.getString("state")),
                instant(row, "submitted_at"),
                row.getInt("round"),
                row.getInt("next_step"),
                instantOrNull(row, "next_at"),
                instantOrNull(row, "expires_at"),
                person == null ? null : new Acknowledgement(row.getString("id"), person, instant(row, "ack_at")),
                intOrNull(row, "ack_step"),
                row.getLong("version"));
    }

    private static OpenStep step(ResultSet row) throws SQLException {
        return new OpenStep(
                row.getString("alert"),
                row.getInt("step"),
                row.getInt("round"),
                row.getInt("turn"),
                row.getString("contact"),
                instant(row, "fired_at"),
                instantOrNull(row, "watch_at"));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getString("alert"),
                row.getInt("round"),
                row.getInt("step"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("contact"),
                row.getString("notifier"),
                Severity.ofRank(row.getInt("severity")),
                DeliveryState.valueOf(row.getString("state")),
                instant(row, "due"),
                row.getInt("attempts"),
                row.getString("owner"),
                instantOrNull(row, "lease_until"),
                row.getLong("version"),
                row.getString("code"));
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("number"),
                new AlertEvent(
                        Happening.valueOf(row.getString("what")),
                        instant(row, "at"),
                        row.getString("alert"),
                        intOrNull(row, "step"),
                        row.getString("person"),
                        row.getString("notifier"),
                        row.getString("delivery"),
                        row.getString("detail")));
    }

    /** The rows, while the lock is held. Every value goes in as a parameter. */
    private final class Rows implements Transaction {

        private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            try {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
            } catch (SQLException failed) {
                statement.close();
                throw failed;
            }
            return statement;
        }

        private int write(String sql, @Nullable Object... values) {
            try (PreparedStatement statement = prepare(sql, values)) {
                return statement.executeUpdate();
            } catch (SQLException failed) {
                throw failed("written", failed);
            }
        }

        private <T> List<T> all(Row<T> reader, String sql, @Nullable Object... values) {
            try (PreparedStatement statement = prepare(sql, values);
                    ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            } catch (SQLException failed) {
                throw failed("read", failed);
            }
        }

        private <T> Optional<T> one(Row<T> reader, String sql, @Nullable Object... values) {
            return all(reader, sql, values).stream().findFirst();
        }

        @Override
        public boolean insert(RunningAlert alert) {
            Acknowledgement held = alert.acknowledgement();
            return write(
                            "INSERT INTO alert VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            alert.alert().id(),
                            content(alert.alert()),
                            content(alert.policy()),
                            alert.alert().severity().rank(),
                            alert.state().name(),
                            nanos(alert.submittedAt()),
                            alert.round(),
                            alert.nextStep(),
                            nanosOrNull(alert.nextAt()),
                            nanosOrNull(alert.expiresAt()),
                            held == null ? null : held.person(),
                            held == null ? null : nanos(held.at()),
                            alert.acknowledgedStep(),
                            alert.version())
                    == 1;
        }

        @Override
        public Optional<RunningAlert> alert(String id) {
            return one(SqliteAlertStore::running, "SELECT * FROM alert WHERE id = ?", id);
        }

        @Override
        public boolean update(RunningAlert changed) {
            Acknowledgement held = changed.acknowledgement();
            return write(
                            """
                            UPDATE alert SET state = ?, round = ?, next_step = ?, next_at = ?, ack_person = ?,
                              ack_at = ?, ack_step = ?, version = ? WHERE id = ? AND version = ?""",
                            changed.state().name(),
                            changed.round(),
                            changed.nextStep(),
                            nanosOrNull(changed.nextAt()),
                            held == null ? null : held.person(),
                            held == null ? null : nanos(held.at()),
                            changed.acknowledgedStep(),
                            changed.version(),
                            changed.alert().id(),
                            changed.version() - 1)
                    == 1;
        }

        @Override
        public List<RunningAlert> alerts(Set<AlertState> states) {
            List<String> names = states.stream().map(Enum::name).collect(Collectors.toList());
            return all(
                    SqliteAlertStore::running,
                    "SELECT * FROM alert WHERE state IN (" + marks(names) + ") ORDER BY submitted_at, rowid",
                    names.toArray());
        }

        @Override
        public List<String> alertsDue(Instant now, int limit) {
            return all(row -> row.getString(1), """
                    SELECT id FROM alert WHERE state = 'OPEN' AND (next_at <= ? OR expires_at <= ?)
                      ORDER BY severity DESC, next_at, rowid LIMIT ?""", nanos(now), nanos(now), limit);
        }

        @Override
        public void put(OpenStep step) {
            write(
                    """
                    INSERT INTO step (alert, step, round, turn, contact, fired_at, watch_at) VALUES (?, ?, ?, ?, ?, ?, ?)
                      ON CONFLICT (alert, step) DO UPDATE SET round = excluded.round, turn = excluded.turn,
                        contact = excluded.contact, fired_at = excluded.fired_at, watch_at = excluded.watch_at""",
                    step.alert(),
                    step.step(),
                    step.round(),
                    step.turn(),
                    step.contact(),
                    nanos(step.firedAt()),
                    nanosOrNull(step.watchAt()));
        }

        @Override
        public List<OpenStep> steps(String alert) {
            return all(SqliteAlertStore::step, "SELECT * FROM step WHERE alert = ? ORDER BY step", alert);
        }

        @Override
        public List<OpenStep> stepsDue(Instant now, int limit) {
            return all(
                    SqliteAlertStore::step,
                    "SELECT * FROM step WHERE watch_at <= ? ORDER BY watch_at, alert, step LIMIT ?",
                    nanos(now),
                    limit);
        }

        @Override
        public boolean insert(Delivery delivery) {
            return write(
                            """
                            INSERT INTO delivery (id, alert, round, step, purpose, contact, notifier, severity, state,
                              due, attempts, owner, lease_until, version, code)
                              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""",
                            delivery.id(),
                            delivery.alert(),
                            delivery.round(),
                            delivery.step(),
                            delivery.purpose().name(),
                            delivery.contact(),
                            delivery.notifier(),
                            delivery.severity().rank(),
                            delivery.state().name(),
                            nanos(delivery.due()),
                            delivery.attempts(),
                            delivery.owner(),
                            nanosOrNull(delivery.leaseUntil()),
                            delivery.version(),
                            delivery.code())
                    == 1;
        }

        @Override
        public Optional<Delivery> delivery(String id) {
            return one(SqliteAlertStore::delivery, "SELECT * FROM delivery WHERE id = ?", id);
        }

        @Override
        public boolean update(Delivery changed) {
            return write(
                            """
                            UPDATE delivery SET state = ?, due = ?, attempts = ?, owner = ?, lease_until = ?,
                              version = ?, code = ? WHERE id = ? AND version = ?""",
                            changed.state().name(),
                            nanos(changed.due()),
                            changed.attempts(),
                            changed.owner(),
                            nanosOrNull(changed.leaseUntil()),
                            changed.version(),
                            changed.code(),
                            changed.id(),
                            changed.version() - 1)
                    == 1;
        }

        @Override
        public List<Delivery> deliveries(String alert) {
            return all(SqliteAlertStore::delivery, "SELECT * FROM delivery WHERE alert = ? ORDER BY number", alert);
        }

        @Override
        public List<Delivery> claimable(String notifier, Instant now, int limit) {
            return all(SqliteAlertStore::delivery, """
                    SELECT * FROM delivery WHERE state IN ('PENDING', 'BLOCKED') AND notifier = ? AND due <= ?
                      ORDER BY severity DESC, due, number LIMIT ?""", notifier, nanos(now), limit);
        }

        @Override
        public List<Delivery> stranded(Set<String> present, Instant now, int limit) {
            return all(
                    SqliteAlertStore::delivery,
                    "SELECT * FROM delivery WHERE state = 'PENDING' AND due <= ? AND notifier NOT IN (" + marks(present)
                            + ") ORDER BY number LIMIT ?",
                    join(nanos(now), present, limit));
        }

        @Override
        public List<Delivery> leasesOver(Instant now, int limit) {
            return all(
                    SqliteAlertStore::delivery,
                    "SELECT * FROM delivery WHERE state = 'SENDING' AND lease_until <= ? ORDER BY number LIMIT ?",
                    nanos(now),
                    limit);
        }

        @Override
        public void put(Attempt attempt) {
            write(
                    """
                    INSERT INTO attempt (delivery, number, node, started_at, ended_at, outcome, code)
                      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (delivery, number) DO UPDATE SET
                        ended_at = excluded.ended_at, outcome = excluded.outcome, code = excluded.code""",
                    attempt.delivery(),
                    attempt.number(),
                    attempt.node(),
                    nanos(attempt.startedAt()),
                    nanosOrNull(attempt.endedAt()),
                    attempt.outcome(),
                    attempt.code());
        }

        @Override
        public List<Attempt> attempts(String delivery) {
            return all(
                    row -> new Attempt(
                            row.getString("delivery"),
                            row.getInt("number"),
                            row.getString("node"),
                            instant(row, "started_at"),
                            instantOrNull(row, "ended_at"),
                            row.getString("outcome"),
                            row.getString("code")),
                    "SELECT * FROM attempt WHERE delivery = ? ORDER BY number",
                    delivery);
        }

        @Override
        public void add(Acknowledgement acknowledgement) {
            write(
                    "INSERT INTO acknowledgement (alert, person, at) VALUES (?, ?, ?)",
                    acknowledgement.alert(),
                    acknowledgement.person(),
                    nanos(acknowledgement.at()));
        }

        @Override
        public List<Acknowledgement> acknowledgements(String alert) {
            return all(
                    row -> new Acknowledgement(row.getString("alert"), row.getString("person"), instant(row, "at")),
                    "SELECT * FROM acknowledgement WHERE alert = ? ORDER BY number",
                    alert);
        }

        @Override
        public LogEntry append(AlertEvent event) {
            write(
                    """
                    INSERT INTO log (what, at, alert, step, person, notifier, delivery, detail)
                      VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                    event.what().name(),
                    nanos(event.at()),
                    event.alert(),
                    event.step(),
                    event.person(),
                    event.notifier(),
                    event.delivery(),
                    event.detail());
            long number =
                    one(row -> row.getLong(1), "SELECT last_insert_rowid()").orElseThrow();
            return new LogEntry(number, event);
        }

        @Override
        public List<LogEntry> log(String alert) {
            return all(SqliteAlertStore::entry, "SELECT * FROM log WHERE alert = ? ORDER BY number", alert);
        }

        @Override
        public Optional<Instant> nextDue(Set<String> ready, Set<String> present) {
            List<Object> values = new ArrayList<>(ready);
            values.addAll(present);
            return one(
                            row -> Optional.ofNullable(instantOrNull(row, "due")),
                            """
                            SELECT min(due) AS due FROM (
                              SELECT min(next_at) AS due FROM alert WHERE state = 'OPEN'
                              UNION ALL SELECT min(expires_at) FROM alert WHERE state = 'OPEN'
                              UNION ALL SELECT min(watch_at) FROM step WHERE watch_at IS NOT NULL
                              UNION ALL SELECT min(lease_until) FROM delivery WHERE state = 'SENDING'
                              UNION ALL SELECT min(due) FROM delivery
                                WHERE state IN ('PENDING', 'BLOCKED') AND notifier IN (%s)
                              UNION ALL SELECT min(due) FROM delivery
                                WHERE state = 'PENDING' AND notifier NOT IN (%s))""".formatted(marks(ready), marks(present)),
                            values.toArray())
                    .flatMap(due -> due);
        }
    }
}
