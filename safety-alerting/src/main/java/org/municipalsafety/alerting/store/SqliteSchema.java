/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.store;

import java.util.List;

/** The tables in SQLite's words, and the numbers by which a file is known as ours. */
final class SqliteSchema {

    /** "MSAF": tells our files from other SQLite files. */
    static final int APPLICATION_ID = 0x4D534146;

    static final int VERSION = 1;

    /** Makes the tables in an empty file. */
    static final List<String> TABLES = List.of(
            """
            CREATE TABLE alert (
              id TEXT PRIMARY KEY, content TEXT NOT NULL, policy TEXT NOT NULL, severity INTEGER NOT NULL,
              state TEXT NOT NULL, submitted_at INTEGER NOT NULL, round INTEGER NOT NULL, next_step INTEGER NOT NULL,
              next_at INTEGER, expires_at INTEGER, ack_person TEXT, ack_at INTEGER, ack_step INTEGER,
              version INTEGER NOT NULL) STRICT""",
            "CREATE INDEX alert_due ON alert (next_at) WHERE state = 'OPEN'",
            "CREATE INDEX alert_end ON alert (expires_at) WHERE state = 'OPEN' AND expires_at IS NOT NULL",
            """
            CREATE TABLE step (
              alert TEXT NOT NULL REFERENCES alert (id), step INTEGER NOT NULL, round INTEGER NOT NULL,
              turn INTEGER NOT NULL, contact TEXT, fired_at INTEGER NOT NULL, watch_at INTEGER,
              PRIMARY KEY (alert, step)) STRICT, WITHOUT ROWID""",
            "CREATE INDEX step_watch ON step (watch_at) WHERE watch_at IS NOT NULL",
            """
            CREATE TABLE delivery (
              number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, alert TEXT NOT NULL REFERENCES alert (id),
              round INTEGER NOT NULL, step INTEGER NOT NULL, purpose TEXT NOT NULL, contact TEXT NOT NULL,
              notifier TEXT NOT NULL, severity INTEGER NOT NULL, state TEXT NOT NULL, due INTEGER NOT NULL,
              attempts INTEGER NOT NULL, owner TEXT, lease_until INTEGER, version INTEGER NOT NULL, code TEXT) STRICT""",
            "CREATE INDEX delivery_alert ON delivery (alert)",
            """
            CREATE INDEX delivery_due ON delivery (notifier, severity DESC, due)
              WHERE state IN ('PENDING', 'BLOCKED')""",
            "CREATE INDEX delivery_lease ON delivery (lease_until) WHERE state = 'SENDING'",
            """
            CREATE TABLE attempt (
              delivery TEXT NOT NULL, number INTEGER NOT NULL, node TEXT NOT NULL, started_at INTEGER NOT NULL,
              ended_at INTEGER, outcome TEXT, code TEXT, PRIMARY KEY (delivery, number)) STRICT, WITHOUT ROWID""",
            """
            CREATE TABLE acknowledgement (
              number INTEGER PRIMARY KEY AUTOINCREMENT, alert TEXT NOT NULL REFERENCES alert (id),
              person TEXT NOT NULL, at INTEGER NOT NULL) STRICT""",
            """
            CREATE TABLE log (
              number INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT NOT NULL, at INTEGER NOT NULL, alert TEXT NOT NULL,
              step INTEGER, person TEXT, notifier TEXT, delivery TEXT, detail TEXT) STRICT""",
            "CREATE INDEX log_alert ON log (alert, number)",
            // Append-only, also for a hand that edits the file.
            """
            CREATE TRIGGER log_kept BEFORE UPDATE ON log BEGIN
              SELECT RAISE(ABORT, 'the log is only ever added to'); END""",
            """
            CREATE TRIGGER log_stays BEFORE DELETE ON log BEGIN
              SELECT RAISE(ABORT, 'the log is only ever added to'); END""");

    private SqliteSchema() {}
}
