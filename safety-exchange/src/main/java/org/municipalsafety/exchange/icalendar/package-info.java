/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Calendars (RFC 5545): duties taken over from one, and the days on which channels differ written as one.
 *
 * <p>Start with {@link org.municipalsafety.exchange.icalendar.DutyCalendar} to take duties over, and with
 * {@link org.municipalsafety.exchange.icalendar.DeviationsExport} to write. A calendar is taken over once, as
 * decisions; recurrence and what nobody decided are refused. Feeds of duties are the roster's own
 * ({@code org.municipalsafety.roster.feed}). Rules A7, C2 and T2.
 */
@NullMarked
package org.municipalsafety.exchange.icalendar;

import org.jspecify.annotations.NullMarked;
