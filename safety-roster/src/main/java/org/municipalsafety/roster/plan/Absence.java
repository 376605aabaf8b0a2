/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * A stretch of time in which somebody cannot be on duty. Why is nobody's business here (rule D2).
 *
 * <p>Immutable and thread-safe.
 *
 * @param person the person's id
 * @param interval when, bounded and not empty
 */
public record Absence(String person, Interval interval) {

    /** Checks. */
    public Absence {
        WallClock.requireBounded(interval, "absence");
        new Faults().id("/person", person).refuse("absence");
    }
}
