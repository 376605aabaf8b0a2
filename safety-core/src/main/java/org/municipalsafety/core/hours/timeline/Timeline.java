/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.NextChange;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.Segment;
import org.threeten.extra.Interval;

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
    private final Known known;
    private final Compiler compiler;
    private final AtomicReferenceArray<@Nullable Block> blocks;
    /** Blocks outside, each in the place of its number's remainder. */
    private final AtomicReferenceArray<@Nullable Outside> few = new AtomicReferenceArray<>(FEW);

    /** A timeline over a calendar's days, from {@code start} until {@code end}. */
    Timeline(long start, long end, Known known, Compiler compiler) {
        this.start = start;
        this.end = end;
        this.knownFrom = known.from();
        this.knownUntil = known.until();
        this.known = known;
        this.compiler = compiler;
        this.blocks = new AtomicReferenceArray<>((int) (((end - start - 1) >> SHIFT) + 1));
    }

    /**
     * The time for which there is an answer.
     *
     * @param from its first second, the calendar's or before it
     * @param until the second after the last, the calendar's end or after it
     * @param byCalendar whether it is the calendar that bounds it
     * @param beyond why it is unknown outside
     */
    record Known(long from, long until, boolean byCalendar, List<ChannelReason> beyond) {}

    /** Makes the block with a number and the seconds from its start until its end. */
    interface Compiler {
        Block compile(int number, long from, long until);
    }

    private record Outside(int number, Block block) {}

    /** Whether the calendar has to say what a day is. */
    boolean restsOnCalendar() {
        return known.byCalendar();
    }

    Block block(int number) {
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

    /** The state at a second. */
    public OpenState stateAt(long second) {
        if (!isKnown(second)) {
            return OpenState.UNKNOWN;
        }
        Block block = block(number(second));
        return block.state(block.at(second));
    }

    /** What decides the state at a second. */
    public List<ChannelReason> becauseAt(long second) {
        if (!isKnown(second)) {
            return known.beyond();
        }
        Block block = block(number(second));
        return block.because(block.at(second));
    }

    /** The next change of state before a limit, or null; within a block it is looked up. */
    public NextChange.@Nullable At nextChange(long second, long limit) {
        if (isKnown(second)) {
            Block block = block(number(second));
            NextChange.At change = block.changeAfter(block.at(second));
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

    /** A cursor at the segment that holds a second. */
    public Cursor cursor(long second) {
        return new Cursor(second);
    }

    /** The segments that fill a bounded interval, neighbours different in state or reason. */
    public List<Segment> segments(Interval interval) {
        long until = ceiling(interval.getEnd());
        List<Segment> segments = new ArrayList<>();
        Cursor cursor = cursor(interval.getStart().getEpochSecond());
        Instant start = interval.getStart();
        while (true) {
            OpenState state = cursor.state();
            List<ChannelReason> because = cursor.because();
            long end = cursor.end();
            boolean last = end >= until;
            if (!last) {
                cursor.advance();
                if (cursor.state() == state && cursor.because().equals(because)) {
                    continue;
                }
            }
            Instant to = last ? interval.getEnd() : Instant.ofEpochSecond(end);
            segments.add(new Segment(Interval.of(start, to), state, because));
            if (last) {
                return List.copyOf(segments);
            }
            start = to;
        }
    }

    /** The first second that is not before an instant. */
    public static long ceiling(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
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
            return block == null ? (number < first() ? Long.MIN_VALUE : knownUntil) : block.start(index);
        }

        /** The state of the segment. */
        public OpenState state() {
            return block == null ? OpenState.UNKNOWN : block.state(index);
        }

        /** What decides it. */
        public List<ChannelReason> because() {
            return block == null ? known.beyond() : block.because(index);
        }

        /** The second at which the next segment begins. */
        public long end() {
            if (block == null) {
                return number < first() ? knownFrom : Long.MAX_VALUE;
            }
            return index + 1 < block.size() ? block.start(index + 1) : until(number);
        }

        /** Moves to the next segment; from the last, nowhere. */
        public void advance() {
            if (block != null && index + 1 < block.size()) {
                index++;
                return;
            }
            number = Math.min(number + 1, last() + 1);
            index = 0;
            block = number <= last() ? block(number) : null;
        }
    }
}
