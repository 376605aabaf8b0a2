/* SPDX-License-Identifier: Apache-2.0 */

/** Placeholder of the benchmarks module. */
@NullMarked
package org.municipalsafety.benchmarks.roster;

import org.jspecify.annotations.NullMarked;
