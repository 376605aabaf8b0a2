/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.endpoint;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A full Swedish telephone number: the text as its owner writes it, and the international form derived from it (rule
 * C6).
 *
 * <p>{@code 011-15 00 00}, {@code +46 (0)11-15 00 00} and {@code 0046 11 150000} are one number with three texts. The
 * text is never regrouped. Toll-free and shared-cost numbers (020, 0771) are full numbers as well.
 *
 * <p>Immutable and thread-safe.
 *
 * @param text the number as its owner writes it
 */
public record GeographicNumber(String text) implements Endpoint {

    private static final Pattern ALLOWED =
            Pattern.compile("(\\+46|0046)?[ \u00a0]?(\\(0\\))?[0-9]([0-9 \u00a0\u2011-]*[0-9])?");
    private static final Pattern NATIONAL = Pattern.compile("[1-9][0-9]{6,8}");

    /**
     * Checks that the text is a full Swedish number.
     *
     * @throws IllegalArgumentException if it is not; the message does not repeat it
     */
    public GeographicNumber {
        requireNonNull(text, "text");
        national(text);
    }

    /**
     * The international form (ITU-T E.164).
     *
     * @return such as {@code +4611150000}
     */
    public String e164() {
        return "+46" + national(text);
    }

    /**
     * The number as a link (RFC 3966).
     *
     * @return such as {@code tel:+4611150000}
     */
    public String telUri() {
        return "tel:" + e164();
    }

    @Override
    public String uri() {
        return telUri();
    }

    /** The kind alone. */
    @Override
    public String toString() {
        return "GeographicNumber[…]";
    }

    private static String national(String text) {
        if (text.length() > 40 || !ALLOWED.matcher(text).matches()) {
            throw refused();
        }
        boolean international = text.startsWith("+46") || text.startsWith("0046");
        String rest = international ? text.substring(text.startsWith("+46") ? 3 : 4) : text;
        StringBuilder digits = new StringBuilder();
        rest.replace("(0)", "").chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        String number = digits.toString();
        if (!international) {
            if (!number.startsWith("0")) {
                throw refused();
            }
            number = number.substring(1);
        }
        if (!NATIONAL.matcher(number).matches()) {
            throw refused();
        }
        return number;
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException("""
                The text is no full Swedish telephone number; expected such as 011-15 00 00 or +46 11 15 00 00.
                Maybe it is a short code such as 112, which is another kind of endpoint.""");
    }
}
