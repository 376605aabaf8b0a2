/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.measure;

import org.municipalsafety.core.text.LocalizedText;

/** Where a measure stands (rule M1). */
public enum MeasureState {
    /** Somebody asked for it. */
    REQUESTED("begärd", "requested"),
    /** It was turned down; final. */
    DECLINED("avslagen", "declined"),
    /** It is decided; its period is not set yet. */
    DECIDED("beslutad", "decided"),
    /** It was called off before it began; final. */
    CANCELLED("inställd", "cancelled"),
    /** Its period is set and has not begun. */
    SCHEDULED("planerad", "scheduled"),
    /** It goes on. */
    ACTIVE("pågår", "active"),
    /** It must be judged anew; it stays so until there is a new decision, also when its period is over. */
    REVIEW_DUE("ny bedömning ska göras", "review due"),
    /** It is extended, and the new period has not begun. */
    EXTENDED("förlängd", "extended"),
    /** It is changed, and the new period has not begun. */
    CHANGED("ändrad", "changed"),
    /** It was ended by decision; final. */
    ENDED("avslutad", "ended");

    private final LocalizedText text;

    MeasureState(String swedish, String english) {
        this.text = LocalizedText.of(swedish, english);
    }

    /**
     * The state in words.
     *
     * @return in Swedish and English
     */
    public LocalizedText text() {
        return text;
    }
}
