/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.area;

import static java.util.Objects.requireNonNull;

import org.municipalsafety.core.text.LocalizedText;

/**
 * A district within a municipality, never smaller than what the municipality has chosen to name.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its id within its set
 * @param name its name
 */
public record Area(String id, LocalizedText name) {

    /** Checks that the parts are there. */
    public Area {
        requireNonNull(id, "id");
        name.requireLine();
    }
}
