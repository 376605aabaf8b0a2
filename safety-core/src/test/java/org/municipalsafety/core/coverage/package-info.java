/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package org.municipalsafety.core.coverage;

import org.jspecify.annotations.NullMarked;
