/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a try to send went (rule N1: every failure is classified).
 *
 * <p>A failure carries a code and no free text: what a provider answers may hold phone numbers or addresses, so its
 * words never enter (A7).
 *
 * <p>Immutable and thread-safe.
 */
public final class Outcome {

    /** The verdict. */
    public enum Verdict {
        /** The provider took the message and will pass it on. */
        ACCEPTED,
        /** The message has left the provider. */
        SENT,
        /** The provider says that the message has arrived. */
        DELIVERED,
        /** Surely not sent; another try may succeed. */
        RETRYABLE,
        /** Surely not sent; another try would fail as well. */
        PERMANENT,
        /** It may or may not have been sent, such as when the connection broke after the message was handed over. */
        UNKNOWN_OUTCOME
    }

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9.-]{0,63}");
    private static final Pattern MANY_DIGITS = Pattern.compile("[0-9]{5}");
    private static final int MAX_REFERENCE = 200;

    private final Verdict verdict;
    private final @Nullable String reference;
    private final @Nullable String code;
    private final @Nullable Duration retryAfter;

    private Outcome(Verdict verdict, @Nullable String reference, @Nullable String code, @Nullable Duration retryAfter) {
        this.verdict = verdict;
        this.reference = reference;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /**
     * The provider took the message.
     *
     * @param reference the provider's id of the message, 1 to 200 characters
     * @return the outcome
     */
    public static Outcome accepted(String reference) {
        return success(Verdict.ACCEPTED, reference);
    }

    /**
     * The message has left the provider.
     *
     * @param reference the provider's id of the message, 1 to 200 characters
     * @return the outcome
     */
    public static Outcome sent(String reference) {
        return success(Verdict.SENT, reference);
    }

    /**
     * The message has arrived.
     *
     * @param reference the provider's id of the message, 1 to 200 characters
     * @return the outcome
     */
    public static Outcome delivered(String reference) {
        return success(Verdict.DELIVERED, reference);
    }

    /**
     * Surely not sent; worth another try.
     *
     * @param code why, such as {@code smtp-451}: a lower-case letter, then up to 63 lower-case letters, digits, dots
     *     and hyphens, with at most four digits in a row so that no phone number fits
     * @return the outcome
     * @throws IllegalArgumentException if the code is not as described
     */
    public static Outcome retryable(String code) {
        return failure(Verdict.RETRYABLE, code);
    }

    /**
     * Surely not sent; not worth another try.
     *
     * @param code why, as for {@link #retryable}
     * @return the outcome
     * @throws IllegalArgumentException if the code is not as described
     */
    public static Outcome permanent(String code) {
        return failure(Verdict.PERMANENT, code);
    }

    /**
     * It may or may not have been sent.
     *
     * @param code why that is not known, as for {@link #retryable}
     * @return the outcome
     * @throws IllegalArgumentException if the code is not as described
     */
    public static Outcome unknown(String code) {
        return failure(Verdict.UNKNOWN_OUTCOME, code);
    }

    private static Outcome success(Verdict verdict, String reference) {
        requireNonNull(reference, "reference");
        if (reference.isBlank() || reference.length() > MAX_REFERENCE) {
            throw new IllegalArgumentException(
                    "The provider's reference is blank or longer than %d characters.".formatted(MAX_REFERENCE));
        }
        return new Outcome(verdict, reference, null, null);
    }

    private static Outcome failure(Verdict verdict, String code) {
        requireNonNull(code, "code");
        if (!CODE.matcher(code).matches() || MANY_DIGITS.matcher(code).find()) {
            throw new IllegalArgumentException("""
                    The code of a failure must be a lower-case letter, then up to 63 of a-z 0-9 . and -, with at most \
                    four digits in a row.
                    Maybe it is the provider's own text; that may hold personal data and stays outside.""");
        }
        return new Outcome(verdict, null, code, null);
    }

    /**
     * The same failure with the provider's wish when to try again.
     *
     * @param time how long to wait at least, not negative; the engine waits an hour at most
     * @return the changed copy
     * @throws IllegalArgumentException if the time is negative
     */
    public Outcome withRetryAfter(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("The time to wait (%s) must not be negative.".formatted(time));
        }
        return new Outcome(verdict, reference, code, time);
    }

    /**
     * The verdict.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * Whether the provider has the message.
     *
     * @return true for accepted, sent and delivered
     */
    public boolean isSuccess() {
        return verdict == Verdict.ACCEPTED || verdict == Verdict.SENT || verdict == Verdict.DELIVERED;
    }

    /**
     * The provider's id of the message; the same idempotency key gives the same one where the provider supports it
     * (N4).
     *
     * @return the id, present for a success
     */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    /**
     * Why it failed.
     *
     * @return the code, present for a failure
     */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /**
     * How long the provider wants to be left alone.
     *
     * @return the time, if it said so
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The verdict and the code; not the reference. */
    @Override
    public String toString() {
        return code == null ? verdict.name() : verdict + "(" + code + ")";
    }
}
