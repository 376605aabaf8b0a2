/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.measure;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.municipalsafety.core.text.LocalizedText;

/**
 * For whom a measure is: a predicate, never a list of people (rule D2).
 *
 * <p>Families with children in municipal schools who live in Hageby or Navestad: school owner {@code municipality} and
 * residence area {@code hageby} or {@code navestad}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param description the group in words
 * @param where for each trait that matters, the values that are meant; none for everybody
 */
public record TargetGroup(LocalizedText description, Map<Trait, Set<String>> where) {

    /** What a group can be told by. No trait of a single person is among them. */
    public enum Trait {
        /** Who runs the school: {@code municipality}, {@code independent}. */
        SCHOOL_OWNER,
        /** An area's id in the area set in force. */
        RESIDENCE_AREA
    }

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if a trait is given without a value
     */
    public TargetGroup {
        requireNonNull(description, "description");
        EnumMap<Trait, Set<String>> copy = new EnumMap<>(Trait.class);
        where.forEach((trait, values) -> {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("The trait %s has no value.".formatted(trait));
            }
            copy.put(trait, Collections.unmodifiableSet(new LinkedHashSet<>(values)));
        });
        where = Collections.unmodifiableMap(copy);
    }

    /**
     * Whether somebody with these traits belongs to the group.
     *
     * @param traits the traits; a missing one does not match
     * @return true if every trait that matters has one of its values
     */
    public boolean includes(Map<Trait, String> traits) {
        return where.entrySet().stream().allMatch(condition -> {
            String value = traits.get(condition.getKey());
            return value != null && condition.getValue().contains(value);
        });
    }
}
