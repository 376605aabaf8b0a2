/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.endpoint;

/**
 * Where a channel is reached (rule C6).
 *
 * <p>The texts of endpoints may be shown to the channel's audience only, so {@code toString} never holds them (rule
 * A7).
 */
public sealed interface Endpoint permits GeographicNumber, ShortCode, EmailAddress, WebPage {

    /**
     * As its owner writes it, for people to read.
     *
     * @return such as {@code 011-15 00 00}
     */
    String text();

    /**
     * As a link.
     *
     * @return a URI such as {@code tel:+4611150000}
     */
    String uri();
}
