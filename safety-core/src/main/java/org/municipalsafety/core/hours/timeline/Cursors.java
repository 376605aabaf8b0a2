/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.timeline;

import java.util.List;
import org.municipalsafety.core.hours.OpenState;

/**
 * Cursors of several timelines that move on together, and how many of them are open or unknown.
 *
 * <p>A binary heap by the ends of their segments: to move one on costs the logarithm of their number, and those that
 * stay where they are cost nothing. Confined to one thread.
 */
public final class Cursors {

    private final Timeline.Cursor[] cursors;
    private final long[] ends;
    private int open;
    private int unknown;

    public Cursors(List<Timeline.Cursor> all) {
        cursors = all.toArray(new Timeline.Cursor[0]);
        ends = new long[cursors.length];
        for (int i = 0; i < cursors.length; i++) {
            ends[i] = cursors[i].end();
            count(cursors[i].state(), 1);
        }
        for (int i = cursors.length / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    /** Moves each to the segment that holds a second, which is not before the one asked for last. */
    public void moveTo(long second) {
        while (ends.length > 0 && ends[0] <= second) {
            Timeline.Cursor first = cursors[0];
            count(first.state(), -1);
            do {
                first.advance();
            } while (first.end() <= second);
            count(first.state(), 1);
            ends[0] = first.end();
            sink(0);
        }
    }

    /** The second at which the first of them comes to the end of its segment. */
    public long end() {
        return ends.length == 0 ? Long.MAX_VALUE : ends[0];
    }

    public int open() {
        return open;
    }

    public int unknown() {
        return unknown;
    }

    private void count(OpenState state, int one) {
        if (state == OpenState.OPEN) {
            open += one;
        } else if (state == OpenState.UNKNOWN) {
            unknown += one;
        }
    }

    private void sink(int from) {
        Timeline.Cursor cursor = cursors[from];
        long end = ends[from];
        int at = from;
        while (2 * at + 1 < ends.length) {
            int child = 2 * at + 1;
            if (child + 1 < ends.length && ends[child + 1] < ends[child]) {
                child++;
            }
            if (ends[child] >= end) {
                break;
            }
            cursors[at] = cursors[child];
            ends[at] = ends[child];
            at = child;
        }
        cursors[at] = cursor;
        ends[at] = end;
    }
}
