/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.municipalsafety.core.text.LocalizedText;
import org.threeten.extra.Interval;

/**
 * A rota resolved over an interval: for each position, segments that follow each other without seams (rule R8).
 *
 * <p>Every question gets the answer that the rota itself gives, clipped to the interval (rule R7).
 *
 * <p>Immutable and thread-safe.
 */
public final class Roster {

    private final String rota;
    private final ZoneId zone;
    private final Interval interval;
    private final Map<String, LocalizedText> names;
    private final Map<String, List<Segment>> segments;

    Roster(
            String rota,
            ZoneId zone,
            Interval interval,
            Map<String, LocalizedText> names,
            Map<String, List<Segment>> segments) {
        this.rota = rota;
        this.zone = zone;
        this.interval = interval;
        this.names = names;
        Map<String, List<Segment>> copy = new LinkedHashMap<>();
        segments.forEach((position, list) -> copy.put(position, List.copyOf(list)));
        this.segments = Collections.unmodifiableMap(copy);
    }

    /**
     * The rota that was resolved.
     *
     * @return its id
     */
    public String rota() {
        return rota;
    }

    /**
     * Where the rota is.
     *
     * @return its zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Over what it was resolved.
     *
     * @return the interval, bounded and not empty
     */
    public Interval interval() {
        return interval;
    }

    /**
     * The positions, in the order of the rota.
     *
     * @return their ids
     */
    public List<String> positions() {
        return List.copyOf(segments.keySet());
    }

    /**
     * A position's name for people.
     *
     * @param position its id
     * @return the name
     * @throws IllegalArgumentException if the rota has no such position
     */
    public LocalizedText name(String position) {
        LocalizedText name = names.get(position);
        if (name == null) {
            throw unknown(position);
        }
        return name;
    }

    /**
     * The segments of a position.
     *
     * @param position its id
     * @return the segments in order; together they are the interval, and each differs from its neighbours
     * @throws IllegalArgumentException if the rota has no such position
     */
    public List<Segment> segments(String position) {
        List<Segment> found = segments.get(position);
        if (found == null) {
            throw unknown(position);
        }
        return found;
    }

    /**
     * Who is on duty.
     *
     * @param position the position's id
     * @param at when, within the interval
     * @return the duty, or nothing in a gap or off; {@link #segmentAt} says why
     * @throws IllegalArgumentException if the rota has no such position or the instant is outside the interval
     */
    public Optional<Duty> at(String position, Instant at) {
        return segmentAt(position, at) instanceof Duty duty ? Optional.of(duty) : Optional.empty();
    }

    /**
     * The segment that holds an instant.
     *
     * @param position the position's id
     * @param at when, within the interval
     * @return the segment, clipped to the interval
     * @throws IllegalArgumentException if the rota has no such position or the instant is outside the interval
     */
    public Segment segmentAt(String position, Instant at) {
        List<Segment> all = segments(position);
        if (!interval.contains(at)) {
            throw new IllegalArgumentException("""
                    The roster of %s holds %s, and %s lies outside.
                    Maybe it is the end, which an interval does not hold.""".formatted(rota, interval, at));
        }
        int low = 0;
        int high = all.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (all.get(middle).interval().getStart().isAfter(at)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return all.get(low);
    }

    /**
     * The duties of a person, over all positions.
     *
     * @param person the person's id
     * @return the duties, by position in the order of the rota, then by time
     */
    public List<Duty> duties(String person) {
        List<Duty> found = new ArrayList<>();
        segments.values()
                .forEach(list -> list.forEach(segment -> {
                    if (segment instanceof Duty duty && duty.holder().equals(person)) {
                        found.add(duty);
                    }
                }));
        return List.copyOf(found);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Roster roster
                && roster.rota.equals(rota)
                && roster.zone.equals(zone)
                && roster.interval.equals(interval)
                && roster.names.equals(names)
                && roster.segments.equals(segments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rota, interval, segments);
    }

    /** The rota and the interval. */
    @Override
    public String toString() {
        return "Roster[" + rota + ", " + interval + ", " + segments.keySet() + "]";
    }

    private IllegalArgumentException unknown(String position) {
        return new IllegalArgumentException("The rota %s has no position %s; it has %s."
                .formatted(rota, position, String.join(", ", segments.keySet())));
    }
}
