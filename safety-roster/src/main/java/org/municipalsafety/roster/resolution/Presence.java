/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Qualification;

/** Who is away when, and who has which qualification when. */
final class Presence {

    private final Map<String, Timetable<Absence>> absences = new LinkedHashMap<>();
    /** By person, then by qualification. */
    private final Map<String, Map<String, Validity>> qualifications = new LinkedHashMap<>();

    private final ZoneId zone;

    Presence(List<Absence> allAbsences, List<Qualification> allQualifications, ZoneId zone) {
        this.zone = zone;
        Map<String, List<Absence>> byPerson = new LinkedHashMap<>();
        for (Absence absence : allAbsences) {
            byPerson.computeIfAbsent(absence.person(), person -> new ArrayList<>())
                    .add(absence);
        }
        byPerson.forEach((person, list) ->
                absences.put(person, Timetable.of(list, Absence::interval, Comparator.comparing(Absence::person))));
        Map<String, Map<String, List<Qualification>>> qualified = new LinkedHashMap<>();
        for (Qualification one : allQualifications) {
            qualified
                    .computeIfAbsent(one.person(), person -> new LinkedHashMap<>())
                    .computeIfAbsent(one.qualification(), id -> new ArrayList<>())
                    .add(one);
        }
        qualified.forEach((person, byId) -> {
            Map<String, Validity> validities = new LinkedHashMap<>();
            byId.forEach((id, list) -> validities.put(id, Validity.of(list)));
            qualifications.put(person, validities);
        });
    }

    Validity validity(String person, String qualification) {
        return qualifications.getOrDefault(person, Map.of()).getOrDefault(qualification, Validity.NEVER);
    }

    /** Why somebody cannot be on duty, or null if nothing is in the way. */
    @Nullable
    RotaReason obstacle(String person, List<String> requires, Stretch stretch) {
        Timetable<Absence> table = absences.get(person);
        if (table != null && table.at(stretch) != null) {
            return new RotaReason.Absent(person);
        }
        for (String required : requires) {
            Validity validity = validity(person, required);
            if (!validity.at(stretch)) {
                Instant since = validity.expired(stretch.at());
                return since == null
                        ? new RotaReason.Unqualified(person, required)
                        : new RotaReason.Expired(person, required, since, zone);
            }
        }
        return null;
    }
}
