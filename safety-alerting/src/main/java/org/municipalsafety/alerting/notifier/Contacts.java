/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import java.util.Optional;

/**
 * Where people are reached. Asked each time something is sent; the answer is never stored (A7).
 *
 * <p>A list of one's own is a {@link ContactBook}. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Contacts {

    /**
     * A contact's address for a type of notifier.
     *
     * @param contact the contact's id
     * @param notifierType the type, such as {@code mail}
     * @return the address, if the contact has one of that type
     */
    Optional<Address> address(String contact, String notifierType);
}
