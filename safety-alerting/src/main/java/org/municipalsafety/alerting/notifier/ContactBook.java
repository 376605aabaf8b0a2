/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.alerting.alert.Alert;

/**
 * A fixed list of contacts: who is reached where.
 *
 * <pre>{@code
 * ContactBook.of(Map.of("anna", Map.of("mail", "anna@example.org"))).address("anna", "mail");
 * }</pre>
 *
 * <p>Immutable and thread-safe. Its text form shows ids and no address (A7).
 */
public final class ContactBook implements Contacts {

    private final Map<String, Map<String, Address>> byContact;

    private ContactBook(Map<String, Map<String, Address>> byContact) {
        this.byContact = byContact;
    }

    /**
     * A list of contacts.
     *
     * @param addresses by contact's id, the address by type of notifier, in the order of the map
     * @return the contacts
     * @throws IllegalArgumentException if an id or an address is none
     */
    public static ContactBook of(Map<String, ? extends Map<String, String>> addresses) {
        Map<String, Map<String, Address>> copy = new LinkedHashMap<>();
        addresses.forEach((contact, byType) -> {
            Map<String, Address> inner = new LinkedHashMap<>();
            byType.forEach((type, value) -> inner.put(type, Address.of(value)));
            copy.put(Alert.requireId(contact, "contact id"), Collections.unmodifiableMap(inner));
        });
        return new ContactBook(copy);
    }

    /**
     * Who is in the list.
     *
     * @return the contacts' ids, in order
     */
    public Set<String> ids() {
        return Collections.unmodifiableSet(byContact.keySet());
    }

    /**
     * The addresses of a contact, for whoever writes them down again; not for a log.
     *
     * @param contact the contact's id
     * @return the addresses by type of notifier, none if the contact is not in the list
     */
    public Map<String, Address> addresses(String contact) {
        return byContact.getOrDefault(contact, Map.of());
    }

    @Override
    public Optional<Address> address(String contact, String notifierType) {
        return Optional.ofNullable(addresses(contact).get(notifierType));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactBook book && book.byContact.equals(byContact);
    }

    @Override
    public int hashCode() {
        return byContact.hashCode();
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "ContactBook" + byContact.keySet();
    }
}
