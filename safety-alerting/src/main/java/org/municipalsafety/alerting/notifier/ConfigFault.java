/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import static java.util.Objects.requireNonNull;

import org.municipalsafety.core.text.LocalizedText;

/**
 * One thing that is wrong in a notifier's configuration (rule N6). It names the field and never repeats its value (A7).
 *
 * <p>Immutable and thread-safe.
 *
 * @param field the field's name; empty when the configuration as a whole is wrong
 * @param message what was expected, in Swedish and English; names the field
 */
public record ConfigFault(String field, LocalizedText message) {

    /** Checks that the parts are there. */
    public ConfigFault {
        requireNonNull(field, "field");
        requireNonNull(message, "message");
    }
}
