/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

/** Division that rounds down. Most numbers of a rota are small, and small ones are divided in half the time. */
final class Numbers {

    private Numbers() {}

    static long floorDiv(long number, long by) {
        return number == (int) number && by == (int) by
                ? Math.floorDiv((int) number, (int) by)
                : Math.floorDiv(number, by);
    }

    static int floorMod(long number, int by) {
        return number == (int) number ? Math.floorMod((int) number, by) : Math.floorMod(number, by);
    }
}
