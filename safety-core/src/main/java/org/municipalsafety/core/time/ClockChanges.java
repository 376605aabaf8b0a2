/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a zone's clock from 1970 to 2100, laid out so that rule T2 is one binary search: the zone's rules work
 * the changes of a year out anew for each question.
 *
 * <p>Between two changes the offset stays the same. The first instant whose local time is not before a given one lies
 * in the first such stretch that reaches that local time: at it, or where the stretch begins.
 */
final class ClockChanges {

    private static final long FIRST = Instant.parse("1970-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2101-01-01T00:00:00Z").getEpochSecond();
    /** Local times at least so far inside are the concern of no change outside. */
    private static final long MARGIN = 2 * 86_400;

    /** One for each zone that was asked about; the database knows some six hundred. */
    private static final Map<String, ClockChanges> KNOWN = new ConcurrentHashMap<>();

    /** The zone asked about last: most programs ask about one. Any thread may replace it. */
    private static volatile @Nullable ClockChanges last;

    private final ZoneRules rules;
    /** The local second up to which stretch i reaches, or an earlier one did. */
    private final long[] reaches;
    /** The second at which stretch i begins. */
    private final long[] begins;
    /** The offset in stretch i, in seconds. */
    private final int[] offsets;

    private ClockChanges(ZoneRules rules) {
        this.rules = rules;
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(FIRST));
        while (next != null && next.getInstant().getEpochSecond() < LAST) {
            changes.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        int count = changes.size() + 1;
        reaches = new long[count];
        begins = new long[count];
        offsets = new int[count];
        int offset = rules.getOffset(Instant.ofEpochSecond(FIRST)).getTotalSeconds();
        long begin = Long.MIN_VALUE;
        long farthest = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            begins[i] = begin;
            offsets[i] = offset;
            if (i + 1 == count) {
                farthest = Long.MAX_VALUE;
            } else {
                begin = changes.get(i).toEpochSecond();
                farthest = Math.max(farthest, begin + offset);
                offset = changes.get(i).getOffsetAfter().getTotalSeconds();
            }
            reaches[i] = farthest;
        }
    }

    /** Whether local times of this second are laid out. */
    static boolean hold(long localSecond) {
        return localSecond >= FIRST + MARGIN && localSecond < LAST - MARGIN;
    }

    /** Rules are told apart as objects: the JDK keeps one for each zone, and to compare their contents is slow. */
    @SuppressWarnings("ReferenceEquality")
    static ClockChanges of(ZoneId zone, ZoneRules rules) {
        ClockChanges latest = last;
        if (latest != null && latest.rules == rules) {
            return latest;
        }
        ClockChanges known = KNOWN.get(zone.getId());
        if (known == null || known.rules != rules) {
            known = new ClockChanges(rules);
            KNOWN.put(zone.getId(), known);
        }
        last = known;
        return known;
    }

    /** The first instant whose local time is not before a given one, of which the whole seconds are laid out. */
    Instant instant(long localSecond, int nano) {
        int low = 0;
        int high = reaches.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reaches[middle] > localSecond) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        long second = localSecond - offsets[low];
        return second < begins[low] ? Instant.ofEpochSecond(begins[low]) : Instant.ofEpochSecond(second, nano);
    }
}
