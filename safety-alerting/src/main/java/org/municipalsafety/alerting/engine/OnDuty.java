/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.time.Instant;

/**
 * Who holds a position at an instant.
 *
 * <p>Thread-safe, quick and without waiting: it is asked while the store is locked. When it throws, the position counts
 * as empty and is looked at again a minute later.
 */
@FunctionalInterface
public interface OnDuty {

    /**
     * Who holds a position.
     *
     * @param position the position, such as {@code TIB}
     * @param t when
     * @return the holder, and until when the answer stands; that end lies after {@code t}
     */
    Holding at(String position, Instant t);
}
