/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.osm;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.TokenMgrError;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.MovableDay;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;

/**
 * Opening hours read from an OpenStreetMap {@code opening_hours} text.
 *
 * <p>The two languages differ: there a later rule takes a calendar day with all that ran into it from the evening
 * before; here a span belongs to the day on which it starts. So a text is not translated by its looks. It is evaluated
 * both ways for every day from 2005 to 2100, and taken over only if both agree on all of them and the rules found say
 * the same; otherwise it is refused with the first day on which they differ.
 *
 * <p>Refused as well, since evaluators disagree on them or they need data that no evaluator has: {@code ||}, comments
 * without a state, open ends, hours by the sun, ranges between two distances from Easter, {@code unknown} hours upon
 * other hours, {@code SH}; and days that there are not: years outside those that are evaluated, 30 February, a range
 * that ends before it begins, a rule that matches no day. {@code PH} is the thirteen legal days of Sweden.
 *
 * @param hours the hours
 * @param losses what the text said and the hours do not, such as a comment; empty when nothing is lost
 */
public record OsmHours(OpeningHours hours, List<String> losses) {

    /** The longest text that is read. */
    public static final int MAX_LENGTH = 4_000;

    private static final int MAX_RULES = 60;
    private static final SwedishCalendar CALENDAR = SwedishCalendar.standard();
    private static final LocalDate FIRST = LocalDate.of(OsmRule.FIRST_YEAR, 1, 1);
    private static final LocalDate LAST = LocalDate.of(OsmRule.LAST_YEAR, 12, 31);

    /** Copies. */
    public OsmHours {
        losses = List.copyOf(losses);
    }

