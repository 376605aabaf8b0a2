/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.notifier.Deadline;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Notifiers;

/**
 * The calls under way: each on a thread of its own, each notifier within its own bound (A5). A call that does not come
 * back keeps its place within that bound after nobody waits for it any longer.
 *
 * <p>Confined to whoever drives the engine, except {@link #free}, {@link #execute} and {@link #close}, which are
 * thread-safe.
 */
final class Flights implements Executor {

    private final Bell bell;
    private final LongSupplier nanos;
    private final Set<Flight> underWay = new LinkedHashSet<>();
    private final Map<String, AtomicInteger> busy = new ConcurrentHashMap<>();
    private final BlockingQueue<Flight> landed = new LinkedBlockingQueue<>();
    private final ExecutorService threads;

    Flights(Bell bell, LongSupplier nanos) {
        this.bell = bell;
        this.nanos = nanos;
        AtomicInteger number = new AtomicInteger();
        this.threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "alert-send-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    private AtomicInteger busy(String notifier) {
        return busy.computeIfAbsent(notifier, id -> new AtomicInteger());
    }

    /** How many more calls a notifier may take now. */
    int free(Notifiers.Entry entry) {
        return entry.maxConcurrent() - busy(entry.id()).get();
    }

    /** A call whose time begins to run. */
    Flight prepare(Delivery delivery, Notifiers.Entry entry, Message message) {
        AtomicInteger calls = busy(entry.id());
        return new Flight(delivery, entry, message, Deadline.in(entry.timeout(), nanos), landed, () -> {
            calls.decrementAndGet();
            bell.ring();
        });
    }

    /** Makes a call. False if there is no thread to be had or the engine is closing: then surely nothing is sent. */
    boolean start(Flight flight) {
        AtomicInteger calls = busy(flight.entry.id());
        underWay.add(flight);
        calls.incrementAndGet();
        try {
            threads.execute(flight);
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError none) {
            calls.decrementAndGet();
            underWay.remove(flight);
            return false;
        }
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    boolean isUnderWay(Delivery delivery) {
        return underWay.stream()
                .anyMatch(flight ->
                        flight.delivery.id().equals(delivery.id()) && flight.delivery.version() == delivery.version());
    }

    /** Stops waiting for calls whose time is over. */
    void checkDeadlines() {
        List.copyOf(underWay).forEach(Flight::checkDeadline);
    }

    /** Stops waiting for all calls. */
    void abandon(String why) {
        underWay.forEach(flight -> flight.abandon(why));
    }

    /** The call that has been over longest, until it is {@linkplain #settled settled}. */
    Optional<Flight> landed() {
        return Optional.ofNullable(landed.peek());
    }

    /** What came of a call is stored. */
    void settled(Flight flight) {
        landed.remove(flight);
        underWay.remove(flight);
    }

    /** Runs something that is no notifier's call, beside the engine. */
    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /** Interrupts the calls under way; they are left to their leases. */
    void close() {
        threads.shutdownNow();
    }
}
