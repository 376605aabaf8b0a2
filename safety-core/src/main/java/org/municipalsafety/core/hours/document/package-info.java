/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Hours as a part of a document, read and written; not API, and not exported.
 *
 * <p>Start with {@link org.municipalsafety.core.hours.document.HoursReader}. The document that they are a part of does
 * not live here.
 */
@NullMarked
package org.municipalsafety.core.hours.document;

import org.jspecify.annotations.NullMarked;
