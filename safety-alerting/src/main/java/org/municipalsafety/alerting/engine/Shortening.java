/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import org.municipalsafety.alerting.notifier.Limits.Alphabet;

/** Shortens texts to what a notifier can carry (N8). The start, with the mark of the kind, is kept. */
final class Shortening {

    /** GSM 03.38 default alphabet without the escape character; the extension table counts twice. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final String MORE = "...";

    private Shortening() {}

    static String to(int units, Alphabet alphabet, String text) {
        if (fits(units, alphabet, text)) {
            return text;
        }
        int end = text.length();
        while (end > 0) {
            end = text.offsetByCodePoints(end, -1);
            String shorter = text.substring(0, end).stripTrailing() + MORE;
            if (fits(units, alphabet, shorter)) {
                return shorter;
            }
        }
        return "";
    }

    private static boolean fits(int units, Alphabet alphabet, String text) {
        if (alphabet == Alphabet.UNICODE) {
            return text.length() <= units;
        }
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (BASIC.indexOf(c) >= 0) {
                septets++;
            } else if (EXTENDED.indexOf(c) >= 0) {
                septets += 2;
            } else {
                return text.length() <= units * 7L / 16; // one character outside and all are UCS-2
            }
        }
        return septets <= units;
    }
}
