/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.calendar.NamedDay;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.time.DaySpan;
import org.threeten.extra.Interval;

/** Answerers broken on purpose: the laws catch each of them, and do not complain of one that is whole. */
class BrokenAnswerersTest {

    @Example
    void theLawsCatchEachOfThem() {
        Map<String, Answerer> free = broken();
        assertThat(free).hasSizeGreaterThanOrEqualTo(20);
        // To take each rule out is the longest law: only those come to it whom no other catches.
        Map<String, DirectoryLaws.Law> laws = DirectoryLaws.all();
        assertThat(laws.remove("C5_withoutARuleThatMattersTheFindingChanges")).isNotNull();
        hunt(free, laws.values(), 600);
        hunt(free, DirectoryLaws.all().values(), 3_000);
        assertThat(free.keySet()).as("not caught").isEmpty();
    }

    /** Whoever breaks a law is caught by the first one that complains; the others are not asked. */
    private static void hunt(Map<String, Answerer> free, Collection<DirectoryLaws.Law> laws, int cases) {
        Directories.cases()
                .sampleStream()
                .limit(cases)
                .takeWhile(given -> !free.isEmpty())
                .forEach(given -> free.values()
                        .removeIf(broken -> laws.stream()
                                .anyMatch(law -> !law.check(broken, given).isEmpty())));
    }

    /** Else the ones above might be caught for being made of the plain reading. */
    @Example
    void anAnswererMadeLikeThemButWholeIsLetThrough() {
        Answerer whole = new PlainDirectory() {};
        Directories.cases()
                .sampleStream()
                .limit(30)
                .forEach(given -> assertThat(DirectoryLaws.check(whole, given)).isEmpty());
    }

    private static Map<String, Answerer> broken() {
        Map<String, Answerer> all = new LinkedHashMap<>();
        time(all);
        rules(all);
        others(all);
        answers(all);
        return all;
    }

    // Time

    private static void time(Map<String, Answerer> all) {
        all.put("a span ends a minute early", new PlainDirectory() {
            @Override
            Interval stretch(DaySpan span, LocalDate day, ZoneId zone) {
                Interval right = super.stretch(span, day, zone);
                Instant end = right.getEnd().minusSeconds(60);
                return end.isBefore(right.getStart()) ? right : Interval.of(right.getStart(), end);
            }
        });
        all.put("a span holds its end", new PlainDirectory() {
            @Override
            boolean holds(Interval stretch, Instant at) {
                return !at.isBefore(stretch.getStart()) && !at.isAfter(stretch.getEnd()) && !stretch.isEmpty();
            }
        });
        all.put("the tail after midnight is lost", new PlainDirectory() {
            @Override
            Interval stretch(DaySpan span, LocalDate day, ZoneId zone) {
                return super.stretch(new DaySpan(span.startMinute(), Math.min(1440, span.endMinute())), day, zone);
            }
        });
        all.put("the zone is ignored", new PlainDirectory() {
            @Override
            Instant instant(LocalDateTime local, ZoneId zone) {
                return local.toInstant(ZoneOffset.UTC);
            }
        });
        all.put("a time in a gap is shifted, as java.time does", new PlainDirectory() {
            @Override
            Instant instant(LocalDateTime local, ZoneId zone) {
                return local.atZone(zone).toInstant();
            }
        });
        all.put("the hour that comes twice is counted from its second time", new PlainDirectory() {
            @Override
            Instant instant(LocalDateTime local, ZoneId zone) {
                List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
                return offsets.size() < 2 ? super.instant(local, zone) : local.toInstant(offsets.get(1));
            }
        });
        all.put("a day is counted in elapsed minutes", new PlainDirectory() {
            @Override
            Interval stretch(DaySpan span, LocalDate day, ZoneId zone) {
                Instant midnight = instant(day.atStartOfDay(), zone);
                return Interval.of(
                        midnight.plus(Duration.ofMinutes(span.startMinute())),
                        midnight.plus(Duration.ofMinutes(span.endMinute())));
            }
        });
    }

    // Rules

