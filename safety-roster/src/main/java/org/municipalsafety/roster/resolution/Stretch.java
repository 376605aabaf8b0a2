/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;

/** The time around an instant in which all that was asked on the way to an answer stays the same. */
final class Stretch {

    private Instant from = Instant.MIN;
    private Instant until = Instant.MAX;

    void narrow(Instant startInclusive, Instant endExclusive) {
        if (startInclusive.isAfter(from)) {
            from = startInclusive;
        }
        if (endExclusive.isBefore(until)) {
            until = endExclusive;
        }
    }

    void narrow(Stretch other) {
        narrow(other.from, other.until);
    }

    Instant from() {
        return from;
    }

    Instant until() {
        return until;
    }
}
