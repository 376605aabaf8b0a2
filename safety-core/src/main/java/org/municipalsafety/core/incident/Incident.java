/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Node;

/**
 * Something that happened and matters to a municipality.
 *
 * <p>Holds no text about people and no address (rule D2).
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its id; for an incident from an outside source {@code source:id}, so that a later edition replaces it
 * @param kind its kind
 * @param status how sure it is
 * @param occurredAt when it happened, as far as known
 * @param reportedAt when it was reported or published
 * @param source who reported it: a function or an authority
 * @param sourceType what the source calls it, kept beside {@code kind} (rule M4)
 * @param area the id of its area, none while it is not known or given by the municipality alone
 * @param disclosure who may see it
 */
public record Incident(
        String id,
        IncidentKind kind,
        IncidentStatus status,
        Instant occurredAt,
        Instant reportedAt,
        String source,
        String sourceType,
        Optional<String> area,
        Disclosure disclosure) {

    /** Checks that the parts are there. */
    public Incident {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(status, "status");
        requireNonNull(occurredAt, "occurredAt");
        requireNonNull(reportedAt, "reportedAt");
        requireNonNull(source, "source");
        requireNonNull(sourceType, "sourceType");
        requireNonNull(area, "area");
        requireNonNull(disclosure, "disclosure");
    }

    /**
     * Reads an incident.
     *
     * @param node where it stands
     * @return the incident, or its faults
     */
    public static Field<Incident> read(Node node) {
        return node.object(in -> {
            var id = in.required("id", Incident::sourceId);
            var kind = in.required("kind", kindNode -> kindNode.oneOf(IncidentKind.class));
            var status = in.required("status", statusNode -> statusNode.oneOf(IncidentStatus.class));
            var occurredAt = in.required("occurredAt", Node::instant);
            var reportedAt = in.required("reportedAt", Node::instant);
            var source = in.required("source", Node::text);
            var sourceType = in.required("sourceType", Node::text);
            var area = in.optional("area", Node::id);
            var disclosure = in.required("disclosure", classNode -> classNode.oneOf(Disclosure.class));
            return in.build(() -> new Incident(
                    id.get(),
                    kind.get(),
                    status.get(),
                    occurredAt.get(),
                    reportedAt.get(),
                    source.get(),
                    sourceType.get(),
                    area.get(),
                    disclosure.get()));
        });
    }

    private static Field<String> sourceId(Node node) {
        return node.text().map("an id such as report-1 or polisen:649611", text -> {
            if (!text.matches("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")) {
                throw new IllegalArgumentException("It holds letters, digits and . _ : - only.");
            }
            return text;
        });
    }
}
