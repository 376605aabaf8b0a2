/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Measures (åtgärder): what has been decided, for whom, for how long, and when it must be judged anew (rules M1 to M3).
 *
 * <p>Start with {@link org.municipalsafety.core.measure.Measure}. Its past is a list of
 * {@link org.municipalsafety.core.measure.MeasureEvent}s that people caused; what the clock causes (a start, a review
 * falling due) is derived from them by {@code stateAt} and is never stored, so that it cannot be late. Persons never
 * live here: requester, decider and performer are functions, a target group is a predicate (rule D2).
 */
@NullMarked
package org.municipalsafety.core.measure;

import org.jspecify.annotations.NullMarked;
