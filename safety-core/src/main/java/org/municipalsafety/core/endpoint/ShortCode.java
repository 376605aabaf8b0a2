/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A short telephone code such as 112, which has no international form (rule C6).
 *
 * <p>112 must never become {@code +46112}: 11 is Norrköping's own area code. The national codes are a closed list;
 * codes that work within one organisation only are {@linkplain #local local}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param text the code as written, such as {@code 113 13}
 * @param purpose what it is for
 * @param national whether it works in all of Sweden
 */
public record ShortCode(String text, LocalizedText purpose, boolean national) implements Endpoint {

    // First, since the codes are checked with them.
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,6}");

    private static final Map<String, LocalizedText> LIST = list();

    /** The national codes, in the order of their numbers. */
    public static final List<ShortCode> NATIONAL = LIST.entrySet().stream()
            .map(entry -> new ShortCode(entry.getKey(), entry.getValue(), true))
            .toList();

    private static Map<String, LocalizedText> list() {
        Map<String, LocalizedText> list = new LinkedHashMap<>();
        list.put(
                "112",
                LocalizedText.of("SOS Alarm, vid fara för liv, egendom eller miljö", "SOS Alarm, for emergencies"));
        list.put(
                "113 13",
                LocalizedText.of("information vid olyckor och kriser", "information about major accidents and crises"));
        list.put("114 14", LocalizedText.of("polisen, när det inte är bråttom", "the police, when it is not urgent"));
        list.put("116 000", LocalizedText.of("försvunna barn", "missing children"));
        list.put("116 111", LocalizedText.of("stöd till barn (Bris)", "support for children (Bris)"));
        list.put("116 123", LocalizedText.of("samtalsstöd", "emotional support"));
        list.put("1177", LocalizedText.of("sjukvårdsrådgivning", "medical advice"));
        return list;
    }

    /**
     * Checks the form, and that exactly the codes of the list are national.
     *
     * @throws IllegalArgumentException if the text is not two to six digits, with blanks between groups at most, the
     *     purpose is not one line, a code is to be national and is none of {@link #NATIONAL}, or is one of them and is
     *     not to be
     */
    public ShortCode {
        code(text);
        purpose.requireLine();
        if (national && !purpose.equals(LIST.get(text))) {
            throw new IllegalArgumentException("""
                    The code is none of the national ones as the list has them.
                    Maybe ShortCode.of finds it, or it is a local one.""");
        }
        if (!national) {
            localCode(text);
        }
    }

    /** A text of the form of a code. */
    private static String code(String text) {
        if (text.length() > 12 || !DIGITS.matcher(text.replace(" ", "")).matches()) {
            throw new IllegalArgumentException(
                    "The text is no short code: expected two to six digits, such as 113 13.");
        }
        return text;
    }

    /** A text of the form of a code that works within one organisation only. */
    private static String localCode(String text) {
        if (isNational(code(text))) {
            throw new IllegalArgumentException("A national short code cannot be a local one.");
        }
        return text;
    }

    private static boolean isNational(String text) {
        String digits = text.replace(" ", "");
        return LIST.keySet().stream().anyMatch(code -> code.replace(" ", "").equals(digits));
    }

    /**
     * A national code from the closed list.
     *
     * @param text the code, with or without blanks
     * @return the code as it is usually written
     * @throws IllegalArgumentException if it is not in the list
     */
    public static ShortCode of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("""
                The text is none of the national short codes 112, 113 13, 114 14, 116 000, 116 111, 116 123 and 1177.
                Maybe it works within one organisation only: then it is a local code, with its purpose."""));
    }

    /**
     * A code that works within one organisation or network only.
     *
     * @param text the code
     * @param purpose what it is for
     * @return the code
     * @throws IllegalArgumentException if it is a national code or has another form, or the purpose is not one line
     */
    public static ShortCode local(String text, LocalizedText purpose) {
        return new ShortCode(text, purpose, false);
    }

    private static Optional<ShortCode> find(String text) {
        String digits = text.replace(" ", "");
        return NATIONAL.stream().filter(code -> code.digits().equals(digits)).findFirst();
    }

    /**
     * The code as dialled.
     *
     * @return digits alone
     */
    public String digits() {
        return text.replace(" ", "");
    }

    /**
     * The code as a link that telephones understand.
     *
     * @return such as {@code tel:112}
     */
    public String telUri() {
        return "tel:" + digits();
    }

    /**
     * The code as RFC 3966 wants local numbers written; few telephones understand it.
     *
     * @return such as {@code tel:112;phone-context=+46}
     */
    public String strictTelUri() {
        return telUri() + ";phone-context=+46";
    }

    @Override
    public String uri() {
        return telUri();
    }

    /** The code if it is national, else the kind alone. */
    @Override
    public String toString() {
        return "ShortCode[" + (national ? text : "…") + "]";
    }
}
