/* SPDX-License-Identifier: Apache-2.0 */

/** The roster module. */
@org.jspecify.annotations.NullMarked
module org.municipalsafety.roster {
    requires static org.jspecify;
    requires transitive org.municipalsafety.core;
}
