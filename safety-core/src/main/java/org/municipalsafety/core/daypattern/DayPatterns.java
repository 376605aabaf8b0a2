/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.daypattern;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.hours.Segment;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * A channel by calendar days: what each day of the week is by the rules of the week and the season, and the dates on
 * which it is something else.
 *
 * <p>The week comes from the rules, never from counting days, so it does not depend on the days asked for: it is the
 * week of a directory whose channels have no dated exceptions, movable days and classes of days.
 *
 * <p>Confined to one thread.
 */
public final class DayPatterns {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
    /** How far a deviation is followed out of the days asked for. */
    private static final int FOLLOWED = 366;

    /**
     * A stretch of a calendar day that is open or not known.
     *
     * @param times from when until when, {@code 24:00} at the latest
     * @param state open or unknown
     * @param wording what is published of hours that are not known
     */
    public record Span(DaySpan times, OpenState state, Optional<LocalizedText> wording) {

        /**
         * Checks that it ends with its day.
         *
         * @throws IllegalArgumentException if it ends after midnight
         */
        public Span {
            requireNonNull(state, "state");
            requireNonNull(wording, "wording");
            if (times.endMinute() > DaySpan.ALL_DAY.endMinute()) {
                throw new IllegalArgumentException("The span %s ends after its day.".formatted(times));
            }
        }

        /**
         * When it starts, such as {@code 08:00}.
         *
         * @return the time of the day
         */
        public String start() {
            return times.toString().substring(0, 5);
        }

        /**
         * When it ends, such as {@code 16:00}; at the end of the day {@code 24:00}.
         *
         * @return the time of the day
         */
        public String end() {
            return times.toString().substring(6);
        }

        /**
         * Whether it is the whole day.
         *
         * @return true if it is
         */
        public boolean isWholeDay() {
            return times.equals(DaySpan.ALL_DAY);
        }
    }

    /**
     * Days in a row whose weeks are alike: those of one season, or all.
     *
     * @param first the first day
     * @param last the last day, inclusive
     * @param week each day of the week
     */
    public record Stretch(LocalDate first, LocalDate last, Map<DayOfWeek, List<Span>> week) {
        /** Copies. */
        public Stretch {
            week = Collections.unmodifiableMap(new EnumMap<>(week));
        }
    }

    /**
     * Days in a row that differ from their week in the same way, for the same reason.
     *
     * @param first the first day, which may lie before the days asked for
     * @param last the last day, inclusive, which may lie after them
     * @param spans the hours of each of these days
     * @param reason why, in Swedish and English
     */
    public record Deviation(LocalDate first, LocalDate last, List<Span> spans, LocalizedText reason) {
        /** Copies. */
        public Deviation {
            spans = List.copyOf(spans);
        }
    }

    private final Directory directory;
    private final String channel;
    private final ZoneId zone;
    /** The channel, and all that its hours rest on. */
    private final Map<String, ContactChannel> restsOn = new LinkedHashMap<>();

    private final Map<List<Integer>, Map<DayOfWeek, List<Span>>> weeks = new HashMap<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Deviation> deviations = new ArrayList<>();
    private final Set<Span> spans = new LinkedHashSet<>();

    /**
     * Reads a channel.
     *
     * @param directory the channels
     * @param channel the id of the channel
     * @param startInclusive the first day
     * @param endExclusive the day after the last
     * @throws IllegalArgumentException if there is no such channel, or there are no days
     */
    public DayPatterns(Directory directory, String channel, LocalDate startInclusive, LocalDate endExclusive) {
        if (!startInclusive.isBefore(endExclusive)) {
            throw new IllegalArgumentException(
                    "The days from %s until %s are none.".formatted(startInclusive, endExclusive));
        }
        this.directory = directory;
        this.channel = channel;
        this.zone = directory.municipality().zone();
        restsOn(directory
                .channel(channel)
                .orElseThrow(() -> new IllegalArgumentException("There is no channel %s; expected one of %s."
                        .formatted(
                                channel,
                                directory.channels().stream()
                                        .map(ContactChannel::id)
                                        .toList()))));
        for (LocalDate date = startInclusive; date.isBefore(endExclusive); date = date.plusDays(1)) {
            Map<DayOfWeek, List<Span>> week = week(date);
            Stretch before = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (before != null && before.week().equals(week)) {
                stretches.set(stretches.size() - 1, new Stretch(before.first(), date, week));
            } else {
                stretches.add(new Stretch(date, date, week));
            }
        }
        for (LocalDate date = startInclusive; date.isBefore(endExclusive); date = date.plusDays(1)) {
            spans.addAll(spans(directory, date, zone));
        }
        for (LocalDate date = startInclusive; date.isBefore(endExclusive); ) {
            Optional<Deviation> found = deviation(date);
            found.map(this::followed).ifPresent(deviations::add);
            date = found.isEmpty()
                    ? date.plusDays(1)
                    : deviations.get(deviations.size() - 1).last().plusDays(1);
        }
    }

