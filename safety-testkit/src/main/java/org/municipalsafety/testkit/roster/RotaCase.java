/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static java.util.Objects.requireNonNull;

import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

/**
 * A rota and the time in which to look at it.
 *
 * @param rota the rota
 * @param around when to look; where the zone has clock changes, one lies in its middle
 */
public record RotaCase(Rota rota, Interval around) {

    /** Checks. */
    public RotaCase {
        requireNonNull(rota, "rota");
        WallClock.requireBounded(around, "around");
    }

    /** All of the plan, so that a failed try can be read. */
    @Override
    public String toString() {
        RotaPlan plan = rota.plan();
        return rota + " around " + around + "\n  versions " + plan.versions() + "\n  decisions " + plan.decisions()
                + "\n  absences " + plan.absences() + "\n  qualifications " + plan.qualifications() + "\n  distinct "
                + plan.distinct();
    }
}
