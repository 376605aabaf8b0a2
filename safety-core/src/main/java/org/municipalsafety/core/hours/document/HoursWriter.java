/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.document;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.MovableDay;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.time.DaySpan;

/**
 * Writes the availability of a channel as a part of a document.
 *
 * <p>Stateless and thread-safe.
 */
public final class HoursWriter {

    private HoursWriter() {}

    /**
     * The part of a document as {@link HoursReader} reads it.
     *
     * @param availability the availability
     * @return its fields in order
     */
    public static Map<String, Object> json(Availability availability) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (availability instanceof Availability.Outside outside) {
            json.put("outside", outside.channel());
            return json;
        }
        OpeningHours hours = (OpeningHours) availability;
        List<Object> week = json(hours.week());
        put(json, "week", week);
        List<Object> dayClasses = new ArrayList<>();
        for (OpeningHours.OnDayClass rule : hours.dayClasses()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("class", rule.dayClass().id());
            dayClasses.add(with(fields, rule.hours()));
        }
        put(json, "dayClasses", dayClasses);
        List<Object> movable = new ArrayList<>();
        for (OpeningHours.OnMovable rule : hours.movable()) {
            movable.add(with(json(rule.day()), rule.hours()));
        }
        put(json, "movable", movable);
        List<Object> dates = new ArrayList<>();
        for (OpeningHours.OnDates rule : hours.dates()) {
            Map<String, Object> fields =
                    map("first", rule.first().toString(), "last", rule.last().toString());
            dates.add(with(fields, rule.hours()));
        }
        put(json, "dates", dates);
        List<Object> seasons = new ArrayList<>();
        for (OpeningHours.Season rule : hours.seasons()) {
            Map<String, Object> fields = map("first", text(rule.first()), "last", text(rule.last()));
            fields.put("week", json(rule.week()));
            seasons.add(fields);
        }
        put(json, "seasons", seasons);
        if (json.isEmpty()) {
            json.put("week", week);
        }
        return json;
    }

    private static List<Object> json(List<OpeningHours.Week> rules) {
        List<Object> week = new ArrayList<>();
        for (OpeningHours.Week rule : rules) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("days", names(rule.days()));
            week.add(with(fields, rule.hours()));
        }
        return week;
    }

    private static Map<String, Object> json(MovableDay day) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (day instanceof MovableDay.Named named) {
            json.put("named", named.id());
        } else if (day instanceof MovableDay.FromEaster easter) {
            json.put("easter", easter.days());
        } else if (day instanceof MovableDay.Yearly yearly) {
            json.put("yearly", text(yearly.date()));
        } else if (day instanceof MovableDay.Weeks weeks) {
            Map<String, Object> fields = map("first", weeks.first(), "last", weeks.last());
            fields.put("every", weeks.every());
            fields.put("days", names(weeks.weekdays()));
            json.put("weeks", fields);
        } else if (day instanceof MovableDay.Weekday weekday) {
            json.put("weekday", weekday.weekday().name());
            json.put("nth", weekday.nth());
            weekday.month().ifPresent(month -> json.put("month", month.name()));
        }
        return json;
    }

    private static List<String> names(Set<DayOfWeek> days) {
        return days.stream().sorted().map(DayOfWeek::name).collect(Collectors.toList());
    }

    private static String text(MonthDay day) {
        return day.toString().substring(2);
    }

    private static void put(Map<String, Object> json, String name, List<Object> rules) {
        if (!rules.isEmpty()) {
            json.put(name, rules);
        }
    }

    private static Map<String, Object> with(Map<String, Object> fields, DayHours hours) {
        fields.put("open", hours.open().stream().map(DaySpan::toString).toList());
        if (!hours.unknown().isEmpty()) {
            fields.put(
                    "unknown", hours.unknown().stream().map(DaySpan::toString).toList());
        }
        hours.note().ifPresent(note -> fields.put("note", note.byLanguage()));
        return fields;
    }

    private static Map<String, Object> map(String firstName, Object first, String secondName, Object second) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(firstName, first);
        map.put(secondName, second);
        return map;
    }
}
