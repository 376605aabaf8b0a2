/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.mail;

import org.municipalsafety.alerting.notifier.Limits;
import org.municipalsafety.alerting.notifier.Notifier;
import org.municipalsafety.alerting.notifier.NotifierProvider;

/**
 * Makes notifiers of the type {@code mail}.
 *
 * <p>SMTP knows no idempotency key; the key is in the {@code Message-ID}, which is the same for every try, so that mail
 * servers and programs can drop repetitions (A2). An unknown outcome is sent again.
 *
 * <p>Stateless and thread-safe.
 */
public final class MailNotifierProvider implements NotifierProvider<MailConfig> {

    /** Does nothing. */
    public MailNotifierProvider() {}

    @Override
    public String type() {
        return "mail";
    }

    @Override
    public Class<MailConfig> configType() {
        return MailConfig.class;
    }

    @Override
    public Notifier create(MailConfig config) {
        return new MailNotifier(config);
    }

    @Override
    public Limits limits() {
        return new Limits(200, 50_000, Limits.Alphabet.UNICODE);
    }
}
