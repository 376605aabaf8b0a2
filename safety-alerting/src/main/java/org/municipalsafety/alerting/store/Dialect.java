/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What one database does in its own way; all else about the store is the same for each.
 *
 * <p>Stateless and thread-safe.
 */
interface Dialect {

    /**
     * Looks at the database and makes or migrates the tables; of several programs that do so at once one is first, and
     * the others find its tables.
     *
     * @param connection a connection outside a transaction
     * @param name the store's name for messages
     * @throws AlertStoreException if it is none of ours or of a newer version; it is then left as it is
     * @throws SQLException if the database fails
     */
    void prepare(Connection connection, String name) throws SQLException;

    /** Begins a serializable transaction. */
    void begin(Connection connection) throws SQLException;

    /** Ends it; what was written survives the death of the process and of the machine. */
    void commit(Connection connection) throws SQLException;

    /** Ends it, and nothing is kept. */
    void rollback(Connection connection) throws SQLException;

    /** Whether a transaction that failed so is to be begun anew, since another one was in its way. */
    boolean asksToRepeat(SQLException failed);

    /** The column by which alerts stand in the order in which they were added. */
    String insertionOrder();

    /** Ends a select of one row that nobody else may change until the transaction ends; may be empty. */
    String holdingRow();

    /** Ends a select of rows that no other transaction may get before this one ends; may be empty. */
    String claimingRows();

    /** Why it failed, in a word without data. */
    String why(SQLException failed);

    /** What may have gone wrong with a store that worked before, beginning with "Maybe". */
    String advice();
}
