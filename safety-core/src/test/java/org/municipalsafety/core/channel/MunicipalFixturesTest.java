/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.municipalsafety.core.channel.Channels.STOCKHOLM;
import static org.municipalsafety.core.channel.Channels.channel;
import static org.municipalsafety.core.channel.Channels.week;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.calendar.CalendarChanges;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * The twelve channels whose hours municipalities and others have published, each in our own rules, with what a
 * certificate of 2026 finds. The pages differ in age: realistic data, not current truth.
 */
class MunicipalFixturesTest {

    private static final Interval YEAR = WallClock.days(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), STOCKHOLM);
    private static final DayClass COUNCIL = new DayClass("COUNCIL_DAY");

    private static final OpeningHours OFFICE = OpeningHours.weekly(List.of(week(MONDAY, FRIDAY, "08:00-16:00")))
            .withDayClasses(List.of(new OpeningHours.OnDayClass(DayClass.RED_DAY, DayHours.CLOSED)));

    private static final OpeningHours VARMLAND = OpeningHours.weekly(List.of(
            new OpeningHours.Week(
                    EnumSet.of(SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY), DayHours.open("16:30-24:00")),
            week(FRIDAY, SATURDAY, "16:00-25:30")));

    private static OpeningHours.OnDates on(String date, String span) {
        return new OpeningHours.OnDates(LocalDate.parse(date), LocalDate.parse(date), DayHours.open(span));
    }

    private static LocalizedText wording(String text) {
        return new LocalizedText(Map.of("sv", text));
    }

    private static OpeningHours staffanstorp() {
        return OpeningHours.weekly(List.of(
                        week(MONDAY, THURSDAY, "16:00-24:00"),
                        week(FRIDAY, FRIDAY, "14:30-25:00"),
                        week(SATURDAY, SATURDAY, "13:30-25:00"),
                        week(SUNDAY, SUNDAY, "13:30-24:00")))
                .withDayClasses(List.of(
                        new OpeningHours.OnDayClass(
                                DayClass.NAMED_RED_DAY, DayHours.vague(wording("öppet även röda dagar"))),
                        new OpeningHours.OnDayClass(
                                DayClass.DAY_BEFORE_RED_DAY,
                                new DayHours(
                                        List.of(),
                                        List.of(DaySpan.parse("12:00-24:00")),
                                        wording("kvällen före helgdag")))));
    }

    private static OpeningHours hallstahammar() {
        var early = new DayHours(
                List.of(DaySpan.parse("08:00-12:00")),
                List.of(DaySpan.parse("12:00-16:30")),
                wording("kan stänga tidigare i samband med vissa helger"));
        return OpeningHours.weekly(List.of())
                .withSeasons(List.of(
                        new OpeningHours.Season(
                                MonthDay.of(9, 1),
                                MonthDay.of(5, 31),
                                List.of(week(MONDAY, THURSDAY, "08:00-16:30"), week(FRIDAY, FRIDAY, "08:00-16:00"))),
                        new OpeningHours.Season(
                                MonthDay.of(6, 1),
                                MonthDay.of(8, 31),
                                List.of(week(MONDAY, THURSDAY, "08:00-16:00"), week(FRIDAY, FRIDAY, "08:00-15:00")))))
                .withDayClasses(List.of(
                        new OpeningHours.OnDayClass(COUNCIL, DayHours.open("08:00-20:00")),
                        new OpeningHours.OnDayClass(DayClass.RED_DAY, DayHours.CLOSED),
                        new OpeningHours.OnDayClass(DayClass.CUSTOMARY_HALF_DAY, early)));
    }

    /** Weekends are certain, the hours of weekdays are not published. */
    private static OpeningHours vadstena() {
        return OpeningHours.weekly(List.of(
                week(SATURDAY, SUNDAY, "00:00-24:00"),
                new OpeningHours.Week(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        DayHours.vague(wording("efter kontorstid: kvällar, nätter och helger")))));
    }

    static Stream<Arguments> fixtures() {
        OpeningHours police = OpeningHours.weekly(List.of(
                new OpeningHours.Week(EnumSet.allOf(DayOfWeek.class), DayHours.vague(wording("tider anges inte")))));
        return Stream.of(
                // name, hours, gaps and unknown stretches of 2026
                Arguments.of("Norrköping kontaktcenter", OFFICE, 255, 0),
                Arguments.of(
                        "Karlstad",
                        VARMLAND.withDates(List.of(on("2023-04-07", "08:00-25:30"), on("2023-04-10", "08:00-24:00"))),
                        365,
                        0),
                Arguments.of(
                        "Kristinehamn",
                        VARMLAND.withDates(List.of(on("2021-12-24", "08:00-25:30"), on("2021-12-31", "08:00-25:30"))),
                        365,
                        0),
                Arguments.of("Staffanstorp", staffanstorp(), 352, 12),
                Arguments.of(
                        "Härnösand",
                        OpeningHours.weekly(
                                List.of(week(FRIDAY, FRIDAY, "18:00-25:00"), week(SATURDAY, SATURDAY, "15:00-25:00"))),
                        105,
                        0),
                Arguments.of("Vadstena", vadstena(), 0, 53),
                Arguments.of("Hallstahammar", hallstahammar(), 255, 7),
                Arguments.of("SOS Alarm 112", Availability.always(), 0, 0),
                Arguments.of("113 13", Availability.always(), 0, 0),
                Arguments.of("114 14", police, 0, 1),
                Arguments.of("1177", Availability.always(), 0, 0));
    }

    private static Directory directory(ContactChannel... channels) {
        var calendar = SwedishCalendar.standard()
                .with(new CalendarChanges(
                        Map.of(COUNCIL, LocalizedText.of("fullmäktigedag", "council day")),
                        List.of(new CalendarChanges.OwnDay(
                                "fullmaktige",
                                COUNCIL,
                                LocalizedText.of("kommunfullmäktige", "municipal council"),
                                new TreeSet<>(List.of(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 14))))),
                        new TreeSet<>()));
        var municipality = new Municipality("0581", LocalizedText.of("x", "x"), STOCKHOLM);
        return Directory.of(municipality, calendar, List.of(channels));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void C5_publishedHoursAndTheirFinding(String name, OpeningHours hours, int gaps, int unknowns) {
        CoverageCertificate found = directory(channel("c", hours)).certify(List.of("c"), YEAR);
        assertThat(List.of(found.gaps().size(), found.unknowns().size()))
                .as(name)
                .isEqualTo(List.of(gaps, unknowns));
    }

    /** The twelfth: Norrköping's emergency service is open outside the contact centre's hours, so the two hold. */
    @Test
    void C5_norrkopingsTwoChannelsHold() {
        var directory = directory(channel("office", OFFICE), channel("jour", Availability.outside("office")));
        assertThat(directory.certify(List.of("office", "jour"), YEAR).holds()).isTrue();
    }

    static Stream<Arguments> fallbacks() {
        var standby = FallbackStep.to("112", LocalizedText.of("Begär social beredskap.", "Ask for social standby."));
        var calledBack = FallbackStep.to(
                "112",
                LocalizedText.of(
                        "Begär socialtjänstens beredskap. Du blir uppringd inom ungefär 15 minuter.",
                        "Ask for the social services on standby. You are called back within about 15 minutes."));
        var onlyIfSerious = FallbackStep.instructing(
                LocalizedText.of("I mycket allvarliga fall: ring 112.", "In very serious cases: call 112."));
        OpeningHours harnosand = OpeningHours.weekly(
                List.of(week(FRIDAY, FRIDAY, "18:00-25:00"), week(SATURDAY, SATURDAY, "15:00-25:00")));
        return Stream.of(
                // name, hours, what is published for the time when it is closed, and an instant of such time
                Arguments.of("Karlstad", VARMLAND, standby, "2026-03-10T10:00", true),
                Arguments.of("Staffanstorp", staffanstorp(), calledBack, "2026-03-10T03:00", true),
                Arguments.of("Staffanstorp, a red day", staffanstorp(), calledBack, "2026-04-03T12:00", true),
                Arguments.of("Härnösand", harnosand, onlyIfSerious, "2026-03-10T12:00", false),
                Arguments.of("Vadstena, a weekday", vadstena(), standby, "2026-03-10T12:00", true));
    }

    /** C4: "else 112, ask for the social standby" is also what counts where the hours are not known. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("fallbacks")
    void C4_publishedFallbacks(String name, OpeningHours hours, FallbackStep step, String at, boolean names112) {
        var directory =
                directory(channel("jour", hours).withFallback(List.of(step)), channel("112", Availability.always()));
        var choice = directory.reachableAt(Channels.local(at), Audience.PUBLIC).choices().stream()
                .filter(each -> each.channel().id().equals("jour"))
                .findFirst()
                .orElseThrow();
        assertThat(choice.state()).as(name).isNotEqualTo(OpenState.OPEN);
        var instead = choice.instead().orElseThrow();
        assertThat(instead.step()).isEqualTo(step);
        assertThat(instead.target().isPresent()).isEqualTo(names112);
        assertThat(instead.text(Locale.ENGLISH))
                .contains(step.instruction().orElseThrow().in(Locale.ENGLISH));
    }

    @Test
    void C1_karlstadsGoodFridayRunsIntoTheNight() {
        var directory =
                directory(channel("c", (Availability) fixtures().toList().get(1).get()[1]));
        assertThat(directory.stateAt("c", Channels.local("2023-04-08T01:29"))).isEqualTo(OpenState.OPEN);
        assertThat(directory.stateAt("c", Channels.local("2023-04-08T01:30"))).isEqualTo(OpenState.CLOSED);
    }

    @Test
    void C2_hallstahammarStaysOpenOnCouncilDays() {
        var directory = directory(channel("c", hallstahammar()));
        assertThat(directory.stateAt("c", Channels.local("2026-11-30T19:59"))).isEqualTo(OpenState.OPEN);
        assertThat(directory.stateAt("c", Channels.local("2026-11-23T16:30"))).isEqualTo(OpenState.CLOSED);
        assertThat(directory.stateAt("c", Channels.local("2026-12-23T13:00"))).isEqualTo(OpenState.UNKNOWN);
    }
}