    private void restsOn(ContactChannel found) {
        if (restsOn.putIfAbsent(found.id(), found) == null) {
            found.via().flatMap(directory::channel).ifPresent(this::restsOn);
            if (found.availability() instanceof Availability.Outside outside) {
                directory.channel(outside.channel()).ifPresent(this::restsOn);
            }
        }
    }

    /**
     * Days in a row whose weeks are alike, in order; together they are the days asked for.
     *
     * @return the stretches
     */
    public List<Stretch> stretches() {
        return List.copyOf(stretches);
    }

    /**
     * The days that differ from their week, in order; each whole, even where it reaches out of the days asked for.
     *
     * @return the deviations
     */
    public List<Deviation> deviations() {
        return List.copyOf(deviations);
    }

    /**
     * The open and unknown stretches that occur on the days asked for, each once; the week may have others.
     *
     * @return the stretches of a day
     */
    public Set<Span> spans() {
        return Collections.unmodifiableSet(spans);
    }

    /**
     * Whether the week is all there is: no rule of the channel, and of none that it rests on, speaks for other days.
     *
     * @return true if it is
     */
    public boolean isWeekly() {
        return restsOn.values().stream()
                .map(ContactChannel::availability)
                .allMatch(availability -> !(availability instanceof OpeningHours hours)
                        || (hours.dates().isEmpty()
                                && hours.movable().isEmpty()
                                && hours.dayClasses().isEmpty()
                                && hours.seasons().isEmpty()));
    }

    // The week

    private Map<DayOfWeek, List<Span>> week(LocalDate date) {
        List<Integer> season = new ArrayList<>();
        for (ContactChannel each : restsOn.values()) {
            season.add(each.availability() instanceof OpeningHours hours ? season(hours, date) : -1);
        }
        return weeks.computeIfAbsent(season, key -> weekIn(date));
    }

    private static int season(OpeningHours hours, LocalDate date) {
        for (int i = 0; i < hours.seasons().size(); i++) {
            if (hours.seasons().get(i).includes(date)) {
                return i;
            }
        }
        return -1;
    }

