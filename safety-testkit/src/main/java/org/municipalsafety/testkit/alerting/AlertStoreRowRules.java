/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.municipalsafety.alerting.alert.Acknowledgement;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Attempt;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.alert.LogEntry;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.store.AlertStore;

/** What a store promises about what is kept in it: S9 to S16. */
abstract class AlertStoreRowRules extends AlertStoreWorkRules {

    AlertStoreRowRules() {}

    /** S9, S10 and S16. */
    @Nested
    @DisplayName("what is put in")
    public class Kept {

        /** Made by JUnit. */
        public Kept() {}

        /** Every part, to the nanosecond. */
        @Test
        @DisplayName("S9: what is put in is read back equal in every part, to the nanosecond, also what is absent")
        public void S9_whatIsPutInReadsBackEqual() {
            AlertStore store = opened();
            RunningAlert ending = ending("ending", NOW.plusNanos(12_345), NOW.plusNanos(999));
            RunningAlert held = submitted("held").heldBy(new Acknowledgement("held", "anna", NOW), Optional.of(1));
            RunningAlert heldByNobodyInParticular =
                    submitted("also-held").heldBy(new Acknowledgement("also-held", "bo", NOW), Optional.empty());
            Delivery pending = delivery(ending, "anna", "mail", NOW.plusNanos(7));
            Delivery sending = delivery(ending, "bo", "mail", NOW).claimed("one", NOW.plusNanos(77));
            Delivery failed =
                    delivery(ending, "eva", "mail", NOW).become(DeliveryState.FAILED, NOW, Optional.of("smtp-550"));
            AlertStore other = opened();
            change(store, tx -> {
                for (RunningAlert each : List.of(ending, held, heldByNobodyInParticular)) {
                    tx.insert(each);
                }
                for (Delivery each : List.of(pending, sending, failed)) {
                    tx.insert(each);
                }
            });
            for (RunningAlert each : List.of(ending, held, heldByNobodyInParticular)) {
                assertThat(in(other).alert(each.alert().id())).contains(each);
            }
            for (Delivery each : List.of(pending, sending, failed)) {
                assertThat(in(other).delivery(each.id())).contains(each);
            }
            assertThat(in(other).alert("nobody")).isEmpty();
            assertThat(in(other).delivery("nobody")).isEmpty();
        }

        /** Twice. */
        @Test
        @DisplayName("S10: what is added twice is added once: the first stays as it is, and the second is told so")
        public void S10_whatIsAddedTwiceIsAddedOnce() {
            AlertStore store = opened();
            RunningAlert alert = submitted("a");
            RunningAlert again = alert.ended(AlertState.CLOSED);
            Delivery delivery = delivery(alert, "anna", "mail", NOW);
            Delivery deliveryAgain = delivery.claimed("one", NOW);
            assertThat(in(store).insert(alert)).isTrue();
            assertThat(in(store).insert(again)).isFalse();
            assertThat(in(store).alert("a")).contains(alert);
            assertThat(in(store).insert(delivery)).isTrue();
            assertThat(in(store).insert(deliveryAgain)).isFalse();
            assertThat(in(store).deliveries("a")).containsExactly(delivery);
        }

        /** Put again. */
        @Test
        @DisplayName("S16: a step or an attempt that is put again is changed, and they are listed by number")
        public void S16_stepsAndAttemptsThatArePutAgainAreChanged() {
            AlertStore store = opened();
            stored(store, "a");
            stored(store, "b");
            OpenStep taken = watched("a", 0, NOW).takenOver("bo", Optional.of(NOW.plusSeconds(1)));
            OpenStep second = watched("a", 1, NOW);
            Attempt running = begun(1);
            Attempt ended = running.ended(NOW.plusNanos(5), "RETRYABLE", Optional.of("smtp-451"));
            Attempt next = begun(2);
            change(store, tx -> {
                tx.put(second);
                tx.put(watched("a", 0, NOW));
                tx.put(taken);
                tx.put(watched("b", 0, NOW));
                tx.put(next);
                tx.put(running);
                assertThat(tx.attempts("d")).containsExactly(running, next);
                tx.put(ended);
            });
            assertThat(in(store).steps("a")).containsExactly(taken, second);
            assertThat(in(store).attempts("d")).containsExactly(ended, next);
            assertThat(in(store).attempts("nobody")).isEmpty();
        }

        private Attempt begun(int number) {
            return Attempt.begun("d", number, "one", NOW);
        }
    }

    /** S11 and S12. */
    @Nested
    @DisplayName("fences")
    public class Fences {

        /** Made by JUnit. */
        public Fences() {}

        /** Stale versions. */
        @Test
        @DisplayName("S11: who has not seen the latest version changes nothing, and is told so")
        public void S11_whoHasNotSeenTheLatestVersionChangesNothing() {
            AlertStore store = opened();
            AlertStore other = opened();
            RunningAlert seenByBoth = stored(store, "a", "anna");
            RunningAlert first = seenByBoth.at(0, 1, NOW);
            assertThat(in(store).update(first)).isTrue();
            assertThat(in(other).update(seenByBoth.ended(AlertState.CLOSED))).isFalse();
            assertThat(in(other).alert("a")).contains(first);
            Delivery delivery = in(store).deliveries("a").get(0);
            Delivery cancelled = delivery.become(DeliveryState.CANCELLED, NOW, Optional.empty());
            assertThat(in(other).update(cancelled)).isTrue();
            assertThat(in(store).update(delivery.claimed("one", NOW))).isFalse();
            assertThat(in(store).delivery(delivery.id())).contains(cancelled);
            assertThat(in(store).update(submitted("nobody").at(0, 1, NOW)))
                    .as("an alert that is not there")
                    .isFalse();
        }

