/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.alert.Acknowledgement;
import org.municipalsafety.alerting.store.AlertStore;
import org.municipalsafety.alerting.store.AlertStoreException;
import org.municipalsafety.alerting.store.JdbcAlertStore;

/** Stores that break what they promise about transactions; each wraps one that keeps it. */
final class BrokenStores {

    private BrokenStores() {}

    /** A store of which one call is broken; {@code how} is handed the whole store and the work. */
    private static AlertStore breaking(
            AlertStore whole, BiFunction<AlertStore, Function<AlertStore.Transaction, Object>, Object> how) {
        return new AlertStore() {
            @Override
            @SuppressWarnings("unchecked") // the work gives a T, and so does running it
            public <T> T transact(Function<? super Transaction, ? extends T> work) {
                return (T) how.apply(whole, work::apply);
            }

            @Override
            public void close() {
                whole.close();
            }
        };
    }

    /** Rows that are not quite right. */
    static Function<Path, AlertStore> rows(UnaryOperator<AlertStore.Transaction> broken) {
        return file -> breaking(
                JdbcAlertStore.sqlite(file),
                (whole, work) -> whole.<Object>transact(tx -> work.apply(broken.apply(tx))));
    }

    /** Keeps the acknowledgements for a transaction of their own. */
    static AlertStore acknowledgingInTwoTransactions(Path file) {
        return breaking(JdbcAlertStore.sqlite(file), (whole, work) -> {
            List<Acknowledgement> later = new ArrayList<>();
            try {
                return whole.<Object>transact(tx -> work.apply(new ForwardingRows(tx) {
                    @Override
                    public void add(Acknowledgement acknowledgement) {
                        later.add(acknowledgement);
                    }
                }));
            } finally {
                if (!later.isEmpty()) {
                    whole.transact(tx -> {
                        later.forEach(tx::add);
                        return true;
                    });
                }
            }
        });
    }

    /** Each statement in a transaction of its own. */
    static AlertStore withoutTransactions(Path file) {
        return breaking(JdbcAlertStore.sqlite(file), (whole, work) -> work.apply(AlertStoreBench.in(whole)));
    }

    /** Keeps what was done before the work threw. */
    static AlertStore keepingHalfOfWhatThrew(Path file) {
        return breaking(JdbcAlertStore.sqlite(file), (whole, work) -> {
            Throwable[] thrown = {null};
            Object result = whole.<Object>transact(tx -> {
                try {
                    return work.apply(tx);
                } catch (RuntimeException | Error each) {
                    thrown[0] = each;
                    return "nothing";
                }
            });
            if (thrown[0] instanceof RuntimeException each) {
                throw each;
            }
            if (thrown[0] instanceof Error each) {
                throw each;
            }
            return result;
        });
    }

    /** Hides what the work threw in an exception of its own. */
    static AlertStore wrappingWhatTheWorkThrows(Path file) {
        return breaking(JdbcAlertStore.sqlite(file), (whole, work) -> {
            try {
                return whole.<Object>transact(work);
            } catch (RuntimeException each) {
                throw new AlertStoreException("The work failed.", each);
            }
        });
    }

    /** Writes what a transaction has done only when the next one begins. */
    static AlertStore losingTheLastCommit(Path file) {
        List<Function<AlertStore.Transaction, Object>> kept = new ArrayList<>();
        return breaking(JdbcAlertStore.sqlite(file), (whole, work) -> {
            synchronized (kept) {
                kept.forEach(each -> whole.<Object>transact(each));
                kept.clear();
                return tried(whole, kept, work);
            }
        });
    }

    /** Means to write all at its end. */
    private static AlertStore writingAtTheEnd(Path file) {
        List<Function<AlertStore.Transaction, Object>> kept = new ArrayList<>();
        return breaking(JdbcAlertStore.sqlite(file), (whole, work) -> tried(whole, kept, work));
    }

    /** What the work gives, on top of what is kept; nothing is written, and the work is kept too. */
    private static Object tried(
            AlertStore whole,
            List<Function<AlertStore.Transaction, Object>> kept,
            Function<AlertStore.Transaction, Object> work) {
        List<Object> result = new ArrayList<>();
        RuntimeException undo = new IllegalStateException("undo");
        try {
            whole.<Object>transact(tx -> {
                kept.forEach(each -> each.apply(tx));
                result.add(work.apply(tx));
                throw undo;
            });
        } catch (IllegalStateException undone) {
            if (undone != undo) {
                throw undone;
            }
        }
        kept.add(work);
        return result.get(0);
    }

    /** Lets a transaction begin within another one, as a part of it. */
    static AlertStore nesting(Path file) {
        ThreadLocal<AlertStore.@Nullable Transaction> current = new ThreadLocal<>();
        return breaking(JdbcAlertStore.sqlite(file), (whole, work) -> {
            AlertStore.Transaction outer = current.get();
            if (outer != null) {
                return work.apply(outer);
            }
            return whole.<Object>transact(tx -> {
                current.set(tx);
                try {
                    return work.apply(tx);
                } finally {
                    current.remove();
                }
            });
        });
    }

    /** Opens whatever version it finds. */
    static AlertStore openingNewer(Path file) {
        if (file.toFile().length() > 0) {
            SqliteAlertStoreContractTest.setVersion(file, 1);
        }
        return JdbcAlertStore.sqlite(file);
    }

    /** Comes to life again when it is used after its end. */
    static AlertStore usableWhenClosed(Path file) {
        return breaking(JdbcAlertStore.sqlite(file), (whole, work) -> {
            try {
                return whole.<Object>transact(work);
            } catch (AlertStoreException closed) {
                try (AlertStore again = JdbcAlertStore.sqlite(file)) {
                    return again.<Object>transact(work);
                }
            }
        });
    }

    /** Says that all is well when it is not. */
    public static final class ForgetfulOpener implements Function<String, AlertStore> {

        /** For the other process. */
        public ForgetfulOpener() {}

        @Override
        public AlertStore apply(String place) {
            return writingAtTheEnd(Path.of(place));
        }
    }
}
