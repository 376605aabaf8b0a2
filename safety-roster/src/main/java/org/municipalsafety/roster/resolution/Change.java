/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.text.TimeText;
import org.threeten.extra.Interval;

/**
 * A stretch of time in which another plan gives a position to somebody else (rule R1).
 *
 * <p>A stretch in which only the reason differs is no change: nobody's duty moves.
 *
 * <p>Immutable and thread-safe.
 *
 * @param position the position's id
 * @param interval when
 * @param before who held it, as the first segment of that time
 * @param after who holds it now, as the first segment of that time
 */
public record Change(String position, Interval interval, Segment before, Segment after) {

    /** Checks. */
    public Change {
        requireNonNull(position, "position");
        requireNonNull(interval, "interval");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /**
     * Whose duties change from one rota to another. A position that only one of them has is off in the other.
     *
     * @param before the rota as it was
     * @param after the rota as it is
     * @param interval where to look, as {@link Rota#resolve} takes it
     * @return the changes by position, then by time
     */
    public static List<Change> between(Rota before, Rota after, Interval interval) {
        Roster old = before.resolve(interval);
        Roster fresh = after.resolve(interval);
        List<String> positions = new ArrayList<>(old.positions());
        fresh.positions().stream().filter(id -> !positions.contains(id)).forEach(positions::add);
        List<Change> changes = new ArrayList<>();
        for (String position : positions) {
            between(position, segments(old, position), segments(fresh, position), changes);
        }
        return List.copyOf(changes);
    }

    /**
     * Whose duties a version changes while it is in force: the rota compared with itself without this version and those
     * after it.
     *
     * @param rota the rota
     * @param version the version's number, 2 or more; the first is 1
     * @param interval where to look, as far as the version is in force
     * @return the changes by position, then by time; those of later versions are not among them
     * @throws IllegalArgumentException if the rota has no such version, or the version is the first
     */
    public static List<Change> ofVersion(Rota rota, int version, Interval interval) {
        if (version < 2 || version > rota.plan().versions().size()) {
            throw new IllegalArgumentException("The rota %s has versions 1 to %d; expected 2 to that, not %d."
                    .formatted(rota.plan().id(), rota.plan().versions().size(), version));
        }
        Interval inForce = interval;
        if (version < rota.plan().versions().size()) {
            Instant next = rota.plan().versions().get(version).effectiveFrom();
            if (!interval.getStart().isBefore(next)) {
                return List.of();
            }
            inForce = next.isBefore(interval.getEnd()) ? interval.withEnd(next) : interval;
        }
        return between(upTo(rota, version - 1), upTo(rota, version), inForce);
    }

    private static Rota upTo(Rota rota, int version) {
        return rota.with(plan -> plan.withFirstVersions(version));
    }

    private static List<Segment> segments(Roster roster, String position) {
        return roster.positions().contains(position)
                ? roster.segments(position)
                : List.of(new Off(position, roster.interval(), List.of(new RotaReason.NotPlanned(position))));
    }

    private static void between(String position, List<Segment> old, List<Segment> fresh, List<Change> changes) {
        int i = 0;
        int j = 0;
        @Nullable Change open = null;
        // Both lists end where the interval ends, in the same step.
        while (i < old.size()) {
            Segment was = old.get(i);
            Segment is = fresh.get(j);
            Interval both = was.interval().intersection(is.interval());
            if (same(was, is)) {
                open = close(open, changes);
            } else if (open != null && same(open.before, was) && same(open.after, is)) {
                open = new Change(
                        position, Interval.of(open.interval.getStart(), both.getEnd()), open.before, open.after);
            } else {
                close(open, changes);
                open = new Change(position, both, was, is);
            }
            Instant end = both.getEnd();
            i += was.interval().getEnd().equals(end) ? 1 : 0;
            j += is.interval().getEnd().equals(end) ? 1 : 0;
        }
        close(open, changes);
    }

    private static @Nullable Change close(@Nullable Change open, List<Change> changes) {
        if (open != null) {
            changes.add(open);
        }
        return null;
    }

    /** Whether both have the same holder, or both are gaps, or both are off. */
    private static boolean same(Segment one, Segment other) {
        return one.getClass() == other.getClass() && one.holding().equals(other.holding());
    }

    /**
     * The change in one sentence without a full stop: Swedish for a Swedish locale, else English.
     *
     * @param locale the reader's language
     * @param zone where the reader is
     * @return such as {@code TIB, fredag …: gran i stället för ek}
     */
    public String sentence(Locale locale, ZoneId zone) {
        boolean swedish = TimeText.isSwedish(locale);
        String nobody = swedish ? "ingen" : "nobody";
        return position + ", " + TimeText.of(locale, zone).interval(interval) + ": "
                + after.holding().orElse(nobody) + (swedish ? " i stället för " : " instead of ")
                + before.holding().orElse(nobody);
    }
}
