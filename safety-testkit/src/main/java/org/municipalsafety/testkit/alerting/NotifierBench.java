/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.notifier.Address;
import org.municipalsafety.alerting.notifier.Deadline;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Notifier;
import org.municipalsafety.alerting.notifier.NotifierConfigs;
import org.municipalsafety.alerting.notifier.NotifierProvider;
import org.municipalsafety.alerting.notifier.Outcome;

/**
 * Where the rules for notifiers are tried: the notifier under test, its other end, and how a message is sent.
 *
 * @param <C> the notifier's configuration
 */
abstract class NotifierBench<C extends Record> {

    static final Duration AMPLE = Duration.ofSeconds(20);
    static final Duration SHORT = Duration.ofMillis(700);
    static final Duration GRACE = Duration.ofSeconds(4);

    private @Nullable ProviderSide side;
    private @Nullable Notifier notifier;

    NotifierBench() {}

    /**
     * The provider under test.
     *
     * @return the provider
     */
    protected abstract NotifierProvider<C> provider();

    /**
     * Starts the other end; called anew for each test.
     *
     * @return the other end
     */
    protected abstract ProviderSide providerSide();

    /**
     * An address that the other end takes. It must never show up anywhere either, so it is not one that stands in the
     * configuration.
     *
     * @return the address
     */
    protected abstract Address address();

    final void start() {
        ProviderSide started = providerSide();
        side = started;
        notifier = provider().create(NotifierConfigs.read(provider(), started.config()));
    }

    final void stop() {
        if (notifier != null) {
            notifier.close();
        }
        if (side != null) {
            side.close();
        }
    }

    final ProviderSide side() {
        if (side == null) {
            throw new IllegalStateException("The other end has not been started: start() was not called.");
        }
        return side;
    }

    final Notifier notifier() {
        if (notifier == null) {
            throw new IllegalStateException("The notifier has not been made: start() was not called.");
        }
        return notifier;
    }

    final void begin(Trouble trouble) {
        if (!side().begin(trouble)) {
            abort("The other end cannot be " + trouble + ".");
        }
    }

    final Message message(String key) {
        return Message.test(key, "0581", address());
    }

    static Deadline in(Duration time) {
        return Deadline.in(time, System::nanoTime);
    }

    final Outcome send(String key) {
        return within(AMPLE.plus(GRACE), () -> notifier().send(message(key), in(AMPLE)));
    }

    /** Runs on a thread of its own, so that a notifier that never returns fails its rule and stops nothing. */
    static <T> T within(Duration time, Callable<T> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "notifier-contract");
            made.setDaemon(true);
            return made;
        });
        try {
            return thread.submit(work).get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("The notifier did not return within " + time + ".");
        } catch (ExecutionException thrown) {
            Throwable cause = thrown.getCause();
            throw new AssertionError(
                    "The notifier threw "
                            + (cause == null ? "something" : cause.getClass().getName()) + "; expected an outcome.",
                    cause);
        } catch (InterruptedException interrupted) {
            throw new AssertionError("The test was interrupted.", interrupted);
        } finally {
            thread.shutdownNow();
        }
    }
}
