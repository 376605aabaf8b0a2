/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.timeline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.municipalsafety.core.time.WallClock;

/**
 * Turns opening hours into blocks of a timeline: decides each day by itself (C2), lays its spans out (C1, T2), and
 * fills what is left with the day's own reason to be closed (C4).
 *
 * <p>Where a span of one day runs into a span of the next, open beats unknown, and the span that started first gives
 * the reason.
 *
 * <p>Thread-safe: only the finished block leaves a call.
 */
public final class RuleCompiler {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final Locale ENGLISH = Locale.forLanguageTag("en-GB");

    private final String channel;
    private final OpeningHours hours;
    private final MunicipalCalendar calendar;
    private final ZoneId zone;
    private final Decision noRule;
    /** What decides a day that the calendar does not know, or null for hours that need none. */
    private final @Nullable Decision beyond;

    /** Why it is open at all times, or null where it is not: then there is nothing to lay out. */
    private final @Nullable ChannelReason always;

    private final LocalDate firstKnown;
    private final LocalDate lastKnown;
    private final Map<DayOfWeek, Decision> byWeek;
    private final List<Map<DayOfWeek, Decision>> bySeason = new ArrayList<>();
    private final Map<Key, Decision> shared = new ConcurrentHashMap<>();
    private final TreeMap<LocalDate, Decision> byFirstDate = new TreeMap<>();

