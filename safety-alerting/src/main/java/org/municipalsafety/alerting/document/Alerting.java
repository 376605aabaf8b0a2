/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.escalation.Target;
import org.municipalsafety.alerting.notifier.ContactBook;
import org.municipalsafety.alerting.notifier.Contacts;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;

/**
 * Notifiers and escalation policies of one municipality: what messages go through, and who is alerted in which order.
 *
 * <p>Read by {@link AlertingDocument}. Whom the policies reach where is not part of it: people's addresses are personal
 * data and stand in a {@link ContactBook} of their own. Where the two are brought together, {@link #disagreements}
 * tells what they contradict each other in.
 *
 * <p>A notifier whose type no provider has is no fault: what goes through it is held until the plugin is back (A1).
 *
 * <p>Immutable and thread-safe. Its text form shows no configuration (A7).
 */
public final class Alerting {

    private final Map<String, ConfiguredNotifier<?>> notifiers = new LinkedHashMap<>();
    private final Map<String, EscalationPolicy> policies = new LinkedHashMap<>();

    Alerting(List<ConfiguredNotifier<?>> notifiers, List<EscalationPolicy> policies) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < notifiers.size(); i++) {
            unique(this.notifiers.put(notifiers.get(i).id(), notifiers.get(i)), "/notifiers/" + i, faults);
        }
        for (int i = 0; i < policies.size(); i++) {
            EscalationPolicy policy = policies.get(i);
            unique(this.policies.put(policy.id(), policy), "/policies/" + i, faults);
            for (int j = 0; j < policy.steps().size(); j++) {
                check(policy.steps().get(j), "/policies/" + i + "/steps/" + j, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidModelException("alerting", faults);
        }
    }

    /** Notes an id that two parts of a document have. */
    static void unique(@Nullable Object other, String pointer, List<Fault> faults) {
        if (other != null) {
            faults.add(Fault.of(pointer + "/id", "an id that is used before", "each id once"));
        }
    }

    private void check(Step step, String pointer, List<Fault> faults) {
        for (int k = 0; k < step.notifiers().size(); k++) {
            if (!notifiers.containsKey(step.notifiers().get(k))) {
                faults.add(Fault.of(
                        pointer + "/notifiers/" + k,
                        "the notifier " + step.notifiers().get(k),
                        "one of " + String.join(", ", notifiers.keySet())));
            }
        }
    }

    /**
     * What this and a list of contacts contradict each other in: a contact without an address for any of the notifiers;
     * a step whose fixed contact is not in the list, or cannot be reached through the step's notifiers.
     *
     * @param contacts the contacts
     * @return all faults, those of the contacts first; a pointer that begins with {@code /contacts} leads into the
     *     document of the contacts, any other one into that of the notifiers and policies
     */
    public List<Fault> disagreements(ContactBook contacts) {
        List<Fault> faults = new ArrayList<>();
        Set<String> types = notifiers.values().stream()
                .map(ConfiguredNotifier::type)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        int index = 0;
        for (String contact : contacts.ids()) {
            if (Collections.disjoint(contacts.addresses(contact).keySet(), types)) {
                faults.add(Fault.of(
                        "/contacts/" + index + "/addresses",
                        "no address for any of the notifiers",
                        "an address of one of the types " + String.join(", ", types)));
            }
            index++;
        }
        int i = 0;
        for (EscalationPolicy policy : policies.values()) {
            for (int j = 0; j < policy.steps().size(); j++) {
                check(policy.steps().get(j), contacts, "/policies/" + i + "/steps/" + j, faults);
            }
            i++;
        }
        return faults;
    }

    private void check(Step step, ContactBook contacts, String pointer, List<Fault> faults) {
        if (step.target() instanceof Target.Contact contact) {
            if (!contacts.ids().contains(contact.id())) {
                faults.add(Fault.of(
                        pointer + "/contact",
                        "the contact " + contact.id(),
                        "one of " + String.join(", ", contacts.ids())));
            } else if (!reaches(contacts, contact.id(), step)) {
                faults.add(Fault.of(
                        pointer + "/contact",
                        "the contact " + contact.id() + ", who has no address for the step's notifiers",
                        "a contact who can be reached through one of " + String.join(", ", step.notifiers())));
            }
        }
    }

    private boolean reaches(Contacts contacts, String contact, Step step) {
        return step.notifiers().stream()
                .map(notifiers::get)
                .anyMatch(configured -> configured != null
                        && contacts.address(contact, configured.type()).isPresent());
    }

    /**
     * Makes the configured notifiers whose provider is there, for use with a list of contacts. Those without a provider
     * are left out, and what goes through them is held (A1).
     *
     * @param contacts whom they reach
     * @return the notifiers; the caller closes them
     * @throws InvalidModelException with everything that this and the contacts contradict each other in
     */
    public Notifiers open(ContactBook contacts) {
        List<Fault> faults = disagreements(contacts);
        if (!faults.isEmpty()) {
            throw new InvalidModelException("alerting together with its contacts", faults);
        }
        return open();
    }

    /**
     * As {@link #open(ContactBook)}, for contacts that are no list: from a directory service, which cannot be looked
     * through ahead of time.
     *
     * @return the notifiers; the caller closes them
     */
    public Notifiers open() {
        Notifiers opened = new Notifiers();
        try {
            for (ConfiguredNotifier<?> configured : notifiers.values()) {
                configured.addTo(opened);
            }
        } catch (RuntimeException refused) {
            opened.close();
            throw refused;
        }
        return opened;
    }

    /**
     * The ids of configured notifiers whose provider is not there.
     *
     * @return the ids, in the order of the document
     */
    public List<String> missingNotifiers() {
        return notifiers.values().stream()
                .filter(configured -> configured.provider() == null)
                .map(ConfiguredNotifier::id)
                .collect(Collectors.toList());
    }

    /**
     * A policy.
     *
     * @param id its id
     * @return the policy, if there is one
     */
    public Optional<EscalationPolicy> policy(String id) {
        return Optional.ofNullable(policies.get(id));
    }

    /**
     * The policies.
     *
     * @return all, in the order of the document
     */
    public List<EscalationPolicy> policies() {
        return List.copyOf(policies.values());
    }

    /**
     * The positions that the policies name: what a rota has to have.
     *
     * @return the positions, in the order of the document
     */
    public Set<String> positions() {
        Set<String> positions = new LinkedHashSet<>();
        for (EscalationPolicy policy : policies.values()) {
            for (Step step : policy.steps()) {
                if (step.target() instanceof Target.Position position) {
                    positions.add(position.id());
                }
            }
        }
        return Collections.unmodifiableSet(positions);
    }

    /**
     * Those among the people who may come to hold a position whom the policies could not reach then: to be asked when a
     * rota is saved, ahead of the night it would matter.
     *
     * @param contacts where people are reached
     * @param position the position
     * @param holders the people's ids
     * @return the ids of those whom some step for the position cannot reach, in the order given
     */
    public List<String> unreachable(Contacts contacts, String position, Collection<String> holders) {
        Target target = new Target.Position(position);
        List<Step> steps = policies.values().stream()
                .flatMap(policy -> policy.steps().stream())
                .filter(step -> step.target().equals(target))
                .collect(Collectors.toList());
        return holders.stream()
                .distinct()
                .filter(holder -> steps.stream().anyMatch(step -> !reaches(contacts, holder, step)))
                .collect(Collectors.toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Alerting that && that.notifiers.equals(notifiers) && that.policies.equals(policies);
    }

    @Override
    public int hashCode() {
        return 31 * notifiers.hashCode() + policies.hashCode();
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "Alerting[notifiers " + notifiers.keySet() + ", policies " + policies.keySet() + "]";
    }
}
