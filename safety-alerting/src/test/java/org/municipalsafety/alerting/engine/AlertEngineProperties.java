/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.DeliveryState;
import org.municipalsafety.alerting.alert.LogEntry;
import org.municipalsafety.alerting.escalation.EscalationPolicy;
import org.municipalsafety.alerting.escalation.Step;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Outcome;

/**
 * Random lives of alerts, against a model that knows neither database nor deliveries, and against what always holds.
 */
class AlertEngineProperties {

    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final EscalationPolicy POLICY = EscalationPolicy.of(
                    "tib", Step.position("TIB", WITHIN, "one"), Step.position("BACKUP", WITHIN, "one"))
            .withRepeats(1);
    private static final List<String> PEOPLE = List.of("anna", "bo", "cia");

    /** What can happen. */
    private enum Kind {
        SUBMIT,
        ADVANCE,
        ACKNOWLEDGE,
        CLOSE,
        REOPEN
    }

    private record Act(Kind kind, int alert, int person, int minutes) {
        @Override
        public String toString() {
            return switch (kind) {
                case SUBMIT -> "submit " + alert;
                case ADVANCE -> "advance " + minutes;
                case ACKNOWLEDGE -> "ack " + alert + " by " + PEOPLE.get(person);
                case CLOSE -> "close " + alert;
                case REOPEN -> "reopen";
            };
        }
    }

