/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.NextChange;
import org.municipalsafety.core.hours.OpenState;

/**
 * The states of one channel, compiled in blocks when they are first asked for.
 *
 * <p>A block is a sorted array of the epoch seconds at which something changes. All timelines of a directory share the
 * borders of their blocks, so that one can be made from another block by block. Blocks within the calendar's days are
 * kept; of others the last few, so that a timeline that is made from another twice over compiles it once. Thread-safe:
 * two threads may compile the same block at once, and get equal ones.
 */
public final class Timeline {

    /** Seconds in a block, about 388 days. */
    private static final int SHIFT = 25;

    /** How many blocks outside the calendar's days are kept. */
    private static final int FEW = 4;

    /** The calendar's first second; its blocks are numbered from 0, earlier ones below. */
    private final long start;
    /** The second after the calendar; a block begins here, too. */
    private final long end;

    private final long knownFrom;
    private final long knownUntil;
    private final ChannelReason beyond;
    private final Compiler compiler;
    private final AtomicReferenceArray<@Nullable Block> blocks;
    /** Blocks outside, each in the place of its number's remainder. */
    private final AtomicReferenceArray<@Nullable Outside> few = new AtomicReferenceArray<>(FEW);

    /**
     * A timeline over a calendar's days, from {@code start} until {@code end}.
     *
     * @param knownFrom the first second for which there is an answer, {@code start} or before it
     * @param knownUntil the second after the last for which there is one, {@code end} or after it
     * @param beyond the reason why it is unknown outside
     */
    public Timeline(long start, long end, long knownFrom, long knownUntil, ChannelReason beyond, Compiler compiler) {
        this.start = start;
        this.end = end;
        this.knownFrom = knownFrom;
        this.knownUntil = knownUntil;
        this.beyond = beyond;
        this.compiler = compiler;
        this.blocks = new AtomicReferenceArray<>((int) (((end - start - 1) >> SHIFT) + 1));
    }

    /** Makes the block with a number and the seconds from its start until its end. */
    public interface Compiler {
        Block compile(int number, long from, long until);
    }

    /** Neighbouring segments: each starts at its entry in {@code starts} and ends where the next one starts. */
    public static final class Block {
        /**
         * Seconds in a stretch of {@code firsts}, about nine hours: of common hours one or two segments start in it.
         */
        private static final int STRETCH_SHIFT = 15;

        public final long[] starts;
        public final OpenState[] states;
        public final ChannelReason[] reasons;
        /** For each segment the next change of state, or null where none follows in the block. */
        private final NextChange.@Nullable At[] changes;
        /** The segment in which each stretch begins, and the last segment for whatever follows. */
        private final int[] firsts;

        public Block(long[] starts, OpenState[] states, ChannelReason[] reasons) {
            this.starts = starts;
            this.states = states;
            this.reasons = reasons;
            this.changes = new NextChange.At[starts.length];
            for (int i = starts.length - 2; i >= 0; i--) {
                changes[i] = states[i + 1] != states[i]
                        ? new NextChange.At(Instant.ofEpochSecond(starts[i + 1]), states[i + 1], reasons[i + 1])
                        : changes[i + 1];
            }
            this.firsts = firsts(starts);
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

        int at(long second) {
            long stretch = (second - starts[0]) >> STRETCH_SHIFT;
            if (stretch >= firsts.length - 1) {
                return starts.length - 1;
            }
            int found = Arrays.binarySearch(starts, firsts[(int) stretch], firsts[(int) stretch + 1] + 1, second);
            return found >= 0 ? found : -found - 2;
        }
    }

    private record Outside(int number, Block block) {}

    /** Collects segments in order, joining those with one state and one reason. */
    public static final class Builder {
        private long[] starts = new long[1024];
        private final List<OpenState> states = new ArrayList<>(1024);
        private final List<ChannelReason> reasons = new ArrayList<>(1024);

        public void add(long from, OpenState state, ChannelReason because) {
            int n = states.size();
            if (n > 0 && states.get(n - 1) == state && reasons.get(n - 1).equals(because)) {
                return;
            }
            if (n == starts.length) {
                starts = Arrays.copyOf(starts, 2 * n);
            }
            starts[n] = from;
            states.add(state);
            reasons.add(because);
        }

