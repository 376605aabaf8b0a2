/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Outcome;
import org.municipalsafety.alerting.store.JdbcAlertStore;

/** Several engines on one store. */
@Timeout(60)
class NodesTest {

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void A2_twoNodesNeverSendTheSameDeliveryAtTheSameTime() throws Exception {
        try (World world = new World(folder);
                JdbcAlertStore other = JdbcAlertStore.sqlite(world.file)) {
            Set<String> underWay = ConcurrentHashMap.newKeySet();
            AtomicBoolean twice = new AtomicBoolean();
            world.one.behaviour = (message, deadline) -> {
                if (!underWay.add(message.idempotencyKey())) {
                    twice.set(true);
                }
                Thread.sleep(3);
                underWay.remove(message.idempotencyKey());
                return Outcome.sent("ref");
            };
            int alerts = 60;
            for (int i = 0; i < alerts; i++) {
                world.engine.submit(World.alert("a-" + i), World.POLICY);
            }
            Set<String> claimedByFirst = ConcurrentHashMap.newKeySet();
            Set<String> claimedBySecond = ConcurrentHashMap.newKeySet();
            AlertEngine first = world.engine("node-a")
                    .listener(event -> note(event.what(), event.delivery().orElse(""), claimedByFirst))
                    .build();
            AlertEngine second = world.engine("node-b")
                    .store(other)
                    .listener(event -> note(event.what(), event.delivery().orElse(""), claimedBySecond))
                    .build();
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try (first;
                    second) {
                for (Future<Integer> each : threads.invokeAll(
                        List.<java.util.concurrent.Callable<Integer>>of(() -> first.runDue(), () -> second.runDue()))) {
                    each.get();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(twice).isFalse();
            assertThat(world.one.messages).hasSize(alerts);
            assertThat(world.one.messages.stream().map(Message::idempotencyKey).distinct())
                    .hasSize(alerts);
            assertThat(claimedByFirst).noneMatch(claimedBySecond::contains);
            assertThat(claimedByFirst.size() + claimedBySecond.size()).isEqualTo(alerts);
        }
    }

    private static void note(Happening what, String delivery, Set<String> claimed) {
        if (what == Happening.CLAIMED) {
            claimed.add(delivery);
        }
    }

    @RepeatedTest(10)
    void A2_aNodeThatLostItsLeaseCannotWriteItsResult() {
        try (World world = new World(folder);
                JdbcAlertStore other = JdbcAlertStore.sqlite(world.file);
                AlertEngine second = world.engine("node-b").store(other).build()) {
            AtomicBoolean first = new AtomicBoolean(true);
            world.one.behaviour = (message, deadline) -> {
                if (first.getAndSet(false)) {
                    // The first node stands still for so long that its lease is over; the second one takes over.
                    world.clock.advance(Duration.ofMinutes(3));
                    second.runDue();
                    return Outcome.permanent("far-too-late");
                }
                return Outcome.sent("ref");
            };
            world.engine.submit(World.alert("a"), World.POLICY);
            world.engine.runDue(); // whichever node takes it over: the first one may as well
            assertThat(world.one.messages).hasSize(2);
            assertThat(world.one.messages.stream().map(Message::idempotencyKey).distinct())
                    .hasSize(1);
            assertThat(world.states("a")).containsExactly(DeliveryState.SENT);
            assertThat(world.log("a")).contains(Happening.RESEND).doesNotContain(Happening.FAILED);
        }
    }

    @Test
    void A2_aClockThatJumpsDuringACallDoesNotMakeANodeSendItTwice() {
        try (World world = new World(folder)) {
            world.one.behaviour = (message, deadline) -> {
                world.clock.advance(Duration.ofMinutes(4));
                Thread.sleep(200);
                return Outcome.sent("ref");
            };
            world.engine.submit(World.alert("a"), World.POLICY);
            world.engine.runDue();
            assertThat(world.one.messages).hasSize(1);
            assertThat(world.states("a")).containsExactly(DeliveryState.SENT);
        }
    }

    @Test
    void A1_aClockThatJumpsBackOrForthLosesNothing() throws Exception {
        for (Duration jump : List.of(Duration.ofMinutes(10), Duration.ofMinutes(-10))) {
            try (World world =
                    new World(java.nio.file.Files.createDirectory(folder.resolve("jump" + jump.toMinutes())))) {
                world.engine.submit(World.alert("a"), World.POLICY);
                world.engine.runDue();
                world.after(jump);
                for (int i = 0; i < 5; i++) {
                    world.after(Duration.ofMinutes(5));
                }
                assertThat(world.one.to()).containsExactly("anna@one.example", "bo@one.example");
            }
        }
    }
}
