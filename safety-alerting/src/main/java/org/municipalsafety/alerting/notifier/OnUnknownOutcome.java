/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.notifier;

/** What to do when nobody knows whether a message was sent (A2). */
public enum OnUnknownOutcome {
    /** Send it again with the same key: a duplicate is better than silence. Right for an alarm to a duty officer. */
    RESEND,
    /** Do not send it again; if nothing else of the step got through, the next step fires at once. */
    ESCALATE
}
