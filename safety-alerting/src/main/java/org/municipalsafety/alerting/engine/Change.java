/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.alert.Purpose;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.store.AlertStore;

/**
 * One change of what is stored: the rows, the instant that counts for all of it, and what is told once it is kept.
 *
 * <p>Confined to the thread and the transaction that it belongs to.
 */
final class Change {

    private final AlertStore.Transaction rows;
    private final Instant now;
    private final List<AlertEvent> events = new ArrayList<>();

    Change(AlertStore.Transaction rows, Instant now) {
        this.rows = rows;
        this.now = now;
    }

    /** For reading, and for what nobody else changes; alerts and deliveries are changed by the methods here. */
    AlertStore.Transaction rows() {
        return rows;
    }

    Instant now() {
        return now;
    }

    /** Whether the time of something has come, if it ever comes. */
    boolean isDue(Optional<Instant> when) {
        return when.isPresent() && !when.get().isAfter(now);
    }

    List<AlertEvent> events() {
        return events;
    }

    /** An alert that is known to be there. */
    RunningAlert alert(String id) {
        return rows.alert(id).orElseThrow();
    }

    void update(RunningAlert changed) {
        must(rows.update(changed));
    }

    void update(Delivery changed) {
        must(rows.update(changed));
    }

    /** A row that was read in the same transaction can be changed in it, or the store breaks its promise. */
    private static void must(boolean changed) {
        if (!changed) {
            throw new IllegalStateException("A row changed within a transaction that had read it.");
        }
    }

    /** Ends an alert's escalation, and looks at none of its steps again. */
    void end(RunningAlert running, AlertState state) {
        update(running.ended(state));
        for (OpenStep step : rows.steps(running.alert().id())) {
            if (step.watchAt().isPresent()) {
                rows.put(step.unwatched());
            }
        }
    }

    /** Adds the messages of a step to one of its contacts. */
    void deliver(Alert alert, OpenStep step, Purpose purpose, String contact, List<String> notifiers) {
        for (String notifier : notifiers) {
            rows.insert(Delivery.of(alert, step.round(), step.step(), step.turn(), purpose, contact, notifier, now));
        }
    }

    /** Drops those of some messages that are still to be sent. */
    void stop(List<Delivery> deliveries, DeliveryState state) {
        for (Delivery delivery : deliveries) {
            if (delivery.state() == DeliveryState.PENDING || delivery.state() == DeliveryState.BLOCKED) {
                update(delivery.become(state, now, delivery.code()));
                log(Happening.CANCELLED, delivery, null);
            }
        }
    }

    void log(Happening what, String alert) {
        log(AlertEvent.of(what, now, alert));
    }

    void log(Happening what, String alert, @Nullable Integer step, @Nullable String person, @Nullable String detail) {
        log(AlertEvent.of(
                what, now, alert, Optional.ofNullable(step), Optional.ofNullable(person), Optional.ofNullable(detail)));
    }

    AlertEvent log(Happening what, Delivery delivery, @Nullable String detail) {
        return log(AlertEvent.of(what, now, delivery, Optional.ofNullable(detail)));
    }

    private AlertEvent log(AlertEvent event) {
        rows.append(event);
        events.add(event);
        return event;
    }

    /** Told to listeners, and not written to the alert's log. */
    void tell(Happening what, Delivery delivery) {
        events.add(AlertEvent.of(what, now, delivery, Optional.empty()));
    }
}
