/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.municipalsafety.roster.resolution.SmallRotas.at;
import static org.municipalsafety.roster.resolution.SmallRotas.daily;
import static org.municipalsafety.roster.resolution.SmallRotas.line;
import static org.municipalsafety.roster.resolution.SmallRotas.lines;
import static org.municipalsafety.roster.resolution.SmallRotas.position;
import static org.municipalsafety.roster.resolution.SmallRotas.restart;
import static org.municipalsafety.roster.resolution.SmallRotas.rota;
import static org.municipalsafety.roster.resolution.SmallRotas.version;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.threeten.extra.Interval;

/** When a layer is in force, what the day class has to do with it (R3, R9), and whether it uses up turns (R5). */
class WindowsTest {

    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(MONDAY, FRIDAY);
    private static final String ANCHOR = "2026-09-07T08:00";

    private static Window.Hours hours(Set<DayOfWeek> days, Set<DayClass> classes, Set<DayClass> except, String span) {
        return new Window.Hours(days, classes, except, DaySpan.parse(span));
    }

    private static Rota office(Layer layer) {
        return Rota.of(rota(version(ANCHOR, position("TIB", layer.withWindow(Window.of(WORKDAYS, "08:00-16:00")))))
                .build());
    }

    // Hours

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # asked          | start            end              who
            2026-09-07T08:00 | 2026-09-07T08:00 2026-09-07T16:00 ek
            2026-09-08T12:00 | 2026-09-08T08:00 2026-09-08T16:00 gran
            2026-09-08T15:59 | 2026-09-08T08:00 2026-09-08T16:00 gran
            2026-09-08T16:00 | 2026-09-08T16:00 2026-09-09T08:00 gap
            2026-09-09T03:00 | 2026-09-08T16:00 2026-09-09T08:00 gap
            2026-09-13T12:00 | 2026-09-11T16:00 2026-09-14T08:00 gap
            """)
    void R7_anInstantTellsTheWholeHoursAroundIt(String asked, String expected) {
        Rota rota = office(daily("grund", ANCHOR, "ek", "gran"));
        assertThat(line(rota, "TIB", asked)).isEqualTo(expected);
        assertThat(line(rota, "TIB", asked)).as("asked again").isEqualTo(expected);
        rota.whyNot("ek", "TIB", at(asked));
        assertThat(line(rota, "TIB", asked)).as("after another question").isEqualTo(expected);
    }

    @Test
    void R3_aTurnThatOutlastsTheHoursEndsWithThem() {
        Rotation threeHours = new Rotation(
                LocalDateTime.parse(ANCHOR), new Turns.Elapsed(Duration.ofHours(3)), List.of("a", "b", "c", "d"));
        Rota rota = office(Layer.of("grund", threeHours));
        assertThat(lines(rota, "TIB", "2026-09-07T08:00", "2026-09-07T20:00"))
                .containsExactly(
                        "2026-09-07T08:00 a", "2026-09-07T11:00 b", "2026-09-07T14:00 c", "2026-09-07T16:00 gap");
    }

    @Test
    void R8_hoursOfSeveralDaysJoinWithoutSeams() {
        Layer nights = daily("natt", "2026-09-07T00:00", "a")
                .withWindow(new Window(List.of(
                        hours(EnumSet.of(FRIDAY), Set.of(), Set.of(), "22:00-30:00"),
                        hours(EnumSet.of(SATURDAY), Set.of(), Set.of(), "06:00-48:00"))));
        Rota rota = Rota.of(
                rota(version("2026-09-07T00:00", position("TIB", nights))).build());
        assertThat(lines(rota, "TIB", "2026-09-11T00:00", "2026-09-15T00:00"))
                .containsExactly(
                        "2026-09-11T00:00 gap",
                        "2026-09-11T22:00 a",
                        "2026-09-12T00:00 a",
                        "2026-09-13T00:00 a",
                        "2026-09-14T00:00 gap");
    }

    @Test
    void P11_aLayerBeginsAtItsAnchorWhetherOpenOrNot() {
        Layer evenings = daily("kvall", "2026-09-08T13:00", "a").withWindow(Window.of(WORKDAYS, "18:00-22:00"));
        Rota rota = Rota.of(
                rota(version("2026-09-07T00:00", position("TIB", evenings))).build());
        Segment closed = rota.at("TIB", at("2026-09-08T15:00"));
        assertThat(closed.because())
                .containsExactly(new RotaReason.InVersion(1), new RotaReason.OutsideWindow("kvall"));
        assertThat(closed.interval()).isEqualTo(SmallRotas.between("2026-09-08T13:00", "2026-09-08T18:00"));
        Segment before = rota.at("TIB", at("2026-09-08T12:00"));
        assertThat(before.because()).containsExactly(new RotaReason.InVersion(1), new RotaReason.NotBegun("kvall"));
        assertThat(before.interval()).isEqualTo(SmallRotas.between("2026-09-07T00:00", "2026-09-08T13:00"));
    }

    @Test
    void T2_hoursThatTheSpringGapSwallowsDoNotOpen() {
        Layer early = daily("tidig", "2026-03-28T00:00", "a").withWindow(Window.of(Set.of(SUNDAY), "02:10-02:50"));
        Rota rota = Rota.of(
                rota(version("2026-03-28T00:00", position("TIB", early))).build());
        assertThat(lines(rota, "TIB", "2026-03-28T12:00", "2026-04-05T12:00"))
                .containsExactly("2026-03-28T12:00 gap", "2026-04-05T02:10 a", "2026-04-05T02:50 gap");
    }

    @Test
    void T2_aDayThatBeginsTwiceHoldsTheHourBetween() {
        // At 00:01 on Sunday the clock went back to 23:01 on Saturday.
        ZoneId stJohns = ZoneId.of("America/St_Johns");
        Layer sundays = daily("sondag", "2010-11-06T00:00", "a").withWindow(Window.of(Set.of(SUNDAY), "00:00-24:00"));
        Instant begins = Instant.parse("2010-11-07T02:30:00Z");
        Rota rota = Rota.of(RotaPlan.builder("prov", stJohns)
                .version(RotaVersion.of(Instant.parse("2010-11-06T12:00:00Z"), position("TIB", sundays)))
                .build());
        for (String asked : List.of("2010-11-07T02:30:30Z", "2010-11-07T02:45:00Z", "2010-11-07T12:00:00Z")) {
            assertThat(rota.at("TIB", Instant.parse(asked)).interval())
                    .isEqualTo(Interval.of(begins, Instant.parse("2010-11-08T03:30:00Z")));
        }
    }

    // Day classes

    /** 2026-12-25 is a Friday and red, 2026-12-26 a Saturday and red; both have names. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # first hours         | second hours        | who | decided by
            workdays -            | red -               | a   | -
            red -                 | workdays -          | a   | -
            workdays except red   | red -               | a   | RED_DAY
            red -                 | workdays except red | a   | RED_DAY
            named -               | red -               | a   | RED_DAY
            red -                 | named -             | a   | NAMED_RED_DAY
            workdays except red   | workdays -          | a   | -
            workdays -            | workdays except red | a   | -
            workdays except red   | workdays except named | gap | RED_DAY
            workdays except named | workdays except red | gap | NAMED_RED_DAY
            weekend -             | workdays except red | gap | RED_DAY
            workdays except red   | weekend -           | gap | RED_DAY
            weekend -             | weekend -           | gap | -
            """)
    void R9_openBeatsClosedAndThePlainestGroundIsTold(String first, String second, String who, String ground) {
        Layer layer =
                daily("grund", "2026-12-01T00:00", "a").withWindow(new Window(List.of(named(first), named(second))));
        Rota rota = Rota.of(
                rota(version("2026-12-01T00:00", position("TIB", layer))).build());
        Segment found = rota.at("TIB", at("2026-12-25T12:00"));
        assertThat(SmallRotas.who(found)).isEqualTo(who);
        List<RotaReason> expected = new ArrayList<>();
        expected.add(new RotaReason.InVersion(1));
        if (who.equals("gap")) {
            expected.add(new RotaReason.OutsideWindow("grund"));
        }
        if (!ground.equals("-")) {
            expected.add(new RotaReason.OnDay("grund", new DayClass(ground)));
        }
        if (!who.equals("gap")) {
            expected.add(new RotaReason.InTurn("grund", 25, "a"));
        }
        assertThat(found.because()).isEqualTo(expected);
    }

    private static Window.Hours named(String words) {
        Set<DayClass> except = words.endsWith("except red")
                ? Set.of(DayClass.RED_DAY)
                : words.endsWith("except named") ? Set.of(DayClass.NAMED_RED_DAY) : Set.of();
        return switch (words.split(" ")[0]) {
            case "workdays" -> hours(WORKDAYS, Set.of(), except, "08:00-16:00");
            case "weekend" -> hours(EnumSet.of(SATURDAY, SUNDAY), Set.of(), except, "08:00-16:00");
            case "red" -> hours(Set.of(), Set.of(DayClass.RED_DAY), except, "08:00-16:00");
            default -> hours(Set.of(), Set.of(DayClass.NAMED_RED_DAY), except, "08:00-16:00");
        };
    }

    // Which turns are used up

    @Test
    void P4_closedTurnsCountByTheCalendarAndNotWhenOnlyCoveredOnesDo() {
        for (Rotation.Counting counting : Rotation.Counting.values()) {
            Rota rota = weekends(counting, "2026-09-07T00:00", EnumSet.of(SATURDAY, SUNDAY), 1);
            assertThat(lines(rota, "TIB", "2026-09-12T00:00", "2026-09-21T00:00"))
                    .containsExactlyElementsOf(
                            counting == Rotation.Counting.COVERED
                                    ? List.of(
                                            "2026-09-12T00:00 a",
                                            "2026-09-13T00:00 b",
                                            "2026-09-14T00:00 gap",
                                            "2026-09-19T00:00 c",
                                            "2026-09-20T00:00 a")
                                    : List.of(
                                            "2026-09-12T00:00 c",
                                            "2026-09-13T00:00 a",
                                            "2026-09-14T00:00 gap",
                                            "2026-09-19T00:00 a",
                                            "2026-09-20T00:00 b"));
        }
    }

    private static Rota weekends(Rotation.Counting counting, String anchor, Set<DayOfWeek> days, int length) {
        Rotation rotation =
                new Rotation(LocalDateTime.parse(anchor), new Turns.Days(length), List.of("a", "b", "c"), counting);
        Layer layer = Layer.of("grund", rotation).withWindow(Window.of(days, "00:00-24:00"));
        return Rota.of(rota(version(anchor, position("TIB", layer))).build());
    }

    @Property(tries = 60)
    void R5_theTurnsNumberIsTheCountOfTurnsWithAnOpenDay(
            @ForAll @NotEmpty Set<DayOfWeek> days,
            @ForAll @IntRange(min = 1, max = 5) int length,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 400) Integer> asked) {
        LocalDate anchor = LocalDate.of(2026, 9, 7);
        Rota rota = weekends(Rotation.Counting.COVERED, anchor + "T00:00", days, length);
        for (int day : asked) {
            if (!days.contains(anchor.plusDays(day).getDayOfWeek())) {
                continue;
            }
            long turn = 1;
            for (int begun = 0; begun + length <= day; begun += length) {
                LocalDate first = anchor.plusDays(begun);
                turn += first.datesUntil(first.plusDays(length)).anyMatch(date -> days.contains(date.getDayOfWeek()))
                        ? 1
                        : 0;
            }
            assertThat(rota.at("TIB", at(anchor.plusDays(day) + "T12:00")).because())
                    .containsExactly(
                            new RotaReason.InVersion(1),
                            new RotaReason.InTurn(
                                    "grund", turn, List.of("a", "b", "c").get((int) ((turn - 1) % 3))));
        }
    }

    @Test
    void R5_whatWasOpenBeforeARestartUsesUpNoTurn() {
        Rotation weekly = new Rotation(
                LocalDateTime.parse("2026-09-07T00:00"),
                new Turns.Weeks(1),
                List.of("a", "b"),
                Rotation.Counting.COVERED);
        Position mornings =
                position("TIB", Layer.of("grund", weekly).withWindow(Window.of(Set.of(MONDAY), "08:00-10:00")));
        Rota rota = Rota.of(rota(version("2026-09-07T00:00", mornings), restart("2026-09-14T12:00", mornings))
                .build());
        assertThat(line(rota, "TIB", "2026-09-14T09:00")).endsWith(" b");
        assertThat(rota.at("TIB", at("2026-09-21T09:00")).because())
                .containsExactly(new RotaReason.InVersion(2), new RotaReason.InTurn("grund", 1, "a"));
        assertThat(rota.at("TIB", at("2026-09-28T09:00")).because())
                .containsExactly(new RotaReason.InVersion(2), new RotaReason.InTurn("grund", 2, "b"));
    }

    /** Nothing is continued: neither who is in turn nor which turns are used up. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void R1_anOrderInWhichNobodyStayedIsCountedFromItsOwnAnchor(int day) {
        String anchor = "2026-09-07T00:00";
        String begins = LocalDate.of(2026, 9, 7).plusDays(day) + "T12:00";
        Position before = position("TIB", twoDays(anchor, EnumSet.of(MONDAY, FRIDAY), "a", "b", "c"));
        Position after = position("TIB", twoDays(anchor, EnumSet.of(SATURDAY, SUNDAY), "x", "y", "z"));
        Rota both =
                Rota.of(rota(version(anchor, before), version(begins, after)).build());
        Rota alone = Rota.of(rota(version(begins, after)).build());
        assertThat(lines(both, "TIB", begins, "2026-10-12T00:00"))
                .isEqualTo(lines(alone, "TIB", begins, "2026-10-12T00:00"));
    }

    private static Layer twoDays(String anchor, Set<DayOfWeek> days, String... members) {
        return Layer.of(
                        "grund",
                        new Rotation(
                                LocalDateTime.parse(anchor),
                                new Turns.Days(2),
                                List.of(members),
                                Rotation.Counting.COVERED))
                .withWindow(Window.of(days, "08:00-16:00"));
    }

    /** A week of days from Monday 08:00; the new window holds from Saturday 00:00, in the middle of Friday's turn. */
    @ParameterizedTest(name = "{0} {1} then {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # hours     | days before | days after | holders at noon, a day each
            08:00-24:00 | 5           | 4          | a b c d e - - f g a b - - - c
            08:00-24:00 | 4           | 5          | a b c d - - - e f g a b - - c
            08:00-32:00 | 4           | 5          | a b c d - - - f g a b c - - d
            08:00-24:00 | 5           | 5          | a b c d e - - f g a b c - - d
            """)
    void R5_aTurnThatAVersionCutsIsUsedUpIfEitherPartWasServed(String hours, int before, int after, String expected) {
        String monday = "2026-09-07T08:00";
        Rota rota = Rota.of(rota(
                        version(monday, weekdays(monday, before, hours)),
                        version("2026-09-12T00:00", weekdays(monday, after, hours)))
                .build());
        List<String> holders = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            Segment segment = rota.at("TIB", at(LocalDate.of(2026, 9, 7).plusDays(i) + "T12:00"));
            holders.add(segment.holding().orElse("-"));
        }
        assertThat(String.join(" ", holders)).isEqualTo(expected);
    }

    private static Position weekdays(String anchor, int days, String hours) {
        Rotation rotation = new Rotation(
                LocalDateTime.parse(anchor),
                new Turns.Days(1),
                List.of("a", "b", "c", "d", "e", "f", "g"),
                Rotation.Counting.COVERED);
        Set<DayOfWeek> open = EnumSet.range(MONDAY, DayOfWeek.of(days));
        return position("TIB", Layer.of("grund", rotation).withWindow(Window.of(open, hours)));
    }

    /** Three versions within one turn: the first served it, the others did not. */
    @Test
    void R5_aTurnThatIsCutTwiceIsUsedUpIfAnyPartWasServed() {
        String monday = "2026-09-07T08:00";
        Rota rota = Rota.of(rota(
                        version(monday, weekdays(monday, 5, "08:00-10:00")),
                        version("2026-09-07T11:00", weekdays(monday, 5, "20:00-21:00")),
                        version("2026-09-07T12:00", weekdays(monday, 5, "08:00-10:00")))
                .build());
        assertThat(line(rota, "TIB", "2026-09-07T09:00")).endsWith(" a");
        assertThat(line(rota, "TIB", "2026-09-08T09:00")).endsWith(" b");
    }

    /** What a version's window would have had before the version began was served by nobody. */
    @Test
    void R5_onlyTheTimeInWhichAVersionIsInForceUsesUpATurn() {
        String monday = "2026-09-07T08:00";
        Layer byCalendar = Layer.of(
                        "grund", new Rotation(LocalDateTime.parse(monday), new Turns.Days(1), List.of("a", "b", "c")))
                .withWindow(Window.of(EnumSet.allOf(DayOfWeek.class), "09:00-10:00"));
        Rota rota = Rota.of(rota(
                        version(monday, weekdays(monday, 5, "20:00-21:00")),
                        version("2026-09-07T12:00", position("TIB", byCalendar)),
                        version("2026-09-07T13:00", weekdays(monday, 5, "08:30-09:30")))
                .build());
        assertThat(line(rota, "TIB", "2026-09-08T09:00")).endsWith(" a");
        assertThat(line(rota, "TIB", "2026-09-09T09:00")).endsWith(" b");
    }

    @Test
    void R10_turnsTooShortToBeCountedAreRefused() {
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> new Rotation(
                        LocalDateTime.parse("1900-01-01T00:00"),
                        new Turns.Cycle(List.of(Duration.ofMinutes(90), Duration.ofMinutes(29))),
                        List.of("a", "b"),
                        Rotation.Counting.COVERED))
                .satisfies(refused -> assertThat(refused.faults())
                        .singleElement()
                        .satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/counting");
                            assertThat(fault.found()).isEqualTo("COVERED with turns of PT59M30S");
                        }));
    }

    @Test
    void R10_moreTurnsThanCanBeCountedAreRefused() {
        Rotation hours = new Rotation(
                LocalDateTime.parse("1900-01-01T00:00"),
                new Turns.Elapsed(Duration.ofHours(1)),
                List.of("a", "b"),
                Rotation.Counting.COVERED);
        Rota rota = Rota.of(rota(version(
                        "2026-09-07T00:00",
                        position("TIB", Layer.of("grund", hours).withWindow(Window.of(WORKDAYS, "08:00-16:00")))))
                .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rota.at("TIB", at("8000-09-08T12:00")))
                .withMessageContaining("turns would have to be counted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"02:00-03:00", "02:15-02:45", "01:30-02:30", "02:30-03:00", "02:30-04:00", "01:00-02:00"})
    void R7_aWindowInAGapOfTheClockCutsNoSegment(String span) {
        // On 29 March 2026 the clock goes from 02:00 to 03:00.
        Layer night = daily("natt", "2026-03-02T08:00", "ek").withWindow(Window.of(EnumSet.of(SUNDAY), span));
        Rota rota = Rota.of(rota(version(
                        "2026-03-02T08:00",
                        position("TIB", night, SmallRotas.weekly("grund", "2026-03-02T08:00", "gran", "alm"))))
                .build());
        Interval around = Interval.of(Instant.parse("2026-03-27T00:00:00Z"), Instant.parse("2026-03-31T12:00:00Z"));
        Roster roster = rota.resolve(around);
        Instant change = Instant.parse("2026-03-29T01:00:00Z");
        for (int minutes = -180; minutes <= 180; minutes += 15) {
            Instant at = change.plus(Duration.ofMinutes(minutes));
            Segment found = rota.at("TIB", at);
            assertThat(found.interval().intersection(around))
                    .as("%s", at)
                    .isEqualTo(roster.segmentAt("TIB", at).interval());
        }
        boolean swallowed = span.equals("02:00-03:00") || span.equals("02:15-02:45") || span.equals("02:30-03:00");
        assertThat(rota.at("TIB", change).interval().contains(change.minusSeconds(1)))
                .isEqualTo(swallowed);
    }
}
