/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What somebody implements who adds a way to reach people: the notifier SPI.
 *
 * <p>Start with {@link org.municipalsafety.alerting.notifier.NotifierProvider}, and test it with the notifier contract
 * of the testkit. {@link org.municipalsafety.alerting.notifier.NotifierProviders} finds providers,
 * {@link org.municipalsafety.alerting.notifier.Notifiers} holds the notifiers that are configured and running.
 *
 * <p>A notifier transports a finished message. Who gets it, when, how often and what it says is decided elsewhere; so
 * are timeouts and isolation (A5). The rules N1 to N11 are in the Javadoc of the types; also A2, A6, A7.
 */
@NullMarked
package org.municipalsafety.alerting.notifier;

import org.jspecify.annotations.NullMarked;
