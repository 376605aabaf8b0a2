/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.municipalsafety.alerting.alert.Acknowledgement;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.alert.Purpose;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.notifier.ContactBook;
import org.municipalsafety.alerting.notifier.Limits;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.alerting.notifier.OnUnknownOutcome;
import org.municipalsafety.alerting.notifier.Outcome;

class AlertEngineTest {

    private static final Duration FIVE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = new World(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void A1_submitIsIdempotentByIdAndRefusesAnotherAlertWithTheSameId() {
        assertThat(world.engine.submit(World.alert("a"), World.POLICY)).isTrue();
        assertThat(world.engine.submit(World.alert("a"), World.POLICY)).isFalse();
        assertThatThrownBy(() ->
                        world.engine.submit(World.alert("a", AlertKind.EXERCISE, Severity.CRITICAL), World.POLICY))
                .isInstanceOf(AlertException.class)
                .hasMessageContaining("a")
                .hasMessageContaining("Maybe");
        world.engine.runDue();
        assertThat(world.one.to()).containsExactly("anna@one.example");
    }

    @Test
    void A1_everyPointSurvivesReopeningTheStore() {
        world.engine.submit(World.alert("a"), World.POLICY);
        world.reopen();
        world.engine.runDue();
        world.reopen();
        assertThat(world.one.to()).containsExactly("anna@one.example");
        assertThat(world.engine.runDue()).isZero();
        world.clock.advance(FIVE);
        world.reopen();
        world.engine.runDue();
        assertThat(world.one.to()).containsExactly("anna@one.example", "bo@one.example");
        world.reopen();
        world.engine.acknowledge("a", "bo");
        world.reopen();
        assertThat(world.engine.find("a").orElseThrow().acknowledgement())
                .contains(new Acknowledgement("a", "bo", world.clock.instant()));
        world.after(Duration.ofDays(2));
        assertThat(world.one.messages).hasSize(2);
        assertThat(world.log("a"))
                .containsExactly(
                        Happening.SUBMITTED,
                        Happening.STEP_FIRED,
                        Happening.SENT,
                        Happening.STEP_FIRED,
                        Happening.SENT,
                        Happening.ACKNOWLEDGED);
    }

    @Test
    void A1_unacknowledgedAlertEndsVisiblyAsDeadAfterItsRepetitions() {
        world.engine.submit(World.alert("a"), World.POLICY.withRepeats(1));
        world.engine.runDue();
        for (int i = 0; i < 10; i++) {
            world.after(FIVE);
        }
        assertThat(world.one.to())
                .containsExactly("anna@one.example", "bo@one.example", "anna@one.example", "bo@one.example");
        assertThat(world.one.messages.stream().map(Message::idempotencyKey).distinct())
                .hasSize(4);
        assertThat(world.engine.alerts(AlertState.DEAD))
                .extracting(running -> running.alert().id())
                .containsExactly("a");
        assertThat(world.engine.nextDue()).isEmpty();
        world.engine.acknowledge("a", "cia");
        assertThat(world.engine.alerts(AlertState.DEAD)).isEmpty();
    }

    @Test
    void A1_alertWhoseTimeIsOverEndsVisiblyAsExpired() {
        world.one.behaviour = (message, deadline) -> Outcome.retryable("server-down");
        world.engine.submit(World.alert("a"), World.POLICY.withExpiresAfter(Duration.ofMinutes(7)));
        world.engine.runDue();
        world.clock.advance(Duration.ofMinutes(7));
        world.engine.runDue();
        assertThat(world.engine.alerts(AlertState.EXPIRED)).hasSize(1);
        assertThat(world.states("a")).allMatch(DeliveryState::isOver).contains(DeliveryState.EXPIRED);
        assertThatThrownBy(() -> world.engine.acknowledge("a", "anna")).isInstanceOf(AlertException.class);
    }

    @Test
    void A1_deliveryWhoseNotifierIsMissingIsBlockedUntilItIsBack() {
        Notifiers all = world.notifiers;
        world.notifiers = new Notifiers().add("two", world.two, new Recording.None());
        world.reopen();
        world.engine.submit(World.alert("a"), World.POLICY);
        world.engine.runDue();
        assertThat(world.states("a")).containsExactly(DeliveryState.BLOCKED);
        assertThat(world.engine.runDue()).isZero();
        world.clock.advance(Duration.ofMinutes(1));
        assertThat(world.engine.late(Duration.ofSeconds(30)))
                .extracting(Late::what)
                .contains(Late.What.BLOCKED_DELIVERY);
        world.notifiers = all;
        world.reopen();
        world.engine.runDue();
        assertThat(world.states("a")).containsExactly(DeliveryState.SENT);
        assertThat(world.one.to()).containsExactly("anna@one.example");
    }

    @Test
    void A2_temporaryFailuresAreTriedAgainWithTheSameKeyAndThenGivenUp() {
        world.one.behaviour = (message, deadline) -> Outcome.retryable("server-down");
        EscalationPolicy policy = EscalationPolicy.of("slow", Step.position("TIB", Duration.ofHours(2), "one"));
        world.engine.submit(World.alert("a"), policy);
        world.engine.runDue();
        List<Duration> waits = new ArrayList<>();
        Instant last = world.clock.instant();
        while (world.states("a").contains(DeliveryState.PENDING)) {
            Instant next = world.engine.nextDue().orElseThrow();
            waits.add(Duration.between(last, next));
            last = next;
            world.clock.set(next);
            world.engine.runDue();
        }
        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2));
        assertThat(world.one.messages).hasSize(5);
        assertThat(world.one.messages.stream().map(Message::idempotencyKey).distinct())
                .hasSize(1);
        assertThat(world.states("a")).containsExactly(DeliveryState.DEAD);
        assertThat(world.log("a")).contains(Happening.GAVE_UP, Happening.STEP_FAILED, Happening.DIED);
        assertThat(world.engine.attempts(world.engine.deliveries("a").get(0).id()))
                .hasSize(5);
    }

    @Test
    void A1_aDeadAlertStillSendsWhatHasNotBeenSent() {
        world.one.behaviour = (message, deadline) ->
                world.one.messages.size() < 5 ? Outcome.retryable("server-down") : Outcome.sent("ref");
        world.engine.submit(
                World.alert("a"), EscalationPolicy.of("short", Step.contact("anna", Duration.ofMinutes(1), "one")));
        world.engine.runDue();
        while (world.engine.nextDue().isPresent()) {
            world.clock.set(world.engine.nextDue().orElseThrow());
            world.engine.runDue();
        }
        assertThat(world.engine.find("a").orElseThrow().state()).isEqualTo(AlertState.DEAD);
        assertThat(world.states("a")).containsExactly(DeliveryState.SENT);
        assertThat(world.log("a")).containsSubsequence(Happening.DIED, Happening.RETRY, Happening.SENT);
    }

    @Test
    void A2_aProviderThatAsksToBeLeftAloneIsLeftAloneForAnHourAtMost() {
        EscalationPolicy policy = EscalationPolicy.of("slow", Step.contact("anna", Duration.ofHours(8), "one"));
        world.one.behaviour = (message, deadline) -> Outcome.retryable("busy").withRetryAfter(Duration.ofMinutes(10));
        world.engine.submit(World.alert("a"), policy);
        world.engine.runDue();
        assertThat(world.engine.nextDue()).contains(world.clock.instant().plus(Duration.ofMinutes(10)));
        world.engine.acknowledge("a", "anna");
        world.one.behaviour = (message, deadline) -> Outcome.retryable("busy").withRetryAfter(Duration.ofDays(10));
        world.engine.submit(World.alert("b"), policy);
        world.engine.runDue();
        assertThat(world.engine.nextDue()).contains(world.clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void A2_unknownOutcomeIsResentOrEscalatedAsTheProviderSays() {
        world.one.behaviour = (message, deadline) -> Outcome.unknown("connection-lost");
        world.engine.submit(World.alert("resend"), World.POLICY);
        world.engine.runDue();
        assertThat(world.states("resend")).containsExactly(DeliveryState.PENDING);
        world.after(Duration.ofSeconds(15));
        assertThat(world.one.messages).hasSize(2);
        assertThat(world.one.messages.get(0).idempotencyKey())
                .isEqualTo(world.one.messages.get(1).idempotencyKey());
        world.engine.acknowledge("resend", "anna");

        world.one.messages.clear();
        world.one.onUnknown = OnUnknownOutcome.ESCALATE;
        world.notifiers = new Notifiers().add("one", world.one, new Recording.None());
        world.reopen();
        world.engine.submit(World.alert("escalate"), World.POLICY);
        world.engine.runDue();
        assertThat(world.one.to()).containsExactly("anna@one.example", "bo@one.example");
        assertThat(world.states("escalate")).containsExactly(DeliveryState.UNKNOWN, DeliveryState.UNKNOWN);
        assertThat(world.engine.find("escalate").orElseThrow().state()).isEqualTo(AlertState.DEAD);
    }

    @Test
    void A2_permanentFailureOfAWholeStepFiresTheNextOneAtOnce() {
        world.one.behaviour = (message, deadline) ->
                message.address().value().startsWith("anna") ? Outcome.permanent("no-such-user") : Outcome.sent("ref");
        world.engine.submit(World.alert("a"), World.POLICY);
        world.engine.runDue();
        assertThat(world.one.to()).containsExactly("anna@one.example", "bo@one.example");
        assertThat(world.log("a")).containsSubsequence(Happening.FAILED, Happening.STEP_FAILED, Happening.STEP_FIRED);
    }

    @Test
    void A3_acknowledgementStopsEverythingInOneTransaction() {
        world.one.behaviour = (message, deadline) -> Outcome.retryable("server-down");
        EscalationPolicy policy = EscalationPolicy.of(
                "both", Step.position("TIB", FIVE, "one", "two"), Step.position("BACKUP", FIVE, "one"));
        world.engine.submit(World.alert("a"), policy);
        world.engine.runDue();
        assertThat(world.states("a")).containsExactly(DeliveryState.PENDING, DeliveryState.SENT);
        Acknowledgement given = world.engine.acknowledge("a", "anna");
        assertThat(given).isEqualTo(new Acknowledgement("a", "anna", world.clock.instant()));
        RunningAlert running = world.engine.find("a").orElseThrow();
        assertThat(running.state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(running.nextAt()).isEmpty();
        assertThat(world.states("a")).containsExactly(DeliveryState.CANCELLED, DeliveryState.SENT);
        assertThat(world.engine.nextDue()).isEmpty();
        int sent = world.one.messages.size();
        world.after(Duration.ofHours(1));
        assertThat(world.one.messages).hasSize(sent);
    }

    @Test
    void A3_acknowledgementThatFailsChangesNothing() {
        world.engine.submit(World.alert("a"), World.POLICY);
        world.engine.runDue();
        RunningAlert before = world.engine.find("a").orElseThrow();
        assertThatThrownBy(() -> world.store.transact(tx -> {
                    tx.add(new Acknowledgement("a", "anna", world.clock.instant()));
                    tx.update(before.heldBy(new Acknowledgement("a", "anna", world.clock.instant()), Optional.empty()));
                    throw new IllegalStateException("the process dies here");
                }))
                .hasMessage("the process dies here");
        assertThat(world.engine.find("a")).contains(before);
        assertThat(world.engine.acknowledgements("a")).isEmpty();
    }

    @Test
    void A3_furtherAcknowledgementsAreRecordedAndTheFirstOneHolds() {
        world.engine.submit(World.alert("a"), World.POLICY);
        world.engine.runDue();
        Acknowledgement first = world.engine.acknowledge("a", "anna");
        world.clock.advance(Duration.ofSeconds(1));
        assertThat(world.engine.acknowledge("a", "bo")).isEqualTo(first);
        assertThat(world.engine.acknowledge("a", "anna")).isEqualTo(first);
        assertThat(world.engine.acknowledgements("a"))
                .extracting(Acknowledgement::person)
                .containsExactly("anna", "bo");
        assertThatThrownBy(() -> world.engine.acknowledge("none", "anna")).isInstanceOf(AlertException.class);
    }

    @Test
    void A3_acknowledgementDuringACallBeatsItsRepetition() {
        world.one.behaviour = (message, deadline) -> {
            world.engine.acknowledge("a", "anna");
            return Outcome.retryable("server-down");
        };
        world.engine.submit(World.alert("a"), World.POLICY);
        world.engine.runDue();
        assertThat(world.states("a")).containsExactly(DeliveryState.CANCELLED);
    }

    @Test
    void A4_theIncomingHolderIsAlertedAtTheHandoverAndTheOutgoingOneTold() {
        Instant handover = world.clock.instant().plus(Duration.ofMinutes(2));
        world.onDuty = (position, t) -> position.equals("TIB")
                ? t.isBefore(handover) ? Holding.by("anna", handover) : Holding.by("cia")
                : Holding.by("bo");
        world.engine.submit(World.alert("a"), World.POLICY);
        world.engine.runDue();
        assertThat(world.engine.nextDue()).contains(handover);
        world.clock.set(handover);
        world.reopen();
        world.engine.runDue();
        assertThat(world.one.to()).startsWith("anna@one.example").hasSize(3);
        Message incoming = only("cia@one.example");
        assertThat(incoming.purpose()).isEqualTo(Purpose.TAKEN_OVER);
        assertThat(incoming.subject().byLanguage().get("en")).contains("Taken over at handover");
        assertThat(incoming.text().byLanguage().get("sv")).contains("ÖVERTAGET VID ÖVERLÄMNING");
        assertThat(world.one.messages.stream().map(Message::purpose))
                .containsExactlyInAnyOrder(Purpose.ALERT, Purpose.TAKEN_OVER, Purpose.HANDED_OVER);
        // The next step is not put off by the handover.
        world.after(Duration.ofMinutes(3));
        assertThat(world.one.to()).hasSize(4).endsWith("bo@one.example");
    }

    @Test
    void A4_anAcknowledgementHeldBySomebodyGoingOffDutyIsAskedForAgain() {
        Instant handover = world.clock.instant().plus(Duration.ofHours(8));
        world.onDuty = (position, t) -> position.equals("TIB")
                ? t.isBefore(handover) ? Holding.by("anna", handover) : Holding.by("cia")
                : Holding.by("bo");
        world.engine.submit(World.alert("a"), World.POLICY);
        world.engine.runDue();
        world.engine.acknowledge("a", "anna");
        assertThat(world.engine.nextDue()).contains(handover);
        world.clock.set(handover);
        world.engine.runDue();
        RunningAlert again = world.engine.find("a").orElseThrow();
        assertThat(again.state()).isEqualTo(AlertState.OPEN);
        assertThat(again.nextAt()).contains(handover.plus(FIVE));
        assertThat(only("cia@one.example").purpose()).isEqualTo(Purpose.TAKEN_OVER);
        assertThat(world.log("a")).contains(Happening.HANDED_OVER, Happening.ASKED_AGAIN);
        world.engine.acknowledge("a", "cia");
        world.after(Duration.ofDays(30));
        assertThat(world.engine.find("a").orElseThrow().state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(world.engine.acknowledgements("a"))
                .extracting(Acknowledgement::person)
                .containsExactly("anna", "cia");
    }

    @Test
    void A4_whatHasNotReachedTheOutgoingHolderIsNoLongerSent() {
        Instant handover = world.clock.instant().plus(Duration.ofSeconds(5));
        world.onDuty = (position, t) -> t.isBefore(handover) ? Holding.by("anna", handover) : Holding.by("cia");
        world.one.behaviour = (message, deadline) ->
                message.purpose() == Purpose.ALERT ? Outcome.retryable("server-down") : Outcome.sent("ref");
        world.engine.submit(World.alert("a"), World.POLICY);
        world.engine.runDue();
        world.clock.set(handover);
        world.engine.runDue();
        assertThat(world.states("a")).containsExactly(DeliveryState.CANCELLED, DeliveryState.SENT, DeliveryState.SENT);
        world.after(Duration.ofMinutes(1));
        assertThat(world.one.messages).hasSize(3);
    }

    @Test
    void A2_anUnknownOutcomeWhoseNotifierIsMissingIsDecidedWhenItIsBack() {
        for (OnUnknownOutcome choice : OnUnknownOutcome.values()) {
            String id = choice.name().toLowerCase(java.util.Locale.ROOT);
            world.one.onUnknown = choice;
            Notifiers all = new Notifiers().add("one", world.one, new Recording.None());
            world.notifiers = all;
            world.reopen();
            world.engine.submit(World.alert(id), EscalationPolicy.of("one", Step.contact("anna", FIVE, "one")));
            // A process that dies while it sends: the row says SENDING and nobody is left.
            world.engine.runDue();
            world.store.transact(tx -> {
                Delivery sent = tx.deliveries(id).get(0);
                Instant lease = world.clock.instant().plusSeconds(10);
                return tx.update(sent.claimed("dead-node", lease));
            });
            world.one.messages.clear();
            world.notifiers = new Notifiers();
            world.reopen();
            world.after(Duration.ofSeconds(10));
            assertThat(world.states(id)).containsExactly(DeliveryState.BLOCKED);
            world.notifiers = all;
            world.reopen();
            world.engine.runDue();
            boolean resend = choice == OnUnknownOutcome.RESEND;
            assertThat(world.states(id)).containsExactly(resend ? DeliveryState.SENT : DeliveryState.UNKNOWN);
            assertThat(world.one.messages).hasSize(resend ? 1 : 0);
        }
    }

    @Test
    void A4_whoeverTakesOverAgainIsAlertedAgain() {
        Instant start = world.clock.instant();
        world.onDuty = (position, t) -> {
            long minute = Duration.between(start, t).toMinutes();
            return Holding.by(minute % 2 == 0 ? "anna" : "cia", start.plus(Duration.ofMinutes(minute + 1)));
        };
        world.engine.submit(
                World.alert("a"), EscalationPolicy.of("one", Step.position("TIB", Duration.ofMinutes(30), "one")));
        world.engine.runDue();
        for (int i = 0; i < 4; i++) {
            world.after(Duration.ofMinutes(1));
        }
        assertThat(world.one.messages.stream().map(Message::purpose))
                .hasSize(9)
                .filteredOn(purpose -> purpose == Purpose.TAKEN_OVER)
                .hasSize(4);
    }

    @Test
    void A4_aClosedAlertIsNotAskedForAgain() {
        Instant handover = world.clock.instant().plus(Duration.ofHours(8));
        world.onDuty = (position, t) -> t.isBefore(handover) ? Holding.by("anna", handover) : Holding.by("cia");
        world.engine.submit(World.alert("a"), World.POLICY);
        world.engine.runDue();
        world.engine.acknowledge("a", "anna");
        world.engine.closeAlert("a", "anna");
        assertThat(world.engine.nextDue()).isEmpty();
        world.after(Duration.ofHours(9));
        assertThat(world.one.messages).hasSize(1);
    }

    @Test
    void A4_theLastHolderStaysResponsibleWhileNobodyTakesOver() {
        Instant off = world.clock.instant().plus(Duration.ofMinutes(1));
        Instant on = world.clock.instant().plus(Duration.ofMinutes(3));
        world.onDuty = (position, t) -> !position.equals("TIB")
                ? Holding.by("bo")
                : t.isBefore(off) ? Holding.by("anna", off) : t.isBefore(on) ? Holding.nobody(on) : Holding.by("cia");
        world.engine.submit(World.alert("a"), World.POLICY);
        world.engine.runDue();
        world.after(Duration.ofMinutes(1));
        assertThat(world.one.messages).hasSize(1);
        assertThat(world.log("a")).contains(Happening.HANDED_TO_NOBODY);
        world.after(Duration.ofMinutes(2));
        assertThat(world.one.to()).contains("cia@one.example").hasSize(3);
    }

    @Test
    void A4_anEmptyStepIsSkippedAtOnceAndLogged() {
        world.holders.remove("TIB");
        world.engine.submit(World.alert("a"), World.POLICY);
        world.engine.runDue();
        assertThat(world.one.to()).containsExactly("bo@one.example");
        assertThat(world.log("a")).containsSubsequence(Happening.STEP_SKIPPED, Happening.STEP_FIRED);
    }

    @Test
    void A4_theWholePolicyWaitsWhenNobodyIsThereAtAllAndThenAlertsWhoeverComes() {
        Instant on = world.clock.instant().plus(Duration.ofMinutes(2));
        world.onDuty = (position, t) ->
                t.isBefore(on) ? Holding.nobody(on) : position.equals("TIB") ? Holding.by("cia") : Holding.nobody();
        world.engine.submit(World.alert("a"), World.POLICY);
        world.engine.runDue();
        assertThat(world.engine.find("a").orElseThrow().state()).isEqualTo(AlertState.OPEN);
        world.after(Duration.ofMinutes(2));
        assertThat(world.one.to()).containsExactly("cia@one.example");
        assertThat(world.one.messages.get(0).purpose()).isEqualTo(Purpose.TAKEN_OVER);
    }

    @Test
    void A4_aChangedPolicyDoesNotChangeARunningAlert() {
        world.engine.submit(World.alert("a"), World.POLICY);
        EscalationPolicy other = EscalationPolicy.of("tib", Step.contact("cia", FIVE, "one"));
        assertThat(world.engine.submit(World.alert("a"), other)).isFalse();
        world.engine.runDue();
        assertThat(world.engine.find("a").orElseThrow().policy()).isEqualTo(World.POLICY);
        assertThat(world.one.to()).containsExactly("anna@one.example");
    }

    @Test
    void A5_aHungNotifierHarmsNoOther() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        world.one.timeout = Duration.ofMillis(300);
        world.one.maxConcurrent = 2;
        world.one.behaviour = (message, deadline) -> {
            while (true) {
                try {
                    if (never.await(1, TimeUnit.MINUTES)) {
                        return Outcome.sent("late");
                    }
                } catch (InterruptedException ignored) {
                    continue;
                }
            }
        };
        world.notifiers =
                new Notifiers().add("one", world.one, new Recording.None()).add("two", world.two, new Recording.None());
        world.reopen();
        EscalationPolicy hung = EscalationPolicy.of("hung", Step.contact("anna", FIVE, "one"));
        EscalationPolicy well = EscalationPolicy.of("well", Step.contact("bo", FIVE, "two"));
        for (int i = 0; i < 5; i++) {
            world.engine.submit(World.alert("hung-" + i), hung);
            world.engine.submit(World.alert("well-" + i), well);
        }
        world.engine.runDue();
        assertThat(world.two.messages).hasSize(5);
        assertThat(world.one.messages).hasSize(2); // its bound is used up by calls that never came back
        assertThat(world.engine.deliveries("hung-0").get(0).code()).contains("timeout");
        never.countDown();
    }

    @Test
    void A5_whateverIsThrownIsAnUnknownOutcome() {
        List<Throwable> throwables =
                List.of(new IllegalStateException("anna@one.example"), new StackOverflowError(), new LinkageError("x"));
        AtomicInteger next = new AtomicInteger();
        world.one.behaviour = (message, deadline) -> {
            Throwable thrown = throwables.get(next.getAndIncrement() % throwables.size());
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        };
        for (int i = 0; i < throwables.size(); i++) {
            world.engine.submit(World.alert("a" + i), World.POLICY);
            world.engine.runDue();
            Delivery delivery = world.engine.deliveries("a" + i).get(0);
            assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
            assertThat(delivery.code())
                    .contains("threw-"
                            + throwables.get(i).getClass().getSimpleName().toLowerCase());
        }
    }

    @Test
    void A6_everyMessageIsMarkedWithItsKindAlsoWhenShortened() {
        world.one.maxConcurrent = 1;
        world.one.limits = new Limits(40, 60, Limits.Alphabet.GSM7_OR_UCS2);
        world.notifiers = new Notifiers().add("one", world.one, new Recording.None());
        world.reopen();
        world.engine.submit(World.alert("e", AlertKind.EXERCISE, Severity.SERIOUS), World.POLICY);
        world.engine.submit(World.alert("a"), World.POLICY);
        world.engine.runDue();
        assertThat(world.one.messages).hasSize(2);
        for (Message message : world.one.messages) {
            String mark = message.alert().equals("e") ? "ÖVNING/EXERCISE" : "LARM/ALERT";
            assertThat(message.subject().byLanguage().values()).allMatch(line -> line.startsWith(mark));
            assertThat(message.text().byLanguage().values())
                    .allMatch(text -> text.startsWith(mark) && text.length() <= 60);
        }
        assertThat(world.one.messages.get(0).alert()).isEqualTo("a"); // the graver one first
    }

    @Test
    void A9_anAuditorSeesLateStepsAndTheHeartbeatStops() throws InterruptedException {
        List<Instant> beats = new java.util.concurrent.CopyOnWriteArrayList<>();
        AlertEngine engine = world.engine("node-2")
                .heartbeat(Duration.ofMinutes(1), Duration.ofMinutes(2), beats::add)
                .build();
        engine.runDue();
        for (int i = 0; i < 6_000 && beats.isEmpty(); i++) {
            Thread.sleep(5);
        }
        assertThat(beats).containsExactly(world.clock.instant());
        engine.submit(World.alert("a"), World.POLICY);
        world.clock.advance(Duration.ofMinutes(10));
        assertThat(engine.late(Duration.ofMinutes(2))).singleElement().satisfies(late -> {
            assertThat(late.what()).isEqualTo(Late.What.STEP);
            assertThat(late.alert()).isEqualTo("a");
        });
        engine.runDue();
        assertThat(engine.late(Duration.ofMinutes(2))).isEmpty();
        engine.close();
    }

    @Test
    void A5_aThrowingListenerHarmsNobody() {
        AlertEngine engine = world.engine("node-2")
                .listener(event -> {
                    throw new AssertionError("listener");
                })
                .build();
        engine.submit(World.alert("a"), World.POLICY);
        engine.runDue();
        assertThat(world.one.messages).hasSize(1);
        assertThat(world.events.stream().map(event -> event.what()))
                .containsExactly(
                        Happening.SUBMITTED,
                        Happening.STEP_FIRED,
                        Happening.CLAIMED,
                        Happening.SENDING,
                        Happening.ANSWERED,
                        Happening.SENT);
        engine.close();
    }

    @Test
    void A1_theBackgroundThreadDoesTheSame() throws InterruptedException {
        world.engine.start();
        world.engine.submit(World.alert("a"), World.POLICY);
        for (int i = 0; i < 3_000 && !world.states("a").contains(DeliveryState.SENT); i++) {
            Thread.sleep(10);
        }
        assertThat(world.states("a")).containsExactly(DeliveryState.SENT);
    }

    @Test
    void A7_aContactWithoutAnAddressIsSkippedAndAllIdsOnlyAreLogged() {
        world.contacts = ContactBook.of(Map.of("bo", Map.of("one", "bo@one.example")));
        world.engine.submit(World.alert("a"), World.POLICY);
        world.engine.runDue();
        assertThat(world.one.to()).containsExactly("bo@one.example");
        assertThat(world.events.toString()).doesNotContain("@one.example");
        assertThat(world.engine.deliveries("a").toString()).doesNotContain("@one.example");
    }

    private Message only(String address) {
        return world.one.messages.stream()
                .filter(message -> message.address().value().equals(address))
                .reduce((a, b) -> {
                    throw new AssertionError("more than one message to " + address);
                })
                .orElseThrow();
    }
}
