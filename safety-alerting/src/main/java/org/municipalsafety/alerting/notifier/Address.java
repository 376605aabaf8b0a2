/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

import static java.util.Objects.requireNonNull;

/**
 * Where a message goes: a mail address, a phone number. Its text form hides it (A7).
 *
 * <p>Immutable and thread-safe.
 */
public final class Address {

    private static final int MAX = 500;

    private final String value;

    private Address(String value) {
        this.value = value;
    }

    /**
     * Wraps an address.
     *
     * @param value the address, 1 to 500 characters, not blank, without control characters
     * @return the address
     * @throws IllegalArgumentException if it is not as described; the message does not repeat it
     */
    public static Address of(String value) {
        requireNonNull(value, "value");
        if (value.isBlank() || value.length() > MAX || value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The address is blank, longer than %d characters or holds a control character.".formatted(MAX));
        }
        return new Address(value);
    }

    /**
     * The address itself, for the provider alone: not for a log, an exception message or a file.
     *
     * @return the address
     */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address && address.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Hides the address. */
    @Override
    public String toString() {
        return "Address[hidden]";
    }
}
