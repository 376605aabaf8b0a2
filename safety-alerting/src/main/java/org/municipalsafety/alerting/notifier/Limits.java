/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import static java.util.Objects.requireNonNull;

/**
 * What a notifier can carry (rule N8). A longer subject or text is shortened before it is handed over; the mark of the
 * kind stands at the start and is never cut off (A6).
 *
 * <p>Immutable and thread-safe.
 *
 * @param maxSubjectUnits the longest subject, at least 40
 * @param maxTextUnits the longest text, at least 60
 * @param alphabet what is counted
 */
public record Limits(int maxSubjectUnits, int maxTextUnits, Alphabet alphabet) {

    /** What the length of a text is counted in. */
    public enum Alphabet {
        /** UTF-16 code units, as in mail and chat. */
        UNICODE,
        /** Septets of the GSM 03.38 default alphabet, where it can express the text, else UCS-2 code units. */
        GSM7_OR_UCS2
    }

    /** No limit that matters: subjects to 300 characters, texts to 50,000. */
    public static final Limits GENEROUS = new Limits(300, 50_000, Alphabet.UNICODE);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a length is too short for the mark and a word
     */
    public Limits {
        requireNonNull(alphabet, "alphabet");
        if (maxSubjectUnits < 40 || maxTextUnits < 60) {
            throw new IllegalArgumentException(
                    "Limits of %d and %d; expected at least 40 for a subject and 60 for a text."
                            .formatted(maxSubjectUnits, maxTextUnits));
        }
    }
}
