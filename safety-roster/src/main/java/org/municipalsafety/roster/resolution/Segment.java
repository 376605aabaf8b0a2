/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.threeten.extra.Interval;

/**
 * A stretch of time in which a position has one state for one reason.
 *
 * <p>The segments of a position have no time between them and share none: each holds its start and not its end (rules
 * T1 and R8).
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Segment permits Duty, Gap, Off {

    /**
     * The position.
     *
     * @return its id
     */
    String position();

    /**
     * When.
     *
     * @return the interval; unbounded only before a rota's first version and where nothing ever changes
     */
    Interval interval();

    /**
     * Why (rule R9).
     *
     * @return the reasons, from the version to what decided
     */
    List<RotaReason> because();

    /**
     * Who holds the position.
     *
     * @return the person's id, or nothing in a gap or off
     */
    default Optional<String> holding() {
        return Optional.empty();
    }

    /**
     * Why, in one sentence without a full stop: Swedish for a Swedish locale, else English.
     *
     * @param locale the reader's language
     * @return the sentence
     */
    default String sentence(Locale locale) {
        return Sentences.of(this, locale);
    }
}
