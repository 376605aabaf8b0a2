/* SPDX-License-Identifier: Apache-2.0 */

import org.jspecify.annotations.NullMarked;
import org.municipalsafety.core.calendar.CalendarProvider;
import org.municipalsafety.core.calendar.SwedishCalendarProvider;

/**
 * The domain: time, calendar, areas, contact channels, incidents, situations, measures, bulletins, and the JSON
 * documents that hold them.
 */
@NullMarked
module org.municipalsafety.core {
    requires static org.jspecify;
    requires com.google.common;
    requires tools.jackson.core;
    requires transitive jakarta.validation;
    requires transitive org.threeten.extra;

    exports org.municipalsafety.core;
    exports org.municipalsafety.core.area;
    exports org.municipalsafety.core.bulletin;
    exports org.municipalsafety.core.calendar;
    exports org.municipalsafety.core.channel;
    exports org.municipalsafety.core.coverage;
    exports org.municipalsafety.core.daypattern;
    exports org.municipalsafety.core.disclosure;
    exports org.municipalsafety.core.document;
    exports org.municipalsafety.core.endpoint;
    exports org.municipalsafety.core.hours;
    exports org.municipalsafety.core.icalendar;
    exports org.municipalsafety.core.incident;
    exports org.municipalsafety.core.measure;
    exports org.municipalsafety.core.publication;
    exports org.municipalsafety.core.situation;
    exports org.municipalsafety.core.text;
    exports org.municipalsafety.core.time;

    uses CalendarProvider;

    provides CalendarProvider with
            SwedishCalendarProvider;
}
