/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.calendar;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.municipalsafety.core.text.LocalizedText;

/**
 * What a municipality changes in a country's calendar, as data: classes and days of its own, and customary days that it
 * does not keep.
 *
 * <p>Immutable and thread-safe.
 *
 * @param classes classes of its own with their names, such as {@code COUNCIL_DAY}
 * @param days days of its own, in these classes or in a customary one
 * @param without ids of days that custom gives and the municipality does not keep; a red day cannot be among them
 */
public record CalendarChanges(Map<DayClass, LocalizedText> classes, List<OwnDay> days, SortedSet<String> without) {

    /** No change. */
    public static final CalendarChanges NONE = new CalendarChanges(Map.of(), List.of(), new TreeSet<>());

    /** Copies. */
    public CalendarChanges {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        days = List.copyOf(days);
        without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
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

        /**
         * Copies and checks.
         *
         * @throws IllegalArgumentException if there is no date
         */
        public OwnDay {
            requireNonNull(id, "id");
            requireNonNull(dayClass, "dayClass");
            requireNonNull(name, "name");
            dates = Collections.unmodifiableSortedSet(new TreeSet<>(dates));
            if (dates.isEmpty()) {
                throw new IllegalArgumentException("The day %s has no date; expected at least one.".formatted(id));
            }
        }
    }
}
