/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.Attempt;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.notifier.Address;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.alerting.notifier.Outcome;

/**
 * Sends what is due: the intent is stored, the notifier called, the outcome stored (A1). A delivery is claimed with a
 * lease; when that is over, another node may take it.
 *
 * <p>Confined to whoever drives the engine, except {@link #nextDue}.
 */
final class Sending {

    private static final Logger LOG = System.getLogger(Sending.class.getName());
    private final Changes changes;
    private final Lookups lookups;
    private final Notifiers notifiers;
    private final Flights flights;
    private final ZoneId zone;
    private final String node;
    private final Duration leaseBeyondTimeout;

    Sending(
            Changes changes,
            Lookups lookups,
            Notifiers notifiers,
            Flights flights,
            ZoneId zone,
            String node,
            Duration leaseBeyondTimeout) {
        this.changes = changes;
        this.lookups = lookups;
        this.notifiers = notifiers;
        this.flights = flights;
        this.zone = zone;
        this.node = node;
        this.leaseBeyondTimeout = leaseBeyondTimeout;
    }

    /** When something is due next; what waits for a notifier that is missing or busy does not count. Thread-safe. */
    Optional<Instant> nextDue() {
        Set<String> present = notifiers.ids();
        Set<String> ready = new LinkedHashSet<>();
        for (String id : present) {
            if (notifiers.find(id).map(flights::free).orElse(0) > 0) {
                ready.add(id);
            }
        }
        return changes.read(rows -> rows.nextDue(ready, present));
    }

    /** Stores the outcomes of calls that are over. */
    int record() {
        flights.checkDeadlines();
        int done = 0;
        for (Optional<Flight> next = flights.landed(); next.isPresent(); next = flights.landed()) {
            Flight flight = next.get();
            changes.tell(Happening.ANSWERED, flight.delivery, flight.outcome().toString());
            record(flight.delivery, flight.entry, flight.outcome()); // when the store fails it is still to be settled
            flights.settled(flight);
            done++;
        }
        return done;
    }

    private void record(Delivery delivery, Notifiers.Entry entry, Outcome outcome) {
        Optional<AlertEvent> settled = changes.make(change -> {
            Delivery current = change.rows().delivery(delivery.id()).orElseThrow();
            if (current.version() != delivery.version()) {
                return Optional.empty(); // the lease was over and somebody else has taken it
            }
            change.rows()
                    .put(Attempt.begun(delivery.id(), delivery.attempts(), node, change.now())
                            .ended(change.now(), outcome.verdict().name(), outcome.code()));
            return Optional.of(Settlement.answered(change, current, entry, outcome));
        });
        settled.ifPresent(event -> {
            if (event.what() == Happening.FAILED
                    || event.what() == Happening.GAVE_UP
                    || event.what() == Happening.UNKNOWN) {
                LOG.log(
                        Level.WARNING,
                        "Delivery {0} of alert {1} through {2}: {3} ({4}).",
                        event.delivery().orElse("-"),
                        event.alert(),
                        event.notifier().orElse("-"),
                        event.what(),
                        event.detail().orElse("-"));
            }
        });
    }

    /** Settles what a node was sending whose lease is over; what is under way here is measured by its timeout. */
    int settleLeases() {
        return changes.make(change -> {
            int settled = 0;
            for (Delivery delivery : change.rows().leasesOver(change.now(), Changes.BATCH)) {
                if (!flights.isUnderWay(delivery)) {
                    Settlement.leaseOver(
                            change,
                            delivery,
                            notifiers.find(delivery.notifier()).orElse(null));
                    settled++;
                }
            }
            return settled;
        });
    }

    /** Marks what waits for a notifier that is missing. */
    int block() {
        Set<String> present = notifiers.ids();
        List<Delivery> blocked = changes.make(change -> {
            List<Delivery> stranded = change.rows().stranded(present, change.now(), Changes.BATCH);
            for (Delivery delivery : stranded) {
                change.update(delivery.become(DeliveryState.BLOCKED, delivery.due(), delivery.code()));
                change.log(Happening.BLOCKED, delivery, "notifier-missing");
            }
            return stranded;
        });
        for (Delivery delivery : blocked) {
            LOG.log(
                    Level.WARNING,
                    "Delivery {0} of alert {1} waits for the notifier {2}, which is missing.",
                    delivery.id(),
                    delivery.alert(),
                    delivery.notifier());
        }
        return blocked.size();
    }

    /** Claims and sends as much as the notifiers can take. */
    int dispatch() {
        int done = 0;
        for (String id : notifiers.ids()) {
            Optional<Notifiers.Entry> entry = notifiers.find(id);
            int free = entry.map(flights::free).orElse(0);
            if (entry.isPresent() && free > 0) {
                done += dispatch(entry.get(), free);
            }
        }
        return done;
    }

    private record Claim(Delivery delivery, RunningAlert running) {}

    private int dispatch(Notifiers.Entry entry, int free) {
        List<Claim> claims = new ArrayList<>();
        int done = changes.make(change -> {
            claims.clear();
            List<Delivery> due = change.rows().claimable(entry.id(), change.now(), free);
            for (Delivery delivery : due) {
                if (!Settlement.staysUnknown(change, delivery, entry)) {
                    claims.add(claim(change, delivery, entry));
                }
            }
            return due.size();
        });
        for (Claim claim : claims) {
            launch(entry, claim);
        }
        return done;
    }

    private Claim claim(Change change, Delivery delivery, Notifiers.Entry entry) {
        Instant until = change.now().plus(entry.timeout()).plus(leaseBeyondTimeout);
        Delivery mine = delivery.claimed(node, until);
        change.update(mine);
        change.rows().put(Attempt.begun(mine.id(), mine.attempts(), node, change.now()));
        change.tell(Happening.CLAIMED, mine);
        return new Claim(mine, change.alert(delivery.alert()));
    }

    private void launch(Notifiers.Entry entry, Claim claim) {
        Delivery delivery = claim.delivery();
        Optional<Address> address = lookups.address(delivery.contact(), entry.type());
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
        Flight flight = flights.prepare(delivery, entry, message);
        changes.tell(Happening.SENDING, delivery, null);
        if (!flights.start(flight)) {
            record(delivery, entry, Outcome.retryable("no-thread"));
        }
    }
}
