/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.document;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.MovableDay;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.hours.internal.Decided;
import org.municipalsafety.core.hours.internal.Overlaps;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;

/**
 * Reads the availability of a channel in a document.
 *
 * <p>Stateless and thread-safe.
 */
public final class HoursReader {

    private HoursReader() {}

    private static final List<String> AVAILABILITIES =
            List.of("week", "dayClasses", "movable", "dates", "seasons", "outside");

    /**
     * An availability, or its faults; what it refers to and decides is noted either way.
     *
     * @param node where it stands
     * @param noted where that is noted
     * @return the availability
     */
    public static Field<Availability> read(Node node, Noted noted) {
        return node.object(in -> {
            if (in.has("outside")) {
                var outside = in.required("outside", Node::id);
                if (outside.isSound()) {
                    noted.outside(outside.get());
                }
                return in.build(() -> Availability.outside(outside.get()));
            }
            if (AVAILABILITIES.stream().noneMatch(in::has)) {
                return in.noneOf("no hours", AVAILABILITIES, "Maybe it is always closed: then write \"week\": [].");
            }
            Decided rules = noted.rules();
            var week = in.list("week", each -> week(each, rules.week()));
            var dayClasses = in.list(
                    "dayClasses",
                    each -> each.object(fields -> {
                        var dayClass = fields.required("class", DayClass::read);
                        rules.dayClasses().add(dayClass.isSound() ? dayClass.get() : null);
                        var hours = hours(fields);
                        return fields.build(() -> new OpeningHours.OnDayClass(dayClass.get(), hours.get()));
                    }));
            var movable = in.list(
                    "movable",
                    each -> each.object(fields -> {
                        var hours = hours(fields);
                        Field<? extends MovableDay> day = MovableDayReader.read(fields);
                        rules.movable().add(day.isSound() ? day.get() : null);
                        return fields.build(() -> new OpeningHours.OnMovable(day.get(), hours.get()));
                    }));
            var dates = in.list(
                    "dates",
                    each -> each.object(fields -> {
                        var first = fields.required("first", Node::localDate);
                        var last = fields.optional("last", Node::localDate);
                        rules.dates().add(dates(fields, first, last));
                        var hours = hours(fields);
                        return fields.build(() ->
                                new OpeningHours.OnDates(first.get(), last.get().orElse(first.get()), hours.get()));
                    }));
            var seasons = in.list(
                    "seasons",
                    each -> each.object(fields -> {
                        var first = fields.required("first", MovableDayReader::monthDay);
                        var last = fields.required("last", MovableDayReader::monthDay);
                        List<@Nullable Set<DayOfWeek>> days = new ArrayList<>();
                        var weekly = fields.required("week", list -> list.list(rule -> week(rule, days)));
                        rules.seasons()
                                .add(new Decided.Part(
                                        first.isSound() && last.isSound()
                                                ? new Decided.Season(first.get(), last.get())
                                                : null,
                                        days));
                        return fields.build(() -> new OpeningHours.Season(first.get(), last.get(), weekly.get()));
                    }));
            rules.faults().forEach(in::note);
            return in.build(
                    () -> new OpeningHours(week.get(), dayClasses.get(), movable.get(), dates.get(), seasons.get()));
        });
    }

    /** The dates of an exception without its hours; null where they are faulty. */
    private static Decided.@Nullable Dates dates(
            Fields fields, Field<LocalDate> first, Field<Optional<LocalDate>> last) {
        if (!first.isSound() || !last.isSound()) {
            return null;
        }
        LocalDate end = last.get().orElse(first.get());
        if (end.isBefore(first.get())) {
            fields.note(Fault.of("/last", "the last day " + end, "a day not before the first, " + first.get()));
            return null;
        }
        return new Decided.Dates(first.get(), end);
    }

    private static Field<OpeningHours.Week> week(Node node, List<@Nullable Set<DayOfWeek>> decided) {
        return node.object(fields -> {
            var days = fields.required("days", MovableDayReader::weekdays);
            decided.add(days.isSound() ? days.get() : null);
            var hours = hours(fields);
            return fields.build(() -> new OpeningHours.Week(days.get(), hours.get()));
        });
    }

    private record Hours(Field<List<DaySpan>> open, Field<List<DaySpan>> unknown, Field<Optional<LocalizedText>> note) {
        DayHours get() {
            return new DayHours(open.get(), unknown.get(), note.get());
        }
    }

    /** The fields of a rule that say when it is open; none of them may be left out by accident. */
    private static Hours hours(Fields fields) {
        List<@Nullable DaySpan> open = new ArrayList<>();
        List<@Nullable DaySpan> unknown = new ArrayList<>();
        Hours hours = new Hours(
                fields.required("open", each -> each.list(span -> span(span, open))),
                fields.list("unknown", span -> span(span, unknown)),
                fields.optional("note", Node::localizedLine));
        Overlaps.of(open, unknown).forEach(fields::note);
        return hours;
    }

    private static Field<DaySpan> span(Node node, List<@Nullable DaySpan> spans) {
        Field<DaySpan> span = node.daySpan();
        spans.add(span.isSound() ? span.get() : null);
        return span;
    }
}
