/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.osm;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import ch.poole.openinghoursparser.WeekRange;
import ch.poole.openinghoursparser.YearRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.hours.MovableDay;
import org.municipalsafety.core.hours.OpenState;

/** One rule of an OpenStreetMap text: which days it matches, and what it does to their hours. */
final class OsmRule {

    /** The years for which a text is evaluated: from the first with today's red days to the calendar's last. */
    static final int FIRST_YEAR = 2005;

    static final int LAST_YEAR = 2100;

    /** The thirteen legal days that {@code PH} means in Sweden; ordinary Sundays are not among them. */
    private static final List<String> PUBLIC_HOLIDAYS = List.of(
            "nyarsdagen",
            "trettondedag-jul",
            "langfredagen",
            "paskdagen",
            "annandag-pask",
            "forsta-maj",
            "kristi-himmelsfardsdag",
            "pingstdagen",
            "nationaldagen",
            "midsommardagen",
            "alla-helgons-dag",
            "juldagen",
            "annandag-jul");

    private static final int UNDEFINED = DateWithOffset.UNDEFINED_MONTH_DAY;
    private static final SwedishCalendar CALENDAR = SwedishCalendar.standard();

    /** Days that a rule may be written for in our own form. */
    sealed interface Unit {
        boolean includes(LocalDate date);

        /** A movable day. */
        record Moving(MovableDay day) implements Unit {
            @Override
            public boolean includes(LocalDate date) {
                return day.nameOn(date, CALENDAR).isPresent();
            }
        }

        /** A part of each year. */
        record Season(MonthDay first, MonthDay last) implements Unit {
            @Override
            public boolean includes(LocalDate date) {
                MonthDay day = MonthDay.of(date.getMonthValue(), date.getDayOfMonth());
                boolean after = !day.isBefore(first);
                boolean before = !day.isAfter(last);
                return first.isAfter(last) ? after || before : after && before;
            }
        }

        /** Dates of certain years. */
        record Dated() implements Unit {
            @Override
            public boolean includes(LocalDate date) {
                return true;
            }
        }
    }

