/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What somebody should look at in a rota before it is used: gaps, double bookings, people who never come on duty, and
 * how evenly duty falls.
 *
 * <p>Start with {@link org.municipalsafety.roster.check.RotaChecks}, which runs one
 * {@link org.municipalsafety.roster.check.RotaCheck} after the other, a municipality's own among them;
 * {@link org.municipalsafety.roster.check.Ledger} says who carries how much. Findings are data with texts and change
 * nothing. Rules of law and agreement about working time do not live here, nor does anything that repairs a rota.
 */
@NullMarked
package org.municipalsafety.roster.check;

import org.jspecify.annotations.NullMarked;
