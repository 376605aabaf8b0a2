/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.bulletin;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.text.LocalizedText;

/**
 * Something the municipality tells people about a situation.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its id within the situation
 * @param publishAt when it is to be published
 * @param title its heading
 * @param paragraphs its text
 * @param measures the ids of the measures that it presents, in their order
 * @param disclosure who may see it; a bulletin for residents is {@link Disclosure#OPEN}
 */
public record Bulletin(
        String id,
        Instant publishAt,
        LocalizedText title,
        List<LocalizedText> paragraphs,
        List<String> measures,
        Disclosure disclosure) {

    /** Copies. */
    public Bulletin {
        requireNonNull(id, "id");
        requireNonNull(publishAt, "publishAt");
        requireNonNull(title, "title");
        paragraphs = List.copyOf(paragraphs);
        measures = List.copyOf(measures);
        requireNonNull(disclosure, "disclosure");
    }

    /**
     * Reads a bulletin.
     *
     * @param node where it stands
     * @return the bulletin, or its faults
     */
    public static Field<Bulletin> read(Node node) {
        return node.object(in -> {
            var id = in.required("id", Node::id);
            var publishAt = in.required("publishAt", Node::instant);
            var title = in.required("title", Node::localizedText);
            var paragraphs = in.list("paragraphs", Node::localizedText);
            var measures = in.list("measures", Node::id);
            var disclosure = in.required("disclosure", classNode -> classNode.oneOf(Disclosure.class));
            return in.build(() -> new Bulletin(
                    id.get(), publishAt.get(), title.get(), paragraphs.get(), measures.get(), disclosure.get()));
        });
    }
}
