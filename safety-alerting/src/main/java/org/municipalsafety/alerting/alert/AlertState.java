/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.alert;

import org.municipalsafety.core.text.LocalizedText;

/** Where an alert stands. */
public enum AlertState {
    /** Nobody has acknowledged it; its escalation runs. */
    OPEN(LocalizedText.of("Öppet", "Open")),
    /** Somebody has it. At the handover of that person's duty it is opened again (A4), until it is closed. */
    ACKNOWLEDGED(LocalizedText.of("Kvitterat", "Acknowledged")),
    /** Somebody has said that nothing more needs to be done. Final. */
    CLOSED(LocalizedText.of("Avslutat", "Closed")),
    /** The escalation ended without an acknowledgement: an operator must act. It can still be acknowledged. */
    DEAD(LocalizedText.of("Ingen har kvitterat", "Nobody acknowledged")),
    /** Its time was over before somebody acknowledged it: an operator must look. Final. */
    EXPIRED(LocalizedText.of("Tiden gick ut", "Expired"));

    private final LocalizedText label;

    AlertState(LocalizedText label) {
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
}
