/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import org.municipalsafety.alerting.alert.AlertEvent;

/**
 * Is told what happens to alerts.
 *
 * <p>The order, for one delivery that goes well: {@code SUBMITTED}, {@code STEP_FIRED} (both after the rows are
 * committed); {@code CLAIMED} (the intent to send is committed), {@code SENDING} (the notifier is called next),
 * {@code ANSWERED} (the notifier has answered, nothing is stored yet), {@code SENT} (the answer is committed). On
 * {@code ACKNOWLEDGED} the acknowledgement is committed with all that it stops. Every event other than {@code CLAIMED},
 * {@code SENDING} and {@code ANSWERED} stands in the log by the time a listener hears of it; one that was committed
 * just before the process died is in the log and was told to nobody.
 *
 * <p>Called on the thread that drives the engine, submits or acknowledges, while no transaction runs. A listener that
 * throws is logged and harms nobody; one that waits makes everybody wait.
 */
@FunctionalInterface
public interface AlertListener {

    /**
     * Something happened.
     *
     * @param event what
     */
    void on(AlertEvent event);
}
