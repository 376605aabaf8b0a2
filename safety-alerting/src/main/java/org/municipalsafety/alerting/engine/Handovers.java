/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.alert.Purpose;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.escalation.Step;

/**
 * Follows who holds the positions of steps that have fired (A4): the incoming holder is alerted, the outgoing one told,
 * and an acknowledgement of the outgoing one is asked for again.
 */
final class Handovers {

    private final Changes changes;
    private final Lookups lookups;

    Handovers(Changes changes, Lookups lookups) {
        this.changes = changes;
        this.lookups = lookups;
    }

    /** Looks again who holds the positions for which that is due. Returns how many those were. */
    int follow() {
        return changes.makeEach((rows, now) -> rows.stepsDue(now, Changes.BATCH), this::follow);
    }

    private void follow(Change change, OpenStep seen) {
        RunningAlert running = change.alert(seen.alert());
        OpenStep open = change.rows().steps(seen.alert()).stream()
                .filter(step -> step.step() == seen.step())
                .findFirst()
                .orElseThrow();
        if (!change.isDue(open.watchAt())) {
            return;
        }
        if (!matters(change, running)) {
            change.rows().put(open.unwatched());
            return;
        }
        Step step = running.policy().steps().get(open.step());
        Holding holding = lookups.holding(step.target(), change.now());
        Optional<String> incoming = holding.holder();
        Optional<String> outgoing = open.contact();
        if (incoming.isPresent() && incoming.equals(outgoing)) {
            change.rows().put(open.watched(holding.until()));
            return;
        }
        List<String> ways = lookups.waysTo(incoming, step);
        if (!ways.isEmpty()) {
            takeOver(change, running, open, holding, ways);
            return;
        }
        change.rows().put(open.watched(holding.until()));
        if (outgoing.isPresent()) {
            String why = incoming.isEmpty() ? "nobody" : "no-channel";
            change.log(Happening.HANDED_TO_NOBODY, seen.alert(), open.step(), outgoing.get(), why);
        }
    }

    /** Where an acknowledged alert's time is over, somebody had it, and nobody is asked again. */
    private static boolean matters(Change change, RunningAlert running) {
        return switch (running.state()) {
            case OPEN -> true;
            case ACKNOWLEDGED -> !change.isDue(running.expiresAt());
            default -> false;
        };
    }

    private void takeOver(Change change, RunningAlert running, OpenStep open, Holding holding, List<String> ways) {
        Alert alert = running.alert();
        Step step = running.policy().steps().get(open.step());
        String incoming = holding.holder().orElseThrow();
        String outgoing = open.contact().orElse(null);
        OpenStep taken = open.takenOver(incoming, holding.until());
        change.rows().put(taken);
        change.log(Happening.HANDED_OVER, alert.id(), open.step(), incoming, outgoing);
        change.deliver(alert, taken, Purpose.TAKEN_OVER, incoming, ways);
        if (outgoing != null) {
            // What has not reached the outgoing holder would only confuse now.
            change.stop(
                    change.rows().deliveries(alert.id()).stream()
                            .filter(delivery -> delivery.step() == open.step()
                                    && delivery.contact().equals(outgoing))
                            .collect(Collectors.toList()),
                    DeliveryState.CANCELLED);
            List<String> waysBack = lookups.waysTo(Optional.of(outgoing), step);
            change.deliver(alert, taken, Purpose.HANDED_OVER, outgoing, waysBack);
        }
        if (running.state() == AlertState.ACKNOWLEDGED) {
            change.log(Happening.ASKED_AGAIN, alert.id(), open.step(), incoming, outgoing);
            Instant next = change.now().plus(step.acknowledgeWithin());
            change.update(running.at(taken.round(), open.step() + 1, next));
        }
    }
}
