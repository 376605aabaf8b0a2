/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.municipalsafety.alerting.alert.Acknowledgement;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.store.AlertStore;

/** What a store promises about work that is due: S17 to S24. */
abstract class AlertStoreWorkRules extends AlertStoreBench {

    AlertStoreWorkRules() {}

    private static final Instant BEFORE = NOW.minusNanos(1);

    /** S17 to S20. */
    @Nested
    @DisplayName("deliveries that are due")
    public class Claims {

        /** Made by JUnit. */
        public Claims() {}

        /** The order. */
        @Test
        @DisplayName("S17: claims come by severity, then by what is due longest, and no more of them than asked for")
        public void S17_claimsComeBySeverityThenByAge() {
            AlertStore store = opened();
            RunningAlert minor = submitted("minor", Severity.INFORMATION, NOW);
            RunningAlert grave = submitted("grave", Severity.CRITICAL, NOW);
            change(store, tx -> {
                tx.insert(minor);
                tx.insert(grave);
                tx.insert(delivery(minor, "oldest", "mail", NOW.minusSeconds(60)));
                tx.insert(delivery(grave, "young", "mail", NOW));
                tx.insert(delivery(grave, "old", "mail", NOW.minusNanos(1)));
                tx.insert(delivery(grave, "also-young", "mail", NOW));
                tx.insert(delivery(grave, "not-due", "mail", NOW.plusNanos(1)));
                tx.insert(delivery(grave, "elsewhere", "sms", NOW.minusSeconds(90)));
                Delivery blocked = delivery(minor, "blocked", "mail", NOW.minusSeconds(30));
                tx.insert(blocked);
                tx.update(blocked.become(DeliveryState.BLOCKED, blocked.due(), Optional.empty()));
                Delivery sent = delivery(grave, "sent", "mail", NOW.minusSeconds(80));
                tx.insert(sent);
                tx.update(sent.become(DeliveryState.SENT, sent.due(), Optional.empty()));
            });
            assertThat(contacts(in(store).claimable("mail", NOW, 10)))
                    .as("pending and blocked, of the notifier, due at that instant or before")
                    .containsExactly("old", "young", "also-young", "oldest", "blocked");
            assertThat(contacts(in(store).claimable("mail", NOW, 2))).containsExactly("old", "young");
        }

        /** Two openings. */
        @Test
        @DisplayName("S18: of several nodes that claim at once, each delivery goes to one")
        public void S18_eachDeliveryIsClaimedByOne() throws Exception {
            AlertStore first = opened();
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add("c" + i);
            }
            stored(first, "a", all.toArray(String[]::new));
            AlertStore second = opened();
            List<Callable<List<String>>> nodes = List.of(
                    () -> claimAll(first, "one"),
                    () -> claimAll(second, "two"),
                    () -> claimAll(first, "three"),
                    () -> claimAll(second, "four"));
            List<String> claimed = new ArrayList<>();
            together(nodes).forEach(claimed::addAll);
            assertThat(claimed).as("who was claimed, by all nodes").containsExactlyInAnyOrderElementsOf(all);
        }

        private List<String> claimAll(AlertStore store, String node) {
            List<String> mine = new ArrayList<>();
            Set<String> before = new HashSet<>();
            while (true) {
                List<Delivery> got = ask(store, tx -> {
                    List<Delivery> claimed = new ArrayList<>();
                    for (Delivery each : tx.claimable("mail", NOW, 3)) {
                        if (tx.update(each.claimed(node, NOW.plus(LEASE)))) {
                            claimed.add(each);
                        }
                    }
                    return claimed;
                });
                mine.addAll(contacts(got));
                if (got.isEmpty() || !before.addAll(contacts(got))) {
                    return mine; // nothing more, or the same ones again
                }
            }
        }

        /** The end of a lease. */
        @Test
        @DisplayName("S19: a lease that is over is told from that instant on, and others may then have the delivery")
        public void S19_aLeaseEndsAndOthersMayClaim() {
            AlertStore store = opened();
            AlertStore other = opened();
            stored(store, "a", "anna");
            Instant end = NOW.plus(LEASE);
            Delivery claimed = claimed(store, "one", end);
            assertThat(in(other).claimable("mail", end, 1)).isEmpty();
            assertThat(in(other).leasesOver(end.minusNanos(1), 9)).isEmpty();
            assertThat(in(other).leasesOver(end, 9)).containsExactly(claimed);
            assertThat(in(other).update(claimed.become(DeliveryState.PENDING, end, Optional.of("lease-over"))))
                    .isTrue();
            assertThat(in(other).leasesOver(end, 9)).isEmpty();
            Delivery again = in(other).claimable("mail", end, 1).get(0);
            assertThat(in(other).update(again.claimed("two", end.plus(LEASE)))).isTrue();
        }

