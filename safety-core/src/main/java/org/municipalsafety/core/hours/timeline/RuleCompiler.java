/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;

/**
 * Turns opening hours into blocks of a timeline: lays the spans of each day out as it was {@linkplain DayDecisions
 * decided} (C1, T2), and fills what is left with the day's own reason to be closed (C4).
 *
 * <p>Where a span of one day runs into a span of the next, open beats unknown, and the span that started first gives
 * the reason.
 *
 * <p>Thread-safe: only the finished block leaves a call.
 */
final class RuleCompiler {

    private static final long DAY = 86_400;

    private final DayDecisions decisions;
    private final ZoneId zone;
    /** Why it is open at all times, or null where it is not: then there is nothing to lay out. */
    private final @Nullable List<ChannelReason> always;

    RuleCompiler(String channel, OpeningHours hours, MunicipalCalendar calendar, ZoneId zone) {
        this.decisions = new DayDecisions(channel, hours, calendar);
        this.zone = zone;
        this.always = decisions.always();
    }

    Block compile(long from, long until) {
        if (always != null) {
            return Block.of(from, OpenState.OPEN, always);
        }
        long first = localDay(from) - 2;
        long last = localDay(until) + 1;
        WallOffsets offsets = new WallOffsets(zone, from, until);
        Layout layout = new Layout((int) (last - first) + 1);
        for (long day = first; day <= last; day++) {
            long midnight = day * DAY;
            offsets.startFrom(midnight);
            layout.add(offsets, midnight, decisions.decide(LocalDate.ofEpochDay(day)));
        }
        return layout.sweep(from, until);
    }

    private long localDay(long second) {
        return Instant.ofEpochSecond(second).atZone(zone).toLocalDate().toEpochDay();
    }

    /** Days and their spans as seconds, each in the order of their starts. Confined to one thread. */
    private static final class Layout {
        private final long[] dayStarts;
        private final DayDecisions.Decision[] days;
        private int dayCount;

        private long[] starts;
        private long[] ends;
        private OpenState[] states;
        private DayDecisions.Decision[] decisions;
        private int count;

        /** The spans that hold the second to which the sweep has come, in the order of their starts. */
        private int[] active = new int[8];

        private int activeCount;

        Layout(int most) {
            dayStarts = new long[most];
            days = new DayDecisions.Decision[most];
            starts = new long[2 * most];
            ends = new long[2 * most];
            states = new OpenState[2 * most];
            decisions = new DayDecisions.Decision[2 * most];
        }

        void add(WallOffsets offsets, long midnight, DayDecisions.Decision decision) {
            dayStarts[dayCount] = offsets.second(midnight);
            days[dayCount++] = decision;
            for (int i = 0; i < decision.spans(); i++) {
                long start = offsets.second(midnight + decision.startSecond(i));
                long end = offsets.second(midnight + decision.endSecond(i));
                if (start < end) {
                    insert(start, end, decision.state(i), decision);
                }
            }
        }

        /** A day's spans start in order, and after those of the day before, but where the clock is set. */
        private void insert(long start, long end, OpenState state, DayDecisions.Decision decision) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
                states = Arrays.copyOf(states, 2 * count);
                decisions = Arrays.copyOf(decisions, 2 * count);
            }
            int place = count++;
            for (; place > 0 && starts[place - 1] > start; place--) {
                starts[place] = starts[place - 1];
                ends[place] = ends[place - 1];
                states[place] = states[place - 1];
                decisions[place] = decisions[place - 1];
            }
            starts[place] = start;
            ends[place] = end;
            states[place] = state;
            decisions[place] = decision;
        }

        Block sweep(long from, long until) {
            Block.Builder builder = new Block.Builder();
            int next = 0;
            int day = 0;
            long at = from;
            while (at < until) {
                endActive(at);
                while (next < count && starts[next] <= at) {
                    if (ends[next] > at) {
                        start(next);
                    }
                    next++;
                }
                while (day + 1 < dayCount && dayStarts[day + 1] <= at) {
                    day++;
                }
                OpenState state = OpenState.CLOSED;
                DayDecisions.Decision winner = days[day];
                long end = next < count ? Math.min(until, starts[next]) : until;
                for (int i = 0; i < activeCount; i++) {
                    int span = active[i];
                    end = Math.min(end, ends[span]);
                    // Open wins over unknown, unknown over closed; among equals the one that started first.
                    if (states[span] != state && (states[span] == OpenState.OPEN || state == OpenState.CLOSED)) {
                        state = states[span];
                        winner = decisions[span];
                    }
                }
                if (activeCount == 0 && day + 1 < dayCount) {
                    end = Math.min(end, dayStarts[day + 1]);
                }
                builder.add(at, state, winner.because());
                at = end;
            }
            return builder.build();
        }

        private void start(int span) {
            if (activeCount == active.length) {
                active = Arrays.copyOf(active, 2 * activeCount);
            }
            active[activeCount++] = span;
        }

        private void endActive(long at) {
            int kept = 0;
            for (int i = 0; i < activeCount; i++) {
                if (ends[active[i]] > at) {
                    active[kept++] = active[i];
                }
            }
            activeCount = kept;
        }
    }
}
