/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Where alerts are kept so that none is lost (A1).
 *
 * <p>Start with {@link org.municipalsafety.alerting.store.JdbcAlertStore#sqlite}, one file on one machine. What another
 * database does in its own way goes into a {@code Dialect}; the rows are mapped in one class for all. The database is
 * the single truth: work is rows, a claim is a leased row, an acknowledgement is a transaction (A3). What the rows mean
 * and what happens next is decided by the engine, not here; no address and no secret is ever stored (A7).
 */
@NullMarked
package org.municipalsafety.alerting.store;

import org.jspecify.annotations.NullMarked;
