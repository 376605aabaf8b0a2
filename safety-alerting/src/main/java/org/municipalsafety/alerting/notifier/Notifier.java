/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

/**
 * Sends messages through one provider, with one configuration.
 *
 * <p>Thread-safe: several messages may be sent at once (N5). Its text form shows no secret (N3).
 */
@FunctionalInterface
public interface Notifier extends AutoCloseable {

    /**
     * Sends a message, or says why not.
     *
     * <p>Returns within the deadline and soon after an interrupt (N2). Classifies each failure: when in doubt whether
     * the message was taken, it says {@linkplain Outcome#unknown unknown} (N1). Passes the idempotency key on to a
     * provider that knows such keys, so that it tells repetitions by it (N4). No address or secret reaches a log or an
     * exception (N3, A7). It is better to return a failure than to throw; whatever is thrown counts as an unknown
     * outcome.
     *
     * @param message the message
     * @param deadline until when the caller waits; the caller stops waiting then whatever the notifier does (A5)
     * @return how it went
     * @throws InterruptedException if the thread was interrupted; the outcome is then unknown
     */
    Outcome send(Message message, Deadline deadline) throws InterruptedException;

    /** Releases what the notifier holds. May be called more than once (N5) and throws nothing. */
    @Override
    default void close() {}
}
