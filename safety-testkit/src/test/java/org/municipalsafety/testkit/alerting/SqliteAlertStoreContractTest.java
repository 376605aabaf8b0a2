/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.municipalsafety.alerting.store.AlertStore;
import org.municipalsafety.alerting.store.JdbcAlertStore;

/** The store in an SQLite file keeps every promise. */
class SqliteAlertStoreContractTest extends AlertStoreContract {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("alerts.db");
    }

    @Override
    protected AlertStore open() {
        return JdbcAlertStore.sqlite(file());
    }

    @Override
    protected void makeNewer() {
        setVersion(file(), 99);
    }

    @Override
    protected Optional<OtherProcess> otherProcess() {
        return Optional.of(new OtherProcess(SqliteOpener.class, file().toString()));
    }

    static void setVersion(Path file, int version) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + version);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
