/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.endpoint;

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

    /**
     * Whether one can make contact in this way at an endpoint.
     *
     * @param endpoint where
     * @return true for a call or message to a number, e-mail to an address, a form or visit on a page, and a video call
     *     to a number or a page
     */
    public boolean fits(Endpoint endpoint) {
        boolean number = endpoint instanceof GeographicNumber || endpoint instanceof ShortCode;
        return switch (this) {
            case VOICE, SMS, TEXT_RELAY -> number;
            case EMAIL -> endpoint instanceof EmailAddress;
            case FORM, VISIT -> endpoint instanceof WebPage;
            case VIDEO -> number || endpoint instanceof WebPage;
        };
    }
}
