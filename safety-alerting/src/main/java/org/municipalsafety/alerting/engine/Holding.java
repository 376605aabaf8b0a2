/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a position, and until when that answer stands.
 *
 * <p>Immutable and thread-safe.
 */
public final class Holding {

    private final @Nullable String holder;
    private final @Nullable Instant until;

    private Holding(@Nullable String holder, @Nullable Instant until) {
        this.holder = holder;
        this.until = until;
    }

    /**
     * A person holds it.
     *
     * @param person the person's id
     * @param untilExclusive the first instant at which the answer may be another one
     * @return the answer
     */
    public static Holding by(String person, Instant untilExclusive) {
        return new Holding(requireNonNull(person, "person"), requireNonNull(untilExclusive, "untilExclusive"));
    }

    /**
     * A person holds it, with no end in sight.
     *
     * @param person the person's id
     * @return the answer
     */
    public static Holding by(String person) {
        return new Holding(requireNonNull(person, "person"), null);
    }

    /**
     * Nobody holds it.
     *
     * @param untilExclusive the first instant at which the answer may be another one
     * @return the answer
     */
    public static Holding nobody(Instant untilExclusive) {
        return new Holding(null, requireNonNull(untilExclusive, "untilExclusive"));
    }

    /**
     * Nobody holds it, with no end in sight.
     *
     * @return the answer
     */
    public static Holding nobody() {
        return new Holding(null, null);
    }

    /**
     * Who holds the position.
     *
     * @return the person's id, if anybody does
     */
    public Optional<String> holder() {
        return Optional.ofNullable(holder);
    }

    /**
     * The first instant at which the answer may be another one.
     *
     * @return the instant, if there is an end in sight
     */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    @Override
    public String toString() {
        return "Holding[" + (holder == null ? "nobody" : holder) + (until == null ? "" : " until " + until) + "]";
    }
}
