/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.escalation.RunningAlert;

/**
 * Finds what is late, and lets the heart beat while nothing is (A9).
 *
 * <p>{@link #late} is thread-safe; {@link #beat} is confined to whoever drives the engine.
 */
final class Audit {

    private static final Logger LOG = System.getLogger(Audit.class.getName());

    private final Changes changes;
    private final String node;
    private final @Nullable Heartbeat heartbeat;
    private final Executor beside;
    private final AtomicBoolean beating = new AtomicBoolean();
    private @Nullable Instant lastBeat;

    /** Without a heartbeat it only finds what is late. */
    Audit(Changes changes, String node, @Nullable Heartbeat heartbeat, Executor beside) {
        this.changes = changes;
        this.node = node;
        this.heartbeat = heartbeat;
        this.beside = beside;
    }

    List<Late> late(Duration tolerance) {
        Instant limit = changes.now().minus(tolerance);
        return changes.read(rows -> {
            List<Late> late = new ArrayList<>();
            for (RunningAlert running : rows.alerts(EnumSet.of(AlertState.OPEN, AlertState.DEAD))) {
                String id = running.alert().id();
                running.nextAt()
                        .filter(next -> next.isBefore(limit))
                        .ifPresent(next -> late.add(new Late(id, Late.What.STEP, next, Optional.empty())));
                for (Delivery delivery : rows.deliveries(id)) {
                    if (!delivery.state().isOver() && delivery.due().isBefore(limit)) {
                        Late.What what = delivery.state() == DeliveryState.BLOCKED
                                ? Late.What.BLOCKED_DELIVERY
                                : Late.What.DELIVERY;
                        late.add(new Late(id, what, delivery.due(), Optional.of(delivery.id())));
                    }
                }
            }
            return late;
        });
    }

    /** Lets the heart beat if it is time to and nothing is late. */
    void beat() {
        Heartbeat heart = heartbeat;
        Instant now = changes.now();
        if (heart == null || (lastBeat != null && now.isBefore(lastBeat.plus(heart.every())))) {
            return;
        }
        if (!late(heart.lateWhen()).isEmpty() || !beating.compareAndSet(false, true)) {
            return;
        }
        lastBeat = now;
        try {
            beside.execute(() -> {
                try {
                    heart.beat().accept(now);
                } catch (Throwable failed) { // a broken heartbeat is noticed where it is missed
                    LOG.log(
                            Level.WARNING,
                            "The heartbeat of node {0} failed ({1}).",
                            node,
                            failed.getClass().getName());
                } finally {
                    beating.set(false);
                }
            });
        } catch (RejectedExecutionException closing) {
            beating.set(false);
        }
    }
}
