/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.calendar;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.municipalsafety.core.text.LocalizedText;

/**
 * Says which classes a day belongs to, with names and grounds (rule C3).
 *
 * <p>Implement it for another country. An implementation is immutable, thread-safe and quick: it is asked once for each
 * day of an interval. Outside its first and last day it has no opinion, and hours that rest on it are unknown there.
 */
public interface MunicipalCalendar {

    /**
     * Which calendar in which edition, so that a certificate can name what it rests on (rule C5).
     *
     * @return such as {@code SE-1}; another one whenever an answer differs
     */
    String version();

    /**
     * The first day it knows.
     *
     * @return the day
     */
    LocalDate firstDay();

    /**
     * The last day it knows.
     *
     * @return the day, inclusive
     */
    LocalDate lastDay();

    /**
     * All classes that this calendar uses.
     *
     * @return the classes with their names, in a fixed order
     */
    Map<DayClass, LocalizedText> dayClasses();

    /**
     * The ids of all named days, whether or not they occur in a given year.
     *
     * @return the ids with the days' names, in a fixed order
     */
    Map<String, LocalizedText> dayIds();

    /**
     * What a day is, by all its classes.
     *
     * @param date the day
     * @return its entries, the weightiest first; none for an ordinary day or one outside the calendar
     */
    List<NamedDay> daysOn(LocalDate date);

    /**
     * The classes of a day.
     *
     * @param date the day
     * @return the classes, the weightiest first
     */
    default Set<DayClass> classesOf(LocalDate date) {
        Set<DayClass> classes = new LinkedHashSet<>();
        for (NamedDay day : daysOn(date)) {
            classes.add(day.dayClass());
        }
        return classes;
    }
}
