/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.alerting.notifier.Outcome;

/** A5: bad notifiers, and what they must not be able to do. */
@Timeout(60)
class IsolationTest {

    private static final EscalationPolicy BAD =
            EscalationPolicy.of("bad", Step.contact("anna", Duration.ofHours(1), "one"));
    private static final EscalationPolicy WELL =
            EscalationPolicy.of("well", Step.contact("bo", Duration.ofHours(1), "two"));

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

    private void restart() {
        world.notifiers =
                new Notifiers().add("one", world.one, new Recording.None()).add("two", world.two, new Recording.None());
        world.reopen();
    }

    /** Waits for a latch, whatever anybody says meanwhile. */
    private static boolean stubbornly(CountDownLatch latch) {
        while (true) {
            try {
                return latch.await(50, TimeUnit.SECONDS);
            } catch (InterruptedException ignored) {
                continue;
            }
        }
    }

    @Test
    void A5_otherChannelsGoOnWhileOneHangs() throws InterruptedException {
        CountDownLatch others = new CountDownLatch(20);
        AtomicBoolean all = new AtomicBoolean();
        CountDownLatch end = new CountDownLatch(1);
        world.one.timeout = Duration.ofSeconds(50);
        world.one.maxConcurrent = 1;
        world.one.behaviour = (message, deadline) -> {
            // Comes back only when everything else has been sent: if the others had to wait for it, they never would
            // be.
            all.set(stubbornly(others));
            end.countDown();
            return Outcome.sent("ref");
        };
        world.two.behaviour = (message, deadline) -> {
            others.countDown();
            return Outcome.sent("ref");
        };
        restart();
        world.engine.start();
        world.engine.submit(World.alert("bad-1"), BAD);
        world.engine.submit(World.alert("bad-2"), BAD);
        for (int i = 0; i < 20; i++) {
            world.engine.submit(World.alert("well-" + i), WELL);
        }
        assertThat(end.await(40, TimeUnit.SECONDS)).isTrue();
        assertThat(all).isTrue();
    }

    @Test
    void A5_aChannelThatHangsRecoversWhenItsCallsComeBack() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger returned = new AtomicInteger();
        world.one.timeout = Duration.ofSeconds(1);
        world.one.maxConcurrent = 1;
        world.one.behaviour = (message, deadline) -> {
            stubbornly(release);
            returned.incrementAndGet();
            return Outcome.sent("ref");
        };
        restart();
        world.engine.submit(World.alert("a"), BAD);
        world.engine.submit(World.alert("b"), BAD);
        world.engine.runDue();
        assertThat(world.states("a")).containsExactly(DeliveryState.PENDING); // timed out, unknown, to be sent again
        assertThat(world.states("b")).containsExactly(DeliveryState.PENDING); // never had a chance
        assertThat(world.engine.nextDue().orElseThrow()).isAfter(world.clock.instant()); // busy channels do not count
        assertThat(world.engine.late(Duration.ZERO)).isEmpty();
        world.clock.advance(Duration.ofMinutes(1));
        assertThat(world.engine.late(Duration.ofSeconds(30)))
                .extracting(Late::what)
                .contains(Late.What.DELIVERY);
        release.countDown();
        while (returned.get() == 0) {
            Thread.sleep(5);
        }
        while (!world.states("b").contains(DeliveryState.SENT)) {
            Thread.sleep(5);
            world.engine.runDue();
        }
        assertThat(world.states("a")).containsExactly(DeliveryState.SENT);
        // The late answer of the first call was not believed; the message went out again with the same key.
        assertThat(world.engine.attempts(world.engine.deliveries("a").get(0).id()))
                .hasSize(2);
    }

    @Test
    void A5_aCallThatTakesTooLongIsInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        world.one.timeout = Duration.ofMillis(100);
        world.one.behaviour = (message, deadline) -> {
            try {
                Thread.sleep(50_000);
            } catch (InterruptedException expected) {
                interrupted.countDown();
                throw expected;
            }
            return Outcome.sent("ref");
        };
        restart();
        world.engine.submit(World.alert("a"), BAD);
        world.engine.runDue();
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(world.engine.deliveries("a").get(0).code()).contains("timeout");
    }

    @Test
    void A5_closingTheEngineDoesNotWaitForAHungCall() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch called = new CountDownLatch(1);
        world.one.timeout = Duration.ofSeconds(50);
        world.one.behaviour = (message, deadline) -> {
            called.countDown();
            stubbornly(release);
            return Outcome.sent("ref");
        };
        restart();
        world.engine.start();
        world.engine.submit(World.alert("a"), BAD);
        assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
        world.engine.close();
        assertThat(world.states("a")).containsExactly(DeliveryState.SENDING); // left to its lease
        release.countDown();
    }

    @Test
    void A5_interruptingWhoeverDrivesTheEngineEndsTheCallsUnderWay() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        world.one.timeout = Duration.ofSeconds(50);
        world.one.behaviour = (message, deadline) -> {
            called.countDown();
            Thread.sleep(50_000);
            return Outcome.sent("ref");
        };
        restart();
        world.engine.submit(World.alert("a"), BAD);
        Thread driver = new Thread(() -> world.engine.runDue());
        driver.start();
        assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
        driver.interrupt();
        driver.join(20_000);
        assertThat(driver.isAlive()).isFalse();
        assertThat(world.engine.deliveries("a").get(0).code()).contains("interrupted");
    }

    @Test
    void A5_aProviderThatThrowsWhereItMustNotDoesNotStopTheEngine() {
        world.contacts = (contact, type) -> {
            if (contact.equals("anna")) {
                throw new IllegalStateException("anna@one.example");
            }
            return java.util.Optional.of(org.municipalsafety.alerting.notifier.Address.of("bo@two.example"));
        };
        restart();
        world.engine.submit(World.alert("a"), BAD);
        world.engine.submit(World.alert("b"), WELL);
        world.engine.runDue();
        assertThat(world.two.to()).containsExactly("bo@two.example");
    }
}
