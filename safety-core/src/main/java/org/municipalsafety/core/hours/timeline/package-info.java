/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Hours compiled into instants: what makes a state a look-up; not API, and not exported.
 *
 * <p>Start with {@link org.municipalsafety.core.hours.timeline.Timeline}. What a rule means for a day is decided in
 * {@link org.municipalsafety.core.hours.timeline.RuleCompiler}, and nothing here knows a directory.
 */
@NullMarked
package org.municipalsafety.core.hours.timeline;

import org.jspecify.annotations.NullMarked;
