/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import static org.junit.jupiter.api.Assumptions.abort;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.Purpose;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.store.AlertStore;
import org.municipalsafety.core.text.LocalizedText;

/** Where the promises of a store are tried: the store under test, its openings, and the values that are kept in it. */
abstract class AlertStoreBench {

    static final Instant NOW = Instant.parse("2026-11-27T22:40:00.000000001Z");
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration AMPLE = Duration.ofSeconds(60);
    private static final EscalationPolicy POLICY = EscalationPolicy.of(
            "tib",
            Step.position("TIB", Duration.ofMinutes(5), "mail"),
            Step.contact("bo", Duration.ofMinutes(10), "mail", "sms"));

    private final List<AlertStore> openings = new ArrayList<>();

    AlertStoreBench() {}

    /**
     * Opens the store: within one test always the same data, at first empty; a new test has new data.
     *
     * @return an opening of its own, as another node would have one
     */
    protected abstract AlertStore open();

    /** Makes the data, which nobody has open, look as if a newer release had written it. */
    protected void makeNewer() {
        abort("How a newer release would leave the store is not said: makeNewer().");
    }

    /**
     * How another process opens the store, so that it can be killed there.
     *
     * @return how, if it can be opened so
     */
    protected Optional<OtherProcess> otherProcess() {
        return Optional.empty();
    }

    final AlertStore opened() {
        AlertStore store = open();
        openings.add(store);
        return store;
    }

    final void closeAll() {
        openings.forEach(AlertStore::close);
        openings.clear();
    }

    // Work

    static <T> T ask(AlertStore store, Function<AlertStore.Transaction, T> work) {
        return store.transact(work);
    }

    /** The rows, each call in a transaction of its own. */
    static AlertStore.Transaction in(AlertStore store) {
        return (AlertStore.Transaction) Proxy.newProxyInstance(
                AlertStoreBench.class.getClassLoader(),
                new Class<?>[] {AlertStore.Transaction.class},
                (proxy, method, arguments) -> store.<Object>transact(tx -> {
                    try {
                        return method.invoke(tx, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() instanceof RuntimeException cause
                                ? cause
                                : new IllegalStateException(thrown.getCause());
                    } catch (IllegalAccessException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                }));
    }

    static void change(AlertStore store, Consumer<AlertStore.Transaction> work) {
        store.transact(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /** Runs all at once and gives what they gave. */
    static <T> List<T> together(List<Callable<T>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<Future<T>> running = works.stream().map(threads::submit).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get(AMPLE.toSeconds(), TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw new AssertionError("a thread of the store's users failed", failed.getCause());
        } catch (TimeoutException hung) {
            throw new AssertionError("the store keeps its users waiting", hung);
        } finally {
            threads.shutdownNow();
        }
    }

    // Values

    static Alert alert(String id, Severity severity) {
        return new Alert(
                id,
                AlertKind.EXERCISE,
                severity,
                LocalizedText.of("Övning: rök", "Exercise: smoke"),
                LocalizedText.of("Bedöm läget.\nÅterkom.", "Assess the situation."),
                "0581",
                NOW,
                "test");
    }

    static RunningAlert submitted(String id, Severity severity, Instant at) {
        return RunningAlert.submitted(alert(id, severity), POLICY, at);
    }

    static RunningAlert submitted(String id) {
        return submitted(id, Severity.SERIOUS, NOW);
    }

    /** An open alert of the middle severity. */
    static RunningAlert ending(String id, Instant end, Instant nextAt) {
        Instant from = end.minus(Duration.ofHours(1));
        EscalationPolicy policy = POLICY.withExpiresAfter(Duration.ofHours(1));
        return RunningAlert.submitted(alert(id, Severity.SERIOUS), policy, from).at(0, 1, nextAt);
    }

    /** A step whose holder is to be looked at again. */
    static OpenStep watched(String alert, int step, Instant when) {
        return new OpenStep(alert, step, 0, 0, Optional.of("anna"), NOW, Optional.of(when));
    }

    /** A pending delivery; alert, contact and notifier make its id. */
    static Delivery delivery(RunningAlert alert, String contact, String notifier, Instant due) {
        return Delivery.of(alert.alert(), 0, 0, 0, Purpose.ALERT, contact, notifier, due);
    }

    static List<String> contacts(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::contact).toList();
    }

    /** An alert with a pending delivery to each contact, due now. */
    final RunningAlert stored(AlertStore store, String id, String... contacts) {
        RunningAlert alert = submitted(id);
        change(store, tx -> {
            tx.insert(alert);
            for (String contact : contacts) {
                tx.insert(delivery(alert, contact, "mail", NOW));
            }
        });
        return alert;
    }

    /** The first delivery that is due, claimed by a node. */
    static Delivery claimed(AlertStore store, String node, Instant until) {
        return ask(store, tx -> {
            Delivery mine = tx.claimable("mail", NOW, 1).get(0).claimed(node, until);
            tx.update(mine);
            return mine;
        });
    }
}
