/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.municipalsafety.roster.resolution.Gap;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.roster.resolution.Segment;
import org.threeten.extra.Interval;

/** Something that says who is on duty: the library, or what somebody else has built on a rota. */
public interface Resolver {

    /**
     * Who holds a position at an instant.
     *
     * @param rota the rota
     * @param position the position's id
     * @param at when
     * @return the state and the time in which it lasts
     */
    Slot at(Rota rota, String position, Instant at);

    /**
     * Who holds a position over an interval.
     *
     * @param rota the rota
     * @param position the position's id
     * @param interval the interval
     * @return the slots in order
     */
    List<Slot> over(Rota rota, String position, Interval interval);

    /**
     * A stretch of time in one state.
     *
     * @param interval when
     * @param holder who, or nobody
     * @param state {@code duty}, {@code gap} or {@code off}
     * @param ground why, in any form that can be compared
     */
    record Slot(Interval interval, String holder, String state, Object ground) {

        /**
         * Who holds the position, as an answer that can be compared.
         *
         * @return the holder, or the state where there is none
         */
        public String who() {
            return holder.isEmpty() ? state : holder;
        }

        static Slot of(Segment segment) {
            Optional<String> holder = segment.holding();
            String state = holder.isPresent() ? "duty" : segment instanceof Gap ? "gap" : "off";
            return new Slot(segment.interval(), holder.orElse(""), state, segment.because());
        }
    }

    /** The library's own. */
    Resolver LIBRARY = new Resolver() {
        @Override
        public Slot at(Rota rota, String position, Instant at) {
            return Slot.of(rota.at(position, at));
        }

        @Override
        public List<Slot> over(Rota rota, String position, Interval interval) {
            List<Slot> slots = new ArrayList<>();
            rota.resolve(interval).segments(position).forEach(segment -> slots.add(Slot.of(segment)));
            return slots;
        }
    };
}
