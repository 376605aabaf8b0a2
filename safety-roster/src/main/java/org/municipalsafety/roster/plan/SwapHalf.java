/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import java.time.Instant;
import org.municipalsafety.core.document.Fault;
import org.threeten.extra.Interval;

/**
 * One half of a swap as the decision that it is: what is decided later beats it, in that half alone. A plan that has
 * one half has the other too.
 *
 * <p>Immutable and thread-safe.
 *
 * @param swap the whole swap
 * @param side which of its two sides this is
 */
public record SwapHalf(Swap swap, Swap.Side side) implements Decision {

    /** Checks. */
    public SwapHalf {
        new Faults()
                .check(
                        side.equals(swap.first()) || side.equals(swap.second()),
                        Fault.of("/position", "a side of another swap than " + swap.id(), "the first or the second"))
                .refuse("half of a swap");
    }

    @Override
    public String id() {
        return swap.id();
    }

    @Override
    public String position() {
        return side.position();
    }

    @Override
    public Interval interval() {
        return side.interval();
    }

    /**
     * Who takes the position over.
     *
     * @return the person's id
     */
    public String holder() {
        return side.holder();
    }

    @Override
    public Instant decidedAt() {
        return swap.decidedAt();
    }

    @Override
    public String decidedBy() {
        return swap.decidedBy();
    }

    /**
     * What is taken over in return.
     *
     * @return the other half of the same swap
     */
    public SwapHalf other() {
        return new SwapHalf(swap, side.equals(swap.first()) ? swap.second() : swap.first());
    }

    @Override
    public boolean putsOnDuty(String somebody) {
        return side.holder().equals(somebody);
    }
}
