/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import java.util.Locale;
import org.municipalsafety.core.text.LocalizedText;

/** How one makes contact. */
public enum Modality {
    /** A telephone call. */
    VOICE(LocalizedText.of("telefon", "telephone")),
    /** A text message to a telephone number. */
    SMS(LocalizedText.of("sms", "text message")),
    /** A call through a text relay service. */
    TEXT_RELAY(LocalizedText.of("texttelefon", "text relay")),
    /** A video call, such as in sign language. */
    VIDEO(LocalizedText.of("bildtelefon", "video call")),
    /** E-mail. */
    EMAIL(LocalizedText.of("e-post", "e-mail")),
    /** A form on the web. */
    FORM(LocalizedText.of("webbformulär", "web form")),
    /** A visit in person. */
    VISIT(LocalizedText.of("besök", "visit"));

    private final LocalizedText text;

    Modality(LocalizedText text) {
        this.text = text;
    }

    /**
     * The way in words.
     *
     * @param locale the reader's language
     * @return such as {@code telefon}
     */
    public String text(Locale locale) {
        return text.in(locale);
    }
}
