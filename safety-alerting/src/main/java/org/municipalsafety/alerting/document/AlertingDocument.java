/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.document;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.escalation.Target;
import org.municipalsafety.alerting.notifier.Address;
import org.municipalsafety.alerting.notifier.Contacts;
import org.municipalsafety.alerting.notifier.NotifierConfigs;
import org.municipalsafety.alerting.notifier.NotifierProvider;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.InvalidDocumentException;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.document.Node;

/**
 * Contacts, notifiers and escalation policies of one municipality, read from a document of the kind {@code alerting}.
 *
 * <pre>{@code
 * {"document": "alerting", "version": 1,
 *  "contacts": [{"id": "anna", "addresses": {"mail": "anna@example.org"}}],
 *  "notifiers": [{"id": "mail", "type": "mail", "config": {"host": "localhost", "port": 2525, …}}],
 *  "policies": [{"id": "tib", "steps": [{"position": "TIB", "notifiers": ["mail"], "acknowledgeWithin": "PT5M"}]}]}
 * }</pre>
 *
 * <p>A notifier whose type no provider has is no fault: what goes through it is held until the plugin is back (A1). A
 * contact without an address for any of the notifiers is a fault, and so is a step whose fixed contact cannot be
 * reached through the step's notifiers.
 *
 * <p>Immutable and thread-safe. Its text form shows no address and no configuration (A7).
 */
public final class AlertingDocument implements Contacts {

    private static final String KIND = "alerting";
    private static final int VERSION = 1;
    private static final String SCHEMA = "alerting-1.schema.json";

    private final Map<String, Map<String, Address>> contacts;
    private final Map<String, Configured<?>> notifiers;
    private final Map<String, EscalationPolicy> policies;

