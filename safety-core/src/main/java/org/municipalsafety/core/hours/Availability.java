/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;

/**
 * When a channel is open: by rules of its own, or whenever another channel is closed.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Availability permits OpeningHours, Availability.Outside {

    /**
     * Open around the clock, every day.
     *
     * @return the availability
     */
    static OpeningHours always() {
        return OpeningHours.weekly(List.of(new OpeningHours.Week(EnumSet.allOf(DayOfWeek.class), DayHours.ALL_DAY)));
    }

    /**
     * Open exactly while another channel is closed, and unknown while that one is unknown.
     *
     * @param channel the id of the other channel
     * @return the availability
     */
    static Outside outside(String channel) {
        return new Outside(channel);
    }

    /**
     * Open exactly while another channel is closed, such as a duty service "outside office hours".
     *
     * @param channel the id of the other channel
     */
    record Outside(String channel) implements Availability {

        /** Checks that the id is there. */
        public Outside {
            requireNonNull(channel, "channel");
        }
    }
}
