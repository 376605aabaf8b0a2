/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.alert;

/** Where a delivery stands. */
public enum DeliveryState {
    /** To be sent when it is due. */
    PENDING,
    /** A node has written its intent to send and may be doing so; when its lease runs out the outcome is unknown. */
    SENDING,
    /** The notifier's provider took it. */
    SENT,
    /** It may or may not have been sent, and it is not tried again. */
    UNKNOWN,
    /** The provider refused it for good. */
    FAILED,
    /** Its notifier is not there; it is sent when the notifier is back (A1). */
    BLOCKED,
    /** Not sent, since the alert was acknowledged or closed. */
    CANCELLED,
    /** Tried as often as allowed, without success. */
    DEAD,
    /** Not sent before the alert's time was over. */
    EXPIRED;

    /**
     * Whether nothing more will happen to the delivery.
     *
     * @return true for every state but pending, sending and blocked
     */
    public boolean isOver() {
        return this != PENDING && this != SENDING && this != BLOCKED;
    }

    /**
     * Whether the delivery did not reach the provider, as far as anybody knows, and will not be tried again.
     *
     * @return true for unknown, failed and dead
     */
    public boolean isFailure() {
        return this == UNKNOWN || this == FAILED || this == DEAD;
    }
}
