/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import java.time.Instant;
import org.threeten.extra.Interval;

/**
 * What somebody decided about a position for a while, against what rotations and absences say (rule R3).
 *
 * <p>A {@link SeatOverride} and a {@link SwapHalf} are about the seat and fill it whoever is in turn; a
 * {@link Takeover} is about one person's turns. A later decision beats an earlier one: the order is {@link #decidedAt},
 * not the place in a list. It binds also when whoever it names is absent by the rota, or lacks a qualification: whoever
 * decided knew better. It does not bind where it would give one person two positions that are distinct (rule R6).
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Decision permits SeatOverride, SwapHalf, Takeover {

    /**
     * The decision's name in the rota; the two halves of a swap share one.
     *
     * @return the id
     */
    String id();

    /**
     * The position.
     *
     * @return its id
     */
    String position();

    /**
     * When it holds.
     *
     * @return the interval, bounded and not empty
     */
    Interval interval();

    /**
     * When it was decided.
     *
     * @return the instant; of two about the same the later counts
     */
    Instant decidedAt();

    /**
     * The function that decided, such as {@code Säkerhetschef}.
     *
     * @return the function; never a person's name (rule D2)
     */
    String decidedBy();

    /**
     * Whether it puts somebody on duty.
     *
     * @param person the person's id
     * @return true if that person is to hold the position, or takes the turns over
     */
    boolean putsOnDuty(String person);
}
