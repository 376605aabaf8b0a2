/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where people are reached. Asked each time something is sent; the answer is never stored (A7).
 *
 * <p>Thread-safe.
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

    /**
     * Contacts from a fixed directory.
     *
     * @param addresses by contact, the address by type of notifier
     * @return the contacts; their text form hides the addresses
     * @throws IllegalArgumentException if an address is none
     */
    static Contacts of(Map<String, ? extends Map<String, String>> addresses) {
        Map<String, Map<String, Address>> copy = new LinkedHashMap<>();
        addresses.forEach((contact, byType) -> {
            Map<String, Address> inner = new LinkedHashMap<>();
            byType.forEach((type, value) -> inner.put(type, Address.of(value)));
            copy.put(contact, inner);
        });
        return (contact, type) ->
                Optional.ofNullable(copy.getOrDefault(contact, Map.of()).get(type));
    }
}
