/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Where a service is reached, and how: telephone numbers, short codes, addresses and pages (rule C6).
 *
 * <p>Start with {@link org.municipalsafety.core.endpoint.Endpoint}; a
 * {@link org.municipalsafety.core.endpoint.Modality} says how one makes contact there. Whose endpoint it is and when
 * somebody answers does not live here, nor does anything that makes a call.
 */
@NullMarked
package org.municipalsafety.core.endpoint;

import org.jspecify.annotations.NullMarked;
