/* SPDX-License-Identifier: Apache-2.0 */

import org.jspecify.annotations.NullMarked;

/** Other people's formats in and out: OpenStreetMap hours, schema.org, calendars of duties and of days that differ. */
@NullMarked
@SuppressWarnings("requires-automatic") // both parsers name themselves in their manifest and have no descriptor
module org.municipalsafety.exchange {
    requires static org.jspecify;
    requires ch.poole.openinghoursparser;
    requires net.sf.biweekly;
    requires transitive org.municipalsafety.core;
    requires transitive org.municipalsafety.roster;

    exports org.municipalsafety.exchange;
    exports org.municipalsafety.exchange.icalendar;
    exports org.municipalsafety.exchange.osm;
    exports org.municipalsafety.exchange.schemaorg;
}
