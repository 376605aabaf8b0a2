/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package org.municipalsafety.exchange;

import org.jspecify.annotations.NullMarked;
