/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Bulletins: what the municipality tells people, in languages and forms.
 *
 * <p>Start with {@link org.municipalsafety.core.bulletin.Bulletin}; a
 * {@link org.municipalsafety.core.bulletin.Publication} renders it as plain text and as HTML together with the channels
 * and measures that it speaks of, so that a number or a period is never typed twice. Sending and hosting do not live
 * here.
 */
@NullMarked
package org.municipalsafety.core.bulletin;

import org.jspecify.annotations.NullMarked;
