/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.municipalsafety.alerting.alert.Acknowledgement;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Attempt;
import org.municipalsafety.alerting.alert.Delivery;
import org.municipalsafety.alerting.alert.LogEntry;
import org.municipalsafety.alerting.escalation.OpenStep;
import org.municipalsafety.alerting.escalation.RunningAlert;
import org.municipalsafety.alerting.store.AlertStore;
import org.municipalsafety.alerting.store.AlertStore.Transaction;
import org.municipalsafety.alerting.store.JdbcAlertStore;
import org.opentest4j.TestAbortedException;

/** S25: the kit rejects stores that are broken on purpose, each by the promise that it breaks. */
class BrokenStoresTest {

    private interface Promise {
        void show(Kit kit) throws Exception;
    }

    private record Broken(String what, String number, Function<Path, AlertStore> opener, Promise promise) {}

    private static final class Kit extends AlertStoreContract {

        private final Path file;
        private final Function<Path, AlertStore> opener;
        private final Class<? extends Function<String, ? extends AlertStore>> elsewhere;

        Kit(Path folder, Function<Path, AlertStore> opener, boolean forgetful) {
            this.file = folder.resolve("alerts.db");
            this.opener = opener;
            this.elsewhere = forgetful ? BrokenStores.ForgetfulOpener.class : SqliteOpener.class;
        }

        @Override
        protected AlertStore open() {
            return opener.apply(file);
        }

        @Override
        protected void makeNewer() {
            SqliteAlertStoreContractTest.setVersion(file, 99);
        }

        @Override
        protected Optional<OtherProcess> otherProcess() {
            return Optional.of(new OtherProcess(elsewhere, file.toString()));
        }
    }

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> S25_eachBrokenStoreIsRejectedByItsPromise() {
        return broken().map(broken ->
                DynamicTest.dynamicTest("a store that " + broken.what() + " is rejected by " + broken.number(), () -> {
                    Throwable rejected =
                            run(broken, broken.opener(), broken.number().equals("S5"));
                    assertThat(rejected)
                            .as("a store that %s", broken.what())
                            .isInstanceOf(AssertionError.class)
                            .isNotInstanceOf(TestAbortedException.class);
                }));
    }

    @TestFactory
    Stream<DynamicTest> S25_theSamePromisesAcceptTheStoreThatIsWhole() {
        return broken().map(broken ->
                DynamicTest.dynamicTest(broken.number() + " accepts one that does not: " + broken.what(), () -> {
                    Throwable rejected = run(broken, JdbcAlertStore::sqlite, false);
                    if (rejected != null) {
                        throw new AssertionError("rejected", rejected);
                    }
                }));
    }

    private Throwable run(Broken broken, Function<Path, AlertStore> opener, boolean forgetful) throws IOException {
        Kit kit = new Kit(Files.createTempDirectory(folder, "store"), opener, forgetful);
        try {
            broken.promise().show(kit);
            return null;
        } catch (Throwable thrown) {
            return thrown;
        } finally {
            kit.close();
        }
    }

    private static Stream<Broken> broken() {
        return Stream.of(brokenTransactions(), brokenRows(), brokenAccounts(), brokenWork())
                .flatMap(List::stream);
    }

    private static List<Broken> brokenTransactions() {
        return List.of(
                new Broken(
                        "loses the last commit",
                        "S1",
                        BrokenStores::losingTheLastCommit,
                        kit -> kit.new Transactions().S1_whatIsWrittenIsThereForEverybody()),
                new Broken(
                        "keeps half of what threw",
                        "S2",
                        BrokenStores::keepingHalfOfWhatThrew,
                        kit -> kit.new Transactions().S2_workThatThrowsLeavesNothingBehind()),
                new Broken(
                        "hides what the work threw",
                        "S2",
                        BrokenStores::wrappingWhatTheWorkThrows,
                        kit -> kit.new Transactions().S2_workThatThrowsLeavesNothingBehind()),
                new Broken(
                        "shows each statement at once",
                        "S3",
                        BrokenStores::withoutTransactions,
                        kit -> kit.new Transactions().S3_nobodySeesHalfOfATransaction()),
                new Broken(
                        "lets the later of two changes win",
                        "S4",
                        file -> unfenced(BrokenStores.withoutTransactions(file)),
                        kit -> kit.new Transactions().S4_noChangeIsLost()),
                new Broken(
                        "forgets what it promised when it is killed",
                        "S5",
                        JdbcAlertStore::sqlite,
                        kit -> kit.new Openings().S5_aKilledProcessKeepsItsPromisesAndKeepsNobodyOut()),
                new Broken(
                        "opens a newer schema",
                        "S6",
                        BrokenStores::openingNewer,
                        kit -> kit.new Openings().S6_whatANewerReleaseHasWrittenIsRefused()),
                new Broken(
                        "goes on when it is closed",
                        "S7",
                        BrokenStores::usableWhenClosed,
                        kit -> kit.new Openings().S7_aClosedStoreIsClosed()),
                new Broken(
                        "nests transactions",
                        "S8",
                        BrokenStores::nesting,
                        kit -> kit.new Openings().S8_aTransactionWithinATransactionIsRefused()));
    }

