/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.escalation.Target;
import org.municipalsafety.alerting.notifier.Address;
import org.municipalsafety.alerting.notifier.Contacts;
import org.municipalsafety.alerting.notifier.Notifiers;

/**
 * Who is on duty, and how they are reached. Both are asked of code that is not the engine's: when it fails, nobody is
 * on duty for a minute, and the contact has no address.
 *
 * <p>Thread-safe.
 */
final class Lookups {

    private static final Logger LOG = System.getLogger(Lookups.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Contacts contacts;
    private final OnDuty onDuty;
    private final Notifiers notifiers;

    Lookups(Contacts contacts, OnDuty onDuty, Notifiers notifiers) {
        this.contacts = contacts;
        this.onDuty = onDuty;
        this.notifiers = notifiers;
    }

    /** Who a step alerts at an instant; the end of the answer, where it has one, lies after it. */
    Holding holding(Target target, Instant at) {
        if (target instanceof Target.Contact contact) {
            return Holding.by(contact.id());
        }
        String position = ((Target.Position) target).id();
        Instant again = at.plus(LOOK_AGAIN);
        try {
            Holding holding = requireNonNull(onDuty.at(position, at), "holding");
            Instant until = holding.until().orElse(null);
            if (until == null || until.isAfter(at)) {
                return holding;
            }
            LOG.log(Level.WARNING, "The answer who holds {0} at {1} ends before it begins.", position, at);
            return holding.holder().map(holder -> Holding.by(holder, again)).orElseGet(() -> Holding.nobody(again));
        } catch (RuntimeException | LinkageError failed) {
            LOG.log(
                    Level.WARNING,
                    "Who holds {0} at {1} cannot be looked up ({2}).",
                    position,
                    at,
                    failed.getClass().getName());
            return Holding.nobody(again);
        }
    }

    /** Those of a step's notifiers that may reach a contact; none if nobody is to be reached. */
    List<String> waysTo(Optional<String> contact, Step step) {
        return contact.map(person -> step.notifiers().stream()
                        .filter(notifier -> canReach(person, notifier))
                        .collect(Collectors.toList()))
                .orElse(List.of());
    }

    /** A notifier that is missing may have an address for the contact once it is back. */
    private boolean canReach(String contact, String notifier) {
        Optional<Notifiers.Entry> entry = notifiers.find(notifier);
        return entry.isEmpty() || address(contact, entry.get().type()).isPresent();
    }

    /** A contact's address for a type of notifier. */
    Optional<Address> address(String contact, String type) {
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
}
