/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A store in a relational database.
 *
 * <pre>{@code
 * try (AlertStore store = JdbcAlertStore.sqlite(Path.of("alerts.db"))) { … }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class JdbcAlertStore implements AlertStore {

    /** How often a transaction is begun anew when the database asks for it. */
    private static final int MOST_ATTEMPTS = 10;

    private final String name;
    private final DataSource source;
    private final Dialect dialect;
    private final AutoCloseable owned;
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    /**
     * A store over connections that somebody else made.
     *
     * @param name its name for messages
     * @param source the connections
     * @param dialect the database's own ways
     * @param owned what closing the store closes
     */
    JdbcAlertStore(String name, DataSource source, Dialect dialect, AutoCloseable owned) {
        this.name = name;
        this.source = source;
        this.dialect = dialect;
        this.owned = owned;
    }

    /**
     * Opens a store in one SQLite file, for one machine: several processes on it may share the file. It is made if
     * there is none; a new file is readable by its owner alone where the file system knows such rights.
     *
     * <p>The file is in WAL mode with {@code synchronous=FULL}, so that what is committed survives the death of the
     * process. There is one connection, and writers take turns. The driver unpacks native code into the folder for
     * temporary files, which must allow execution. The file must not lie on a network share.
     *
     * @param file the file; its folder must exist
     * @return the store; the caller closes it
     * @throws AlertStoreException if the file is none of ours or of a newer version, or cannot be opened
     */
    public static JdbcAlertStore sqlite(Path file) {
        String name = String.valueOf(file.getFileName());
        Dialect dialect = new SqliteDialect();
        try {
            SqliteFile opened = SqliteFile.open(file);
            try (Connection connection = opened.getConnection()) {
                dialect.prepare(connection, name);
            } catch (SQLException | RuntimeException failed) {
                opened.close();
                throw failed;
            }
            return new JdbcAlertStore(name, opened, dialect, opened);
        } catch (IOException | SQLException failed) {
            String why = failed instanceof SQLException sql
                    ? dialect.why(sql)
                    : failed.getClass().getSimpleName();
            throw new AlertStoreException("""
                    The alert store %s cannot be opened (%s).
                    Maybe it is no SQLite file, its folder is missing or write-protected, or another program locks it.""".formatted(name, why), failed);
        }
    }

    @Override
    public <T> T transact(Function<? super Transaction, ? extends T> work) {
        requireNonNull(work, "work");
        if (inside.get()) {
            throw new IllegalStateException("A transaction is running on this thread already.");
        }
        inside.set(true);
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return once(work);
                } catch (AlertStoreException failed) {
                    boolean again = failed.getCause() instanceof SQLException sql && dialect.asksToRepeat(sql);
                    if (!again || attempt == MOST_ATTEMPTS) {
                        throw failed;
                    }
                }
            }
        } finally {
            inside.remove();
        }
    }

    private <T> T once(Function<? super Transaction, ? extends T> work) {
        Connection connection;
        try {
            connection = source.getConnection();
        } catch (SQLException failed) {
            throw failed("used", failed);
        }
        boolean committed = false;
        try {
            dialect.begin(connection);
            T result = work.apply(new JdbcRows(connection, dialect, this::failed));
            dialect.commit(connection);
            committed = true;
            return result;
        } catch (SQLException failed) {
            throw failed("used", failed);
        } finally {
            end(connection, committed);
        }
    }

    private void end(Connection connection, boolean committed) {
        try {
            if (!committed) {
                dialect.rollback(connection);
            }
        } catch (SQLException alreadyOver) {
            // What made the transaction fail is thrown; the database has rolled back by itself.
        }
        try {
            connection.close();
        } catch (SQLException lost) {
            // The transaction is over, one way or the other: that is what the caller hears.
        }
    }

    @Override
    public void close() {
        try {
            owned.close();
        } catch (SQLException failed) {
            throw failed("closed", failed);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new AlertStoreException("The alert store %s cannot be closed.".formatted(name), failed);
        }
    }

    private AlertStoreException failed(String what, SQLException failed) {
        return new AlertStoreException(
                "The alert store %s cannot be %s (%s).\n%s"
                        .formatted(name, what, dialect.why(failed), dialect.advice()),
                failed);
    }
}
