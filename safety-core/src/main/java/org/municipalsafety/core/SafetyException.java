/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core;

import org.jspecify.annotations.Nullable;

/**
 * Something outside the program failed or was wrong: a file, a document, a database, a notifier.
 *
 * <p>The one root of this library's own exceptions. A wrong argument is not among them: that is an
 * {@link IllegalArgumentException} or a {@link NullPointerException}. Messages hold ids and places, never secrets or
 * personal data (rule A7).
 */
public class SafetyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception with a message alone.
     *
     * @param message what was found, what was expected and where; an advice stands on a last line that begins "Maybe"
     */
    public SafetyException(String message) {
        super(message);
    }

    /**
     * Makes an exception with its cause.
     *
     * @param message what was found, what was expected and where
     * @param cause what failed underneath, or null when nothing did
     */
    public SafetyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
