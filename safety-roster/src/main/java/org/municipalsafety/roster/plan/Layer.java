/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import static java.util.Objects.requireNonNull;

import org.municipalsafety.core.document.Fault;

/**
 * One rotation of a position, with the hours in which it is in force.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its name among the position's layers; the layer of the same name in the next version continues it
 * @param rotation who takes turns
 * @param window when the layer is in force
 * @param substitution what happens when whoever is in turn cannot
 */
public record Layer(String id, Rotation rotation, Window window, Substitution substitution) {

    /** Checks. */
    public Layer {
        requireNonNull(rotation, "rotation");
        requireNonNull(window, "window");
        requireNonNull(substitution, "substitution");
        new Faults()
                .id("/id", id)
                .check(
                        !window.equals(Window.NEVER),
                        Fault.of("/window", "a window that never opens", "at least one span of hours")
                                .maybe("Maybe the layer is always in force: leave the window out."))
                .refuse("layer");
    }

    /**
     * A layer that is always in force, in which the next in turn stands in for an absent person.
     *
     * @param id its name
     * @param rotation who takes turns
     * @return the layer
     */
    public static Layer of(String id, Rotation rotation) {
        return new Layer(id, rotation, Window.ALWAYS, Substitution.NEXT_IN_TURN);
    }

    /**
     * The same layer with other hours.
     *
     * @param hours when it is in force
     * @return the changed copy
     */
    public Layer withWindow(Window hours) {
        return new Layer(id, rotation, hours, substitution);
    }

    /**
     * The same layer with another substitution.
     *
     * @param policy what happens when whoever is in turn cannot
     * @return the changed copy
     */
    public Layer withSubstitution(Substitution policy) {
        return new Layer(id, rotation, window, policy);
    }
}
