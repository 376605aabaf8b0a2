/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.hours.internal.Overlaps;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;

/**
 * What a rule says about a day: when it is open, and when nobody can tell.
 *
 * <p>All other time of the day is closed; no span at all means closed all day. Spans belong to the day on which they
 * start (rule C1). Vague published text ("may close earlier") becomes {@code unknown} spans, which never count as open
 * (rule C4).
 *
 * <p>Immutable and thread-safe.
 *
 * @param open when it is open, in order, none overlapping another
 * @param unknown when it is not known, in order, none overlapping another or an open one
 * @param note the published wording or the ground, if there is one
 */
public record DayHours(List<DaySpan> open, List<DaySpan> unknown, Optional<LocalizedText> note) {

    /** Closed all day. */
    public static final DayHours CLOSED = new DayHours(List.of(), List.of(), Optional.empty());
    /** Open from midnight to midnight. */
    public static final DayHours ALL_DAY = new DayHours(List.of(DaySpan.ALL_DAY), List.of(), Optional.empty());

    /**
     * Copies, sorts and checks.
     *
     * @throws InvalidModelException if spans overlap
     * @throws IllegalArgumentException if the note is not one line
     */
    public DayHours {
        List<Fault> faults = Overlaps.of(new ArrayList<>(open), new ArrayList<>(unknown));
        if (!faults.isEmpty()) {
            throw new InvalidModelException("hours", faults);
        }
        note.ifPresent(LocalizedText::requireLine);
        open = open.stream().sorted().toList();
        unknown = unknown.stream().sorted().toList();
    }

    /**
     * Open at these times.
     *
     * @param spans such as {@code "08:00-12:00", "13:00-16:00"}
     * @return the hours
     * @throws IllegalArgumentException if a span is no such text, or two overlap
     */
    public static DayHours open(String... spans) {
        return new DayHours(List.of(spans).stream().map(DaySpan::parse).toList(), List.of(), Optional.empty());
    }

    /**
     * Not known at any time of the day.
     *
     * @param wording the published text that leaves it open
     * @return the hours
     */
    public static DayHours vague(LocalizedText wording) {
        return new DayHours(List.of(), List.of(DaySpan.ALL_DAY), Optional.of(wording));
    }

    /**
     * The same hours with a note.
     *
     * @param wording the published wording or the ground
     * @return the changed copy
     */
    public DayHours withNote(LocalizedText wording) {
        return new DayHours(open, unknown, Optional.of(wording));
    }
}
