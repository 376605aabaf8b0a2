/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The states of one channel over all days of the calendar, compiled in blocks when they are first asked for.
 *
 * <p>A block is a sorted array of the epoch seconds at which something changes. All timelines of a directory share the
 * borders of their blocks, so that one can be made from another block by block. Thread-safe: two threads may compile
 * the same block at once, and get equal ones.
 */
final class Timeline {

    /** Seconds in a block, about 388 days. */
    private static final int SHIFT = 25;

    private final long start;
    private final long end;
    private final Because beyond;
    private final Compiler compiler;
    private final AtomicReferenceArray<@Nullable Block> blocks;

    /**
     * A timeline from {@code start} until {@code end}, unknown outside.
     *
     * @param beyond the reason outside
     */
    Timeline(long start, long end, Because beyond, Compiler compiler) {
        this.start = start;
        this.end = end;
        this.beyond = beyond;
        this.compiler = compiler;
        this.blocks = new AtomicReferenceArray<>((int) (((end - start - 1) >> SHIFT) + 1));
    }

    /** Makes the block with a number and the seconds from its start until its end. */
    interface Compiler {
        Block compile(int number, long from, long until);
    }

    /** Neighbouring segments: each starts at its entry in {@code starts} and ends where the next one starts. */
    static final class Block {
        final long[] starts;
        final OpenState[] states;
        final Because[] reasons;

        Block(long[] starts, OpenState[] states, Because[] reasons) {
            this.starts = starts;
            this.states = states;
            this.reasons = reasons;
        }

        int at(long second) {
            int found = Arrays.binarySearch(starts, second);
            return found >= 0 ? found : -found - 2;
        }
    }

    /** Collects segments in order, joining those with one state and one reason. */
    static final class Builder {
        private long[] starts = new long[1024];
        private final List<OpenState> states = new ArrayList<>(1024);
        private final List<Because> reasons = new ArrayList<>(1024);

        void add(long from, OpenState state, Because because) {
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

        Block build() {
            return new Block(
                    Arrays.copyOf(starts, states.size()),
                    states.toArray(new OpenState[0]),
                    reasons.toArray(new Because[0]));
        }
    }

    Block block(int number) {
        Block block = blocks.get(number);
        if (block == null) {
            long from = start + ((long) number << SHIFT);
            block = compiler.compile(number, from, Math.min(end, from + (1L << SHIFT)));
            blocks.set(number, block);
        }
        return block;
    }

    OpenState stateAt(long second) {
        if (second < start || second >= end) {
            return OpenState.UNKNOWN;
        }
        Block block = block((int) ((second - start) >> SHIFT));
        return block.states[block.at(second)];
    }

    Because reasonAt(long second) {
        if (second < start || second >= end) {
            return beyond;
        }
        Block block = block((int) ((second - start) >> SHIFT));
        return block.reasons[block.at(second)];
    }

    /** Moves on to the next segment with another state; false if there is none before the limit. */
    static boolean toNextChange(Cursor cursor, long limit) {
        OpenState state = cursor.state();
        while (cursor.end() < limit) {
            cursor.advance();
            if (cursor.state() != state) {
                return true;
            }
        }
        return false;
    }

    Cursor cursor(long second) {
        return new Cursor(second);
    }

    /** Walks along the segments. Confined to one thread. */
    final class Cursor {
        /** -1 before the calendar, the number of blocks after it. */
        private int number;

        private int index;
        private @Nullable Block block;

        Cursor(long second) {
            if (second < start) {
                number = -1;
            } else if (second >= end) {
                number = blocks.length();
            } else {
                number = (int) ((second - start) >> SHIFT);
                Block found = block(number);
                block = found;
                index = found.at(second);
            }
        }

        /** The start of the segment, once the cursor has moved. */
        long start() {
            return block == null ? (number < 0 ? Long.MIN_VALUE : end) : block.starts[index];
        }

        OpenState state() {
            return block == null ? OpenState.UNKNOWN : block.states[index];
        }

        Because because() {
            return block == null ? beyond : block.reasons[index];
        }

        long end() {
            if (number < 0) {
                return start;
            }
            if (block == null) {
                return Long.MAX_VALUE;
            }
            return index + 1 < block.starts.length
                    ? block.starts[index + 1]
                    : Math.min(end, start + ((long) (number + 1) << SHIFT));
        }

        void advance() {
            if (block != null && index + 1 < block.starts.length) {
                index++;
                return;
            }
            number = Math.min(number + 1, blocks.length());
            index = 0;
            block = number < blocks.length() ? block(number) : null;
        }
    }
}
