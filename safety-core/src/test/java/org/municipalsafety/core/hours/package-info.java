/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package org.municipalsafety.core.hours;

import org.jspecify.annotations.NullMarked;
