/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package org.municipalsafety.core.publication;

import org.jspecify.annotations.NullMarked;
