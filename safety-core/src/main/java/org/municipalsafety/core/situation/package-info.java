/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Situations: incidents that belong together, and the measures and bulletins that hang on them.
 *
 * <p>Start with {@link org.municipalsafety.core.situation.Situation}; a JSON document of one is read and written by
 * {@link org.municipalsafety.core.situation.SituationDocument}. What leaves the municipality goes through
 * {@code view(Audience)} (rules D1, D3, M3 and M4). How one is shown or sent does not live here.
 */
@NullMarked
package org.municipalsafety.core.situation;

import org.jspecify.annotations.NullMarked;