    private static void rules(Map<String, Answerer> all) {
        all.put("an exception cuts the tail of the day before", new PlainDirectory() {
            @Override
            Decision decision(OpeningHours hours, LocalDate date, MunicipalCalendar calendar) {
                Decision today = super.decision(hours, date, calendar);
                boolean cut = super.decision(hours, date.plusDays(1), calendar)
                        .place()
                        .startsWith("/dates");
                return cut ? new Decision(today.place(), clipped(today.hours())) : today;
            }
        });
        all.put("day classes beat dated exceptions", new PlainDirectory() {
            @Override
            Decision decision(OpeningHours hours, LocalDate date, MunicipalCalendar calendar) {
                Decision byClass = super.decision(hours.withDates(List.of()).withMovable(List.of()), date, calendar);
                return byClass.place().startsWith("/dayClasses") ? byClass : super.decision(hours, date, calendar);
            }
        });
        all.put("day classes beat movable days", new PlainDirectory() {
            @Override
            Decision decision(OpeningHours hours, LocalDate date, MunicipalCalendar calendar) {
                Decision right = super.decision(hours, date, calendar);
                return right.place().startsWith("/movable")
                        ? super.decision(
                                hours.dayClasses().isEmpty() ? hours : hours.withMovable(List.of()), date, calendar)
                        : right;
            }
        });
        all.put("the class named last decides", new PlainDirectory() {
            @Override
            Decision decision(OpeningHours hours, LocalDate date, MunicipalCalendar calendar) {
                List<OpeningHours.OnDayClass> turned = new ArrayList<>(hours.dayClasses());
                Collections.reverse(turned);
                return super.decision(hours.withDayClasses(turned), date, calendar);
            }
        });
        all.put("an ordinary Sunday is no red day", new PlainDirectory() {
            @Override
            boolean belongs(LocalDate date, DayClass dayClass, MunicipalCalendar calendar) {
                return super.belongs(date, dayClass, calendar)
                        && calendar.daysOn(date).stream()
                                .noneMatch(day -> day.id().equals("sondag"));
            }
        });
        all.put("eves are red days", new PlainDirectory() {
            @Override
            boolean belongs(LocalDate date, DayClass dayClass, MunicipalCalendar calendar) {
                return super.belongs(date, dayClass, calendar)
                        || (dayClass.equals(DayClass.RED_DAY)
                                && calendar.daysOn(date).stream()
                                        .map(NamedDay::dayClass)
                                        .anyMatch(DayClass.DE_FACTO_HOLIDAY::equals));
            }
        });
        all.put("the night before the calendar's first day is that of the week", new PlainDirectory() {
            @Override
            Decision decision(OpeningHours hours, LocalDate date, MunicipalCalendar calendar) {
                return date.isBefore(calendar.firstDay()) ? weekly(hours, date) : super.decision(hours, date, calendar);
            }
        });
        all.put("the week beats the season", new PlainDirectory() {
            @Override
            Decision weekly(OpeningHours hours, LocalDate date) {
                Decision byWeek = super.weekly(hours.withSeasons(List.of()), date);
                return byWeek.place().isEmpty() ? super.weekly(hours, date) : byWeek;
            }
        });
        all.put("a season over New Year is empty", new PlainDirectory() {
            @Override
            boolean inSeason(OpeningHours.Season season, LocalDate date) {
                return !season.first().isAfter(season.last()) && super.inSeason(season, date);
            }
        });
        all.put("a day without a rule is open", new PlainDirectory() {
            @Override
            Decision weekly(OpeningHours hours, LocalDate date) {
                Decision right = super.weekly(hours, date);
                return right.place().isEmpty() ? new Decision("", DayHours.ALL_DAY) : right;
            }
        });
        all.put("unknown hours are open", new PlainDirectory() {
            @Override
            Decision decision(OpeningHours hours, LocalDate date, MunicipalCalendar calendar) {
                Decision right = super.decision(hours, date, calendar);
                List<DaySpan> open = new ArrayList<>(right.hours().open());
                open.addAll(right.hours().unknown());
                return new Decision(right.place(), new DayHours(open, List.of(), Optional.empty()));
            }
        });
        all.put("unknown hours are closed", new PlainDirectory() {
            @Override
            Decision decision(OpeningHours hours, LocalDate date, MunicipalCalendar calendar) {
                Decision right = super.decision(hours, date, calendar);
                return new Decision(right.place(), new DayHours(right.hours().open(), List.of(), Optional.empty()));
            }
        });
    }

    private static DayHours clipped(DayHours hours) {
        return new DayHours(clipped(hours.open()), clipped(hours.unknown()), Optional.empty());
    }

    private static List<DaySpan> clipped(List<DaySpan> spans) {
        return spans.stream()
                .map(span -> new DaySpan(span.startMinute(), Math.min(1440, span.endMinute())))
                .toList();
    }

    // Other channels

