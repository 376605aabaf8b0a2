/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.calendar;

/** Brings the calendar of a second country, as another library would. */
public final class NorwegianCalendarProvider implements CalendarProvider {

    /** For the service loader. */
    public NorwegianCalendarProvider() {}

    @Override
    public String country() {
        return "NO";
    }

    @Override
    public MunicipalCalendar calendar() {
        return new NorwegianCalendar();
    }
}
