/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.measure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * How long a measure is to last.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Term {

    /**
     * When it begins.
     *
     * @return the instant, inclusive
     */
    Instant start();

    /**
     * When it ends.
     *
     * @return the instant, exclusive; nothing for a standing measure
     */
    Optional<Instant> end();

    /**
     * When it must be judged anew.
     *
     * @return the instant, no later than the end
     */
    Instant review();

    /**
     * The period in the words in which it was announced (rule M3).
     *
     * @return the wording
     */
    LocalizedText wording();

    /**
     * A period with an end, and a review no later than that (rule M2).
     *
     * @param stated the period as announced
     * @param interval what it means
     * @param review when the measure must be judged anew
     */
    record Temporary(StatedPeriod stated, Interval interval, Instant review) implements Term {

        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if the interval is not bounded, or the review lies outside it
         */
        public Temporary {
            requireNonNull(stated, "stated");
            WallClock.requireBounded(interval, "period of the measure");
            if (!review.isAfter(interval.getStart()) || review.isAfter(interval.getEnd())) {
                throw new IllegalArgumentException("""
                        The review (%s) must be after the start (%s) and no later than the end (%s) of the measure.""".formatted(review, interval.getStart(), interval.getEnd()));
            }
        }

        @Override
        public Instant start() {
            return interval.getStart();
        }

        @Override
        public Optional<Instant> end() {
            return Optional.of(interval.getEnd());
        }

        @Override
        public LocalizedText wording() {
            return stated.wording();
        }
    }

    /**
     * No end, but a review again and again.
     *
     * @param wording how it was announced
     * @param start when it begins
     * @param review the next review
     * @param reviewEvery how long after a review the next one falls due
     */
    record Standing(LocalizedText wording, Instant start, Instant review, Period reviewEvery) implements Term {

        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if the review is not after the start, or the period not positive
         */
        public Standing {
            requireNonNull(wording, "wording");
            if (!review.isAfter(start)) {
                throw new IllegalArgumentException(
                        "The review (%s) must be after the start (%s) of the measure.".formatted(review, start));
            }
            if (reviewEvery.isZero() || reviewEvery.isNegative()) {
                throw new IllegalArgumentException(
                        "The review interval (%s) must be longer than zero.".formatted(reviewEvery));
            }
        }

        @Override
        public Optional<Instant> end() {
            return Optional.empty();
        }
    }
}
