/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.document.Fault;

/**
 * Which days the rules of opening hours decide, read from hours or from a document whose other parts may be faulty.
 *
 * @param week the days of the weekly rules, null where these are faulty
 * @param dayClasses the classes, null where one is faulty
 * @param movable the movable days, null where one is faulty
 * @param dates the dated exceptions without regard to their hours, null where one is faulty
 * @param seasons the seasons
 */
record Decided(
        List<@Nullable Set<DayOfWeek>> week,
        List<@Nullable DayClass> dayClasses,
        List<@Nullable MovableDay> movable,
        List<OpeningHours.@Nullable OnDates> dates,
        List<Part> seasons) {

    /**
     * A season.
     *
     * @param season without regard to its hours, or null where it is faulty
     * @param week the days of its rules, null where these are faulty
     */
    record Part(OpeningHours.@Nullable Season season, List<@Nullable Set<DayOfWeek>> week) {}

    Decided() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    static Decided of(
            List<OpeningHours.Week> week,
            List<OpeningHours.OnDayClass> dayClasses,
            List<OpeningHours.OnMovable> movable,
            List<OpeningHours.OnDates> dates,
            List<OpeningHours.Season> seasons) {
        Decided decided = new Decided();
        decided.week.addAll(days(week));
        dayClasses.forEach(rule -> decided.dayClasses.add(rule.dayClass()));
        movable.forEach(rule -> decided.movable.add(rule.day()));
        decided.dates.addAll(dates);
        seasons.forEach(season -> decided.seasons.add(new Part(season, days(season.week()))));
        return decided;
    }

    private static List<@Nullable Set<DayOfWeek>> days(List<OpeningHours.Week> week) {
        return week.stream().map(OpeningHours.Week::days).collect(Collectors.toList());
    }

    /** What is decided twice; pointers start from the hours. */
    List<Fault> faults() {
        int rules = week.size() + dayClasses.size() + movable.size() + dates.size();
        for (Part season : seasons) {
            rules += Math.max(1, season.week().size());
        }
        if (rules > OpeningHours.MAX_RULES) {
            return List.of(Fault.of("", rules + " rules", "at most " + OpeningHours.MAX_RULES));
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
        Set<MovableDay> days = new HashSet<>();
        for (int i = 0; i < movable.size(); i++) {
            @Nullable MovableDay day = movable.get(i);
            if (day != null && !days.add(day)) {
                faults.add(Fault.of("/movable/" + i, "the same day a second time", "each day in one rule only"));
            }
        }
        TreeMap<LocalDate, Integer> byFirst = new TreeMap<>();
        TreeMap<LocalDate, LocalDate> ends = new TreeMap<>();
        for (int i = 0; i < dates.size(); i++) {
            OpeningHours.@Nullable OnDates rule = dates.get(i);
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
            OpeningHours.@Nullable Season season = seasons.get(i).season();
            for (int j = 0; j < i && season != null; j++) {
                OpeningHours.@Nullable Season other = seasons.get(j).season();
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
