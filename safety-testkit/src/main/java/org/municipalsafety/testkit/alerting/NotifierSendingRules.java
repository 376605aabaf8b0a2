/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.Purpose;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.alerting.notifier.Limits;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Outcome;
import org.municipalsafety.core.text.LocalizedText;

/**
 * What a notifier promises for each message: N1, N2, N4, N5 and N7 to N9.
 *
 * @param <C> the notifier's configuration
 */
abstract class NotifierSendingRules<C extends Record> extends NotifierBench<C> {

    NotifierSendingRules() {}

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

        /** The deadline. */
        @Test
        @DisplayName("the notifier returns within its deadline when the provider is silent")
        public void N2_theDeadlineIsHonoured() {
            classified(Trouble.SILENT);
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
}
