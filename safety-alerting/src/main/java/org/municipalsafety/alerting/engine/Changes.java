/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.store.AlertStore;

/**
 * Reads and changes what is stored, and tells the listeners of a change once it is kept.
 *
 * <p>Thread-safe.
 */
final class Changes {

    /** How many rows are looked up at a time. */
    static final int BATCH = 100;

    private static final Logger LOG = System.getLogger(Changes.class.getName());

    private final AlertStore store;
    private final InstantSource clock;
    private final List<AlertListener> listeners;

    Changes(AlertStore store, InstantSource clock, List<AlertListener> listeners) {
        this.store = store;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    Instant now() {
        return clock.instant();
    }

    <T> T read(Function<? super AlertStore.Transaction, ? extends T> work) {
        return store.transact(work);
    }

    /** Makes a change now. The work may be called again from its start when the store asks for it. */
    <T> T make(Function<? super Change, ? extends T> work) {
        return make(clock.instant(), work);
    }

    private <T> T make(Instant now, Function<? super Change, ? extends T> work) {
        Kept<T> kept = store.transact(rows -> {
            Change change = new Change(rows, now);
            T result = work.apply(change);
            return new Kept<T>(result, change.events());
        });
        kept.events().forEach(this::tell);
        return kept.result();
    }

    private record Kept<T>(T result, List<AlertEvent> events) {}

    /**
     * Deals with the rows that are due, each in a transaction of its own.
     *
     * @param due finds the rows that are due at an instant
     * @param work deals with one; other nodes may have done so meanwhile
     * @return how many were due
     */
    <R> int makeEach(
            BiFunction<? super AlertStore.Transaction, ? super Instant, List<R>> due,
            BiConsumer<? super Change, ? super R> work) {
        Instant now = clock.instant();
        List<R> rows = store.transact(tx -> due.apply(tx, now));
        for (R row : rows) {
            make(now, change -> {
                work.accept(change, row);
                return true;
            });
        }
        return rows.size();
    }

    /** Tells the listeners of something that changes nothing. */
    void tell(Happening what, Delivery delivery, @Nullable String detail) {
        tell(AlertEvent.of(what, clock.instant(), delivery, Optional.ofNullable(detail)));
    }

    private void tell(AlertEvent event) {
        for (AlertListener listener : listeners) {
            try {
                listener.on(event);
            } catch (Throwable thrown) { // a listener harms nobody
                LOG.log(
                        Level.WARNING,
                        "A listener failed on {0} of alert {1} ({2}).",
                        event.what(),
                        event.alert(),
                        thrown.getClass().getName());
            }
        }
    }
}
