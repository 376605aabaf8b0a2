/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Who is on duty, until when, and why (rules R1 to R11).
 *
 * <p>Start with {@link org.municipalsafety.roster.resolution.Rota}: build one, or read it with
 * {@code org.municipalsafety.roster.document.RotaDocument}, and ask it at an instant or over an interval. The answer is
 * a {@link org.municipalsafety.roster.resolution.Segment}: a {@link org.municipalsafety.roster.resolution.Duty}, a
 * {@link org.municipalsafety.roster.resolution.Gap} or an {@link org.municipalsafety.roster.resolution.Off}, each with
 * its chain of {@link org.municipalsafety.roster.resolution.RotaReason reasons}.
 *
 * <p>On-call products disagree on eleven questions (P1 to P11). The answers here:
 *
 * <ul>
 *   <li>P1, P2: a handover in a gap of the clock is at the transition, one that occurs twice is at the first: rule T2,
 *       so that two spans that touch on paper touch in time.
 *   <li>P3: a turn that a clock change shortens to nothing is used up: the calendar on the wall stays right.
 *   <li>P4: per rotation, {@link org.municipalsafety.roster.plan.Rotation.Counting}; the default {@code CALENDAR} uses
 *       up a turn that the window leaves empty, so that people can count weeks.
 *   <li>P5: months are counted from the anchor; per rotation, {@link org.municipalsafety.roster.plan.Turns.MonthEnd}:
 *       the default {@code LAST_DAY} gives 31 January, 28 February, 31 March, as people say "at the end of the month".
 *   <li>P6: per rotation: days, weeks, months and cycles follow the wall clock, {@code Elapsed} does not.
 *   <li>P7: layers have precedence; a position has one holder. Who needs two people has two positions. A
 *       {@link org.municipalsafety.roster.plan.Group} has one place in a rotation and gives one of its persons at a
 *       time: the next each time that it comes round, or the first of the others who can.
 *   <li>P8: a decision is about the seat, an {@link org.municipalsafety.roster.plan.SeatOverride}, which fills it in
 *       all of its time whoever is in turn; or about a person's turns, a
 *       {@link org.municipalsafety.roster.plan.Takeover}, which keeps the hours and the handovers. The seat goes first.
 *   <li>P9: a later decision beats an earlier one.
 *   <li>P10: per version, {@link org.municipalsafety.roster.plan.RotaVersion.Phase}; the default {@code KEEP} moves
 *       nobody who is not concerned, also within a group.
 *   <li>P11: before the first version, and before a rotation's anchor, nobody: what was not decided is not invented.
 * </ul>
 *
 * <p>Whoever lacks a {@link org.municipalsafety.roster.plan.Qualification} that the position requires is passed over as
 * if absent, by the same policy; a decision binds all the same, and a check tells of it.
 *
 * <p>No plan is changed here, no file read and no clock asked. Everything is immutable and thread-safe.
 */
@NullMarked
package org.municipalsafety.roster.resolution;

import org.jspecify.annotations.NullMarked;