    @Provide
    Arbitrary<List<Act>> lives() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(3, Kind.SUBMIT),
                net.jqwik.api.Tuple.of(8, Kind.ADVANCE),
                net.jqwik.api.Tuple.of(3, Kind.ACKNOWLEDGE),
                net.jqwik.api.Tuple.of(1, Kind.CLOSE),
                net.jqwik.api.Tuple.of(2, Kind.REOPEN));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(1, 2, 3, 4, 5, 7, 11, 30))
                .as(Act::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    /** Each position's holder for each stretch of ten minutes since the start; -1 is nobody. */
    @Provide
    Arbitrary<List<Integer>> rotas() {
        return Arbitraries.integers().between(-1, 2).list().ofSize(12);
    }

    private static OnDuty rota(Instant start, List<Integer> tib, List<Integer> backup) {
        return (position, t) -> {
            List<Integer> people = position.equals("TIB") ? tib : backup;
            long stretch = Math.floorDiv(Duration.between(start, t).toMinutes(), 10);
            int index = (int) Math.min(stretch, people.size() - 1);
            int person = people.get(index);
            if (index == people.size() - 1) {
                return person < 0 ? Holding.nobody() : Holding.by(PEOPLE.get(person));
            }
            Instant until = start.plus(Duration.ofMinutes(10L * (index + 1)));
            return person < 0 ? Holding.nobody(until) : Holding.by(PEOPLE.get(person), until);
        };
    }

    @Property(tries = 100)
    void A4_theEngineDoesWhatTheModelDoes(
            @ForAll("lives") List<Act> life,
            @ForAll("rotas") List<Integer> tib,
            @ForAll("rotas") List<Integer> backup) {
        inAFolder(folder -> {
            try (World world = new World(folder)) {
                Instant start = world.clock.instant();
                world.onDuty = rota(start, tib, backup);
                Model model = new Model(rota(start, tib, backup));
                for (Act act : life) {
                    String id = "a" + act.alert();
                    switch (act.kind()) {
                        case SUBMIT -> {
                            world.engine.submit(World.alert(id), POLICY);
                            model.submit(id, world.clock.instant());
                        }
                        case ADVANCE -> world.clock.advance(Duration.ofMinutes(act.minutes()));
                        case ACKNOWLEDGE -> {
                            String person = PEOPLE.get(act.person());
                            boolean possible = model.acknowledge(id, person, world.clock.instant());
                            assertThat(succeeds(() -> world.engine.acknowledge(id, person)))
                                    .isEqualTo(possible);
                        }
                        case CLOSE -> {
                            boolean possible = model.close(id);
                            assertThat(succeeds(() -> world.engine.closeAlert(id, "anna")))
                                    .isEqualTo(possible);
                        }
                        case REOPEN -> world.reopen();
                    }
                    world.one.messages.clear();
                    world.engine.runDue();
                    List<String> sent = world.one.messages.stream()
                            .map(message -> message.alert() + " " + message.purpose() + " "
                                    + message.address().value().split("@")[0])
                            .sorted()
                            .toList();
                    assertThat(sent).as("sent after %s", act).isEqualTo(model.runDue(world.clock.instant()));
                    assertThat(states(world)).as("states after %s", act).isEqualTo(model.states());
                    assertThat(world.engine.nextDue()).as("next after %s", act).isEqualTo(model.nextDue());
                }
            }
        });
    }

    @Tag("long")
    @Property(tries = 1_000)
    void A4_theEngineDoesWhatTheModelDoesInAThousandLives(
            @ForAll("lives") List<Act> life,
            @ForAll("rotas") List<Integer> tib,
            @ForAll("rotas") List<Integer> backup) {
        A4_theEngineDoesWhatTheModelDoes(life, tib, backup);
    }

    private static Map<String, AlertState> states(World world) {
        Map<String, AlertState> states = new java.util.TreeMap<>();
        world.engine
                .alerts(AlertState.values())
                .forEach(running -> states.put(running.alert().id(), running.state()));
        return states;
    }

    private static boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (AlertException refused) {
            return false;
        }
    }

    /** The rules once more, in the plainest words that do: one record for each alert, and no idea of a delivery. */
    private static final class Model {

        private static final class One {
            AlertState state = AlertState.OPEN;
            int round;
            int next;
            Instant nextAt;
            final String[] contact = new String[2];
            final Instant[] watch = new Instant[2];
            final int[] firedIn = {-1, -1};
            String holder;
            int heldStep = -1;
        }

        private final OnDuty onDuty;
        private final Map<String, One> alerts = new LinkedHashMap<>();

        Model(OnDuty onDuty) {
            this.onDuty = onDuty;
        }

        private Holding holding(int step, Instant t) {
            return onDuty.at(step == 0 ? "TIB" : "BACKUP", t);
        }

        void submit(String id, Instant now) {
            if (!alerts.containsKey(id)) {
                One one = new One();
                one.nextAt = now;
                alerts.put(id, one);
            }
        }

        boolean acknowledge(String id, String person, Instant now) {
            One one = alerts.get(id);
            if (one == null || one.state == AlertState.CLOSED) {
                return false;
            }
            if (one.state == AlertState.ACKNOWLEDGED) {
                return true;
            }
            one.state = AlertState.ACKNOWLEDGED;
            one.holder = person;
            one.heldStep = -1;
            one.nextAt = null;
            Instant[] watch = new Instant[2];
            for (int step = 0; step < 2; step++) {
                Holding holding = holding(step, now);
                if (person.equals(one.contact[step])
                        && person.equals(holding.holder().orElse(null))
                        && holding.until().isPresent()) {
                    watch[0] = null;
                    watch[step] = holding.until().get();
                    one.heldStep = step;
                }
            }
            one.watch[0] = watch[0];
            one.watch[1] = watch[1];
            return true;
        }

        boolean close(String id) {
            One one = alerts.get(id);
            if (one == null) {
                return false;
            }
            stop(one, AlertState.CLOSED);
            return true;
        }

        private static void stop(One one, AlertState state) {
            one.state = state;
            one.nextAt = null;
            one.watch[0] = null;
            one.watch[1] = null;
        }

        List<String> runDue(Instant now) {
            List<String> sent = new ArrayList<>();
            boolean again = true;
            while (again) {
                again = false;
                for (Map.Entry<String, One> each : alerts.entrySet()) {
                    again |= escalate(each.getKey(), each.getValue(), now, sent);
                }
                for (Map.Entry<String, One> each : alerts.entrySet()) {
                    again |= handOver(each.getKey(), each.getValue(), now, sent);
                }
            }
            return sent.stream().sorted().toList();
        }

        private boolean escalate(String id, One one, Instant now, List<String> sent) {
            if (one.state != AlertState.OPEN || one.nextAt.isAfter(now)) {
                return false;
            }
            while (true) {
                if (one.next == 2) {
                    if (one.round == 1) {
                        stop(one, AlertState.DEAD);
                        return true;
                    }
                    one.round = 1;
                    one.next = 0;
                }
                int step = one.next++;
                Holding holding = holding(step, now);
                one.contact[step] = holding.holder().orElse(null);
                one.watch[step] = holding.until().orElse(null);
                one.firedIn[step] = one.round;
                if (one.contact[step] != null) {
                    sent.add(id + " ALERT " + one.contact[step]);
                }
                boolean nobodyInTheWholeRound = one.next == 2
                        && (one.contact[0] == null || one.firedIn[0] != one.round)
                        && one.contact[1] == null;
                if (one.contact[step] != null || nobodyInTheWholeRound) {
                    one.nextAt = now.plus(WITHIN);
                    return true;
                }
            }
        }

        private boolean handOver(String id, One one, Instant now, List<String> sent) {
            boolean done = false;
            for (int step = 0; step < 2; step++) {
                if (one.watch[step] == null || one.watch[step].isAfter(now)) {
                    continue;
                }
                done = true;
                Holding holding = holding(step, now);
                one.watch[step] = holding.until().orElse(null);
                String in = holding.holder().orElse(null);
                String out = one.contact[step];
                if (in == null || in.equals(out)) {
                    continue;
                }
                one.contact[step] = in;
                sent.add(id + " TAKEN_OVER " + in);
                if (out != null) {
                    sent.add(id + " HANDED_OVER " + out);
                }
                if (one.state == AlertState.ACKNOWLEDGED) {
                    one.state = AlertState.OPEN;
                    one.round = one.firedIn[step];
                    one.next = step + 1;
                    one.nextAt = now.plus(WITHIN);
                }
            }
            return done;
        }

        Map<String, AlertState> states() {
            Map<String, AlertState> states = new java.util.TreeMap<>();
            alerts.forEach((id, one) -> states.put(id, one.state));
            return states;
        }

        java.util.Optional<Instant> nextDue() {
            List<Instant> due = new ArrayList<>();
            for (One one : alerts.values()) {
                if (one.state == AlertState.OPEN) {
                    due.add(one.nextAt);
                }
                for (Instant watch : one.watch) {
                    if (watch != null) {
                        due.add(watch);
                    }
                }
            }
            return due.stream().min(java.util.Comparator.naturalOrder());
        }
    }

    /** How the notifier answers, one after the other. */
    @Provide
    Arbitrary<List<Integer>> answers() {
        return Arbitraries.integers().between(0, 5).list().ofMinSize(1).ofMaxSize(30);
    }

    @Property(tries = 60)
    void A1_whateverHappensNothingIsLostAndNothingIsSentAfterAnAcknowledgement(
            @ForAll("lives") List<Act> life,
            @ForAll("answers") List<Integer> answers,
            @ForAll("rotas") List<Integer> tib,
            @ForAll boolean missing) {
        inAFolder(folder -> {
            try (World world = new World(folder)) {
                Instant start = world.clock.instant();
                world.onDuty = rota(start, tib, List.of(1));
                int[] turn = {0};
                world.one.behaviour = (message, deadline) -> {
                    assertThat(world.engine.find(message.alert()).orElseThrow().state())
                            .isNotIn(AlertState.ACKNOWLEDGED, AlertState.CLOSED, AlertState.EXPIRED);
                    return switch (answers.get(turn[0]++ % answers.size())) {
                        case 0 -> Outcome.retryable("busy");
                        case 1 -> Outcome.permanent("refused");
                        case 2 -> Outcome.unknown("connection-lost");
                        case 3 -> throw new IllegalStateException("thrown");
                        default -> Outcome.sent("ref");
                    };
                };
                var all = world.notifiers;
                for (Act act : life) {
                    String id = "a" + act.alert();
                    switch (act.kind()) {
                        case SUBMIT ->
                            world.engine.submit(World.alert(id), POLICY.withExpiresAfter(Duration.ofHours(2)));
                        case ADVANCE -> world.clock.advance(Duration.ofMinutes(act.minutes()));
                        case ACKNOWLEDGE -> succeeds(() -> world.engine.acknowledge(id, PEOPLE.get(act.person())));
                        case CLOSE -> succeeds(() -> world.engine.closeAlert(id, "anna"));
                        case REOPEN -> {
                            // Sometimes the plugin is not there after the restart.
                            world.notifiers = missing && act.minutes() % 2 == 0
                                    ? new org.municipalsafety.alerting.notifier.Notifiers()
                                    : all;
                            world.reopen();
                        }
                    }
                    world.engine.runDue();
                    consistent(world);
                }
                world.notifiers = all;
                world.reopen();
                world.engine.runDue();
                for (int i = 0; i < 1_000 && world.engine.nextDue().isPresent(); i++) {
                    Instant due = world.engine.nextDue().orElseThrow();
                    world.clock.set(due.isAfter(world.clock.instant()) ? due : world.clock.instant());
                    world.engine.runDue();
                    consistent(world);
                }
                assertThat(world.engine.nextDue()).isEmpty();
                world.engine.alerts(AlertState.values()).forEach(running -> {
                    assertThat(running.state()).isNotEqualTo(AlertState.OPEN);
                    assertThat(world.engine.deliveries(running.alert().id()))
                            .allMatch(delivery -> delivery.state().isOver());
                });
            }
        });
    }

    /** What always holds. */
    private static void consistent(World world) {
        world.engine.alerts(AlertState.values()).forEach(running -> {
            String id = running.alert().id();
            List<Delivery> deliveries = world.engine.deliveries(id);
            Set<String> keys = deliveries.stream().map(Delivery::idempotencyKey).collect(Collectors.toSet());
            assertThat(keys).hasSize(deliveries.size());
            assertThat(deliveries).noneMatch(delivery -> delivery.state() == DeliveryState.SENDING);
            if (running.state() == AlertState.ACKNOWLEDGED || running.state() == AlertState.CLOSED) {
                assertThat(deliveries).allMatch(delivery -> delivery.state().isOver());
            }
            assertThat(running.state() == AlertState.OPEN)
                    .isEqualTo(running.nextAt().isPresent());
            assertThat(running.state() == AlertState.ACKNOWLEDGED)
                    .isEqualTo(running.acknowledgement().isPresent() && running.state() == AlertState.ACKNOWLEDGED);
            for (Delivery delivery : deliveries) {
                assertThat(world.engine.attempts(delivery.id())).hasSize(delivery.attempts());
            }
            List<Long> numbers =
                    world.engine.log(id).stream().map(LogEntry::number).toList();
            assertThat(numbers).isSorted().doesNotHaveDuplicates();
        });
        List<String> keys =
                world.one.messages.stream().map(Message::idempotencyKey).toList();
        Set<String> known = world.engine.alerts(AlertState.values()).stream()
                .flatMap(running -> world.engine.deliveries(running.alert().id()).stream())
                .map(Delivery::id)
                .collect(Collectors.toSet());
        assertThat(known).containsAll(keys);
    }

    private static void inAFolder(Consumer<Path> work) {
        try {
            Path folder = Files.createTempDirectory("alerts");
            try {
                work.accept(folder);
            } finally {
                Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path each, IOException failed) throws IOException {
                        Files.delete(each);
                        return FileVisitResult.CONTINUE;
                    }
                });
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
