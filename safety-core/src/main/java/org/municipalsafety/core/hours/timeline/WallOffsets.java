/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * The offsets of a zone during a block, so that rule T2 costs a comparison for each local time: days come in order, and
 * a block holds few changes of the clock.
 *
 * <p>Confined to one thread.
 */
final class WallOffsets {

    private static final long MARGIN = 4 * 86_400;

    /** The second at which stretch i begins. */
    private long[] begins = new long[8];
    /** The offset in stretch i, in seconds. */
    private int[] offsets = new int[8];

    private int count;
    /** No local time that is still asked for lies before this stretch. */
    private int first;

    /** The offsets for local times of a block and of the days next to it. */
    WallOffsets(ZoneId zone, long from, long until) {
        ZoneRules rules = zone.getRules();
        Instant start = Instant.ofEpochSecond(from - MARGIN);
        add(Long.MIN_VALUE, rules.getOffset(start).getTotalSeconds());
        ZoneOffsetTransition next = rules.nextTransition(start);
        while (next != null && next.toEpochSecond() < until + MARGIN) {
            add(next.toEpochSecond(), next.getOffsetAfter().getTotalSeconds());
            next = rules.nextTransition(next.getInstant());
        }
    }

    private void add(long begin, int offset) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, 2 * count);
            offsets = Arrays.copyOf(offsets, 2 * count);
        }
        begins[count] = begin;
        offsets[count++] = offset;
    }

    /** Says that no local time before this one is asked for any more. */
    void startFrom(long localSecond) {
        first = stretch(localSecond);
    }

    /** The first second whose local time is not before a given one (T2). */
    long second(long localSecond) {
        int i = stretch(localSecond);
        return Math.max(begins[i], localSecond - offsets[i]);
    }

    /** The first stretch that reaches a local time. */
    private int stretch(long localSecond) {
        int i = first;
        while (i + 1 < count && localSecond - offsets[i] >= begins[i + 1]) {
            i++;
        }
        return i;
    }
}
