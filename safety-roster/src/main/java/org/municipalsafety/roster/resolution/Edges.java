/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.util.List;

/** Instants in order, found by bisection: the seconds lie side by side, and the rest is looked at where they tie. */
final class Edges {

    private final Instant[] instants;
    private final long[] seconds;

    Edges(List<Instant> inOrder) {
        instants = inOrder.toArray(Instant[]::new);
        seconds = inOrder.stream().mapToLong(Instant::getEpochSecond).toArray();
    }

    int size() {
        return instants.length;
    }

    Instant get(int index) {
        return instants[index];
    }

    /** How many of them are not after an instant. */
    int passed(Instant at) {
        long second = at.getEpochSecond();
        int low = 0;
        int high = seconds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seconds[middle] <= second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while (low > 0 && seconds[low - 1] == second && instants[low - 1].isAfter(at)) {
            low--;
        }
        return low;
    }

    /** The same, where an earlier answer may still be right. */
    int passed(Instant at, int guess) {
        long second = at.getEpochSecond();
        boolean right = (guess == 0 || (guess <= seconds.length && seconds[guess - 1] < second))
                && (guess >= seconds.length || seconds[guess] > second);
        return right ? guess : passed(at);
    }

    /** Narrows a stretch to the time between two of them that follow each other. */
    void narrow(int passed, Stretch stretch) {
        if (passed > 0) {
            stretch.notBefore(instants[passed - 1]);
        }
        if (passed < instants.length) {
            stretch.before(instants[passed]);
        }
    }
}
