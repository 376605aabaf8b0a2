/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.municipalsafety.core.channel.Channels.channel;
import static org.municipalsafety.core.channel.Channels.directory;
import static org.municipalsafety.core.channel.Channels.everyDay;
import static org.municipalsafety.core.channel.Channels.local;
import static org.municipalsafety.core.channel.Channels.week;
import static org.municipalsafety.core.hours.OpenState.CLOSED;
import static org.municipalsafety.core.hours.OpenState.OPEN;
import static org.municipalsafety.core.hours.OpenState.UNKNOWN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.channel.Channels;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;
import org.threeten.extra.Interval;

class OpeningHoursTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    /** Karlstad's social emergency service, with an exception that closes one Friday. */
    private static final OpeningHours EVENINGS = OpeningHours.weekly(
                    List.of(week(MONDAY, THURSDAY, "16:30-24:00"), week(FRIDAY, SATURDAY, "16:00-25:30")))
            .withDates(List.of(closed("2026-11-27", "2026-11-27")));

    private static OpeningHours.OnDates closed(String first, String last) {
        return new OpeningHours.OnDates(LocalDate.parse(first), LocalDate.parse(last), DayHours.CLOSED);
    }

    private static OpenState at(Availability availability, String dateTime) {
        return directory(channel("c", availability)).stateAt("c", local(dateTime));
    }

    private static ChannelReason because(Availability availability, String dateTime) {
        List<ChannelReason> because = directory(channel("c", availability)).becauseAt("c", local(dateTime));
        assertThat(because).hasSize(1);
        return because.get(0);
    }

    @Test
    void C1_spanBelongsToItsStartDay() {
        // Friday the 20th runs into Saturday.
        assertThat(at(EVENINGS, "2026-11-21T01:29:59")).isEqualTo(OPEN);
        assertThat(at(EVENINGS, "2026-11-21T01:30")).isEqualTo(CLOSED);
        // The exception on Friday the 27th takes its whole span, also the part after midnight.
        assertThat(at(EVENINGS, "2026-11-27T16:00")).isEqualTo(CLOSED);
        assertThat(at(EVENINGS, "2026-11-28T01:00")).isEqualTo(CLOSED);
    }

    @Test
    void C1_anExceptionLeavesTheTailOfTheDayBefore() {
        var hours = everyDay("16:00-32:00").withDates(List.of(closed("2026-11-28", "2026-11-28")));
        assertThat(at(hours, "2026-11-28T07:59")).isEqualTo(OPEN);
        assertThat(at(hours, "2026-11-28T08:00")).isEqualTo(CLOSED);
        assertThat(at(hours, "2026-11-29T01:00")).isEqualTo(CLOSED);
        assertThat(at(hours, "2026-11-29T16:00")).isEqualTo(OPEN);
    }

    @Test
    void C1_aSpanMayRunToTheEndOfTheNextDay() {
        var hours = OpeningHours.weekly(List.of(week(SATURDAY, SATURDAY, "00:00-48:00")));
        var directory = directory(channel("c", hours));
        assertThat(directory.nextChange("c", local("2026-11-28T12:00"), local("2026-12-28T12:00")))
                .isInstanceOfSatisfying(
                        NextChange.At.class, change -> assertThat(change.at()).isEqualTo(local("2026-11-30T00:00")));
    }

    @Test
    void C2_theFirstThatSpeaksWins() {
        var hours = everyDay("08:00-16:00")
                .withDayClasses(List.of(
                        new OpeningHours.OnDayClass(DayClass.RED_DAY, DayHours.CLOSED),
                        new OpeningHours.OnDayClass(DayClass.DE_FACTO_HOLIDAY, DayHours.open("08:00-12:00"))))
                .withMovable(List.of(OpeningHours.OnMovable.named("juldagen", DayHours.open("10:00-11:00"))))
                .withDates(List.of(new OpeningHours.OnDates(
                        LocalDate.parse("2027-12-25"), LocalDate.parse("2027-12-25"), DayHours.ALL_DAY)));
        assertThat(because(hours, "2027-12-25T03:00").kind()).isEqualTo(ChannelReason.Kind.DATES);
        assertThat(at(hours, "2027-12-25T03:00")).isEqualTo(OPEN);
        assertThat(because(hours, "2026-12-25T10:30").kind()).isEqualTo(ChannelReason.Kind.MOVABLE);
        assertThat(at(hours, "2026-12-25T10:30")).isEqualTo(OPEN);
        assertThat(because(hours, "2026-12-26T10:30").kind()).isEqualTo(ChannelReason.Kind.DAY_CLASS);
        assertThat(at(hours, "2026-12-26T10:30")).isEqualTo(CLOSED);
        assertThat(because(hours, "2026-12-23T10:30").kind()).isEqualTo(ChannelReason.Kind.WEEK);
        assertThat(because(hours, "2026-12-24T13:00"))
                .isEqualTo(new ChannelReason(
                        ChannelReason.Kind.DAY_CLASS,
                        "c",
                        "/availability/dayClasses/1",
                        LocalizedText.of(
                                "helgdagsafton som är ledig (julafton)", "eve kept as a holiday (Christmas Eve)")));
    }

    @Test
    void C2_aDayOfTwoClassesFollowsTheOneNamedFirst() {
        var halfFirst = everyDay("08:00-16:00")
                .withDayClasses(List.of(
                        new OpeningHours.OnDayClass(DayClass.CUSTOMARY_HALF_DAY, DayHours.open("08:00-12:00")),
                        new OpeningHours.OnDayClass(DayClass.DAY_BEFORE_RED_DAY, DayHours.open("08:00-15:00"))));
        assertThat(at(halfFirst, "2026-06-05T12:30")).isEqualTo(CLOSED);
        assertThat(at(halfFirst, "2026-12-24T14:30")).isEqualTo(OPEN);
        assertThat(at(halfFirst, "2026-12-24T15:30")).isEqualTo(CLOSED);
    }

    /** Hallstahammar's customer centre: shorter days in summer. */
    @Test
    void C2_aSeasonComesBeforeTheWeek() {
        var hours = OpeningHours.weekly(List.of(week(MONDAY, SUNDAY, "10:00-11:00")))
                .withSeasons(List.of(
                        new OpeningHours.Season(
                                MonthDay.of(9, 1),
                                MonthDay.of(5, 31),
                                List.of(week(MONDAY, THURSDAY, "08:00-16:30"), week(FRIDAY, FRIDAY, "08:00-16:00"))),
                        new OpeningHours.Season(
                                MonthDay.of(6, 1), MonthDay.of(8, 31), List.of(week(MONDAY, FRIDAY, "08:00-15:00")))));
        assertThat(at(hours, "2026-05-29T15:30")).isEqualTo(OPEN);
        assertThat(at(hours, "2026-06-01T15:30")).isEqualTo(CLOSED);
        assertThat(at(hours, "2026-08-31T14:59")).isEqualTo(OPEN);
        assertThat(at(hours, "2026-09-01T16:29")).isEqualTo(OPEN);
        assertThat(at(hours, "2026-01-01T08:00")).isEqualTo(OPEN);
        assertThat(because(hours, "2026-01-01T08:00").sentence(SWEDISH))
                .isEqualTo("tider 1 september–31 maj, måndag–torsdag");
        // The season says nothing of Saturdays: the week does.
        assertThat(at(hours, "2026-07-04T10:30")).isEqualTo(OPEN);
        assertThat(because(hours, "2026-07-04T10:30").kind()).isEqualTo(ChannelReason.Kind.WEEK);
    }

    @Test
    void C2_everyDistanceFromEasterIsThatManyDaysAway() {
        SwedishCalendar calendar = SwedishCalendar.standard();
        for (int year = 1900; year <= 2200; year++) {
            LocalDate easter = SwedishCalendar.easter(year);
            for (int days = -80; days <= 250; days++) {
                MovableDay day = new MovableDay.FromEaster(days);
                assertThat(day.nameOn(easter.plusDays(days), calendar)).isPresent();
                assertThat(day.nameOn(easter.plusDays(days + 1), calendar)).isEmpty();
                assertThat(day.nameOn(easter.plusDays(days - 1), calendar)).isEmpty();
            }
        }
    }

    /** Hundreds of changes within a few hours, and then none for days. */
    @Test
    void C2_aDayOfManySpansIsAnsweredAtEachMinute() {
        List<DaySpan> spans = new ArrayList<>();
        for (int minute = 0; minute < 1440; minute += 2) {
            spans.add(new DaySpan(minute, minute + 1));
        }
        Directory directory = directory(channel(
                "a",
                OpeningHours.weekly(List.of(
                        new OpeningHours.Week(EnumSet.of(MONDAY), new DayHours(spans, List.of(), Optional.empty()))))));
        Instant end = local("2026-11-10T00:00");
        for (Instant at = local("2026-11-01T00:00"); at.isBefore(end); at = at.plusSeconds(60)) {
            LocalDateTime clock = LocalDateTime.ofInstant(at, Channels.STOCKHOLM);
            boolean monday = clock.getDayOfWeek() == MONDAY;
            assertThat(directory.stateAt("a", at)).isEqualTo(monday && clock.getMinute() % 2 == 0 ? OPEN : CLOSED);
            if (monday) {
                boolean last = clock.getHour() == 23 && clock.getMinute() == 59;
                assertThat(directory
                                .nextChange("a", at.plusSeconds(7), at.plusSeconds(61))
                                .instant()
                                .isEmpty())
                        .isEqualTo(last);
            }
        }
    }

    @Test
    void C2_movableDaysComeBeforeClassesInTheirOrder() {
        var hours = everyDay("08:00-16:00")
                .withDayClasses(List.of(new OpeningHours.OnDayClass(DayClass.RED_DAY, DayHours.CLOSED)))
                .withMovable(List.of(
                        new OpeningHours.OnMovable(
                                MovableDay.Weekday.of(-1, SUNDAY, Month.MARCH), DayHours.open("09:00-10:00")),
                        new OpeningHours.OnMovable(new MovableDay.FromEaster(0), DayHours.open("10:00-11:00")),
                        new OpeningHours.OnMovable(new MovableDay.FromEaster(-3), DayHours.open("08:00-12:00")),
                        new OpeningHours.OnMovable(new MovableDay.Yearly(MonthDay.of(2, 29)), DayHours.CLOSED)));
        // In 2027 Easter is the last Sunday of March: the first rule of the two speaks.
        assertThat(because(hours, "2027-03-28T09:30").sentence(SWEDISH)).isEqualTo("sista söndagen i mars");
        assertThat(at(hours, "2027-03-28T09:30")).isEqualTo(OPEN);
        assertThat(because(hours, "2026-04-05T10:30").sentence(SWEDISH)).isEqualTo("påskdagen");
        assertThat(because(hours, "2026-04-02T12:30").sentence(Locale.ENGLISH))
                .isEqualTo("3 days before Easter Sunday");
        assertThat(because(hours, "2028-02-29T12:30").sentence(SWEDISH)).isEqualTo("29 februari");
        assertThat(at(hours, "2028-02-29T12:30")).isEqualTo(CLOSED);
        assertThat(at(hours, "2027-03-01T12:30")).isEqualTo(OPEN);
        var summer = everyDay("08:00-16:00")
                .withMovable(List.of(new OpeningHours.OnMovable(
                        new MovableDay.Weeks(27, 31, 2, EnumSet.of(MONDAY, FRIDAY)), DayHours.CLOSED)));
        assertThat(because(summer, "2026-06-29T12:00").sentence(SWEDISH)).isEqualTo("vecka 27");
        assertThat(at(summer, "2026-07-03T12:00")).isEqualTo(CLOSED);
        assertThat(at(summer, "2026-07-02T12:00")).isEqualTo(OPEN);
        assertThat(at(summer, "2026-07-06T12:00")).isEqualTo(OPEN);
        assertThat(at(summer, "2026-07-27T12:00")).isEqualTo(CLOSED);
    }

    @Test
    void seasonsThatOverlapAreRefused() {
        var refused = catchThrowableOfType(
                InvalidModelException.class,
                () -> everyDay("08:00-16:00")
                        .withSeasons(List.of(
                                new OpeningHours.Season(MonthDay.of(12, 1), MonthDay.of(1, 31), List.of()),
                                new OpeningHours.Season(MonthDay.of(6, 1), MonthDay.of(8, 31), List.of()),
                                new OpeningHours.Season(MonthDay.of(1, 15), MonthDay.of(2, 15), List.of()))));
        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/seasons/2");
    }

    @Test
    void C4_noRuleIsClosed() {
        var hours = OpeningHours.weekly(List.of(week(MONDAY, FRIDAY, "08:00-16:00")));
        assertThat(at(hours, "2026-11-28T12:00")).isEqualTo(CLOSED);
        assertThat(because(hours, "2026-11-28T12:00").kind()).isEqualTo(ChannelReason.Kind.NO_RULE);
    }

    @Test
    void C4_vagueIsUnknownAndNeverCovers() {
        var wording = LocalizedText.of("kan stänga tidigare", "may close earlier");
        var hours = everyDay("00:00-24:00")
                .withDayClasses(List.of(new OpeningHours.OnDayClass(
                        DayClass.CUSTOMARY_HALF_DAY,
                        new DayHours(
                                List.of(DaySpan.parse("00:00-12:00")),
                                List.of(DaySpan.parse("12:00-24:00")),
                                Optional.of(wording)))));
        assertThat(at(hours, "2026-12-23T12:00")).isEqualTo(UNKNOWN);
        assertThat(because(hours, "2026-12-23T12:00").sentence(SWEDISH)).contains("kan stänga tidigare");
        var certificate = directory(channel("c", hours))
                .certify(List.of("c"), Interval.of(local("2026-12-01T00:00"), local("2027-01-01T00:00")));
        assertThat(certificate.holds()).isFalse();
        assertThat(certificate.gaps()).isEmpty();
        assertThat(certificate.unknowns())
                .containsExactly(Interval.of(local("2026-12-23T12:00"), local("2026-12-24T00:00")));
        assertThat(certificate.fewestOpen()).isZero();
    }

    @Test
    void C4_outsideTheCalendarIsUnknown() {
        OpeningHours red = Availability.always()
                .withDayClasses(List.of(new OpeningHours.OnDayClass(DayClass.BRIDGE_DAY, DayHours.ALL_DAY)));
        OpeningHours named =
                Availability.always().withMovable(List.of(OpeningHours.OnMovable.named("juldagen", DayHours.ALL_DAY)));
        for (OpeningHours hours : List.of(red, named)) {
            assertThat(at(hours, "2101-01-01T00:00")).isEqualTo(UNKNOWN);
            assertThat(at(hours, "2100-12-31T23:59:59")).isEqualTo(OPEN);
            assertThat(at(hours, "1990-01-01T00:00")).isEqualTo(OPEN);
            assertThat(at(hours, "1989-12-31T23:59:59")).isEqualTo(UNKNOWN);
            assertThat(because(hours, "2101-01-01T00:00").kind()).isEqualTo(ChannelReason.Kind.BEYOND_CALENDAR);
            var wide = Interval.of(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("2200-01-01T00:00:00Z"));
            for (Availability resting : List.of(hours, Availability.outside("c"))) {
                var directory = directory(channel("c", hours), channel("d", resting));
                assertThat(directory.certify(List.of("d"), wide).unknowns()).hasSize(2);
            }
        }
    }

    /** Nobody knows what New Year's Eve of 1989 was, nor then whether its night runs on. */
    @Test
    void C4_whatMayHaveBegunBeforeTheCalendarIsUnknown() {
        OpeningHours nights = everyDay("16:30-32:00")
                .withDayClasses(List.of(
                        new OpeningHours.OnDayClass(DayClass.RED_DAY, DayHours.CLOSED),
                        new OpeningHours.OnDayClass(DayClass.DE_FACTO_HOLIDAY, DayHours.CLOSED)));
        assertThat(at(nights, "1990-01-01T00:00")).isEqualTo(UNKNOWN);
        assertThat(at(nights, "1990-01-01T07:59:59")).isEqualTo(UNKNOWN);
        assertThat(because(nights, "1990-01-01T03:00").kind()).isEqualTo(ChannelReason.Kind.BEYOND_CALENDAR);
        assertThat(at(nights, "1990-01-01T08:00")).isEqualTo(CLOSED);
        var around = Interval.of(local("1989-12-25T00:00"), local("1990-01-03T00:00"));
        assertThat(directory(channel("c", nights)).certify(List.of("c"), around).unknowns())
                .containsExactly(Interval.of(local("1989-12-25T00:00"), local("1990-01-01T08:00")));
        assertThat(directory(channel("c", nights)).hours("c", around).get(0).interval())
                .isEqualTo(Interval.of(local("1989-12-25T00:00"), local("1990-01-01T08:00")));
        OpeningHours dated = nights.withDates(List.of(new OpeningHours.OnDates(
                LocalDate.parse("1989-12-31"), LocalDate.parse("1989-12-31"), DayHours.open("16:30-32:00"))));
        assertThat(at(dated, "1990-01-01T03:00")).isEqualTo(OPEN);
        var calendar = SwedishCalendar.standard();
        assertThat(nights.on(LocalDate.parse("1989-12-31"), calendar).unknown())
                .containsExactly(DaySpan.parse("00:00-32:00"));
        assertThat(nights.on(LocalDate.parse("2101-01-01"), calendar).open()).isEmpty();
        assertThat(everyDay("16:30-32:00")
                        .on(LocalDate.parse("1989-12-31"), calendar)
                        .open())
                .hasSize(1);
    }

    /** What asks the calendar nothing is known without it, as far as years are written with four digits. */
    @Test
    void C4_hoursThatDoNotRestOnTheCalendarAreKnownOutsideIt() {
        OpeningHours hours = OpeningHours.weekly(List.of(week(MONDAY, MONDAY, "08:00-16:00")))
                .withMovable(List.of(
                        new OpeningHours.OnMovable(new MovableDay.FromEaster(1), DayHours.CLOSED),
                        new OpeningHours.OnMovable(new MovableDay.Yearly(MonthDay.of(2, 29)), DayHours.ALL_DAY)));
        assertThat(at(hours, "2101-01-03T08:00")).isEqualTo(OPEN);
        assertThat(at(hours, "2101-01-03T16:00")).isEqualTo(CLOSED);
        assertThat(at(hours, "2101-04-18T08:00")).isEqualTo(CLOSED);
        assertThat(at(hours, "1600-02-29T12:00")).isEqualTo(OPEN);
        assertThat(at(Availability.always(), "0001-01-02T00:00")).isEqualTo(OPEN);
        assertThat(at(Availability.always(), "9999-12-31T23:59:59")).isEqualTo(OPEN);
        assertThat(because(Availability.always(), "9999-12-31T23:59:59").kind()).isEqualTo(ChannelReason.Kind.WEEK);
        assertThat(at(Availability.always(), "+10000-01-01T00:00")).isEqualTo(UNKNOWN);
        var edges = directory(channel("c", hours), channel("d", Availability.outside("c")));
        for (String edge : List.of("1990-01-01T00:00", "2101-01-01T00:00")) {
            Interval around = Interval.of(
                    local(edge).minus(Duration.ofDays(900)), local(edge).plus(Duration.ofDays(900)));
            assertThat(edges.certify(List.of("c", "d"), around).holds()).isTrue();
            assertThat(edges.certify(List.of("c", "d"), around).fewestOpen()).isEqualTo(1);
            assertThat(edges.hours("c", around)).allSatisfy(segment -> {
                Instant start = segment.interval().getStart();
                assertThat(edges.stateAt("c", start)).isEqualTo(segment.state());
                assertThat(segment.state() == OPEN).isEqualTo(edges.stateAt("d", start) == CLOSED);
            });
        }
        assertThat(edges.nextChange("c", local("2100-12-27T16:00"), local("2102-01-01T00:00"))
                        .instant())
                .contains(local("2101-01-03T08:00"));
        for (Interval edge : List.of(
                Interval.of(local("-0010-01-01T00:00"), local("0010-01-01T00:00")),
                Interval.of(local("9990-01-01T00:00"), Instant.MAX.minusSeconds(1)))) {
            assertThat(directory(channel("c", Availability.always()))
                            .certify(List.of("c"), edge)
                            .unknowns())
                    .hasSize(1);
        }
    }

    @Test
    void T2_aSpringGapIsTheTransitionForStartsAndEnds() {
        var before = everyDay("01:00-02:30");
        var after = everyDay("02:30-04:00");
        assertThat(at(before, "2026-03-29T01:59:59")).isEqualTo(OPEN);
        var directory = directory(channel("before", before), channel("after", after));
        Instant transition = Instant.parse("2026-03-29T01:00:00Z");
        assertThat(directory.nextChange("before", transition.minusSeconds(1), transition.plusSeconds(9000)))
                .extracting(NextChange::instant)
                .isEqualTo(java.util.Optional.of(transition));
        assertThat(directory.stateAt("after", transition)).isEqualTo(OPEN);
        assertThat(at(everyDay("02:15-02:45"), "2026-03-29T03:00")).isEqualTo(CLOSED);
    }

    @Test
    void T2_anAutumnHourThatComesTwiceTakesTheFirstOccurrence() {
        var directory = directory(channel("c", everyDay("01:00-02:30")), channel("d", everyDay("02:30-25:00")));
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(directory.stateAt("c", first.minusSeconds(1))).isEqualTo(OPEN);
        assertThat(directory.stateAt("c", first)).isEqualTo(CLOSED);
        assertThat(directory.stateAt("c", first.plusSeconds(3600))).isEqualTo(CLOSED);
        assertThat(directory.stateAt("d", first)).isEqualTo(OPEN);
        assertThat(directory
                        .certify(List.of("c", "d"), Interval.of(first.minus(Duration.ofDays(2)), first))
                        .gaps())
                .isEmpty();
    }

    @Test
    void overlappingSpansAreRefusedTogether() {
        var refused = catchThrowableOfType(
                InvalidModelException.class, () -> DayHours.open("08:00-12:00", "11:00-13:00", "12:30-14:00"));
        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/open/1", "/open/2");
        assertThatIllegalArgumentException().isThrownBy(() -> DayHours.open("08:00-48:01"));
        assertThatIllegalArgumentException().isThrownBy(() -> DayHours.open("16:30-08:00"));
    }

    @Test
    void whatIsDecidedTwiceIsRefusedTogether() {
        var refused = catchThrowableOfType(
                InvalidModelException.class,
                () -> new OpeningHours(
                        List.of(week(MONDAY, FRIDAY, "08:00-16:00"), week(FRIDAY, SUNDAY, "08:00-12:00")),
                        List.of(
                                new OpeningHours.OnDayClass(DayClass.RED_DAY, DayHours.CLOSED),
                                new OpeningHours.OnDayClass(DayClass.RED_DAY, DayHours.ALL_DAY)),
                        List.of(
                                OpeningHours.OnMovable.named("julafton", DayHours.CLOSED),
                                OpeningHours.OnMovable.named("julafton", DayHours.CLOSED)),
                        List.of(
                                closed("2026-07-01", "2026-07-31"),
                                closed("2026-06-01", "2026-06-30"),
                                closed("2026-06-15", "2026-07-02")),
                        List.of()));
        assertThat(refused.faults())
                .extracting(Fault::pointer)
                .containsExactly("/week/1/days", "/dayClasses/1/class", "/movable/1", "/dates/2");
    }

    @ParameterizedTest
    @CsvSource({
        "1, första söndagen i mars, the first Sunday of March, 2026-03-01",
        "4, fjärde söndagen i mars, the fourth Sunday of March, 2026-03-22",
        "-1, sista söndagen i mars, the last Sunday of March, 2026-03-29",
        "-2, näst sista söndagen i mars, the second to last Sunday of March, 2026-03-22",
        "-3, tredje sista söndagen i mars, the third to last Sunday of March, 2026-03-15"
    })
    void C2_aWeekdayOfAMonthIsCalledAsPeopleDo(int nth, String swedish, String english, LocalDate date) {
        assertThat(MovableDay.Weekday.of(nth, SUNDAY, Month.MARCH).nameOn(date, SwedishCalendar.standard()))
                .contains(LocalizedText.of(swedish, english));
    }
}
