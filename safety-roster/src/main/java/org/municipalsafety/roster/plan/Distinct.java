/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import org.municipalsafety.core.document.Fault;

/**
 * Two positions that the same person never holds at the same time (rule R6).
 *
 * <p>Immutable and thread-safe.
 *
 * @param keeps the position that keeps its holder
 * @param givesWay the position that takes the next in turn instead
 */
public record Distinct(String keeps, String givesWay) {

    /** Checks. */
    public Distinct {
        new Faults()
                .id("/keeps", keeps)
                .id("/givesWay", givesWay)
                .check(!keeps.equals(givesWay), Fault.of("/givesWay", "the same position " + keeps, "another position"))
                .refuse("distinct positions");
    }
}
