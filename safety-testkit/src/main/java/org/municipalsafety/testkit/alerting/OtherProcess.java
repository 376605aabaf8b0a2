/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.store.AlertStore;

/**
 * How a process of its own opens a store.
 *
 * <p>Immutable and thread-safe.
 *
 * @param opener a public class with a public constructor without parameters; given the place, it opens the store
 * @param place where the store is, such as a path
 */
public record OtherProcess(Class<? extends Function<String, ? extends AlertStore>> opener, String place) {

    /** The alert whose log the process writes. */
    static final String ALERT = "other-process";

    /** How many lines it promises to have written before it stays in the midst of a transaction. */
    static final int PROMISED = 5;

    /** Checks that the parts are there. */
    public OtherProcess {
        requireNonNull(opener, "opener");
        requireNonNull(place, "place");
    }

    /** Starts it; it says a line for each line that is kept, and {@code inside} once it is in the midst of one more. */
    Process start() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OtherProcess.class.getName(),
                        opener.getName(),
                        place))
                .redirectErrorStream(true)
                .start();
    }

    /**
     * The process: not for use elsewhere.
     *
     * @param arguments the opener's name and the place
     * @throws ReflectiveOperationException if there is no such opener
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Object opener = Class.forName(arguments[0]).getConstructor().newInstance();
        AlertStore store = apply(opener, arguments[1]);
        for (int line = 1; line <= PROMISED; line++) {
            append(store, false);
            System.out.println(line);
        }
        append(store, true);
    }

    private static void append(AlertStore store, boolean stay) {
        store.transact(tx -> {
            tx.append(AlertEvent.of(Happening.SUBMITTED, Instant.EPOCH, ALERT));
            if (stay) {
                System.out.println("inside");
                sleepForEver();
            }
            return true;
        });
    }

    @SuppressWarnings("unchecked") // what start() was given
    private static AlertStore apply(Object opener, String place) {
        return ((Function<String, ? extends AlertStore>) opener).apply(place);
    }

    private static void sleepForEver() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }
}
