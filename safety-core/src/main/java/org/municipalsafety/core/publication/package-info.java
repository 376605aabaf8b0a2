/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What residents read about the contact channels: a page, a piece of a page, plain text, a notice on one sheet of A4,
 * and the picture of a coverage certificate.
 *
 * <p>Start with {@link org.municipalsafety.core.publication.ContactPage}. 112 comes before every other number; a number
 * is shown as its owner writes it; a state is always said in words; only what an audience may see gets in (rule D3).
 * The markup is built to WCAG 2.2 AA in structure and needs no script.
 *
 * <p>Nothing is sent, hosted or cached here, and nothing decides whether a channel is open.
 */
@NullMarked
package org.municipalsafety.core.publication;

import org.jspecify.annotations.NullMarked;
