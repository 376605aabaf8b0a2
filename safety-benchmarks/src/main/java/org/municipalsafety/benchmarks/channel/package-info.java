/* SPDX-License-Identifier: Apache-2.0 */

/** How fast contact channels answer, beside the floor of a bare binary search. */
@NullMarked
package org.municipalsafety.benchmarks.channel;

import org.jspecify.annotations.NullMarked;
