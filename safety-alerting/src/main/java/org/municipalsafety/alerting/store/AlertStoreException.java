/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.store;

import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.SafetyException;

/** The store cannot be opened, read or written. Nothing of the transaction it happened in is kept. */
public class AlertStoreException extends SafetyException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what failed and where
     * @param cause what failed underneath, or null
     */
    public AlertStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
