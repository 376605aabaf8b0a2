/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.measure;

import java.time.Instant;

/**
 * Something that people did to a measure. What the clock does (it begins, its review falls due) is no event.
 *
 * <p>A decision is named by its reference, such as a case number; who decided is the measure's decider, a function.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface MeasureEvent {

    /**
     * When it happened.
     *
     * @return the instant
     */
    Instant at();

    /**
     * Somebody asked for the measure.
     *
     * @param at when
     */
    record Requested(Instant at) implements MeasureEvent {}

    /**
     * The request was turned down.
     *
     * @param at when
     * @param decision the decision's reference
     */
    record Declined(Instant at, String decision) implements MeasureEvent {}

    /**
     * The measure was decided.
     *
     * @param at when
     * @param decision the decision's reference
     */
    record Decided(Instant at, String decision) implements MeasureEvent {}

    /**
     * The period of a decided measure was set.
     *
     * @param at when
     * @param term the period
     */
    record Scheduled(Instant at, Term term) implements MeasureEvent {}

    /**
     * The measure was called off before it began.
     *
     * @param at when
     * @param decision the decision's reference
     */
    record Cancelled(Instant at, String decision) implements MeasureEvent {}

    /**
     * The measure was extended: a new decision with a new period (rule M2).
     *
     * @param at when
     * @param decision the new decision's reference
     * @param term the new period
     */
    record Extended(Instant at, String decision, Term term) implements MeasureEvent {}

    /**
     * The measure was changed: a new decision with a new period.
     *
     * @param at when
     * @param decision the new decision's reference
     * @param term the new period
     */
    record Changed(Instant at, String decision, Term term) implements MeasureEvent {}

    /**
     * The measure was ended.
     *
     * @param at when
     * @param decision the decision's reference
     */
    record Ended(Instant at, String decision) implements MeasureEvent {}
}
