/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Until when a notifier may take, in elapsed time: no change of the wall clock moves it (T4).
 *
 * <p>Immutable and thread-safe.
 */
public final class Deadline {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final LongSupplier nanos;
    private final long end;

    private Deadline(LongSupplier nanos, long end) {
        this.nanos = nanos;
        this.end = end;
    }

    /**
     * A deadline from now.
     *
     * @param time how long, not negative, at most 24 hours
     * @param nanos elapsed time in nanoseconds from any origin, such as {@code System::nanoTime}
     * @return the deadline
     * @throws IllegalArgumentException if the time is not within its bounds
     */
    public static Deadline in(Duration time, LongSupplier nanos) {
        requireNonNull(nanos, "nanos");
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The time (%s) must be from PT0S to PT24H.".formatted(time));
        }
        return new Deadline(nanos, nanos.getAsLong() + time.toNanos());
    }

    /**
     * The time left.
     *
     * @return the time, zero when it is over
     */
    public Duration remaining() {
        long left = end - nanos.getAsLong();
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    /**
     * Whether the time is over.
     *
     * @return true if nothing is left
     */
    public boolean isOver() {
        return end - nanos.getAsLong() <= 0;
    }

    @Override
    public String toString() {
        return "Deadline[" + remaining() + " left]";
    }
}
