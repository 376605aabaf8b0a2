/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.notifier.Deadline;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.alerting.notifier.Outcome;

/**
 * One call of a notifier, on a thread of its own. Whatever comes first is its outcome: the answer, a throwable, or the
 * engine that stops waiting (A5).
 */
final class Flight implements Runnable {

    final Delivery delivery;
    final Notifiers.Entry entry;
    private final Message message;
    private final Deadline deadline;
    private final BlockingQueue<Flight> landed;
    private final Runnable returned;
    private @Nullable Thread thread;
    private @Nullable Outcome outcome;

    Flight(
            Delivery delivery,
            Notifiers.Entry entry,
            Message message,
            Deadline deadline,
            BlockingQueue<Flight> landed,
            Runnable returned) {
        this.delivery = delivery;
        this.entry = entry;
        this.message = message;
        this.deadline = deadline;
        this.landed = landed;
        this.returned = returned;
    }

    @Override
    public void run() {
        try {
            synchronized (this) {
                if (outcome != null) {
                    return;
                }
                thread = Thread.currentThread();
            }
            land(call());
        } finally {
            synchronized (this) {
                thread = null;
                Thread.interrupted(); // an interrupt that came too late is not for the thread's next call
            }
            returned.run();
        }
    }

    private Outcome call() {
        try {
            @Nullable Outcome answer = entry.notifier().send(message, deadline);
            return answer == null ? Outcome.unknown("answered-null") : answer;
        } catch (InterruptedException interrupted) {
            return Outcome.unknown("interrupted");
        } catch (Throwable thrown) { // also an Error: it ends here, and its message goes no further (A7)
            String kind =
                    thrown.getClass().getSimpleName().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            return Outcome.unknown("threw-" + kind.substring(0, Math.min(kind.length(), 40)));
        }
    }

    private synchronized void land(Outcome how) {
        if (outcome == null) {
            outcome = how;
            landed.add(this);
        }
    }

    /** Stops waiting if the time is over. */
    void checkDeadline() {
        if (deadline.isOver()) {
            abandon("timeout");
        }
    }

    synchronized void abandon(String why) {
        if (outcome == null) {
            land(Outcome.unknown(why));
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    synchronized Outcome outcome() {
        return outcome == null ? Outcome.unknown("not-over") : outcome;
    }
}
