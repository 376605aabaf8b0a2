/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.incident;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Fields;
import org.municipalsafety.core.document.Node;

/**
 * How an outside source's types map to kinds: data with an edition, since sources rename their types (rule M4). A type
 * that the table does not know is {@link IncidentKind#UNCLASSIFIED}, never an error.
 *
 * <p>Immutable and thread-safe.
 *
 * @param source whose types they are
 * @param edition which edition of the table it is
 * @param types for each of the source's types what it means
 */
public record IncidentTypes(String source, String edition, Map<String, Meaning> types) {

    private static final String KIND = "incident-types";
    private static final int VERSION = 1;

    /**
     * What a type means.
     *
     * @param kind the kind
     * @param status how sure the type says that it is
     */
    public record Meaning(IncidentKind kind, IncidentStatus status) {

        /** Checks that the parts are there. */
        public Meaning {
            requireNonNull(kind, "kind");
            requireNonNull(status, "status");
        }
    }

    private static final Meaning UNKNOWN = new Meaning(IncidentKind.UNCLASSIFIED, IncidentStatus.REPORTED);

    /** Copies. */
    public IncidentTypes {
        requireNonNull(source, "source");
        requireNonNull(edition, "edition");
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    /**
     * The table for the types of the Swedish Police that ships with the library.
     *
     * @return the table
     */
    public static IncidentTypes police() {
        try (InputStream in = IncidentTypes.class.getResourceAsStream("police-types.json")) {
            return Documents.read(
                    requireNonNull(in, "police-types.json").readAllBytes(),
                    "police-types.json",
                    KIND,
                    VERSION,
                    IncidentTypes::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a table from a file.
     *
     * @param file a JSON document of the kind {@code incident-types}
     * @return the table
     * @throws org.municipalsafety.core.SafetyException if the file cannot be read or has faults, all of them named
     */
    public static IncidentTypes read(Path file) {
        return Documents.read(file, KIND, VERSION, IncidentTypes::read);
    }

    /**
     * What a type means. Blanks around the type are ignored.
     *
     * @param type the source's type
     * @return its meaning; for an unknown type an unclassified, reported incident
     */
    public Meaning of(String type) {
        return types.getOrDefault(type.strip(), UNKNOWN);
    }

    private static Field<IncidentTypes> read(Fields in) {
        var source = in.required("source", Node::text);
        var edition = in.required("edition", Node::text);
        Function<Node, Field<Meaning>> meaning = node -> node.object(fields -> {
            var kind = fields.required("kind", kindNode -> kindNode.oneOf(IncidentKind.class));
            var status = fields.required("status", statusNode -> statusNode.oneOf(IncidentStatus.class));
            return fields.build(() -> new Meaning(kind.get(), status.get()));
        });
        var types = in.required("types", node -> node.map(meaning));
        return in.build(() -> new IncidentTypes(source.get(), edition.get(), types.get()));
    }
}
