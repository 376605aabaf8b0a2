/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

/**
 * How values become rows and rows values. An instant is a number of nanoseconds since 1970, in UTC; alerts and policies
 * are JSON documents, since nobody looks for anything inside them.
 */
final class RowMapper {

    private RowMapper() {}

    // Values to columns

    /** In the order of the columns: id, content, policy, severity, submitted_at, expires_at, then the changing ones. */
    static @Nullable Object[] columns(RunningAlert alert) {
        return join(
                new @Nullable Object[] {
                    alert.alert().id(),
                    content(alert.alert()),
                    content(alert.policy()),
                    alert.alert().severity().rank(),
                    nanos(alert.submittedAt()),
                    nanosOrNull(alert.expiresAt().orElse(null))
                },
                changing(alert));
    }

    /** The columns that change: state, round, next_step, next_at, ack_person, ack_at, ack_step, version. */
    static @Nullable Object[] changing(RunningAlert alert) {
        Acknowledgement held = alert.acknowledgement().orElse(null);
        return new @Nullable Object[] {
            alert.state().name(),
            alert.round(),
            alert.nextStep(),
            nanosOrNull(alert.nextAt().orElse(null)),
            held == null ? null : held.person(),
            held == null ? null : nanos(held.at()),
            alert.acknowledgedStep().orElse(null),
            alert.version()
        };
    }

    /** In the order of the columns: alert, step, round, turn, contact, fired_at, watch_at. */
    static @Nullable Object[] columns(OpenStep step) {
        return new @Nullable Object[] {
            step.alert(),
            step.step(),
            step.round(),
            step.turn(),
            step.contact().orElse(null),
            nanos(step.firedAt()),
            nanosOrNull(step.watchAt().orElse(null))
        };
    }

    /** In the order of the columns: id, alert, round, step, purpose, contact, notifier, severity, then the changing. */
    static @Nullable Object[] columns(Delivery delivery) {
        return join(
                new @Nullable Object[] {
                    delivery.id(),
                    delivery.alert(),
                    delivery.round(),
                    delivery.step(),
                    delivery.purpose().name(),
                    delivery.contact(),
                    delivery.notifier(),
                    delivery.severity().rank()
                },
                changing(delivery));
    }

    /** The columns that change: state, due, attempts, owner, lease_until, version, code. */
    static @Nullable Object[] changing(Delivery delivery) {
        return new @Nullable Object[] {
            delivery.state().name(),
            nanos(delivery.due()),
            delivery.attempts(),
            delivery.owner().orElse(null),
            nanosOrNull(delivery.leaseUntil().orElse(null)),
            delivery.version(),
            delivery.code().orElse(null)
        };
    }

    /** In the order of the columns: delivery, number, node, started_at, ended_at, outcome, code. */
    static @Nullable Object[] columns(Attempt attempt) {
        return new @Nullable Object[] {
            attempt.delivery(),
            attempt.number(),
            attempt.node(),
            nanos(attempt.startedAt()),
            nanosOrNull(attempt.endedAt().orElse(null)),
            attempt.outcome().orElse(null),
            attempt.code().orElse(null)
        };
    }

    /** In the order of the columns: what, at, alert, step, person, notifier, delivery, detail. */
    static @Nullable Object[] columns(AlertEvent event) {
        return new @Nullable Object[] {
            event.what().name(),
            nanos(event.at()),
            event.alert(),
            event.step().orElse(null),
            event.person().orElse(null),
            event.notifier().orElse(null),
            event.delivery().orElse(null),
            event.detail().orElse(null)
        };
    }

    static @Nullable Object[] join(@Nullable Object[] first, @Nullable Object... last) {
        @Nullable Object[] all = new @Nullable Object[first.length + last.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(last, 0, all, first.length, last.length);
        return all;
    }

    static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    private static @Nullable Long nanosOrNull(@Nullable Instant instant) {
        return instant == null ? null : nanos(instant);
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

    private static String content(EscalationPolicy policy) {
        return Documents.write("policy", 1, Map.of("policy", policy.toMap()));
    }

    // Columns to values

    static RunningAlert running(ResultSet row) throws SQLException {
        String person = row.getString("ack_person");
        return new RunningAlert(
                alert(row.getString("content")),
                policy(row.getString("policy")),
                AlertState.valueOf(row.getString("state")),
                instant(row, "submitted_at"),
                row.getInt("round"),
                row.getInt("next_step"),
                Optional.ofNullable(instantOrNull(row, "next_at")),
                Optional.ofNullable(instantOrNull(row, "expires_at")),
                person == null
                        ? Optional.empty()
                        : Optional.of(new Acknowledgement(row.getString("id"), person, instant(row, "ack_at"))),
                Optional.ofNullable(intOrNull(row, "ack_step")),
                row.getLong("version"));
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

    private static EscalationPolicy policy(String content) {
        return Documents.read(content.getBytes(StandardCharsets.UTF_8), "stored policy", "policy", 1, in -> {
            var policy = in.required("policy", EscalationPolicy::read);
            return in.build(policy::get);
        });
    }

    static OpenStep step(ResultSet row) throws SQLException {
        return new OpenStep(
                row.getString("alert"),
                row.getInt("step"),
                row.getInt("round"),
                row.getInt("turn"),
                Optional.ofNullable(row.getString("contact")),
                instant(row, "fired_at"),
                Optional.ofNullable(instantOrNull(row, "watch_at")));
    }

    static Delivery delivery(ResultSet row) throws SQLException {
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
                text(row, "owner"),
                Optional.ofNullable(instantOrNull(row, "lease_until")),
                row.getLong("version"),
                text(row, "code"));
    }

    static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getString("delivery"),
                row.getInt("number"),
                row.getString("node"),
                instant(row, "started_at"),
                Optional.ofNullable(instantOrNull(row, "ended_at")),
                text(row, "outcome"),
                text(row, "code"));
    }

    static Acknowledgement acknowledgement(ResultSet row) throws SQLException {
        return new Acknowledgement(row.getString("alert"), row.getString("person"), instant(row, "at"));
    }

    static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("number"),
                new AlertEvent(
                        Happening.valueOf(row.getString("what")),
                        instant(row, "at"),
                        row.getString("alert"),
                        Optional.ofNullable(intOrNull(row, "step")),
                        text(row, "person"),
                        text(row, "notifier"),
                        text(row, "delivery"),
                        text(row, "detail")));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        long nanos = row.getLong(column);
        return row.wasNull() ? null : instant(nanos);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return instant(row.getLong(column));
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private static @Nullable Integer intOrNull(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
