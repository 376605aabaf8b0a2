/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The built-in notifier of the type {@code mail}: SMTP.
 *
 * <p>Start with {@link org.municipalsafety.alerting.mail.MailNotifierProvider}. Sending only: reading answers, and
 * links that acknowledge when they are opened (A8), do not live here. Rules N1 to N9, A6, A7.
 */
@NullMarked
package org.municipalsafety.alerting.mail;

import org.jspecify.annotations.NullMarked;
