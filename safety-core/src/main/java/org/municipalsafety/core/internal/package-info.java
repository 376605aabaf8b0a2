/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What exports and publications share and nobody else may see; not API, and not exported.
 *
 * <p>Start with {@link org.municipalsafety.core.internal.DayPatterns}. Nothing here decides whether a channel is open:
 * it reads the answers of a directory by calendar days.
 */
@NullMarked
package org.municipalsafety.core.internal;

import org.jspecify.annotations.NullMarked;
