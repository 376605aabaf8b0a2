/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.timeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.calendar.NamedDay;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.core.time.DaySpan;

/**
 * Decides the days of opening hours, each by itself (C2), and says why.
 *
 * <p>Days that one rule decides for one reason share one decision, so that neighbours are joined. Thread-safe.
 */
final class DayDecisions {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final Locale ENGLISH = Locale.forLanguageTag("en-GB");

    private static final DayOfWeek[] DAYS = DayOfWeek.values();

    private final String channel;
    private final OpeningHours hours;
    private final MunicipalCalendar calendar;
    private final Decision noRule;
    /** What decides a day that the calendar does not know, or null for hours that need none. */
    private final @Nullable Decision beyond;

    private final LocalDate firstKnown;
    private final LocalDate lastKnown;
    private final Map<DayOfWeek, Decision> byWeek;
    private final List<Map<DayOfWeek, Decision>> bySeason = new ArrayList<>();
    private final Map<Key, Decision> shared = new ConcurrentHashMap<>();
    private final TreeMap<LocalDate, Decision> byFirstDate = new TreeMap<>();

    DayDecisions(String channel, OpeningHours hours, MunicipalCalendar calendar) {
        this.channel = channel;
        this.hours = hours;
        this.calendar = calendar;
        this.noRule = new Decision(
                DayHours.CLOSED,
                because(
                        ChannelReason.Kind.NO_RULE,
                        "/availability",
                        LocalizedText.of("ingen tid är angiven för dagen", "no hours are given for the day"),
                        Optional.empty()),
                LocalDate.MAX);
        this.beyond = hours.restsOnCalendar()
                ? new Decision(hours.onUnknownDay(), beyond(channel, calendar), LocalDate.MAX)
                : null;
        this.firstKnown = calendar.firstDay();
        this.lastKnown = calendar.lastDay();
        byWeek = byWeek(
                hours.week(),
                ChannelReason.Kind.WEEK,
                "/availability/week/",
                LocalizedText.of("veckans tider, ", "weekly hours, "));
        seasons();
        dates();
    }

    private void seasons() {
        for (int i = 0; i < hours.seasons().size(); i++) {
            OpeningHours.Season season = hours.seasons().get(i);
            LocalizedText words = LocalizedText.of(
                    "tider %s–%s, ".formatted(date(season.first(), SWEDISH), date(season.last(), SWEDISH)),
                    "hours %s–%s, ".formatted(date(season.first(), ENGLISH), date(season.last(), ENGLISH)));
            bySeason.add(
                    byWeek(season.week(), ChannelReason.Kind.SEASON, "/availability/seasons/" + i + "/week/", words));
        }
    }

    private void dates() {
        for (int i = 0; i < hours.dates().size(); i++) {
            OpeningHours.OnDates rule = hours.dates().get(i);
            byFirstDate.put(
                    rule.first(),
                    new Decision(
                            rule.hours(),
                            because(
                                    ChannelReason.Kind.DATES,
                                    "/availability/dates/" + i,
                                    LocalizedText.of(
                                            "undantag " + dates(rule, SWEDISH, " till och med "),
                                            "exception " + dates(rule, ENGLISH, " to ")),
                                    rule.hours().note()),
                            rule.last()));
        }
    }

    /** Why it is open at all times, or null where it is not. */
    @Nullable
    List<ChannelReason> always() {
        Decision monday = byWeek.getOrDefault(DayOfWeek.MONDAY, noRule);
        return hours.isWeekly()
                        && hours.week().size() == 1
                        && byWeek.size() == 7
                        && monday.hours().open().equals(DayHours.ALL_DAY.open())
                ? monday.because()
                : null;
    }

    private Map<DayOfWeek, Decision> byWeek(
            List<OpeningHours.Week> rules, ChannelReason.Kind kind, String place, LocalizedText words) {
        Map<DayOfWeek, Decision> decisions = new EnumMap<>(DayOfWeek.class);
        for (int i = 0; i < rules.size(); i++) {
            OpeningHours.Week rule = rules.get(i);
            Decision decision = new Decision(
                    rule.hours(),
                    because(
                            kind,
                            place + i,
                            LocalizedText.of(
                                    words.in(SWEDISH) + days(rule.days(), SWEDISH),
                                    words.in(ENGLISH) + days(rule.days(), ENGLISH)),
                            rule.hours().note()),
                    LocalDate.MAX);
            rule.days().forEach(day -> decisions.put(day, decision));
        }
        return decisions;
    }

    /** Why nothing is known of hours that rest on a calendar, outside its days. */
    static List<ChannelReason> beyond(String channel, MunicipalCalendar calendar) {
        return List.of(new ChannelReason(
                ChannelReason.Kind.BEYOND_CALENDAR,
                channel,
                "/availability",
                LocalizedText.of(
                        "kalendern " + calendar.version() + " omfattar inte dagen",
                        "the calendar " + calendar.version() + " does not know the day")));
    }

    private static String date(MonthDay day, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM", locale).format(day);
    }

    /** What a day's hours are, and why; its spans lie side by side in the order of their starts. */
    static final class Decision {
        private final DayHours hours;
        private final List<ChannelReason> because;
        private final LocalDate last;
        private final long[] starts;
        private final long[] ends;
        private final OpenState[] states;

