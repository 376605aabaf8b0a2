/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.alerting.alert.Acknowledgement;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Attempt;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.LogEntry;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.RunningAlert;

/**
 * Makes alerts known until somebody acknowledges them.
 *
 * <pre>{@code
 * var engine = AlertEngine.builder()
 *         .store(store).notifiers(notifiers).contacts(contacts).onDuty(onDuty)
 *         .clock(clock).zone(ZoneId.of("Europe/Stockholm")).node("server-1")
 *         .build();
 * engine.submit(alert, policy);          // stored when this returns (A1)
 * engine.runDue();                       // sends what is due now
 * engine.acknowledge("larm-1", "anna");  // stops everything in one transaction (A3)
 * }</pre>
 *
 * <p><b>Escalation.</b> The policy is copied when the alert is submitted (A4). A step fires when it is due; who holds
 * its position is looked up then, and again at each handover for as long as the alert is open: the incoming holder is
 * alerted at once, the outgoing one told (and no longer sent what had not reached them). A handover never delays the
 * next step. A position that falls empty stays with its last holder until somebody takes over. A step that can alert
 * nobody is skipped at once; where a whole round could alert nobody, the next one waits for the time of its last step.
 * A step none of whose messages could be sent ends at once. After the last round the alert is {@link AlertState#DEAD}:
 * no further step, but what is still to be sent is sent, and it can still be acknowledged.
 *
 * <p><b>Acknowledgement.</b> Who and when are recorded, what is pending is cancelled and the escalation stops, in one
 * transaction (A3). If the person holds the position of a step that alerted them, the acknowledgement is asked for
 * again when that duty ends and another takes over: the alert is open again, with the time of that step (A4).
 *
 * <p><b>Sending.</b> The intent is written before a notifier is called (A1). Each notifier has its own bound of calls
 * and its own timeout; a call that does not come back keeps its place within that bound and harms no other notifier
 * (A5). When a lease runs out, after a crash, or a call times out or throws, nobody knows whether the message was sent:
 * it is sent again with the same key, or not, as the provider says (A2).
 *
 * <p>Thread-safe; several nodes may work on one store, each with an engine of its own. The engine starts threads when
 * it sends, and one more in {@link #start()}.
 */
public final class AlertEngine implements AutoCloseable {

    private final Changes changes;
    private final Acts acts;
    private final Audit audit;
    private final Sending sending;
    private final Driver driver;

    AlertEngine(Changes changes, Acts acts, Audit audit, Sending sending, Driver driver) {
        this.changes = changes;
        this.acts = acts;
        this.audit = audit;
        this.sending = sending;
        this.driver = driver;
    }

    /**
     * A builder.
     *
     * @return a builder that needs a store, notifiers, contacts, a lookup, a clock, a zone and a node
     */
    public static AlertEngineBuilder builder() {
        return new AlertEngineBuilder();
    }

    // What callers ask for

    /**
     * Takes an alert. When this returns, the alert is stored and is not lost (A1); nothing has been sent yet.
     *
     * @param alert the alert
     * @param policy its policy, copied now (A4)
     * @return true if it is new; false if the same alert was submitted before, which changes nothing
     * @throws AlertException if another alert has this id
     * @throws org.municipalsafety.alerting.store.AlertStoreException if it could not be stored
     */
    public boolean submit(Alert alert, EscalationPolicy policy) {
        requireNonNull(alert, "alert");
        requireNonNull(policy, "policy");
        boolean added = acts.submit(alert, policy);
        driver.wake();
        return added;
    }

    /**
     * Takes a person's acknowledgement: who and when are recorded, pending deliveries are cancelled and the escalation
     * stops, in one transaction (A3). A further acknowledgement is recorded and changes nothing else; the same person's
     * is not recorded twice.
     *
     * @param alert the alert's id
     * @param person the person's id
     * @return the acknowledgement that holds, which is the first one
     * @throws AlertException if there is no such alert, or it is closed or expired
     */
    public Acknowledgement acknowledge(String alert, String person) {
        Alert.requireId(person, "person");
        Acknowledgement holds = acts.acknowledge(alert, person);
        driver.wake();
        return holds;
    }

    /**
     * Ends an alert: nothing more needs to be done, and nobody is asked at the next handover. Closing it again changes
     * nothing.
     *
     * @param alert the alert's id
     * @param person the id of the person who says so
     * @throws AlertException if there is no such alert
     */
    public void closeAlert(String alert, String person) {
        Alert.requireId(person, "person");
        acts.close(alert, person);
    }

    /**
     * An alert and how far it has come.
     *
     * @param alert the alert's id
     * @return the alert, if there is one
     */
    public Optional<RunningAlert> find(String alert) {
        return changes.read(rows -> rows.alert(alert));
    }

    /**
     * The alerts in some states, such as {@link AlertState#DEAD} and {@link AlertState#EXPIRED} for an operator's list.
     *
     * @param states the states
     * @return the alerts, in the order in which they were submitted
     */
    public List<RunningAlert> alerts(AlertState... states) {
        Set<AlertState> wanted = EnumSet.noneOf(AlertState.class);
        wanted.addAll(Arrays.asList(states));
        return changes.read(rows -> rows.alerts(wanted));
    }

    /**
     * The deliveries of an alert.
     *
     * @param alert the alert's id
     * @return the deliveries, in the order in which they were decided
     */
    public List<Delivery> deliveries(String alert) {
        return changes.read(rows -> rows.deliveries(alert));
    }

    /**
     * The tries of a delivery.
     *
     * @param delivery the delivery's id
     * @return the tries in order
     */
    public List<Attempt> attempts(String delivery) {
        return changes.read(rows -> rows.attempts(delivery));
    }

    /**
     * Who has acknowledged an alert, also before it was asked for again.
     *
     * @param alert the alert's id
     * @return the acknowledgements in order
     */
    public List<Acknowledgement> acknowledgements(String alert) {
        return changes.read(rows -> rows.acknowledgements(alert));
    }

    /**
     * What has happened to an alert.
     *
     * @param alert the alert's id
     * @return the lines of its log in order
     */
    public List<LogEntry> log(String alert) {
        return changes.read(rows -> rows.log(alert));
    }

    /**
     * What an auditor looks for: steps and messages that should have gone out and have not (A9).
     *
     * @param tolerance how late something may be before it counts
     * @return what is late, open alerts and dead ones alike; empty when all is well
     */
    public List<Late> late(Duration tolerance) {
        return audit.late(tolerance);
    }

    // Driving

    /**
     * Does everything that is due at the clock's instant, and returns when nothing is left to do and no call is under
     * way. A notifier that does not answer holds this up until its timeout, while the others go on.
     *
     * @return how many things were done: steps, messages, handovers
     */
    public int runDue() {
        return driver.runDue();
    }

    /**
     * When something is due next. What waits for a notifier that is missing, or that is busy to its bound, does not
     * count.
     *
     * @return the instant, possibly in the past; empty when nothing is to come
     */
    public Optional<Instant> nextDue() {
        return sending.nextDue();
    }

    /**
     * Starts a thread that does what is due, until {@link #close()}. Starting it twice changes nothing.
     *
     * @throws IllegalStateException if the engine is closed
     */
    public void start() {
        driver.start();
    }

    /**
     * Stops: calls under way are interrupted and count as unknown when their lease is over. Store and notifiers stay
     * open; they belong to the caller. May be called more than once.
     */
    @Override
    public void close() {
        driver.close();
    }
}
