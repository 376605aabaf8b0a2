/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.municipalsafety.core.document.Fault;

/**
 * Who takes turns, in what order, how long, and since when.
 *
 * <pre>{@code
 * Rotation.weekly(LocalDateTime.parse("2026-01-02T13:00"), "ek", "gran", "alm"); // hands over on Fridays at 13:00
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param anchor when the first turn begins, in the rota's zone; before it nobody is in turn (P11)
 * @param turns how long the turns are
 * @param members the persons or groups in order, at least one; somebody may stand in it more than once. An id that the
 *     version declares as a {@link Group} is the group, every other a person
 * @param counting whether a turn that the layer's window leaves wholly empty is used up (P4)
 */
public record Rotation(LocalDateTime anchor, Turns turns, List<String> members, Counting counting) {

    /** Whether a turn that the layer's window leaves wholly empty is used up (P4). */
    public enum Counting {
        /** It is: the calendar alone says whose turn it is, so that people can count weeks. */
        CALENDAR,
        /**
         * It is not: whoever would have had the empty turn has the next one with any time in it. A turn that a version
         * cuts in two is used up if either part has any. The first question counts the turns once, from the anchor on;
         * later ones look them up. Turns are an hour long at least, on an average.
         */
        COVERED
    }

    /** Copies and checks. */
    public Rotation {
        requireNonNull(turns, "turns");
        requireNonNull(counting, "counting");
        members = List.copyOf(members);
        new Faults()
                .check(
                        anchor.getYear() >= 1900
                                && anchor.getYear() <= 2999
                                && anchor.equals(anchor.truncatedTo(ChronoUnit.SECONDS)),
                        Fault.of("/anchor", anchor.toString(), "a whole second of the years 1900 to 2999"))
                .check(
                        !members.isEmpty() && members.size() <= 1000,
                        Fault.of("/members", members.size() + " members", "1 to 1000 members")
                                .maybe("Maybe the position needs no layer: leave the layer out."))
                .check(
                        counting == Counting.CALENDAR || turns.average().compareTo(Duration.ofHours(1)) >= 0,
                        Fault.of(
                                        "/counting",
                                        "COVERED with turns of " + turns.average(),
                                        "turns of an hour or longer, since each is counted")
                                .maybe("Maybe CALENDAR serves as well, which counts none."))
                .ids("/members", members)
                .refuse("rotation");
    }

    /**
     * A rotation that uses up every turn.
     *
     * @param anchor when the first turn begins
     * @param turns how long the turns are
     * @param members the persons or groups in order
     */
    public Rotation(LocalDateTime anchor, Turns turns, List<String> members) {
        this(anchor, turns, members, Counting.CALENDAR);
    }

    /**
     * Turns of one week.
     *
     * @param anchor when the first turn begins
     * @param members the persons or groups in order
     * @return the rotation
     */
    public static Rotation weekly(LocalDateTime anchor, String... members) {
        return new Rotation(anchor, new Turns.Weeks(1), List.of(members));
    }
}
