/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Rosters as pictures for people.
 *
 * <p>Start with {@link org.municipalsafety.roster.chart.RosterChart}: a roster in, an SVG document out, with the same
 * in words beside it. No script, no style sheet and no page lives here. Rules R8 and R11.
 */
@NullMarked
package org.municipalsafety.roster.chart;

import org.jspecify.annotations.NullMarked;
