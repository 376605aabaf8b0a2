/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours;

import java.util.Locale;
import org.municipalsafety.core.text.LocalizedText;

/** Whether a channel answers: what is not known is neither open nor closed, and never counts as open (rule C4). */
public enum OpenState {
    /** Somebody answers. */
    OPEN(LocalizedText.of("öppet", "open")),
    /** Nobody answers. */
    CLOSED(LocalizedText.of("stängt", "closed")),
    /** The published text does not say. */
    UNKNOWN(LocalizedText.of("okänt", "not known"));

    private final LocalizedText text;

    OpenState(LocalizedText text) {
        this.text = text;
    }

    /**
     * The state in words.
     *
     * @param locale the reader's language
     * @return such as {@code öppet}
     */
    public String text(Locale locale) {
        return text.in(locale);
    }
}
