/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.situation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.municipalsafety.core.area.AreaSet;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.bulletin.Bulletin;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.incident.Incident;
import org.municipalsafety.core.incident.IncidentKind;
import org.municipalsafety.core.measure.DayPart;
import org.municipalsafety.core.measure.Measure;
import org.municipalsafety.core.measure.TargetGroup;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A situation (lägesbild): incidents that belong together, and what is done about them.
 *
 * <p>Measures hang on the situation and not on one incident. An incident that comes again, by its id, replaces what was
 * known of it; what was known before is kept as its history (rule M4).
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its id
 * @param municipality whose it is
 * @param title its title
 * @param openedAt when it was opened
 * @param kinds the kinds of incident that belong to it
 * @param areaSet the list of areas that its incidents and measures refer to
 * @param dayParts when the municipality's parts of the day begin
 * @param editions for each incident, by id, all that was known of it over time, the latest last
 * @param measures the measures
 * @param bulletins the bulletins
 */
public record Situation(
        String id,
        Municipality municipality,
        LocalizedText title,
        Instant openedAt,
        Set<IncidentKind> kinds,
        AreaSet areaSet,
        Map<DayPart, LocalTime> dayParts,
        Map<String, List<Incident>> editions,
        List<Measure> measures,
        List<Bulletin> bulletins) {

    /**
     * Copies and checks that ids are unique and that every reference leads somewhere.
     *
     * @throws InvalidModelException if not, with all faults
     * @throws IllegalArgumentException if an incident has no edition, or one with another id
     */
    public Situation {
        requireNonNull(id, "id");
        requireNonNull(municipality, "municipality");
        requireNonNull(title, "title");
        requireNonNull(openedAt, "openedAt");
        requireNonNull(areaSet, "areaSet");
        kinds = Collections.unmodifiableSet(
                kinds.isEmpty() ? EnumSet.noneOf(IncidentKind.class) : EnumSet.copyOf(kinds));
        dayParts = Collections.unmodifiableMap(
                dayParts.isEmpty() ? new EnumMap<>(DayPart.class) : new EnumMap<>(dayParts));
        Map<String, List<Incident>> copies = new LinkedHashMap<>();
        editions.forEach((incident, all) -> copies.put(incident, List.copyOf(all)));
        editions = Collections.unmodifiableMap(copies);
        measures = List.copyOf(measures);
        bulletins = List.copyOf(bulletins);
        editions.forEach((incident, all) -> {
            if (all.isEmpty() || !all.stream().allMatch(edition -> edition.id().equals(incident))) {
                throw new IllegalArgumentException(
                        "The editions of the incident %s must be at least one, each with that id.".formatted(incident));
            }
        });
        List<Incident> incidents =
                editions.values().stream().flatMap(List::stream).toList();
        List<Fault> faults = faults(areaSet, incidents, measures, bulletins);
        if (!faults.isEmpty()) {
            throw new InvalidModelException("situation " + id, faults);
        }
    }

    /**
     * The incidents as they are known now, in order of time.
     *
     * @return the incidents
     */
    public List<Incident> incidents() {
        return editions.values().stream()
                .map(all -> all.get(all.size() - 1))
                .sorted(Comparator.comparing(Incident::occurredAt).thenComparing(Incident::id))
                .toList();
    }

    /**
     * Whether an incident of this kind belongs to the situation.
     *
     * @param kind the kind
     * @return true if it does
     */
    public boolean concerns(IncidentKind kind) {
        return kinds.contains(kind);
    }

    /**
     * The situation with an incident. One with the same id is replaced and kept as history; the very same changes
     * nothing.
     *
     * @param incident the incident
     * @return the changed copy
     */
    public Situation with(Incident incident) {
        return with(List.of(incident));
    }

    /**
     * The situation with several incidents.
     *
     * @param incidents the incidents, in the order in which they became known
     * @return the changed copy
     */
    public Situation with(List<Incident> incidents) {
        Map<String, List<Incident>> longer = new LinkedHashMap<>(editions);
        for (Incident incident : incidents) {
            List<Incident> all = new ArrayList<>(longer.getOrDefault(incident.id(), List.of()));
            if (all.isEmpty() || !all.get(all.size() - 1).equals(incident)) {
                all.add(incident);
                longer.put(incident.id(), all);
            }
        }
        return copy(longer, measures, bulletins);
    }

    /**
     * The situation with a measure added, or changed if there is one with its id.
     *
     * @param measure the measure
     * @return the changed copy
     */
    public Situation with(Measure measure) {
        Map<String, Measure> all =
                measures.stream().collect(Collectors.toMap(Measure::id, m -> m, (a, b) -> b, LinkedHashMap::new));
        all.put(measure.id(), measure);
        return copy(editions, List.copyOf(all.values()), bulletins);
    }

    /**
     * A measure by its id.
     *
     * @param measureId the id
     * @return the measure, or nothing if there is none
     */
    public Optional<Measure> measure(String measureId) {
        return measures.stream()
                .filter(measure -> measure.id().equals(measureId))
                .findFirst();
    }

    /**
     * What an audience may see of the situation (rule D3). A bulletin keeps only the measures that the audience may
     * see.
     *
     * @param audience the audience
     * @return the situation without what is of a higher class
     */
    public Situation view(Audience audience) {
        Map<String, List<Incident>> seen = new LinkedHashMap<>();
        editions.forEach((incident, all) -> {
            List<Incident> shown = all.stream()
                    .filter(edition -> audience.maySee(edition.disclosure()))
                    .toList();
            if (!shown.isEmpty() && audience.maySee(all.get(all.size() - 1).disclosure())) {
                seen.put(incident, shown);
            }
        });
        List<Measure> shownMeasures = measures.stream()
                .filter(measure -> audience.maySee(measure.disclosure()))
                .toList();
        Set<String> ids = shownMeasures.stream().map(Measure::id).collect(Collectors.toSet());
        List<Bulletin> shownBulletins = bulletins.stream()
                .filter(bulletin -> audience.maySee(bulletin.disclosure()))
                .map(bulletin -> new Bulletin(
                        bulletin.id(),
                        bulletin.publishAt(),
                        bulletin.title(),
                        bulletin.paragraphs(),
                        bulletin.measures().stream().filter(ids::contains).toList(),
                        bulletin.disclosure()))
                .toList();
        return copy(seen, shownMeasures, shownBulletins);
    }

    private Situation copy(
            Map<String, List<Incident>> otherEditions, List<Measure> otherMeasures, List<Bulletin> otherBulletins) {
        return new Situation(
                id,
                municipality,
                title,
                openedAt,
                kinds,
                areaSet,
                dayParts,
                otherEditions,
                otherMeasures,
                otherBulletins);
    }

    /** The references that lead nowhere; the incidents in the order in which their document lists them. */
    static List<Fault> faults(
            AreaSet areaSet, List<Incident> incidents, List<Measure> measures, List<Bulletin> bulletins) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < incidents.size(); i++) {
            String place = "/incidents/" + i + "/area";
            incidents.get(i).area().ifPresent(area -> area(faults, areaSet, area, place));
        }
        twice(faults, "/measures/", measures, Measure::id);
        twice(faults, "/bulletins/", bulletins, Bulletin::id);
        Set<String> ids = measures.stream().map(Measure::id).collect(Collectors.toSet());
        for (int m = 0; m < measures.size(); m++) {
            Measure measure = measures.get(m);
            for (int a = 0; a < measure.areas().size(); a++) {
                area(faults, areaSet, measure.areas().get(a), "/measures/" + m + "/areas/" + a);
            }
            for (String area : measure.target().where().getOrDefault(TargetGroup.Trait.RESIDENCE_AREA, Set.of())) {
                area(faults, areaSet, area, "/measures/" + m + "/target/where/RESIDENCE_AREA");
            }
        }
        for (int b = 0; b < bulletins.size(); b++) {
            List<String> named = bulletins.get(b).measures();
            for (int i = 0; i < named.size(); i++) {
                if (!ids.contains(named.get(i))) {
                    faults.add(Fault.of(
                            "/bulletins/" + b + "/measures/" + i,
                            "the unknown measure " + named.get(i),
                            "the id of a measure of this situation"));
                }
            }
        }
        return faults;
    }

    private static void area(List<Fault> faults, AreaSet areaSet, String area, String pointer) {
        if (areaSet.area(area).isEmpty()) {
            faults.add(Fault.of(
                    pointer,
                    "the unknown area " + area,
                    "the id of an area of the set " + areaSet.publisher() + " " + areaSet.version()));
        }
    }

    private static <T> void twice(List<Fault> faults, String pointer, List<T> items, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(id.apply(items.get(i)))) {
                faults.add(Fault.of(
                        pointer + i + "/id", "the id " + id.apply(items.get(i)) + " a second time", "a new id"));
            }
        }
    }
}
