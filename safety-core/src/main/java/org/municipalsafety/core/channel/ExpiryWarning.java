/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.municipalsafety.core.text.LocalizedText;

/**
 * Something dated that ends soon or has ended, and that somebody should renew or take out.
 *
 * <p>A municipality publishes its Christmas hours for one year. When that year is over the ordinary rules decide again,
 * and nobody notices until a resident stands before a closed door.
 *
 * <p>Immutable and thread-safe.
 *
 * @param pointer the place in the directory's document, as a JSON Pointer
 * @param lastDay the last day for which it says anything
 * @param over whether that day has passed
 * @param text the warning in words, Swedish and English
 */
public record ExpiryWarning(String pointer, LocalDate lastDay, boolean over, LocalizedText text) {

    /** Checks that the parts are there. */
    public ExpiryWarning {
        requireNonNull(pointer, "pointer");
        requireNonNull(lastDay, "lastDay");
        requireNonNull(text, "text");
    }
}
