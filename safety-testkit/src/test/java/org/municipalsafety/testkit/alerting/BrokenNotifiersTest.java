/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.municipalsafety.alerting.notifier.Address;
import org.municipalsafety.alerting.notifier.Deadline;
import org.municipalsafety.alerting.notifier.Message;
import org.municipalsafety.alerting.notifier.Notifier;
import org.municipalsafety.alerting.notifier.NotifierProvider;
import org.municipalsafety.alerting.notifier.Outcome;
import org.opentest4j.TestAbortedException;

/** N12: the kit rejects notifiers that are broken on purpose, each by the rule that it breaks. */
class BrokenNotifiersTest {

    private record Broken(String what, NotifierProvider<?> provider, Consumer<Kit<?>> rule) {}

    private static final class Kit<C extends Record> extends NotifierContract<C> {

        private final NotifierProvider<C> provider;

        Kit(NotifierProvider<C> provider) {
            this.provider = provider;
        }

        @Override
        protected NotifierProvider<C> provider() {
            return provider;
        }

        @Override
        protected ProviderSide providerSide() {
            return new FakeSide();
        }

        @Override
        protected Address address() {
            return Address.of("+46700000001");
        }

        @Override
        protected Map<String, Object> wrongValues() {
            return Map.of("channel", 10);
        }
    }

    /** Accepts whatever it is given. */
    public record Careless(String side, String token, Integer channel) {
        @Override
        public String toString() {
            return "Careless";
        }
    }

    /** Shows what it was given. */
    public record Talkative(String side, String token, int channel) {}

    @TestFactory
    Stream<DynamicTest> N12_eachBrokenNotifierIsRejectedByItsRule() {
        return broken().stream()
                .map(broken -> DynamicTest.dynamicTest(broken.what(), () -> {
                    Throwable rejected = run(broken.provider(), broken.rule());
                    assertThat(rejected).as("a notifier that %s", broken.what()).isInstanceOf(AssertionError.class);
                    assertThat(rejected).isNotInstanceOf(TestAbortedException.class);
                }));
    }

    @TestFactory
    Stream<DynamicTest> N12_theSameRulesAcceptTheNotifierThatIsWhole() {
        return broken().stream()
                .map(broken -> DynamicTest.dynamicTest("not one that " + broken.what(), () -> {
                    Throwable rejected = run(new FakeProvider(), broken.rule());
                    if (rejected != null) {
                        throw new AssertionError("rejected", rejected);
                    }
                }));
    }

    private static <C extends Record> Throwable run(NotifierProvider<C> provider, Consumer<Kit<?>> rule) {
        Kit<C> kit = new Kit<>(provider);
        try {
            kit.open();
            rule.accept(kit);
            return null;
        } catch (Throwable thrown) {
            return thrown;
        } finally {
            try {
                kit.close();
            } catch (RuntimeException brokenToo) {
                assertThat(brokenToo).isNotNull();
            }
        }
    }