    private static void others(Map<String, Answerer> all) {
        all.put("the hop on the way is ignored", new PlainDirectory() {
            @Override
            OpenState via(OpenState own, OpenState first) {
                return own;
            }
        });
        all.put("an unknown hop is good enough", new PlainDirectory() {
            @Override
            OpenState via(OpenState own, OpenState first) {
                return first == OpenState.UNKNOWN ? own : super.via(own, first);
            }
        });
        all.put("outside unknown hours is open", new PlainDirectory() {
            @Override
            OpenState outside(OpenState other) {
                return other == OpenState.OPEN ? OpenState.CLOSED : OpenState.OPEN;
            }
        });
        all.put("the public sees what is meant for authorities", new PlainDirectory() {
            @Override
            public List<String> shown(Directory directory, Audience audience, Instant at) {
                return super.shown(directory, audience == Audience.PUBLIC ? Audience.AUTHORITIES : audience, at);
            }
        });
        all.put("channels are shown in the order of the document", new PlainDirectory() {
            @Override
            public List<String> shown(Directory directory, Audience audience, Instant at) {
                return directory.view(audience).channels().stream()
                        .map(ContactChannel::id)
                        .toList();
            }
        });
    }

    // Answers

    private static void answers(Map<String, Answerer> all) {
        all.put("a second without an answer at each change", new PlainDirectory() {
            @Override
            public List<Slot> hours(Directory directory, String channel, Interval interval) {
                return super.hours(directory, channel, interval).stream()
                        .map(slot -> slot.interval().toDuration().toSeconds() > 1
                                ? new Slot(
                                        Interval.of(
                                                slot.interval().getStart(),
                                                slot.interval().getEnd().minusSeconds(1)),
                                        slot.state(),
                                        slot.ground())
                                : slot)
                        .toList();
            }
        });
        all.put("neighbours are not joined", new PlainDirectory() {
            @Override
            public List<Slot> hours(Directory directory, String channel, Interval interval) {
                List<Slot> split = new ArrayList<>();
                for (Slot slot : super.hours(directory, channel, interval)) {
                    Instant middle = slot.interval()
                            .getStart()
                            .plus(slot.interval().toDuration().dividedBy(2));
                    split.add(new Slot(Interval.of(slot.interval().getStart(), middle), slot.state(), slot.ground()));
                    split.add(new Slot(Interval.of(middle, slot.interval().getEnd()), slot.state(), slot.ground()));
                }
                return split;
            }
        });
        all.put("states are those of the minute before", new PlainDirectory() {
            @Override
            public OpenState stateAt(Directory directory, String channel, Instant at) {
                return new PlainDirectory().stateAt(directory, channel, at.minusSeconds(60));
            }

            @Override
            public List<Slot> hours(Directory directory, String channel, Interval interval) {
                return new PlainDirectory().hours(directory, channel, interval);
            }
        });
        all.put("the next change stops at an end of the interval", new PlainDirectory() {
            @Override
            public Optional<Instant> nextChange(Directory directory, String channel, Instant after, Instant limit) {
                return Optional.of(
                        super.nextChange(directory, channel, after, limit).orElse(limit));
            }
        });
        all.put("the next change may be the one at the instant itself", new PlainDirectory() {
            @Override
            public Optional<Instant> nextChange(Directory directory, String channel, Instant after, Instant limit) {
                return super.nextChange(directory, channel, after.minusNanos(1), limit);
            }
        });
        all.put(
                "gaps of less than an hour are let pass",
                certified(right -> new Answerer.Finding(
                        right.gaps().stream()
                                .filter(gap -> gap.toDuration().compareTo(Duration.ofHours(1)) >= 0)
                                .toList(),
                        right.unknowns(),
                        right.fewestOpen())));
        all.put(
                "unknown counts as covered",
                certified(right -> new Answerer.Finding(right.gaps(), List.of(), right.fewestOpen())));
        all.put("the fewest open is what is open at the start", new PlainDirectory() {
            @Override
            public Finding certify(Directory directory, Collection<String> channels, Interval interval) {
                Finding right = super.certify(directory, channels, interval);
                int open = 0;
                for (String channel : channels) {
                    open += stateAt(directory, channel, interval.getStart()) == OpenState.OPEN ? 1 : 0;
                }
                return new Finding(right.gaps(), right.unknowns(), open);
            }
        });
        all.put("a certificate is remembered by its channels", new PlainDirectory() {
            private final Map<Set<String>, Finding> remembered = new HashMap<>();

            @Override
            public Finding certify(Directory directory, Collection<String> channels, Interval interval) {
                return remembered.computeIfAbsent(
                        new TreeSet<>(channels), key -> super.certify(directory, channels, interval));
            }
        });
    }

    private static Answerer certified(UnaryOperator<Answerer.Finding> wrongly) {
        return new PlainDirectory() {
            @Override
            public Finding certify(Directory directory, Collection<String> channels, Interval interval) {
                return wrongly.apply(super.certify(directory, channels, interval));
            }
        };
    }
}
