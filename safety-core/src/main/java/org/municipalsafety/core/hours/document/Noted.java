/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.document;

import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.hours.internal.Decided;

/** What an availability refers to and decides, also when other parts of it are faulty. Confined to one thread. */
public final class Noted {

    private @Nullable String outside;
    private final Decided rules = new Decided();

    /** The channel it is the opposite of, or null where there is none or it is faulty. */
    public @Nullable String outside() {
        return outside;
    }

    void outside(String channel) {
        outside = channel;
    }

    /** Which days its rules decide. */
    public Decided rules() {
        return rules;
    }
}
