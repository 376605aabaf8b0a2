/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The plan of a rota as plain data: what somebody decided, before anybody asks who is on duty.
 *
 * <p>Start with {@link org.municipalsafety.roster.plan.RotaVersion}: the positions as they are planned from some
 * instant on. A {@link org.municipalsafety.roster.plan.Position} is filled by its
 * {@link org.municipalsafety.roster.plan.Layer layers}, the highest first; each has a
 * {@link org.municipalsafety.roster.plan.Rotation}, whose members are persons or
 * {@link org.municipalsafety.roster.plan.Group groups}. {@link org.municipalsafety.roster.plan.Absence},
 * {@link org.municipalsafety.roster.plan.Qualification}, {@link org.municipalsafety.roster.plan.SeatOverride},
 * {@link org.municipalsafety.roster.plan.Takeover}, {@link org.municipalsafety.roster.plan.Swap} and
 * {@link org.municipalsafety.roster.plan.Distinct} lie across versions. Persons are ids and nothing more; an absence
 * has no reason (rule D2).
 *
 * <p>What each part alone can get wrong its constructor refuses, all of it at once. Nothing is resolved here: that is
 * {@code org.municipalsafety.roster.resolution}.
 */
@NullMarked
package org.municipalsafety.roster.plan;

import org.jspecify.annotations.NullMarked;
