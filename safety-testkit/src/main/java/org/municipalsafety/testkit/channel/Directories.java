/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.channel;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.endpoint.GeographicNumber;
import org.municipalsafety.core.endpoint.Modality;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.MovableDay;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.testkit.time.Zones;
import org.threeten.extra.Interval;

/**
 * Directories of contact channels for generated tests.
 *
 * <p>Hours begin and end where the clock changes, and rules speak for the days around: random ones would meet a change
 * in few tries. Other cases lie around a red day, an eve, a bridge day, or the first or last day of the calendar. What
 * fails shrinks towards one channel without rules in UTC.
 *
 * <pre>{@code
 * Arbitrary<DirectoryCase> cases = Directories.cases(); // in a method that jqwik is told to take values from
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 */
public final class Directories {

    private static final SwedishCalendar CALENDAR = SwedishCalendar.standard();

    private Directories() {}

    /**
     * Directories with up to four channels, and the six days around a change of the clock or a day of the calendar.
     *
     * @return the cases
     */
    public static Arbitrary<DirectoryCase> cases() {
        return aims().flatMap(aim -> directories(aim)
                        .map(directory -> new DirectoryCase(
                                directory,
                                Interval.of(
                                        aim.at().minus(Duration.ofDays(3)),
                                        aim.at().plus(Duration.ofDays(3))))))
                .withoutEdgeCases();
    }

    /** What hours are aimed at: changes of the clock, days of the calendar, and where it begins and ends. */
    private static Arbitrary<Zones.Moment> aims() {
        Arbitrary<Zones.Moment> days = Combinators.combine(Zones.zones(), Arbitraries.of(days()), ints(-1, 1))
                .as((zone, day, more) -> day(zone, day.plusDays(more)));
        Arbitrary<Zones.Moment> start = Zones.zones().map(zone -> day(zone, CALENDAR.firstDay()));
        Arbitrary<Zones.Moment> end =
                Zones.zones().map(zone -> day(zone, CALENDAR.lastDay().plusDays(1)));
        return Arbitraries.frequencyOf(
                Tuple.of(20, Zones.changes()), Tuple.of(4, days), Tuple.of(1, start), Tuple.of(1, end));
    }

    private static Zones.Moment day(ZoneId zone, LocalDate day) {
        return new Zones.Moment(zone, WallClock.startOf(day, zone), day.atStartOfDay());
    }

