/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.benchmarks.channel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.endpoint.Modality;
import org.municipalsafety.core.endpoint.ShortCode;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.MovableDay;
import org.municipalsafety.core.hours.NextChange;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.hours.Segment;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.WallClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.threeten.extra.Interval;

/**
 * State, next change, compiling and certificates of the Swedish office with its half days, and the floor under the
 * first two: a binary search in a sorted array of the same instants.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChannelBenchmark {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Interval FIVE_YEARS =
            WallClock.days(LocalDate.of(2024, 1, 1), LocalDate.of(2029, 1, 1), STOCKHOLM);
    private static final Interval TEN_YEARS =
            WallClock.days(LocalDate.of(2024, 1, 1), LocalDate.of(2034, 1, 1), STOCKHOLM);
    private static final int QUESTIONS = 1 << 12;

    private final Directory office = directory(List.of(channel("c", office("08:00-15:00"))));
    private final Directory ten = directory(tenChannels());
    private final Instant[] questions = new Instant[QUESTIONS];
    private final long[] floor;
    private int next;

    /** Compiles what the questions ask, and draws the questions. */
    public ChannelBenchmark() {
        floor = office.hours("c", FIVE_YEARS).stream()
                .map(Segment::interval)
                .mapToLong(interval -> interval.getStart().getEpochSecond())
                .toArray();
        long start = FIVE_YEARS.getStart().getEpochSecond();
        long length = FIVE_YEARS.toDuration().toSeconds();
        for (int i = 0; i < QUESTIONS; i++) {
            questions[i] = Instant.ofEpochSecond(start + (i * 2_654_435_761L) % length);
        }
        ten.certify(Audience.PUBLIC, TEN_YEARS);
    }

    /** Five rules for half days, the eves and red days, and another Friday. */
    private static OpeningHours office(String friday) {
        return OpeningHours.weekly(List.of(
                        new OpeningHours.Week(
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), DayHours.open("08:00-16:30")),
                        new OpeningHours.Week(EnumSet.of(DayOfWeek.FRIDAY), DayHours.open(friday))))
                .withDayClasses(List.of(
                        new OpeningHours.OnDayClass(DayClass.RED_DAY, DayHours.CLOSED),
                        new OpeningHours.OnDayClass(DayClass.DE_FACTO_HOLIDAY, DayHours.CLOSED),
                        new OpeningHours.OnDayClass(DayClass.CUSTOMARY_HALF_DAY, DayHours.open("08:00-12:00"))))
                .withMovable(List.of(
                        new OpeningHours.OnMovable(new MovableDay.FromEaster(-3), DayHours.open("08:00-11:00")),
                        new OpeningHours.OnMovable(
                                new MovableDay.Yearly(MonthDay.of(4, 30)), DayHours.open("08:00-13:00"))));
    }

    private static ContactChannel channel(String id, Availability hours) {
        return ContactChannel.of(
                id, LocalizedText.of(id, id), Audience.PUBLIC, Modality.VOICE, ShortCode.of("112"), hours);
    }

    /** Each with hours of its own, since equal ones are compiled once for all who keep them. */
    private static List<ContactChannel> tenChannels() {
        List<ContactChannel> channels = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            channels.add(channel("c" + i, office("08:00-15:0" + i)));
        }
        channels.add(channel("night", Availability.outside("c0")));
        return channels;
    }

    private static Directory directory(List<ContactChannel> channels) {
        var municipality = new Municipality("0581", LocalizedText.of("Norrköping", "Norrköping"), STOCKHOLM);
        return Directory.of(municipality, SwedishCalendar.standard(), channels);
    }

    private int question() {
        return next++ & (QUESTIONS - 1);
    }

    /**
     * The floor: a binary search in the instants at which the office's hours change.
     *
     * @return the place found
     */
    @Benchmark
    public int floorBinarySearch() {
        return Arrays.binarySearch(floor, questions[question()].getEpochSecond());
    }

    /**
     * The state at an instant.
     *
     * @return the state
     */
    @Benchmark
    public OpenState stateAt() {
        return office.stateAt("c", questions[question()]);
    }

    /**
     * The next change, within the five years: one limit for all questions, so that only the answer is measured.
     *
     * @return the change
     */
    @Benchmark
    public NextChange nextChange() {
        return office.nextChange("c", questions[question()], FIVE_YEARS.getEnd());
    }

    /**
     * A new directory, compiled for five years.
     *
     * @return its segments
     */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public List<Segment> compileFiveYears() {
        return directory(List.of(channel("c", office("08:00-15:00")))).hours("c", FIVE_YEARS);
    }

    /**
     * A certificate of ten channels over ten years, in a directory that is compiled.
     *
     * @return the certificate
     */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public CoverageCertificate certifyTenYears() {
        return ten.certify(Audience.PUBLIC, TEN_YEARS);
    }

    /**
     * The same in a new directory, with what it costs to compile.
     *
     * @return the certificate
     */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public CoverageCertificate compileAndCertifyTenYears() {
        return directory(tenChannels()).certify(Audience.PUBLIC, TEN_YEARS);
    }
}