    /** A week of the channels with these hours alone, where no clock is ever changed. */
    private Map<DayOfWeek, List<Span>> weekIn(LocalDate date) {
        List<ContactChannel> plain = new ArrayList<>();
        for (ContactChannel each : restsOn.values()) {
            ContactChannel alone = each.withFallback(List.of());
            plain.add(
                    each.availability() instanceof OpeningHours hours
                            ? alone.withAvailability(weekly(hours, date))
                            : alone);
        }
        Municipality municipality = directory.municipality();
        Directory weekly = Directory.of(
                new Municipality(municipality.code(), municipality.name(), ZoneOffset.UTC),
                directory.calendar(),
                plain);
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, spans(weekly, MONDAY.with(day), ZoneOffset.UTC));
        }
        return week;
    }

    private static OpeningHours weekly(OpeningHours hours, LocalDate date) {
        int season = season(hours, date);
        List<OpeningHours.Week> rules = new ArrayList<>(
                season < 0 ? List.of() : hours.seasons().get(season).week());
        rules.addAll(hours.week());
        Map<DayOfWeek, DayHours> byDay = new EnumMap<>(DayOfWeek.class);
        for (OpeningHours.Week rule : rules) {
            rule.days().forEach(day -> byDay.putIfAbsent(day, rule.hours()));
        }
        List<OpeningHours.Week> week = new ArrayList<>();
        byDay.forEach((day, found) -> week.add(new OpeningHours.Week(Set.of(day), found)));
        return OpeningHours.weekly(week);
    }

    // Days that differ from it

    private Optional<Deviation> deviation(LocalDate date) {
        List<Span> spans = spans(directory, date, zone);
        List<Span> usual = requireNonNull(week(date).get(date.getDayOfWeek()));
        return !exists(date) || spans.equals(usual)
                ? Optional.empty()
                : Optional.of(new Deviation(date, date, spans, reason(date, spans, usual)));
    }

    /** Whether the zone has the day: where the date line was moved, one is missing. */
    private boolean exists(LocalDate date) {
        return WallClock.startOf(date, zone).isBefore(WallClock.startOf(date.plusDays(1), zone));
    }

    private Deviation followed(Deviation day) {
        LocalDate first = day.first();
        LocalDate last = day.last();
        while (first.isAfter(day.first().minusDays(FOLLOWED)) && isLike(day, first.minusDays(1))) {
            first = first.minusDays(1);
        }
        while (last.isBefore(day.last().plusDays(FOLLOWED)) && isLike(day, last.plusDays(1))) {
            last = last.plusDays(1);
        }
        return new Deviation(first, last, day.spans(), day.reason());
    }

    private boolean isLike(Deviation day, LocalDate date) {
        return deviation(date)
                .filter(other ->
                        other.spans().equals(day.spans()) && other.reason().equals(day.reason()))
                .isPresent();
    }

    /**
     * What decided the first hours that differ by another rule than that of the week; else what decided the day before,
     * whose night they may be.
     */
    private LocalizedText reason(LocalDate date, List<Span> spans, List<Span> usual) {
        List<ChannelReason> plain = null;
        for (Segment segment : directory.hours(channel, day(date, zone))) {
            if (differ(segment, date, spans, usual)) {
                if (!isOfTheWeek(segment.because())) {
                    return words("", "", segment.because());
                }
                plain = plain == null ? segment.because() : plain;
            }
        }
        List<ChannelReason> before =
                directory.becauseAt(channel, WallClock.startOf(date, zone).minusSeconds(1));
        if (!isOfTheWeek(before)) {
            return words("natten hör till dagen före: ", "the night belongs to the day before: ", before);
        }
        Interval day = day(date, zone);
        if (!zone.getRules().getOffset(day.getStart()).equals(zone.getRules().getOffset(day.getEnd()))) {
            return LocalizedText.of("klockan ställs om", "the clocks change");
        }
        return words("", "", plain == null ? before : plain);
    }

    private boolean differ(Segment segment, LocalDate date, List<Span> spans, List<Span> usual) {
        int from = minute(segment.interval().getStart(), zone);
        int until = segment.interval().getEnd().equals(day(date, zone).getEnd())
                ? 1440
                : minute(segment.interval().getEnd(), zone);
        for (int minute = from; minute < until; minute++) {
            if (!at(spans, minute).equals(at(usual, minute))) {
                return true;
            }
        }
        return false;
    }

    private static List<Object> at(List<Span> spans, int minute) {
        for (Span span : spans) {
            if (span.times().startMinute() <= minute && minute < span.times().endMinute()) {
                return List.of(span.state(), span.wording());
            }
        }
        return List.of();
    }

    private static boolean isOfTheWeek(List<ChannelReason> because) {
        return switch (innermost(because).kind()) {
            case WEEK, SEASON, NO_RULE -> true;
            default -> false;
        };
    }

    private static ChannelReason innermost(List<ChannelReason> because) {
        return because.get(because.size() - 1);
    }

    private static LocalizedText words(String swedish, String english, List<ChannelReason> because) {
        return LocalizedText.of(
                swedish + ChannelReason.text(because, SWEDISH), english + ChannelReason.text(because, Locale.ENGLISH));
    }

    // A day

    private static Interval day(LocalDate date, ZoneId zone) {
        return Interval.of(WallClock.startOf(date, zone), WallClock.startOf(date.plusDays(1), zone));
    }

    /** Open and unknown stretches as the wall clock shows them, touching ones that say the same joined. */
    private List<Span> spans(Directory from, LocalDate date, ZoneId clock) {
        Interval day = day(date, clock);
        if (day.isEmpty()) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        for (Segment segment : from.hours(channel, day)) {
            if (segment.state() == OpenState.CLOSED) {
                continue;
            }
            int start = minute(segment.interval().getStart(), clock);
            int end = segment.interval().getEnd().equals(day.getEnd())
                    ? 1440
                    : minute(segment.interval().getEnd(), clock);
            Optional<LocalizedText> words = segment.state() == OpenState.UNKNOWN
                    ? Optional.ofNullable(wording(from, segment.because(), date))
                    : Optional.empty();
            Span before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (before != null
                    && before.times().endMinute() == start
                    && before.times().startMinute() < end
                    && before.state() == segment.state()
                    && before.wording().equals(words)) {
                spans.set(
                        spans.size() - 1,
                        new Span(new DaySpan(before.times().startMinute(), end), segment.state(), words));
            } else if (start < end) {
                spans.add(new Span(new DaySpan(start, end), segment.state(), words));
            }
        }
        return List.copyOf(spans);
    }

    /**
     * The published words of the rule that leaves hours open: that of the day, or of the one before, whose night it is.
     */
    private static @Nullable LocalizedText wording(Directory from, List<ChannelReason> because, LocalDate date) {
        ChannelReason inner = innermost(because);
        if (inner.kind() == ChannelReason.Kind.BEYOND_CALENDAR) {
            return inner.words();
        }
        Availability availability =
                from.channel(inner.channel()).map(ContactChannel::availability).orElse(null);
        if (!(availability instanceof OpeningHours hours)) {
            return null;
        }
        DayHours today = hours.on(date, from.calendar());
        return today.unknown().isEmpty()
                ? hours.on(date.minusDays(1), from.calendar()).note().orElse(null)
                : today.note().orElse(null);
    }

    private static int minute(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalTime().toSecondOfDay() / 60;
    }
}
