/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The reasons of an answer while it is looked for. Most have four. */
final class Told {

    private RotaReason[] reasons = new RotaReason[6];
    private int count;

    void clear() {
        count = 0;
    }

    void add(RotaReason reason) {
        if (count == reasons.length) {
            reasons = Arrays.copyOf(reasons, 2 * count);
        }
        reasons[count++] = reason;
    }

    /** What has been told so far. */
    Set<RotaReason> soFar() {
        return new HashSet<>(Arrays.asList(reasons).subList(0, count));
    }

    /** All of them in order. A short list of the JDK's takes its elements without copying them twice. */
    List<RotaReason> all() {
        return switch (count) {
            case 1 -> List.of(reasons[0]);
            case 2 -> List.of(reasons[0], reasons[1]);
            case 3 -> List.of(reasons[0], reasons[1], reasons[2]);
            case 4 -> List.of(reasons[0], reasons[1], reasons[2], reasons[3]);
            case 5 -> List.of(reasons[0], reasons[1], reasons[2], reasons[3], reasons[4]);
            default -> List.of(Arrays.copyOf(reasons, count));
        };
    }
}
