/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.rules;

/**
 * A Java file laid out in three layers: what is comment, what is text in quotes, and what is code. Each has the length
 * of the file, its line breaks, and blanks where another layer has something; the quotes belong to the texts.
 */
record JavaSource(String comments, String texts, String code) {

    private enum Layer {
        COMMENT,
        TEXT,
        CODE
    }

    static JavaSource of(String source) {
        StringBuilder[] layers = {new StringBuilder(), new StringBuilder(), new StringBuilder()};
        int at = 0;
        while (at < source.length()) {
            Layer layer = layerAt(source, at);
            int end = layer == Layer.CODE ? at + 1 : end(source, at);
            for (; at < end; at++) {
                char c = source.charAt(at);
                for (Layer each : Layer.values()) {
                    layers[each.ordinal()].append(c == '\n' || each == layer ? c : ' ');
                }
            }
        }
        return new JavaSource(layers[0].toString(), layers[1].toString(), layers[2].toString());
    }

    private static Layer layerAt(String source, int at) {
        if (source.startsWith("//", at) || source.startsWith("/*", at)) {
            return Layer.COMMENT;
        }
        char c = source.charAt(at);
        return c == '"' || c == '\'' ? Layer.TEXT : Layer.CODE;
    }

    private static int end(String source, int start) {
        if (source.startsWith("//", start)) {
            return after(source, source.indexOf('\n', start), 0);
        }
        if (source.startsWith("/*", start)) {
            return after(source, source.indexOf("*/", start + 2), 2);
        }
        String quote = source.startsWith("\"\"\"", start) ? "\"\"\"" : source.substring(start, start + 1);
        int at = start + quote.length();
        while (at < source.length() && !source.startsWith(quote, at)) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(source.length(), at + quote.length());
    }

    private static int after(String source, int found, int length) {
        return found < 0 ? source.length() : found + length;
    }
}
