/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.time.DaySpan;

/**
 * When a layer is in force, or a position has to be filled: hours on days of the week and on day classes.
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
     * Hours on some days: those of the week, and those of some day classes (rule C3).
     *
     * <pre>{@code
     * // Weekends and red days, but not the days that people have free anyway.
     * new Hours(EnumSet.of(SATURDAY, SUNDAY), Set.of(DayClass.RED_DAY), Set.of(DayClass.DE_FACTO_HOLIDAY), DaySpan.ALL_DAY);
     * }</pre>
     *
     * @param days the days of the week on which the span starts
     * @param classes the day classes on which it starts as well
     * @param except the day classes on which it does not start, whatever the two before say
     * @param span the span, which may end on the next day (C1)
     */
    public record Hours(Set<DayOfWeek> days, Set<DayClass> classes, Set<DayClass> except, DaySpan span) {
        /** Copies and checks that there is some day. */
        public Hours {
            EnumSet<DayOfWeek> copy = EnumSet.noneOf(DayOfWeek.class);
            copy.addAll(days);
            days = Collections.unmodifiableSet(copy);
            classes = sorted(classes);
            except = sorted(except);
            new Faults()
                    .check(
                            !days.isEmpty() || !classes.isEmpty(),
                            Fault.of("/days", "no day", "at least one day of the week or one day class"))
                    .check(
                            Collections.disjoint(classes, except),
                            Fault.of("/except", "a class that is also in classes", "other classes"))
                    .refuse("hours");
        }

        /**
         * Hours on days of the week.
         *
         * @param days the days on which the span starts
         * @param span the span
         */
        public Hours(Set<DayOfWeek> days, DaySpan span) {
            this(days, Set.of(), Set.of(), span);
        }

        private static Set<DayClass> sorted(Set<DayClass> classes) {
            Set<DayClass> copy = new TreeSet<>(Comparator.comparing(DayClass::id));
            copy.addAll(classes);
            return Collections.unmodifiableSet(copy);
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
