/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.calendar;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.text.LocalizedText;

/**
 * Sweden's days from 1990 to 2100, as the law stood in each year, with what a municipality changes.
 *
 * <p>Red days are those of the act (1989:253): every Sunday and thirteen named days. Whit Monday (annandag pingst) was
 * one until 2004, the National Day is one from 2005. De facto holidays, customary half days and bridge days rest on
 * custom and agreements. A half day or bridge day that falls on a free day does not exist that year; free are
 * Saturdays, red days and de facto holidays.
 *
 * <pre>{@code
 * SwedishCalendar.standard().classesOf(LocalDate.parse("2026-06-05")); // [CUSTOMARY_HALF_DAY, DAY_BEFORE_RED_DAY]
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class SwedishCalendar implements MunicipalCalendar {

    /** Sweden's code. */
    public static final String COUNTRY = "SE";

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final LocalDate FIRST = LocalDate.of(FIRST_YEAR, 1, 1);
    private static final LocalDate LAST = LocalDate.of(LAST_YEAR, 12, 31);
    private static final String EDITION = "SE-1";

    private static final LocalizedText LAW =
            LocalizedText.of("lag (1989:253) om allmänna helgdagar", "the Public Holidays Act (1989:253)");
    private static final LocalizedText FREE_BY_CUSTOM = LocalizedText.of(
            "sedvana och kollektivavtal, likställd med helgdag",
            "custom and collective agreements, treated as a public holiday");
    private static final LocalizedText CUSTOM =
            LocalizedText.of("sedvana eller lokalt avtal", "custom or local agreement");
    private static final LocalizedText DERIVED =
            LocalizedText.of("följer av dagarna intill", "follows from the days next to it");

    private static final Map<DayClass, LocalizedText> CLASSES = classes();
    private static final LocalizedText SUNDAY = LocalizedText.of("söndag", "Sunday");
    private static final LocalizedText BRIDGE = LocalizedText.of("klämdag", "bridge day");
    private static final String SUNDAY_ID = "sondag";
    private static final String BRIDGE_ID = "klamdag";
    private static final String BEFORE_ID = "dag-fore-rod-dag";

    private final CalendarChanges changes;
    private final String version;
    private final Map<DayClass, LocalizedText> dayClasses;
    private final Map<String, LocalizedText> dayIds;
    private final List<List<NamedDay>> byDay;

    private SwedishCalendar(CalendarChanges changes) {
        this.changes = changes;
        this.version = changes.equals(CalendarChanges.NONE) ? EDITION : EDITION + "+" + changes.digest();
        Map<DayClass, LocalizedText> allClasses = new LinkedHashMap<>(CLASSES);
        allClasses.putAll(changes.classes());
        this.dayClasses = Collections.unmodifiableMap(allClasses);
        Map<String, LocalizedText> allIds = new LinkedHashMap<>();
        for (Holiday holiday : Holiday.values()) {
            allIds.put(holiday.id, holiday.text);
        }
        allIds.put(SUNDAY_ID, SUNDAY);
        allIds.put(BRIDGE_ID, BRIDGE);
        allIds.put(BEFORE_ID, requireNonNull(CLASSES.get(DayClass.DAY_BEFORE_RED_DAY)));
        List<Fault> faults = changes.faults(CLASSES, allIds.keySet(), mayGo());
        if (!faults.isEmpty()) {
            throw new InvalidModelException("calendar", faults);
        }
        changes.days().forEach(day -> allIds.put(day.id(), day.name()));
        this.dayIds = Collections.unmodifiableMap(allIds);
        this.byDay = days(changes);
    }

    /**
     * The calendar that holds where a municipality has changed nothing.
     *
     * @return the calendar
     */
    public static SwedishCalendar standard() {
        return Standard.CALENDAR;
    }

    /**
     * The same calendar with a municipality's changes in place of those it had.
     *
     * @param newChanges the changes
     * @return the changed calendar
     * @throws InvalidModelException if a class is not known, an id is taken, or a red day is to be dropped
     */
    @Override
    public SwedishCalendar with(CalendarChanges newChanges) {
        return newChanges.equals(CalendarChanges.NONE) ? standard() : new SwedishCalendar(newChanges);
    }

    @Override
    public CalendarChanges changes() {
        return changes;
    }

    @Override
    public String country() {
        return COUNTRY;
    }

    @Override
    public String version() {
        return version;
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
        return dayClasses;
    }

    @Override
    public Map<String, LocalizedText> dayIds() {
        return dayIds;
    }

    @Override
    public List<NamedDay> daysOn(LocalDate date) {
        long index = date.toEpochDay() - FIRST.toEpochDay();
        return index < 0 || index >= byDay.size() ? List.of() : byDay.get((int) index);
    }

    /**
     * Easter Sunday by the Gregorian computus.
     *
     * @param year the year
     * @return the day
     */
    public static LocalDate easter(int year) {
        // Meeus, Jones and Butcher; the names of the terms are theirs.
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int sum = h + l - 7 * m + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }

    /** Equal if the changes are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SwedishCalendar that && changes.equals(that.changes);
    }

    @Override
    public int hashCode() {
        return changes.hashCode();
    }

    /** The version. */
    @Override
    public String toString() {
        return version;
    }

    /** What custom gives, and not the law. */
    private static Set<String> mayGo() {
        return Arrays.stream(Holiday.values())
                .filter(holiday -> !holiday.dayClass.equals(DayClass.RED_DAY))
                .map(holiday -> holiday.id)
                .collect(Collectors.toSet());
    }

    private static List<List<NamedDay>> days(CalendarChanges changes) {
        // A year more at both ends: whether a day is a bridge day depends on its neighbours.
        Map<LocalDate, List<NamedDay>> free = new HashMap<>();
        Map<LocalDate, List<NamedDay>> half = new HashMap<>();
        for (int year = FIRST_YEAR - 1; year <= LAST_YEAR + 1; year++) {
            for (Holiday holiday : Holiday.values()) {
                if (year < holiday.fromYear
                        || year > holiday.toYear
                        || changes.without().contains(holiday.id)) {
                    continue;
                }
                LocalDate date = holiday.on.in(year);
                var target = holiday.dayClass.equals(DayClass.CUSTOMARY_HALF_DAY) ? half : free;
                target.computeIfAbsent(date, key -> new ArrayList<>())
                        .add(new NamedDay(date, holiday.id, holiday.dayClass, holiday.text, holiday.ground()));
            }
        }
        Map<LocalDate, List<NamedDay>> own = changes.ownDays();
        List<List<NamedDay>> all = new ArrayList<>();
        for (LocalDate date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
            List<NamedDay> entries = new ArrayList<>(free.getOrDefault(date, List.of()));
            List.copyOf(entries).stream()
                    .filter(day -> day.dayClass().equals(DayClass.RED_DAY))
                    .map(day -> new NamedDay(day.date(), day.id(), DayClass.NAMED_RED_DAY, day.name(), day.ground()))
                    .forEach(entries::add);
            boolean red = entries.stream().anyMatch(day -> day.dayClass().equals(DayClass.RED_DAY));
            if (date.getDayOfWeek() == DayOfWeek.SUNDAY && !red) {
                entries.add(0, new NamedDay(date, SUNDAY_ID, DayClass.RED_DAY, SUNDAY, LAW));
            }
            if (!isFree(date, free)) {
                List<NamedDay> halves = half.getOrDefault(date, List.of());
                entries.addAll(halves);
                if (halves.isEmpty() && isFree(date.minusDays(1), free) && isFree(date.plusDays(1), free)) {
                    entries.add(new NamedDay(date, BRIDGE_ID, DayClass.BRIDGE_DAY, BRIDGE, DERIVED));
                }
            }
            entries.addAll(own.getOrDefault(date, List.of()));
            for (NamedDay next : free.getOrDefault(date.plusDays(1), List.of())) {
                if (next.dayClass().equals(DayClass.RED_DAY)) {
                    LocalizedText name = LocalizedText.of(
                            "dagen före " + next.name().byLanguage().get("sv"),
                            "the day before " + next.name().byLanguage().get("en"));
                    entries.add(new NamedDay(date, BEFORE_ID, DayClass.DAY_BEFORE_RED_DAY, name, DERIVED));
                }
            }
            all.add(List.copyOf(entries));
        }
        return Collections.unmodifiableList(all);
    }

    private static boolean isFree(LocalDate date, Map<LocalDate, List<NamedDay>> free) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY
                || date.getDayOfWeek() == DayOfWeek.SUNDAY
                || free.containsKey(date);
    }

    private static Map<DayClass, LocalizedText> classes() {
        Map<DayClass, LocalizedText> names = new LinkedHashMap<>();
        names.put(DayClass.RED_DAY, LocalizedText.of("röd dag", "public holiday"));
        names.put(DayClass.NAMED_RED_DAY, LocalizedText.of("röd dag med namn", "named public holiday"));
        names.put(DayClass.DE_FACTO_HOLIDAY, LocalizedText.of("helgdagsafton som är ledig", "eve kept as a holiday"));
        names.put(DayClass.CUSTOMARY_HALF_DAY, LocalizedText.of("kort dag före helg", "short day before a holiday"));
        names.put(DayClass.BRIDGE_DAY, LocalizedText.of("klämdag", "bridge day"));
        names.put(DayClass.DAY_BEFORE_RED_DAY, LocalizedText.of("dag före röd dag", "day before a public holiday"));
        return Collections.unmodifiableMap(names);
    }

    private static final class Standard {
        static final SwedishCalendar CALENDAR = new SwedishCalendar(CalendarChanges.NONE);
    }

    /** The day on which a holiday falls in a year. */
    private interface Dating {
        LocalDate in(int year);
    }

    private static Dating fixed(int month, int day) {
        return year -> LocalDate.of(year, month, day);
    }

    private static Dating fromEaster(int days) {
        return year -> easter(year).plusDays(days);
    }

    /** The first such weekday not before the given day, moved by some days. */
    private static Dating weekdayFrom(int month, int day, DayOfWeek weekday, int moved) {
        return year -> LocalDate.of(year, month, day)
                .with(TemporalAdjusters.nextOrSame(weekday))
                .plusDays(moved);
    }

    private enum Holiday {
        NEW_YEAR("nyarsdagen", DayClass.RED_DAY, "nyårsdagen", "New Year's Day", fixed(1, 1)),
        EPIPHANY("trettondedag-jul", DayClass.RED_DAY, "trettondedag jul", "Epiphany", fixed(1, 6)),
        GOOD_FRIDAY("langfredagen", DayClass.RED_DAY, "långfredagen", "Good Friday", fromEaster(-2)),
        EASTER("paskdagen", DayClass.RED_DAY, "påskdagen", "Easter Sunday", fromEaster(0)),
        EASTER_MONDAY("annandag-pask", DayClass.RED_DAY, "annandag påsk", "Easter Monday", fromEaster(1)),
        MAY_DAY("forsta-maj", DayClass.RED_DAY, "första maj", "May Day", fixed(5, 1)),
        ASCENSION(
                "kristi-himmelsfardsdag", DayClass.RED_DAY, "Kristi himmelsfärdsdag", "Ascension Day", fromEaster(39)),
        WHIT_SUNDAY("pingstdagen", DayClass.RED_DAY, "pingstdagen", "Whit Sunday", fromEaster(49)),
        WHIT_MONDAY("annandag-pingst", DayClass.RED_DAY, "annandag pingst", "Whit Monday", fromEaster(50), 0, 2004),
        NATIONAL_DAY("nationaldagen", DayClass.RED_DAY, "nationaldagen", "National Day", fixed(6, 6), 2005, 9999),
        MIDSUMMER_DAY(
                "midsommardagen",
                DayClass.RED_DAY,
                "midsommardagen",
                "Midsummer Day",
                weekdayFrom(6, 20, DayOfWeek.SATURDAY, 0)),
        ALL_SAINTS(
                "alla-helgons-dag",
                DayClass.RED_DAY,
                "alla helgons dag",
                "All Saints' Day",
                weekdayFrom(10, 31, DayOfWeek.SATURDAY, 0)),
        CHRISTMAS_DAY("juldagen", DayClass.RED_DAY, "juldagen", "Christmas Day", fixed(12, 25)),
        BOXING_DAY("annandag-jul", DayClass.RED_DAY, "annandag jul", "Boxing Day", fixed(12, 26)),

        MIDSUMMER_EVE(
                "midsommarafton",
                DayClass.DE_FACTO_HOLIDAY,
                "midsommarafton",
                "Midsummer Eve",
                weekdayFrom(6, 20, DayOfWeek.SATURDAY, -1)),
        CHRISTMAS_EVE("julafton", DayClass.DE_FACTO_HOLIDAY, "julafton", "Christmas Eve", fixed(12, 24)),
        NEW_YEARS_EVE("nyarsafton", DayClass.DE_FACTO_HOLIDAY, "nyårsafton", "New Year's Eve", fixed(12, 31)),

        EPIPHANY_EVE("trettondagsafton", DayClass.CUSTOMARY_HALF_DAY, "trettondagsafton", "Epiphany Eve", fixed(1, 5)),
        MAUNDY_THURSDAY(
                "skartorsdagen", DayClass.CUSTOMARY_HALF_DAY, "skärtorsdagen", "Maundy Thursday", fromEaster(-3)),
        WALPURGIS(
                "valborgsmassoafton", DayClass.CUSTOMARY_HALF_DAY, "valborgsmässoafton", "Walpurgis Eve", fixed(4, 30)),
        BEFORE_ASCENSION(
                "dag-fore-kristi-himmelsfardsdag",
                DayClass.CUSTOMARY_HALF_DAY,
                "dag före Kristi himmelsfärdsdag",
                "day before Ascension Day",
                fromEaster(38)),
        BEFORE_NATIONAL_DAY(
                "dag-fore-nationaldagen",
                DayClass.CUSTOMARY_HALF_DAY,
                "dag före nationaldagen",
                "day before National Day",
                fixed(6, 5),
                2005,
                9999),
        ALL_SAINTS_EVE(
                "allhelgonaafton",
                DayClass.CUSTOMARY_HALF_DAY,
                "allhelgonaafton",
                "All Saints' Eve",
                weekdayFrom(10, 31, DayOfWeek.SATURDAY, -1)),
        BEFORE_CHRISTMAS_EVE(
                "dag-fore-julafton",
                DayClass.CUSTOMARY_HALF_DAY,
                "dag före julafton",
                "day before Christmas Eve",
                fixed(12, 23));

        final String id;
        final DayClass dayClass;
        final LocalizedText text;
        final Dating on;
        final int fromYear;
        final int toYear;

        Holiday(String id, DayClass dayClass, String swedish, String english, Dating on) {
            this(id, dayClass, swedish, english, on, 0, 9999);
        }

        Holiday(String id, DayClass dayClass, String swedish, String english, Dating on, int fromYear, int toYear) {
            this.id = id;
            this.dayClass = dayClass;
            this.text = LocalizedText.of(swedish, english);
            this.on = on;
            this.fromYear = fromYear;
            this.toYear = toYear;
        }

        LocalizedText ground() {
            if (dayClass.equals(DayClass.RED_DAY)) {
                return LAW;
            }
            return dayClass.equals(DayClass.DE_FACTO_HOLIDAY) ? FREE_BY_CUSTOM : CUSTOM;
        }
    }
}
