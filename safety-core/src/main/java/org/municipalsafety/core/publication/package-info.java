/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What residents read about the contact channels: a page, a piece of a page, plain text, a notice on one sheet of A4,
 * and the picture of a coverage certificate; and the frame of every page.
 *
 * <p>Start with {@link org.municipalsafety.core.publication.ContactPage}, or for what is put up on a wall with
 * {@link org.municipalsafety.core.publication.ContactNotice}; pages of your own begin with
 * {@link org.municipalsafety.core.publication.PageFrame}. 112 comes before every other number; a number is shown as its
 * owner writes it; a state is always said in words; only what an audience may see gets in (rule D3). The markup is
 * built to WCAG 2.2 AA in structure and needs no script. Texts of others stay on their line, are marked where they are
 * in another language, and turn no number round where they are written from right to left.
 *
 * <p>112 is to be spoken "ett ett två". That is how a screen reader set to digits reads it, and the digits stay plain:
 * HTML has no element that tells how to speak a text, an {@code aria-label} on a {@code span} is not allowed, and one
 * on the link would hide the digits from whoever reads by touch or looks for the number on the page.
 *
 * <p>Nothing is sent, hosted or cached here, and nothing decides whether a channel is open.
 */
@NullMarked
package org.municipalsafety.core.publication;

import org.jspecify.annotations.NullMarked;
