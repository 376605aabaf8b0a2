/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Which class a day belongs to: red day, de facto holiday, customary half day, day before a red day, bridge day, and
 * what a municipality adds (rule C3).
 *
 * <p>Start with {@link org.municipalsafety.core.calendar.MunicipalCalendar}; Sweden's is
 * {@link org.municipalsafety.core.calendar.SwedishCalendar}, other countries' come by
 * {@link org.municipalsafety.core.calendar.CalendarProvider}. A bare "public holiday" decides nothing here: the class
 * is always named, since whether Midsummer Eve is one depends on who is asked.
 *
 * <p>No opening hours live here, and no working-time rule.
 */
@NullMarked
package org.municipalsafety.core.calendar;

import org.jspecify.annotations.NullMarked;
