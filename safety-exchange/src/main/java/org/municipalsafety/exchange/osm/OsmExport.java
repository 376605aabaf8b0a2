/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.osm;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.daypattern.DayPatterns;
import org.municipalsafety.core.daypattern.DayPatterns.Deviation;
import org.municipalsafety.core.daypattern.DayPatterns.Span;
import org.municipalsafety.core.daypattern.DayPatterns.Stretch;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.exchange.Export;

/**
 * Writes the hours of a channel as an OpenStreetMap {@code opening_hours} text.
 *
 * <pre>{@code
 * OsmExport.of(directory, Audience.PUBLIC, "kontaktcenter", first, last, locale).text();
 *         // Mo-Fr 08:00-16:00; 2026 Dec 25 off; …
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 */
public final class OsmExport {

    /** What a tag of OpenStreetMap may hold. */
    private static final int MAX_LENGTH = 255;

    private static final String[] DAYS = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\u2028\u2029]+");

    private OsmExport() {}

    /**
     * A channel's hours as an OpenStreetMap {@code opening_hours} text that means the same by calendar days: split at
     * midnight, with seasons by their dates, and with each day that differs from its week spelled out by its date.
     * Hours that are not known are {@code unknown} with the published words.
     *
     * @param directory the channels
     * @param audience who may read it
     * @param channel the id of the channel; one that depends on others is written as it works out
     * @param startInclusive the first day
     * @param endExclusive the day after the last
     * @param locale the language of published words: Swedish, or else English
     * @return the text, and what it does not say: that it is good for these days only, the fallback, the channel that
     *     answers first; and whether it is longer than OpenStreetMap takes
     * @throws IllegalArgumentException if the audience may see no such channel, or there are no days
     */
    public static Export of(
            Directory directory,
            Audience audience,
            String channel,
            LocalDate startInclusive,
            LocalDate endExclusive,
            Locale locale) {
        Directory seen = directory.view(audience);
        DayPatterns patterns = new DayPatterns(seen, channel, startInclusive, endExclusive);
        List<String> rules = new ArrayList<>();
        Map<DayOfWeek, List<Span>> usual = longest(patterns.stretches());
        byHours(usual).forEach((spans, days) -> {
            if (!spans.isEmpty()) {
                rules.add(rule(days(days), spans, locale));
            }
        });
        if (rules.isEmpty()) {
            rules.add("off");
        }
        if (rules.equals(List.of("Mo-Su 00:00-24:00"))) {
            rules.set(0, "24/7");
        }
        for (Stretch stretch : patterns.stretches()) {
            Map<DayOfWeek, List<Span>> other = new EnumMap<>(stretch.week());
            other.entrySet().removeAll(usual.entrySet());
            other.keySet()
                    .retainAll(stretch.first()
                            .datesUntil(stretch.last().plusDays(1))
                            .limit(7)
                            .map(LocalDate::getDayOfWeek)
                            .toList());
            byHours(other)
                    .forEach((spans, days) -> rules.add(
                            instead(dates(stretch.first(), stretch.last()) + " " + days(days), spans, locale)));
        }
        for (Deviation deviation : patterns.deviations()) {
            LocalDate first = deviation.first().isBefore(startInclusive) ? startInclusive : deviation.first();
            LocalDate last = deviation.last().isBefore(endExclusive) ? deviation.last() : endExclusive.minusDays(1);
            rules.add(instead(dates(first, last), deviation.spans(), locale));
        }
        String text = String.join("; ", rules);
        List<String> losses = new ArrayList<>();
        if (!patterns.isWeekly() || !patterns.deviations().isEmpty()) {
            losses.add(goodFor(channel, startInclusive, endExclusive));
        }
        ContactChannel found = seen.channel(channel).orElseThrow();
        if (!found.fallback().isEmpty()) {
            losses.add("%s: opening_hours has no word for what to do while it is closed.".formatted(channel));
        }
        found.via()
                .ifPresent(via -> losses.add(
                        "%s: opening_hours has no word for being reached through %s.".formatted(channel, via)));
        if (text.length() > MAX_LENGTH) {
            losses.add("%s: the text has %s characters, and OpenStreetMap takes %s. Maybe export fewer days at a time."
                    .formatted(channel, text.length(), MAX_LENGTH));
        }
        return new Export(text, losses);
    }

    private static String goodFor(String channel, LocalDate startInclusive, LocalDate endExclusive) {
        return "%s: other days than those of the week are spelled out by date: good from %s until %s, then to be renewed."
                .formatted(channel, startInclusive, endExclusive);
    }

    /** The week of most of the days. */
    private static Map<DayOfWeek, List<Span>> longest(List<Stretch> stretches) {
        Map<Map<DayOfWeek, List<Span>>, Long> days = new LinkedHashMap<>();
        stretches.forEach(stretch -> days.merge(
                stretch.week(), stretch.last().toEpochDay() - stretch.first().toEpochDay() + 1, Long::sum));
        return Collections.max(days.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    private static Map<List<Span>, Set<DayOfWeek>> byHours(Map<DayOfWeek, List<Span>> week) {
        Map<List<Span>, Set<DayOfWeek>> days = new LinkedHashMap<>();
        week.forEach((day, spans) -> days.computeIfAbsent(spans, key -> EnumSet.noneOf(DayOfWeek.class))
                .add(day));
        return days;
    }

    /** A rule that takes the days from those before it: evaluators disagree on whether unknown hours alone do. */
    private static String instead(String days, List<Span> spans, Locale locale) {
        boolean open = spans.stream().anyMatch(span -> span.state() == OpenState.OPEN);
        String hours = rule(days, spans, locale);
        return open ? hours : hours.isEmpty() ? days + " off" : days + " off, " + hours;
    }

    private static String rule(String days, List<Span> spans, Locale locale) {
        Map<String, List<String>> hours = new LinkedHashMap<>();
        for (OpenState state : List.of(OpenState.OPEN, OpenState.UNKNOWN)) {
            for (Span span : spans) {
                if (span.state() == state) {
                    String word = state == OpenState.OPEN
                            ? ""
                            : " unknown"
                                    + span.wording()
                                            .map(words -> comment(words.in(locale)))
                                            .orElse("");
                    hours.computeIfAbsent(word, key -> new ArrayList<>())
                            .add(span.times().toString());
                }
            }
        }
        return hours.entrySet().stream()
                .map(entry -> days + " " + String.join(",", entry.getValue()) + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** A comment ends at the next quotation mark, and has no way to hold one. */
    private static String comment(String words) {
        return " \"" + CONTROLS.matcher(words).replaceAll(" ").replace('"', '\'') + '"';
    }

    private static String days(Set<DayOfWeek> set) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 7; ) {
            int end = i;
            while (end < 7 && set.contains(DayOfWeek.of(end + 1))) {
                end++;
            }
            if (end - i > 2) {
                parts.add(DAYS[i] + "-" + DAYS[end - 1]);
            } else {
                for (int day = i; day < end; day++) {
                    parts.add(DAYS[day]);
                }
            }
            i = Math.max(end, i + 1);
        }
        return String.join(",", parts);
    }

    private static String dates(LocalDate first, LocalDate last) {
        return date(first) + (first.equals(last) ? "" : "-" + date(last));
    }

    private static String date(LocalDate date) {
        String month =
                date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 3);
        int day = date.getDayOfMonth();
        return date.getYear() + " " + month + (day < 10 ? " 0" : " ") + day;
    }
}
