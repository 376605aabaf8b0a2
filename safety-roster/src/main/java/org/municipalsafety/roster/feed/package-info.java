/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Rosters as calendars that people subscribe to (iCalendar, RFC 5545).
 *
 * <p>Start with {@link org.municipalsafety.roster.feed.CalendarFeed}. A feed holds resolved duties and no recurrence
 * rules: calendar programs read those differently where the clock changes. Nothing is fetched or sent here. Rules D3,
 * R8 and T1.
 */
@NullMarked
package org.municipalsafety.roster.feed;

import org.jspecify.annotations.NullMarked;
