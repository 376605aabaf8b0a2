/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The root of the core module: only {@link org.municipalsafety.core.SafetyException}.
 *
 * <p>Start in {@code org.municipalsafety.core.channel} for "who can be reached now", in
 * {@code org.municipalsafety.core.situation} for "what has been decided". Each feature has a package of its own; what
 * belongs to a feature never lands here. Messages of exceptions repeat no personal data (rule A7).
 */
@NullMarked
package org.municipalsafety.core;

import org.jspecify.annotations.NullMarked;
