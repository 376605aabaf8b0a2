/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.escalation;

import org.municipalsafety.alerting.alert.Alert;

/** Who a step alerts: whoever holds a position at the time, or always the same contact. */
public sealed interface Target {

    /**
     * Whoever holds a position when the step fires, and whoever takes it over while the step is open (A4).
     *
     * @param id the position, such as {@code TIB}
     */
    record Position(String id) implements Target {

        /**
         * Checks the position.
         *
         * @throws IllegalArgumentException if it is no identifier
         */
        public Position {
            Alert.requireId(id, "position");
        }
    }

    /**
     * Always the same contact, such as a control room.
     *
     * @param id the contact's id
     */
    record Contact(String id) implements Target {

        /**
         * Checks the contact.
         *
         * @throws IllegalArgumentException if it is no identifier
         */
        public Contact {
            Alert.requireId(id, "contact");
        }
    }
}
