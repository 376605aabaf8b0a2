/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.CalendarChanges;
import org.municipalsafety.core.calendar.Calendars;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.text.LocalizedText;

/**
 * The part of a directory's document that names the country's calendar and the municipality's changes in it.
 *
 * <p>Stateless and thread-safe.
 */
final class CalendarPart {

    private CalendarPart() {}

    /** What is known of a calendar, also when parts of it are faulty. */
    static final class Days {
        private @Nullable MunicipalCalendar country = SwedishCalendar.standard();
        private final List<@Nullable DayClass> classes = new ArrayList<>();
        private final List<@Nullable String> ids = new ArrayList<>();

        /** All classes, or null where one of them is faulty. */
        @Nullable
        Set<DayClass> dayClasses() {
            return country == null ? null : with(country.dayClasses().keySet(), classes);
        }

        /** The ids of all named days, or null where one of them is faulty. */
        @Nullable
        Set<String> dayIds() {
            return country == null ? null : with(country.dayIds().keySet(), ids);
        }

        private static <T> @Nullable Set<T> with(Set<T> known, List<@Nullable T> own) {
            Set<T> all = new LinkedHashSet<>(known);
            for (@Nullable T each : own) {
                if (each == null) {
                    return null;
                }
                all.add(each);
            }
            return all;
        }
    }

    static Field<MunicipalCalendar> read(Node node, Supplier<Calendars> calendars, Days known) {
        return node.object(in -> {
            var country = in.optional("country", each -> country(each, calendars));
            known.country = country.isSound() ? country.get().orElseGet(SwedishCalendar::standard) : null;
            var classes = in.list(
                    "classes",
                    each -> each.object(fields -> {
                        var id = fields.required("id", DayClass::read);
                        known.classes.add(id.isSound() ? id.get() : null);
                        var name = fields.required("name", Node::localizedLine).standIn(() -> UNREAD);
                        return fields.buildWithStandIns(() -> Map.entry(id.get(), name.get()));
                    }));
            var days = in.list("days", each -> ownDay(each, known));
            if (!classes.isSound() && known.classes.isEmpty()) {
                known.classes.add(null);
            }
            if (!days.isSound() && known.ids.isEmpty()) {
                known.ids.add(null);
            }
            var without = in.list("without", Node::id).standIn(List::of);
            Set<DayClass> seen = new LinkedHashSet<>();
            for (int i = 0; i < known.classes.size(); i++) {
                @Nullable DayClass each = known.classes.get(i);
                if (each != null && !seen.add(each)) {
                    in.note(Fault.of(
                            "/classes/" + i + "/id", "the class " + each + " a second time", "each class once"));
                }
            }
            return in.buildWithStandIns(() -> {
                MunicipalCalendar ofCountry = country.get().orElseGet(SwedishCalendar::standard);
                Map<DayClass, LocalizedText> named = new LinkedHashMap<>();
                classes.get().forEach(entry -> named.put(entry.getKey(), entry.getValue()));
                return ofCountry.with(new CalendarChanges(named, days.get(), new TreeSet<>(without.get())));
            });
        });
    }

    /** Stands in for a text that is faulty. */
    private static final LocalizedText UNREAD = LocalizedText.of("?", "?");

    private static Field<CalendarChanges.OwnDay> ownDay(Node node, Days known) {
        return node.object(in -> {
            int place = known.ids.size();
            var id = in.required("id", Node::id).standIn(() -> "unread-" + place);
            known.ids.add(id.isSound() ? id.get() : null);
            var dayClass = spare(in.required("class", DayClass::read), known);
            var name = in.required("name", Node::localizedLine).standIn(() -> UNREAD);
            var dates = in.required(
                            "dates",
                            list -> list.list(Node::localDate).map("at least one date", CalendarPart::notEmpty))
                    .standIn(() -> List.of(LocalDate.EPOCH));
            return in.buildWithStandIns(
                    () -> new CalendarChanges.OwnDay(id.get(), dayClass.get(), name.get(), new TreeSet<>(dates.get())));
        });
    }

    /** A class that no rule refuses stands in for a faulty one, where the calendar has any. */
    private static Field<DayClass> spare(Field<DayClass> dayClass, Days known) {
        if (known.country == null) {
            return dayClass;
        }
        Optional<DayClass> spare = known.country.dayClasses().keySet().stream()
                .filter(each -> !each.equals(DayClass.RED_DAY) && !each.equals(DayClass.NAMED_RED_DAY))
                .findFirst();
        return spare.isPresent() ? dayClass.standIn(spare::get) : dayClass;
    }

    private static <T> List<T> notEmpty(List<T> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException("It is empty.");
        }
        return list;
    }

    private static Field<MunicipalCalendar> country(Node node, Supplier<Calendars> calendars) {
        Field<String> code = node.text();
        if (!code.isSound()) {
            return code.map("", unread -> SwedishCalendar.standard());
        }
        Calendars found = calendars.get();
        Optional<MunicipalCalendar> calendar = found.find(code.get());
        return calendar.isPresent()
                ? code.map("", unread -> calendar.get())
                : node.fault(
                        "one of " + found.countries() + ", whose calendars were found",
                        found.problems().isEmpty()
                                ? "Maybe the library that brings the calendar is missing, or does not declare its provider."
                                : "Maybe this is why: " + String.join(" ", found.problems()));
    }

    /** The country, unless that is Sweden, and the changes. */
    static Map<String, Object> json(MunicipalCalendar calendar) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (!calendar.country().equals(SwedishCalendar.COUNTRY)) {
            json.put("country", calendar.country());
        }
        CalendarChanges changes = calendar.changes();
        if (changes.equals(CalendarChanges.NONE)) {
            return json;
        }
        List<Object> classes = new ArrayList<>();
        changes.classes().forEach((id, name) -> classes.add(map("id", id.id(), "name", name.byLanguage())));
        json.put("classes", classes);
        List<Object> days = new ArrayList<>();
        for (CalendarChanges.OwnDay day : changes.days()) {
            Map<String, Object> fields =
                    map("id", day.id(), "class", day.dayClass().id());
            fields.put("name", day.name().byLanguage());
            fields.put("dates", day.dates().stream().map(LocalDate::toString).toList());
            days.add(fields);
        }
        json.put("days", days);
        json.put("without", List.copyOf(changes.without()));
        return json;
    }

    private static Map<String, Object> map(String firstName, Object first, String secondName, Object second) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(firstName, first);
        map.put(secondName, second);
        return map;
    }
}
