/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes whoever drives the engine, when there may be something to do.
 *
 * <p>Thread-safe.
 */
final class Bell {

    private final Semaphore rings = new Semaphore(0);

    void ring() {
        rings.release();
    }

    /** Waits until it rings, or has rung since the last wait, but not longer than a time. */
    void await(Duration longest) throws InterruptedException {
        if (rings.tryAcquire(Math.max(1, longest.toMillis()), TimeUnit.MILLISECONDS)) {
            rings.drainPermits();
        }
    }
}
