/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the laws of all the kit's parts report: a {@link org.municipalsafety.testkit.Violation}.
 *
 * <p>Start with the part whose words you use: {@code channel} for contact channels, {@code roster} for rotas,
 * {@code alerting} for notifiers, {@code time} for clocks and zones. What belongs to one part never lands here.
 */
@NullMarked
package org.municipalsafety.testkit;

import org.jspecify.annotations.NullMarked;
