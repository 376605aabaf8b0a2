/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Local time turned into instants, by one rule (T1 to T4).
 *
 * <p>Start with {@link org.municipalsafety.core.time.WallClock}: the only place where a local date-time becomes an
 * instant. {@link org.municipalsafety.core.time.DaySpan} is a stretch of a day in local time, such as
 * {@code 16:30-25:30}. Intervals are those of ThreeTen-Extra: they hold their start and not their end.
 *
 * <p>No clock lives here, no default zone and no calendar of holidays.
 */
@NullMarked
package org.municipalsafety.core.time;

import org.jspecify.annotations.NullMarked;
