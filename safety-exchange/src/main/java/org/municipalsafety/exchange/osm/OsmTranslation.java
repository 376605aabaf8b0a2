/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.osm;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.MovableDay;
import org.municipalsafety.core.hours.OpeningHours;

/** Rules of ours, as they are found day by day. */
final class OsmTranslation {

    private final List<OsmRule> rules;
    private final int firstSpecial;
    private final boolean lateWeekdays;
    private final Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    private final Map<Integer, Map<OsmRule.Unit, Map<DayOfWeek, DayHours>>> special = new LinkedHashMap<>();
    private final List<OpeningHours.OnDates> dates = new ArrayList<>();

    OsmTranslation(List<OsmRule> rules, boolean lateWeekdays) {
        this.rules = rules;
        this.lateWeekdays = lateWeekdays;
        int first = 0;
        while (first < rules.size() && rules.get(first).units.isEmpty()) {
            first++;
        }
        this.firstSpecial = first;
    }

    /** The next day: which rules match it, and the hours that they give. */
    void day(LocalDate date, BitSet matched, DayHours found) {
        int top = top(matched);
        if (top < 0) {
            week.put(date.getDayOfWeek(), found);
        } else if (rules.get(top).isDated()) {
            dated(dates, date, found);
        } else {
            special.computeIfAbsent(top, key -> new LinkedHashMap<>())
                    .computeIfAbsent(unit(rules.get(top), date), key -> new EnumMap<>(DayOfWeek.class))
                    .merge(date.getDayOfWeek(), found, (a, b) -> {
                        if (!a.equals(b)) {
                            throw new OsmRefusedException(
                                    "A rule for certain days means different hours from year to year, as on " + date
                                            + ".");
                        }
                        return a;
                    });
        }
    }

    /** All that was found. */
    OpeningHours hours() {
        List<OpeningHours.OnMovable> movable = new ArrayList<>();
        // One season may stand in several rules, one for each of its weekdays; the last rule for a day wins.
        Map<OsmRule.Unit.Season, Map<DayOfWeek, DayHours>> seasons = new LinkedHashMap<>();
        for (int i = rules.size() - 1; i >= 0; i--) {
            special.getOrDefault(i, Map.of()).forEach((unit, byDay) -> {
                if (unit instanceof OsmRule.Unit.Season season) {
                    Map<DayOfWeek, DayHours> known =
                            seasons.computeIfAbsent(season, key -> new EnumMap<>(DayOfWeek.class));
                    byDay.forEach(known::putIfAbsent);
                } else if (Set.copyOf(byDay.values()).size() > 1) {
                    throw new OsmRefusedException(
                            "A rule for certain days means different hours on different days of the week.");
                } else {
                    MovableDay day = ((OsmRule.Unit.Moving) unit).day();
                    movable.add(new OpeningHours.OnMovable(
                            day, byDay.values().iterator().next()));
                }
            });
        }
        try {
            return new OpeningHours(
                    weeks(week),
                    List.of(),
                    movable,
                    dates,
                    seasons.entrySet().stream()
                            .map(season -> new OpeningHours.Season(
                                    season.getKey().first(), season.getKey().last(), weeks(season.getValue())))
                            .toList());
        } catch (InvalidModelException refused) {
            throw new OsmRefusedException("The rules have no counterpart: " + refused.getMessage());
        }
    }

    private int top(BitSet matched) {
        for (int i = matched.length() - 1; i >= 0; i--) {
            if (matched.get(i) && (!rules.get(i).units.isEmpty() || (lateWeekdays && i > firstSpecial))) {
                return i;
            }
        }
        return -1;
    }

    private static OsmRule.Unit unit(OsmRule rule, LocalDate date) {
        for (OsmRule.Unit unit : rule.units) {
            if (unit.includes(date)) {
                return unit;
            }
        }
        return new OsmRule.Unit.Moving(new MovableDay.Weeks(
                1, 53, 1, rule.weekdays.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : Set.copyOf(rule.weekdays)));
    }

    private static void dated(List<OpeningHours.OnDates> dates, LocalDate date, DayHours hours) {
        OpeningHours.OnDates before = dates.isEmpty() ? null : dates.get(dates.size() - 1);
        if (before != null
                && before.last().plusDays(1).equals(date)
                && before.hours().equals(hours)) {
            dates.set(dates.size() - 1, new OpeningHours.OnDates(before.first(), date, hours));
        } else {
            dates.add(new OpeningHours.OnDates(date, date, hours));
        }
    }

    private static List<OpeningHours.Week> weeks(Map<DayOfWeek, DayHours> byDay) {
        Map<DayHours, Set<DayOfWeek>> days = new LinkedHashMap<>();
        byDay.forEach((day, hours) -> days.computeIfAbsent(hours, key -> EnumSet.noneOf(DayOfWeek.class))
                .add(day));
        return days.entrySet().stream()
                .map(entry -> new OpeningHours.Week(entry.getValue(), entry.getKey()))
                .collect(Collectors.toList());
    }
}
