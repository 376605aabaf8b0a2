/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.document;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Set;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.hours.MovableDay;

/**
 * Reads the days of rules: movable days, dates of the year, days of the week.
 *
 * <p>Stateless and thread-safe.
 */
final class MovableDayReader {

    private MovableDayReader() {}

    static Field<? extends MovableDay> read(Fields fields) {
        if (fields.has("easter")) {
            return fields.required("easter", each -> each.integer(-80, 250))
                    .map("days from Easter Sunday", MovableDay.FromEaster::new);
        }
        if (fields.has("yearly")) {
            return fields.required("yearly", MovableDayReader::monthDay)
                    .map("a date of the year", MovableDay.Yearly::new);
        }
        if (fields.has("weekday")) {
            var weekday = fields.required("weekday", each -> each.oneOf(DayOfWeek.class));
            var month = fields.optional("month", each -> each.oneOf(Month.class));
            var nth = fields.required(
                    "nth",
                    each -> each.integer(-5, 5)
                            .map(
                                    "1 to 5, or -1 to -5 from the month's end",
                                    number -> MovableDay.Weekday.ofEveryMonth(number, DayOfWeek.MONDAY)
                                            .nth()));
            if (!weekday.isSound() || !month.isSound()) {
                return (weekday.isSound() ? month : weekday)
                        .map("", faulty -> MovableDay.Weekday.ofEveryMonth(1, DayOfWeek.MONDAY));
            }
            return nth.map("", number -> new MovableDay.Weekday(number, weekday.get(), month.get()));
        }
        if (fields.has("weeks")) {
            return fields.required(
                    "weeks",
                    each -> each.object(weeks -> {
                        var first = weeks.required("first", week -> week.integer(1, 53));
                        var last = weeks.required("last", week -> week.integer(1, 53));
                        var every = weeks.optional("every", week -> week.integer(1, 52));
                        var days = weeks.required("days", MovableDayReader::weekdays);
                        return weeks.build(() -> new MovableDay.Weeks(
                                first.get(), last.get(), every.get().orElse(1), days.get()));
                    }));
        }
        return fields.has("named")
                ? fields.required("named", Node::id).map("the id of a day", MovableDay.Named::new)
                : fields.noneOf("no day", "named", "easter", "yearly", "weekday", "weeks");
    }

    static Field<MonthDay> monthDay(Node node) {
        return node.text().map("a date of the year such as 06-01", text -> MonthDay.parse("--" + text));
    }

    static Field<Set<DayOfWeek>> weekdays(Node node) {
        return node.list(each -> each.oneOf(DayOfWeek.class)).map("days of the week, each once", days -> {
            Set<DayOfWeek> set = days.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(days);
            if (set.isEmpty() || set.size() != days.size()) {
                throw new IllegalArgumentException("At least one day, and none twice.");
            }
            return set;
        });
    }
}
