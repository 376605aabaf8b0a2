/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.util.Objects.requireNonNull;

import java.net.URI;

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
     * @throws IllegalArgumentException if the text is blank or the address is no https one
     */
    public WebPage {
        requireNonNull(text, "text");
        requireNonNull(uri, "uri");
        if (text.isBlank()) {
            throw new IllegalArgumentException("The page has no text for people to read.");
        }
        URI parsed;
        try {
            parsed = URI.create(uri);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("The address of the page is no URI.", unreadable);
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