    final OpenState state;
    final boolean replacesDay;
    final boolean additive;
    final @Nullable String comment;
    /** Pairs of minutes of the day on which it starts. */
    final List<int[]> spans = new ArrayList<>();
    /** Empty for a rule of weekdays alone. */
    final List<Unit> units = new ArrayList<>();
    /** Restricts all units, or is the whole of a rule of weekdays. */
    final Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);

    private final List<YearRange> years;
    private final List<DateRange> yearDates = new ArrayList<>();

    /** One rule as parsed gives one or two of ours: {@code Sa,Su,PH} is a rule for weekdays and one for holidays. */
    static List<OsmRule> of(Rule rule) {
        List<Holiday> holidays = rule.getHolidays();
        List<OsmRule> rules = new ArrayList<>();
        if (holidays == null || holidays.isEmpty()) {
            rules.add(new OsmRule(rule, List.of(), true));
            return rules;
        }
        boolean either = rule.getDays() != null && holidays.get(0).getUseAsWeekDay();
        if (either) {
            rules.add(new OsmRule(rule, List.of(), true));
        }
        rules.add(new OsmRule(rule, holidays, !either));
        return rules;
    }

    private OsmRule(Rule rule, List<Holiday> holidays, boolean withDays) {
        if (rule.isFallBack()) {
            throw new OsmRefusedException("|| is refused: evaluators disagree on what a fallback fills.");
        }
        RuleModifier modifier = rule.getModifier();
        if (rule.getComment() != null || (modifier != null && modifier.getModifier() == null)) {
            throw new OsmRefusedException(
                    "A comment without a state is refused: evaluators disagree on what it means.");
        }
        comment = modifier == null ? null : modifier.getComment();
        RuleModifier.Modifier word = modifier == null ? RuleModifier.Modifier.OPEN : modifier.getModifier();
        state = switch (word) {
            case OPEN -> OpenState.OPEN;
            case CLOSED, OFF -> OpenState.CLOSED;
            case UNKNOWN -> OpenState.UNKNOWN;
        };
        boolean timed = rule.getTimes() != null && !rule.getTimes().isEmpty();
        if (timed) {
            rule.getTimes().forEach(span -> spans.add(span(span)));
        } else {
            spans.add(new int[] {0, 1440});
        }
        additive = rule.isAdditive();
        replacesDay = !additive && (state == OpenState.OPEN || !timed);
        years = rule.getYears() == null ? List.of() : rule.getYears();
        years.forEach(OsmRule::requireKnown);
        if (withDays && rule.getDays() != null) {
            days(rule.getDays());
        }
        dates(rule, holidays);
    }

    private static void requireKnown(YearRange range) {
        if (range.isOpenEnded()) {
            throw new OsmRefusedException("Years without an end are refused. Maybe write the last year.");
        }
        int last = range.getEndYear() == YearRange.UNDEFINED_YEAR ? range.getStartYear() : range.getEndYear();
        requireKnown(range.getStartYear());
        requireKnown(last);
        if (last < range.getStartYear()) {
            throw new OsmRefusedException(
                    "The years %s-%s end before they begin.".formatted(range.getStartYear(), last));
        }
    }

    private static void requireKnown(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new OsmRefusedException("The year %s is not among those that can be checked, %s to %s."
                    .formatted(year, FIRST_YEAR, LAST_YEAR));
        }
    }

    private static int[] span(TimeSpan span) {
        if (span.isOpenEnded()) {
            throw new OsmRefusedException("An open end such as 18:00+ is refused: nobody knows when it ends.");
        }
        if (span.getStartEvent() != null || span.getEndEvent() != null) {
            throw new OsmRefusedException("Hours by the sun are refused.");
        }
        if (span.getInterval() != 0 || span.getEnd() < 0) {
            throw new OsmRefusedException("Points in time are refused; expected spans.");
        }
        int end = span.getEnd() <= span.getStart() ? span.getEnd() + 1440 : span.getEnd();
        if (end > 2880) {
            throw new OsmRefusedException("Hours past 48:00 are refused.");
        }
        return new int[] {span.getStart(), end};
    }

    private void days(List<WeekDayRange> ranges) {
        for (WeekDayRange range : ranges) {
            if (range.getOffset() != 0) {
                throw new OsmRefusedException("Weekdays with an offset are refused.");
            }
            DayOfWeek first = day(range.getStartDay());
            if (range.getNths() != null && !range.getNths().isEmpty()) {
                for (Nth nth : range.getNths()) {
                    int last = nth.getEndNth() == Nth.INVALID_NTH ? nth.getStartNth() : nth.getEndNth();
                    for (int n = nth.getStartNth(); n <= last; n++) {
                        units.add(new Unit.Moving(MovableDay.Weekday.ofEveryMonth(n, first)));
                    }
                }
                continue;
            }
            DayOfWeek last = range.getEndDay() == null ? first : day(range.getEndDay());
            for (DayOfWeek day = first; ; day = day.plus(1)) {
                weekdays.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        if (!units.isEmpty() && !weekdays.isEmpty()) {
            throw new OsmRefusedException("Weekdays with and without a number in one rule are refused.");
        }
    }

    private static DayOfWeek day(WeekDay day) {
        return DayOfWeek.of(WeekDay.nameValues().indexOf(day.toString()) + 1);
    }

    private static Month month(ch.poole.openinghoursparser.Month month) {
        return Month.of(ch.poole.openinghoursparser.Month.nameValues().indexOf(month.toString()) + 1);
    }

    private void dates(Rule rule, List<Holiday> holidays) {
        int kinds =
                (rule.getDates() == null ? 0 : 1) + (rule.getWeeks() == null ? 0 : 1) + (holidays.isEmpty() ? 0 : 1);
        if (kinds > 1 || (kinds == 1 && !units.isEmpty())) {
            throw new OsmRefusedException("Dates, week numbers and holidays in one rule are refused.");
        }
        for (Holiday holiday : holidays) {
            if (holiday.getType() == Holiday.Type.SH) {
                throw new OsmRefusedException("SH is refused: school holidays are the municipality's own data.");
            }
            if (holiday.getOffset() == -1) {
                units.add(new Unit.Moving(new MovableDay.Named("dag-fore-rod-dag")));
            } else if (holiday.getOffset() == 0) {
                PUBLIC_HOLIDAYS.forEach(day -> units.add(new Unit.Moving(new MovableDay.Named(day))));
            } else {
                throw new OsmRefusedException("PH with an offset other than -1 day is refused.");
            }
        }
        if (rule.getWeeks() != null) {
            Set<DayOfWeek> days = weekdays.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : weekdays;
            for (WeekRange weeks : rule.getWeeks()) {
                int last = weeks.getEndWeek() == WeekRange.UNDEFINED_WEEK ? weeks.getStartWeek() : weeks.getEndWeek();
                units.add(new Unit.Moving(
                        new MovableDay.Weeks(weeks.getStartWeek(), last, Math.max(1, weeks.getInterval()), days)));
            }
        }
        if (rule.getDates() != null) {
            rule.getDates().forEach(this::date);
        }
        if (!years.isEmpty() || !yearDates.isEmpty()) {
            if (!units.isEmpty() && !yearDates.isEmpty()) {
                throw new OsmRefusedException("Dates with and without a year in one rule are refused.");
            }
            if (!years.isEmpty() && !units.isEmpty()) {
                throw new OsmRefusedException("Years with movable days are refused.");
            }
            units.clear();
            units.add(new Unit.Dated());
        }
    }

    private void date(DateRange range) {
        DateWithOffset start = range.getStartDate();
        DateWithOffset end = range.getEndDate();
        if (range.getInterval() != 0 || start.isOpenEnded() || start.getWeekDayOffset() != null) {
            throw new OsmRefusedException("Dates with a step, an open end or an offset to a weekday are refused.");
        }
        if (!start.undefinedYear()) {
            first(start, end);
            yearDates.add(range);
            return;
        }
        if (start.getVarDate() != null) {
            if (end != null) {
                throw new OsmRefusedException(
                        "A range between two distances from Easter is refused: evaluators disagree"
                                + " on whether its last day belongs to it. Maybe write each day.");
            }
            units.add(new Unit.Moving(new MovableDay.FromEaster(start.getDayOffset())));
            return;
        }
        if (start.getDayOffset() != 0 || (end != null && (end.getDayOffset() != 0 || end.getVarDate() != null))) {
            throw new OsmRefusedException("Dates with an offset in days are refused.");
        }
        Month month = month(start.getMonth());
        if (start.getNthWeekDay() != null) {
            if (end != null) {
                throw new OsmRefusedException("A range from a numbered weekday is refused.");
            }
            units.add(new Unit.Moving(MovableDay.Weekday.of(start.getNth(), day(start.getNthWeekDay()), month)));
            return;
        }
        MonthDay first = MonthDay.of(month, start.undefinedDay() ? 1 : start.getDay());
        if (end == null && !start.undefinedDay() && weekdays.isEmpty()) {
            units.add(new Unit.Moving(new MovableDay.Yearly(first)));
            return;
        }
        units.add(new Unit.Season(first, end(month, start, end)));
    }

    private static MonthDay end(Month month, DateWithOffset start, @Nullable DateWithOffset end) {
        Month last = end == null || end.getMonth() == null ? month : month(end.getMonth());
        int day = end == null ? start.getDay() : end.getDay();
        if (last == month && day != UNDEFINED && day < start.getDay()) {
            throw new OsmRefusedException(
                    "The days %s to %s of one month end before they begin.".formatted(start.getDay(), day));
        }
        return MonthDay.of(last, day == UNDEFINED ? last.maxLength() : day);
    }

    /** The first and the last day of a range with its year. */
    private static LocalDate[] first(DateWithOffset start, @Nullable DateWithOffset end) {
        if (start.getMonth() == null || start.getNthWeekDay() != null || start.getDayOffset() != 0) {
            throw new OsmRefusedException("A year with a movable date is refused.");
        }
        Month month = month(start.getMonth());
        MonthDay until = end(month, start, end);
        int year = end == null || end.undefinedYear() ? start.getYear() : end.getYear();
        requireKnown(start.getYear());
        requireKnown(year);
        LocalDate first = LocalDate.of(start.getYear(), month, start.undefinedDay() ? 1 : start.getDay());
        boolean wholeMonth = (end == null ? start : end).undefinedDay();
        LocalDate last = wholeMonth
                ? YearMonth.of(year, until.getMonth()).atEndOfMonth()
                : LocalDate.of(year, until.getMonth(), until.getDayOfMonth());
        if (last.isBefore(first)) {
            if (end == null || !end.undefinedYear() || year == LAST_YEAR) {
                throw new OsmRefusedException("The days from %s to %s end before they begin.".formatted(first, last));
            }
            last = last.plusYears(1);
        }
        return new LocalDate[] {first, last};
    }

    boolean isDated() {
        return units.size() == 1 && units.get(0) instanceof Unit.Dated;
    }

    boolean matches(LocalDate date) {
        if (!weekdays.isEmpty() && !weekdays.contains(date.getDayOfWeek())) {
            return false;
        }
        if (!years.isEmpty() && years.stream().noneMatch(range -> includes(range, date.getYear()))) {
            return false;
        }
        if (!yearDates.isEmpty()
                && yearDates.stream().noneMatch(range -> {
                    LocalDate[] days = first(range.getStartDate(), range.getEndDate());
                    return !date.isBefore(days[0]) && !date.isAfter(days[1]);
                })) {
            return false;
        }
        return units.isEmpty() || units.stream().anyMatch(unit -> unit.includes(date));
    }

    private static boolean includes(YearRange range, int year) {
        int last = range.getEndYear() == YearRange.UNDEFINED_YEAR ? range.getStartYear() : range.getEndYear();
        return year >= range.getStartYear()
                && year <= last
                && (year - range.getStartYear()) % Math.max(1, range.getInterval()) == 0;
    }
}
