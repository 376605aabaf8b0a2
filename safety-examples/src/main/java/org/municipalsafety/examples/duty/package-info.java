/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The first questions of a developer: who is on duty, until when and why, and is somebody reachable around the clock?
 *
 * <p>Start with {@link org.municipalsafety.examples.duty.Questions}. Nothing that a user would put into production
 * lives here.
 */
@NullMarked
package org.municipalsafety.examples.duty;

import org.jspecify.annotations.NullMarked;
