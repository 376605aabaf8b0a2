/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The certificate that somebody can be reached at every instant, or when not (rule C5), and its document.
 *
 * <p>Start with {@link org.municipalsafety.core.coverage.CoverageCertificate}; a directory issues it. How it is found
 * out does not live here.
 */
@NullMarked
package org.municipalsafety.core.coverage;

import org.jspecify.annotations.NullMarked;
