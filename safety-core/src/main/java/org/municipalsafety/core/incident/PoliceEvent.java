/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.disclosure.Disclosure;

/**
 * An event as the Swedish Police published it, without its summary: that text can describe people (rule D2).
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the police's id; a later edition of the same event has the same
 * @param publishedAt when it was published
 * @param happened when it happened; none if its heading does not say
 * @param type the police's type, without blanks around it
 * @param place the place name at the end of the heading, as a rule a municipality; the place field beside it can be a
 *     whole county; empty if the heading ends without one
 */
public record PoliceEvent(long id, Instant publishedAt, Optional<Instant> happened, String type, String place) {

    /** Checks that the parts are there. */
    public PoliceEvent {
        requireNonNull(publishedAt, "publishedAt");
        requireNonNull(happened, "happened");
        requireNonNull(type, "type");
        requireNonNull(place, "place");
    }

    /**
     * Whether the event happened in a municipality, judged by its name; some names come with wrong capitals.
     *
     * @param municipality the municipality
     * @return true if the place is its name in any of its languages
     */
    public boolean isIn(Municipality municipality) {
        return municipality.name().byLanguage().values().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(place.toLowerCase(Locale.ROOT)));
    }

    /**
     * The event as an incident. It happened when its heading says so, else when it was published.
     *
     * @param types what the police's types mean
     * @return the incident, with the id {@code polisen:id}
     */
    public Incident toIncident(IncidentTypes types) {
        IncidentTypes.Meaning meaning = types.of(type);
        return new Incident(
                "polisen:" + id,
                meaning.kind(),
                meaning.status(),
                happened.orElse(publishedAt),
                publishedAt,
                types.source(),
                type,
                Optional.empty(),
                Disclosure.OPEN);
    }
}
