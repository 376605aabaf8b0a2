/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.disclosure;

import java.util.Locale;
import org.municipalsafety.core.text.LocalizedText;

/** A group of readers or callers, from the widest to the narrowest. Each sees what the wider ones see, and more. */
public enum Audience {
    /** Residents, press, everybody. */
    PUBLIC(Disclosure.OPEN, LocalizedText.of("allmänheten", "the public")),
    /** Police, rescue service and other authorities. */
    AUTHORITIES(Disclosure.PARTNER, LocalizedText.of("myndigheter", "authorities")),
    /** The municipality's own staff. */
    STAFF(Disclosure.INTERNAL, LocalizedText.of("kommunens personal", "the municipality's staff")),
    /** Those who handle the matter, such as the duty officer. */
    DUTY(Disclosure.RESTRICTED, LocalizedText.of("de som handlägger ärendet", "those who handle the matter"));

    private final Disclosure most;
    private final LocalizedText text;

    Audience(Disclosure most, LocalizedText text) {
        this.most = most;
        this.text = text;
    }

    /**
     * The audience in words.
     *
     * @param locale Swedish, or else English
     * @return such as {@code allmänheten}
     */
    public String text(Locale locale) {
        return text.in(locale);
    }

    /**
     * Whether this audience may see an item.
     *
     * @param item the item's class
     * @return true if it may
     */
    public boolean maySee(Disclosure item) {
        return item.compareTo(most) <= 0;
    }

    /**
     * Whether something meant for another audience is meant for this one too: what is for the public is for everybody,
     * what is for authorities is not for the public.
     *
     * @param meantFor the audience it is meant for
     * @return true if this audience is included
     */
    public boolean includes(Audience meantFor) {
        return meantFor.compareTo(this) <= 0;
    }
}
