/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.alerting.alert.Acknowledgement;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Attempt;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.LogEntry;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.store.AlertStore.Transaction;

/** The rows as they are; a broken store overrides one thing. */
class ForwardingRows implements Transaction {

    final Transaction rows;

    ForwardingRows(Transaction rows) {
        this.rows = rows;
    }

    @Override
    public boolean insert(RunningAlert alert) {
        return rows.insert(alert);
    }

    @Override
    public Optional<RunningAlert> alert(String id) {
        return rows.alert(id);
    }

    @Override
    public boolean update(RunningAlert changed) {
        return rows.update(changed);
    }

    @Override
    public List<RunningAlert> alerts(Set<AlertState> states) {
        return rows.alerts(states);
    }

    @Override
    public List<String> alertsDue(Instant now, int limit) {
        return rows.alertsDue(now, limit);
    }

    @Override
    public void put(OpenStep step) {
        rows.put(step);
    }

    @Override
    public List<OpenStep> steps(String alert) {
        return rows.steps(alert);
    }

    @Override
    public List<OpenStep> stepsDue(Instant now, int limit) {
        return rows.stepsDue(now, limit);
    }

    @Override
    public boolean insert(Delivery delivery) {
        return rows.insert(delivery);
    }

    @Override
    public Optional<Delivery> delivery(String id) {
        return rows.delivery(id);
    }

    @Override
    public boolean update(Delivery changed) {
        return rows.update(changed);
    }

    @Override
    public List<Delivery> deliveries(String alert) {
        return rows.deliveries(alert);
    }

    @Override
    public List<Delivery> claimable(String notifier, Instant now, int limit) {
        return rows.claimable(notifier, now, limit);
    }

    @Override
    public List<Delivery> stranded(Set<String> present, Instant now, int limit) {
        return rows.stranded(present, now, limit);
    }

    @Override
    public List<Delivery> leasesOver(Instant now, int limit) {
        return rows.leasesOver(now, limit);
    }

    @Override
    public void put(Attempt attempt) {
        rows.put(attempt);
    }

    @Override
    public List<Attempt> attempts(String delivery) {
        return rows.attempts(delivery);
    }

    @Override
    public void add(Acknowledgement acknowledgement) {
        rows.add(acknowledgement);
    }

    @Override
    public List<Acknowledgement> acknowledgements(String alert) {
        return rows.acknowledgements(alert);
    }

    @Override
    public LogEntry append(AlertEvent event) {
        return rows.append(event);
    }

    @Override
    public List<LogEntry> log(String alert) {
        return rows.log(alert);
    }

    @Override
    public Optional<Instant> nextDue(Set<String> ready, Set<String> present) {
        return rows.nextDue(ready, present);
    }
}