        /** A lost lease. */
        @Test
        @DisplayName("S12: a node whose lease was taken over cannot complete the delivery any more")
        public void S12_aNodeThatLostItsLeaseCannotComplete() {
            AlertStore slow = opened();
            AlertStore quick = opened();
            stored(slow, "a", "anna");
            Instant later = NOW.plus(LEASE);
            Delivery bySlow = claimed(slow, "slow", later);
            Delivery byQuick = ask(quick, tx -> {
                Delivery free =
                        tx.leasesOver(later, 1).get(0).become(DeliveryState.PENDING, later, Optional.of("lease-over"));
                tx.update(free);
                Delivery mine = free.claimed("quick", later.plus(LEASE));
                tx.update(mine);
                return mine;
            });
            assertThat(in(slow).update(bySlow.become(DeliveryState.SENT, NOW, Optional.empty())))
                    .isFalse();
            assertThat(in(slow).delivery(bySlow.id())).contains(byQuick);
            assertThat(in(quick).update(byQuick.become(DeliveryState.SENT, later, Optional.empty())))
                    .isTrue();
        }
    }

    /** S13 to S15. */
    @Nested
    @DisplayName("acknowledgements and the log")
    public class Account {

        /** Made by JUnit. */
        public Account() {}

        /** All or nothing. */
        @Test
        @DisplayName("S13: an acknowledgement, what it stops and its line in the log are kept together or not at all")
        public void S13_anAcknowledgementIsOneTransaction() {
            AlertStore store = opened();
            AlertStore other = opened();
            RunningAlert alert = stored(store, "a", "anna", "bo");
            IllegalStateException stop = new IllegalStateException("in the midst");
            assertThatThrownBy(() -> change(store, tx -> {
                        acknowledge(tx, alert);
                        throw stop;
                    }))
                    .isSameAs(stop);
            assertThat(in(other).alert("a")).contains(alert);
            assertThat(in(other).acknowledgements("a")).isEmpty();
            assertThat(in(other).log("a")).isEmpty();
            assertThat(in(other).claimable("mail", NOW, 9)).hasSize(2);
            change(store, tx -> acknowledge(tx, alert));
            assertThat(in(other).alert("a").orElseThrow().state()).isEqualTo(AlertState.ACKNOWLEDGED);
            assertThat(in(other).acknowledgements("a")).hasSize(1);
            assertThat(in(other).log("a")).hasSize(1);
            assertThat(in(other).claimable("mail", NOW, 9)).isEmpty();
        }

        private void acknowledge(AlertStore.Transaction tx, RunningAlert alert) {
            Acknowledgement by = new Acknowledgement("a", "anna", NOW);
            tx.update(alert.heldBy(by, Optional.of(0)));
            tx.add(by);
            for (Delivery each : tx.deliveries("a")) {
                tx.update(each.become(DeliveryState.CANCELLED, NOW, Optional.empty()));
            }
            tx.append(AlertEvent.of(Happening.ACKNOWLEDGED, NOW, "a"));
        }

        /** Each of them. */
        @Test
        @DisplayName("S14: every acknowledgement stays, in the order in which they were added")
        public void S14_everyAcknowledgementStays() {
            AlertStore store = opened();
            stored(store, "a");
            stored(store, "b");
            Acknowledgement first = new Acknowledgement("a", "eva", NOW);
            Acknowledgement second = new Acknowledgement("a", "anna", NOW.minusSeconds(1));
            Acknowledgement again = new Acknowledgement("a", "eva", NOW);
            change(store, tx -> tx.add(first));
            change(store, tx -> {
                tx.add(new Acknowledgement("b", "bo", NOW));
                tx.add(second);
                tx.add(again);
            });
            assertThat(in(store).acknowledgements("a")).containsExactly(first, second, again);
        }

        /** The log. */
        @Test
        @DisplayName("S15: every line of the log stays, under a number that no other has, in the order of the numbers")
        public void S15_everyLineOfTheLogStays() {
            AlertStore store = opened();
            AlertStore other = opened();
            Delivery delivery = delivery(submitted("a"), "anna", "mail", NOW);
            LogEntry first = in(store).append(AlertEvent.of(Happening.SUBMITTED, NOW, "a"));
            LogEntry elsewhere = in(other).append(AlertEvent.of(Happening.SUBMITTED, NOW, "b"));
            LogEntry second = in(other)
                    .append(AlertEvent.of(Happening.FAILED, NOW.minusSeconds(9), delivery, Optional.of("smtp-550")));
            LogEntry third = in(store)
                    .append(AlertEvent.of(
                            Happening.HANDED_OVER, NOW, "a", Optional.of(1), Optional.of("bo"), Optional.of("anna")));
            LogEntry same = in(store)
                    .append(AlertEvent.of(
                            Happening.HANDED_OVER, NOW, "a", Optional.of(1), Optional.of("bo"), Optional.of("anna")));
            assertThat(List.of(first.number(), elsewhere.number(), second.number(), third.number(), same.number()))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(in(store).log("a")).containsExactly(first, second, third, same);
            assertThat(in(store).log("b")).containsExactly(elsewhere);
        }
    }
}
