/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.area;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Node;

/**
 * A list of areas as somebody published it (rule M5): the same area names mean different places in different lists.
 *
 * <p>Immutable and thread-safe.
 *
 * @param publisher who published it
 * @param version which edition it is
 * @param validFrom the first day on which it holds
 * @param areas the areas, each id once
 */
public record AreaSet(String publisher, String version, LocalDate validFrom, List<Area> areas) {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if two areas have the same id
     */
    public AreaSet {
        requireNonNull(publisher, "publisher");
        requireNonNull(version, "version");
        requireNonNull(validFrom, "validFrom");
        areas = List.copyOf(areas);
        Set<String> ids = new HashSet<>();
        for (Area area : areas) {
            if (!ids.add(area.id())) {
                throw new IllegalArgumentException("The area %s is listed twice.".formatted(area.id()));
            }
        }
    }

    /**
     * An area by its id.
     *
     * @param id the id
     * @return the area, or nothing if the list does not have it
     */
    public Optional<Area> area(String id) {
        return areas.stream().filter(area -> area.id().equals(id)).findFirst();
    }

    /**
     * Reads {@code {"publisher": …, "version": …, "validFrom": …, "areas": […]}}.
     *
     * @param node where it stands
     * @return the set, or its faults
     */
    public static Field<AreaSet> read(Node node) {
        return node.object(in -> {
            var publisher = in.required("publisher", Node::text);
            var version = in.required("version", Node::text);
            var validFrom = in.required("validFrom", Node::localDate);
            var areas = in.list(
                    "areas",
                    area -> area.object(fields -> {
                        var id = fields.required("id", Node::id);
                        var name = fields.required("name", Node::localizedLine);
                        return fields.build(() -> new Area(id.get(), name.get()));
                    }));
            return in.build(() -> new AreaSet(publisher.get(), version.get(), validFrom.get(), areas.get()));
        });
    }
}
