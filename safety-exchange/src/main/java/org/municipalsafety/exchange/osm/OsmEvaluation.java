/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.osm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;

/** What each day's hours are, by the rules that match it. */
final class OsmEvaluation {

    private static final SwedishCalendar CALENDAR = SwedishCalendar.standard();
    private static final LocalDate FIRST = LocalDate.of(OsmRule.FIRST_YEAR, 1, 1);
    private static final LocalDate LAST = LocalDate.of(OsmRule.LAST_YEAR, 12, 31);

    private final List<OsmRule> rules;
    private final BitSet[] matching;
    /** By the rules that match a day: what starts on it, minute by minute until 48:00. */
    private final Map<BitSet, byte[]> own = new HashMap<>();

    private final Map<BitSet, DayHours> hours = new HashMap<>();

    OsmEvaluation(List<OsmRule> rules) {
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
                    throw new OsmRefusedException("Unknown hours upon other hours are refused: evaluators disagree on"
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
        OsmTranslation found = new OsmTranslation(rules, lateWeekdays);
        for (int i = 0; i < matching.length; i++) {
            found.day(FIRST.plusDays(i), matching[i], hours(matching[i]));
        }
        OpeningHours result = found.hours();
        verify(result);
        return result;
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
