/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.time.DaySpan;

/**
 * When a layer is in force, or a position has to be filled: hours that repeat every week.
 *
 * <pre>{@code
 * Window.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "16:30-32:00"); // weekday evenings and nights
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param hours the hours; together they are the window, none of them is never
 */
public record Window(List<Hours> hours) {

    /** All the time. */
    public static final Window ALWAYS = new Window(List.of(new Hours(EnumSet.allOf(DayOfWeek.class), DaySpan.ALL_DAY)));

    /** At no time. */
    public static final Window NEVER = new Window(List.of());

    /**
     * Hours on some days of the week.
     *
     * @param days the days on which the span starts, at least one
     * @param span the span, which may end on the next day (C1)
     */
    public record Hours(Set<DayOfWeek> days, DaySpan span) {
        /** Copies and checks. */
        public Hours {
            EnumSet<DayOfWeek> copy = EnumSet.noneOf(DayOfWeek.class);
            copy.addAll(days);
            days = Collections.unmodifiableSet(copy);
            new Faults()
                    .check(!days.isEmpty(), Fault.of("/days", "no day", "at least one day of the week"))
                    .refuse("hours");
        }
    }

    /** Copies. */
    public Window {
        hours = List.copyOf(hours);
    }

    /**
     * One span on some days.
     *
     * @param days the days on which it starts
     * @param span the span as {@link DaySpan#parse} reads it
     * @return the window
     */
    public static Window of(Set<DayOfWeek> days, String span) {
        return new Window(List.of(new Hours(days, DaySpan.parse(span))));
    }
}
