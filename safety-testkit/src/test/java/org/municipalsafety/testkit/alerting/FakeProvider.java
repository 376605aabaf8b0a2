/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import static java.util.Objects.requireNonNull;

import org.municipalsafety.alerting.notifier.Deadline;
import org.municipalsafety.alerting.notifier.Limits;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Notifier;
import org.municipalsafety.alerting.notifier.NotifierProvider;
import org.municipalsafety.alerting.notifier.Outcome;

/** A notifier that keeps every rule; the broken ones differ from it in one thing each. */
public class FakeProvider implements NotifierProvider<FakeConfig> {

    /** Does nothing. */
    public FakeProvider() {}

    @Override
    public String type() {
        return "fake";
    }

    @Override
    public Class<FakeConfig> configType() {
        return FakeConfig.class;
    }

    @Override
    public Limits limits() {
        return new Limits(100, 1_000, Limits.Alphabet.UNICODE);
    }

    @Override
    public Notifier create(FakeConfig config) {
        return new Notifier() {
            private final FakeSide side = requireNonNull(FakeSide.ALL.get(config.side()));

            @Override
            public Outcome send(Message message, Deadline deadline) throws InterruptedException {
                return FakeProvider.this.send(side, message, deadline);
            }

            @Override
            public void close() {
                FakeProvider.this.closed();
            }

            @Override
            public String toString() {
                return shown(config);
            }
        };
    }

    Outcome send(FakeSide side, Message message, Deadline deadline) throws InterruptedException {
        Trouble trouble = side.trouble;
        if (trouble == null) {
            return take(side, message);
        }
        return fail(side, trouble, message, deadline);
    }

    Outcome take(FakeSide side, Message message) throws InterruptedException {
        arrive(side, message.idempotencyKey(), text(message));
        return Outcome.sent("ref-" + message.idempotencyKey());
    }

    Outcome fail(FakeSide side, Trouble trouble, Message message, Deadline deadline) throws InterruptedException {
        switch (trouble) {
            case REFUSED_FOR_NOW:
                return Outcome.retryable("busy");
            case REFUSED_FOR_GOOD:
                return Outcome.permanent("refused");
            case UNREACHABLE:
                return Outcome.retryable("no-connection");
            case LOST_AFTER_HANDOVER:
                take(side, message);
                return Outcome.unknown("connection-lost");
            default:
                return silence(deadline);
        }
    }

    Outcome silence(Deadline deadline) throws InterruptedException {
        while (!deadline.isOver()) {
            Thread.sleep(5);
        }
        return Outcome.unknown("timeout");
    }

    String text(Message message) {
        return message.subject().byLanguage().get("sv") + "\n"
                + message.text().byLanguage().get("sv");
    }

    void arrive(FakeSide side, String key, String text) {
        side.arrived.add(new ProviderSide.Arrived(key, text));
    }

    void closed() {}

    String shown(FakeConfig config) {
        return "FakeNotifier[" + config.side() + "]";
    }
}
