/* SPDX-License-Identifier: Apache-2.0 */

import org.jspecify.annotations.NullMarked;
import org.municipalsafety.alerting.mail.MailNotifierProvider;
import org.municipalsafety.alerting.notifier.NotifierProvider;

/** Alerts: the notifier SPI, escalation, the durable store, the engine and the built-in mail notifier. */
@NullMarked
module org.municipalsafety.alerting {
    requires static org.jspecify;
    requires jakarta.mail;
    requires java.logging;
    requires java.sql;
    requires org.eclipse.angus.mail;
    requires org.xerial.sqlitejdbc;
    requires transitive org.municipalsafety.core;
    requires transitive org.municipalsafety.roster;

    exports org.municipalsafety.alerting.alert;
    exports org.municipalsafety.alerting.document;
    exports org.municipalsafety.alerting.engine;
    exports org.municipalsafety.alerting.escalation;
    exports org.municipalsafety.alerting.mail;
    exports org.municipalsafety.alerting.notifier;
    exports org.municipalsafety.alerting.store;

    opens org.municipalsafety.alerting.mail to
            org.hibernate.validator;

    uses NotifierProvider;

    provides NotifierProvider with
            MailNotifierProvider;
}
