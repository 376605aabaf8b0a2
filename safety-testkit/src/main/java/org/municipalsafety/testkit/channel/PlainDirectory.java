/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.channel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.calendar.NamedDay;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.MovableDay;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.time.DaySpan;
import org.threeten.extra.Interval;

/**
 * Whether a channel is open, found in the plainest way: for an instant the days around it are taken one by one, each
 * rule is held against the date, local time is turned into instants by looking at the offsets that are valid, nothing
 * is compiled or remembered. Shares no code with the library but the rules' data and the calendar's days.
 *
 * <p>Its steps can be overridden, which makes answerers that are broken in one of them.
 */
class PlainDirectory implements Answerer {

    /** A rule that decides a day: its place within the availability, and the day's hours. */
    record Decision(String place, DayHours hours) {}

    // The steps

    /** Rule T2: the first instant whose local date-time is not before this one. */
    Instant instant(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? zone.getRules().getTransition(local).getInstant()
                : local.atOffset(offsets.get(0)).toInstant();
    }

    /** Rule C1: a span counts from the midnight of its day, to 48:00. */
    Interval stretch(DaySpan span, LocalDate day, ZoneId zone) {
        Instant start = instant(local(day, span.startMinute()), zone);
        Instant end = instant(local(day, span.endMinute()), zone);
        return Interval.of(start, end.isBefore(start) ? start : end);
    }

    static LocalDateTime local(LocalDate day, int minute) {
        return day.plusDays(minute / 1440).atTime(minute / 60 % 24, minute % 60);
    }

    /** Rule C2: the first that speaks for the day. */
    Decision decision(OpeningHours hours, LocalDate date, MunicipalCalendar calendar) {
        for (int i = 0; i < hours.dates().size(); i++) {
            OpeningHours.OnDates rule = hours.dates().get(i);
            if (!date.isBefore(rule.first()) && !date.isAfter(rule.last())) {
                return new Decision("/dates/" + i, rule.hours());
            }
        }
        boolean known = !date.isBefore(calendar.firstDay()) && !date.isAfter(calendar.lastDay());
        if (!known && needsACalendar(hours)) {
            return new Decision("", whoKnows(hours));
        }
        for (int i = 0; i < hours.movable().size(); i++) {
            if (falls(hours.movable().get(i).day(), date, calendar)) {
                return new Decision("/movable/" + i, hours.movable().get(i).hours());
            }
        }
        for (int i = 0; i < hours.dayClasses().size(); i++) {
            if (belongs(date, hours.dayClasses().get(i).dayClass(), calendar)) {
                return new Decision(
                        "/dayClasses/" + i, hours.dayClasses().get(i).hours());
            }
        }
        return weekly(hours, date);
    }

    /** Rule C4: a day that nobody knows may have any hours of the rules, to the end of the longest night. */
    private static DayHours whoKnows(OpeningHours hours) {
        List<DayHours> possible = new ArrayList<>();
        hours.movable().forEach(rule -> possible.add(rule.hours()));
        hours.dayClasses().forEach(rule -> possible.add(rule.hours()));
        hours.seasons().forEach(season -> season.week().forEach(rule -> possible.add(rule.hours())));
        hours.week().forEach(rule -> possible.add(rule.hours()));
        int end = possible.stream()
                .flatMap(each -> Stream.concat(each.open().stream(), each.unknown().stream()))
                .mapToInt(DaySpan::endMinute)
                .filter(minute -> minute > 1440)
                .max()
                .orElse(1440);
        return new DayHours(List.of(), List.of(new DaySpan(0, end)), Optional.empty());
    }

    Decision weekly(OpeningHours hours, LocalDate date) {
        for (int i = 0; i < hours.seasons().size(); i++) {
            List<OpeningHours.Week> week = hours.seasons().get(i).week();
            for (int j = 0; j < week.size(); j++) {
                if (inSeason(hours.seasons().get(i), date) && week.get(j).days().contains(date.getDayOfWeek())) {
                    return new Decision(
                            "/seasons/" + i + "/week/" + j, week.get(j).hours());
                }
            }
        }
        for (int i = 0; i < hours.week().size(); i++) {
            if (hours.week().get(i).days().contains(date.getDayOfWeek())) {
                return new Decision("/week/" + i, hours.week().get(i).hours());
            }
        }
        return new Decision("", DayHours.CLOSED);
    }

    boolean belongs(LocalDate date, DayClass dayClass, MunicipalCalendar calendar) {
        for (NamedDay day : calendar.daysOn(date)) {
            if (day.dayClass().equals(dayClass)) {
                return true;
            }
        }
        return false;
    }

    boolean inSeason(OpeningHours.Season season, LocalDate date) {
        int first = number(season.first());
        int last = number(season.last());
        int day = date.getMonthValue() * 100 + date.getDayOfMonth();
        return first <= last ? first <= day && day <= last : first <= day || day <= last;
    }

