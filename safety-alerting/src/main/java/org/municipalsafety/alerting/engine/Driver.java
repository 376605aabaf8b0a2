/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Has everything done that is due, by hand or on a thread; never by two threads at once.
 *
 * <p>Thread-safe.
 */
final class Driver {

    private static final Logger LOG = System.getLogger(Driver.class.getName());
    private static final Duration WHILE_DRIVEN_BY_HAND = Duration.ofMillis(10);
    private static final Duration WHILE_CALLS_ARE_UNDER_WAY = Duration.ofMillis(20);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Escalation escalation;
    private final Handovers handovers;
    private final Sending sending;
    private final Flights flights;
    private final Audit audit;
    private final Bell bell;
    private final Duration pollEvery;
    private final String node;
    private final ReentrantLock driving = new ReentrantLock();
    private volatile boolean closed;
    private @Nullable Thread runner; // guarded by this

    Driver(
            Escalation escalation,
            Handovers handovers,
            Sending sending,
            Flights flights,
            Audit audit,
            Bell bell,
            Duration pollEvery,
            String node) {
        this.escalation = escalation;
        this.handovers = handovers;
        this.sending = sending;
        this.flights = flights;
        this.audit = audit;
        this.bell = bell;
        this.pollEvery = pollEvery;
        this.node = node;
    }

    /** There may be something to do. */
    void wake() {
        bell.ring();
    }

    int runDue() {
        driving.lock();
        try {
            int done = 0;
            while (!closed) {
                int now = pass();
                done += now;
                if (now == 0) {
                    if (flights.isEmpty()) {
                        break;
                    }
                    await();
                }
            }
            audit.beat();
            return done;
        } finally {
            driving.unlock();
        }
    }

    /** One pass over everything that is due. Needs the lock. */
    private int pass() {
        int done = sending.record();
        done += sending.settleLeases();
        done += escalation.advance();
        done += handovers.follow();
        done += sending.block();
        done += sending.dispatch();
        return done;
    }

    private void await() {
        flights.checkDeadlines();
        try {
            bell.await(WHILE_DRIVEN_BY_HAND);
        } catch (InterruptedException interrupted) {
            // The caller wants to stop: nobody waits any longer for what is under way.
            flights.abandon("interrupted");
            Thread.currentThread().interrupt();
        }
    }

    synchronized void start() {
        if (closed) {
            throw new IllegalStateException("The engine is closed.");
        }
        if (runner == null) {
            Thread thread = new Thread(this::run, "alert-engine");
            thread.setDaemon(true);
            runner = thread;
            thread.start();
        }
    }

    private void run() {
        while (!closed) {
            Duration pause = pollEvery;
            driving.lock();
            try {
                int done = 1;
                while (!closed && done > 0) {
                    done = pass();
                }
                audit.beat();
                if (!flights.isEmpty() && pause.compareTo(WHILE_CALLS_ARE_UNDER_WAY) > 0) {
                    pause = WHILE_CALLS_ARE_UNDER_WAY;
                }
            } catch (Throwable failed) { // whatever it is, escalation must not stop silently
                LOG.log(
                        Level.WARNING,
                        "The alert engine on node {0} cannot work ({1}); it tries again.",
                        node,
                        failed.getClass().getName());
                pause = AFTER_A_FAILURE;
            } finally {
                driving.unlock();
            }
            try {
                bell.await(pause);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    void close() {
        closed = true;
        wake();
        Thread running;
        synchronized (this) {
            running = runner;
        }
        if (running != null && running != Thread.currentThread()) {
            try {
                running.join(5_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        flights.close();
    }
}
