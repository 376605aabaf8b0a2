/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A text in somebody else's form, and what that form could not say.
 *
 * <p>Immutable and thread-safe.
 *
 * @param text the text
 * @param losses what it does not say or says inexactly, in English for whoever sets the exchange up; empty if nothing
 */
public record Export(String text, List<String> losses) {

    /** Copies. */
    public Export {
        requireNonNull(text, "text");
        losses = List.copyOf(losses);
    }
}
