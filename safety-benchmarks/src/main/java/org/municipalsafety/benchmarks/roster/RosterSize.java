/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.benchmarks.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

/**
 * How much memory a resolved segment takes: what the heap holds more after 200 rosters of ten years than before, by
 * their segments. Run it with a fixed heap, {@code -Xms2g -Xmx2g}; it prints one line for each of five goes.
 */
public final class RosterSize {

    private static final Interval DECADE =
            Interval.of(Instant.parse("2026-01-05T07:00:00Z"), Instant.parse("2036-01-07T07:00:00Z"));

    private RosterSize() {}

    /** Measures. */
    public static void main(String[] args) {
        Rota rota = RotaBenchmark.full(0);
        for (int go = 0; go < 5; go++) {
            long before = held();
            List<Roster> rosters = new ArrayList<>();
            long segments = 0;
            for (int i = 0; i < 200; i++) {
                Roster roster = rota.resolve(DECADE);
                segments += roster.segments("P").size();
                rosters.add(roster);
            }
            long after = held();
            System.out.printf(
                    "%d segments, %.1f bytes each, %d rosters%n",
                    segments, (after - before) / (double) segments, rosters.size());
        }
    }

    private static long held() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
