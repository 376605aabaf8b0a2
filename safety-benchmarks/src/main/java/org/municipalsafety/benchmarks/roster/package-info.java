/* SPDX-License-Identifier: Apache-2.0 */

/**
 * How fast rotas are resolved, beside other libraries in the same run: compare rows, never machines.
 *
 * <p>Start with {@link org.municipalsafety.benchmarks.roster.RotaBenchmark}. Correctness is not tested here. Rule R10.
 */
@NullMarked
package org.municipalsafety.benchmarks.roster;

import org.jspecify.annotations.NullMarked;
