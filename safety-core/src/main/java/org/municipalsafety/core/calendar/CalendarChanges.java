/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.calendar;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.text.LocalizedText;

/**
 * What a municipality changes in a country's calendar, as data: classes and days of its own, and customary days that it
 * does not keep.
 *
 * <p>Immutable and thread-safe.
 *
 * @param classes classes of its own with their names, such as {@code COUNCIL_DAY}
 * @param days days of its own, in these classes or in a customary one
 * @param without ids of days that custom gives and the municipality does not keep, where the country's calendar knows
 *     how to drop one; a red day cannot be among them
 */
public record CalendarChanges(Map<DayClass, LocalizedText> classes, List<OwnDay> days, SortedSet<String> without) {

    private static final LocalizedText OWN = LocalizedText.of("kommunens beslut", "decision of the municipality");

    /** No change. */
    public static final CalendarChanges NONE = new CalendarChanges(Map.of(), List.of(), new TreeSet<>());

    /**
     * Copies.
     *
     * @throws IllegalArgumentException if the name of a class is not one line
     */
    public CalendarChanges {
        classes.values().forEach(LocalizedText::requireLine);
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        days = List.copyOf(days);
        without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
    }

    /**
     * Names the changes within a calendar's version: equal changes alike, in whatever order classes and languages came.
     */
    String digest() {
        Map<String, Map<String, String>> named = new TreeMap<>();
        classes.forEach((dayClass, name) -> named.put(dayClass.id(), new TreeMap<>(name.byLanguage())));
        StringBuilder text = new StringBuilder(named.toString());
        for (OwnDay day : days) {
            text.append(
                    List.of(day.id(), day.dayClass(), new TreeMap<>(day.name().byLanguage()), day.dates()));
        }
        text.append(without);
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /** The own days by date, in the order of the changes. */
    Map<LocalDate, List<NamedDay>> ownDays() {
        Map<LocalDate, List<NamedDay>> own = new HashMap<>();
        for (OwnDay day : days) {
            for (LocalDate date : day.dates()) {
                own.computeIfAbsent(date, key -> new ArrayList<>())
                        .add(new NamedDay(date, day.id(), day.dayClass(), day.name(), OWN));
            }
        }
        return own;
    }

    /**
     * What contradicts a country's calendar; pointers start from the changes.
     *
     * @param countryClasses the country's own classes
     * @param countryIds the ids of the country's own days
     * @param mayGo the ids of days that the calendar can drop
     */
    List<Fault> faults(Map<DayClass, LocalizedText> countryClasses, Set<String> countryIds, Set<String> mayGo) {
        List<Fault> faults = new ArrayList<>();
        Set<DayClass> all = new LinkedHashSet<>(countryClasses.keySet());
        int i = 0;
        for (DayClass own : classes.keySet()) {
            if (!all.add(own)) {
                faults.add(
                        Fault.of("/classes/" + i, "the class " + own, "a class that the country's calendar has not"));
            }
            i++;
        }
        Set<String> seen = new HashSet<>(countryIds);
        for (i = 0; i < days.size(); i++) {
            OwnDay day = days.get(i);
            String place = "/days/" + i;
            if (!seen.add(day.id())) {
                faults.add(Fault.of(place + "/id", "the id " + day.id(), "an id that no other day has"));
            }
            if (!all.contains(day.dayClass())) {
                faults.add(Fault.of(place + "/class", "the unknown day class " + day.dayClass(), "one of " + all)
                        .maybe("Maybe it is missing among the classes."));
            } else if (day.dayClass().equals(DayClass.RED_DAY) || day.dayClass().equals(DayClass.NAMED_RED_DAY)) {
                faults.add(
                        Fault.of(place + "/class", day.dayClass().id(), "another class: only the law makes a day red"));
            }
        }
        i = 0;
        for (String id : without) {
            if (!mayGo.contains(id)) {
                faults.add(Fault.of(
                        "/without/" + i,
                        "the day " + id,
                        mayGo.isEmpty()
                                ? "nothing: this country's calendar drops no day"
                                : "the id of a de facto holiday or customary half day"));
            }
            i++;
        }
        return faults;
    }

    /**
     * A day that the municipality itself names, with its dates.
     *
     * @param id the id of the day, other than those of the country's calendar
     * @param dayClass its class
     * @param name its name
     * @param dates its dates, at least one
     */
    public record OwnDay(String id, DayClass dayClass, LocalizedText name, SortedSet<LocalDate> dates) {

        private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

        /**
         * Copies and checks.
         *
         * @throws IllegalArgumentException if the id is no identifier, the name not one line, or there is no date
         */
        public OwnDay {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "The id of a day is no identifier: a letter or digit A-Z a-z 0-9, then up to 63 of these and . _ -");
            }
            requireNonNull(dayClass, "dayClass");
            name.requireLine();
            dates = Collections.unmodifiableSortedSet(new TreeSet<>(dates));
            if (dates.isEmpty()) {
                throw new IllegalArgumentException("The day %s has no date; expected at least one.".formatted(id));
            }
        }
    }
}