    public RuleCompiler(String channel, OpeningHours hours, MunicipalCalendar calendar, ZoneId zone) {
        this.channel = channel;
        this.hours = hours;
        this.calendar = calendar;
        this.zone = zone;
        this.noRule = new Decision(
                DayHours.CLOSED,
                because(
                        ChannelReason.Kind.NO_RULE,
                        "/availability",
                        LocalizedText.of("ingen tid är angiven för dagen", "no hours are given for the day"),
                        null),
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
        boolean oneRule = hours.isWeekly() && hours.week().size() == 1;
        Decision monday = byWeek.getOrDefault(DayOfWeek.MONDAY, noRule);
        this.always = oneRule && byWeek.size() == 7 && monday.hours().open().equals(DayHours.ALL_DAY.open())
                ? monday.because()
                : null;
        for (int i = 0; i < hours.seasons().size(); i++) {
            OpeningHours.Season season = hours.seasons().get(i);
            LocalizedText words = LocalizedText.of(
                    "tider %s–%s, ".formatted(date(season.first(), SWEDISH), date(season.last(), SWEDISH)),
                    "hours %s–%s, ".formatted(date(season.first(), ENGLISH), date(season.last(), ENGLISH)));
            bySeason.add(
                    byWeek(season.week(), ChannelReason.Kind.SEASON, "/availability/seasons/" + i + "/week/", words));
        }
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
    public static ChannelReason beyond(String channel, MunicipalCalendar calendar) {
        return new ChannelReason(
                ChannelReason.Kind.BEYOND_CALENDAR,
                channel,
                "/availability",
                LocalizedText.of(
                        "kalendern " + calendar.version() + " omfattar inte dagen",
                        "the calendar " + calendar.version() + " does not know the day"),
                null);
    }

    private static String date(MonthDay day, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM", locale).format(day);
    }

    /** What a day's hours are, and why; {@code last} is the last day of a dated exception. */
    private record Decision(DayHours hours, ChannelReason because, LocalDate last) {}

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

    private record Span(long start, long end, OpenState state, ChannelReason because) {}

    public Timeline.Block compile(long from, long until) {
        if (always != null) {
            return new Timeline.Block(
                    new long[] {from}, new OpenState[] {OpenState.OPEN}, new ChannelReason[] {always});
        }
        LocalDate first = Instant.ofEpochSecond(from).atZone(zone).toLocalDate().minusDays(2);
        LocalDate last = Instant.ofEpochSecond(until).atZone(zone).toLocalDate().plusDays(1);
        List<Span> spans = new ArrayList<>();
        List<Span> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Decision decision = decide(day);
            days.add(new Span(WallClock.startOf(day, zone).getEpochSecond(), 0, OpenState.CLOSED, decision.because()));
            add(spans, day, decision.hours().open(), OpenState.OPEN, decision.because());
            add(spans, day, decision.hours().unknown(), OpenState.UNKNOWN, decision.because());
        }
        return sweep(from, until, spans, days);
    }

    private void add(List<Span> spans, LocalDate day, List<DaySpan> of, OpenState state, ChannelReason because) {
        for (DaySpan span : of) {
            span.on(day, zone)
                    .ifPresent(time -> spans.add(new Span(
                            time.getStart().getEpochSecond(), time.getEnd().getEpochSecond(), state, because)));
        }
    }

    private static Timeline.Block sweep(long from, long until, List<Span> spans, List<Span> days) {
        spans.sort(Comparator.comparingLong(Span::start));
        Timeline.Builder builder = new Timeline.Builder();
        List<Span> active = new ArrayList<>();
        int nextSpan = 0;
        int day = 0;
        long at = from;
        while (at < until) {
            while (nextSpan < spans.size() && spans.get(nextSpan).start() <= at) {
                active.add(spans.get(nextSpan++));
            }
            for (int i = active.size() - 1; i >= 0; i--) {
                if (active.get(i).end() <= at) {
                    active.remove(i);
                }
            }
            while (day + 1 < days.size() && days.get(day + 1).start() <= at) {
                day++;
            }
            long next = until;
            Span winner = days.get(day);
            if (nextSpan < spans.size()) {
                next = Math.min(next, spans.get(nextSpan).start());
            }
            for (Span span : active) {
                next = Math.min(next, span.end());
                // Open wins over unknown, unknown over closed; among equals the one that started first.
                if (span.state() != winner.state()
                        && (span.state() == OpenState.OPEN || winner.state() == OpenState.CLOSED)) {
                    winner = span;
                }
            }
            if (active.isEmpty() && day + 1 < days.size()) {
                next = Math.min(next, days.get(day + 1).start());
            }
            builder.add(at, winner.state(), winner.because());
            at = next;
        }
        return builder.build();
    }

    private Decision decide(LocalDate date) {
        var dated = byFirstDate.floorEntry(date);
        if (dated != null && !dated.getValue().last().isBefore(date)) {
            return dated.getValue();
        }
        if (beyond != null && (date.isBefore(firstKnown) || date.isAfter(lastKnown))) {
            return beyond;
        }
        for (int i = 0; i < hours.movable().size(); i++) {
            OpeningHours.OnMovable rule = hours.movable().get(i);
            LocalizedText name = rule.day().nameOn(date, calendar);
            if (name != null) {
                int place = i;
                return shared.computeIfAbsent(
                        new Key(rule, "", name),
                        key -> decision(
                                ChannelReason.Kind.MOVABLE, "/availability/movable/" + place, name, rule.hours()));
            }
        }
        if (!hours.dayClasses().isEmpty()) {
            Decision decision = byClass(calendar.daysOn(date));
            if (decision != null) {
                return decision;
            }
        }
        for (int i = 0; i < bySeason.size(); i++) {
            Decision decision = bySeason.get(i).get(date.getDayOfWeek());
            if (decision != null && hours.seasons().get(i).includes(date)) {
                return decision;
            }
        }
        return byWeek.getOrDefault(date.getDayOfWeek(), noRule);
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

    private ChannelReason because(
            ChannelReason.Kind kind, String rule, LocalizedText words, @Nullable LocalizedText note) {
        LocalizedText full = note == null
                ? words
                : LocalizedText.of(
                        words.in(SWEDISH) + " (" + note.in(SWEDISH) + ")",
                        words.in(ENGLISH) + " (" + note.in(ENGLISH) + ")");
        return new ChannelReason(kind, channel, rule, full, null);
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
