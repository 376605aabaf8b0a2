/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The text of calendars (iCalendar, RFC 5545) as every feed and export writes it.
 *
 * <p>Start with {@link org.municipalsafety.core.icalendar.CalendarText}. What stands in a calendar is decided by
 * whoever writes one; here is how it is written: lines, folding, escaping, times and zones. Nothing is read here, and
 * the classes of days are elsewhere ({@code org.municipalsafety.core.calendar}).
 */
@NullMarked
package org.municipalsafety.core.icalendar;

import org.jspecify.annotations.NullMarked;
