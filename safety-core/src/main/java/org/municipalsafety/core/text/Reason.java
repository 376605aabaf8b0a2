/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One step of the way to an answer: why a channel is open, why somebody is on duty (rules C2 and R9). An answer's
 * {@code because()} is the list of its reasons, as people tell them: a channel's from the rule that decided down to
 * that of the channel it depends on, a rota's from the version in force to what decided in the end.
 *
 * <p>Implementations are immutable, and two reasons that say the same are equal.
 */
public interface Reason {

    /**
     * The step in words, without a full stop: Swedish for a Swedish locale, else English.
     *
     * @param locale the reader's language
     * @return the words
     */
    String sentence(Locale locale);

    /**
     * Several steps in words.
     *
     * @param reasons the steps in order
     * @param separator what stands between them, such as {@code ": "}
     * @param locale the reader's language
     * @return the sentences with the separator between them
     */
    static String sentences(List<? extends Reason> reasons, String separator, Locale locale) {
        return reasons.stream().map(reason -> reason.sentence(locale)).collect(Collectors.joining(separator));
    }
}
