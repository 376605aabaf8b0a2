/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.SafetyException;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.text.LocalizedText;

/** Calendars of countries by their names, Norway's standing for one that another library brings. */
class CalendarsTest {

    private static final MunicipalCalendar NO = new NorwegianCalendar();
    private static final LocalizedText X = LocalizedText.of("x", "x");

    private static CalendarChanges.OwnDay day(String id, String dayClass, String date) {
        return new CalendarChanges.OwnDay(id, new DayClass(dayClass), X, new TreeSet<>(Set.of(LocalDate.parse(date))));
    }

    private static CalendarChanges changes(List<CalendarChanges.OwnDay> days, String... without) {
        return new CalendarChanges(Map.of(new DayClass("COUNCIL_DAY"), X), days, new TreeSet<>(Set.of(without)));
    }

    private record Provider(String country, MunicipalCalendar calendar) implements CalendarProvider {}

    @Test
    void C3_calendarsAreFoundByTheirCountry() {
        Calendars found = Calendars.discover(CalendarsTest.class.getClassLoader());
        assertThat(found.countries()).containsExactly("NO", "SE");
        assertThat(found.problems()).isEmpty();
        assertThat(found.find("SE")).contains(SwedishCalendar.standard());
        assertThat(found.find("NO")).contains(NO);
        assertThat(found.find("FI")).isEmpty();
    }

    @Test
    void C3_twoProvidersOfOneCountryAreRefusedByName() {
        assertThatThrownBy(() -> Calendars.of(new SwedishCalendarProvider(), new Provider("SE", NO)))
                .isInstanceOf(SafetyException.class)
                .hasMessageContaining(SwedishCalendarProvider.class.getName())
                .hasMessageContaining(Provider.class.getName());
    }

    @Test
    void C3_aProviderThatContradictsItselfIsNotBelieved() {
        assertThatThrownBy(() -> Calendars.of(new Provider("DK", NO)).find("DK"))
                .isInstanceOf(SafetyException.class)
                .hasMessageContaining("DK")
                .hasMessageContaining("NO");
        assertThat(Calendars.of(new Provider("Norge", NO)).problems())
                .singleElement()
                .asString()
                .contains("ISO 3166");
    }

    /** C3: the second country's red days are those of another library. */
    @Test
    void C3_norwaysDaysAgreeWithJollyday() {
        HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NORWAY));
        for (int year = 1996; year <= 2100; year++) {
            Set<LocalDate> theirs = jollyday.getHolidays(Year.of(year)).stream()
                    .map(de.focus_shift.jollyday.core.Holiday::getDate)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<LocalDate> ours = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(date -> NO.classesOf(date).contains(DayClass.NAMED_RED_DAY))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(ours).as("year %d", year).isEqualTo(theirs);
        }
    }

    @Test
    void C3_aMunicipalityAddsDaysToAnyCountrysCalendar() {
        var changed = NO.with(changes(List.of(day("council", "COUNCIL_DAY", "2026-05-17"))));
        assertThat(changed.classesOf(LocalDate.parse("2026-05-17")))
                .containsExactly(DayClass.RED_DAY, DayClass.NAMED_RED_DAY, new DayClass("COUNCIL_DAY"));
        assertThat(changed.daysOn(LocalDate.parse("2026-05-18"))).isEmpty();
        assertThat(changed.dayClasses())
                .containsKey(new DayClass("COUNCIL_DAY"))
                .containsKey(DayClass.RED_DAY);
        assertThat(changed.dayIds()).containsKey("council").containsKey("syttende-mai");
        assertThat(changed.country()).isEqualTo("NO");
        assertThat(changed.firstDay()).isEqualTo(NO.firstDay());
        assertThat(changed.lastDay()).isEqualTo(NO.lastDay());
    }

    /** C5: a certificate names the calendar, so other answers have another version, and the same ones the same. */
    @Test
    void C5_changesHaveAVersionOfTheirOwn() {
        var one = NO.with(changes(List.of(day("council", "COUNCIL_DAY", "2026-05-18"))));
        var same = NO.with(changes(List.of(day("council", "COUNCIL_DAY", "2026-05-18"))));
        var other = one.with(changes(List.of(day("council", "COUNCIL_DAY", "2026-05-19"))));
        assertThat(one)
                .isEqualTo(same)
                .hasSameHashCodeAs(same)
                .isNotEqualTo(other)
                .isNotEqualTo(NO);
        assertThat(one.version()).startsWith("NO-1+").isEqualTo(same.version()).isNotEqualTo(other.version());
        assertThat(other.daysOn(LocalDate.parse("2026-05-18"))).isEmpty();
        assertThat(NO.with(CalendarChanges.NONE)).isEqualTo(NO);
        assertThat(NO.changes()).isEqualTo(CalendarChanges.NONE);
    }

    @Test
    void C3_wrongChangesAreRefusedTogether() {
        var wrong = new CalendarChanges(
                Map.of(DayClass.RED_DAY, X),
                List.of(
                        day("juledag", "NOWHERE", "2026-05-18"),
                        day("a", "RED_DAY", "2026-05-18"),
                        day("a", "NAMED_RED_DAY", "2026-05-19")),
                new TreeSet<>(Set.of("juledag")));
        var refused = catchThrowableOfType(InvalidModelException.class, () -> NO.with(wrong));
        assertThat(refused.faults())
                .extracting(Fault::pointer)
                .containsExactly(
                        "/classes/0",
                        "/days/0/id",
                        "/days/0/class",
                        "/days/1/class",
                        "/days/2/id",
                        "/days/2/class",
                        "/without/0");
    }

    /** A certificate names the version: the same changes written down in another order are the same calendar. */
    @Test
    void C5_equalChangesMakeEqualVersions() {
        DayClass council = new DayClass("COUNCIL_DAY");
        DayClass market = new DayClass("MARKET_DAY");
        Map<DayClass, LocalizedText> one = new LinkedHashMap<>();
        one.put(council, new LocalizedText(inOrder("sv", "en")));
        one.put(market, LocalizedText.of("marknad", "market"));
        Map<DayClass, LocalizedText> other = new LinkedHashMap<>();
        other.put(market, LocalizedText.of("marknad", "market"));
        other.put(council, new LocalizedText(inOrder("en", "sv")));
        for (MunicipalCalendar country : List.of(SwedishCalendar.standard(), new NorwegianCalendar())) {
            var first = country.with(new CalendarChanges(one, List.of(), new TreeSet<>()));
            var second = country.with(new CalendarChanges(other, List.of(), new TreeSet<>()));
            assertThat(first).isEqualTo(second);
            assertThat(first.version()).isEqualTo(second.version());
        }
    }

    private static Map<String, String> inOrder(String... tags) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String tag : tags) {
            texts.put(tag, "fullmäktige-" + tag);
        }
        return texts;
    }

    @Test
    void D1_anOwnDaysIdIsAnIdentifier() {
        for (String id : List.of("", "a b", "å", "-", "x".repeat(65))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CalendarChanges.OwnDay(
                            id,
                            DayClass.DE_FACTO_HOLIDAY,
                            LocalizedText.of("x", "x"),
                            new TreeSet<>(List.of(LocalDate.EPOCH))));
        }
    }
}
