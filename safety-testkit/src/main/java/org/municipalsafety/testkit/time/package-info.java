/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Time under the test's control.
 *
 * <p>Start with {@link org.municipalsafety.testkit.time.SettableClock}; {@link org.municipalsafety.testkit.time.Zones}
 * generates zones and the nights in which their clocks change. Nothing here waits or reads the machine's clock. Rules
 * T2 and T4.
 */
@NullMarked
package org.municipalsafety.testkit.time;

import org.jspecify.annotations.NullMarked;
