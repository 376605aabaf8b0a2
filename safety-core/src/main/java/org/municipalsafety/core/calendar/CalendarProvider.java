/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.calendar;

/**
 * Brings the calendar of a country, so that a directory can name it.
 *
 * <p>Found by {@link java.util.ServiceLoader}: declare it in {@code module-info.java} <em>and</em> in
 * {@code META-INF/services}. An implementation has a public constructor without parameters that does nothing; its
 * methods are quick, always answer the same, and may be called from any thread.
 *
 * @see Calendars
 */
public interface CalendarProvider {

    /**
     * The country.
     *
     * @return the same as its calendar's {@link MunicipalCalendar#country()}
     */
    String country();

    /**
     * The calendar, without any municipality's changes.
     *
     * @return the calendar, equal whenever it is asked for
     */
    MunicipalCalendar calendar();
}
