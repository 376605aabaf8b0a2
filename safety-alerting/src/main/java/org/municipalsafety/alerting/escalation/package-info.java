/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Who is alerted in which order, and how long each has to acknowledge.
 *
 * <p>Start with {@link org.municipalsafety.alerting.escalation.EscalationPolicy}. A policy names positions, which are
 * looked up when a step fires, or fixed contacts. It is copied into the alert when that is submitted, so that changing
 * the policy never changes a running alert (A4). Who holds a position does not live here, nor does any address.
 */
@NullMarked
package org.municipalsafety.alerting.escalation;

import org.jspecify.annotations.NullMarked;
