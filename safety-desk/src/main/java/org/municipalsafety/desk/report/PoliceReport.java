/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.report;

import static java.util.Objects.requireNonNull;
import static org.municipalsafety.desk.internal.Words.both;
import static org.municipalsafety.desk.internal.Words.in;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.municipalsafety.core.incident.Incident;
import org.municipalsafety.core.incident.IncidentKind;
import org.municipalsafety.core.incident.IncidentTypes;
import org.municipalsafety.core.incident.PoliceEvent;
import org.municipalsafety.core.situation.Situation;
import org.municipalsafety.core.text.LocalizedText;

/**
 * What the police have published, joined to a situation: the events of its municipality, of the kinds that concern it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param situation the situation with what joined it
 * @param summary how many were read, are of the municipality, joined by kind, and are of types that the table does not
 *     know (rule M4)
 */
public record PoliceReport(Situation situation, LocalizedText summary) {

    /** Checks that the parts are there. */
    public PoliceReport {
        requireNonNull(situation, "situation");
        requireNonNull(summary, "summary");
    }

    /**
     * Joins events to a situation.
     *
     * @param before the situation before
     * @param events the events, in the order of their publication
     * @param types what the police's types mean
     * @return the situation after, and what to tell
     */
    public static PoliceReport joined(Situation before, List<PoliceEvent> events, IncidentTypes types) {
        List<PoliceEvent> ours = events.stream()
                .filter(event -> event.isIn(before.municipality()))
                .toList();
        List<Incident> joining = ours.stream()
                .map(event -> event.toIncident(types))
                .filter(event -> before.concerns(event.kind()))
                .toList();
        Map<IncidentKind, Long> byKind = joining.stream()
                .collect(Collectors.groupingBy(
                        Incident::kind, () -> new EnumMap<>(IncidentKind.class), Collectors.counting()));
        long unclassified = ours.stream()
                .filter(event -> types.of(event.type()).kind() == IncidentKind.UNCLASSIFIED)
                .count();
        LocalizedText summary = both(
                before.municipality().zone(),
                (language, times) -> in("Polisens händelser: ", "Police events: ", language)
                        + events.size() + in(" lästa, ", " read, ", language)
                        + ours.size() + in(" i kommunen, ", " in the municipality, ", language)
                        + joining.size() + in(" hör till situationen", " join the situation", language)
                        + byKind.entrySet().stream()
                                .map(entry -> entry.getValue() + " "
                                        + entry.getKey().text().in(language))
                                .collect(Collectors.joining(", ", " (", ")"))
                        + ", " + unclassified
                        + in(" av typer som tabellen inte känner", " of types that the table does not know", language)
                        + ".");
        return new PoliceReport(before.with(joining), summary);
    }
}
