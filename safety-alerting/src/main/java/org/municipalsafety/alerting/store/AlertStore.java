/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.municipalsafety.alerting.alert.Acknowledgement;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Attempt;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.LogEntry;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;

/**
 * The single truth about alerts and deliveries, on which several nodes may work at once.
 *
 * <p>A transaction is serializable, and durable once {@link #transact} has returned: it survives the death of the
 * process at any later point (A1). Whoever has it open sees it from then on, and nobody sees a part of it before. A
 * process that dies in the midst of a transaction keeps nobody else out. Changes are fenced: a row is changed only by
 * whoever has seen its latest version. What is put in is read back equal, instants to the nanosecond.
 *
 * <p>A store that a newer release has written is not opened: an {@link AlertStoreException} says so, and it is left as
 * it is.
 *
 * <p>The promises made here are S1 to S24 of the rules; the test kit's {@code AlertStoreContract} shows each of them.
 *
 * <p>Thread-safe.
 */
public interface AlertStore extends AutoCloseable {

    /**
     * Does some work in one transaction: all of it is kept, or nothing when it throws. The work may be called again
     * from its start when the database asks for it, so it changes nothing but the store.
     *
     * @param <T> the type of the result
     * @param work the work; it keeps the transaction to itself and to its thread
     * @return its result
     * @throws AlertStoreException if the database fails, or the store is closed; whatever the work throws comes through
     *     as it is
     * @throws IllegalStateException if a transaction of this store is running on this thread already; it fails with it
     *     unless the work catches this
     */
    <T> T transact(Function<? super Transaction, ? extends T> work);

    /** Releases the database. May be called more than once; other openings of the same data go on. */
    @Override
    void close();

    /**
     * The rows, within one transaction.
     *
     * <p>Confined to the thread and the call of {@link AlertStore#transact} that it belongs to.
     */
    interface Transaction {

        /**
         * Adds an alert.
         *
         * @param alert the alert
         * @return false if there is one of this id already; it is then left as it is
         */
        boolean insert(RunningAlert alert);

        /**
         * Reads an alert; nobody else changes it until this transaction ends.
         *
         * @param id its id
         * @return the alert, if it is there
         */
        Optional<RunningAlert> alert(String id);

        /**
         * Changes an alert.
         *
         * @param changed the changed alert, its version one more than the one read
         * @return false if somebody else has changed it since; it is then left as it is
         */
        boolean update(RunningAlert changed);

        /**
         * The alerts in some states.
         *
         * @param states the states
         * @return the alerts, in the order in which they were submitted
         */
        List<RunningAlert> alerts(Set<AlertState> states);

        /**
         * The open alerts whose next step or whose end is due, at that instant or before.
         *
         * @param now the time
         * @param limit how many at most
         * @return their ids, the gravest first
         */
        List<String> alertsDue(Instant now, int limit);

        /**
         * Adds a fired step, or changes it.
         *
         * @param step the step
         */
        void put(OpenStep step);

        /**
         * The fired steps of an alert.
         *
         * @param alert the alert's id
         * @return the steps by index
         */
        List<OpenStep> steps(String alert);

        /**
         * The steps whose holder is to be looked at again, at that instant or before.
         *
         * @param now the time
         * @param limit how many at most
         * @return the steps, those due longest first
         */
        List<OpenStep> stepsDue(Instant now, int limit);

        /**
         * Adds a delivery.
         *
         * @param delivery the delivery
         * @return false if there is one of this id already; it is then left as it is
         */
        boolean insert(Delivery delivery);

        /**
         * Reads a delivery.
         *
         * @param id its id
         * @return the delivery, if it is there
         */
        Optional<Delivery> delivery(String id);

        /**
         * Changes a delivery.
         *
         * @param changed the changed delivery, its version one more than the one read
         * @return false if somebody else has changed it since; it is then left as it is
         */
        boolean update(Delivery changed);

        /**
         * All deliveries of an alert.
         *
         * @param alert the alert's id
         * @return the deliveries, in the order in which they were added
         */
        List<Delivery> deliveries(String alert);

        /**
         * The pending and blocked deliveries of a notifier that are due at that instant or before.
         *
         * @param notifier the notifier's id
         * @param now the time
         * @param limit how many at most
         * @return the deliveries, those of the gravest alerts first, then those due longest; no other transaction gets
         *     the same ones before this one ends
         */
        List<Delivery> claimable(String notifier, Instant now, int limit);

        /**
         * The pending deliveries that are due, at that instant or before, and whose notifier is not there.
         *
         * @param present the ids of the notifiers that are there
         * @param now the time
         * @param limit how many at most
         * @return the deliveries, in the order in which they were added
         */
        List<Delivery> stranded(Set<String> present, Instant now, int limit);

        /**
         * The deliveries being sent whose lease is over: {@code leaseUntil} is that instant or before. Whoever takes
         * one over changes it, and so keeps out the node that had it.
         *
         * @param now the time
         * @param limit how many at most
         * @return the deliveries, in the order in which they were added
         */
        List<Delivery> leasesOver(Instant now, int limit);

        /**
         * Adds an attempt, or changes it.
         *
         * @param attempt the attempt
         */
        void put(Attempt attempt);

        /**
         * The attempts of a delivery.
         *
         * @param delivery the delivery's id
         * @return the attempts by number
         */
        List<Attempt> attempts(String delivery);

        /**
         * Adds an acknowledgement; earlier ones stay.
         *
         * @param acknowledgement the acknowledgement
         */
        void add(Acknowledgement acknowledgement);

        /**
         * All acknowledgements of an alert.
         *
         * @param alert the alert's id
         * @return the acknowledgements, in the order in which they were added
         */
        List<Acknowledgement> acknowledgements(String alert);

        /**
         * Adds a line to the log, also when another line says the same; no line is ever changed or taken away.
         *
         * @param event what happened
         * @return the line, its number greater than that of every line that was there
         */
        LogEntry append(AlertEvent event);

        /**
         * The log of an alert.
         *
         * @param alert the alert's id
         * @return its lines in the order of their numbers
         */
        List<LogEntry> log(String alert);

        /**
         * When something is due next.
         *
         * @param ready the ids of the notifiers that can take a message now
         * @param present the ids of the notifiers that are there
         * @return the earliest time at which an alert, a step, a lease or a delivery is due; what waits for a notifier
         *     that is missing or busy does not count
         */
        Optional<Instant> nextDue(Set<String> ready, Set<String> present);
    }
}
