/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Makes alerts known: fires the steps of the escalation, sends what is due, follows handovers, takes acknowledgements.
 *
 * <p>Start with {@link org.municipalsafety.alerting.engine.AlertEngine}. It is driven by hand, one
 * {@link org.municipalsafety.alerting.engine.AlertEngine#runDue()} after the other on any clock, or by a thread that
 * its caller starts. Rules A1 to A6 and A9. How messages travel belongs to the notifiers, where the rows lie to the
 * store.
 */
@NullMarked
package org.municipalsafety.alerting.engine;

import org.jspecify.annotations.NullMarked;
