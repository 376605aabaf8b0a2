/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Makes alerts known: fires the steps of the escalation, sends what is due, follows handovers, takes acknowledgements.
 *
 * <p>Start with {@link org.municipalsafety.alerting.engine.AlertEngine}. It is driven by hand, one
 * {@link org.municipalsafety.alerting.engine.AlertEngine#runDue()} after the other on any clock, or by a thread that
 * its caller starts. Rules A1 to A6 and A9. How messages travel belongs to the notifiers, where the rows lie to the
 * store.
 *
 * <p>Calls run one way: down this list, never up, and never between two parts of one line.
 *
 * <ol>
 *   <li>{@code AlertEngineBuilder} puts the parts together.
 *   <li>{@code AlertEngine} is the door. It checks what it is given, and hands on.
 *   <li>{@code Driver} has everything done that is due, in one order, by one thread at a time.
 *   <li>What happens: {@code Acts} (people and feeds raise, acknowledge, close), {@code Escalation} (steps and rounds),
 *       {@code Handovers} (duties that end while an alert runs), {@code Sending} (intent, call, outcome), {@code Audit}
 *       (what is late, heartbeat).
 *   <li>What they need for it: {@code Settlement} (what becomes of a delivery after an outcome), {@code Flights}
 *       (threads, bounds and timeouts of calls), {@code MessageText}, {@code Lookups} (who is on duty, where they are
 *       reached).
 *   <li>{@code Flight} (one call of a notifier), {@code Shortening}, and {@code Changes}, where alone a transaction
 *       begins and listeners are told.
 *   <li>{@code Change} (one transaction, the instant that counts in it, what is told afterwards), {@code Bell} and
 *       {@code Heartbeat}.
 *   <li>The values and interfaces that callers see.
 * </ol>
 *
 * <p>Code of others is called in five places, and what it throws ends there: in {@code Lookups}, in {@code Settlement}
 * (how long to wait), in {@code Flight}, in {@code Changes} (listeners) and in {@code Audit} (heartbeat).
 */
@NullMarked
package org.municipalsafety.alerting.engine;

import org.jspecify.annotations.NullMarked;
