/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.store.AlertStore;
import org.municipalsafety.alerting.store.AlertStoreException;

/**
 * The promises of {@link AlertStore}, as tests.
 *
 * <pre>{@code
 * class OurStoreTest extends AlertStoreContract {
 *     protected AlertStore open() { return JdbcAlertStore.sqlite(folder.resolve("alerts.db")); }
 * }
 * }</pre>
 *
 * <p>One thing is asked of the test that extends this: {@link #open()}. With {@link #makeNewer()} and
 * {@link #otherProcess()} it may show more; a promise that cannot be shown without them is skipped with the reason; it
 * does not pass. Each promise from S1 to S24 is a test that bears its number.
 */
public abstract class AlertStoreContract extends AlertStoreRowRules {

    /** Made by a test that extends this. */
    protected AlertStoreContract() {}

    /** Closes what the test has opened. */
    @AfterEach
    public void close() {
        closeAll();
    }

    private static void write(AlertStore.Transaction tx, String alert) {
        tx.append(AlertEvent.of(Happening.SUBMITTED, NOW, alert));
    }

    private static int lines(AlertStore store, String alert) {
        return in(store).log(alert).size();
    }

    /** S1 to S4. */
    @Nested
    @DisplayName("transactions")
    public class Transactions {

        /** Made by JUnit. */
        public Transactions() {}

        /** Durable. */
        @Test
        @DisplayName(
                "S1: what a transaction has written is there for everybody once it has returned, also after closing")
        public void S1_whatIsWrittenIsThereForEverybody() {
            AlertStore store = opened();
            AlertStore other = opened();
            change(store, tx -> write(tx, "a"));
            assertThat(lines(other, "a")).isEqualTo(1);
            change(other, tx -> write(tx, "a"));
            closeAll();
            assertThat(lines(opened(), "a")).isEqualTo(2);
        }

        /** Atomic. */
        @Test
        @DisplayName("S2: work that throws leaves nothing behind, what it threw comes through, and the store goes on")
        public void S2_workThatThrowsLeavesNothingBehind() {
            AlertStore store = opened();
            RuntimeException stop = new IllegalArgumentException("stop");
            Error error = new AssertionError("stop too");
            for (Throwable each : List.of(stop, error)) {
                assertThatThrownBy(() -> change(store, tx -> {
                            tx.insert(submitted("a"));
                            write(tx, "a");
                            if (each instanceof Error worse) {
                                throw worse;
                            }
                            throw stop;
                        }))
                        .isSameAs(each);
            }
            assertThat(lines(store, "a")).isZero();
            assertThat(in(store).alert("a")).isEmpty();
            change(store, tx -> write(tx, "a"));
            assertThat(lines(opened(), "a")).isEqualTo(1);
        }

        /** Isolated. */
        @Test
        @DisplayName("S3: nobody sees half of a transaction")
        public void S3_nobodySeesHalfOfATransaction() throws Exception {
            AlertStore store = opened();
            AlertStore other = opened();
            CountDownLatch half = new CountDownLatch(1);
            Callable<Integer> writer = () -> {
                change(store, tx -> {
                    write(tx, "a");
                    half.countDown();
                    pause();
                    write(tx, "a");
                });
                return 2;
            };
            Callable<Integer> reader = () -> {
                assertThat(half.await(20, TimeUnit.SECONDS)).isTrue();
                return lines(other, "a");
            };
            Callable<Integer> sameOpening = () -> {
                assertThat(half.await(20, TimeUnit.SECONDS)).isTrue();
                return lines(store, "a");
            };
            assertThat(together(List.of(writer, reader, sameOpening))).allMatch(seen -> seen == 0 || seen == 2);
        }

        private void pause() {
            try {
                Thread.sleep(200);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        /** Serializable. */
        @Test
        @DisplayName("S4: of changes made at once by several nodes, none is lost")
        public void S4_noChangeIsLost() throws Exception {
            AlertStore store = opened();
            AlertStore other = opened();
            stored(store, "a");
            List<Callable<Integer>> nodes = new ArrayList<>();
            for (AlertStore each : List.of(store, other, store, other)) {
                nodes.add(() -> {
                    int made = 0;
                    while (made < 10) {
                        made += ask(each, tx -> {
                            RunningAlert read = tx.alert("a").orElseThrow();
                            return tx.update(read.at(read.round() + 1, 0, NOW)) ? 1 : 0;
                        });
                    }
                    return made;
                });
            }
            together(nodes);
            RunningAlert all = in(store).alert("a").orElseThrow();
            assertThat(all.round()).isEqualTo(40);
            assertThat(all.version()).isEqualTo(40);
        }
    }

    /** S5 to S8. */
    @Nested
    @DisplayName("opening and closing")
    public class Openings {

        /** Made by JUnit. */
        public Openings() {}

        /** A real death. */
        @Test
        @DisplayName("S5: when a process is killed in the midst of a transaction, all before it is kept and none of it")
        public void S5_aKilledProcessKeepsItsPromisesAndKeepsNobodyOut() throws Exception {
            if (otherProcess().isEmpty()) {
                abort("How another process opens the store is not said: otherProcess().");
            }
            opened().close();
            Process process = otherProcess().get().start();
            List<String> said = new ArrayList<>();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    said.add(line);
                    if (line.equals("inside")) {
                        process.toHandle().destroyForcibly();
                    }
                }
            } catch (IOException dead) {
                said.add("its output broke off");
            }
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(said).as("what the process said").contains(OtherProcess.PROMISED + "", "inside");
            AlertStore store = opened();
            assertThat(lines(store, OtherProcess.ALERT)).isEqualTo(OtherProcess.PROMISED);
            change(store, tx -> write(tx, OtherProcess.ALERT));
            assertThat(lines(store, OtherProcess.ALERT)).isEqualTo(OtherProcess.PROMISED + 1);
        }

        /** Newer. */
        @Test
        @DisplayName("S6: what a newer release has written is refused, with a way out, and left as it is")
        public void S6_whatANewerReleaseHasWrittenIsRefused() {
            AlertStore store = opened();
            change(store, tx -> write(tx, "a"));
            closeAll();
            makeNewer();
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(() -> opened())
                        .isInstanceOf(AlertStoreException.class)
                        .hasMessageContaining("newer")
                        .hasMessageContaining("\nMaybe ");
            }
        }

        /** Closed. */
        @Test
        @DisplayName("S7: a store may be closed more than once; whoever uses it then is told, and others go on")
        public void S7_aClosedStoreIsClosed() {
            AlertStore store = opened();
            AlertStore other = opened();
            store.close();
            store.close();
            assertThatThrownBy(() -> change(store, tx -> write(tx, "a"))).isInstanceOf(AlertStoreException.class);
            change(other, tx -> write(tx, "a"));
            assertThat(lines(other, "a")).isEqualTo(1);
        }

        /** Nested. */
        @Test
        @DisplayName("S8: a transaction inside a transaction of the same store is refused, and leaves nothing behind")
        public void S8_aTransactionWithinATransactionIsRefused() {
            AlertStore store = opened();
            assertThatThrownBy(() -> change(store, tx -> {
                        write(tx, "a");
                        change(store, inner -> write(inner, "a"));
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(lines(store, "a")).isZero();
        }
    }
}
