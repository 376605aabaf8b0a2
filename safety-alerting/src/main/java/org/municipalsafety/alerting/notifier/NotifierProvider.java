/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import java.time.Duration;

/**
 * Makes notifiers of one type, such as {@code mail}, from typed configuration. This is what a plugin implements.
 *
 * <p>Found by {@link java.util.ServiceLoader}: declare it in {@code module-info.java} <em>and</em> in
 * {@code META-INF/services}, so that it works on the module path and on the class path (N11). It has a public
 * constructor without parameters that does nothing which could fail (N10).
 *
 * <pre>{@code
 * public final class PagerProvider implements NotifierProvider<PagerConfig> {
 *     public String type() { return "pager"; }
 *     public Class<PagerConfig> configType() { return PagerConfig.class; }
 *     public Notifier create(PagerConfig config) { return new PagerNotifier(config); }
 * }
 * public record PagerConfig(@NotBlank String host, @Min(1) @Max(65535) int port) { … }
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 *
 * @param <C> the configuration: a public record in a package that is exported or opened, whose components are read and
 *     checked as {@link NotifierConfigs} says; its own text form hides secrets (A7)
 */
public interface NotifierProvider<C extends Record> {

    /**
     * The type of notifier, as documents name it.
     *
     * @return an identifier such as {@code mail}; always the same
     */
    String type();

    /**
     * The record that holds the configuration.
     *
     * @return its class
     */
    Class<C> configType();

    /**
     * Makes a notifier. Opens no connection yet: a server that is down is found out when sending.
     *
     * @param config the configuration, read and checked
     * @return the notifier; the caller closes it
     * @throws IllegalArgumentException if the parts of the configuration contradict each other; the message names the
     *     field and no secret
     */
    Notifier create(C config);

    /**
     * What to do when it is not known whether a message was sent (A2).
     *
     * @return by default to send it again with the same key
     */
    default OnUnknownOutcome onUnknownOutcome() {
        return OnUnknownOutcome.RESEND;
    }

    /**
     * What a message may hold (N8).
     *
     * @return by default no limit that matters
     */
    default Limits limits() {
        return Limits.GENEROUS;
    }

    /**
     * How long one try may take before the engine stops waiting.
     *
     * @return by default 20 seconds; longer than zero, at most 10 minutes
     */
    default Duration timeout() {
        return Duration.ofSeconds(20);
    }

    /**
     * How many messages may be under way at once through one notifier (A5).
     *
     * @return by default 4; 1 to 64
     */
    default int maxConcurrent() {
        return 4;
    }

    /**
     * How often one delivery is tried before it is given up.
     *
     * @return by default 5; 1 to 100
     */
    default int maxAttempts() {
        return 5;
    }

    /**
     * How long to wait after a failed try.
     *
     * @param attempt which try failed, from 1
     * @return by default 15 seconds after the first and twice as long after each further, 5 minutes at most
     */
    default Duration waitAfter(int attempt) {
        long seconds = 15L << Math.min(Math.max(attempt, 1) - 1, 5);
        return Duration.ofSeconds(Math.min(seconds, 300));
    }
}
