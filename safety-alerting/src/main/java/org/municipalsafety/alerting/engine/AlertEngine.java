/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.alert.Acknowledgement;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Attempt;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.alert.LogEntry;
import org.municipalsafety.alerting.alert.Purpose;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.escalation.Target;
import org.municipalsafety.alerting.notifier.Address;
import org.municipalsafety.alerting.notifier.Contacts;
import org.municipalsafety.alerting.notifier.Deadline;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.alerting.notifier.OnUnknownOutcome;
import org.municipalsafety.alerting.notifier.Outcome;
import org.municipalsafety.alerting.store.AlertStore;

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

    private static final Logger LOG = System.getLogger(AlertEngine.class.getName());
    private static final int BATCH = 100;
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final String UNKNOWN_OUTCOME = "unknown-outcome";

    private final AlertStore store;
    private final Notifiers notifiers;
    private final Contacts contacts;
    private final OnDuty onDuty;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final ZoneId zone;
    private final String node;
    private final List<AlertListener> listeners;
    private final Duration leaseBeyondTimeout;
    private final Duration pollEvery;
    private final Duration lateAfter;
    private final @Nullable Duration beatEvery;
    private final Consumer<Instant> heartbeat;

    private final ReentrantLock driving = new ReentrantLock();
    private final Set<Flight> inFlight = new LinkedHashSet<>(); // guarded by driving
    private final Map<String, AtomicInteger> busy = new java.util.concurrent.ConcurrentHashMap<>();
    private final BlockingQueue<Flight> landed = new LinkedBlockingQueue<>();
    private final Semaphore bell = new Semaphore(0);
    private final ExecutorService threads;
    private final AtomicInteger beating = new AtomicInteger();
    private @Nullable Instant lastBeat; // guarded by driving
    private volatile boolean closed;
    private @Nullable Thread runner; // guarded by this

    private AlertEngine(Builder from) {
        this.store = from.need(from.store, "store");
        this.notifiers = from.need(from.notifiers, "notifiers");
        this.contacts = from.need(from.contacts, "contacts");
        this.onDuty = from.need(from.onDuty, "onDuty");
        this.clock = from.need(from.clock, "clock");
        this.zone = from.need(from.zone, "zone");
        this.node = Alert.requireId(from.need(from.node, "node"), "node");
        this.nanos = from.nanos;
        this.listeners = List.copyOf(from.listeners);
        this.leaseBeyondTimeout = from.leaseBeyondTimeout;
        this.pollEvery = from.pollEvery;
        this.lateAfter = from.lateAfter;
        this.beatEvery = from.beatEvery;
        this.heartbeat = from.heartbeat;
        AtomicInteger number = new AtomicInteger();
        this.threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "alert-send-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * A builder.
     *
     * @return a builder that needs a store, notifiers, contacts, a lookup, a clock, a zone and a node
     */
    public static Builder builder() {
        return new Builder();
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
        Instant now = clock.instant();
        List<AlertEvent> events = new ArrayList<>();
        boolean added = store.transact(tx -> {
            events.clear();
            if (tx.insert(RunningAlert.submitted(alert, policy, now))) {
                log(tx, events, AlertEvent.of(Happening.SUBMITTED, now, alert.id()));
                return true;
            }
            RunningAlert other = tx.alert(alert.id()).orElseThrow();
            if (!other.alert().equals(alert)) {
                throw new AlertException(alert.id(), """
                        There is another alert with the id %s, submitted at %s.
                        Maybe the id is used twice; the same id means the same alert.""".formatted(alert.id(), other.submittedAt()));
            }
            return false;
        });
        tell(events);
        ring();
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
        Instant now = clock.instant();
        List<AlertEvent> events = new ArrayList<>();
        Acknowledgement holds = store.transact(tx -> {
            events.clear();
            RunningAlert running = find(tx, alert);
            if (running.state() == AlertState.CLOSED || running.state() == AlertState.EXPIRED) {
                throw new AlertException(
                        alert, "The alert %s is %s; expected one that is not over.".formatted(alert, running.state()));
            }
            Acknowledgement given = new Acknowledgement(alert, person, now);
            Acknowledgement first = running.acknowledgement();
            if (running.state() == AlertState.ACKNOWLEDGED && first != null) {
                if (!first.person().equals(person)) {
                    tx.add(given);
                    log(tx, events, AlertEvent.of(Happening.ALSO_ACKNOWLEDGED, now, alert, null, person, null));
                }
                return first;
            }
            tx.add(given);
            Integer heldStep = null;
            for (OpenStep step : tx.steps(alert)) {
                Holding holding =
                        holding(running.policy().steps().get(step.step()).target(), now);
                boolean onDutyNow = person.equals(step.contact())
                        && person.equals(holding.holder().orElse(null))
                        && holding.until().isPresent();
                if (onDutyNow) {
                    if (heldStep != null) {
                        unwatch(tx, alert, heldStep);
                    }
                    heldStep = step.step();
                    tx.put(step.watched(holding.until().orElseThrow()));
                } else if (step.watchAt() != null) {
                    tx.put(step.watched(null));
                }
            }
            must(tx.update(running.heldBy(given, heldStep)));
            log(tx, events, AlertEvent.of(Happening.ACKNOWLEDGED, now, alert, heldStep, person, null));
            stopDeliveries(tx, tx.deliveries(alert), DeliveryState.CANCELLED, Happening.CANCELLED, now, events);
            return given;
        });
        tell(events);
        ring();
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
        Instant now = clock.instant();
        List<AlertEvent> events = new ArrayList<>();
        store.transact(tx -> {
            events.clear();
            RunningAlert running = find(tx, alert);
            if (running.state() == AlertState.CLOSED) {
                return false;
            }
            end(tx, running, AlertState.CLOSED);
            log(tx, events, AlertEvent.of(Happening.CLOSED, now, alert, null, person, null));
            stopDeliveries(tx, tx.deliveries(alert), DeliveryState.CANCELLED, Happening.CANCELLED, now, events);
            return true;
        });
        tell(events);
    }

    /**
     * An alert and how far it has come.
     *
     * @param alert the alert's id
     * @return the alert, if there is one
     */
    public Optional<RunningAlert> find(String alert) {
        return store.transact(tx -> tx.alert(alert));
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
        return store.transact(tx -> tx.alerts(wanted));
    }

    /**
     * The deliveries of an alert.
     *
     * @param alert the alert's id
     * @return the deliveries, in the order in which they were decided
     */
    public List<Delivery> deliveries(String alert) {
        return store.transact(tx -> tx.deliveries(alert));
    }

    /**
     * The tries of a delivery.
     *
     * @param delivery the delivery's id
     * @return the tries in order
     */
    public List<Attempt> attempts(String delivery) {
        return store.transact(tx -> tx.attempts(delivery));
    }

    /**
     * Who has acknowledged an alert, also before it was asked for again.
     *
     * @param alert the alert's id
     * @return the acknowledgements in order
     */
    public List<Acknowledgement> acknowledgements(String alert) {
        return store.transact(tx -> tx.acknowledgements(alert));
    }

    /**
     * What has happened to an alert.
     *
     * @param alert the alert's id
     * @return the lines of its log in order
     */
    public List<LogEntry> log(String alert) {
        return store.transact(tx -> tx.log(alert));
    }

    /**
     * What an auditor looks for: steps and messages that should have gone out and have not (A9).
     *
     * @param tolerance how late something may be before it counts
     * @return what is late, open alerts and dead ones alike; empty when all is well
     */
    public List<Late> late(Duration tolerance) {
        Instant limit = clock.instant().minus(tolerance);
        return store.transact(tx -> {
            List<Late> late = new ArrayList<>();
            for (RunningAlert running : tx.alerts(EnumSet.of(AlertState.OPEN, AlertState.DEAD))) {
                String id = running.alert().id();
                Instant next = running.nextAt();
                if (next != null && next.isBefore(limit)) {
                    late.add(new Late(id, Late.What.STEP, next, null));
                }
                for (Delivery delivery : tx.deliveries(id)) {
                    if (!delivery.state().isOver() && delivery.due().isBefore(limit)) {
                        Late.What what = delivery.state() == DeliveryState.BLOCKED
                                ? Late.What.BLOCKED_DELIVERY
                                : Late.What.DELIVERY;
                        late.add(new Late(id, what, delivery.due(), delivery.id()));
                    }
                }
            }
            return late;
        });
    }

    // Driving

    /**
     * Does everything that is due at the clock's instant, and returns when nothing is left to do and no call is under
     * way. A notifier that does not answer holds this up until its timeout, while the others go on.
     *
     * @return how many things were done: steps, messages, handovers
     */
    public int runDue() {
        driving.lock();
        try {
            int done = 0;
            while (!closed) {
                int now = pass();
                done += now;
                if (now == 0) {
                    if (inFlight.isEmpty()) {
                        break;
                    }
                    await(Duration.ofMillis(10));
                }
            }
            beat();
            return done;
        } finally {
            driving.unlock();
        }
    }

    /**
     * When something is due next. What waits for a notifier that is missing, or that is busy to its bound, does not
     * count.
     *
     * @return the instant, possibly in the past; empty when nothing is to come
     */
    public Optional<Instant> nextDue() {
        Set<String> present = notifiers.ids();
        Set<String> ready = new LinkedHashSet<>();
        for (String id : present) {
            if (free(id) > 0) {
                ready.add(id);
            }
        }
        return store.transact(tx -> tx.nextDue(ready, present));
    }

    /**
     * Starts a thread that does what is due, until {@link #close()}. Starting it twice changes nothing.
     *
     * @throws IllegalStateException if the engine is closed
     */
    public synchronized void start() {
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
                beat();
                if (!inFlight.isEmpty()) {
                    pause = pause.compareTo(Duration.ofMillis(20)) < 0 ? pause : Duration.ofMillis(20);
                }
            } catch (Throwable failed) { // whatever it is, escalation must not stop silently
                LOG.log(
                        Level.WARNING,
                        "The alert engine on node {0} cannot work ({1}); it tries again.",
                        node,
                        failed.getClass().getName());
                pause = Duration.ofSeconds(1);
            } finally {
                driving.unlock();
            }
            try {
                listen(pause);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void listen(Duration pause) throws InterruptedException {
        if (bell.tryAcquire(Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    private void ring() {
        bell.release();
    }

    /**
     * Stops: calls under way are interrupted and count as unknown when their lease is over. Store and notifiers stay
     * open; they belong to the caller. May be called more than once.
     */
    @Override
    public void close() {
        closed = true;
        ring();
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
        threads.shutdownNow();
    }

    /** One pass over everything that is due. Needs the lock. */
    private int pass() {
        int done = record();
        done += expiredLeases();
        done += advance();
        done += handovers();
        done += block();
        done += dispatch();
        return done;
    }

    private void await(Duration time) {
        for (Flight flight : List.copyOf(inFlight)) {
            flight.checkDeadline();
        }
        try {
            listen(time);
        } catch (InterruptedException interrupted) {
            // The caller wants to stop: nobody waits any longer for what is under way.
            inFlight.forEach(flight -> flight.abandon("interrupted"));
            Thread.currentThread().interrupt();
        }
    }

    // Escalation

    private int advance() {
        Instant now = clock.instant();
        List<String> due = store.transact(tx -> tx.alertsDue(now, BATCH));
        for (String id : due) {
            List<AlertEvent> events = new ArrayList<>();
            store.transact(tx -> {
                events.clear();
                return advance(tx, id, now, events);
            });
            tell(events);
        }
        return due.size();
    }

    private boolean advance(AlertStore.Transaction tx, String id, Instant now, List<AlertEvent> events) {
        RunningAlert running = tx.alert(id).orElseThrow();
        if (running.state() != AlertState.OPEN) {
            return false;
        }
        Instant end = running.expiresAt();
        if (end != null && !end.isAfter(now)) {
            end(tx, running, AlertState.EXPIRED);
            log(tx, events, AlertEvent.of(Happening.EXPIRED, now, id));
            stopDeliveries(tx, tx.deliveries(id), DeliveryState.EXPIRED, Happening.CANCELLED, now, events);
            return true;
        }
        Instant next = running.nextAt();
        if (next == null || next.isAfter(now)) {
            return false;
        }
        List<Step> steps = running.policy().steps();
        int round = running.round();
        int index = running.nextStep();
        while (true) {
            if (index == steps.size()) {
                if (round >= running.policy().repeats()) {
                    end(tx, running, AlertState.DEAD);
                    log(tx, events, AlertEvent.of(Happening.DIED, now, id));
                    return true;
                }
                round++;
                index = 0;
                log(tx, events, AlertEvent.of(Happening.ROUND_STARTED, now, id));
            }
            Step step = steps.get(index);
            Holding holding = holding(step.target(), now);
            String contact = holding.holder().orElse(null);
            Instant watch =
                    step.target() instanceof Target.Position ? holding.until().orElse(null) : null;
            boolean alerted = contact != null && reachable(contact, step);
            int turn = turn(tx, id, index, round);
            if (alerted && contact != null) {
                tx.put(new OpenStep(id, index, round, turn, contact, now, watch));
                log(tx, events, AlertEvent.of(Happening.STEP_FIRED, now, id, index, contact, null));
                deliver(tx, running.alert(), round, index, turn, Purpose.ALERT, contact, step, now);
            } else {
                tx.put(new OpenStep(id, index, round, turn, null, now, watch));
                String why = contact == null ? "nobody" : "no-channel";
                log(tx, events, AlertEvent.of(Happening.STEP_SKIPPED, now, id, index, contact, why));
            }
            index++;
            if (alerted || (index == steps.size() && !anybody(tx, id, round))) {
                must(tx.update(running.at(round, index, now.plus(step.acknowledgeWithin()))));
                return true;
            }
        }
    }

    /**
     * Who is asked again goes on from the step of the one who had it, through steps and rounds that may have fired
     * before: a step that fires again in its round counts on, so that its messages are new ones.
     */
    private static int turn(AlertStore.Transaction tx, String alert, int index, int round) {
        return tx.steps(alert).stream()
                .filter(step -> step.step() == index && step.round() == round)
                .mapToInt(step -> step.turn() + 1)
                .findFirst()
                .orElse(0);
    }

    private static boolean anybody(AlertStore.Transaction tx, String alert, int round) {
        return tx.steps(alert).stream().anyMatch(step -> step.round() == round && step.contact() != null);
    }

    private void deliver(
            AlertStore.Transaction tx,
            Alert alert,
            int round,
            int index,
            int turn,
            Purpose purpose,
            String contact,
            Step step,
            Instant now) {
        for (String notifier : step.notifiers()) {
            if (canReach(contact, notifier)) {
                tx.insert(Delivery.of(alert, round, index, turn, purpose, contact, notifier, now));
            }
        }
    }

    private boolean reachable(String contact, Step step) {
        return step.notifiers().stream().anyMatch(notifier -> canReach(contact, notifier));
    }

    /** A notifier that is missing may have an address for the contact once it is back. */
    private boolean canReach(String contact, String notifier) {
        Optional<Notifiers.Entry> entry = notifiers.find(notifier);
        return entry.isEmpty() || address(contact, entry.get().type()).isPresent();
    }

    private Optional<Address> address(String contact, String type) {
        try {
            return requireNonNull(contacts.address(contact, type), "address");
        } catch (RuntimeException | LinkageError failed) {
            LOG.log(
                    Level.WARNING,
                    "The address of contact {0} for {1} cannot be looked up ({2}).",
                    contact,
                    type,
                    failed.getClass().getName());
            return Optional.empty();
        }
    }

    private Holding holding(Target target, Instant now) {
        if (target instanceof Target.Contact contact) {
            return Holding.by(contact.id());
        }
        String position = ((Target.Position) target).id();
        try {
            Holding holding = requireNonNull(onDuty.at(position, now), "holding");
            Instant until = holding.until().orElse(null);
            if (until == null || until.isAfter(now)) {
                return holding;
            }
            LOG.log(Level.WARNING, "The answer who holds {0} at {1} ends before it begins.", position, now);
            Instant again = now.plus(LOOK_AGAIN);
            return holding.holder().map(holder -> Holding.by(holder, again)).orElseGet(() -> Holding.nobody(again));
        } catch (RuntimeException | LinkageError failed) {
            LOG.log(
                    Level.WARNING,
                    "Who holds {0} at {1} cannot be looked up ({2}).",
                    position,
                    now,
                    failed.getClass().getName());
            return Holding.nobody(now.plus(LOOK_AGAIN));
        }
    }

    // Handover (A4)

    private int handovers() {
        Instant now = clock.instant();
        List<OpenStep> due = store.transact(tx -> tx.stepsDue(now, BATCH));
        for (OpenStep seen : due) {
            List<AlertEvent> events = new ArrayList<>();
            store.transact(tx -> {
                events.clear();
                return handover(tx, seen, now, events);
            });
            tell(events);
        }
        return due.size();
    }

    private boolean handover(AlertStore.Transaction tx, OpenStep seen, Instant now, List<AlertEvent> events) {
        RunningAlert running = tx.alert(seen.alert()).orElseThrow();
        OpenStep open = tx.steps(seen.alert()).stream()
                .filter(step -> step.step() == seen.step())
                .findFirst()
                .orElseThrow();
        if (open.watchAt() == null || open.watchAt().isAfter(now)) {
            return false;
        }
        boolean held = running.state() == AlertState.ACKNOWLEDGED;
        if (running.state() != AlertState.OPEN && !held) {
            tx.put(open.watched(null));
            return false;
        }
        Instant end = running.expiresAt();
        if (held && end != null && !end.isAfter(now)) {
            tx.put(open.watched(null)); // its time is over and somebody had it: nobody is asked again
            return false;
        }
        Step step = running.policy().steps().get(open.step());
        Holding holding = holding(step.target(), now);
        String incoming = holding.holder().orElse(null);
        String outgoing = open.contact();
        Instant watch = holding.until().orElse(null);
        if (incoming == null || incoming.equals(outgoing) || !reachable(incoming, step)) {
            tx.put(open.watched(watch));
            if (outgoing != null && !outgoing.equals(incoming)) {
                String why = incoming == null ? "nobody" : "no-channel";
                log(
                        tx,
                        events,
                        AlertEvent.of(Happening.HANDED_TO_NOBODY, now, seen.alert(), open.step(), outgoing, why));
            }
            return true;
        }
        OpenStep next = open.takenOver(incoming, watch);
        tx.put(next);
        log(tx, events, AlertEvent.of(Happening.HANDED_OVER, now, seen.alert(), open.step(), incoming, outgoing));
        Alert alert = running.alert();
        deliver(tx, alert, next.round(), next.step(), next.turn(), Purpose.TAKEN_OVER, incoming, step, now);
        if (outgoing != null) {
            // What has not reached the outgoing holder would only confuse now.
            stopDeliveries(
                    tx,
                    tx.deliveries(seen.alert()).stream()
                            .filter(delivery -> delivery.step() == seen.step()
                                    && delivery.contact().equals(outgoing))
                            .collect(Collectors.toList()),
                    DeliveryState.CANCELLED,
                    Happening.CANCELLED,
                    now,
                    events);
            deliver(tx, alert, next.round(), next.step(), next.turn(), Purpose.HANDED_OVER, outgoing, step, now);
        }
        if (held) {
            log(tx, events, AlertEvent.of(Happening.ASKED_AGAIN, now, seen.alert(), open.step(), incoming, outgoing));
            must(tx.update(running.at(next.round(), open.step() + 1, now.plus(step.acknowledgeWithin()))));
        }
        return true;
    }

    // Sending

    private int block() {
        Set<String> present = notifiers.ids();
        Instant now = clock.instant();
        List<AlertEvent> events = new ArrayList<>();
        int blocked = store.transact(tx -> {
            events.clear();
            List<Delivery> stranded = tx.stranded(present, now, BATCH);
            for (Delivery delivery : stranded) {
                must(tx.update(delivery.become(DeliveryState.BLOCKED, delivery.due(), delivery.code())));
                log(tx, events, AlertEvent.of(Happening.BLOCKED, now, delivery, "notifier-missing"));
            }
            return stranded.size();
        });
        for (AlertEvent event : events) {
            LOG.log(
                    Level.WARNING,
                    "Delivery {0} of alert {1} waits for the notifier {2}, which is missing.",
                    event.delivery(),
                    event.alert(),
                    event.notifier());
        }
        tell(events);
        return blocked;
    }

    private AtomicInteger busy(String notifier) {
        return busy.computeIfAbsent(notifier, id -> new AtomicInteger());
    }

    private int free(String notifier) {
        return notifiers
                .find(notifier)
                .map(entry -> entry.maxConcurrent() - busy(notifier).get())
                .orElse(0);
    }

    private record Claim(Delivery delivery, RunningAlert running) {}

    private int dispatch() {
        int sent = 0;
        for (String id : notifiers.ids()) {
            Optional<Notifiers.Entry> entry = notifiers.find(id);
            int free = free(id);
            if (entry.isPresent() && free > 0) {
                sent += dispatch(entry.get(), free);
            }
        }
        return sent;
    }

    private int dispatch(Notifiers.Entry entry, int free) {
        Instant now = clock.instant();
        List<AlertEvent> events = new ArrayList<>();
        List<Claim> claims = store.transact(tx -> {
            events.clear();
            List<Claim> claimed = new ArrayList<>();
            for (Delivery delivery : tx.claimable(entry.id(), now, free)) {
                RunningAlert running = tx.alert(delivery.alert()).orElseThrow();
                if (UNKNOWN_OUTCOME.equals(delivery.code()) && entry.onUnknownOutcome() == OnUnknownOutcome.ESCALATE) {
                    Delivery over = delivery.become(DeliveryState.UNKNOWN, now, UNKNOWN_OUTCOME);
                    must(tx.update(over));
                    log(tx, events, AlertEvent.of(Happening.UNKNOWN, now, over, UNKNOWN_OUTCOME));
                    endStepIfLost(tx, over, now, events);
                    continue;
                }
                Delivery mine = delivery.claimed(node, now.plus(entry.timeout()).plus(leaseBeyondTimeout));
                must(tx.update(mine));
                tx.put(new Attempt(mine.id(), mine.attempts(), node, now, null, null, null));
                events.add(AlertEvent.of(Happening.CLAIMED, now, mine, null));
                claimed.add(new Claim(mine, running));
            }
            return claimed;
        });
        tell(events);
        for (Claim claim : claims) {
            launch(entry, claim);
        }
        return events.size();
    }

    private void launch(Notifiers.Entry entry, Claim claim) {
        Delivery delivery = claim.delivery();
        Optional<Address> address = address(delivery.contact(), entry.type());
        if (address.isEmpty()) {
            record(delivery, entry, Outcome.permanent("no-address"));
            return;
        }
        Message message;
        try {
            message = MessageText.message(
                    claim.running().alert(),
                    claim.running().policy().steps().get(delivery.step()),
                    delivery,
                    address.get(),
                    entry.limits(),
                    zone);
        } catch (RuntimeException unwritable) {
            record(delivery, entry, Outcome.permanent("no-message"));
            return;
        }
        AtomicInteger calls = busy(entry.id());
        Flight flight = new Flight(delivery, entry, message, Deadline.in(entry.timeout(), nanos), landed, () -> {
            calls.decrementAndGet();
            ring();
        });
        tell(List.of(AlertEvent.of(Happening.SENDING, clock.instant(), delivery, null)));
        inFlight.add(flight);
        calls.incrementAndGet();
        try {
            threads.execute(flight);
        } catch (RejectedExecutionException
                | OutOfMemoryError none) { // closing, or no thread to be had: surely not sent
            calls.decrementAndGet();
            inFlight.remove(flight);
            record(delivery, entry, Outcome.retryable("no-thread"));
        }
    }

    /** Stores the outcomes of calls that are over. */
    private int record() {
        for (Flight flight : List.copyOf(inFlight)) {
            flight.checkDeadline();
        }
        int done = 0;
        Flight flight;
        while ((flight = landed.peek()) != null) {
            tell(List.of(AlertEvent.of(
                    Happening.ANSWERED,
                    clock.instant(),
                    flight.delivery,
                    flight.outcome().toString())));
            record(
                    flight.delivery,
                    flight.entry,
                    flight.outcome()); // when the store fails the flight stays in the queue
            landed.remove(flight);
            inFlight.remove(flight);
            done++;
        }
        return done;
    }

    private void record(Delivery delivery, Notifiers.Entry entry, Outcome outcome) {
        Instant now = clock.instant();
        List<AlertEvent> events = new ArrayList<>();
        store.transact(tx -> {
            events.clear();
            Delivery current = tx.delivery(delivery.id()).orElseThrow();
            if (current.version() != delivery.version()) {
                return false; // the lease was over and somebody else has taken it
            }
            tx.put(new Attempt(
                    delivery.id(),
                    delivery.attempts(),
                    node,
                    now,
                    now,
                    outcome.verdict().name(),
                    outcome.code().orElse(null)));
            settle(tx, current, entry, outcome, now, false, events);
            return true;
        });
        for (AlertEvent event : events) {
            if (event.what() == Happening.FAILED
                    || event.what() == Happening.GAVE_UP
                    || event.what() == Happening.UNKNOWN) {
                LOG.log(
                        Level.WARNING,
                        "Delivery {0} of alert {1} through {2}: {3} ({4}).",
                        event.delivery(),
                        event.alert(),
                        event.notifier(),
                        event.what(),
                        event.detail());
            }
        }
        tell(events);
    }

    private int expiredLeases() {
        Instant now = clock.instant();
        List<AlertEvent> events = new ArrayList<>();
        int over = store.transact(tx -> {
            events.clear();
            int count = 0;
            for (Delivery delivery : tx.leasesOver(now, BATCH)) {
                if (isUnderWayHere(delivery)) {
                    continue; // still under way here; the timeout is the measure, not the wall clock
                }
                settle(
                        tx,
                        delivery,
                        notifiers.find(delivery.notifier()).orElse(null),
                        Outcome.unknown("lease-over"),
                        now,
                        true,
                        events);
                count++;
            }
            return count;
        });
        tell(events);
        return over;
    }

    private boolean isUnderWayHere(Delivery delivery) {
        return inFlight.stream()
                .anyMatch(flight ->
                        flight.delivery.id().equals(delivery.id()) && flight.delivery.version() == delivery.version());
    }

    /** Decides what becomes of a delivery after an outcome, in the transaction that stores it. */
    private void settle(
            AlertStore.Transaction tx,
            Delivery delivery,
            Notifiers.@Nullable Entry entry,
            Outcome outcome,
            Instant now,
            boolean crashed,
            List<AlertEvent> events) {
        String code = outcome.code().orElse(null);
        if (outcome.isSuccess()) {
            become(tx, delivery, DeliveryState.SENT, now, null, Happening.SENT, events);
            return;
        }
        AlertState state = tx.alert(delivery.alert()).orElseThrow().state();
        boolean wanted = state == AlertState.OPEN || state == AlertState.DEAD;
        switch (outcome.verdict()) {
            case RETRYABLE -> {
                if (!wanted) {
                    DeliveryState end = state == AlertState.EXPIRED ? DeliveryState.EXPIRED : DeliveryState.CANCELLED;
                    become(tx, delivery, end, now, code, Happening.CANCELLED, events);
                } else if (entry == null || delivery.attempts() < entry.maxAttempts()) {
                    Instant again = now.plus(pause(delivery, entry, outcome));
                    become(tx, delivery, DeliveryState.PENDING, again, code, Happening.RETRY, events);
                } else {
                    become(tx, delivery, DeliveryState.DEAD, now, code, Happening.GAVE_UP, events);
                }
            }
            case PERMANENT -> become(tx, delivery, DeliveryState.FAILED, now, code, Happening.FAILED, events);
            default -> {
                if (!wanted) {
                    become(tx, delivery, DeliveryState.UNKNOWN, now, code, Happening.UNKNOWN, events);
                } else if (entry == null) {
                    become(tx, delivery, DeliveryState.BLOCKED, now, UNKNOWN_OUTCOME, Happening.BLOCKED, events);
                } else if (entry.onUnknownOutcome() == OnUnknownOutcome.ESCALATE
                        || delivery.attempts() >= entry.maxAttempts()) {
                    become(tx, delivery, DeliveryState.UNKNOWN, now, code, Happening.UNKNOWN, events);
                } else {
                    Instant again = crashed ? now : now.plus(pause(delivery, entry, outcome));
                    become(tx, delivery, DeliveryState.PENDING, again, code, Happening.RESEND, events);
                }
            }
        }
    }

    private static Duration pause(Delivery delivery, Notifiers.@Nullable Entry entry, Outcome outcome) {
        Duration wait = Duration.ofSeconds(15);
        try {
            if (entry != null) {
                wait = entry.provider().waitAfter(delivery.attempts());
            }
        } catch (RuntimeException | LinkageError broken) {
            LOG.log(
                    Level.WARNING,
                    "The provider of notifier {0} cannot say how long to wait ({1}).",
                    delivery.notifier(),
                    broken.getClass().getName());
        }
        Duration asked = outcome.retryAfter().orElse(Duration.ZERO);
        Duration longer = asked.compareTo(wait) > 0 ? asked : wait;
        return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer.isNegative() ? Duration.ZERO : longer;
    }

    private void become(
            AlertStore.Transaction tx,
            Delivery delivery,
            DeliveryState state,
            Instant when,
            @Nullable String code,
            Happening what,
            List<AlertEvent> events) {
        Delivery changed = delivery.become(state, when, code);
        must(tx.update(changed));
        log(tx, events, AlertEvent.of(what, clock.instant(), changed, code));
        if (state.isFailure()) {
            endStepIfLost(tx, changed, clock.instant(), events);
        }
    }

    /** When nothing of the step that the escalation waits for could be sent, there is nothing to wait for. */
    private void endStepIfLost(AlertStore.Transaction tx, Delivery lost, Instant now, List<AlertEvent> events) {
        RunningAlert running = tx.alert(lost.alert()).orElseThrow();
        Instant next = running.nextAt();
        if (running.state() != AlertState.OPEN
                || running.nextStep() != lost.step() + 1
                || running.round() != lost.round()
                || next == null
                || !next.isAfter(now)) {
            return;
        }
        String contact = tx.steps(lost.alert()).stream()
                .filter(step -> step.step() == lost.step())
                .map(OpenStep::contact)
                .findFirst()
                .orElse(null);
        boolean allLost = tx.deliveries(lost.alert()).stream()
                .filter(delivery -> delivery.step() == lost.step()
                        && delivery.round() == lost.round()
                        && delivery.purpose() != Purpose.HANDED_OVER
                        && delivery.contact().equals(contact))
                .allMatch(delivery -> delivery.state().isFailure());
        if (allLost) {
            must(tx.update(running.at(running.round(), running.nextStep(), now)));
            log(tx, events, AlertEvent.of(Happening.STEP_FAILED, now, lost.alert(), lost.step(), contact, lost.code()));
        }
    }

    // Heartbeat (A9)

    private void beat() {
        Instant now = clock.instant();
        if (beatEvery == null || (lastBeat != null && now.isBefore(lastBeat.plus(beatEvery)))) {
            return;
        }
        if (!late(lateAfter).isEmpty() || !beating.compareAndSet(0, 1)) {
            return;
        }
        lastBeat = now;
        try {
            threads.execute(() -> {
                try {
                    heartbeat.accept(now);
                } catch (Throwable failed) { // a broken heartbeat is noticed where it is missed
                    LOG.log(
                            Level.WARNING,
                            "The heartbeat of node {0} failed ({1}).",
                            node,
                            failed.getClass().getName());
                } finally {
                    beating.set(0);
                }
            });
        } catch (RejectedExecutionException closing) {
            beating.set(0);
        }
    }

    // Small things

    private static RunningAlert find(AlertStore.Transaction tx, String alert) {
        return tx.alert(alert).orElseThrow(() -> new AlertException(alert, """
                        There is no alert with the id %s.
                        Maybe it was submitted to another store.""".formatted(alert)));
    }

    private static void end(AlertStore.Transaction tx, RunningAlert running, AlertState state) {
        must(tx.update(running.ended(state)));
        for (OpenStep step : tx.steps(running.alert().id())) {
            if (step.watchAt() != null) {
                tx.put(step.watched(null));
            }
        }
    }

    private static void unwatch(AlertStore.Transaction tx, String alert, int index) {
        for (OpenStep step : tx.steps(alert)) {
            if (step.step() == index) {
                tx.put(step.watched(null));
            }
        }
    }

    private static void stopDeliveries(
            AlertStore.Transaction tx,
            List<Delivery> deliveries,
            DeliveryState state,
            Happening what,
            Instant now,
            List<AlertEvent> events) {
        for (Delivery delivery : deliveries) {
            if (delivery.state() == DeliveryState.PENDING || delivery.state() == DeliveryState.BLOCKED) {
                must(tx.update(delivery.become(state, now, delivery.code())));
                log(tx, events, AlertEvent.of(what, now, delivery, null));
            }
        }
    }

    private static void log(AlertStore.Transaction tx, List<AlertEvent> events, AlertEvent event) {
        tx.append(event);
        events.add(event);
    }

    /** A row that was read in the same transaction can be changed in it, or the store breaks its promise. */
    private static void must(boolean changed) {
        if (!changed) {
            throw new IllegalStateException("A row changed within a transaction that had read it.");
        }
    }

    private void tell(Collection<AlertEvent> events) {
        for (AlertEvent event : events) {
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

    /**
     * Builds an engine.
     *
     * <p>Confined to one thread.
     */
    public static final class Builder {

        private @Nullable AlertStore store;
        private @Nullable Notifiers notifiers;
        private @Nullable Contacts contacts;
        private @Nullable OnDuty onDuty;
        private @Nullable InstantSource clock;
        private @Nullable ZoneId zone;
        private @Nullable String node;
        private LongSupplier nanos = System::nanoTime;
        private final List<AlertListener> listeners = new ArrayList<>();
        private Duration leaseBeyondTimeout = Duration.ofSeconds(30);
        private Duration pollEvery = Duration.ofMillis(500);
        private Duration lateAfter = Duration.ofMinutes(5);
        private @Nullable Duration beatEvery;
        private Consumer<Instant> heartbeat = now -> {};

        private Builder() {}

        private <T> T need(@Nullable T part, String name) {
            if (part == null) {
                throw new IllegalArgumentException("""
                        The alert engine has no %s.
                        Maybe the call of %s(…) is missing.""".formatted(name, name));
            }
            return part;
        }

        private static Duration positive(Duration duration, String name) {
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException(
                        "The time %s (%s) must be longer than zero.".formatted(name, duration));
            }
            return duration;
        }

        /**
         * Where alerts are kept.
         *
         * @param value the store; it stays the caller's
         * @return this builder
         */
        public Builder store(AlertStore value) {
            this.store = requireNonNull(value, "store");
            return this;
        }

        /**
         * What messages go through.
         *
         * @param value the notifiers; they stay the caller's
         * @return this builder
         */
        public Builder notifiers(Notifiers value) {
            this.notifiers = requireNonNull(value, "notifiers");
            return this;
        }

        /**
         * Where people are reached.
         *
         * @param value the directory
         * @return this builder
         */
        public Builder contacts(Contacts value) {
            this.contacts = requireNonNull(value, "contacts");
            return this;
        }

        /**
         * Who is on duty.
         *
         * @param value the lookup
         * @return this builder
         */
        public Builder onDuty(OnDuty value) {
            this.onDuty = requireNonNull(value, "onDuty");
            return this;
        }

        /**
         * What time it is.
         *
         * @param value the wall clock
         * @return this builder
         */
        public Builder clock(InstantSource value) {
            this.clock = requireNonNull(value, "clock");
            return this;
        }

        /**
         * What timeouts are measured with.
         *
         * @param value elapsed time in nanoseconds from any origin; by default that of the machine
         * @return this builder
         */
        public Builder elapsedTime(LongSupplier value) {
            this.nanos = requireNonNull(value, "elapsedTime");
            return this;
        }

        /**
         * Where the times in messages are read.
         *
         * @param value the zone
         * @return this builder
         */
        public Builder zone(ZoneId value) {
            this.zone = requireNonNull(value, "zone");
            return this;
        }

        /**
         * The name of this node, written beside what it sends.
         *
         * @param value an identifier
         * @return this builder
         */
        public Builder node(String value) {
            this.node = requireNonNull(value, "node");
            return this;
        }

        /**
         * Adds a listener.
         *
         * @param value the listener; called after those added before it
         * @return this builder
         */
        public Builder listener(AlertListener value) {
            this.listeners.add(requireNonNull(value, "listener"));
            return this;
        }

        /**
         * How long a lease lasts beyond the notifier's timeout: how long another node waits before it takes over what a
         * dead one was sending.
         *
         * @param value by default 30 seconds; longer than the clocks of the nodes differ
         * @return this builder
         */
        public Builder leaseBeyondTimeout(Duration value) {
            this.leaseBeyondTimeout = positive(value, "leaseBeyondTimeout");
            return this;
        }

        /**
         * How often the thread of {@link AlertEngine#start()} looks for work of others; its own it does at once.
         *
         * @param value by default 500 milliseconds
         * @return this builder
         */
        public Builder pollEvery(Duration value) {
            this.pollEvery = positive(value, "pollEvery");
            return this;
        }

        /**
         * A heartbeat: called while nothing is late, so that its absence is noticed elsewhere (A9). It runs on a thread
         * of its own, never twice at once.
         *
         * @param every how often at most
         * @param lateWhen how late something may be before the heartbeat stops
         * @param beat is given the time
         * @return this builder
         */
        public Builder heartbeat(Duration every, Duration lateWhen, Consumer<Instant> beat) {
            this.beatEvery = positive(every, "every");
            this.lateAfter = positive(lateWhen, "lateWhen");
            this.heartbeat = requireNonNull(beat, "beat");
            return this;
        }

        /**
         * Builds the engine. Nothing is started.
         *
         * @return the engine
         * @throws IllegalArgumentException if a part is missing
         */
        public AlertEngine build() {
            return new AlertEngine(this);
        }
    }
}
