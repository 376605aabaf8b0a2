/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.text.LocalizedText;

/**
 * Any country's calendar with classes and days that a municipality adds; it drops none, not knowing what hangs on it.
 */
final class ChangedCalendar implements MunicipalCalendar {

    private final MunicipalCalendar country;
    private final CalendarChanges changes;
    private final Map<DayClass, LocalizedText> dayClasses;
    private final Map<String, LocalizedText> dayIds;
    private final Map<LocalDate, List<NamedDay>> own;

    ChangedCalendar(MunicipalCalendar country, CalendarChanges changes) {
        this.country = country;
        this.changes = changes;
        List<Fault> faults =
                changes.faults(country.dayClasses(), country.dayIds().keySet(), Set.of());
        if (!faults.isEmpty()) {
            throw new InvalidModelException("calendar", faults);
        }
        Map<DayClass, LocalizedText> allClasses = new LinkedHashMap<>(country.dayClasses());
        allClasses.putAll(changes.classes());
        this.dayClasses = Collections.unmodifiableMap(allClasses);
        Map<String, LocalizedText> allIds = new LinkedHashMap<>(country.dayIds());
        changes.days().forEach(day -> allIds.put(day.id(), day.name()));
        this.dayIds = Collections.unmodifiableMap(allIds);
        this.own = new HashMap<>(changes.ownDays());
        own.keySet().removeIf(date -> date.isBefore(country.firstDay()) || date.isAfter(country.lastDay()));
    }

    @Override
    public String country() {
        return country.country();
    }

    @Override
    public String version() {
        return country.version() + "+" + changes.digest();
    }

    @Override
    public LocalDate firstDay() {
        return country.firstDay();
    }

    @Override
    public LocalDate lastDay() {
        return country.lastDay();
    }

    @Override
    public Map<DayClass, LocalizedText> dayClasses() {
        return dayClasses;
    }

    @Override
    public Map<String, LocalizedText> dayIds() {
        return dayIds;
    }

    @Override
    public List<NamedDay> daysOn(LocalDate date) {
        List<NamedDay> added = own.get(date);
        if (added == null) {
            return country.daysOn(date);
        }
        List<NamedDay> all = new ArrayList<>(country.daysOn(date));
        all.addAll(added);
        return List.copyOf(all);
    }

    @Override
    public CalendarChanges changes() {
        return changes;
    }

    @Override
    public MunicipalCalendar with(CalendarChanges newChanges) {
        return country.with(newChanges);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChangedCalendar that && country.equals(that.country) && changes.equals(that.changes);
    }

    @Override
    public int hashCode() {
        return 31 * country.hashCode() + changes.hashCode();
    }

    /** The version. */
    @Override
    public String toString() {
        return version();
    }
}
