/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.incident;

import org.municipalsafety.core.text.LocalizedText;

/** How sure it is that the incident happened as it is classified. */
public enum IncidentStatus {
    /** Somebody reported it. */
    REPORTED("rapporterad", "reported"),
    /** There are signs of it. */
    SUSPECTED("misstänkt", "suspected"),
    /** It is confirmed. */
    CONFIRMED("bekräftad", "confirmed"),
    /** It turned out not to have happened. */
    REFUTED("avfärdad", "refuted");

    private final LocalizedText text;

    IncidentStatus(String swedish, String english) {
        this.text = LocalizedText.of(swedish, english);
    }

    /**
     * The status in words.
     *
     * @return in Swedish and English, in lower case
     */
    public LocalizedText text() {
        return text;
    }
}
