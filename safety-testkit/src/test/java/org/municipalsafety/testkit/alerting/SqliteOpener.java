/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import java.nio.file.Path;
import java.util.function.Function;
import org.municipalsafety.alerting.store.AlertStore;
import org.municipalsafety.alerting.store.JdbcAlertStore;

/** Opens a file in a process of its own. */
public final class SqliteOpener implements Function<String, AlertStore> {

    /** For the other process. */
    public SqliteOpener() {}

    @Override
    public AlertStore apply(String place) {
        return JdbcAlertStore.sqlite(Path.of(place));
    }
}