    /** Writes every change as if it followed upon what is there. */
    private static AlertStore unfenced(AlertStore store) {
        return new AlertStore() {
            @Override
            public <T> T transact(Function<? super Transaction, ? extends T> work) {
                return store.transact(tx -> work.apply(new Unfenced(tx)));
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }

    private static final class Unfenced extends ForwardingRows {

        Unfenced(Transaction rows) {
            super(rows);
        }

        @Override
        public boolean update(RunningAlert changed) {
            long version =
                    rows.alert(changed.alert().id()).map(RunningAlert::version).orElse(-1L);
            return version >= 0 && rows.update(renumbered(changed, version + 1));
        }

        private static RunningAlert renumbered(RunningAlert alert, long version) {
            return new RunningAlert(
                    alert.alert(),
                    alert.policy(),
                    alert.state(),
                    alert.submittedAt(),
                    alert.round(),
                    alert.nextStep(),
                    alert.nextAt(),
                    alert.expiresAt(),
                    alert.acknowledgement(),
                    alert.acknowledgedStep(),
                    version);
        }
    }

    private static Function<Path, AlertStore> rows(Function<Transaction, ForwardingRows> broken) {
        return BrokenStores.rows(broken::apply);
    }

    private static Delivery renumbered(Delivery delivery, Instant due, long version) {
        return new Delivery(
                delivery.id(),
                delivery.alert(),
                delivery.round(),
                delivery.step(),
                delivery.purpose(),
                delivery.contact(),
                delivery.notifier(),
                delivery.severity(),
                delivery.state(),
                due,
                delivery.attempts(),
                delivery.owner(),
                delivery.leaseUntil(),
                version,
                delivery.code());
    }

    private static List<Broken> brokenRows() {
        return List.of(
                new Broken(
                        "keeps milliseconds",
                        "S9",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public boolean insert(Delivery delivery) {
                                Instant rough = delivery.due().truncatedTo(ChronoUnit.MILLIS);
                                return rows.insert(renumbered(delivery, rough, delivery.version()));
                            }
                        }),
                        kit -> kit.new Kept().S9_whatIsPutInReadsBackEqual()),
                new Broken(
                        "takes what is there already for new",
                        "S10",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public boolean insert(Delivery delivery) {
                                rows.insert(delivery);
                                return true;
                            }
                        }),
                        kit -> kit.new Kept().S10_whatIsAddedTwiceIsAddedOnce()),
                new Broken(
                        "swallows update conflicts",
                        "S11",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public boolean update(RunningAlert changed) {
                                rows.update(changed);
                                return true;
                            }
                        }),
                        kit -> kit.new Fences().S11_whoHasNotSeenTheLatestVersionChangesNothing()),
                new Broken(
                        "completes without a fence",
                        "S12",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public boolean update(Delivery changed) {
                                return rows.delivery(changed.id())
                                        .filter(now ->
                                                rows.update(renumbered(changed, changed.due(), now.version() + 1)))
                                        .isPresent();
                            }
                        }),
                        kit -> kit.new Fences().S12_aNodeThatLostItsLeaseCannotComplete()),
                new Broken(
                        "keeps the first state of an attempt",
                        "S16",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public void put(Attempt attempt) {
                                boolean there = rows.attempts(attempt.delivery()).stream()
                                        .anyMatch(each -> each.number() == attempt.number());
                                if (!there) {
                                    rows.put(attempt);
                                }
                            }
                        }),
                        kit -> kit.new Kept().S16_stepsAndAttemptsThatArePutAgainAreChanged()));
    }

    private static List<Broken> brokenAccounts() {
        return List.of(
                new Broken(
                        "acknowledges in two transactions",
                        "S13",
                        BrokenStores::acknowledgingInTwoTransactions,
                        kit -> kit.new Account().S13_anAcknowledgementIsOneTransaction()),
                new Broken(
                        "shows the last acknowledgement alone",
                        "S14",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public List<Acknowledgement> acknowledgements(String alert) {
                                List<Acknowledgement> all = rows.acknowledgements(alert);
                                return all.subList(Math.max(0, all.size() - 1), all.size());
                            }
                        }),
                        kit -> kit.new Account().S14_everyAcknowledgementStays()),
                new Broken(
                        "drops a line of the log that says the same again",
                        "S15",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public LogEntry append(AlertEvent event) {
                                return rows.log(event.alert()).stream()
                                        .filter(line -> line.event().equals(event))
                                        .findFirst()
                                        .orElseGet(() -> rows.append(event));
                            }
                        }),
                        kit -> kit.new Account().S15_everyLineOfTheLogStays()),
                new Broken(
                        "sorts the log by what its lines say of the time",
                        "S15",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public List<LogEntry> log(String alert) {
                                return rows.log(alert).stream()
                                        .sorted(Comparator.comparing(
                                                line -> line.event().at()))
                                        .collect(toList());
                            }
                        }),
                        kit -> kit.new Account().S15_everyLineOfTheLogStays()));
    }

    private static List<Broken> brokenWork() {
        return List.of(
                new Broken(
                        "orders by age only",
                        "S17",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public List<Delivery> claimable(String notifier, Instant now, int limit) {
                                return rows.claimable(notifier, now, 1_000).stream()
                                        .sorted(Comparator.comparing(Delivery::due))
                                        .limit(limit)
                                        .collect(toList());
                            }
                        }),
                        kit -> kit.new Claims().S17_claimsComeBySeverityThenByAge()),
                new Broken(
                        "leaves out what is due at that very instant",
                        "S17",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public List<Delivery> claimable(String notifier, Instant now, int limit) {
                                return rows.claimable(notifier, now.minusNanos(1), limit);
                            }
                        }),
                        kit -> kit.new Claims().S17_claimsComeBySeverityThenByAge()),
                new Broken(
                        "claims twice",
                        "S18",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public List<Delivery> claimable(String notifier, Instant now, int limit) {
                                List<Delivery> free = rows.claimable(notifier, now, limit);
                                return free.isEmpty()
                                        ? rows.leasesOver(Instant.parse("2100-01-01T00:00:00Z"), limit)
                                        : free;
                            }
                        }),
                        kit -> kit.new Claims().S18_eachDeliveryIsClaimedByOne()),
                new Broken(
                        "forgets the end of a lease",
                        "S19",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public List<Delivery> leasesOver(Instant now, int limit) {
                                return List.of();
                            }
                        }),
                        kit -> kit.new Claims().S19_aLeaseEndsAndOthersMayClaim()),
                new Broken(
                        "finds no delivery stranded when every notifier is missing",
                        "S20",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public List<Delivery> stranded(Set<String> present, Instant now, int limit) {
                                return present.isEmpty() ? List.of() : rows.stranded(present, now, limit);
                            }
                        }),
                        kit -> kit.new Claims().S20_whatWaitsForAMissingNotifierIsFound()),
                new Broken(
                        "fires the steps of alerts in the order of their names",
                        "S21",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public List<String> alertsDue(Instant now, int limit) {
                                return rows.alertsDue(now, limit).stream()
                                        .sorted()
                                        .collect(toList());
                            }
                        }),
                        kit -> kit.new Due().S21_alertsAreDueTheGravestFirst()),
                new Broken(
                        "looks at the youngest step first",
                        "S22",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public List<OpenStep> stepsDue(Instant now, int limit) {
                                List<OpenStep> due = rows.stepsDue(now, 1_000);
                                return due.subList(Math.max(0, due.size() - limit), due.size());
                            }
                        }),
                        kit -> kit.new Due().S22_stepsAreDueThoseDueLongestFirst()),
                new Broken(
                        "lists what is over as open",
                        "S23",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public List<RunningAlert> alerts(Set<AlertState> states) {
                                return rows.alerts(Set.of(AlertState.values()));
                            }
                        }),
                        kit -> kit.new Due().S23_alertsAndDeliveriesAreListedInOrder()),
                new Broken(
                        "wakes for a notifier that is busy",
                        "S24",
                        rows(tx -> new ForwardingRows(tx) {
                            @Override
                            public Optional<Instant> nextDue(Set<String> ready, Set<String> present) {
                                return rows.nextDue(present, present);
                            }
                        }),
                        kit -> kit.new Due().S24_theEarliestThingToDoIsKnown()));
    }
}
