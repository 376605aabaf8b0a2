/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.municipalsafety.alerting.notifier.NotifierConfigs;
import org.municipalsafety.alerting.notifier.Outcome;

/**
 * The rules that every notifier keeps, as tests.
 *
 * <pre>{@code
 * class PagerNotifierTest extends NotifierContract<PagerConfig> {
 *     protected NotifierProvider<PagerConfig> provider() { return new PagerNotifierProvider(); }
 *     protected ProviderSide providerSide() { return new PagerServer(); }
 *     protected Address address() { return Address.of("+46700000001"); }
 *     protected Map<String, Object> wrongValues() { return Map.of("port", 0); }
 * }
 * }</pre>
 *
 * <p>Four things are asked of the test that extends this: {@link #provider()}, {@link #providerSide()},
 * {@link #address()} and {@link #wrongValues()}. Each rule from N1 to N11 is a nested class of its number.
 *
 * <p>A rule that cannot be shown against the given {@link ProviderSide} is skipped with the reason; it does not pass.
 *
 * @param <C> the notifier's configuration
 */
public abstract class NotifierContract<C extends Record> extends NotifierProviderRules<C> {

    /** A word in every secret of the configuration that the other end gives; it must never show up anywhere. */
    public static final String SECRET = "s3cr3tMARK";

    /** Made by a test that extends this. */
    protected NotifierContract() {}

    /** Starts the other end and makes the notifier. */
    @BeforeEach
    public void open() {
        start();
    }

    /** Closes both. */
    @AfterEach
    public void close() {
        stop();
    }

    /** N3. */
    @Nested
    @DisplayName("N3: no secret and no address in an exception, a text form or a log")
    public class N3 {

        /** Made by JUnit. */
        public N3() {}

        /** Text forms. */
        @Test
        @DisplayName("the text forms of the configuration and of the notifier show no secret")
        public void N3_textFormsShowNoSecret() {
            silent(String.valueOf(NotifierConfigs.read(provider(), side().config())), "the configuration's text form");
            silent(String.valueOf(notifier()), "the notifier's text form");
        }

        /** Outcomes, exceptions and logs, in every trouble. */
        @Test
        @DisplayName("outcomes, exceptions and log lines show neither, whatever goes wrong")
        public void N3_nothingIsShownWhateverGoesWrong() {
            List<String> logged = new CopyOnWriteArrayList<>();
            Handler handler = new Keeping(logged);
            Logger root = Logger.getLogger("");
            Level before = root.getLevel();
            root.addHandler(handler);
            root.setLevel(Level.ALL);
            try {
                check(null);
                for (Trouble trouble : Trouble.values()) {
                    close();
                    open();
                    if (side().begin(trouble)) {
                        check(trouble);
                    }
                }
            } finally {
                root.setLevel(before);
                root.removeHandler(handler);
            }
            logged.forEach(line -> silent(line, "a log line"));
        }

        private void check(@Nullable Trouble trouble) {
            String when = trouble == null ? "all is well" : "the provider is " + trouble;
            try {
                Outcome outcome = notifier().send(message("n3"), in(trouble == Trouble.SILENT ? SHORT : AMPLE));
                silent(String.valueOf(outcome), "the outcome when " + when);
                silent(outcome.code().orElse(""), "the code when " + when);
                silent(outcome.reference().orElse(""), "the reference when " + when);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | LinkageError thrown) {
                for (Throwable each = thrown; each != null; each = each.getCause()) {
                    silent(String.valueOf(each), "an exception when " + when);
                }
            }
        }

        private void silent(String text, String what) {
            if (text.contains(SECRET) || text.contains(address().value())) {
                fail(what + " shows a secret or an address"); // without the text: this message is logged too
            }
        }
    }

    private static final class Keeping extends Handler {

        private final List<String> lines;

        Keeping(List<String> lines) {
            this.lines = lines;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            StringBuilder text = new StringBuilder(String.valueOf(line.getMessage()));
            Object[] parameters = line.getParameters();
            if (parameters != null) {
                for (Object parameter : parameters) {
                    text.append(' ').append(parameter);
                }
            }
            for (Throwable each = line.getThrown(); each != null; each = each.getCause()) {
                text.append(' ').append(each);
            }
            lines.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
