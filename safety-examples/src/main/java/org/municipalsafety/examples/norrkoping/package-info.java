/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Norrköping's week: one program that uses the whole library as a municipality would.
 *
 * <p>Start with {@link org.municipalsafety.examples.norrkoping.Norrkoping}: it reads four documents and plays Thursday
 * 26 November 2026 14:00 to Tuesday 1 December 08:00 on a settable clock. What it did is kept in a journal, so that a
 * run which was killed at any point carries on where it was (rule A1). Nothing that a user would put into production
 * lives here.
 */
@NullMarked
package org.municipalsafety.examples.norrkoping;

import org.jspecify.annotations.NullMarked;
