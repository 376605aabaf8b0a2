/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What people read: the same text in several languages, and times as people write them.
 *
 * <p>Start with {@link org.municipalsafety.core.text.LocalizedText} and {@link org.municipalsafety.core.text.TimeText}.
 * What a feature says in words stays with the feature; only what all of them share is here (rules R9 and T4).
 */
@NullMarked
package org.municipalsafety.core.text;

import org.jspecify.annotations.NullMarked;
