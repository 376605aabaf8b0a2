/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.document.Fault;

/**
 * Which days the rules of opening hours decide, read from hours or from a document whose other parts may be faulty.
 *
 * @param week the days of the weekly rules, null where these are faulty
 * @param dayClasses the classes, null where one is faulty
 * @param movable the movable days, null where one is faulty
 * @param dates the days of the dated exceptions, null where one is faulty
 * @param seasons the seasons
 */
public record Decided(
        List<@Nullable Set<DayOfWeek>> week,
        List<@Nullable DayClass> dayClasses,
        List<@Nullable Object> movable,
        List<@Nullable Dates> dates,
        List<Part> seasons) {

    /** The most rules that opening hours may have. */
    public static final int MAX_RULES = 2_000;

    /**
     * Days in a row.
     *
     * @param first the first day
     * @param last the last day, inclusive
     */
    public record Dates(LocalDate first, LocalDate last) {}

    /**
     * A part of each year.
     *
     * @param first its first day
     * @param last its last day, inclusive; before the first where it runs over New Year
     */
    public record Season(MonthDay first, MonthDay last) {

        /** Whether it holds a day of the year. */
        public boolean includes(MonthDay day) {
            return first.isAfter(last)
                    ? !day.isBefore(first) || !day.isAfter(last)
                    : !day.isBefore(first) && !day.isAfter(last);
        }

        private boolean overlaps(Season other) {
            return includes(other.first) || other.includes(first);
        }
    }

    /**
     * A season with its rules.
     *
     * @param season without regard to its hours, or null where it is faulty
     * @param week the days of its rules, null where these are faulty
     */
    public record Part(@Nullable Season season, List<@Nullable Set<DayOfWeek>> week) {}

    /** Nothing decided yet. */
    public Decided() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** What is decided twice; pointers start from the hours. */
    public List<Fault> faults() {
        int rules = week.size() + dayClasses.size() + movable.size() + dates.size();
        for (Part season : seasons) {
            rules += Math.max(1, season.week().size());
        }
        if (rules > MAX_RULES) {
            return List.of(Fault.of("", rules + " rules", "at most " + MAX_RULES));
        }
        List<Fault> faults = new ArrayList<>();
        twice(week, "/week/", faults);
        Set<DayClass> classes = new HashSet<>();
        for (int i = 0; i < dayClasses.size(); i++) {
            @Nullable DayClass dayClass = dayClasses.get(i);
            if (dayClass != null && !classes.add(dayClass)) {
                faults.add(Fault.of(
                        "/dayClasses/" + i + "/class", dayClass + " a second time", "each class in one rule only"));
            }
        }
        Set<Object> days = new HashSet<>();
        for (int i = 0; i < movable.size(); i++) {
            @Nullable Object day = movable.get(i);
            if (day != null && !days.add(day)) {
                faults.add(Fault.of("/movable/" + i, "the same day a second time", "each day in one rule only"));
            }
        }
        TreeMap<LocalDate, Integer> byFirst = new TreeMap<>();
        TreeMap<LocalDate, LocalDate> ends = new TreeMap<>();
        for (int i = 0; i < dates.size(); i++) {
            @Nullable Dates rule = dates.get(i);
            if (rule == null) {
                continue;
            }
            var before = ends.floorEntry(rule.last());
            if (before != null && !before.getValue().isBefore(rule.first())) {
                faults.add(Fault.of(
                        "/dates/" + i,
                        "dates that exception " + byFirst.get(before.getKey()) + " decides already",
                        "each date in one exception only"));
            } else {
                byFirst.put(rule.first(), i);
                ends.put(rule.first(), rule.last());
            }
        }
        for (int i = 0; i < seasons.size(); i++) {
            twice(seasons.get(i).week(), "/seasons/" + i + "/week/", faults);
            @Nullable Season season = seasons.get(i).season();
            for (int j = 0; j < i && season != null; j++) {
                @Nullable Season other = seasons.get(j).season();
                if (other != null && season.overlaps(other)) {
                    faults.add(Fault.of(
                            "/seasons/" + i, "a season that overlaps season " + j, "seasons that do not overlap"));
                    break;
                }
            }
        }
        return faults;
    }

    private static void twice(List<@Nullable Set<DayOfWeek>> week, String place, List<Fault> faults) {
        Set<DayOfWeek> decided = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 0; i < week.size(); i++) {
            @Nullable Set<DayOfWeek> days = week.get(i);
            if (days == null) {
                continue;
            }
            for (DayOfWeek day : days) {
                if (!decided.add(day)) {
                    faults.add(Fault.of(
                            place + i + "/days", day + " a second time", "each day of the week in one rule only"));
                }
            }
        }
    }
}
