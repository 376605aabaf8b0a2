/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import static java.util.Objects.requireNonNull;

import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.Purpose;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A finished message to one address.
 *
 * <p>Subject and text begin with the mark of the alert's kind in every language (A6); a notifier sends them as they
 * are.
 *
 * <p>Immutable and thread-safe.
 *
 * @param idempotencyKey the same for every try of the same delivery (A2, N4): 1 to 64 of a-z, 0-9 and hyphen
 * @param alert the alert's id
 * @param kind actual or exercise
 * @param severity how much is at stake
 * @param purpose why the contact gets it
 * @param municipality the municipality's four-digit code
 * @param subject one line
 * @param text the whole message, lines separated by line feeds
 * @param address where it goes
 */
public record Message(
        String idempotencyKey,
        String alert,
        AlertKind kind,
        Severity severity,
        Purpose purpose,
        String municipality,
        LocalizedText subject,
        LocalizedText text,
        Address address) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the key is not as described, a subject holds a control character, or a
     *     subject or text does not begin with the mark of the kind
     */
    public Message {
        requireNonNull(alert, "alert");
        requireNonNull(severity, "severity");
        requireNonNull(purpose, "purpose");
        requireNonNull(municipality, "municipality");
        requireNonNull(address, "address");
        if (!idempotencyKey.matches("[a-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("The idempotency key must be 1 to 64 of a-z, 0-9 and hyphen.");
        }
        subject.byLanguage().forEach((language, line) -> {
            if (!line.startsWith(kind.mark()) || line.codePoints().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("The subject of alert %s in %s must be one line that begins with %s."
                        .formatted(alert, language, kind.mark()));
            }
        });
        text.byLanguage().forEach((language, lines) -> {
            if (!lines.startsWith(kind.mark())) {
                throw new IllegalArgumentException(
                        "The text of alert %s in %s must begin with %s.".formatted(alert, language, kind.mark()));
            }
        });
    }

    /**
     * A message to try a notifier with, marked as an exercise (N7).
     *
     * @param idempotencyKey its key
     * @param municipality the municipality's code
     * @param address where it goes
     * @return the message
     */
    public static Message test(String idempotencyKey, String municipality, Address address) {
        String mark = AlertKind.EXERCISE.mark();
        return new Message(
                idempotencyKey,
                "test",
                AlertKind.EXERCISE,
                Severity.INFORMATION,
                Purpose.ALERT,
                municipality,
                LocalizedText.of(mark + ": provmeddelande", mark + ": test message"),
                LocalizedText.of(
                        mark + "\nDetta är ett prov av larmkanalen. Inget har hänt och inget behöver göras.",
                        mark
                                + "\nThis is a test of the alert channel. Nothing has happened, nothing needs to be done."),
                address);
    }

    /** Ids only: neither the text nor the address. */
    @Override
    public String toString() {
        return "Message[" + kind + " " + alert + ", " + purpose + ", key " + idempotencyKey + "]";
    }
}
