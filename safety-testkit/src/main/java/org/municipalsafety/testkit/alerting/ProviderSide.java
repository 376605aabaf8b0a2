/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import java.util.List;
import java.util.Map;

/**
 * The other end, as far as a test needs it: a server on loopback, or a provider's sandbox. Written once for each
 * notifier.
 *
 * <p>Thread-safe.
 */
public interface ProviderSide extends AutoCloseable {

    /**
     * A message as it arrived.
     *
     * @param key the idempotency key that arrived with it; empty if the provider knows none
     * @param text subject and text, decoded
     */
    record Arrived(String key, String text) {}

    /**
     * A configuration that leads to this side, as a document would hold it.
     *
     * @return the values by field; all secrets in it contain the word {@link NotifierContract#SECRET}
     */
    Map<String, Object> config();

    /**
     * What has arrived.
     *
     * @return the messages in order
     */
    List<Arrived> arrived();

    /**
     * Lets the trouble begin, for every message from now on.
     *
     * @param trouble which
     * @return false if this side cannot do that; the rule is then skipped, and shown as skipped
     */
    boolean begin(Trouble trouble);

    /** Stops the other end. */
    @Override
    void close();
}
