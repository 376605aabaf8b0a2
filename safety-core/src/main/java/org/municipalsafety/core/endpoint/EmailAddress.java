/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.endpoint;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * An e-mail address.
 *
 * <p>Immutable and thread-safe.
 *
 * @param text the address
 */
public record EmailAddress(String text) implements Endpoint {

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is no address; the message does not repeat it
     */
    public EmailAddress {
        requireNonNull(text, "text");
        if (text.length() > 254 || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("The text is no e-mail address such as name@example.se.");
        }
    }

    @Override
    public String uri() {
        return "mailto:" + text;
    }

    /** The kind alone. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
