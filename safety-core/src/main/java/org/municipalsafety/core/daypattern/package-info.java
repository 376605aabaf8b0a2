/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The hours of a channel as people tell them: a week, and the days that differ from it.
 *
 * <p>Start with {@link org.municipalsafety.core.daypattern.DayPatterns}; notices and exports write what it finds.
 * Nothing here decides whether a channel is open: it reads the answers of a directory by calendar days.
 */
@NullMarked
package org.municipalsafety.core.daypattern;

import org.jspecify.annotations.NullMarked;
