/* SPDX-License-Identifier: Apache-2.0 */

/**
 * How fast contact channels answer, beside the floor of a bare binary search: compare rows, never machines.
 *
 * <p>Start with {@link org.municipalsafety.benchmarks.channel.ChannelBenchmark}. Correctness is not tested here.
 */
@NullMarked
package org.municipalsafety.benchmarks.channel;

import org.jspecify.annotations.NullMarked;
