/* SPDX-License-Identifier: Apache-2.0 */

import org.jspecify.annotations.NullMarked;

/** The desk of a municipality: its documents read together, and the pages and reports that are made of them. */
@NullMarked
module org.municipalsafety.desk {
    requires static org.jspecify;
    requires transitive org.municipalsafety.alerting;
    requires transitive org.municipalsafety.core;
    requires transitive org.municipalsafety.roster;

    exports org.municipalsafety.desk.folder;
    exports org.municipalsafety.desk.page;
    exports org.municipalsafety.desk.report;
}