        public Block build() {
            return new Block(
                    Arrays.copyOf(starts, states.size()),
                    states.toArray(new OpenState[0]),
                    reasons.toArray(new ChannelReason[0]));
        }
    }

    public Block block(int number) {
        if (number < 0 || number >= blocks.length()) {
            return outside(number);
        }
        Block block = blocks.get(number);
        if (block == null) {
            block = compiler.compile(number, from(number), until(number));
            blocks.set(number, block);
        }
        return block;
    }

    private Block outside(int number) {
        int place = Math.floorMod(number, FEW);
        Outside kept = few.get(place);
        if (kept != null && kept.number == number) {
            return kept.block;
        }
        Block block = compiler.compile(number, from(number), until(number));
        few.set(place, new Outside(number, block));
        return block;
    }

    private int number(long second) {
        return (int) (second < end ? (second - start) >> SHIFT : blocks.length() + ((second - end) >> SHIFT));
    }

    private long from(int number) {
        int after = number - blocks.length();
        return Math.max(knownFrom, after < 0 ? start + ((long) number << SHIFT) : end + ((long) after << SHIFT));
    }

    private long until(int number) {
        int after = number + 1 - blocks.length();
        return Math.min(
                knownUntil,
                after <= 0 ? Math.min(end, start + ((long) (number + 1) << SHIFT)) : end + ((long) after << SHIFT));
    }

    private boolean isKnown(long second) {
        return second >= knownFrom && second < knownUntil;
    }

    public OpenState stateAt(long second) {
        if (!isKnown(second)) {
            return OpenState.UNKNOWN;
        }
        Block block = block(number(second));
        return block.states[block.at(second)];
    }

    public ChannelReason reasonAt(long second) {
        if (!isKnown(second)) {
            return beyond;
        }
        Block block = block(number(second));
        return block.reasons[block.at(second)];
    }

    /** The next change of state before a limit, or null; within a block it is looked up. */
    public NextChange.@Nullable At nextChange(long second, long limit) {
        if (isKnown(second)) {
            Block block = block(number(second));
            NextChange.At change = block.changes[block.at(second)];
            if (change != null) {
                return change.at().getEpochSecond() < limit ? change : null;
            }
        }
        Cursor cursor = cursor(second);
        OpenState state = cursor.state();
        while (cursor.end() < limit) {
            cursor.advance();
            if (cursor.state() != state) {
                return new NextChange.At(Instant.ofEpochSecond(cursor.start()), cursor.state(), cursor.because());
            }
        }
        return null;
    }

    public Cursor cursor(long second) {
        return new Cursor(second);
    }

    /** Walks along the segments. Confined to one thread. */
    public final class Cursor {
        /** One less than the first block before it, one more than the last after it. */
        private int number;

        private int index;
        private @Nullable Block block;

        Cursor(long second) {
            if (second < knownFrom) {
                number = first() - 1;
            } else if (second >= knownUntil) {
                number = last() + 1;
            } else {
                number = number(second);
                Block found = block(number);
                block = found;
                index = found.at(second);
            }
        }

        private int first() {
            return number(knownFrom);
        }

        private int last() {
            return number(knownUntil - 1);
        }

        /** The start of the segment, once the cursor has moved. */
        public long start() {
            return block == null ? (number < first() ? Long.MIN_VALUE : knownUntil) : block.starts[index];
        }

        public OpenState state() {
            return block == null ? OpenState.UNKNOWN : block.states[index];
        }

        public ChannelReason because() {
            return block == null ? beyond : block.reasons[index];
        }

        public long end() {
            if (block == null) {
                return number < first() ? knownFrom : Long.MAX_VALUE;
            }
            return index + 1 < block.starts.length ? block.starts[index + 1] : until(number);
        }

        public void advance() {
            if (block != null && index + 1 < block.starts.length) {
                index++;
                return;
            }
            number = Math.min(number + 1, last() + 1);
            index = 0;
            block = number <= last() ? block(number) : null;
        }
    }
}
