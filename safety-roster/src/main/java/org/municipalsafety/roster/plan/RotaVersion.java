/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.municipalsafety.core.document.Fault;

/**
 * The plan from some instant on, until the next version begins (rule R1).
 *
 * <p>Immutable and thread-safe.
 *
 * @param effectiveFrom the first instant at which it is in force
 * @param phase how its rotations continue those of the version before
 * @param positions the seats, at least one
 */
public record RotaVersion(Instant effectiveFrom, Phase phase, List<Position> positions) {

    /** How the rotations of a version continue those of the version before. */
    public enum Phase {
        /**
         * Whoever is in turn when the version begins stays in turn, and the others follow in the new order: to add or
         * remove somebody moves nobody further than that person's own turns. Whoever has left gives the turn to the
         * next of the old order who has stayed. Layers are the same when position and layer have the same ids.
         */
        KEEP,
        /** The first member has the turn in which the version begins, and the turns are counted from there. */
        RESTART
    }

    /** Copies and checks. */
    public RotaVersion {
        requireNonNull(phase, "phase");
        positions = List.copyOf(positions);
        new Faults()
                .check(
                        !effectiveFrom.isBefore(Instant.parse("1900-01-01T00:00:00Z"))
                                && effectiveFrom.isBefore(Instant.parse("3000-01-01T00:00:00Z")),
                        Fault.of("/effectiveFrom", effectiveFrom.toString(), "an instant of the years 1900 to 2999"))
                .check(!positions.isEmpty(), Fault.of("/positions", "no position", "at least one position"))
                .distinctIds("/positions", positions.stream().map(Position::id).toList())
                .refuse("version");
    }

    /**
     * A version that keeps the phase of the one before.
     *
     * @param effectiveFrom the first instant at which it is in force
     * @param positions the seats
     * @return the version
     */
    public static RotaVersion of(Instant effectiveFrom, Position... positions) {
        return new RotaVersion(effectiveFrom, Phase.KEEP, List.of(positions));
    }
}
