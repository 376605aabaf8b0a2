/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.text.LocalizedText;

class SwedishCalendarTest {

    private static final SwedishCalendar SE = SwedishCalendar.standard();
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    @Test
    void C3_whitMondayWasRedUntil2004AndTheNationalDayIsFrom2005() {
        assertThat(SE.classesOf(LocalDate.parse("2004-05-31")))
                .containsExactly(DayClass.RED_DAY, DayClass.NAMED_RED_DAY);
        assertThat(SE.classesOf(LocalDate.parse("2005-05-16"))).isEmpty();
        assertThat(SE.classesOf(LocalDate.parse("2003-06-06"))).isEmpty();
        assertThat(SE.classesOf(LocalDate.parse("2005-06-06")))
                .containsExactly(DayClass.RED_DAY, DayClass.NAMED_RED_DAY);
        assertThat(SE.classesOf(LocalDate.parse("2003-06-05"))).isEmpty();
        assertThat(SE.classesOf(LocalDate.parse("2026-06-05")))
                .containsExactly(DayClass.CUSTOMARY_HALF_DAY, DayClass.DAY_BEFORE_RED_DAY);
    }

    @Test
    void C3_everySundayIsRedAndNoSaturdayIsOnlyForItsSunday() {
        assertThat(SE.classesOf(LocalDate.parse("2026-11-22"))).containsExactly(DayClass.RED_DAY);
        assertThat(SE.classesOf(LocalDate.parse("2026-11-21"))).isEmpty();
        assertThat(SE.classesOf(LocalDate.parse("2026-04-04"))).containsExactly(DayClass.DAY_BEFORE_RED_DAY);
    }

    @Test
    void C3_thirteenNamedRedDaysEachYear() {
        for (int year = 1990; year <= 2100; year++) {
            assertThat(LocalDate.of(year, 1, 1)
                            .datesUntil(LocalDate.of(year + 1, 1, 1))
                            .flatMap(date -> SE.daysOn(date).stream())
                            .filter(day -> day.dayClass().equals(DayClass.RED_DAY)
                                    && !day.id().equals("sondag")))
                    .as("year %d", year)
                    .hasSize(13);
        }
    }

    @Test
    void C3_everyEntryHasNameAndGroundInBothLanguages() {
        for (LocalDate date = SE.firstDay(); !date.isAfter(SE.lastDay()); date = date.plusDays(1)) {
            for (NamedDay day : SE.daysOn(date)) {
                assertThat(day.name().byLanguage()).containsOnlyKeys("sv", "en");
                assertThat(day.ground().byLanguage()).containsOnlyKeys("sv", "en");
                assertThat(SE.dayClasses()).containsKey(day.dayClass());
                assertThat(SE.dayIds()).containsKey(day.id());
            }
        }
        assertThat(SE.daysOn(LocalDate.of(1989, 12, 31))).isEmpty();
        assertThat(SE.daysOn(LocalDate.of(2101, 1, 1))).isEmpty();
    }

    @Test
    void C3_aMunicipalityAddsAndDropsDays() {
        var council = new DayClass("COUNCIL_DAY");
        var calendar = SE.with(new CalendarChanges(
                Map.of(council, LocalizedText.of("fullmäktigedag", "council day")),
                List.of(new CalendarChanges.OwnDay(
                        "fullmaktige",
                        council,
                        LocalizedText.of("kommunfullmäktige", "municipal council"),
                        new TreeSet<>(Set.of(LocalDate.parse("2026-11-30"))))),
                new TreeSet<>(Set.of("valborgsmassoafton"))));
        assertThat(calendar.classesOf(LocalDate.parse("2026-11-30"))).containsExactly(council);
        assertThat(calendar.classesOf(LocalDate.parse("2026-04-30"))).containsExactly(DayClass.DAY_BEFORE_RED_DAY);
        assertThat(calendar.version()).startsWith("SE-1+").isNotEqualTo(SE.version());
        assertThat(calendar.with(CalendarChanges.NONE)).isEqualTo(SE);
    }

    @Test
    void C3_wrongChangesAreRefusedTogether() {
        var day = new CalendarChanges.OwnDay(
                "julafton",
                new DayClass("NOWHERE"),
                LocalizedText.of("x", "x"),
                new TreeSet<>(Set.of(LocalDate.parse("2026-11-30"))));
        var changes = new CalendarChanges(
                Map.of(DayClass.RED_DAY, LocalizedText.of("x", "x")), List.of(day), new TreeSet<>(Set.of("juldagen")));
        var refused = catchThrowableOfType(InvalidModelException.class, () -> SE.with(changes));
        assertThat(refused.faults())
                .extracting(Fault::pointer)
                .containsExactly("/classes/0", "/days/0/id", "/days/0/class", "/without/0");
    }

    /** Of the published table: the class, the name and nothing else, on each of its days and on no other. */
    @Test
    void C3_agreesWithThePublishedDayTable() throws IOException {
        String folder = System.getProperty("safety.conformance", "");
        assumeTrue(!folder.isEmpty(), "the folder of conformance data is not given (safety.conformance)");
        Path table = Path.of(folder, "working-time", "se_days_2024_2030.csv");
        Set<String> expected = Files.readAllLines(table).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(row -> row[0] + " " + row[2].replace("KLAMDAG", "BRIDGE_DAY") + " " + row[3])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> actual = LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2031, 1, 1))
                .flatMap(date -> SE.daysOn(date).stream())
                .filter(day -> !day.id().equals("sondag")
                        && !Set.of(DayClass.DAY_BEFORE_RED_DAY, DayClass.NAMED_RED_DAY)
                                .contains(day.dayClass()))
                .map(day -> day.date() + " " + day.dayClass() + " " + day.name().in(SWEDISH))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(expected).hasSize(171);
        assertThat(actual).isEqualTo(expected);
    }

    /**
     * Against another library, which counts the three eves among the holidays and knows neither half days, bridge days
     * nor ordinary Sundays. For years before 2005 it has today's law, so it is asked from then on.
     */
    @Test
    void C3_agreesWithJollyday() {
        HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));
        for (int year = 2005; year <= 2100; year++) {
            Set<LocalDate> theirs = jollyday.getHolidays(Year.of(year)).stream()
                    .map(de.focus_shift.jollyday.core.Holiday::getDate)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<LocalDate> ours = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(date -> SE.daysOn(date).stream()
                            .anyMatch(day -> !day.id().equals("sondag")
                                    && Set.of(DayClass.RED_DAY, DayClass.DE_FACTO_HOLIDAY)
                                            .contains(day.dayClass())))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(ours).as("year %d", year).isEqualTo(theirs);
        }
    }
}
