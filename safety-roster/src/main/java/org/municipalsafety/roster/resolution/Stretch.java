/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;

/**
 * The time around an instant in which all that was asked on the way to an answer stays the same.
 *
 * <p>At an edge that is sharp the answer changes for certain: somebody else's turn has another number. At any other
 * edge the answer may be equal on the far side.
 */
final class Stretch {

    private Instant from = Instant.MIN;
    private Instant until = Instant.MAX;
    private boolean sharpFrom;
    private boolean sharpUntil;

    void narrow(Instant startInclusive, Instant endExclusive) {
        if (startInclusive.isAfter(from)) {
            from = startInclusive;
            sharpFrom = false;
        }
        if (endExclusive.isBefore(until)) {
            until = endExclusive;
            sharpUntil = false;
        }
    }

    /** Narrows to a stretch of which nothing that an answer tells goes on beyond its edges. */
    void narrowSharply(Instant startInclusive, Instant endExclusive) {
        if (!startInclusive.isBefore(from)) {
            from = startInclusive;
            sharpFrom = true;
        }
        if (!endExclusive.isAfter(until)) {
            until = endExclusive;
            sharpUntil = true;
        }
    }

    Instant from() {
        return from;
    }

    Instant until() {
        return until;
    }

    boolean sharpFrom() {
        return sharpFrom;
    }

    boolean sharpUntil() {
        return sharpUntil;
    }
}
