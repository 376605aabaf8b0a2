/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.Interval;

/**
 * Reads the calendar feed of a position back, line by line. It knows what the feed writes and no more; so the kit needs
 * no iCalendar library, which each of its users would have to take over. That other programs read the feed alike is
 * shown elsewhere, with two such libraries.
 */
final class FeedReading {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    /** An event: when, and what it is called. */
    record Event(Interval interval, String summary) {}

    private FeedReading() {}

    static List<Event> events(String feed) {
        List<Event> events = new ArrayList<>();
        boolean inside = false;
        @Nullable Instant start = null;
        @Nullable Instant end = null;
        String summary = "";
        for (String line : feed.replace("\r\n ", "").split("\r\n", -1)) {
            inside |= line.equals("BEGIN:VEVENT");
            if (!inside) {
                continue;
            }
            if (line.startsWith("DTSTART")) {
                start = time(line);
            } else if (line.startsWith("DTEND")) {
                end = time(line);
            } else if (line.startsWith("SUMMARY:")) {
                summary = line.substring("SUMMARY:".length());
            } else if (line.equals("END:VEVENT")) {
                if (start == null || end == null) {
                    throw new IllegalArgumentException("The event \"%s\" has no start or no end.".formatted(summary));
                }
                events.add(new Event(Interval.of(start, end), summary));
                inside = false;
                start = null;
                end = null;
            }
        }
        return events;
    }

    /** The part of events that lies in an interval, where those of one name that touch are one. */
    static List<Event> joined(List<Event> events, Interval interval) {
        List<Event> joined = new ArrayList<>();
        for (Event event : events) {
            Interval here = event.interval().intersection(interval);
            int last = joined.size() - 1;
            if (last >= 0
                    && joined.get(last).summary().equals(event.summary())
                    && joined.get(last).interval().getEnd().equals(here.getStart())) {
                joined.set(last, new Event(joined.get(last).interval().span(here), event.summary()));
            } else {
                joined.add(new Event(here, event.summary()));
            }
        }
        return joined;
    }

    private static Instant time(String line) {
        String value = line.substring(line.lastIndexOf(':') + 1);
        if (value.endsWith("Z")) {
            return LocalDateTime.parse(value.substring(0, value.length() - 1), LOCAL)
                    .toInstant(ZoneOffset.UTC);
        }
        String zone = line.substring(line.indexOf("TZID=") + 5, line.lastIndexOf(':'));
        return LocalDateTime.parse(value, LOCAL).atZone(ZoneId.of(zone)).toInstant();
    }
}
