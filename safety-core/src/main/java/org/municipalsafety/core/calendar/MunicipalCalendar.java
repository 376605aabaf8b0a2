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
 * <p>Implement it for another country, and bring it by a {@link CalendarProvider}. An implementation is immutable,
 * thread-safe and quick: it is asked once for each day of an interval. Two that give the same answers are equal.
 * Outside its first and last day it has no opinion, and hours that rest on it are unknown there.
 */
public interface MunicipalCalendar {

    /**
     * Whose days it tells.
     *
     * @return the code of the country by ISO 3166-1 alpha-2, such as {@code SE}, or of a part of it by ISO 3166-2
     */
    String country();

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

    /**
     * What a municipality has changed in the country's calendar.
     *
     * @return the changes, none unless it was made by {@link #with}
     */
    default CalendarChanges changes() {
        return CalendarChanges.NONE;
    }

    /**
     * The same country's calendar with a municipality's changes in place of those it had.
     *
     * <p>As it stands here it adds classes and days. A country whose custom gives days that a municipality may drop
     * does that itself, since other days may hang on them.
     *
     * @param changes the changes
     * @return the changed calendar, with another version
     * @throws org.municipalsafety.core.document.InvalidModelException if a class is not known or is the country's, an
     *     id is taken, a day is to be red, or one is to be dropped that cannot be; all such faults at once
     */
    default MunicipalCalendar with(CalendarChanges changes) {
        return changes.equals(CalendarChanges.NONE) ? this : new ChangedCalendar(this, changes);
    }
}