        /**
         * A decision.
         *
         * @param last the last day of a dated exception
         */
        Decision(DayHours hours, List<ChannelReason> because, LocalDate last) {
            this.hours = hours;
            this.because = because;
            this.last = last;
            List<DaySpan> spans = new ArrayList<>(hours.open());
            spans.addAll(hours.unknown());
            Collections.sort(spans);
            Set<DaySpan> open = new HashSet<>(hours.open());
            starts = spans.stream().mapToLong(span -> span.startMinute() * 60L).toArray();
            ends = spans.stream().mapToLong(span -> span.endMinute() * 60L).toArray();
            states = spans.stream()
                    .map(span -> open.contains(span) ? OpenState.OPEN : OpenState.UNKNOWN)
                    .toArray(OpenState[]::new);
        }

        DayHours hours() {
            return hours;
        }

        List<ChannelReason> because() {
            return because;
        }

        int spans() {
            return starts.length;
        }

        /** Seconds after local midnight at which a span starts. */
        long startSecond(int span) {
            return starts[span];
        }

        long endSecond(int span) {
            return ends[span];
        }

        OpenState state(int span) {
            return states[span];
        }
    }

    /** A rule and the day it speaks for: all such days share one decision, so that neighbours are joined. */
    private record Key(Object rule, String day, LocalizedText name) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && rule == that.rule && day.equals(that.day) && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(rule) * 31 + day.hashCode();
        }
    }

    /** What decides a day. */
    Decision decide(LocalDate date) {
        if (!byFirstDate.isEmpty()) {
            var dated = byFirstDate.floorEntry(date);
            if (dated != null && !dated.getValue().last.isBefore(date)) {
                return dated.getValue();
            }
        }
        if (beyond != null && (date.isBefore(firstKnown) || date.isAfter(lastKnown))) {
            return beyond;
        }
        for (int i = 0; i < hours.movable().size(); i++) {
            OpeningHours.OnMovable rule = hours.movable().get(i);
            Optional<LocalizedText> name = rule.day().nameOn(date, calendar);
            if (name.isPresent()) {
                return onMovable(i, rule, name.get());
            }
        }
        if (!hours.dayClasses().isEmpty()) {
            Decision decision = byClass(calendar.daysOn(date));
            if (decision != null) {
                return decision;
            }
        }
        DayOfWeek day = DAYS[(int) Math.floorMod(date.toEpochDay() + 3, 7L)];
        for (int i = 0; i < bySeason.size(); i++) {
            Decision decision = bySeason.get(i).get(day);
            if (decision != null && hours.seasons().get(i).includes(date)) {
                return decision;
            }
        }
        Decision weekly = byWeek.get(day);
        return weekly == null ? noRule : weekly;
    }

    private Decision onMovable(int index, OpeningHours.OnMovable rule, LocalizedText name) {
        return shared.computeIfAbsent(
                new Key(rule, "", name),
                key -> decision(ChannelReason.Kind.MOVABLE, "/availability/movable/" + index, name, rule.hours()));
    }

    private @Nullable Decision byClass(List<NamedDay> named) {
        if (named.isEmpty()) {
            return null;
        }
        for (int i = 0; i < hours.dayClasses().size(); i++) {
            OpeningHours.OnDayClass rule = hours.dayClasses().get(i);
            for (NamedDay day : named) {
                if (day.dayClass().equals(rule.dayClass())) {
                    return onClass(i, rule, day);
                }
            }
        }
        return null;
    }

    private Decision onClass(int index, OpeningHours.OnDayClass rule, NamedDay day) {
        return shared.computeIfAbsent(new Key(rule, day.id(), day.name()), key -> {
            LocalizedText name = calendar.dayClasses().getOrDefault(day.dayClass(), day.name());
            LocalizedText words = name.equals(day.name())
                    ? name
                    : LocalizedText.of(
                            name.in(SWEDISH) + " (" + day.name().in(SWEDISH) + ")",
                            name.in(ENGLISH) + " (" + day.name().in(ENGLISH) + ")");
            return decision(ChannelReason.Kind.DAY_CLASS, "/availability/dayClasses/" + index, words, rule.hours());
        });
    }

    private Decision decision(ChannelReason.Kind kind, String place, LocalizedText words, DayHours found) {
        return new Decision(found, because(kind, place, words, found.note()), LocalDate.MAX);
    }

    private List<ChannelReason> because(
            ChannelReason.Kind kind, String rule, LocalizedText words, Optional<LocalizedText> note) {
        LocalizedText full = note.map(published -> LocalizedText.of(
                        words.in(SWEDISH) + " (" + published.in(SWEDISH) + ")",
                        words.in(ENGLISH) + " (" + published.in(ENGLISH) + ")"))
                .orElse(words);
        return List.of(new ChannelReason(kind, channel, rule, full));
    }

    private static String dates(OpeningHours.OnDates rule, Locale locale, String to) {
        TimeText text = TimeText.of(locale, ZoneOffset.UTC);
        String first = text.date(rule.first());
        return rule.first().equals(rule.last()) ? first : first + to + text.date(rule.last());
    }

    /** Runs of three or more days are written as a range. */
    private static String days(Set<DayOfWeek> days, Locale locale) {
        List<DayOfWeek> sorted = days.stream().sorted().toList();
        int length = sorted.size();
        boolean run =
                length > 2 && sorted.get(length - 1).getValue() - sorted.get(0).getValue() == length - 1;
        if (run) {
            return name(sorted.get(0), locale) + "–" + name(sorted.get(length - 1), locale);
        }
        return sorted.stream().map(day -> name(day, locale)).collect(Collectors.joining(", "));
    }

    private static String name(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }
}