    /** Named days of four years. */
    private static List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() < 2028; day = day.plusDays(1)) {
            boolean named = CALENDAR.daysOn(day).stream()
                    .anyMatch(entry -> !entry.dayClass().equals(DayClass.RED_DAY));
            if (named) {
                days.add(day);
            }
        }
        return days;
    }

    // Directories

    private record Reference(int kind, int to, int hop) {}

    private static Arbitrary<Directory> directories(Zones.Moment aim) {
        Arbitrary<Reference> references =
                Combinators.combine(ints(0, 3), ints(0, 3), ints(-3, 3)).as(Reference::new);
        Arbitrary<Audience> audiences = Arbitraries.frequency(
                Tuple.of(4, Audience.PUBLIC),
                Tuple.of(1, Audience.AUTHORITIES),
                Tuple.of(1, Audience.STAFF),
                Tuple.of(1, Audience.DUTY));
        return Combinators.combine(
                        openingHours(aim.local()).list().ofMinSize(1).ofMaxSize(4),
                        references.list().ofSize(4),
                        audiences.list().ofSize(4))
                .as((hours, others, meantFor) -> {
                    List<ContactChannel> channels = new ArrayList<>();
                    for (int i = 0; i < hours.size(); i++) {
                        channels.add(channel(i, hours.get(i), others.get(i), meantFor.get(i), channels));
                    }
                    return Directory.of(
                            new Municipality("0581", LocalizedText.of("Norrköping", "Norrköping"), aim.zone()),
                            CALENDAR,
                            channels);
                });
    }

    /** A channel refers to earlier ones only, and to none that fewer people may see. */
    private static ContactChannel channel(
            int number, OpeningHours hours, Reference reference, Audience audience, List<ContactChannel> earlier) {
        Availability availability = hours;
        if (reference.kind == 0
                && reference.to < number
                && audience.includes(earlier.get(reference.to).audience())) {
            availability = Availability.outside(earlier.get(reference.to).id());
        }
        boolean hop = reference.hop >= 0
                && reference.hop < number
                && audience.includes(earlier.get(reference.hop).audience());
        return new ContactChannel(
                "channel" + number,
                LocalizedText.of("Kanal " + number, "Channel " + number),
                audience,
                Modality.VOICE,
                new GeographicNumber("011-15 00 0" + number),
                List.of(),
                hop ? Optional.of(earlier.get(reference.hop).id()) : Optional.empty(),
                availability,
                List.of());
    }

    // Hours

    /**
     * Opening hours of all kinds of rules, aimed at a local time: spans begin and end there, rules speak for the days
     * around.
     *
     * @param aim the local time
     * @return the hours
     */
    public static Arbitrary<OpeningHours> openingHours(LocalDateTime aim) {
        LocalDate day = aim.toLocalDate();
        Arbitrary<DayHours> hours = dayHours(aim.toLocalTime());
        return Combinators.combine(
                        weeks(hours), dayClasses(hours), movables(day, hours), dates(day, hours), seasons(day, hours))
                .as(OpeningHours::new)
                .withoutEdgeCases();
    }

    /**
     * The hours of a day: up to five stretches, open, unknown or closed between, that may touch and may run past
     * midnight, to 48:00.
     *
     * @param aim a time at which they often begin or end
     * @return the hours
     */
    public static Arbitrary<DayHours> dayHours(LocalTime aim) {
        int aimed = aim.getHour() * 60 + aim.getMinute();
        Arbitrary<Integer> cuts = Arbitraries.frequencyOf(
                Tuple.of(2, ints(0, 191).map(quarter -> quarter * 15)),
                Tuple.of(3, Arbitraries.of(aimed, aimed + 1440)),
                Tuple.of(1, Arbitraries.of(0, 1440, 2880)),
                Tuple.of(1, ints(0, 2880)));
        Arbitrary<Integer> kinds = Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(1, 1), Tuple.of(2, 2));
        return Combinators.combine(
                        cuts.set().ofMaxSize(6).map(TreeSet::new), kinds.list().ofSize(5))
                .as((at, states) -> {
                    List<Integer> minutes = List.copyOf(at);
                    List<DaySpan> open = new ArrayList<>();
                    List<DaySpan> unknown = new ArrayList<>();
                    for (int i = 0; i + 1 < minutes.size() && minutes.get(i) < 1440; i++) {
                        DaySpan span = new DaySpan(minutes.get(i), minutes.get(i + 1));
                        if (states.get(i) < 2) {
                            (states.get(i) == 0 ? open : unknown).add(span);
                        }
                    }
                    return new DayHours(open, unknown, Optional.empty());
                });
    }

    /** Each day of the week belongs to one of three rules or to none. */
    private static Arbitrary<List<OpeningHours.Week>> weeks(Arbitrary<DayHours> hours) {
        return Combinators.combine(ints(0, 3).list().ofSize(7), hours.list().ofSize(3))
                .as((rules, found) -> {
                    List<OpeningHours.Week> week = new ArrayList<>();
                    for (int rule = 0; rule < 3; rule++) {
                        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
                        for (DayOfWeek day : DayOfWeek.values()) {
                            if (rules.get(day.getValue() - 1) == rule) {
                                days.add(day);
                            }
                        }
                        if (!days.isEmpty()) {
                            week.add(new OpeningHours.Week(days, found.get(rule)));
                        }
                    }
                    return week;
                });
    }

    private static Arbitrary<List<OpeningHours.OnDayClass>> dayClasses(Arbitrary<DayHours> hours) {
        return Combinators.combine(
                        Arbitraries.of(List.copyOf(CALENDAR.dayClasses().keySet()))
                                .list()
                                .ofMaxSize(3)
                                .map(LinkedHashSet::new),
                        hours.list().ofSize(3))
                .as((classes, found) -> {
                    List<OpeningHours.OnDayClass> rules = new ArrayList<>();
                    classes.forEach(
                            dayClass -> rules.add(new OpeningHours.OnDayClass(dayClass, found.get(rules.size()))));
                    return rules;
                });
    }

    private static Arbitrary<List<OpeningHours.OnMovable>> movables(LocalDate day, Arbitrary<DayHours> hours) {
        Arbitrary<MovableDay> days = Combinators.combine(ints(-2, 2), ints(0, 4), ints(0, 1))
                .as((more, kind, side) -> {
                    LocalDate date = day.plusDays(more);
                    return switch (kind) {
                        case 0 -> new MovableDay.Yearly(MonthDay.of(date.getMonth(), date.getDayOfMonth()));
                        case 1 -> named(date, side);
                        case 2 -> fromEaster(date);
                        case 3 ->
                            new MovableDay.Weekday(
                                    side == 0
                                            ? (date.getDayOfMonth() + 6) / 7
                                            : -((date.lengthOfMonth() - date.getDayOfMonth()) / 7 + 1),
                                    date.getDayOfWeek(),
                                    side == 0 ? Optional.empty() : Optional.of(date.getMonth()));
                        default -> {
                            int week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                            yield new MovableDay.Weeks(
                                    Math.max(1, week - 2 * side), week, 1 + side, EnumSet.of(date.getDayOfWeek()));
                        }
                    };
                });
        return Combinators.combine(
                        days.list().ofMaxSize(2).map(LinkedHashSet::new),
                        hours.list().ofSize(2))
                .as((falling, found) -> {
                    List<OpeningHours.OnMovable> rules = new ArrayList<>();
                    falling.forEach(each -> rules.add(new OpeningHours.OnMovable(each, found.get(rules.size()))));
                    return rules;
                });
    }

    /** A named day on the date if there is one, else any. */
    private static MovableDay named(LocalDate date, int which) {
        var entries = CALENDAR.daysOn(date);
        return new MovableDay.Named(
                entries.isEmpty()
                        ? List.copyOf(CALENDAR.dayIds().keySet()).get(which)
                        : entries.get(which % entries.size()).id());
    }

    private static MovableDay fromEaster(LocalDate date) {
        long distance = ChronoUnit.DAYS.between(SwedishCalendar.easter(date.getYear()), date);
        return new MovableDay.FromEaster((int) Math.max(-80, Math.min(250, distance)));
    }

    /** Each of the nine days around has an exception or none; equal neighbours are one of several days. */
    private static Arbitrary<List<OpeningHours.OnDates>> dates(LocalDate day, Arbitrary<DayHours> hours) {
        Arbitrary<Integer> choice = Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(1, 1), Tuple.of(1, 2));
        return Combinators.combine(choice.list().ofSize(9), hours.list().ofSize(2))
                .as((choices, found) -> {
                    List<OpeningHours.OnDates> rules = new ArrayList<>();
                    for (int i = 0; i < 9; ) {
                        int end = i + 1;
                        while (end < 9 && choices.get(end).equals(choices.get(i))) {
                            end++;
                        }
                        if (choices.get(i) > 0) {
                            rules.add(new OpeningHours.OnDates(
                                    day.plusDays(i - 4L), day.plusDays(end - 5L), found.get(choices.get(i) - 1)));
                        }
                        i = end;
                    }
                    return rules;
                });
    }

    /** None, one that ends near the day, or two that fill the year; one of them runs over New Year then. */
    private static Arbitrary<List<OpeningHours.Season>> seasons(LocalDate day, Arbitrary<DayHours> hours) {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(2, 0), Tuple.of(1, 1), Tuple.of(1, 2)),
                        ints(-2, 2),
                        ints(1, 200),
                        weeks(hours),
                        weeks(hours))
                .as((count, more, length, first, second) -> {
                    LocalDate last = day.plusDays(more);
                    LocalDate start = last.minusDays(length);
                    List<OpeningHours.Season> seasons = new ArrayList<>();
                    if (count > 0) {
                        seasons.add(season(start, last, first));
                    }
                    if (count > 1) {
                        seasons.add(season(last.plusDays(1), start.minusDays(1), second));
                    }
                    return seasons;
                });
    }

    private static OpeningHours.Season season(LocalDate first, LocalDate last, List<OpeningHours.Week> week) {
        return new OpeningHours.Season(
                MonthDay.of(first.getMonth(), first.getDayOfMonth()),
                MonthDay.of(last.getMonth(), last.getDayOfMonth()),
                week);
    }

    // Instants

    /**
     * Instants of an interval: half of them at a boundary of some channel's hours, up to a second before or after it.
     *
     * @param directory whose hours
     * @param within the interval
     * @return the instants
     */
    public static Arbitrary<Instant> instants(Directory directory, Interval within) {
        List<Instant> edges = List.copyOf(new PlainDirectory().edges(directory, within));
        Arbitrary<Instant> near = Combinators.combine(
                        Arbitraries.of(edges), Arbitraries.of(0L, -1L, 1L, -1_000_000_000L, 1_000_000_000L))
                .as(Instant::plusNanos);
        Arbitrary<Instant> anywhere = Arbitraries.longs()
                .between(0, within.toDuration().toSeconds())
                .withoutEdgeCases()
                .map(within.getStart()::plusSeconds);
        return Arbitraries.oneOf(near, anywhere).filter(within::contains);
    }

    /**
     * The change of the clock that lies within a case, if one does.
     *
     * @param given the case
     * @return the first change
     */
    public static Optional<ZoneOffsetTransition> change(DirectoryCase given) {
        ZoneOffsetTransition next = given.directory()
                .municipality()
                .zone()
                .getRules()
                .nextTransition(given.around().getStart());
        return next != null && given.around().contains(next.getInstant()) ? Optional.of(next) : Optional.empty();
    }

    private static Arbitrary<Integer> ints(int least, int most) {
        return Arbitraries.integers().between(least, most).withoutEdgeCases();
    }
}