    private static List<Broken> broken() {
        return List.of(
                new Broken(
                        "says SENT when it was refused for now",
                        new FakeProvider() {
                            @Override
                            Outcome fail(FakeSide side, Trouble trouble, Message message, Deadline deadline) {
                                return Outcome.sent("ref");
                            }
                        },
                        kit -> kit.new N1().N1_aRefusalForNowIsRetryable()),
                new Broken(
                        "tries for ever what was refused for good",
                        new FakeProvider() {
                            @Override
                            Outcome fail(FakeSide side, Trouble trouble, Message message, Deadline deadline) {
                                return Outcome.retryable("busy");
                            }
                        },
                        kit -> kit.new N1().N1_aRefusalForGoodIsPermanent()),
                new Broken(
                        "calls a lost answer surely not sent",
                        new FakeProvider() {
                            @Override
                            Outcome fail(FakeSide side, Trouble trouble, Message message, Deadline deadline) {
                                return Outcome.retryable("connection-lost");
                            }
                        },
                        kit -> kit.new N1().N1_aLostAnswerIsUnknown()),
                new Broken(
                        "gives up on a provider that is down",
                        new FakeProvider() {
                            @Override
                            Outcome fail(FakeSide side, Trouble trouble, Message message, Deadline deadline) {
                                return Outcome.permanent("no-connection");
                            }
                        },
                        kit -> kit.new N1().N1_anUnreachableProviderIsRetryable()),
                new Broken(
                        "throws instead of answering",
                        new FakeProvider() {
                            @Override
                            Outcome fail(FakeSide side, Trouble trouble, Message message, Deadline deadline) {
                                throw new IllegalStateException("refused");
                            }
                        },
                        kit -> kit.new N1().N1_aRefusalForNowIsRetryable()),
                new Broken(
                        "answers null",
                        new FakeProvider() {
                            @Override
                            Outcome fail(FakeSide side, Trouble trouble, Message message, Deadline deadline) {
                                return null;
                            }
                        },
                        kit -> kit.new N1().N1_aRefusalForGoodIsPermanent()),
                new Broken(
                        "says SENT and sends nothing",
                        new FakeProvider() {
                            @Override
                            Outcome take(FakeSide side, Message message) {
                                return Outcome.sent("ref");
                            }
                        },
                        kit -> kit.new N1().N1_aMessageThatWasTakenIsASuccess()),
                new Broken(
                        "does not look at its deadline",
                        new FakeProvider() {
                            @Override
                            Outcome silence(Deadline deadline) throws InterruptedException {
                                Thread.sleep(60_000);
                                return Outcome.unknown("timeout");
                            }
                        },
                        kit -> kit.new N2().N2_theDeadlineIsHonoured()),
                new Broken(
                        "swallows interrupts",
                        new FakeProvider() {
                            @Override
                            Outcome silence(Deadline deadline) {
                                while (!deadline.isOver()) {
                                    try {
                                        Thread.sleep(5);
                                    } catch (InterruptedException swallowed) {
                                        continue;
                                    }
                                }
                                return Outcome.unknown("timeout");
                            }
                        },
                        kit -> kit.new N2().N2_anInterruptIsHonoured()),
                new Broken(
                        "shows its token in its text form",
                        new FakeProvider() {
                            @Override
                            String shown(FakeConfig config) {
                                return "FakeNotifier[" + config.token() + "]";
                            }
                        },
                        kit -> kit.new N3().N3_textFormsShowNoSecret()),
                new Broken(
                        "has a configuration that shows its token",
                        new Other<>(Talkative.class),
                        kit -> kit.new N3().N3_textFormsShowNoSecret()),
                new Broken(
                        "puts the address into an exception",
                        new FakeProvider() {
                            @Override
                            Outcome fail(FakeSide side, Trouble trouble, Message message, Deadline deadline) {
                                throw new IllegalStateException(
                                        "failed",
                                        new IllegalArgumentException(
                                                message.address().value()));
                            }
                        },
                        kit -> kit.new N3().N3_nothingIsShownWhateverGoesWrong()),
                new Broken(
                        "logs the address",
                        new FakeProvider() {
                            @Override
                            Outcome take(FakeSide side, Message message) throws InterruptedException {
                                System.getLogger("fake")
                                        .log(
                                                System.Logger.Level.INFO,
                                                "sent to {0}",
                                                message.address().value());
                                return super.take(side, message);
                            }
                        },
                        kit -> kit.new N3().N3_nothingIsShownWhateverGoesWrong()),
                new Broken(
                        "gives the address back as its reference",
                        new FakeProvider() {
                            @Override
                            Outcome take(FakeSide side, Message message) throws InterruptedException {
                                super.take(side, message);
                                return Outcome.sent(message.address().value());
                            }
                        },
                        kit -> kit.new N3().N3_nothingIsShownWhateverGoesWrong()),
                new Broken(
                        "makes up a new key for each try",
                        new FakeProvider() {
                            @Override
                            void arrive(FakeSide side, String key, String text) {
                                super.arrive(side, UUID.randomUUID().toString(), text);
                            }
                        },
                        kit -> kit.new N4().N4_theKeyReachesTheProvider()),
                new Broken(
                        "uses one key for everything",
                        new FakeProvider() {
                            @Override
                            void arrive(FakeSide side, String key, String text) {
                                super.arrive(side, "key", text);
                            }
                        },
                        kit -> kit.new N4().N4_theKeyReachesTheProvider()),
                new Broken(
                        "cannot be closed twice",
                        new FakeProvider() {
                            private boolean once;

                            @Override
                            void closed() {
                                if (once) {
                                    throw new IllegalStateException("closed");
                                }
                                once = true;
                            }
                        },
                        kit -> kit.new N5().N5_closingTwiceThrowsNothing()),
                new Broken(
                        "keeps the message in a field while it sends",
                        new FakeProvider() {
                            private volatile Message current;

                            @Override
                            Outcome take(FakeSide side, Message message) throws InterruptedException {
                                current = message;
                                Thread.sleep(5);
                                return super.take(side, current);
                            }
                        },
                        kit -> kit.new N5().N5_messagesSentAtOnceAllArrive()),
                new Broken(
                        "accepts any configuration",
                        new Other<>(Careless.class),
                        kit -> kit.new N6().N6_everyWrongValueIsRefusedByName()),
                new Broken(
                        "drops the mark of the exercise",
                        new FakeProvider() {
                            @Override
                            String text(Message message) {
                                return super.text(message)
                                        .replace("ÖVNING/EXERCISE", "")
                                        .strip();
                            }
                        },
                        kit -> kit.new N7().N7_theMarkArrives()),
                new Broken(
                        "cuts a text that fits its limits",
                        new FakeProvider() {
                            @Override
                            String text(Message message) {
                                String text = super.text(message);
                                return text.substring(0, Math.min(160, text.length()));
                            }
                        },
                        kit -> kit.new N8().N8_theLongestTextArrivesWhole()),
                new Broken("is declared nowhere", new Undeclared(), kit -> kit.new N10().N10_foundBesideABrokenOne()),
                new Broken(
                        "has no public constructor",
                        new Undeclared(),
                        kit -> kit.new N11().N11_theProviderCanBeMade()));
    }

    private static final class Undeclared extends FakeProvider {
        @Override
        public String type() {
            return "undeclared";
        }
    }

    /** A provider whose only fault is its configuration. */
    private static final class Other<C extends Record> implements NotifierProvider<C> {

        private final Class<C> type;

        Other(Class<C> type) {
            this.type = type;
        }

        @Override
        public String type() {
            return "fake";
        }

        @Override
        public Class<C> configType() {
            return type;
        }

        @Override
        public Notifier create(C config) {
            return (message, deadline) -> Outcome.sent("ref");
        }
    }
}
