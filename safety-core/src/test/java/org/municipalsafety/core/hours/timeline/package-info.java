/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package org.municipalsafety.core.hours.timeline;

import org.jspecify.annotations.NullMarked;
