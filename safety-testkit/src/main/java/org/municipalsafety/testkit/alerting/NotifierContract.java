/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.Purpose;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.alerting.notifier.Address;
import org.municipalsafety.alerting.notifier.ConfigFault;
import org.municipalsafety.alerting.notifier.Deadline;
import org.municipalsafety.alerting.notifier.InvalidConfigException;
import org.municipalsafety.alerting.notifier.Limits;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Notifier;
import org.municipalsafety.alerting.notifier.NotifierConfigs;
import org.municipalsafety.alerting.notifier.NotifierProvider;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.alerting.notifier.Outcome;
import org.municipalsafety.core.text.LocalizedText;

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
 * <p>A rule that cannot be shown against the given {@link ProviderSide} is skipped with the reason; it does not pass.
 *
 * @param <C> the notifier's configuration
 */
public abstract class NotifierContract<C extends Record> {

    /** A word in every secret of the configuration that the other end gives; it must never show up anywhere. */
    public static final String SECRET = "s3cr3tMARK";

    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Duration GRACE = Duration.ofSeconds(4);
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private @Nullable ProviderSide side;
    private @Nullable Notifier notifier;

    /** Made by a test that extends this. */
    protected NotifierContract() {}

    /**
     * The provider under test.
     *
     * @return the provider
     */
    protected abstract NotifierProvider<C> provider();

    /**
     * Starts the other end; called anew for each test.
     *
     * @return the other end
     */
    protected abstract ProviderSide providerSide();

    /**
     * An address that the other end takes. It must never show up anywhere either, so it is not one that stands in the
     * configuration.
     *
     * @return the address
     */
    protected abstract Address address();

    /**
     * Values that the configuration must refuse, one by one.
     *
     * @return a wrong value by field
     */
    protected abstract Map<String, Object> wrongValues();

    /** Starts the other end and makes the notifier. */
    @BeforeEach
    public void open() {
        ProviderSide started = providerSide();
        side = started;
        notifier = provider().create(NotifierConfigs.read(provider(), started.config()));
    }

    /** Closes both. */
    @AfterEach
    public void close() {
        if (notifier != null) {
            notifier.close();
        }
        if (side != null) {
            side.close();
        }
    }

    private ProviderSide side() {
        if (side == null) {
            throw new IllegalStateException("The other end has not been started: open() was not called.");
        }
        return side;
    }

    private Notifier notifier() {
        if (notifier == null) {
            throw new IllegalStateException("The notifier has not been made: open() was not called.");
        }
        return notifier;
    }

    private void begin(Trouble trouble) {
        if (!side().begin(trouble)) {
            abort("The other end cannot be " + trouble + ".");
        }
    }

    private Message message(String key) {
        return Message.test(key, "0581", address());
    }

    private static Deadline in(Duration time) {
        return Deadline.in(time, System::nanoTime);
    }

    private Outcome send(String key) {
        return within(AMPLE.plus(GRACE), () -> notifier().send(message(key), in(AMPLE)));
    }

