/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.municipalsafety.core.text.LocalizedText;

/**
 * One seat that has to be filled, such as TIB (tjänsteperson i beredskap) or its backup.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its name in the rota, such as {@code TIB}
 * @param name its name for people
 * @param layers who fills it, the highest layer first; none is a seat that only overrides fill
 * @param required when it has to be filled: outside of it an empty seat is no gap (rule R11)
 * @param requires the ids of the {@link Qualification}s that a holder must have, each once; none asks for nothing
 */
public record Position(String id, LocalizedText name, List<Layer> layers, Window required, List<String> requires) {

    /** Copies and checks. */
    public Position {
        requireNonNull(name, "name");
        requireNonNull(required, "required");
        layers = List.copyOf(layers);
        requires = List.copyOf(requires);
        new Faults()
                .id("/id", id)
                .distinctIds("/layers", layers.stream().map(Layer::id).toList())
                .ids("/requires", requires)
                .eachOnce("/requires", requires)
                .refuse("position");
    }

    /**
     * A seat that asks for no qualification.
     *
     * @param id its name in the rota
     * @param name its name for people
     * @param layers who fills it, the highest first
     * @param required when it has to be filled
     */
    public Position(String id, LocalizedText name, List<Layer> layers, Window required) {
        this(id, name, layers, required, List.of());
    }

    /**
     * A seat that has to be filled all the time.
     *
     * @param id its name in the rota
     * @param name its name for people
     * @param layers who fills it, the highest first
     * @return the position
     */
    public static Position of(String id, LocalizedText name, Layer... layers) {
        return new Position(id, name, List.of(layers), Window.ALWAYS);
    }

    /**
     * The same seat with other hours in which it has to be filled.
     *
     * @param hours the hours
     * @return the changed copy
     */
    public Position withRequired(Window hours) {
        return new Position(id, name, layers, hours, requires);
    }

    /**
     * The same seat for those who are qualified.
     *
     * @param qualifications the ids of the qualifications that a holder must have, all of them
     * @return the changed copy
     */
    public Position requiring(String... qualifications) {
        return new Position(id, name, layers, required, List.of(qualifications));
    }
}
