/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.endpoint;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A web page: a form to fill in, or the page about a place to visit or a video call.
 *
 * <p>Immutable and thread-safe.
 *
 * @param text what people read, such as the street address
 * @param uri the address of the page, beginning with {@code https://}
 */
public record WebPage(String text, String uri) implements Endpoint {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the text is blank, too long or not one line, or the address is no https one
     */
    public WebPage {
        requireNonNull(text, "text");
        address(uri);
        line(text);
    }

    private static void line(String text) {
        if (text.isBlank() || text.length() > 10_000 || !LocalizedText.isLine(text)) {
            throw new IllegalArgumentException("The page has no text of one line for people to read.");
        }
    }

    /** The exception has no cause: that of the JDK repeats the address, which not everybody may see (rule A7). */
    private static void address(String uri) {
        URI parsed;
        try {
            parsed = new URI(uri);
        } catch (URISyntaxException unreadable) {
            throw new IllegalArgumentException("The address of the page is no URI.");
        }
        if (!"https".equals(parsed.getScheme()) || parsed.getHost() == null || parsed.getUserInfo() != null) {
            throw new IllegalArgumentException("The address of the page does not begin with https:// and a host.");
        }
    }

    /** The kind alone. */
    @Override
    public String toString() {
        return "WebPage[…]";
    }
}
