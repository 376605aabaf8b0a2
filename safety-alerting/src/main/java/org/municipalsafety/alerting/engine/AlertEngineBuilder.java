/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.notifier.Contacts;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.alerting.store.AlertStore;

/**
 * Builds an {@link AlertEngine}: its parts are put together here, the lowest first.
 *
 * <p>Confined to one thread.
 */
public final class AlertEngineBuilder {

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
    private @Nullable Heartbeat heartbeat;

    AlertEngineBuilder() {}

    private static <T> T need(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalArgumentException("""
                    The alert engine has no %s.
                    Maybe the call of %s(…) is missing.""".formatted(name, name));
        }
        return part;
    }

    private static Duration positive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("The time %s (%s) must be longer than zero.".formatted(name, duration));
        }
        return duration;
    }

    /**
     * Where alerts are kept.
     *
     * @param value the store; it stays the caller's
     * @return this builder
     */
    public AlertEngineBuilder store(AlertStore value) {
        this.store = requireNonNull(value, "store");
        return this;
    }

    /**
     * What messages go through.
     *
     * @param value the notifiers; they stay the caller's
     * @return this builder
     */
    public AlertEngineBuilder notifiers(Notifiers value) {
        this.notifiers = requireNonNull(value, "notifiers");
        return this;
    }

    /**
     * Where people are reached.
     *
     * @param value the directory
     * @return this builder
     */
    public AlertEngineBuilder contacts(Contacts value) {
        this.contacts = requireNonNull(value, "contacts");
        return this;
    }

    /**
     * Who is on duty.
     *
     * @param value the lookup
     * @return this builder
     */
    public AlertEngineBuilder onDuty(OnDuty value) {
        this.onDuty = requireNonNull(value, "onDuty");
        return this;
    }

    /**
     * What time it is.
     *
     * @param value the wall clock
     * @return this builder
     */
    public AlertEngineBuilder clock(InstantSource value) {
        this.clock = requireNonNull(value, "clock");
        return this;
    }

    /**
     * What timeouts are measured with.
     *
     * @param value elapsed time in nanoseconds from any origin; by default that of the machine
     * @return this builder
     */
    public AlertEngineBuilder elapsedTime(LongSupplier value) {
        this.nanos = requireNonNull(value, "elapsedTime");
        return this;
    }

    /**
     * Where the times in messages are read.
     *
     * @param value the zone
     * @return this builder
     */
    public AlertEngineBuilder zone(ZoneId value) {
        this.zone = requireNonNull(value, "zone");
        return this;
    }

    /**
     * The name of this node, written beside what it sends.
     *
     * @param value an identifier
     * @return this builder
     */
    public AlertEngineBuilder node(String value) {
        this.node = requireNonNull(value, "node");
        return this;
    }

    /**
     * Adds a listener.
     *
     * @param value the listener; called after those added before it
     * @return this builder
     */
    public AlertEngineBuilder listener(AlertListener value) {
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
    public AlertEngineBuilder leaseBeyondTimeout(Duration value) {
        this.leaseBeyondTimeout = positive(value, "leaseBeyondTimeout");
        return this;
    }

    /**
     * How often the thread of {@link AlertEngine#start()} looks for work of others; its own it does at once.
     *
     * @param value by default 500 milliseconds
     * @return this builder
     */
    public AlertEngineBuilder pollEvery(Duration value) {
        this.pollEvery = positive(value, "pollEvery");
        return this;
    }

    /**
     * A heartbeat: called while nothing is late, so that its absence is noticed elsewhere (A9). It runs on a thread of
     * its own, never twice at once.
     *
     * @param every how often at most
     * @param lateWhen how late something may be before the heartbeat stops
     * @param beat is given the time
     * @return this builder
     */
    public AlertEngineBuilder heartbeat(Duration every, Duration lateWhen, Consumer<Instant> beat) {
        this.heartbeat =
                new Heartbeat(positive(every, "every"), positive(lateWhen, "lateWhen"), requireNonNull(beat, "beat"));
        return this;
    }

    /**
     * Builds the engine. Nothing is started.
     *
     * @return the engine
     * @throws IllegalArgumentException if a part is missing
     */
    public AlertEngine build() {
        AlertStore rows = need(store, "store");
        Notifiers channels = need(notifiers, "notifiers");
        Lookups lookups = new Lookups(need(contacts, "contacts"), need(onDuty, "onDuty"), channels);
        Changes changes = new Changes(rows, need(clock, "clock"), listeners);
        ZoneId where = need(zone, "zone");
        String name = Alert.requireId(need(node, "node"), "node");
        Bell bell = new Bell();
        Flights flights = new Flights(bell, nanos);
        Sending sending = new Sending(changes, lookups, channels, flights, where, name, leaseBeyondTimeout);
        Audit audit = new Audit(changes, name, heartbeat, flights);
        Driver driver = new Driver(
                new Escalation(changes, lookups),
                new Handovers(changes, lookups),
                sending,
                flights,
                audit,
                bell,
                pollEvery,
                name);
        return new AlertEngine(changes, new Acts(changes, lookups), audit, sending, driver);
    }
}
