/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.alert;

/** Why a contact gets a message about an alert. */
public enum Purpose {
    /** A step of the escalation reached the contact. */
    ALERT,
    /** The contact came on duty while the alert was open or held by the one before (A4). */
    TAKEN_OVER,
    /** The contact went off duty; somebody else has been alerted (A4). */
    HANDED_OVER
}
