/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Logger;

/**
 * Keeps the mail library's own log from showing addresses and passwords (A7). At the levels FINE and below it writes
 * the whole conversation with the server; what a thread does while it sends an alert is held back there, whatever else
 * in this JVM sends mail is not.
 */
final class Quiet {

    /** The loggers of the library that see an address; a filter is not inherited, so each has its own. */
    private static final List<String> NAMES = List.of(
            "jakarta.mail",
            "jakarta.mail.internet",
            "jakarta.mail.util",
            "org.eclipse.angus.mail",
            "org.eclipse.angus.mail.auth",
            "org.eclipse.angus.mail.smtp",
            "org.eclipse.angus.mail.smtp.protocol",
            "org.eclipse.angus.mail.util",
            "org.eclipse.angus.mail.util.socket");

    private static final ThreadLocal<Boolean> SENDING = ThreadLocal.withInitial(() -> false);
    private static final List<Logger> KEPT =
            new ArrayList<>(); // loggers, and with them filters, are held weakly otherwise

    static {
        for (String name : NAMES) {
            Logger logger = Logger.getLogger(name);
            Filter before = logger.getFilter();
            logger.setFilter(line -> !SENDING.get() && (before == null || before.isLoggable(line)));
            KEPT.add(logger);
        }
    }

    private Quiet() {}

    static void begin() {
        SENDING.set(true);
    }

    static void end() {
        SENDING.remove();
    }
}