    private static int number(MonthDay day) {
        return day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    private static boolean falls(MovableDay day, LocalDate date, MunicipalCalendar calendar) {
        if (day instanceof MovableDay.Named named) {
            return calendar.daysOn(date).stream().anyMatch(entry -> entry.id().equals(named.id()));
        }
        if (day instanceof MovableDay.FromEaster distance) {
            return ChronoUnit.DAYS.between(easter(date.getYear()), date) == distance.days();
        }
        if (day instanceof MovableDay.Weekday weekday) {
            if (date.getDayOfWeek() != weekday.weekday()
                    || weekday.month().filter(month -> month != date.getMonth()).isPresent()) {
                return false;
            }
            int weeks = Math.abs(weekday.nth());
            LocalDate inwards = weekday.nth() > 0 ? date.minusWeeks(weeks - 1L) : date.plusWeeks(weeks - 1L);
            LocalDate beyond = weekday.nth() > 0 ? date.minusWeeks(weeks) : date.plusWeeks(weeks);
            return inwards.getMonth() == date.getMonth() && beyond.getMonth() != date.getMonth();
        }
        if (day instanceof MovableDay.Yearly yearly) {
            return number(yearly.date()) == date.getMonthValue() * 100 + date.getDayOfMonth();
        }
        if (day instanceof MovableDay.Weeks weeks) {
            // A week belongs to the year of its Thursday, and is counted by the Thursdays before it.
            LocalDate thursday = date.plusDays(
                    DayOfWeek.THURSDAY.getValue() - (long) date.getDayOfWeek().getValue());
            int week = (thursday.getDayOfYear() - 1) / 7 + 1;
            return weeks.first() <= week
                    && week <= weeks.last()
                    && (week - weeks.first()) % weeks.every() == 0
                    && weeks.weekdays().contains(date.getDayOfWeek());
        }
        throw new IllegalArgumentException("The plain reading does not know the movable day " + day + ".");
    }

    /** Easter Sunday as Gauss counted it. */
    private static LocalDate easter(int year) {
        int k = year / 100;
        int m = (15 + k - k / 4 - (13 + 8 * k) / 25) % 30;
        int n = (4 + k - k / 4) % 7;
        int d = (19 * (year % 19) + m) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
        int day = 22 + d + e;
        if (e == 6 && (d == 29 || (d == 28 && (11 * m + 11) % 30 < 19))) {
            day -= 7;
        }
        return LocalDate.of(year, 3, 1).plusDays(day - 1L);
    }

    /** Open beats unknown, unknown beats closed: of the spans that hold the instant. */
    private OpenState byRules(Directory directory, OpeningHours hours, Instant at) {
        ZoneId zone = zone(directory);
        OpenState state = OpenState.CLOSED;
        LocalDate today = LocalDate.ofInstant(at, zone);
        for (LocalDate day = today.minusDays(3); !day.isAfter(today.plusDays(1)); day = day.plusDays(1)) {
            DayHours decided = decision(hours, day, directory.calendar()).hours();
            for (DaySpan span : decided.open()) {
                if (holds(stretch(span, day, zone), at)) {
                    return OpenState.OPEN;
                }
            }
            for (DaySpan span : decided.unknown()) {
                if (holds(stretch(span, day, zone), at)) {
                    state = OpenState.UNKNOWN;
                }
            }
        }
        return state;
    }

    boolean holds(Interval stretch, Instant at) {
        return !at.isBefore(stretch.getStart()) && at.isBefore(stretch.getEnd());
    }

    OpenState outside(OpenState other) {
        return other == OpenState.UNKNOWN
                ? OpenState.UNKNOWN
                : other == OpenState.OPEN ? OpenState.CLOSED : OpenState.OPEN;
    }

    /** What is closed by itself is closed; else the one that answers first has to be open. */
    OpenState via(OpenState own, OpenState first) {
        return own == OpenState.CLOSED ? OpenState.CLOSED : first == OpenState.OPEN ? own : first;
    }

    /** Rule C4: outside the calendar's days nothing is known of hours that ask it what a day is, here or further on. */
    private static boolean asksTheCalendar(Directory directory, ContactChannel channel) {
        if (channel.availability() instanceof Availability.Outside other) {
            if (asksTheCalendar(directory, directory.channel(other.channel()).orElseThrow())) {
                return true;
            }
        } else {
            if (needsACalendar((OpeningHours) channel.availability())) {
                return true;
            }
        }
        return channel.via().isPresent()
                && asksTheCalendar(
                        directory, directory.channel(channel.via().get()).orElseThrow());
    }

    private static boolean needsACalendar(OpeningHours hours) {
        return !hours.dayClasses().isEmpty()
                || hours.movable().stream().anyMatch(rule -> rule.day() instanceof MovableDay.Named);
    }

    // The answers

    @Override
    public OpenState stateAt(Directory directory, String channel, Instant at) {
        ContactChannel found = directory.channel(channel).orElseThrow();
        if ((at.isBefore(first(directory)) || !at.isBefore(end(directory))) && asksTheCalendar(directory, found)) {
            return OpenState.UNKNOWN;
        }
        Availability availability = found.availability();
        OpenState own = availability instanceof Availability.Outside other
                ? outside(stateAt(directory, other.channel(), at))
                : byRules(directory, (OpeningHours) availability, at);
        return found.via().isEmpty()
                ? own
                : via(own, stateAt(directory, found.via().get(), at));
    }

    @Override
    public List<Slot> hours(Directory directory, String channel, Interval interval) {
        List<Slot> slots = new ArrayList<>();
        List<Instant> edges = List.copyOf(edges(directory, interval));
        int from = 0;
        OpenState state = stateAt(directory, channel, edges.get(0));
        for (int i = 1; i < edges.size(); i++) {
            OpenState next = stateAt(directory, channel, edges.get(i));
            if (next != state) {
                slots.add(new Slot(Interval.of(edges.get(from), edges.get(i)), state, state));
                from = i;
                state = next;
            }
        }
        slots.add(new Slot(Interval.of(edges.get(from), interval.getEnd()), state, state));
        return slots;
    }

    @Override
    public Optional<Instant> nextChange(Directory directory, String channel, Instant after, Instant limit) {
        List<Slot> slots = hours(directory, channel, Interval.of(after, limit));
        return slots.size() < 2
                ? Optional.empty()
                : Optional.of(slots.get(1).interval().getStart());
    }

    @Override
    public Finding certify(Directory directory, Collection<String> channels, Interval interval) {
        List<Interval> gaps = new ArrayList<>();
        List<Interval> unknowns = new ArrayList<>();
        int fewest = Integer.MAX_VALUE;
        List<Instant> edges = List.copyOf(edges(directory, interval));
        for (int i = 0; i < edges.size(); i++) {
            int open = 0;
            int unknown = 0;
            for (String channel : channels) {
                OpenState state = stateAt(directory, channel, edges.get(i));
                open += state == OpenState.OPEN ? 1 : 0;
                unknown += state == OpenState.UNKNOWN ? 1 : 0;
            }
            fewest = Math.min(fewest, open);
            if (open == 0) {
                Instant end = i + 1 == edges.size() ? interval.getEnd() : edges.get(i + 1);
                append(unknown == 0 ? gaps : unknowns, Interval.of(edges.get(i), end));
            }
        }
        return new Finding(gaps, unknowns, fewest);
    }

    private static void append(List<Interval> stretches, Interval next) {
        int last = stretches.size() - 1;
        if (last >= 0 && stretches.get(last).getEnd().equals(next.getStart())) {
            stretches.set(last, Interval.of(stretches.get(last).getStart(), next.getEnd()));
        } else {
            stretches.add(next);
        }
    }

    @Override
    public List<String> shown(Directory directory, Audience audience, Instant at) {
        List<String> shown = new ArrayList<>();
        for (OpenState state : List.of(OpenState.OPEN, OpenState.UNKNOWN, OpenState.CLOSED)) {
            for (ContactChannel channel : directory.channels()) {
                if (channel.audience().compareTo(audience) <= 0 && stateAt(directory, channel.id(), at) == state) {
                    shown.add(channel.id());
                }
            }
        }
        return shown;
    }

    // Where a state can change

    /**
     * The interval's start and, within it, every start and end of a span of any channel: no state changes elsewhere.
     */
    NavigableSet<Instant> edges(Directory directory, Interval interval) {
        TreeSet<Instant> edges = new TreeSet<>(List.of(interval.getStart(), first(directory), end(directory)));
        ZoneId zone = zone(directory);
        LocalDate last = LocalDate.ofInstant(interval.getEnd(), zone).plusDays(1);
        for (ContactChannel channel : directory.channels()) {
            if (channel.availability() instanceof OpeningHours hours) {
                LocalDate day = LocalDate.ofInstant(interval.getStart(), zone).minusDays(3);
                for (; !day.isAfter(last); day = day.plusDays(1)) {
                    DayHours decided =
                            decision(hours, day, directory.calendar()).hours();
                    List<DaySpan> spans = new ArrayList<>(decided.open());
                    spans.addAll(decided.unknown());
                    for (DaySpan span : spans) {
                        Interval stretch = stretch(span, day, zone);
                        edges.add(stretch.getStart());
                        edges.add(stretch.getEnd());
                    }
                }
            }
        }
        edges.removeIf(edge -> !interval.contains(edge));
        return edges;
    }

    private Instant first(Directory directory) {
        return instant(directory.calendar().firstDay().atStartOfDay(), zone(directory));
    }

    private Instant end(Directory directory) {
        return instant(directory.calendar().lastDay().plusDays(1).atStartOfDay(), zone(directory));
    }

    private static ZoneId zone(Directory directory) {
        return directory.municipality().zone();
    }
}
