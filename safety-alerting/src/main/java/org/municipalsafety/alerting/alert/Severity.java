/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.alert;

import org.municipalsafety.core.text.LocalizedText;

/** How much is at stake, from least to most. What is due at the same time is sent in the opposite order. */
public enum Severity {
    /** Good to know; nothing needs to be done now. */
    INFORMATION(1, LocalizedText.of("Information", "Information")),
    /** Something needs to be judged or done soon. */
    SERIOUS(2, LocalizedText.of("Allvarlig", "Serious")),
    /** Life, health or vital functions are at stake. */
    CRITICAL(3, LocalizedText.of("Kritisk", "Critical"));

    private final int rank;
    private final LocalizedText label;

    Severity(int rank, LocalizedText label) {
        this.rank = rank;
        this.label = label;
    }

    /**
     * The word for readers.
     *
     * @return the word in Swedish and English
     */
    public LocalizedText label() {
        return label;
    }

    /**
     * A number that grows with what is at stake and never changes, for stores.
     *
     * @return 1, 2 or 3
     */
    public int rank() {
        return rank;
    }

    /**
     * The severity of a rank.
     *
     * @param rank the rank
     * @return the severity
     * @throws IllegalArgumentException if there is none of this rank
     */
    public static Severity ofRank(int rank) {
        for (Severity severity : values()) {
            if (severity.rank == rank) {
                return severity;
            }
        }
        throw new IllegalArgumentException("There is no severity of rank %d; expected 1 to 3.".formatted(rank));
    }
}
