/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.alerting.alert.Alert;

/**
 * The notifiers that are configured, by id. What an escalation step names and is not here is waited for (A1).
 *
 * <pre>{@code
 * try (var notifiers = new Notifiers().add("mail", new MailNotifierProvider(), config)) { … }
 * }</pre>
 *
 * <p>Thread-safe. Closing it closes the notifiers.
 */
public final class Notifiers implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Notifiers.class.getName());

    /**
     * A notifier with what its provider says about it.
     *
     * @param id its id
     * @param type its type, which decides which of a contact's addresses is used
     * @param notifier the notifier
     * @param onUnknownOutcome what to do when it is not known whether a message was sent
     * @param limits what a message may hold
     * @param timeout how long one try may take
     * @param maxConcurrent how many messages may be under way at once
     * @param maxAttempts how often a delivery is tried
     * @param provider its provider, for the time to wait between tries
     */
    public record Entry(
            String id,
            String type,
            Notifier notifier,
            OnUnknownOutcome onUnknownOutcome,
            Limits limits,
            Duration timeout,
            int maxConcurrent,
            int maxAttempts,
            NotifierProvider<?> provider) {

        /**
         * Checks the bounds that {@link NotifierProvider} names.
         *
         * @throws IllegalArgumentException if one is not kept
         */
        public Entry {
            Alert.requireId(id, "notifier id");
            Alert.requireId(type, "notifier type");
            requireNonNull(notifier, "notifier");
            requireNonNull(onUnknownOutcome, "onUnknownOutcome");
            requireNonNull(limits, "limits");
            requireNonNull(provider, "provider");
            if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(Duration.ofMinutes(10)) > 0) {
                throw new IllegalArgumentException(
                        "The timeout of notifier type %s (%s) must be longer than zero and at most PT10M."
                                .formatted(type, timeout));
            }
            if (maxConcurrent < 1 || maxConcurrent > 64 || maxAttempts < 1 || maxAttempts > 100) {
                throw new IllegalArgumentException(
                        "Notifier type %s has maxConcurrent %d and maxAttempts %d; expected 1 to 64 and 1 to 100."
                                .formatted(type, maxConcurrent, maxAttempts));
            }
        }

        /** Ids only. */
        @Override
        public String toString() {
            return "Entry[" + id + ", type " + type + "]";
        }
    }

    private final Map<String, Entry> byId = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Makes a set without notifiers. */
    public Notifiers() {}

    /**
     * Makes a notifier and adds it.
     *
     * @param <C> the type of configuration
     * @param id the notifier's id
     * @param provider its provider
     * @param config its configuration
     * @return this set
     * @throws IllegalArgumentException if there is a notifier of this id already, or the provider refuses the
     *     configuration
     */
    public <C extends Record> Notifiers add(String id, NotifierProvider<C> provider, C config) {
        requireNonNull(config, "config");
        if (byId.containsKey(id)) {
            throw new IllegalArgumentException("There is a notifier with the id %s already.".formatted(id));
        }
        Notifier notifier = requireNonNull(provider.create(config), "create() returned null");
        try {
            byId.put(
                    id,
                    new Entry(
                            id,
                            provider.type(),
                            notifier,
                            provider.onUnknownOutcome(),
                            provider.limits(),
                            provider.timeout(),
                            provider.maxConcurrent(),
                            provider.maxAttempts(),
                            provider));
        } catch (RuntimeException refused) {
            notifier.close();
            throw refused;
        }
        return this;
    }

    /**
     * Finds a notifier.
     *
     * @param id its id
     * @return the notifier, if it is there
     */
    public Optional<Entry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The ids there are.
     *
     * @return a copy, in the order in which they were added
     */
    public Set<String> ids() {
        synchronized (byId) {
            return Collections.unmodifiableSet(new java.util.LinkedHashSet<>(byId.keySet()));
        }
    }

    /** Closes all notifiers. One that throws is logged and keeps no other from being closed. */
    @Override
    public void close() {
        synchronized (byId) {
            for (Entry entry : byId.values()) {
                try {
                    entry.notifier().close();
                } catch (RuntimeException | LinkageError failed) {
                    LOG.log(
                            Level.WARNING,
                            "Notifier {0} cannot be closed ({1}).",
                            entry.id(),
                            failed.getClass().getName());
                }
            }
        }
    }
}