    /**
     * Reads a text.
     *
     * @param text such as {@code Mo-Fr 08:00-16:00; PH off}
     * @return the hours
     * @throws OsmRefusedException with the reason, if it cannot be taken over
     */
    public static OsmHours read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new OsmRefusedException(
                    "The text has %s characters; expected at most %s.".formatted(text.length(), MAX_LENGTH));
        }
        List<OsmRule> rules = rules(text);
        if (rules.isEmpty() || rules.size() > MAX_RULES) {
            throw new OsmRefusedException(
                    "The text has %s rules; expected 1 to %s.".formatted(rules.size(), MAX_RULES));
        }
        Evaluation evaluation = new Evaluation(rules);
        evaluation.requireSameInBothLanguages();
        OpeningHours hours;
        try {
            hours = evaluation.translate(false);
        } catch (OsmRefusedException first) {
            hours = evaluation.translate(true);
        }
        List<String> losses = rules.stream()
                .filter(rule -> rule.comment != null && rule.state != OpenState.UNKNOWN)
                .map(rule -> "the comment \"" + rule.comment + '"')
                .distinct()
                .collect(Collectors.toList());
        return new OsmHours(hours, losses);
    }

    /** A rule that says nothing, as after a stray semicolon, is none: read as one it would mean "always open". */
    private static List<OsmRule> rules(String text) {
        List<OsmRule> rules = new ArrayList<>();
        for (Rule rule : parse(text)) {
            if (rule.isEmpty()) {
                continue;
            }
            try {
                rules.addAll(OsmRule.of(rule));
            } catch (OsmRefusedException refused) {
                throw refused;
            } catch (DateTimeException | IllegalArgumentException impossible) {
                throw new OsmRefusedException(
                        "The rule \"" + rule + "\" names a day that there is not: " + impossible.getMessage());
            }
        }
        return rules;
    }

    private static List<Rule> parse(String text) {
        try {
            return new OpeningHoursParser(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).rules(false);
        } catch (OpeningHoursParseException | TokenMgrError | NumberFormatException unreadable) {
            throw new OsmRefusedException("The text is no opening_hours text: " + unreadable.getMessage());
        }
    }

    /** What each day's hours are, by the rules that match it. */
    private static final class Evaluation {

        private final List<OsmRule> rules;
        private final BitSet[] matching;
        /** By the rules that match a day: what starts on it, minute by minute until 48:00. */
        private final Map<BitSet, byte[]> own = new HashMap<>();

        private final Map<BitSet, DayHours> hours = new HashMap<>();

        Evaluation(List<OsmRule> rules) {
            this.rules = rules;
            this.matching = new BitSet[(int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1];
            for (int i = 0; i < matching.length; i++) {
                LocalDate date = FIRST.plusDays(i);
                BitSet set = new BitSet();
                for (int j = 0; j < rules.size(); j++) {
                    set.set(j, rules.get(j).matches(date));
                }
                matching[i] = set;
            }
            for (int j = 0; j < rules.size(); j++) {
                int rule = j;
                if (Arrays.stream(matching).noneMatch(set -> set.get(rule))) {
                    throw new OsmRefusedException("Rule %s matches no day of the years %s to %s."
                            .formatted(j + 1, OsmRule.FIRST_YEAR, OsmRule.LAST_YEAR));
                }
            }
        }

        private byte[] own(BitSet matched) {
            return own.computeIfAbsent(matched, key -> {
                byte[] minutes = new byte[2880];
                for (int i = key.nextSetBit(0); i >= 0; i = key.nextSetBit(i + 1)) {
                    OsmRule rule = rules.get(i);
                    if (rule.replacesDay) {
                        Arrays.fill(minutes, (byte) 0);
                    } else if (rule.state == OpenState.UNKNOWN && !rule.additive && i > key.nextSetBit(0)) {
                        throw new OsmRefusedException(
                                "Unknown hours upon other hours are refused: evaluators disagree on"
                                        + " whether they take the day or only those hours.");
                    }
                    for (int[] span : rule.spans) {
                        Arrays.fill(minutes, span[0], span[1], mark(rule));
                    }
                }
                return minutes;
            });
        }

        private static byte mark(OsmRule rule) {
            return (byte) (rule.state == OpenState.OPEN ? 1 : rule.state == OpenState.UNKNOWN ? 2 : 0);
        }

        /** Refuses a text that by calendar days says something else than by start days. */
        void requireSameInBothLanguages() {
            Set<List<BitSet>> seen = new LinkedHashSet<>();
            for (int i = 1; i < matching.length; i++) {
                BitSet today = matching[i];
                BitSet yesterday = matching[i - 1];
                if (!seen.add(List.of(yesterday, today))) {
                    continue;
                }
                byte[] here = Arrays.copyOf(own(today), 1440);
                byte[] before = own(yesterday);
                for (int minute = 0; minute < 1440; minute++) {
                    byte tail = before[1440 + minute];
                    if (tail == 1 || (tail == 2 && here[minute] == 0)) {
                        here[minute] = tail;
                    }
                }
                if (!Arrays.equals(here, byCalendarDay(yesterday, today))) {
                    throw new OsmRefusedException(
                            "By calendar days the text says something else than by the days on which hours start, first on "
                                    + FIRST.plusDays(i)
                                    + ". Maybe split the hours at midnight, and say whose night it is.");
                }
            }
        }

        private byte[] byCalendarDay(BitSet yesterday, BitSet today) {
            byte[] minutes = new byte[1440];
            for (int i = 0; i < rules.size(); i++) {
                OsmRule rule = rules.get(i);
                if (today.get(i)) {
                    if (rule.replacesDay) {
                        Arrays.fill(minutes, (byte) 0);
                    }
                    for (int[] span : rule.spans) {
                        Arrays.fill(minutes, span[0], Math.min(1440, span[1]), mark(rule));
                    }
                }
                if (yesterday.get(i)) {
                    for (int[] span : rule.spans) {
                        if (span[1] > 1440) {
                            Arrays.fill(minutes, Math.max(0, span[0] - 1440), span[1] - 1440, mark(rule));
                        }
                    }
                }
            }
            return minutes;
        }

        private DayHours hours(BitSet matched) {
            return hours.computeIfAbsent(matched, key -> {
                byte[] minutes = own(key);
                List<DaySpan> open = new ArrayList<>();
                List<DaySpan> unknown = new ArrayList<>();
                for (int start = 0; start < 2880; ) {
                    int end = start + 1;
                    while (end < 2880 && minutes[end] == minutes[start]) {
                        end++;
                    }
                    if (minutes[start] != 0) {
                        if (start >= 1440) {
                            throw new OsmRefusedException("A part of a night that begins after midnight is refused.");
                        }
                        (minutes[start] == 1 ? open : unknown).add(new DaySpan(start, end));
                    }
                    start = end;
                }
                return new DayHours(open, unknown, unknown.isEmpty() ? Optional.empty() : wording(key));
            });
        }

        private Optional<LocalizedText> wording(BitSet matched) {
            for (int i = matched.length(); (i = matched.previousSetBit(i - 1)) >= 0; ) {
                String comment = rules.get(i).comment;
                if (rules.get(i).state == OpenState.UNKNOWN && comment != null && !comment.isBlank()) {
                    if (!LocalizedText.isLine(comment)) {
                        throw new OsmRefusedException("A comment that is not one line is refused.");
                    }
                    return Optional.of(new LocalizedText(Map.of("sv", comment)));
                }
            }
            return Optional.empty();
        }

        /**
         * Finds rules of ours that say the same on every day.
         *
         * @param lateWeekdays whether a rule of weekdays after one of special days is itself a special one
         */
        OpeningHours translate(boolean lateWeekdays) {
            int firstSpecial = 0;
            while (firstSpecial < rules.size() && rules.get(firstSpecial).units.isEmpty()) {
                firstSpecial++;
            }
            Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
            Map<Integer, Map<OsmRule.Unit, Map<DayOfWeek, DayHours>>> special = new LinkedHashMap<>();
            List<OpeningHours.OnDates> dates = new ArrayList<>();
            for (int i = 0; i < matching.length; i++) {
                LocalDate date = FIRST.plusDays(i);
                int top = top(matching[i], firstSpecial, lateWeekdays);
                DayHours found = hours(matching[i]);
                if (top < 0) {
                    week.put(date.getDayOfWeek(), found);
                } else if (rules.get(top).isDated()) {
                    dated(dates, date, found);
                } else {
                    OsmRule.Unit unit = unit(rules.get(top), date);
                    special.computeIfAbsent(top, key -> new LinkedHashMap<>())
                            .computeIfAbsent(unit, key -> new EnumMap<>(DayOfWeek.class))
                            .merge(date.getDayOfWeek(), found, (a, b) -> {
                                if (!a.equals(b)) {
                                    throw new OsmRefusedException(
                                            "A rule for certain days means different hours from year to year, as on "
                                                    + date + ".");
                                }
                                return a;
                            });
                }
            }
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
            OpeningHours result;
            try {
                result = new OpeningHours(
                        weeks(week),
                        List.of(),
                        movable,
                        dates,
                        seasons.entrySet().stream()
                                .map(season -> new OpeningHours.Season(
                                        season.getKey().first(), season.getKey().last(), weeks(season.getValue())))
                                .collect(Collectors.toList()));
            } catch (InvalidModelException refused) {
                throw new OsmRefusedException("The rules have no counterpart: " + refused.getMessage());
            }
            verify(result);
            return result;
        }

        private int top(BitSet matched, int firstSpecial, boolean lateWeekdays) {
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

        private void verify(OpeningHours result) {
            for (int i = 0; i < matching.length; i++) {
                LocalDate date = FIRST.plusDays(i);
                if (!result.on(date, CALENDAR).equals(hours(matching[i]))) {
                    throw new OsmRefusedException(
                            "The rules stand in an order that has no counterpart, first seen on " + date + ".");
                }
            }
        }
    }
}