        /** Missing notifiers. */
        @Test
        @DisplayName("S20: what is due and waits for a notifier that is not there is found, in the order it was added")
        public void S20_whatWaitsForAMissingNotifierIsFound() {
            AlertStore store = opened();
            RunningAlert alert = submitted("a");
            change(store, tx -> {
                tx.insert(alert);
                tx.insert(delivery(alert, "by-pager", "pager", NOW));
                tx.insert(delivery(alert, "by-mail", "mail", NOW));
                tx.insert(delivery(alert, "by-sms", "sms", NOW.minusSeconds(1)));
                tx.insert(delivery(alert, "later", "pager", NOW.plusNanos(1)));
            });
            assertThat(contacts(in(store).stranded(Set.of("mail"), NOW, 9))).containsExactly("by-pager", "by-sms");
            assertThat(contacts(in(store).stranded(Set.of(), NOW, 9))).containsExactly("by-pager", "by-mail", "by-sms");
            assertThat(contacts(in(store).stranded(Set.of("mail"), NOW, 1))).containsExactly("by-pager");
        }
    }

    /** S21 to S24. */
    @Nested
    @DisplayName("alerts and steps that are due")
    public class Due {

        /** Made by JUnit. */
        public Due() {}

        /** Alerts. */
        @Test
        @DisplayName("S21: open alerts whose next step or whose end has come are told, the gravest first")
        public void S21_alertsAreDueTheGravestFirst() {
            AlertStore store = opened();
            Acknowledgement held = new Acknowledgement("held", "anna", NOW);
            change(store, tx -> {
                tx.insert(submitted("minor", Severity.INFORMATION, NOW.minusSeconds(9)));
                tx.insert(submitted("grave", Severity.CRITICAL, NOW));
                tx.insert(submitted("later", Severity.CRITICAL, NOW.plusNanos(1)));
                tx.insert(submitted("held", Severity.CRITICAL, NOW));
                tx.update(submitted("held", Severity.CRITICAL, NOW).heldBy(held, Optional.of(0)));
                tx.insert(ending("ends", NOW, NOW.plusSeconds(60)));
                tx.insert(ending("ends-later", NOW.plusNanos(1), NOW.plusSeconds(60)));
            });
            assertThat(in(store).alertsDue(NOW, 9)).containsExactly("grave", "ends", "minor");
            assertThat(in(store).alertsDue(NOW, 1)).containsExactly("grave");
        }

        /** Steps. */
        @Test
        @DisplayName("S22: steps whose holder is to be looked at again are told, those due longest first")
        public void S22_stepsAreDueThoseDueLongestFirst() {
            AlertStore store = opened();
            stored(store, "a");
            stored(store, "b");
            OpenStep late = watched("b", 0, NOW.minusSeconds(1));
            OpenStep now = watched("a", 1, NOW);
            change(store, tx -> {
                tx.put(now);
                tx.put(late);
                tx.put(watched("a", 0, NOW.plusNanos(1)));
                tx.put(watched("a", 2, NOW.minusSeconds(9)));
                tx.put(watched("a", 2, NOW.minusSeconds(9)).unwatched());
            });
            assertThat(in(store).stepsDue(NOW, 9)).containsExactly(late, now);
            assertThat(in(store).stepsDue(NOW, 1)).containsExactly(late);
        }

        /** Lists. */
        @Test
        @DisplayName("S23: alerts are listed by state in the order they were submitted, deliveries as they were added")
        public void S23_alertsAndDeliveriesAreListedInOrder() {
            AlertStore store = opened();
            change(store, tx -> {
                tx.insert(submitted("second", Severity.CRITICAL, NOW));
                tx.insert(submitted("first", Severity.INFORMATION, BEFORE));
                tx.insert(submitted("third", Severity.CRITICAL, NOW));
                tx.insert(submitted("closed"));
                tx.update(submitted("closed").ended(AlertState.CLOSED));
            });
            stored(store, "other", "x");
            stored(store, "listed", "z", "a", "m");
            assertThat(ids(in(store).alerts(EnumSet.of(AlertState.OPEN))))
                    .startsWith("first", "second", "third")
                    .hasSize(5);
            assertThat(ids(in(store).alerts(EnumSet.of(AlertState.CLOSED, AlertState.DEAD))))
                    .containsExactly("closed");
            assertThat(in(store).alerts(EnumSet.noneOf(AlertState.class))).isEmpty();
            assertThat(contacts(in(store).deliveries("listed"))).containsExactly("z", "a", "m");
        }

        private List<String> ids(List<RunningAlert> alerts) {
            return alerts.stream().map(each -> each.alert().id()).toList();
        }

        /** The next thing to do. */
        @Test
        @DisplayName("S24: the earliest thing to do is known; what waits for a missing or busy notifier does not count")
        public void S24_theEarliestThingToDoIsKnown() {
            AlertStore store = opened();
            assertThat(in(store).nextDue(Set.of("mail"), Set.of("mail"))).isEmpty();
            RunningAlert alert = submitted("a", Severity.SERIOUS, hours(9));
            Delivery sms = delivery(alert, "by-sms", "sms", hours(2));
            change(store, tx -> {
                tx.insert(alert);
                tx.insert(delivery(alert, "by-mail", "mail", hours(1)));
                tx.insert(sms);
            });
            Set<String> both = Set.of("mail", "sms");
            assertThat(in(store).nextDue(both, both)).contains(hours(1));
            assertThat(in(store).nextDue(Set.of("sms"), both)).contains(hours(2));
            assertThat(in(store).nextDue(Set.of(), both)).contains(hours(9));
            assertThat(in(store).nextDue(Set.of(), Set.of("mail")))
                    .as("what must be blocked counts")
                    .contains(hours(2));
            change(store, tx -> tx.put(watched("a", 0, hours(5))));
            assertThat(in(store).nextDue(Set.of(), both)).contains(hours(5));
            change(store, tx -> tx.update(sms.claimed("one", hours(4))));
            assertThat(in(store).nextDue(Set.of(), both)).contains(hours(4));
            change(store, tx -> tx.insert(ending("b", hours(3), hours(9))));
            assertThat(in(store).nextDue(Set.of(), both)).contains(hours(3));
        }

        private Instant hours(int hours) {
            return NOW.plus(Duration.ofHours(hours));
        }
    }
}
