/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteException;

/**
 * SQLite: writers take turns, so a transaction that has begun has every row to itself.
 *
 * <p>The file is in WAL mode with {@code synchronous=FULL}.
 */
final class SqliteDialect implements Dialect {

    /**
     * Transactions are begun by hand. The driver's own begin the next one as soon as one ends, and so keep the file
     * locked for as long as it is open.
     */
    private static final String BEGIN = "BEGIN IMMEDIATE";

    @Override
    public void prepare(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Look before anything is changed: the file may belong to somebody else.
            long tables = number(statement, "SELECT count(*) FROM sqlite_master");
            long application = number(statement, "PRAGMA application_id");
            long version = number(statement, "PRAGMA user_version");
            boolean empty = tables == 0 && application == 0 && version == 0;
            if (!empty && application != SqliteSchema.APPLICATION_ID) {
                throw new AlertStoreException("""
                        The file %s is an SQLite database of another program.
                        Maybe the path is wrong; nothing was changed.""".formatted(name), null);
            }
            if (version > SqliteSchema.VERSION) {
                throw new AlertStoreException("""
                        The alert store %s has version %d; this program knows versions up to %d.
                        Maybe a newer release wrote it; nothing was changed.""".formatted(name, version, SqliteSchema.VERSION), null);
            }
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA foreign_keys = ON");
            statement.execute(BEGIN);
            // From here on within one immediate transaction: of two processes the second finds the tables there.
            if (number(statement, "PRAGMA user_version") == 0) {
                for (String sql : SqliteSchema.TABLES) {
                    statement.execute(sql);
                }
                statement.execute("PRAGMA application_id = " + SqliteSchema.APPLICATION_ID);
                statement.execute("PRAGMA user_version = " + SqliteSchema.VERSION);
            }
            statement.execute("COMMIT");
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        execute(connection, BEGIN);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            execute(connection, "ROLLBACK");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Never: a transaction that could not begin in time has nobody in its way but a process that hangs. */
    @Override
    public boolean asksToRepeat(SQLException failed) {
        return false;
    }

    @Override
    public String insertionOrder() {
        return "rowid";
    }

    @Override
    public String holdingRow() {
        return "";
    }

    @Override
    public String claimingRows() {
        return "";
    }

    @Override
    public String why(SQLException failed) {
        return failed instanceof SQLiteException sqlite
                ? sqlite.getResultCode().name()
                : failed.getClass().getSimpleName();
    }

    @Override
    public String advice() {
        return "Maybe the disk is full, or another process holds the file too long.";
    }
}