    /** Runs on a thread of its own, so that a notifier that never returns fails its rule and stops nothing. */
    private static <T> T within(Duration time, Callable<T> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "notifier-contract");
            made.setDaemon(true);
            return made;
        });
        try {
            return thread.submit(work).get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("The notifier did not return within " + time + ".");
        } catch (ExecutionException thrown) {
            Throwable cause = thrown.getCause();
            throw new AssertionError(
                    "The notifier threw "
                            + (cause == null ? "something" : cause.getClass().getName()) + "; expected an outcome.",
                    cause);
        } catch (InterruptedException interrupted) {
            throw new AssertionError("The test was interrupted.", interrupted);
        } finally {
            thread.shutdownNow();
        }
    }

    private void classified(Trouble trouble) {
        begin(trouble);
        Duration time = trouble == Trouble.SILENT ? SHORT : AMPLE;
        Outcome outcome = within(time.plus(GRACE), () -> notifier().send(message("n1"), in(time)));
        assertThat(outcome).as("the outcome when the provider is %s", trouble).isNotNull();
        assertThat(outcome.verdict())
                .as("the verdict when the provider is %s", trouble)
                .isIn(trouble.allowed());
    }

    /** N1. */
    @Nested
    @DisplayName("N1: every failure is classified, and when in doubt it is unknown")
    public class N1 {

        /** Made by JUnit. */
        public N1() {}

        /** The provider says: not now. */
        @Test
        @DisplayName("a refusal for now is RETRYABLE")
        public void N1_aRefusalForNowIsRetryable() {
            classified(Trouble.REFUSED_FOR_NOW);
        }

        /** The provider says: never. */
        @Test
        @DisplayName("a refusal for good is PERMANENT")
        public void N1_aRefusalForGoodIsPermanent() {
            classified(Trouble.REFUSED_FOR_GOOD);
        }

        /** Nobody is there. */
        @Test
        @DisplayName("a provider that cannot be reached is RETRYABLE")
        public void N1_anUnreachableProviderIsRetryable() {
            classified(Trouble.UNREACHABLE);
        }

        /** The answer is lost. */
        @Test
        @DisplayName("a connection lost after the message was handed over is UNKNOWN_OUTCOME")
        public void N1_aLostAnswerIsUnknown() {
            classified(Trouble.LOST_AFTER_HANDOVER);
        }

        /** All is well. */
        @Test
        @DisplayName("a message that the provider took is a success, and has arrived")
        public void N1_aMessageThatWasTakenIsASuccess() {
            Outcome outcome = send("n1-well");
            assertThat(outcome.isSuccess()).as("success: %s", outcome).isTrue();
            assertThat(side().arrived()).as("what has arrived").hasSize(1);
        }
    }

    /** N2. */
    @Nested
    @DisplayName("N2: the deadline and interrupts are honoured")
    public class N2 {

        /** Made by JUnit. */
        public N2() {}

        /** The deadline. */
        @Test
        @DisplayName("the notifier returns within its deadline when the provider is silent")
        public void N2_theDeadlineIsHonoured() {
            classified(Trouble.SILENT);
        }

        /** Interrupts. */
        @Test
        @DisplayName("the notifier returns soon after an interrupt")
        public void N2_anInterruptIsHonoured() {
            begin(Trouble.SILENT);
            Thread sender = new Thread(() -> {
                try {
                    notifier().send(message("n2"), in(Duration.ofMinutes(5)));
                } catch (InterruptedException expected) {
                    Thread.currentThread().interrupt();
                }
            });
            sender.setDaemon(true);
            sender.start();
            try {
                sender.join(SHORT.toMillis());
                sender.interrupt();
                sender.join(GRACE.toMillis());
            } catch (InterruptedException interrupted) {
                throw new AssertionError("The test was interrupted.", interrupted);
            }
            assertThat(sender.isAlive())
                    .as("still sending %s after the interrupt", GRACE)
                    .isFalse();
        }
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

    /** N4. */
    @Nested
    @DisplayName("N4: the same idempotency key is the same key at the provider")
    public class N4 {

        /** Made by JUnit. */
        public N4() {}

        /** The key. */
        @Test
        @DisplayName("a repetition arrives with the same key, another message with another one")
        public void N4_theKeyReachesTheProvider() {
            assertThat(send("n4-a").isSuccess()).as("success").isTrue();
            assertThat(send("n4-a").isSuccess()).as("success").isTrue();
            assertThat(send("n4-b").isSuccess()).as("success").isTrue();
            List<String> keys =
                    side().arrived().stream().map(ProviderSide.Arrived::key).toList();
            if (keys.stream().allMatch(String::isEmpty)) {
                abort("The provider knows no idempotency keys.");
            }
            // A provider may drop the repetition itself; one that passes it on must show the same key.
            assertThat(keys.stream().distinct()).as("keys at the provider").hasSize(2);
            assertThat(keys.get(0)).as("the first key").isNotEqualTo(keys.get(keys.size() - 1));
        }
    }

    /** N5. */
    @Nested
    @DisplayName("N5: closing is idempotent, sending is thread-safe")
    public class N5 {

        /** Made by JUnit. */
        public N5() {}

        /** Closing. */
        @Test
        @DisplayName("closing twice throws nothing")
        public void N5_closingTwiceThrowsNothing() {
            try {
                notifier().close();
                notifier().close();
            } catch (RuntimeException thrown) {
                throw new AssertionError("Closing threw " + thrown.getClass().getName() + ".");
            }
        }

        /** Threads. */
        @Test
        @DisplayName("messages sent at once all arrive, each as itself")
        public void N5_messagesSentAtOnceAllArrive() {
            int messages = 24;
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                List<Future<Outcome>> sent = new ArrayList<>();
                for (int i = 0; i < messages; i++) {
                    Message message = numbered(i);
                    sent.add(threads.submit(() -> notifier().send(message, in(AMPLE))));
                }
                for (Future<Outcome> each : sent) {
                    assertThat(each.get(AMPLE.toSeconds(), TimeUnit.SECONDS).isSuccess())
                            .as("success")
                            .isTrue();
                }
            } catch (ExecutionException | TimeoutException | InterruptedException failed) {
                throw new AssertionError("A message sent at the same time as others failed: "
                        + failed.getClass().getSimpleName() + ".");
            } finally {
                threads.shutdownNow();
            }
            String all = String.join(
                    "\n",
                    side().arrived().stream().map(ProviderSide.Arrived::text).toList());
            for (int i = 0; i < messages; i++) {
                assertThat(all.contains("<number " + i + ">"))
                        .as("message number %d arrived", i)
                        .isTrue();
            }
        }

        private Message numbered(int i) {
            Message plain = message("n5-" + i);
            String mark = AlertKind.EXERCISE.mark();
            return new Message(
                    plain.idempotencyKey(),
                    plain.alert(),
                    plain.kind(),
                    plain.severity(),
                    plain.purpose(),
                    plain.municipality(),
                    plain.subject(),
                    LocalizedText.of(mark + " <number " + i + ">", mark + " <number " + i + ">"),
                    plain.address());
        }
    }

    /** N6. */
    @Nested
    @DisplayName("N6: a wrong configuration is refused, naming the field in Swedish and English")
    public class N6 {

        /** Made by JUnit. */
        public N6() {}

        /** Wrong values. */
        @Test
        @DisplayName("every wrong value is refused by name")
        public void N6_everyWrongValueIsRefusedByName() {
            assertThat(wrongValues()).as("wrongValues()").isNotEmpty();
            wrongValues().forEach((field, value) -> {
                Map<String, Object> values = new LinkedHashMap<>(side().config());
                values.put(field, value);
                refused(field, values);
            });
        }

        /** Unknown fields. */
        @Test
        @DisplayName("an unknown field is refused by name")
        public void N6_anUnknownFieldIsRefusedByName() {
            Map<String, Object> values = new LinkedHashMap<>(side().config());
            values.put("unknownField", SECRET);
            refused("unknownField", values);
        }

        /** Missing fields. */
        @Test
        @DisplayName("a missing field is either optional or refused by name")
        public void N6_aMissingFieldIsOptionalOrRefusedByName() {
            for (String field : side().config().keySet()) {
                Map<String, Object> values = new LinkedHashMap<>(side().config());
                values.remove(field);
                try {
                    NotifierConfigs.read(provider(), values);
                } catch (InvalidConfigException refused) {
                    named(field, refused);
                }
            }
        }

        private void refused(String field, Map<String, Object> values) {
            try {
                NotifierConfigs.read(provider(), values);
            } catch (InvalidConfigException refused) {
                named(field, refused);
                return;
            }
            fail("a wrong value of the field " + field + " is accepted");
        }

        private void named(String field, InvalidConfigException refused) {
            assertThat(refused.faults()).as("the faults for %s", field).isNotEmpty();
            for (ConfigFault fault : refused.faults()) {
                assertThat(fault.message().in(SWEDISH))
                        .as("the fault in Swedish")
                        .contains(fault.field());
                assertThat(fault.message().in(Locale.ENGLISH))
                        .as("the fault in English")
                        .contains(fault.field());
            }
            assertThat(String.valueOf(refused.getMessage()).contains(SECRET))
                    .as("a fault repeats a secret")
                    .isFalse();
        }
    }

    /** N7. */
    @Nested
    @DisplayName("N7: a test message arrives marked as an exercise")
    public class N7 {

        /** Made by JUnit. */
        public N7() {}

        /** The mark. */
        @Test
        @DisplayName("the mark of the kind is at the start of what arrives")
        public void N7_theMarkArrives() {
            assertThat(send("n7").isSuccess()).as("success").isTrue();
            assertThat(side().arrived()).as("what has arrived").isNotEmpty();
            assertThat(side().arrived().get(0).text()).as("what has arrived").startsWith(AlertKind.EXERCISE.mark());
        }
    }

    /** N8. */
    @Nested
    @DisplayName("N8: what fits the declared limits arrives whole")
    public class N8 {

        /** Made by JUnit. */
        public N8() {}

        /** The limits. */
        @Test
        @DisplayName("a text of the greatest length arrives with its end")
        public void N8_theLongestTextArrivesWhole() {
            Limits limits = provider().limits();
            assertThat(limits).as("limits()").isNotNull();
            String mark = AlertKind.EXERCISE.mark();
            int length = limits.maxTextUnits();
            String text = mark + " " + "a".repeat(length - mark.length() - 6) + " SLUT";
            Message longest = new Message(
                    "n8",
                    "test",
                    AlertKind.EXERCISE,
                    Severity.INFORMATION,
                    Purpose.ALERT,
                    "0581",
                    LocalizedText.of(mark, mark),
                    LocalizedText.of(text, text),
                    address());
            Outcome outcome = within(AMPLE.plus(GRACE), () -> notifier().send(longest, in(AMPLE)));
            assertThat(outcome.isSuccess()).as("success: %s", outcome).isTrue();
            assertThat(side().arrived().get(0).text().contains(" SLUT"))
                    .as("the end has arrived")
                    .isTrue();
        }
    }

    /** N9. */
    @Nested
    @DisplayName("N9: receipts never go backwards")
    public class N9 {

        /** Made by JUnit. */
        public N9() {}

        /** The reference, by which receipts would be matched. */
        @Test
        @DisplayName("a success carries the provider's reference")
        public void N9_aSuccessCarriesAReference() {
            assertThat(send("n9").reference()).as("reference").isPresent();
        }

        /** Receipts. */
        @Test
        @DisplayName("receipts are monotone")
        public void N9_receiptsAreMonotone() {
            abort("Receipts after sending are not part of the SPI.");
        }
    }

    /** N10. */
    @Nested
    @DisplayName("N10: a failing provider at discovery stops no other")
    public class N10 {

        /** Made by JUnit. */
        public N10() {}

        /** Discovery. */
        @Test
        @DisplayName("the provider is found beside one that is broken")
        public void N10_foundBesideABrokenOne() {
            NotifierProvider<?> wanted = provider();
            Path folder = null;
            try {
                folder = Files.createTempDirectory("notifier-contract");
                Path services = folder.resolve("META-INF/services");
                Files.createDirectories(services);
                Files.writeString(services.resolve(NotifierProvider.class.getName()), "no.such.Provider\n");
                try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, wanted.getClass().getClassLoader())) {
                    NotifierProviders found = NotifierProviders.discover(loader);
                    assertThat(found.problems())
                            .as("the broken provider is named")
                            .isNotEmpty();
                    assertThat(found.find(wanted.type()).map(Object::getClass))
                            .as("the provider of the type %s that a ServiceLoader finds", wanted.type())
                            .isEqualTo(Optional.of(wanted.getClass()));
                }
            } catch (IOException failed) {
                throw new AssertionError("The test cannot write a file.", failed);
            } finally {
                delete(folder);
            }
        }

        private void delete(@Nullable Path folder) {
            if (folder == null) {
                return;
            }
            try {
                Path services = folder.resolve("META-INF/services");
                Files.deleteIfExists(services.resolve(NotifierProvider.class.getName()));
                Files.deleteIfExists(services);
                Files.deleteIfExists(folder.resolve("META-INF"));
                Files.deleteIfExists(folder);
            } catch (IOException left) {
                // A small folder is left among the temporary files.
            }
        }
    }

    /** N11. */
    @Nested
    @DisplayName("N11: the provider can be found and made anywhere")
    public class N11 {

        /** Made by JUnit. */
        public N11() {}

        /** What a ServiceLoader needs. */
        @Test
        @DisplayName("the provider is a public class with a public constructor without parameters and a stable type")
        public void N11_theProviderCanBeMade() {
            Class<?> type = provider().getClass();
            assertThat(Modifier.isPublic(type.getModifiers()))
                    .as("%s is public", type)
                    .isTrue();
            try {
                Object made = type.getConstructor().newInstance();
                assertThat(((NotifierProvider<?>) made).type())
                        .as("type()")
                        .isEqualTo(provider().type());
            } catch (ReflectiveOperationException failed) {
                throw new AssertionError(type + " has no usable public constructor without parameters.");
            }
        }

        /** Forms of delivery. */
        @Test
        @DisplayName("works from the module path, a shaded jar and a child class loader")
        public void N11_worksFromEveryPath() {
            abort("Needs the plugin's jar: to be shown in the plugin's own build.");
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
