/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.time;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until the test moves it.
 *
 * <pre>{@code
 * var clock = SettableClock.at(Instant.parse("2026-11-27T22:40:00Z"));
 * clock.advance(Duration.ofMinutes(5));
 * clock.instant(); // 2026-11-27T22:45:00Z
 * }</pre>
 *
 * <p>It goes forwards; backwards only when asked to by name, since machines' clocks do that too. Thread-safe.
 */
public final class SettableClock implements InstantSource {

    private volatile Instant now;

    private SettableClock(Instant now) {
        this.now = requireNonNull(now, "now");
    }

    /**
     * A clock.
     *
     * @param now what it shows
     * @return the clock
     */
    public static SettableClock at(Instant now) {
        return new SettableClock(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Moves the clock forwards by some elapsed time.
     *
     * @param elapsed how far, not negative
     * @return what it shows now
     * @throws IllegalArgumentException if the time is negative
     */
    public synchronized Instant advance(Duration elapsed) {
        return set(now.plus(elapsed));
    }

    /**
     * Sets the clock to the same or a later instant.
     *
     * @param later the instant
     * @return what it shows now
     * @throws IllegalArgumentException if the instant is earlier than what the clock shows
     */
    public synchronized Instant set(Instant later) {
        if (later.isBefore(now)) {
            throw new IllegalArgumentException("""
                    The clock shows %s and would go back to %s.
                    Maybe that is the test's point: say setBack.""".formatted(now, later));
        }
        now = later;
        return later;
    }

    /**
     * Sets the clock back, as happens when a machine's clock is corrected.
     *
     * @param earlier the same or an earlier instant
     * @return what it shows now
     * @throws IllegalArgumentException if the instant is later than what the clock shows
     */
    public synchronized Instant setBack(Instant earlier) {
        if (earlier.isAfter(now)) {
            throw new IllegalArgumentException("The clock shows %s, and %s is later.".formatted(now, earlier));
        }
        now = earlier;
        return earlier;
    }

    /** What it shows. */
    @Override
    public String toString() {
        return "SettableClock[" + now + "]";
    }
}
