/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The kit for whoever writes a notifier.
 *
 * <p>Start with {@link org.municipalsafety.testkit.alerting.NotifierContract}: extend it in a test, and rules N1 to N11
 * are checked against the notifier. No notifier lives here.
 */
@NullMarked
package org.municipalsafety.testkit.alerting;

import org.jspecify.annotations.NullMarked;
