/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;

/** Swedish and English side by side. */
public final class Words {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Locale ENGLISH = Locale.forLanguageTag("en");

    /** The languages that everything is written in. */
    public static final List<Locale> LANGUAGES = List.of(SWEDISH, ENGLISH);

    private Words() {}

    /** The one of two texts that the reader reads: Swedish, or else English. */
    public static String in(String swedish, String english, Locale language) {
        return TimeText.isSwedish(language) ? swedish : english;
    }

    /** A text made once in each language, with times as a zone's clock shows them. */
    public static LocalizedText both(ZoneId zone, BiFunction<Locale, TimeText, String> text) {
        return LocalizedText.of(
                text.apply(SWEDISH, TimeText.of(SWEDISH, zone)), text.apply(ENGLISH, TimeText.of(ENGLISH, zone)));
    }
}
