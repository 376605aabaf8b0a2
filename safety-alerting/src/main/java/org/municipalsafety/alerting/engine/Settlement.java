/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.alert.Purpose;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.alerting.notifier.OnUnknownOutcome;
import org.municipalsafety.alerting.notifier.Outcome;

/** Decides what becomes of a delivery after an outcome, in the change that stores it (A2). */
final class Settlement {

    private static final Logger LOG = System.getLogger(Settlement.class.getName());
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final String UNKNOWN_OUTCOME = "unknown-outcome";

    private Settlement() {}

    /** A notifier has answered, or is no longer waited for. Returns what is logged of it. */
    static AlertEvent answered(Change change, Delivery delivery, Notifiers.Entry entry, Outcome outcome) {
        return settle(change, delivery, entry, outcome, false);
    }

    /** Nobody is left who could say whether the message was sent. Where it is sent again, that is at once. */
    static void leaseOver(Change change, Delivery delivery, Notifiers.@Nullable Entry entry) {
        settle(change, delivery, entry, Outcome.unknown("lease-over"), true);
    }

    /**
     * A delivery whose outcome is unknown and whose notifier was missing is not sent again when the notifier is back
     * and does not want that. True if it is such a one.
     */
    static boolean staysUnknown(Change change, Delivery delivery, Notifiers.Entry entry) {
        if (!delivery.code().equals(Optional.of(UNKNOWN_OUTCOME))
                || entry.onUnknownOutcome() != OnUnknownOutcome.ESCALATE) {
            return false;
        }
        become(change, delivery, DeliveryState.UNKNOWN, change.now(), UNKNOWN_OUTCOME, Happening.UNKNOWN);
        return true;
    }

    private static AlertEvent settle(
            Change change, Delivery delivery, Notifiers.@Nullable Entry entry, Outcome outcome, boolean crashed) {
        Instant now = change.now();
        String code = outcome.code().orElse(null);
        if (outcome.isSuccess()) {
            return become(change, delivery, DeliveryState.SENT, now, null, Happening.SENT);
        }
        return switch (outcome.verdict()) {
            case RETRYABLE -> notSentNow(change, delivery, entry, outcome);
            case PERMANENT -> become(change, delivery, DeliveryState.FAILED, now, code, Happening.FAILED);
            default -> unknown(change, delivery, entry, outcome, crashed);
        };
    }

    private static AlertEvent notSentNow(
            Change change, Delivery delivery, Notifiers.@Nullable Entry entry, Outcome outcome) {
        String code = outcome.code().orElse(null);
        AlertState state = change.alert(delivery.alert()).state();
        if (!wants(state)) {
            DeliveryState end = state == AlertState.EXPIRED ? DeliveryState.EXPIRED : DeliveryState.CANCELLED;
            return become(change, delivery, end, change.now(), code, Happening.CANCELLED);
        }
        if (entry == null || delivery.attempts() < entry.maxAttempts()) {
            Instant again = change.now().plus(pause(delivery, entry, outcome));
            return become(change, delivery, DeliveryState.PENDING, again, code, Happening.RETRY);
        }
        return become(change, delivery, DeliveryState.DEAD, change.now(), code, Happening.GAVE_UP);
    }

    private static AlertEvent unknown(
            Change change, Delivery delivery, Notifiers.@Nullable Entry entry, Outcome outcome, boolean crashed) {
        Instant now = change.now();
        String code = outcome.code().orElse(null);
        if (!wants(change.alert(delivery.alert()).state())) {
            return become(change, delivery, DeliveryState.UNKNOWN, now, code, Happening.UNKNOWN);
        }
        if (entry == null) {
            return become(change, delivery, DeliveryState.BLOCKED, now, UNKNOWN_OUTCOME, Happening.BLOCKED);
        }
        if (entry.onUnknownOutcome() == OnUnknownOutcome.ESCALATE || delivery.attempts() >= entry.maxAttempts()) {
            return become(change, delivery, DeliveryState.UNKNOWN, now, code, Happening.UNKNOWN);
        }
        Instant again = crashed ? now : now.plus(pause(delivery, entry, outcome));
        return become(change, delivery, DeliveryState.PENDING, again, code, Happening.RESEND);
    }

    /** Whether an alert in a state still wants its messages sent. */
    private static boolean wants(AlertState state) {
        return state == AlertState.OPEN || state == AlertState.DEAD;
    }

    private static Duration pause(Delivery delivery, Notifiers.@Nullable Entry entry, Outcome outcome) {
        Duration wait = Duration.ofSeconds(15);
        try {
            if (entry != null) {
                wait = entry.provider().waitAfter(delivery.attempts());
            }
        } catch (RuntimeException | LinkageError broken) {
            LOG.log(
                    Level.WARNING,
                    "The provider of notifier {0} cannot say how long to wait ({1}).",
                    delivery.notifier(),
                    broken.getClass().getName());
        }
        Duration asked = outcome.retryAfter().orElse(Duration.ZERO);
        Duration longer = asked.compareTo(wait) > 0 ? asked : wait;
        return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer.isNegative() ? Duration.ZERO : longer;
    }

    private static AlertEvent become(
            Change change,
            Delivery delivery,
            DeliveryState state,
            Instant when,
            @Nullable String code,
            Happening what) {
        Delivery changed = delivery.become(state, when, Optional.ofNullable(code));
        change.update(changed);
        AlertEvent event = change.log(what, changed, code);
        if (state.isFailure()) {
            endStepIfLost(change, changed);
        }
        return event;
    }

    /** When nothing of the step that the escalation waits for could be sent, there is nothing to wait for. */
    private static void endStepIfLost(Change change, Delivery lost) {
        RunningAlert running = change.alert(lost.alert());
        if (running.state() != AlertState.OPEN
                || running.nextStep() != lost.step() + 1
                || running.round() != lost.round()
                || running.nextAt().isEmpty()
                || change.isDue(running.nextAt())) {
            return;
        }
        Optional<String> contact = change.rows().steps(lost.alert()).stream()
                .filter(step -> step.step() == lost.step())
                .findFirst()
                .flatMap(OpenStep::contact);
        List<Delivery> deliveries = change.rows().deliveries(lost.alert());
        boolean allLost = deliveries.stream()
                .filter(delivery -> delivery.step() == lost.step()
                        && delivery.round() == lost.round()
                        && delivery.purpose() != Purpose.HANDED_OVER
                        && contact.equals(Optional.of(delivery.contact())))
                .allMatch(delivery -> delivery.state().isFailure());
        if (allLost) {
            change.update(running.at(running.round(), running.nextStep(), change.now()));
            change.log(
                    Happening.STEP_FAILED,
                    lost.alert(),
                    lost.step(),
                    contact.orElse(null),
                    lost.code().orElse(null));
        }
    }
}
