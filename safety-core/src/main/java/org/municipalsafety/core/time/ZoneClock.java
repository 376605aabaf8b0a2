/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A zone's clock for whoever asks it often: rule T2 in whole seconds, there and back.
 *
 * <p>Local time is counted in seconds since 1970-01-01T00:00 on the wall, as if the wall were in UTC. {@link #second}
 * is the first second at which the wall has shown a local time; {@link #shown} is the latest local time that the wall
 * has shown by then. So one is the other's inverse: {@code second(local) <= second} exactly if {@code local <=
 * shown(second)}. Whatever begins and ends at local times can be looked up by the local time that the wall has shown.
 *
 * <pre>{@code
 * ZoneClock clock = ZoneClock.of(ZoneId.of("Europe/Stockholm"));
 * clock.second(clock.shown(0)); // 0
 * }</pre>
 *
 * <p>Until 2100 the changes of the clock are laid out, since a zone's rules work them out anew for each question. Later
 * the rules are asked.
 *
 * <p>Immutable and thread-safe.
 */
public final class ZoneClock {

    /** From here on the stretches are found by the number of a time slot. */
    private static final long FIRST = Instant.parse("1970-01-01T00:00:00Z").getEpochSecond();

    private static final long LAST = Instant.parse("2101-01-01T00:00:00Z").getEpochSecond();
    /** No two offsets are farther apart, so that local times so far inside are the concern of no change outside. */
    private static final long MARGIN = 2 * 86_400;
    /** A slot has 2^22 seconds, 48 days: few hold more than one change. */
    private static final int SLOT = 22;

    /** One for each zone that was asked about; the database knows some six hundred. */
    private static final Map<String, ZoneClock> KNOWN = new ConcurrentHashMap<>();

    /** The zone asked about last: most programs ask about one. Any thread may replace it. */
    private static volatile @Nullable ZoneClock last;

    private final ZoneRules rules;
    /** The second from which on the rules are asked. */
    private final long end;
    /** The local second up to which stretch i reaches, or an earlier one did. */
    private final long[] reaches;
    /** The second at which stretch i begins. */
    private final long[] begins;
    /** The offset in stretch i, in seconds. */
    private final int[] offsets;
    /** The stretch in which each slot begins. */
    private final short[] slots;

    private ZoneClock(ZoneRules rules) {
        this.rules = rules;
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(Instant.MIN);
        while (next != null && next.toEpochSecond() < LAST) {
            changes.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        end = next == null ? Long.MAX_VALUE : LAST;
        int count = changes.size() + 1;
        reaches = new long[count];
        begins = new long[count];
        offsets = new int[count];
        int offset = rules.getOffset(Instant.MIN).getTotalSeconds();
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
        slots = count == 1 ? new short[1] : slots();
    }

    private short[] slots() {
        short[] found = new short[(int) ((LAST - FIRST) >> SLOT) + 1];
        int stretch = 0;
        for (int slot = 0; slot < found.length; slot++) {
            long begin = FIRST + ((long) slot << SLOT);
            while (stretch + 1 < begins.length && begins[stretch + 1] <= begin) {
                stretch++;
            }
            found[slot] = (short) stretch;
        }
        return found;
    }

    /**
     * The clock of a zone.
     *
     * @param zone the zone
     * @return its clock, by the rules that the zone has now
     */
    @SuppressWarnings("ReferenceEquality")
    public static ZoneClock of(ZoneId zone) {
        // Rules are told apart as objects: the JDK keeps one for each zone, and to compare their contents is slow.
        ZoneRules rules = requireNonNull(zone, "zone").getRules();
        ZoneClock latest = last;
        if (latest != null && latest.rules == rules) {
            return latest;
        }
        if (rules.isFixedOffset()) {
            return new ZoneClock(rules);
        }
        ZoneClock known = KNOWN.get(zone.getId());
        if (known == null || known.rules != rules) {
            known = new ZoneClock(rules);
            KNOWN.put(zone.getId(), known);
        }
        last = known;
        return known;
    }

    /**
     * The first second whose local time is not before a given one (T2).
     *
     * @param local the local time in seconds, as if the wall were in UTC, of the years 1 to 9999
     * @return the second since 1970-01-01T00:00Z
     */
    public long second(long local) {
        if (local >= end - MARGIN) {
            return byTheRules(local, 0).getEpochSecond();
        }
        int stretch = reaching(local);
        return Math.max(local - offsets[stretch], begins[stretch]);
    }

    /** The same to the nanosecond. */
    Instant instant(long local, int nano) {
        if (local >= end - MARGIN) {
            return byTheRules(local, nano);
        }
        int stretch = reaching(local);
        long second = local - offsets[stretch];
        return second < begins[stretch] ? Instant.ofEpochSecond(begins[stretch]) : Instant.ofEpochSecond(second, nano);
    }

    /** The first stretch that reaches beyond a local time. */
    private int reaching(long local) {
        // A slot back: what has ended a slot before it cannot reach it.
        int stretch = slot(local - (1L << SLOT));
        while (reaches[stretch] <= local) {
            stretch++;
        }
        return stretch;
    }

    /** The stretch in which the slot of a second begins; the first before 1970. */
    private int slot(long second) {
        long slot = (second - FIRST) >> SLOT;
        return slot <= 0 ? 0 : slots[(int) Math.min(slot, slots.length - 1)];
    }

    private Instant byTheRules(long localSecond, int nano) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(localSecond, nano, ZoneOffset.UTC);
        List<ZoneOffset> valid = rules.getValidOffsets(local);
        return valid.isEmpty() ? rules.getTransition(local).getInstant() : local.toInstant(valid.get(0));
    }

    /**
     * The latest local time that the wall has shown by then: what it shows, save after the clock was set back, when it
     * is the second before the change until the wall shows more.
     *
     * @param second the second since 1970-01-01T00:00Z, of the years 1 to 9999
     * @return the local time in seconds, as if the wall were in UTC
     */
    public long shown(long second) {
        if (second >= end - MARGIN) {
            return shownByTheRules(second);
        }
        int stretch = slot(second);
        while (stretch + 1 < begins.length && begins[stretch + 1] <= second) {
            stretch++;
        }
        long shows = second + offsets[stretch];
        return stretch == 0 ? shows : Math.max(shows, reaches[stretch - 1] - 1);
    }

    private long shownByTheRules(long second) {
        long shown = second + rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
        ZoneOffsetTransition change = rules.previousTransition(Instant.ofEpochSecond(second + 1));
        while (change != null && change.toEpochSecond() > second - MARGIN) {
            shown = Math.max(
                    shown, change.toEpochSecond() + change.getOffsetBefore().getTotalSeconds() - 1);
            change = rules.previousTransition(change.getInstant());
        }
        return shown;
    }
}
