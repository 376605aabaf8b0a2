/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What pages and reports share and nobody else may see; not API, and not exported.
 *
 * <p>Start with {@link org.municipalsafety.desk.internal.Words}. Nothing here knows a document.
 */
@NullMarked
package org.municipalsafety.desk.internal;

import org.jspecify.annotations.NullMarked;
