/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.municipalsafety.core.text.LocalizedText;

/**
 * Norway's red days from 1996 to 2100: Sundays and ten named days by the act on holy days (lov 1995-02-24 nr. 12, § 2),
 * 1 and 17 May by the act of 1947 (lov 1947-04-26 nr. 1). No eves, half days or bridge days: those rest on custom.
 */
final class NorwegianCalendar implements MunicipalCalendar {

    private static final LocalDate FIRST = LocalDate.of(1996, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final LocalizedText HOLY_DAYS =
            LocalizedText.of("lov om helligdager og helligdagsfred", "the act on holy days (lov 1995-02-24 nr. 12)");
    private static final LocalizedText MAY_DAYS =
            LocalizedText.of("lov om 1 og 17 mai som høgtidsdager", "the act on 1 and 17 May (lov 1947-04-26 nr. 1)");
    private static final LocalizedText SUNDAY = LocalizedText.of("söndag", "Sunday");

    private record Day(String id, LocalizedText name, LocalizedText ground, IntFunction<LocalDate> in) {}

    private static final List<Day> DAYS = List.of(
            new Day("nyttarsdag", LocalizedText.of("nyårsdagen", "New Year's Day"), HOLY_DAYS, on(1, 1)),
            new Day("skjartorsdag", LocalizedText.of("skärtorsdagen", "Maundy Thursday"), HOLY_DAYS, easter(-3)),
            new Day("langfredag", LocalizedText.of("långfredagen", "Good Friday"), HOLY_DAYS, easter(-2)),
            new Day("paskedag", LocalizedText.of("påskdagen", "Easter Sunday"), HOLY_DAYS, easter(0)),
            new Day("annen-paskedag", LocalizedText.of("annandag påsk", "Easter Monday"), HOLY_DAYS, easter(1)),
            new Day("forste-mai", LocalizedText.of("första maj", "May Day"), MAY_DAYS, on(5, 1)),
            new Day("syttende-mai", LocalizedText.of("Norges nationaldag", "Constitution Day"), MAY_DAYS, on(5, 17)),
            new Day("himmelfart", LocalizedText.of("Kristi himmelsfärdsdag", "Ascension Day"), HOLY_DAYS, easter(39)),
            new Day("pinsedag", LocalizedText.of("pingstdagen", "Whit Sunday"), HOLY_DAYS, easter(49)),
            new Day("annen-pinsedag", LocalizedText.of("annandag pingst", "Whit Monday"), HOLY_DAYS, easter(50)),
            new Day("juledag", LocalizedText.of("juldagen", "Christmas Day"), HOLY_DAYS, on(12, 25)),
            new Day("annen-juledag", LocalizedText.of("annandag jul", "Boxing Day"), HOLY_DAYS, on(12, 26)));

    private static IntFunction<LocalDate> on(int month, int day) {
        return year -> LocalDate.of(year, month, day);
    }

    private static IntFunction<LocalDate> easter(int days) {
        return year -> SwedishCalendar.easter(year).plusDays(days);
    }

    @Override
    public String country() {
        return "NO";
    }

    @Override
    public String version() {
        return "NO-1";
    }

    @Override
    public LocalDate firstDay() {
        return FIRST;
    }

    @Override
    public LocalDate lastDay() {
        return LAST;
    }

    @Override
    public Map<DayClass, LocalizedText> dayClasses() {
        Map<DayClass, LocalizedText> classes = new LinkedHashMap<>();
        classes.put(DayClass.RED_DAY, LocalizedText.of("röd dag", "public holiday"));
        classes.put(DayClass.NAMED_RED_DAY, LocalizedText.of("röd dag med namn", "named public holiday"));
        return classes;
    }

    @Override
    public Map<String, LocalizedText> dayIds() {
        Map<String, LocalizedText> ids = new LinkedHashMap<>();
        DAYS.forEach(day -> ids.put(day.id(), day.name()));
        ids.put("sondag", SUNDAY);
        return ids;
    }

    @Override
    public List<NamedDay> daysOn(LocalDate date) {
        List<NamedDay> days = new ArrayList<>();
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            return days;
        }
        for (Day day : DAYS) {
            if (day.in().apply(date.getYear()).equals(date)) {
                days.add(new NamedDay(date, day.id(), DayClass.RED_DAY, day.name(), day.ground()));
                days.add(new NamedDay(date, day.id(), DayClass.NAMED_RED_DAY, day.name(), day.ground()));
            }
        }
        if (days.isEmpty() && date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            days.add(new NamedDay(date, "sondag", DayClass.RED_DAY, SUNDAY, HOLY_DAYS));
        }
        return days;
    }

    /** Every one gives the same answers. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NorwegianCalendar;
    }

    @Override
    public int hashCode() {
        return NorwegianCalendar.class.hashCode();
    }
}
