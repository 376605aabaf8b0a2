/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.measure;

/**
 * A part of the day as people say it ("torsdag kväll"). At which hour it begins is the municipality's own data: no
 * official hour exists.
 */
public enum DayPart {
    /** Morgon. */
    MORNING,
    /** Förmiddag. */
    FORENOON,
    /** Eftermiddag. */
    AFTERNOON,
    /** Kväll. */
    EVENING,
    /** Natt. */
    NIGHT
}
