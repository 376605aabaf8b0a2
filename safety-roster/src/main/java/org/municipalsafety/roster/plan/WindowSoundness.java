/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.document.Fault;

/** Windows that name unknown day classes, or days that never come, such as Sundays that are not red. */
final class WindowSoundness {

    /** As long as the weekdays and Easter take to come round to most of their combinations. */
    private static final int YEARS = 30;

    private final MunicipalCalendar calendar;
    private final Set<DayClass> known;
    private final List<Fault> faults;

    WindowSoundness(MunicipalCalendar calendar, List<Fault> faults) {
        this.calendar = calendar;
        this.known = calendar.dayClasses().keySet();
        this.faults = faults;
    }

    void check(RotaVersion version, String pointer) {
        for (int i = 0; i < version.positions().size(); i++) {
            Position position = version.positions().get(i);
            String seat = pointer + "/positions/" + i;
            dayClasses(position.required(), seat + "/required");
            for (int j = 0; j < position.layers().size(); j++) {
                dayClasses(position.layers().get(j).window(), seat + "/layers/" + j + "/window");
            }
        }
        LocalDate begins = LocalDate.ofInstant(version.effectiveFrom(), ZoneOffset.UTC);
        LocalDate first = begins.isBefore(calendar.firstDay()) ? calendar.firstDay() : begins;
        for (int i = 0; i < version.positions().size(); i++) {
            Position position = version.positions().get(i);
            String seat = pointer + "/positions/" + i;
            for (int j = 0; j < position.layers().size(); j++) {
                neverOpen(position.layers().get(j).window(), first, seat + "/layers/" + j + "/window");
            }
            if (!position.required().equals(Window.NEVER)) {
                neverOpen(position.required(), first, seat + "/required");
            }
        }
    }

    private void dayClasses(Window window, String pointer) {
        for (int i = 0; i < window.hours().size(); i++) {
            Set<DayClass> named = new LinkedHashSet<>(window.hours().get(i).classes());
            named.addAll(window.hours().get(i).except());
            for (DayClass dayClass : named) {
                if (!known.contains(dayClass)) {
                    faults.add(Fault.of(
                            pointer + "/" + i, "the day class " + dayClass, "a class of the calendar: " + known));
                }
            }
        }
    }

    private void neverOpen(Window window, LocalDate first, String pointer) {
        if (classesKnown(window) && !opens(window, first)) {
            faults.add(Fault.of(
                            pointer,
                            "hours that open on no day of " + YEARS + " years",
                            "at least one day on which they open")
                    .maybe("Maybe except takes away all days that days and classes name."));
        }
    }

    /** Otherwise the unknown class is the fault. */
    private boolean classesKnown(Window window) {
        return window.hours().stream()
                .allMatch(hours -> known.containsAll(hours.classes()) && known.containsAll(hours.except()));
    }

    private boolean opens(Window window, LocalDate first) {
        for (Window.Hours hours : window.hours()) {
            if (!hours.days().isEmpty() && hours.except().isEmpty()) {
                return true;
            }
        }
        LocalDate last = first.plusYears(YEARS);
        for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
            Set<DayClass> classes = calendar.classesOf(day);
            for (Window.Hours hours : window.hours()) {
                boolean named =
                        hours.days().contains(day.getDayOfWeek()) || !Collections.disjoint(hours.classes(), classes);
                if (named && Collections.disjoint(hours.except(), classes)) {
                    return true;
                }
            }
        }
        return false;
    }
}
