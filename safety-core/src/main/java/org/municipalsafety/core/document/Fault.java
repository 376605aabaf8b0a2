/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.document;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing that is wrong in a document, and where.
 *
 * <p>Immutable and thread-safe.
 *
 * @param pointer the place as a JSON Pointer (RFC 6901); empty for the document as a whole
 * @param found what stands there, never a secret or a phone number (rule A7)
 * @param expected what was expected there
 * @param maybe an advice that begins "Maybe"; none where there is none to give
 */
public record Fault(String pointer, String found, String expected, Optional<String> maybe) {

    private static final int MOST_SHOWN = 600;

    /**
     * Checks that the parts are there. Control characters in them become blanks and very long ones are cut, since what
     * a document holds ends in terminals and logs; the pointer stays as it is.
     *
     * @throws IllegalArgumentException if the pointer is not empty and does not begin with a slash
     */
    public Fault {
        requireNonNull(pointer, "pointer");
        requireNonNull(found, "found");
        requireNonNull(expected, "expected");
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("%s is no JSON Pointer; expected a leading slash.".formatted(pointer));
        }
        found = shown(found);
        expected = shown(expected);
        maybe = maybe.map(Fault::shown);
    }

    /**
     * A fault without an advice.
     *
     * @param pointer the place as a JSON Pointer
     * @param found what stands there
     * @param expected what was expected
     * @return the fault
     */
    public static Fault of(String pointer, String found, String expected) {
        return new Fault(pointer, found, expected, Optional.empty());
    }

    /**
     * The same fault with an advice.
     *
     * @param advice the advice, beginning "Maybe"
     * @return the changed copy
     */
    public Fault maybe(String advice) {
        return new Fault(pointer, found, expected, Optional.of(advice));
    }

    /**
     * The same fault seen from further out.
     *
     * @param prefix the pointer of the place that this fault's pointer starts from
     * @return the changed copy
     */
    public Fault under(String prefix) {
        return new Fault(prefix + pointer, found, expected, maybe);
    }

    /** One or two lines for people. */
    @Override
    public String toString() {
        String place = pointer.isEmpty() ? "the document" : shown(pointer);
        String text = place + ": found " + found + ", expected " + expected + ".";
        return maybe.map(advice -> text + "\n    " + advice).orElse(text);
    }

    private static String shown(String text) {
        int end = text.codePointCount(0, text.length()) > MOST_SHOWN
                ? text.offsetByCodePoints(0, MOST_SHOWN)
                : text.length();
        StringBuilder clean = new StringBuilder(end + 1);
        for (int i = 0, c; i < end; i += Character.charCount(c)) {
            c = text.codePointAt(i);
            boolean unseen = switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> true;
                default -> false;
            };
            clean.appendCodePoint(unseen ? ' ' : c);
        }
        return end < text.length() ? clean.append('…').toString() : clean.toString();
    }
}
