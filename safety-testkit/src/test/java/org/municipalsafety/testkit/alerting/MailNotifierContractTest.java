/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import java.util.Map;
import org.municipalsafety.alerting.mail.MailConfig;
import org.municipalsafety.alerting.mail.MailNotifierProvider;
import org.municipalsafety.alerting.notifier.Address;
import org.municipalsafety.alerting.notifier.NotifierProvider;

/** The built-in mail notifier keeps the rules. */
class MailNotifierContractTest extends NotifierContract<MailConfig> {

    @Override
    protected NotifierProvider<MailConfig> provider() {
        return new MailNotifierProvider();
    }

    @Override
    protected ProviderSide providerSide() {
        return new MailSide();
    }

    @Override
    protected Address address() {
        return Address.of("anna@example.org");
    }

    @Override
    protected Map<String, Object> wrongValues() {
        return Map.of(
                "port", 0,
                "host", "no host",
                "from", "larm",
                "security", "NONE",
                "username", "without-a-password",
                "readTimeout", "PT0S");
    }
}
