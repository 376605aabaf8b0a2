/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.util.Optional;
import org.municipalsafety.alerting.alert.Acknowledgement;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.escalation.Step;

/**
 * What people and feeds do to an alert: raise it, acknowledge it, close it. Each is one change (A1, A3).
 *
 * <p>Thread-safe.
 */
final class Acts {

    private final Changes changes;
    private final Lookups lookups;

    Acts(Changes changes, Lookups lookups) {
        this.changes = changes;
        this.lookups = lookups;
    }

    boolean submit(Alert alert, EscalationPolicy policy) {
        return changes.make(change -> {
            if (change.rows().insert(RunningAlert.submitted(alert, policy, change.now()))) {
                change.log(Happening.SUBMITTED, alert.id());
                return true;
            }
            RunningAlert other = change.alert(alert.id());
            if (!other.alert().equals(alert)) {
                throw new AlertException(alert.id(), """
                        There is another alert with the id %s, submitted at %s.
                        Maybe the id is used twice; the same id means the same alert.""".formatted(alert.id(), other.submittedAt()));
            }
            return false;
        });
    }

    Acknowledgement acknowledge(String alert, String person) {
        return changes.make(change -> {
            RunningAlert running = find(change, alert);
            if (running.state() == AlertState.CLOSED || running.state() == AlertState.EXPIRED) {
                throw new AlertException(
                        alert, "The alert %s is %s; expected one that is not over.".formatted(alert, running.state()));
            }
            Acknowledgement given = new Acknowledgement(alert, person, change.now());
            Optional<Acknowledgement> first = running.acknowledgement();
            if (running.state() == AlertState.ACKNOWLEDGED && first.isPresent()) {
                if (!first.get().person().equals(person)) {
                    change.rows().add(given);
                    change.log(Happening.ALSO_ACKNOWLEDGED, alert, null, person, null);
                }
                return first.get();
            }
            change.rows().add(given);
            Optional<Integer> heldStep = watchDutyOf(person, running, change);
            change.update(running.heldBy(given, heldStep));
            change.log(Happening.ACKNOWLEDGED, alert, heldStep.orElse(null), person, null);
            change.stop(change.rows().deliveries(alert), DeliveryState.CANCELLED);
            return given;
        });
    }

    /**
     * Of the steps of an acknowledged alert only one is looked at again: the last one that alerted the person and whose
     * position they hold until a time that is known (A4).
     *
     * @return the index of that step, if there is one
     */
    private Optional<Integer> watchDutyOf(String person, RunningAlert running, Change change) {
        Optional<OpenStep> held = Optional.empty();
        for (OpenStep open : change.rows().steps(running.alert().id())) {
            Step step = running.policy().steps().get(open.step());
            Holding holding = lookups.holding(step.target(), change.now());
            boolean onDuty = open.contact().equals(Optional.of(person))
                    && holding.holder().equals(open.contact())
                    && holding.until().isPresent();
            if (onDuty) {
                held.ifPresent(before -> change.rows().put(before.unwatched()));
                held = Optional.of(open.watched(holding.until()));
                change.rows().put(held.get());
            } else if (open.watchAt().isPresent()) {
                change.rows().put(open.unwatched());
            }
        }
        return held.map(OpenStep::step);
    }

    void close(String alert, String person) {
        changes.make(change -> {
            RunningAlert running = find(change, alert);
            if (running.state() == AlertState.CLOSED) {
                return false;
            }
            change.end(running, AlertState.CLOSED);
            change.log(Happening.CLOSED, alert, null, person, null);
            change.stop(change.rows().deliveries(alert), DeliveryState.CANCELLED);
            return true;
        });
    }

    private static RunningAlert find(Change change, String alert) {
        return change.rows().alert(alert).orElseThrow(() -> new AlertException(alert, """
                        There is no alert with the id %s.
                        Maybe it was submitted to another store.""".formatted(alert)));
    }
}
