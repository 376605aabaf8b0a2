/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.NextChange;
import org.municipalsafety.core.hours.OpenState;

/**
 * Neighbouring segments of a timeline: each starts at its entry in the starts and ends where the next one starts.
 *
 * <p>Segments for one reason share its list. Thread-safe.
 */
final class Block {

    /** Seconds in a stretch of {@code firsts}, about nine hours: of common hours one or two segments start in it. */
    private static final int STRETCH_SHIFT = 15;

    private final long[] starts;
    private final OpenState[] states;
    private final List<List<ChannelReason>> reasons;
    /**
     * For each segment the next change of state once it was asked for. Any thread may put it there: it is immutable,
     * and an equal one may take its place.
     */
    private final NextChange.@Nullable At[] changes;
    /** The segment in which each stretch begins, and the last segment for whatever follows. */
    private final int[] firsts;

    private Block(long[] starts, OpenState[] states, List<List<ChannelReason>> reasons, int[] firsts) {
        this.starts = starts;
        this.states = states;
        this.reasons = reasons;
        this.changes = new NextChange.At[starts.length];
        this.firsts = firsts;
    }

    private Block(long[] starts, OpenState[] states, List<List<ChannelReason>> reasons) {
        this(starts, states, reasons, firsts(starts));
    }

    /** A block of one segment. */
    static Block of(long from, OpenState state, List<ChannelReason> because) {
        return new Block(new long[] {from}, new OpenState[] {state}, List.of(because));
    }

    /** The same for another channel with the same hours: only whose rule decides is another. */
    Block of(String channel) {
        IdentityHashMap<List<ChannelReason>, List<ChannelReason>> known = new IdentityHashMap<>();
        List<List<ChannelReason>> own = new ArrayList<>(reasons.size());
        for (List<ChannelReason> because : reasons) {
            own.add(known.computeIfAbsent(
                    because,
                    each -> each.stream()
                            .map(reason -> new ChannelReason(reason.kind(), channel, reason.rule(), reason.words()))
                            .toList()));
        }
        return new Block(starts, states, List.copyOf(own), firsts);
    }

    private static int[] firsts(long[] starts) {
        int last = starts.length - 1;
        int[] firsts = new int[(int) ((starts[last] - starts[0]) >> STRETCH_SHIFT) + 2];
        int segment = 0;
        for (int stretch = 0; stretch < firsts.length - 1; stretch++) {
            long begin = starts[0] + ((long) stretch << STRETCH_SHIFT);
            while (segment < last && starts[segment + 1] <= begin) {
                segment++;
            }
            firsts[stretch] = segment;
        }
        firsts[firsts.length - 1] = last;
        return firsts;
    }

    int size() {
        return starts.length;
    }

    /** The segment that holds a second of the block. */
    int at(long second) {
        long stretch = (second - starts[0]) >> STRETCH_SHIFT;
        if (stretch >= firsts.length - 1) {
            return starts.length - 1;
        }
        int found = Arrays.binarySearch(starts, firsts[(int) stretch], firsts[(int) stretch + 1] + 1, second);
        return found >= 0 ? found : -found - 2;
    }

    long start(int segment) {
        return starts[segment];
    }

    OpenState state(int segment) {
        return states[segment];
    }

    List<ChannelReason> because(int segment) {
        return reasons.get(segment);
    }

    /** The next change of state after a segment, or null where none follows in the block. */
    NextChange.@Nullable At changeAfter(int segment) {
        NextChange.At known = changes[segment];
        if (known != null) {
            return known;
        }
        for (int i = segment + 1; i < starts.length; i++) {
            if (states[i] != states[segment]) {
                NextChange.At found = new NextChange.At(Instant.ofEpochSecond(starts[i]), states[i], reasons.get(i));
                changes[segment] = found;
                return found;
            }
        }
        return null;
    }

    /** Collects segments in order, joining those with one state and one reason. Confined to one thread. */
    static final class Builder {
        private long[] starts = new long[1024];
        private OpenState[] states = new OpenState[1024];
        private final List<List<ChannelReason>> reasons = new ArrayList<>(1024);

        void add(long from, OpenState state, List<ChannelReason> because) {
            int n = reasons.size();
            if (n > 0 && states[n - 1] == state && reasons.get(n - 1).equals(because)) {
                return;
            }
            if (n == starts.length) {
                starts = Arrays.copyOf(starts, 2 * n);
                states = Arrays.copyOf(states, 2 * n);
            }
            starts[n] = from;
            states[n] = state;
            reasons.add(because);
        }

        Block build() {
            int n = reasons.size();
            return new Block(Arrays.copyOf(starts, n), Arrays.copyOf(states, n), List.copyOf(reasons));
        }
    }
}
