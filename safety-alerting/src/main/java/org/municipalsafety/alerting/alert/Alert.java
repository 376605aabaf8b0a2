/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.regex.Pattern;
import org.municipalsafety.core.text.LocalizedText;

/**
 * Something that must be made known to whoever is on duty.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id chosen by whoever raises it, so that raising it twice is raising it once; a letter or digit, then up to 63
 *     letters, digits, dots, hyphens and underscores
 * @param kind actual or exercise (A6)
 * @param severity how much is at stake
 * @param title one line, at most 150 characters in each language
 * @param text what has happened and what is asked for, at most 5,000 characters in each language; no personal data (D2)
 * @param municipality the municipality's four-digit code, such as {@code 0581}
 * @param raisedAt when it was raised
 * @param raisedBy the function that raised it, such as {@code police-feed}; never a person
 */
public record Alert(
        String id,
        AlertKind kind,
        Severity severity,
        LocalizedText title,
        LocalizedText text,
        String municipality,
        Instant raisedAt,
        String raisedBy) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern CODE = Pattern.compile("[0-9]{4}");
    private static final int MAX_TITLE = 150;
    private static final int MAX_TEXT = 5_000;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the id, the code or a length is not as described, a title holds a control
     *     character such as a line feed, or the instant lies outside the years 1970 to 2199
     */
    public Alert {
        requireId(id, "alert id");
        requireNonNull(kind, "kind");
        requireNonNull(severity, "severity");
        requireNonNull(title, "title");
        requireNonNull(text, "text");
        requireNonNull(municipality, "municipality");
        requireNonNull(raisedAt, "raisedAt");
        requireId(raisedBy, "raisedBy");
        if (!CODE.matcher(municipality).matches()) {
            throw new IllegalArgumentException("""
                    The municipality code of alert %s is not four digits.
                    Maybe the leading zero is missing: 0581, not 581.""".formatted(id));
        }
        title.byLanguage().forEach((language, line) -> {
            if (line.length() > MAX_TITLE || line.codePoints().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("""
                        The title of alert %s in %s must be one line of at most %d characters.
                        Maybe it belongs in the text.""".formatted(id, language, MAX_TITLE));
            }
        });
        text.byLanguage().forEach((language, lines) -> {
            if (lines.length() > MAX_TEXT) {
                throw new IllegalArgumentException("The text of alert %s in %s has %d characters; expected at most %d."
                        .formatted(id, language, lines.length(), MAX_TEXT));
            }
        });
        if (raisedAt.isBefore(EARLIEST) || !raisedAt.isBefore(LATEST)) {
            throw new IllegalArgumentException("Alert %s is raised at %s; expected an instant from %s and before %s."
                    .formatted(id, raisedAt, EARLIEST, LATEST));
        }
    }

    /**
     * Checks an identifier: a letter or digit A-Z a-z 0-9, then up to 63 of these and dots, hyphens, underscores.
     *
     * @param id the identifier
     * @param what what it identifies, for the message
     * @return the same identifier
     * @throws IllegalArgumentException if it is none; the value is not repeated
     */
    public static String requireId(String id, String what) {
        requireNonNull(id, what);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("""
                    The %s is no identifier: a letter or digit A-Z a-z 0-9, then up to 63 of these and . _ -
                    Maybe it holds a blank or a letter such as å.""".formatted(what));
        }
        return id;
    }
}
