/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Who may see what (rule D3).
 *
 * <p>Start with {@link org.municipalsafety.core.disclosure.Disclosure}: everything has such a class, every reader
 * belongs to an {@link org.municipalsafety.core.disclosure.Audience}; types that leave the municipality have a
 * {@code view(Audience)} that drops what the audience may not see. No item's content lives here.
 */
@NullMarked
package org.municipalsafety.core.disclosure;

import org.jspecify.annotations.NullMarked;
