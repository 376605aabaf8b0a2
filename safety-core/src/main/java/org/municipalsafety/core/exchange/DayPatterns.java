/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.exchange;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.channel.Because;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.OpenState;
import org.municipalsafety.core.channel.Segment;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/** A channel by calendar days: what each day of the week usually is, and the dates on which it is something else. */
final class DayPatterns {

    /**
     * A stretch of a calendar day.
     *
     * @param start minutes after midnight
     * @param end minutes after the same midnight, at most 1440
     */
    record Span(int start, int end, OpenState state) {
        boolean isWholeDay() {
            return start == 0 && end == 1440;
        }
    }

    /** Days in a row that differ from their week in the same way. */
    record Deviation(LocalDate first, LocalDate last, List<Span> spans, Because because) {}

    final Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    final List<Deviation> deviations = new ArrayList<>();

    DayPatterns(Directory directory, String channel, LocalDate startInclusive, LocalDate endExclusive) {
        if (!startInclusive.isBefore(endExclusive)) {
            throw new IllegalArgumentException(
                    "The days from %s until %s are none.".formatted(startInclusive, endExclusive));
        }
        ZoneId zone = directory.municipality().zone();
        Map<LocalDate, List<Span>> byDate = new TreeMap<>();
        Map<LocalDate, Because> reasons = new TreeMap<>();
        Map<DayOfWeek, Map<List<Span>, Integer>> counts = new EnumMap<>(DayOfWeek.class);
        for (LocalDate date = startInclusive; date.isBefore(endExclusive); date = date.plusDays(1)) {
            Instant start = WallClock.startOf(date, zone);
            Instant end = WallClock.startOf(date.plusDays(1), zone);
            if (!start.isBefore(end)) {
                continue;
            }
            Interval day = Interval.of(start, end);
            List<Segment> segments = directory.hours(channel, day);
            List<Span> spans = spans(segments, end, zone);
            byDate.put(date, spans);
            // What decides noon names the day best: the morning may still belong to the night before.
            reasons.put(date, directory.becauseAt(channel, WallClock.instant(date.atTime(LocalTime.NOON), zone)));
            counts.computeIfAbsent(date.getDayOfWeek(), key -> new LinkedHashMap<>())
                    .merge(spans, 1, Integer::sum);
        }
        counts.forEach((day, found) -> week.put(day, mostUsual(found)));
        byDate.forEach((date, spans) -> {
            if (!spans.equals(week.get(date.getDayOfWeek()))) {
                deviate(date, spans, reasons.get(date));
            }
        });
    }

    private static List<Span> mostUsual(Map<List<Span>, Integer> found) {
        List<Span> best = List.of();
        int most = 0;
        for (Map.Entry<List<Span>, Integer> entry : found.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }

    private void deviate(LocalDate date, List<Span> spans, @Nullable Because because) {
        Deviation before = deviations.isEmpty() ? null : deviations.get(deviations.size() - 1);
        if (because == null) {
            return;
        }
        if (before != null
                && before.last().plusDays(1).equals(date)
                && before.spans().equals(spans)
                && before.because().equals(because)) {
            deviations.set(deviations.size() - 1, new Deviation(before.first(), date, spans, because));
        } else {
            deviations.add(new Deviation(date, date, spans, because));
        }
    }

    /** Open and unknown stretches as the wall clock shows them, touching ones of one state joined. */
    private static List<Span> spans(List<Segment> segments, Instant dayEnd, ZoneId zone) {
        List<Span> spans = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.state() == OpenState.CLOSED) {
                continue;
            }
            int start = minute(segment.interval().getStart(), zone);
            int end = segment.interval().getEnd().equals(dayEnd)
                    ? 1440
                    : minute(segment.interval().getEnd(), zone);
            Span before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (before != null && before.end() == start && before.state() == segment.state()) {
                spans.set(spans.size() - 1, new Span(before.start(), end, before.state()));
            } else if (start < end) {
                spans.add(new Span(start, end, segment.state()));
            }
        }
        return List.copyOf(spans);
    }

    private static int minute(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalTime().toSecondOfDay() / 60;
    }

    static String clock(int minute) {
        int hour = minute / 60;
        int rest = minute % 60;
        return (hour < 10 ? "0" : "") + hour + (rest < 10 ? ":0" : ":") + rest;
    }
}
