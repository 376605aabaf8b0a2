/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.text;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One text in one or more languages, such as the name of a channel.
 *
 * <pre>{@code
 * var name = LocalizedText.of("Socialjouren", "The social emergency service");
 * name.in(Locale.forLanguageTag("sv")); // Socialjouren
 * }</pre>
 *
 * <p>Where a reader's language is missing, English stands in, as in all that the library itself writes; where that is
 * missing too, the first text given.
 *
 * <p>Immutable and thread-safe.
 *
 * @param byLanguage the texts by BCP 47 language tag ({@code sv}, {@code en}, {@code sv-x-lattlast}), at least one;
 *     none blank
 */
public record LocalizedText(Map<String, String> byLanguage) {

    /** The longest line, as in documents. */
    private static final int MAX_LINE = 10_000;

    /**
     * Copies and checks. Language tags are kept in their canonical capitals, {@code en-GB} for {@code EN-gb}.
     *
     * @throws IllegalArgumentException if there is no text, one that is blank or holds half a character, a key that is
     *     no language tag, or one language twice
     */
    public LocalizedText {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("The text is given in no language; expected at least sv.");
        }
        Map<String, String> copy = new LinkedHashMap<>();
        byLanguage.forEach((tag, text) -> {
            requireNonNull(tag, "language tag");
            requireNonNull(text, "text");
            String canonical = Locale.forLanguageTag(tag).toLanguageTag();
            if (!canonical.equalsIgnoreCase(tag) || canonical.equals("und")) {
                throw new IllegalArgumentException(
                        "%s is no language tag; expected one such as sv, en or sv-x-lattlast.".formatted(tag));
            }
            if (text.isBlank()) {
                throw new IllegalArgumentException("The text for language %s is blank.".formatted(tag));
            }
            if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
                throw new IllegalArgumentException("""
                        The text for language %s holds half a character.
                        Maybe a surrogate pair was cut in two.""".formatted(tag));
            }
            if (copy.put(canonical, text) != null) {
                throw new IllegalArgumentException("The language %s is given twice.".formatted(canonical));
            }
        });
        byLanguage = Collections.unmodifiableMap(copy);
    }

    /**
     * A text in Swedish and English.
     *
     * @param swedish the Swedish text
     * @param english the English text
     * @return both
     */
    public static LocalizedText of(String swedish, String english) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("sv", swedish);
        texts.put("en", english);
        return new LocalizedText(texts);
    }

    /**
     * The text for a reader: in exactly this language, else in its main language, else in English, else the first one
     * given.
     *
     * @param locale the reader's language
     * @return the text, never blank
     */
    public String in(Locale locale) {
        return requireNonNull(byLanguage.get(languageFor(locale)));
    }

    /**
     * The language of the text that a reader gets.
     *
     * @param locale the reader's language
     * @return its tag, one of {@link #byLanguage}
     */
    public String languageFor(Locale locale) {
        for (String tag : List.of(locale.toLanguageTag(), locale.getLanguage(), "en")) {
            if (byLanguage.containsKey(tag)) {
                return tag;
            }
        }
        return byLanguage.keySet().iterator().next();
    }

    /**
     * Checks that the text fits on one line among others, of 10,000 characters at most: a name with a line break could
     * put a sentence of its own into a certificate, one that turns the direction of writing could disguise what stands
     * beside it.
     *
     * @return this text
     * @throws IllegalArgumentException if it does not; see {@link #isLine}, or is longer
     */
    public LocalizedText requireLine() {
        byLanguage.forEach((tag, text) -> {
            if (text.length() > MAX_LINE) {
                throw new IllegalArgumentException(
                        "The text for language %s has %s characters; expected a line of at most %s."
                                .formatted(tag, text.length(), MAX_LINE));
            }
            if (!isLine(text)) {
                throw new IllegalArgumentException("""
                        The text for language %s holds a line break or another control character; expected one line.
                        Maybe it was copied together with what surrounds it.""".formatted(tag));
            }
        });
        return this;
    }

    /**
     * Whether a text is one line: without line breaks and other control characters, and without those that turn the
     * direction of writing.
     *
     * @param text the text
     * @return true if it is
     */
    public static boolean isLine(String text) {
        return text.codePoints().noneMatch(LocalizedText::isControl);
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            default -> false;
        };
    }
}
