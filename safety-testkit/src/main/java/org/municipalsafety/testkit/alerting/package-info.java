/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The kits for whoever writes a notifier or a store for alerts.
 *
 * <p>Start with {@link org.municipalsafety.testkit.alerting.NotifierContract}: extend it in a test, and rules N1 to N11
 * are checked against the notifier. {@link org.municipalsafety.testkit.alerting.AlertStoreContract} does the same for a
 * store, with the promises S1 to S24. No notifier and no store lives here.
 */
@NullMarked
package org.municipalsafety.testkit.alerting;

import org.jspecify.annotations.NullMarked;
