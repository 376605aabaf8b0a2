/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What rules contradict each other, for hours and for the reader of documents with faults; not API, and not exported.
 *
 * <p>Start with {@link org.municipalsafety.core.hours.internal.Decided}. It knows no type of hours, so that both may
 * lean on it; what the rules mean does not live here.
 */
@NullMarked
package org.municipalsafety.core.hours.internal;

import org.jspecify.annotations.NullMarked;
