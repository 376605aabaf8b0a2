/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.benchmarks.roster;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import net.fortuna.ical4j.model.Recur;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.roster.resolution.Segment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.threeten.extra.Interval;

/**
 * Eight people take weekly turns since 5 January 2026, 08:00 in Stockholm; who is on duty in 2035, and who in all the
 * ten years? The full rota has three layers, windows, red days, 30 absences, 60 overrides and 3 versions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RotaBenchmark {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final LocalDateTime ANCHOR = LocalDateTime.parse("2026-01-05T08:00");
    private static final Instant START = ANCHOR.atZone(STOCKHOLM).toInstant();
    private static final Instant LATE = Instant.parse("2035-12-31T11:00:00Z");
    private static final Interval DECADE = Interval.of(
            START, LocalDateTime.parse("2036-01-07T08:00").atZone(STOCKHOLM).toInstant());
    private static final List<String> EIGHT = List.of("p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7");
    private static final LocalizedText NAME = LocalizedText.of("plats", "seat");

    private int asked;

    private final Rota weekly = weekly(START, ANCHOR);
    private final Rota full = full();
    private final Roster fullResolved = full.resolve(DECADE);
    private final List<RecurrenceRule> recurRules = new ArrayList<>();
    private final List<DateTime> recurStarts = new ArrayList<>();
    private final List<Recur<ZonedDateTime>> icalRules = new ArrayList<>();

    /** How old the rota of the age benchmark is. */
    @State(Scope.Benchmark)
    public static class Age {
        /** Years. */
        @Param({"1", "50"})
        public int years;

        private Rota rota = weekly(START, ANCHOR);

        /** Makes the rota. */
        @Setup
        public void make() {
            LocalDateTime anchor = LocalDateTime.parse("2034-12-04T08:00").minusYears(years);
            rota = weekly(anchor.atZone(STOCKHOLM).toInstant(), anchor);
        }
    }

    /** Makes the rivals' rules: one for each person, every eighth week. */
    @Setup
    public void rules() throws InvalidRecurrenceRuleException {
        for (int i = 0; i < 8; i++) {
            recurRules.add(new RecurrenceRule("FREQ=WEEKLY;INTERVAL=8"));
            LocalDateTime first = ANCHOR.plusWeeks(i);
            recurStarts.add(new DateTime(
                    TimeZone.getTimeZone(STOCKHOLM),
                    first.getYear(),
                    first.getMonthValue() - 1,
                    first.getDayOfMonth(),
                    8,
                    0,
                    0));
            icalRules.add(new Recur<>("FREQ=WEEKLY;INTERVAL=8"));
        }
    }

    // Who is on duty at an instant, ten years on

    /** Another instant of the year before each time, so that nobody answers from memory. */
    private Instant late() {
        asked = (asked + 4447) % 8760;
        return LATE.minusSeconds(3600L * asked);
    }

    /** The whole segment with its reasons. */
    @Benchmark
    public Segment point_weekly_ours() {
        return weekly.at("P", late());
    }

    /** The last start among the eight rules. */
    @Benchmark
    public int point_weekly_libRecur() throws InvalidRecurrenceRuleException {
        long late = late().toEpochMilli();
        long best = Long.MIN_VALUE;
        int who = -1;
        for (int i = 0; i < 8; i++) {
            RecurrenceRuleIterator starts = recurRules.get(i).iterator(recurStarts.get(i));
            starts.fastForward(late - Duration.ofDays(56).toMillis());
            for (long next = starts.nextMillis(); next <= late; next = starts.nextMillis()) {
                if (next > best) {
                    best = next;
                    who = i;
                }
            }
        }
        return who;
    }

    /** The last start among the eight rules. */
    @Benchmark
    public int point_weekly_ical4j() {
        ZonedDateTime late = late().atZone(STOCKHOLM);
        ZonedDateTime best = ANCHOR.atZone(STOCKHOLM);
        int who = -1;
        for (int i = 0; i < 8; i++) {
            ZonedDateTime seed = ANCHOR.plusWeeks(i).atZone(STOCKHOLM);
            for (ZonedDateTime start : icalRules.get(i).getDates(seed, late.minusDays(56), late)) {
                if (!start.isBefore(best)) {
                    best = start;
                    who = i;
                }
            }
        }
        return who;
    }

    /** The full rota, unresolved: the whole segment with its reasons. */
    @Benchmark
    public Segment point_full_unresolved() {
        return full.at("P", late());
    }

    /** The full rota, resolved. */
    @Benchmark
    public Segment point_full_resolved() {
        return fullResolved.segmentAt("P", late());
    }

    /** The same question to a rota of one and of fifty years. */
    @Benchmark
    public Segment point_byAge(Age age) {
        return age.rota.at("P", late());
    }

    // Ten years of weekly duties

    /** A roster. */
    @Benchmark
    public Roster decade_weekly_ours() {
        return weekly.resolve(DECADE);
    }

    /** Nothing but the starts, the floor. */
    @Benchmark
    public List<Interval> decade_weekly_javaTime() {
        List<Interval> all = new ArrayList<>();
        Instant start = START;
        for (int i = 1; start.isBefore(DECADE.getEnd()); i++) {
            Instant end = ANCHOR.plusWeeks(i).atZone(STOCKHOLM).toInstant();
            all.add(Interval.of(start, end));
            start = end;
        }
        return all;
    }

    /** The starts of the eight rules. */
    @Benchmark
    public long decade_weekly_libRecur() throws InvalidRecurrenceRuleException {
        long end = DECADE.getEnd().toEpochMilli();
        long sum = 0;
        for (int i = 0; i < 8; i++) {
            RecurrenceRuleIterator starts = recurRules.get(i).iterator(recurStarts.get(i));
            for (long next = starts.nextMillis(); next < end; next = starts.nextMillis()) {
                sum += next;
            }
        }
        return sum;
    }

    /** The starts of the eight rules. */
    @Benchmark
    public int decade_weekly_ical4j() {
        int count = 0;
        for (int i = 0; i < 8; i++) {
            ZonedDateTime seed = ANCHOR.plusWeeks(i).atZone(STOCKHOLM);
            count += icalRules
                    .get(i)
                    .getDates(seed, seed, DECADE.getEnd().atZone(STOCKHOLM))
                    .size();
        }
        return count;
    }

    /** The full rota over ten years. */
    @Benchmark
    public Roster decade_full_ours() {
        return full.resolve(DECADE);
    }

    /** The rotas of 290 municipalities with 20 each, every one a full rota of its own people and anchor. */
    @State(Scope.Benchmark)
    public static class Country {
        static final Interval YEAR =
                Interval.of(Instant.parse("2034-12-31T23:00:00Z"), Instant.parse("2035-12-31T23:00:00Z"));

        private final List<Rota> rotas = new ArrayList<>();

        /** Makes them. */
        @Setup
        public void make() {
            for (int i = 0; i < 290 * 20; i++) {
                rotas.add(full(i));
            }
        }
    }

    /** A year of all rotas of the country, each asked for the first time in the first of the three goes. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    public int country_resolve(Country country) {
        int segments = 0;
        for (Rota rota : country.rotas) {
            segments += rota.resolve(Country.YEAR).segments("P").size();
        }
        return segments;
    }

    /** The same with the making of the rotas: nothing is known from before but the classes. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    public int country_makeAndResolve() {
        int segments = 0;
        for (int i = 0; i < 290 * 20; i++) {
            segments += full(i).resolve(Country.YEAR).segments("P").size();
        }
        return segments;
    }

    private static Rota weekly(Instant from, LocalDateTime anchor) {
        return Rota.of(RotaPlan.builder("r", STOCKHOLM)
                .version(RotaVersion.of(
                        from, Position.of("P", NAME, Layer.of("l", new Rotation(anchor, new Turns.Weeks(1), EIGHT)))))
                .build());
    }

    private static Rota full() {
        return full(0);
    }

    /** Another number gives other people, and another hour of handover. */
    static Rota full(int number) {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            people.add(EIGHT.get(i) + (number == 0 ? "" : "-" + number));
        }
        LocalDateTime anchor = ANCHOR.plusHours(number % 5);
        Layer nights = Layer.of("natt", new Rotation(anchor, new Turns.Days(1), people.subList(0, 4)))
                .withWindow(Window.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), "22:00-30:00"));
        Layer red = Layer.of("helg", new Rotation(anchor, new Turns.Weeks(1), people.subList(4, 8)))
                .withWindow(new Window(List.of(new Window.Hours(
                        EnumSet.of(DayOfWeek.SATURDAY), Set.of(DayClass.RED_DAY), Set.of(), DaySpan.ALL_DAY))))
                .withSubstitution(Substitution.by(people.get(0), people.get(1)));
        Layer base = Layer.of("grund", new Rotation(anchor, new Turns.Weeks(1), people));
        Position position = new Position("P", NAME, List.of(nights, red, base), Window.ALWAYS);
        RotaPlan.Builder builder = RotaPlan.builder("full-" + number, STOCKHOLM);
        for (int i = 0; i < 3; i++) {
            builder.version(RotaVersion.of(START.plus(Duration.ofDays(1200L * i)), position));
        }
        for (int i = 0; i < 30; i++) {
            builder.absence(new Absence(
                    people.get(i % 8), Interval.of(START.plus(Duration.ofDays(120L * i)), Duration.ofDays(12))));
        }
        for (int i = 0; i < 60; i++) {
            builder.decision(new SeatOverride(
                    "o" + i,
                    "P",
                    Interval.of(START.plus(Duration.ofDays(60L * i + 3)), Duration.ofHours(30)),
                    people.get((i + 3) % 8),
                    START.plusSeconds(i),
                    "Stab"));
        }
        return Rota.of(builder.build());
    }
}
