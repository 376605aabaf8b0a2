/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import org.municipalsafety.core.time.ZoneClock;

/**
 * The time around an instant in which all that was asked on the way to an answer stays the same.
 *
 * <p>At an edge that is sharp the answer changes for certain: somebody else's turn has another number, or a layer that
 * was looked at opens or closes. At any other edge the answer may be equal on the far side.
 *
 * <p>What is dated bounds it by instants; turns and windows bound it by local times, which become instants in the end
 * (see {@link ZoneClock}).
 */
final class Stretch {

    private final ZoneClock clock;
    private final boolean onward;
    private final Openings.Part part = new Openings.Part();

    private Instant at;
    private long second;
    private long local;

    private Instant from = Instant.MIN;
    private Instant until = Instant.MAX;
    private boolean sharpFrom;
    private boolean sharpUntil;

    private long localFrom = Long.MIN_VALUE;
    private long localUntil = Long.MAX_VALUE;
    private boolean localSharpFrom;
    private boolean localSharpUntil;

    /** Around an instant; {@code onward} only from it on, for those who know what was before. */
    Stretch(Instant at, ZoneClock clock, boolean onward) {
        this.clock = clock;
        this.onward = onward;
        this.at = at;
        this.second = at.getEpochSecond();
        this.local = clock.shown(second);
        if (onward) {
            from = at;
            localFrom = local;
        }
    }

    /** Another for what is asked on the way about the same instant. */
    Stretch again() {
        return new Stretch(at, clock, onward);
    }

    /** Goes on to where it ended. It must have been settled. */
    void goOn() {
        at = until;
        second = at.getEpochSecond();
        local = clock.shown(second);
        from = at;
        until = Instant.MAX;
        sharpFrom = false;
        sharpUntil = false;
        localFrom = local;
        localUntil = Long.MAX_VALUE;
        localSharpFrom = false;
        localSharpUntil = false;
    }

    /** The instant that is asked about. */
    Instant at() {
        return at;
    }

    /** Its second. */
    long second() {
        return second;
    }

    /** The latest local time that the wall has shown by then. */
    long local() {
        return local;
    }

    /** Room for the windows to write to. */
    Openings.Part part() {
        return part;
    }

    /** What is looked up by an instant: from this one on. */
    void notBefore(Instant startInclusive) {
        if (startInclusive.isAfter(from)) {
            from = startInclusive;
            sharpFrom = false;
        }
    }

    /** What is looked up by an instant: until this one. */
    void before(Instant endExclusive) {
        if (endExclusive.isBefore(until)) {
            until = endExclusive;
            sharpUntil = false;
        }
    }

    /** Narrows to a stretch of which nothing that an answer tells goes on beyond its edges. */
    void sharply(Instant startInclusive, Instant endExclusive) {
        if (!startInclusive.isBefore(from)) {
            from = startInclusive;
            sharpFrom = true;
        }
        if (!endExclusive.isAfter(until)) {
            until = endExclusive;
            sharpUntil = true;
        }
    }

    /** What is looked up by local time: from this one on. */
    void localNotBefore(long startInclusive, boolean sharp) {
        if (startInclusive > localFrom) {
            localFrom = startInclusive;
            localSharpFrom = sharp;
        } else if (startInclusive == localFrom) {
            localSharpFrom |= sharp;
        }
    }

    /** What is looked up by local time: until this one. */
    void localBefore(long endExclusive, boolean sharp) {
        if (endExclusive < localUntil) {
            localUntil = endExclusive;
            localSharpUntil = sharp;
        } else if (endExclusive == localUntil) {
            localSharpUntil |= sharp;
        }
    }

    /** The local time from which on everything asked so far stays the same, as far as it is looked up by local time. */
    long localFrom() {
        return localFrom;
    }

    /** The local time until which everything asked so far stays the same, as far as it is looked up by local time. */
    long localUntil() {
        return localUntil;
    }

    /**
     * Turns the local times into instants: nothing is narrowed any more. A local time is sharp only if the wall shows
     * it and the second before: what lies within a gap of the clock is never met.
     */
    void settle() {
        if (!onward && localFrom != Long.MIN_VALUE) {
            long start = clock.second(localFrom);
            Instant edge = Instant.ofEpochSecond(start);
            int later = edge.compareTo(from);
            if (later >= 0) {
                sharpFrom = (later == 0 && sharpFrom) || (localSharpFrom && clock.shown(start - 1) == localFrom - 1);
                from = later == 0 ? from : edge;
            }
        }
        if (localUntil != Long.MAX_VALUE) {
            long end = clock.second(localUntil);
            Instant edge = Instant.ofEpochSecond(end);
            int later = edge.compareTo(until);
            if (later <= 0) {
                sharpUntil = (later == 0 && sharpUntil) || (localSharpUntil && clock.shown(end) == localUntil);
                until = later == 0 ? until : edge;
            }
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
