/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Statements of one transaction. Every value goes in as a parameter. */
final class Statements {

    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final BiFunction<String, SQLException, AlertStoreException> failure;

    /**
     * Statements on a connection.
     *
     * @param connection the connection
     * @param failure says what could not be done: read or written
     */
    Statements(Connection connection, BiFunction<String, SQLException, AlertStoreException> failure) {
        this.connection = connection;
        this.failure = failure;
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
        return statement;
    }

    /** Changes rows and says how many. */
    int write(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw failure.apply("written", failed);
        }
    }

    /** Adds a row and gives what the database chose for it, which the statement returns. */
    <T> T add(Row<T> reader, String sql, @Nullable Object... values) {
        return query("written", reader, sql, values).get(0);
    }

    <T> List<T> all(Row<T> reader, String sql, @Nullable Object... values) {
        return query("read", reader, sql, values);
    }

    <T> Optional<T> one(Row<T> reader, String sql, @Nullable Object... values) {
        return all(reader, sql, values).stream().findFirst();
    }

    private <T> List<T> query(String what, Row<T> reader, String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException failed) {
            throw failure.apply(what, failed);
        }
    }

    /** What stands between the brackets of an IN: a mark for each value; an empty list is no SQL. */
    static String marks(Collection<?> values) {
        return values.isEmpty()
                ? "SELECT NULL WHERE 1 = 0"
                : String.join(", ", Collections.nCopies(values.size(), "?"));
    }
}
