/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.store;

import static org.municipalsafety.alerting.store.RowMapper.nanos;
import static org.municipalsafety.alerting.store.Statements.marks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.municipalsafety.alerting.alert.Acknowledgement;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Attempt;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.LogEntry;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;

/** The rows in SQL that every database knows; where they differ, the dialect says how. */
final class JdbcRows implements AlertStore.Transaction {

    private final Statements sql;
    private final Dialect dialect;

    JdbcRows(Connection connection, Dialect dialect, BiFunction<String, SQLException, AlertStoreException> failure) {
        this.sql = new Statements(connection, failure);
        this.dialect = dialect;
    }

    @Override
    public boolean insert(RunningAlert alert) {
        return sql.write("""
                        INSERT INTO alert (id, content, policy, severity, submitted_at, expires_at, state, round,
                          next_step, next_at, ack_person, ack_at, ack_step, version)
                          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", RowMapper.columns(alert)) == 1;
    }

    @Override
    public Optional<RunningAlert> alert(String id) {
        return sql.one(RowMapper::running, "SELECT * FROM alert WHERE id = ?" + dialect.holdingRow(), id);
    }

    @Override
    public boolean update(RunningAlert changed) {
        return sql.write(
                        """
                        UPDATE alert SET state = ?, round = ?, next_step = ?, next_at = ?, ack_person = ?,
                          ack_at = ?, ack_step = ?, version = ? WHERE id = ? AND version = ?""",
                        RowMapper.join(
                                RowMapper.changing(changed), changed.alert().id(), changed.version() - 1))
                == 1;
    }

    @Override
    public List<RunningAlert> alerts(Set<AlertState> states) {
        List<String> names = states.stream().map(Enum::name).toList();
        return sql.all(
                RowMapper::running,
                "SELECT * FROM alert WHERE state IN (" + marks(names) + ") ORDER BY submitted_at, "
                        + dialect.insertionOrder(),
                names.toArray());
    }

    @Override
    public List<String> alertsDue(Instant now, int limit) {
        return sql.all(
                row -> row.getString(1),
                "SELECT id FROM alert WHERE state = 'OPEN' AND (next_at <= ? OR expires_at <= ?)"
                        + " ORDER BY severity DESC, next_at, " + dialect.insertionOrder() + " LIMIT ?",
                nanos(now),
                nanos(now),
                limit);
    }

    @Override
    public List<OpenStep> steps(String alert) {
        return sql.all(RowMapper::step, "SELECT * FROM step WHERE alert = ? ORDER BY step", alert);
    }

    @Override
    public void put(OpenStep step) {
        sql.write("""
                INSERT INTO step (alert, step, round, turn, contact, fired_at, watch_at) VALUES (?, ?, ?, ?, ?, ?, ?)
                  ON CONFLICT (alert, step) DO UPDATE SET round = excluded.round, turn = excluded.turn,
                    contact = excluded.contact, fired_at = excluded.fired_at, watch_at = excluded.watch_at""", RowMapper.columns(step));
    }

    @Override
    public List<OpenStep> stepsDue(Instant now, int limit) {
        return sql.all(
                RowMapper::step,
                "SELECT * FROM step WHERE watch_at <= ? ORDER BY watch_at, alert, step LIMIT ?",
                nanos(now),
                limit);
    }

    @Override
    public boolean insert(Delivery delivery) {
        return sql.write("""
                        INSERT INTO delivery (id, alert, round, step, purpose, contact, notifier, severity, state,
                          due, attempts, owner, lease_until, version, code)
                          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""", RowMapper.columns(delivery)) == 1;
    }

    @Override
    public Optional<Delivery> delivery(String id) {
        return sql.one(RowMapper::delivery, "SELECT * FROM delivery WHERE id = ?", id);
    }

    @Override
    public boolean update(Delivery changed) {
        return sql.write("""
                        UPDATE delivery SET state = ?, due = ?, attempts = ?, owner = ?, lease_until = ?,
                          version = ?, code = ? WHERE id = ? AND version = ?""", RowMapper.join(RowMapper.changing(changed), changed.id(), changed.version() - 1)) == 1;
    }

    @Override
    public List<Delivery> deliveries(String alert) {
        return sql.all(RowMapper::delivery, "SELECT * FROM delivery WHERE alert = ? ORDER BY number", alert);
    }

    @Override
    public List<Delivery> claimable(String notifier, Instant now, int limit) {
        return sql.all(RowMapper::delivery, """
                SELECT * FROM delivery WHERE state IN ('PENDING', 'BLOCKED') AND notifier = ? AND due <= ?
                  ORDER BY severity DESC, due, number LIMIT ?""" + dialect.claimingRows(), notifier, nanos(now), limit);
    }

    @Override
    public List<Delivery> stranded(Set<String> present, Instant now, int limit) {
        List<Object> values = new ArrayList<>();
        values.add(nanos(now));
        values.addAll(present);
        values.add(limit);
        return sql.all(
                RowMapper::delivery,
                "SELECT * FROM delivery WHERE state = 'PENDING' AND due <= ? AND notifier NOT IN (" + marks(present)
                        + ") ORDER BY number LIMIT ?",
                values.toArray());
    }

    @Override
    public List<Delivery> leasesOver(Instant now, int limit) {
        return sql.all(
                RowMapper::delivery,
                "SELECT * FROM delivery WHERE state = 'SENDING' AND lease_until <= ? ORDER BY number LIMIT ?",
                nanos(now),
                limit);
    }

    @Override
    public void put(Attempt attempt) {
        sql.write("""
                INSERT INTO attempt (delivery, number, node, started_at, ended_at, outcome, code)
                  VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (delivery, number) DO UPDATE SET
                    ended_at = excluded.ended_at, outcome = excluded.outcome, code = excluded.code""", RowMapper.columns(attempt));
    }

    @Override
    public List<Attempt> attempts(String delivery) {
        return sql.all(RowMapper::attempt, "SELECT * FROM attempt WHERE delivery = ? ORDER BY number", delivery);
    }

    @Override
    public void add(Acknowledgement acknowledgement) {
        sql.write(
                "INSERT INTO acknowledgement (alert, person, at) VALUES (?, ?, ?)",
                acknowledgement.alert(),
                acknowledgement.person(),
                nanos(acknowledgement.at()));
    }

    @Override
    public List<Acknowledgement> acknowledgements(String alert) {
        return sql.all(
                RowMapper::acknowledgement, "SELECT * FROM acknowledgement WHERE alert = ? ORDER BY number", alert);
    }

    @Override
    public LogEntry append(AlertEvent event) {
        long number = sql.add(row -> row.getLong(1), """
                INSERT INTO log (what, at, alert, step, person, notifier, delivery, detail)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING number""", RowMapper.columns(event));
        return new LogEntry(number, event);
    }

    @Override
    public List<LogEntry> log(String alert) {
        return sql.all(RowMapper::entry, "SELECT * FROM log WHERE alert = ? ORDER BY number", alert);
    }

    @Override
    public Optional<Instant> nextDue(Set<String> ready, Set<String> present) {
        List<Object> values = new ArrayList<>(ready);
        values.addAll(present);
        return sql.one(
                        row -> Optional.ofNullable(RowMapper.instantOrNull(row, "due")),
                        """
                        SELECT min(due) AS due FROM (
                          SELECT min(next_at) AS due FROM alert WHERE state = 'OPEN'
                          UNION ALL SELECT min(expires_at) FROM alert WHERE state = 'OPEN'
                          UNION ALL SELECT min(watch_at) FROM step WHERE watch_at IS NOT NULL
                          UNION ALL SELECT min(lease_until) FROM delivery WHERE state = 'SENDING'
                          UNION ALL SELECT min(due) FROM delivery
                            WHERE state IN ('PENDING', 'BLOCKED') AND notifier IN (%s)
                          UNION ALL SELECT min(due) FROM delivery
                            WHERE state = 'PENDING' AND notifier NOT IN (%s)) AS soonest""".formatted(marks(ready), marks(present)),
                        values.toArray())
                .flatMap(due -> due);
    }
}
