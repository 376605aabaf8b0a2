/* SPDX-License-Identifier: Apache-2.0 */
/**
 * When something is open, closed or not known: the rules (C1 to C4), and the answers that follow from them.
 *
 * <p>Start with {@link org.municipalsafety.core.hours.OpeningHours}, an
 * {@link org.municipalsafety.core.hours.Availability}. What is answered is an
 * {@link org.municipalsafety.core.hours.OpenState} with its {@linkplain org.municipalsafety.core.hours.ChannelReason
 * reason}, a stretch of it is a {@link org.municipalsafety.core.hours.Segment}, its end a
 * {@link org.municipalsafety.core.hours.NextChange}.
 *
 * <p>What the hours are the hours of does not live here: a channel knows its hours, and hours no channel but by its id.
 */
@NullMarked
package org.municipalsafety.core.hours;

import org.jspecify.annotations.NullMarked;
