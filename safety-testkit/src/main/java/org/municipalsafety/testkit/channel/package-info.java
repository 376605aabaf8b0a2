/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What every directory of contact channels, and whatever answers from one, has to keep.
 *
 * <p>Start with {@link org.municipalsafety.testkit.channel.DirectoryContract}: inherit it, give it your directory and
 * the time it is meant for, and its properties run as your tests; it also tells which of your rules matter and which
 * decide nothing. {@link org.municipalsafety.testkit.channel.Directories} makes directories with hours aimed at clock
 * changes and red days. {@link org.municipalsafety.testkit.channel.DirectoryLaws} are the laws as plain functions,
 * which need no test engine: an {@link org.municipalsafety.testkit.channel.Answerer} and a directory in, violations
 * out.
 *
 * <p>No code that turns rules into time lives here but the plain reading with which the library is compared. Rules C1
 * to C6, D3, T1 and T2.
 */
@NullMarked
package org.municipalsafety.testkit.channel;

import org.jspecify.annotations.NullMarked;
