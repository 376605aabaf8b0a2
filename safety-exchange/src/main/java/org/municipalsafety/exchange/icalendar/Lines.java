/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.icalendar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;

/**
 * The lines of a calendar, looked through before the parser makes something of them: it closes by itself what a text
 * leaves open, takes the first of two properties, and leaves out what it does not understand, and each of these can
 * lose a duty.
 *
 * <p>Nothing of a line but its number gets into a fault (rule A7).
 */
final class Lines {

    /** What is read of the calendar and of an event; all but the attendee may be there once. */
    private static final Set<String> READ =
            Set.of("UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "STATUS", "ATTENDEE", "METHOD", "VERSION");

    private final List<Fault> faults = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    /** For each event, which properties it has itself, and how often. */
    private final List<Map<String, Integer>> events = new ArrayList<>();

    private final Map<String, Integer> calendar = new HashMap<>();
    private final Map<Integer, String> places = new HashMap<>();

    private Lines() {}

    /**
     * Looks through a text.
     *
     * @throws InvalidModelException if its lines are no properties, or its components are not closed in order
     */
    static Lines of(String text) {
        Lines lines = new Lines();
        String[] all = text.split("\r\n|\n|\r", -1);
        for (int i = 0; i < all.length && lines.faults.isEmpty(); i++) {
            int number = i + 1;
            StringBuilder line = new StringBuilder(all[i]);
            while (i + 1 < all.length && (all[i + 1].startsWith(" ") || all[i + 1].startsWith("\t"))) {
                line.append(all[++i], 1, all[i].length());
            }
            if (!line.isEmpty()) {
                lines.line(line.toString(), number);
            }
        }
        if (lines.faults.isEmpty() && !lines.open.isEmpty()) {
            lines.refuse("a text that ends before everything in it is closed", "END:VCALENDAR as the last line");
        }
        if (!lines.faults.isEmpty()) {
            throw new InvalidModelException("calendar", lines.faults);
        }
        return lines;
    }

    /** The first fault ends it: what follows would be a guess. */
    private void refuse(String found, String expected) {
        faults.add(Fault.of(place(""), found, expected).maybe("Maybe the file was cut off, or edited by hand."));
    }

    private void line(String line, int number) {
        int colon = colon(line);
        String name = line.split("[;:]", 2)[0].toUpperCase(Locale.ROOT);
        if (colon < 0 || !name.matches("[A-Z0-9-]+")) {
            refuse("what is no property, in line " + number, "a name, a colon and a value");
            return;
        }
        String value = line.substring(colon + 1).strip().toUpperCase(Locale.ROOT);
        if (name.equals("BEGIN")) {
            begin(value, number);
        } else if (name.equals("END")) {
            if (!value.equals(open.peek())) {
                refuse("the end of what is not open, in line " + number, "each BEGIN closed by its END");
                return;
            }
            open.pop();
        } else if (open.isEmpty()) {
            refuse("something outside the calendar, in line " + number, "BEGIN:VCALENDAR first and END:VCALENDAR last");
        } else if (open.peek().equals("VEVENT")) {
            events.get(events.size() - 1).merge(name, 1, Integer::sum);
            places.put(number, place("/" + name));
        } else if (open.peek().equals("VCALENDAR")) {
            calendar.merge(name, 1, Integer::sum);
            places.put(number, place("/" + name));
        }
    }

    private void begin(String component, int number) {
        String within = open.peek();
        if ((within == null) != component.equals("VCALENDAR")) {
            refuse("a component in the wrong place, in line " + number, "one VCALENDAR, and all else inside it");
        } else if ("VEVENT".equals(within) && !component.equals("VALARM")) {
            refuse("a component inside an event, in line " + number, "END:VEVENT before the next begins");
        } else if (component.equals("VEVENT") && !"VCALENDAR".equals(within)) {
            refuse("an event inside another component, in line " + number, "events in the calendar itself");
        } else {
            open.push(component);
            if (component.equals("VEVENT")) {
                events.add(new HashMap<>());
            }
        }
    }

    private String place(String property) {
        return (open.contains("VEVENT") ? "/events/" + (events.size() - 1) : "") + property;
    }

    /** The colon before the value; in quotation marks one is part of a parameter. */
    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                quoted = !quoted;
            } else if (line.charAt(i) == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** How many events there are. */
    int events() {
        return events.size();
    }

    /** Whether an event has a property itself. */
    boolean has(int event, String property) {
        return events.get(event).containsKey(property);
    }

    /** Properties that are read and may be there once, but are there more often. */
    List<Fault> repeated() {
        List<Fault> found = new ArrayList<>();
        repeated(calendar, "", found);
        for (int i = 0; i < events.size(); i++) {
            repeated(events.get(i), "/events/" + i, found);
        }
        return found;
    }

    private static void repeated(Map<String, Integer> properties, String place, List<Fault> found) {
        properties.forEach((name, times) -> {
            if (times > 1 && READ.contains(name) && !name.equals("ATTENDEE")) {
                found.add(Fault.of(place + "/" + name, times + " of them", "one at most"));
            }
        });
    }

    /** Where a line stands, if the property that begins in it is one that is read. */
    Optional<String> placeOf(@Nullable Integer line) {
        String place = line == null ? null : places.get(line);
        return Optional.ofNullable(place).filter(found -> READ.contains(found.substring(found.lastIndexOf('/') + 1)));
    }
}
