/* SPDX-License-Identifier: Apache-2.0 */

import org.jspecify.annotations.NullMarked;

/** Rotas: the plan, who is on duty and why, documents, calendar feeds and pictures. */
@NullMarked
module org.municipalsafety.roster {
    requires static org.jspecify;
    requires transitive org.municipalsafety.core;
    requires transitive org.threeten.extra;

    exports org.municipalsafety.roster.chart;
    exports org.municipalsafety.roster.check;
    exports org.municipalsafety.roster.document;
    exports org.municipalsafety.roster.feed;
    exports org.municipalsafety.roster.plan;
    exports org.municipalsafety.roster.resolution;
}
