/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.calendar;

/**
 * Brings Sweden's calendar.
 *
 * <p>Immutable and thread-safe.
 */
public final class SwedishCalendarProvider implements CalendarProvider {

    /** For the {@link java.util.ServiceLoader}. */
    public SwedishCalendarProvider() {}

    @Override
    public String country() {
        return SwedishCalendar.COUNTRY;
    }

    @Override
    public MunicipalCalendar calendar() {
        return SwedishCalendar.standard();
    }
}
