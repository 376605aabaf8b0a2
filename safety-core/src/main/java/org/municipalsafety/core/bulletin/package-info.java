/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Bulletins: what the municipality tells people, in several languages.
 *
 * <p>Start with {@link org.municipalsafety.core.bulletin.Bulletin}. How one is rendered, together with the channels and
 * measures that it speaks of, lives in {@code org.municipalsafety.core.publication}; sending and hosting do not live
 * here (rule D3).
 */
@NullMarked
package org.municipalsafety.core.bulletin;

import org.jspecify.annotations.NullMarked;