    private AlertingDocument(List<Person> contacts, List<Configured<?>> notifiers, List<EscalationPolicy> policies) {
        List<Fault> faults = new ArrayList<>();
        this.contacts = new LinkedHashMap<>();
        this.notifiers = new LinkedHashMap<>();
        this.policies = new LinkedHashMap<>();
        for (int i = 0; i < notifiers.size(); i++) {
            unique(this.notifiers.put(notifiers.get(i).id(), notifiers.get(i)), "/notifiers/" + i, faults);
        }
        Set<String> types = notifiers.stream().map(Configured::type).collect(Collectors.toSet());
        for (int i = 0; i < contacts.size(); i++) {
            Person person = contacts.get(i);
            unique(this.contacts.put(person.id(), person.addresses()), "/contacts/" + i, faults);
            if (Collections.disjoint(person.addresses().keySet(), types)) {
                faults.add(Fault.of(
                        "/contacts/" + i + "/addresses",
                        "no address for any of the notifiers",
                        "an address of one of the types " + String.join(", ", new LinkedHashSet<>(types))));
            }
        }
        for (int i = 0; i < policies.size(); i++) {
            EscalationPolicy policy = policies.get(i);
            unique(this.policies.put(policy.id(), policy), "/policies/" + i, faults);
            for (int j = 0; j < policy.steps().size(); j++) {
                check(policy.steps().get(j), "/policies/" + i + "/steps/" + j, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidModelException("alerting document", faults);
        }
    }

    private static void unique(@Nullable Object other, String pointer, List<Fault> faults) {
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
        if (step.target() instanceof Target.Contact contact) {
            if (!contacts.containsKey(contact.id())) {
                faults.add(Fault.of(
                        pointer + "/contact",
                        "the contact " + contact.id(),
                        "one of " + String.join(", ", contacts.keySet())));
            } else if (!reachable(contact.id(), step)) {
                faults.add(Fault.of(
                        pointer + "/contact",
                        "the contact " + contact.id() + ", who has no address for the step's notifiers",
                        "a contact who can be reached through one of " + String.join(", ", step.notifiers())));
            }
        }
    }

    private boolean reachable(String contact, Step step) {
        Map<String, Address> addresses = contacts.getOrDefault(contact, Map.of());
        return step.notifiers().stream()
                .map(notifiers::get)
                .anyMatch(configured -> configured != null && addresses.containsKey(configured.type()));
    }

    /**
     * Reads a document from a file.
     *
     * @param file the file
     * @param providers the types of notifier there are
     * @return the document
     * @throws org.municipalsafety.core.document.InvalidDocumentException with all faults
     * @throws org.municipalsafety.core.SafetyException if the file cannot be read
     */
    public static AlertingDocument read(Path file, NotifierProviders providers) {
        return explained(configs -> Documents.read(file, KIND, VERSION, in -> document(in, providers, configs)));
    }

    /**
     * Reads a document from bytes in UTF-8.
     *
     * @param content the document
     * @param source its name for messages
     * @param providers the types of notifier there are
     * @return the document
     * @throws org.municipalsafety.core.document.InvalidDocumentException with all faults
     */
    public static AlertingDocument read(byte[] content, String source, NotifierProviders providers) {
        return explained(
                configs -> Documents.read(content, source, KIND, VERSION, in -> document(in, providers, configs)));
    }

    /** Says the faults of notifiers' configurations in Swedish as well (N6). */
    private static AlertingDocument explained(
            Function<Map<String, Class<? extends Record>>, AlertingDocument> reading) {
        Map<String, Class<? extends Record>> configs = new LinkedHashMap<>();
        try {
            return reading.apply(configs);
        } catch (InvalidDocumentException refused) {
            List<Fault> faults = new ArrayList<>();
            for (Fault fault : refused.faults()) {
                Fault said = fault;
                for (Map.Entry<String, Class<? extends Record>> config : configs.entrySet()) {
                    said = NotifierConfigs.inBothLanguages(said, config.getKey(), config.getValue());
                }
                faults.add(said);
            }
            throw new InvalidDocumentException(refused.source(), faults);
        }
    }

    private static Field<AlertingDocument> document(
            Fields in, NotifierProviders providers, Map<String, Class<? extends Record>> configs) {
        var contacts = in.required("contacts", list -> list.list(Person::read));
        var notifiers = in.required("notifiers", list -> list.list(node -> Configured.read(node, providers, configs)));
        var policies = in.required("policies", list -> list.list(EscalationPolicy::read));
        return in.build(() -> new AlertingDocument(contacts.get(), notifiers.get(), policies.get()));
    }

    /**
     * The JSON Schema of the document, draft 2020-12.
     *
     * @return its text
     */
    public static String schema() {
        try (InputStream in = requireNonNull(AlertingDocument.class.getResourceAsStream(SCHEMA), SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Makes the configured notifiers whose provider is there. Those without one are left out, and what goes through
     * them is held (A1).
     *
     * @return the notifiers; the caller closes them
     */
    public Notifiers open() {
        Notifiers opened = new Notifiers();
        try {
            for (Configured<?> configured : notifiers.values()) {
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
                .map(Configured::id)
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
     * The ids of the contacts.
     *
     * @return all, in the order of the document
     */
    public Set<String> contacts() {
        return Collections.unmodifiableSet(contacts.keySet());
    }

    /**
     * Those among the people who may come to hold a position whom the policies could not reach then: to be asked when a
     * rota is saved, ahead of the night it would matter.
     *
     * @param position the position
     * @param holders the people's ids
     * @return the ids of those whom some step for the position cannot reach, in the order given
     */
    public List<String> unreachable(String position, Collection<String> holders) {
        Target target = new Target.Position(position);
        List<Step> steps = policies.values().stream()
                .flatMap(policy -> policy.steps().stream())
                .filter(step -> step.target().equals(target))
                .collect(Collectors.toList());
        return holders.stream()
                .distinct()
                .filter(holder -> steps.stream().anyMatch(step -> !reachable(holder, step)))
                .collect(Collectors.toList());
    }

    @Override
    public Optional<Address> address(String contact, String notifierType) {
        return Optional.ofNullable(contacts.getOrDefault(contact, Map.of()).get(notifierType));
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "AlertingDocument[contacts " + contacts.keySet() + ", notifiers " + notifiers.keySet() + ", policies "
                + policies.keySet() + "]";
    }

    private record Person(String id, Map<String, Address> addresses) {

        static Field<Person> read(Node node) {
            return node.object(in -> {
                var id = in.required("id", Node::id);
                var addresses = in.required(
                        "addresses",
                        map -> map.map(
                                value -> value.secret().text().map("an address of 1 to 500 characters", Address::of)));
                return in.build(() -> new Person(id.get(), Map.copyOf(addresses.get())));
            });
        }

        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    private record Configured<C extends Record>(
            String id,
            String type,
            @Nullable NotifierProvider<C> provider,
            @Nullable C config) {

        static Field<Configured<?>> read(
                Node node, NotifierProviders providers, Map<String, Class<? extends Record>> configs) {
            return node.object(in -> {
                var id = in.required("id", Node::id);
                var type = in.required("type", Node::id);
                Optional<NotifierProvider<?>> provider = type.isSound() ? providers.find(type.get()) : Optional.empty();
                if (provider.isPresent()) {
                    return read(in, id, provider.get(), configs);
                }
                in.required("config", Node::unread);
                return in.build(() -> new Configured<Record>(id.get(), type.get(), null, null));
            });
        }

        private static <C extends Record> Field<Configured<?>> read(
                Fields in,
                Field<String> id,
                NotifierProvider<C> provider,
                Map<String, Class<? extends Record>> configs) {
            var config = in.required("config", node -> {
                configs.put(node.pointer(), provider.configType());
                return NotifierConfigs.read(node, provider.configType());
            });
            return in.build(() -> new Configured<>(id.get(), provider.type(), provider, config.get()));
        }

        void addTo(Notifiers notifiers) {
            if (provider != null && config != null) {
                notifiers.add(id, provider, config);
            }
        }

        @Override
        public String toString() {
            return "Configured[" + id + ", type " + type + "]";
        }
    }
}
