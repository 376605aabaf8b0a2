/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.municipalsafety.alerting.notifier.Deadline;
import org.municipalsafety.alerting.notifier.Limits;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Notifier;
import org.municipalsafety.alerting.notifier.NotifierProvider;
import org.municipalsafety.alerting.notifier.OnUnknownOutcome;
import org.municipalsafety.alerting.notifier.Outcome;

/** A notifier that keeps what it is given, and answers as it is told. */
public final class Recording implements NotifierProvider<Recording.None> {

    /** No configuration. */
    public record None() {}

    /** What the notifier does with a message. */
    public interface Behaviour {
        Outcome send(Message message, Deadline deadline) throws InterruptedException;
    }

    public final List<Message> messages = new CopyOnWriteArrayList<>();
    public volatile Behaviour behaviour = (message, deadline) -> Outcome.sent("ref-" + message.idempotencyKey());
    public volatile OnUnknownOutcome onUnknown = OnUnknownOutcome.RESEND;
    public volatile Duration timeout = Duration.ofSeconds(5);
    public volatile int maxConcurrent = 4;
    public volatile Limits limits = Limits.GENEROUS;
    private final String type;

    public Recording(String type) {
        this.type = type;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Class<None> configType() {
        return None.class;
    }

    @Override
    public Notifier create(None config) {
        return (message, deadline) -> {
            messages.add(message);
            return behaviour.send(message, deadline);
        };
    }

    @Override
    public OnUnknownOutcome onUnknownOutcome() {
        return onUnknown;
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public int maxConcurrent() {
        return maxConcurrent;
    }

    public List<String> to() {
        return messages.stream().map(message -> message.address().value()).toList();
    }
}
