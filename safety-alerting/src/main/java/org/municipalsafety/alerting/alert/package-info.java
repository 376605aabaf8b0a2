/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What an alert is, and what has happened to it.
 *
 * <p>Start with {@link org.municipalsafety.alerting.alert.Alert}, what must be made known. A
 * {@link org.municipalsafety.alerting.alert.Delivery} is one message to one contact through one notifier, an
 * {@link org.municipalsafety.alerting.alert.Attempt} one try of it, an
 * {@link org.municipalsafety.alerting.alert.Acknowledgement} a person's "I have it", and a
 * {@link org.municipalsafety.alerting.alert.LogEntry} one line of the alert's history.
 *
 * <p>Values only: no addresses or phone numbers (A7), no files, no sending. Rules A1, A2, A3, A6.
 */
@NullMarked
package org.municipalsafety.alerting.alert;

import org.jspecify.annotations.NullMarked;
