/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What is called while nothing is late, so that its absence is noticed elsewhere (A9).
 *
 * @param every how often at most
 * @param lateWhen how late something may be before it stops
 * @param beat is given the time
 */
record Heartbeat(Duration every, Duration lateWhen, Consumer<Instant> beat) {}
