/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.util.List;
import java.util.Optional;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.alert.Purpose;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.escalation.Step;

/** Fires the steps of open alerts, round after round, until somebody has the alert or nobody is left to be alerted. */
final class Escalation {

    private final Changes changes;
    private final Lookups lookups;

    Escalation(Changes changes, Lookups lookups) {
        this.changes = changes;
        this.lookups = lookups;
    }

    /** Moves the alerts on whose next step or whose end is due. Returns how many those were. */
    int advance() {
        return changes.makeEach((rows, now) -> rows.alertsDue(now, Changes.BATCH), this::advance);
    }

    private void advance(Change change, String id) {
        RunningAlert running = change.alert(id);
        if (running.state() != AlertState.OPEN) {
            return;
        }
        if (change.isDue(running.expiresAt())) {
            change.end(running, AlertState.EXPIRED);
            change.log(Happening.EXPIRED, id);
            change.stop(change.rows().deliveries(id), DeliveryState.EXPIRED);
            return;
        }
        if (change.isDue(running.nextAt())) {
            fireUntilAlerted(change, running);
        }
    }

    private void fireUntilAlerted(Change change, RunningAlert running) {
        String id = running.alert().id();
        List<Step> steps = running.policy().steps();
        int round = running.round();
        int index = running.nextStep();
        while (true) {
            if (index == steps.size()) {
                if (round >= running.policy().repeats()) {
                    change.end(running, AlertState.DEAD);
                    change.log(Happening.DIED, id);
                    return;
                }
                round++;
                index = 0;
                change.log(Happening.ROUND_STARTED, id);
            }
            boolean alerted = fire(change, running, round, index);
            Step fired = steps.get(index);
            index++;
            if (alerted || (index == steps.size() && !anybody(change, id, round))) {
                change.update(running.at(round, index, change.now().plus(fired.acknowledgeWithin())));
                return;
            }
        }
    }

    /** Fires one step. False if there is nobody to alert, or no way to. */
    private boolean fire(Change change, RunningAlert running, int round, int index) {
        String id = running.alert().id();
        Step step = running.policy().steps().get(index);
        Holding holding = lookups.holding(step.target(), change.now());
        Optional<String> holder = holding.holder();
        List<String> ways = lookups.waysTo(holder, step);
        boolean alerted = !ways.isEmpty();
        OpenStep open = new OpenStep(
                id,
                index,
                round,
                turn(change, id, index, round),
                alerted ? holder : Optional.empty(),
                change.now(),
                holding.until());
        change.rows().put(open);
        if (alerted) {
            change.log(Happening.STEP_FIRED, id, index, holder.orElseThrow(), null);
            change.deliver(running.alert(), open, Purpose.ALERT, holder.orElseThrow(), ways);
        } else {
            change.log(
                    Happening.STEP_SKIPPED, id, index, holder.orElse(null), holder.isEmpty() ? "nobody" : "no-channel");
        }
        return alerted;
    }

    /**
     * Who is asked again goes on from the step of the one who had it, through steps and rounds that may have fired
     * before: a step that fires again in its round counts on, so that its messages are new ones.
     */
    private static int turn(Change change, String alert, int index, int round) {
        return change.rows().steps(alert).stream()
                .filter(step -> step.step() == index && step.round() == round)
                .mapToInt(step -> step.turn() + 1)
                .findFirst()
                .orElse(0);
    }

    private static boolean anybody(Change change, String alert, int round) {
        return change.rows().steps(alert).stream()
                .anyMatch(step -> step.round() == round && step.contact().isPresent());
    }
}
