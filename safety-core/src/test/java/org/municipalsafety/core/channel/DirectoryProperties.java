/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.municipalsafety.core.channel.Channels.STOCKHOLM;
import static org.municipalsafety.core.channel.Channels.channel;
import static org.municipalsafety.core.channel.Channels.directory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.hours.Segment;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/** Hours against a plain count of days, and certificates against missing exceptions. */
class DirectoryProperties {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Interval YEAR = WallClock.days(FIRST, FIRST.plusYears(1), STOCKHOLM);

    /**
     * An office that closes on certain dates and a night line that stands in on each of them cover the year. Without
     * any one of the night line's exceptions they do not, if the office would have been open that day; and the gap is
     * there.
     */
    @Property(tries = 200)
    void C5_withoutAnExceptionThatMattersTheCertificateFails(
            @ForAll("dates") Set<LocalDate> dates, @ForAll("instants") Instant anywhere) {
        List<LocalDate> sorted = dates.stream().sorted().toList();
        OpeningHours office = OpeningHours.weekly(
                        List.of(Channels.week(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-16:30")))
                .withDates(on(sorted, DayHours.CLOSED));
        OpeningHours night = OpeningHours.weekly(List.of(
                Channels.week(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "00:00-08:00", "16:30-24:00"),
                Channels.week(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, "00:00-24:00")));
        assertThat(certify(office, night.withDates(on(sorted, DayHours.ALL_DAY)))
                        .holds())
                .isTrue();
        LocalDate dropped = sorted.get(Math.floorMod(anywhere.getEpochSecond(), sorted.size()));
        List<LocalDate> others =
                sorted.stream().filter(date -> !date.equals(dropped)).toList();
        CoverageCertificate without = certify(office, night.withDates(on(others, DayHours.ALL_DAY)));
        boolean matters = dropped.getDayOfWeek().getValue() <= 5;
        assertThat(without.holds()).isEqualTo(!matters);
        if (matters) {
            assertThat(without.gaps())
                    .containsExactly(
                            DaySpan.parse("08:00-16:30").on(dropped, STOCKHOLM).orElseThrow());
        }
    }

    private static List<OpeningHours.OnDates> on(List<LocalDate> dates, DayHours hours) {
        return dates.stream()
                .map(date -> new OpeningHours.OnDates(date, date, hours))
                .toList();
    }

    private static CoverageCertificate certify(OpeningHours office, OpeningHours night) {
        return directory(channel("office", office), channel("night", night)).certify(List.of("office", "night"), YEAR);
    }

    /** The compiled state at an instant is that of the days before it, asked one by one. */
    @Property(tries = 500)
    void C1_theStateIsThatOfTheSpansOfTheDaysAround(
            @ForAll("hours") OpeningHours hours, @ForAll("instants") Instant at) {
        OpenState expected = OpenState.CLOSED;
        LocalDate today = at.atZone(STOCKHOLM).toLocalDate();
        for (LocalDate day = today.minusDays(2); !day.isAfter(today); day = day.plusDays(1)) {
            DayHours found = hours.on(day, SwedishCalendar.standard());
            if (holds(found.open(), day, at)) {
                expected = OpenState.OPEN;
            } else if (expected == OpenState.CLOSED && holds(found.unknown(), day, at)) {
                expected = OpenState.UNKNOWN;
            }
        }
        assertThat(directory(channel("c", hours)).stateAt("c", at)).isEqualTo(expected);
    }

    private static boolean holds(List<DaySpan> spans, LocalDate day, Instant at) {
        return spans.stream()
                .flatMap(span -> span.on(day, STOCKHOLM).stream())
                .anyMatch(interval -> interval.contains(at));
    }

    /** The next change is where the segments say, and each segment is what the states say. */
    @Property(tries = 200)
    void C2_segmentsStatesAndNextChangesAgree(@ForAll("hours") OpeningHours hours, @ForAll("instants") Instant at) {
        Directory directory = directory(channel("c", hours), channel("d", Availability.outside("c")));
        Interval month = Interval.of(at, at.plusSeconds(30 * 86_400L));
        for (String id : List.of("c", "d")) {
            List<Segment> segments = directory.hours(id, month);
            OpenState first = segments.get(0).state();
            assertThat(directory.stateAt(id, at)).isEqualTo(first);
            assertThat(directory.nextChange(id, at, month.getEnd()).instant())
                    .isEqualTo(segments.stream()
                            .filter(segment -> segment.state() != first)
                            .findFirst()
                            .map(segment -> segment.interval().getStart()));
        }
    }

    /** With many channels, too: what is counted is what the segments of all of them say, side by side. */
    @Property(tries = 60)
    void C5_theCertificateCountsWhatTheSegmentsSay(
            @ForAll("manyHours") List<OpeningHours> hours, @ForAll("instants") Instant at) {
        ContactChannel[] channels = new ContactChannel[hours.size()];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = channel("c" + i, hours.get(i));
        }
        Directory directory = directory(channels);
        Interval week = Interval.of(at, at.plusSeconds(7 * 86_400L));
        TreeMap<Instant, int[]> counts = new TreeMap<>();
        List<Segment> all = directory.channels().stream()
                .flatMap(channel -> directory.hours(channel.id(), week).stream())
                .toList();
        all.forEach(segment -> counts.put(segment.interval().getStart(), new int[3]));
        for (Segment segment : all) {
            counts.subMap(segment.interval().getStart(), segment.interval().getEnd())
                    .values()
                    .forEach(states -> states[segment.state().ordinal()]++);
        }
        CoverageCertificate certificate = directory.certify(
                directory.channels().stream().map(ContactChannel::id).toList(), week);
        assertThat(certificate.fewestOpen())
                .isEqualTo(counts.values().stream()
                        .mapToInt(states -> states[OpenState.OPEN.ordinal()])
                        .min()
                        .orElseThrow());
        counts.forEach((start, states) -> {
            boolean none = states[OpenState.OPEN.ordinal()] == 0;
            boolean vague = states[OpenState.UNKNOWN.ordinal()] > 0;
            assertThat(certificate.gaps().stream().anyMatch(gap -> gap.contains(start)))
                    .isEqualTo(none && !vague);
            assertThat(certificate.unknowns().stream().anyMatch(gap -> gap.contains(start)))
                    .isEqualTo(none && vague);
        });
    }

    @Provide
    Arbitrary<List<OpeningHours>> manyHours() {
        return hours().list().ofMinSize(1).ofMaxSize(30);
    }

    @Provide
    Arbitrary<Set<LocalDate>> dates() {
        return Arbitraries.integers()
                .between(0, 364)
                .map(FIRST::plusDays)
                .set()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<Instant> instants() {
        // Half of them within three days of a change of the clock.
        Instant spring = Instant.parse("2026-03-29T01:00:00Z");
        Instant autumn = Instant.parse("2026-10-25T01:00:00Z");
        Arbitrary<Long> near = Arbitraries.longs().between(-3 * 86_400, 3 * 86_400);
        return Arbitraries.oneOf(
                Arbitraries.longs()
                        .between(YEAR.getStart().getEpochSecond(), YEAR.getEnd().getEpochSecond())
                        .map(Instant::ofEpochSecond),
                near.map(spring::plusSeconds),
                near.map(autumn::plusSeconds));
    }

    @Provide
    Arbitrary<OpeningHours> hours() {
        Arbitrary<DayHours> day = days();
        Arbitrary<List<OpeningHours.Week>> week = Combinators.combine(day, day, day)
                .as((a, b, c) -> List.of(
                        new OpeningHours.Week(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), a),
                        new OpeningHours.Week(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), b),
                        new OpeningHours.Week(EnumSet.of(DayOfWeek.SUNDAY), c)));
        Arbitrary<List<OpeningHours.OnDayClass>> classes = Combinators.combine(day, day)
                .as((a, b) -> List.of(
                        new OpeningHours.OnDayClass(DayClass.RED_DAY, a),
                        new OpeningHours.OnDayClass(DayClass.DAY_BEFORE_RED_DAY, b)));
        Arbitrary<List<OpeningHours.OnDates>> dated = Combinators.combine(dates(), day)
                .as((dates, hours) -> on(dates.stream().sorted().collect(Collectors.toList()), hours));
        return Combinators.combine(week, classes, dated)
                .as((w, c, d) -> OpeningHours.weekly(w).withDayClasses(c).withDates(d));
    }

    /** Two spans in a row, the second perhaps past midnight, each open or unknown. */
    private static Arbitrary<DayHours> days() {
        Arbitrary<Integer> quarter = Arbitraries.integers().between(0, 95).map(n -> n * 15);
        return Combinators.combine(
                        quarter, Arbitraries.integers().between(1, 90).map(n -> n * 15), Arbitraries.of(0, 1, 2, 3))
                .as((start, length, kind) -> {
                    List<DaySpan> open = new ArrayList<>();
                    List<DaySpan> unknown = new ArrayList<>();
                    (kind == 2 ? unknown : open).add(new DaySpan(start, Math.min(2880, start + length)));
                    if (kind == 1 && start >= 60) {
                        unknown.add(new DaySpan(0, start - 30));
                    }
                    return kind == 3 ? DayHours.CLOSED : new DayHours(open, unknown, Optional.empty());
                });
    }
}
