/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.text;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
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
 * <p>Immutable and thread-safe.
 *
 * @param byLanguage the texts by BCP 47 language tag ({@code sv}, {@code en}, {@code sv-x-lattlast}), the first of them
 *     the one that stands in where a language is missing; neither empty nor with blank texts
 */
public record LocalizedText(Map<String, String> byLanguage) {

    /**
     * Copies and checks. Language tags are kept in their canonical capitals, {@code en-GB} for {@code EN-gb}.
     *
     * @throws IllegalArgumentException if there is no text, a blank one, a key that is no language tag, or one language
     *     twice
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
     * The text for a reader: in exactly this language, else in its main language, else the first one given.
     *
     * @param locale the reader's language
     * @return the text, never blank
     */
    public String in(Locale locale) {
        String exact = byLanguage.get(locale.toLanguageTag());
        if (exact != null) {
            return exact;
        }
        String main = byLanguage.get(locale.getLanguage());
        return main != null ? main : byLanguage.values().iterator().next();
    }
}
