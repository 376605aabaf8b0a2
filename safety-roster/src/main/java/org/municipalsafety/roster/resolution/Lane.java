/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A position through all versions, with what has been decided about it. */
final class Lane {

    private final String position;
    private final @Nullable Seat[] seats;
    private final Decisions decisions;
    private final List<String> yieldsTo;

    Lane(String position, List<@Nullable Seat> seats, Decisions decisions, List<String> yieldsTo) {
        this.position = position;
        this.seats = seats.toArray(new Seat[0]);
        this.decisions = decisions;
        this.yieldsTo = yieldsTo;
    }

    String position() {
        return position;
    }

    /** The position in a version, the first is 0, or null if that has none. */
    @Nullable
    Seat seat(int version) {
        return seats[version];
    }

    Decisions decisions() {
        return decisions;
    }

    /** The positions that keep whoever holds them from this one, as often as they are named. */
    List<String> yieldsTo() {
        return yieldsTo;
    }
}
