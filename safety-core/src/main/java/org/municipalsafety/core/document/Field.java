/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.document;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value read from a document, or the knowledge that its place holds a fault.
 *
 * <p>Immutable and thread-safe if the value is.
 *
 * @param <T> the type of the value
 */
public final class Field<T> {

    private final Node node;
    private final @Nullable T value;

    private Field(Node node, @Nullable T value) {
        this.node = node;
        this.value = value;
    }

    static <T> Field<T> of(Node node, T value) {
        return new Field<>(node, requireNonNull(value, "value"));
    }

    static <T> Field<T> faulty(Node node) {
        return new Field<>(node, null);
    }

    /**
     * Whether there is a value.
     *
     * @return false if the place holds a fault
     */
    public boolean isSound() {
        return value != null;
    }

    /**
     * The value. Safe inside {@link Fields#build}, which runs only when all fields of the object are sound.
     *
     * @return the value
     * @throws IllegalStateException if the place holds a fault
     */
    public T get() {
        if (value == null) {
            throw new IllegalStateException(
                    "The field at %s is faulty; its faults are with the document.".formatted(node.pointer()));
        }
        return value;
    }

    /**
     * Turns the value into another; an {@link IllegalArgumentException} on the way becomes a fault at this place.
     *
     * @param <R> the new type
     * @param expected what is expected at this place, for the fault
     * @param step the step, such as a {@code parse} method
     * @return the new value, or the fault
     */
    public <R> Field<R> map(String expected, Function<T, R> step) {
        if (value == null) {
            return faulty(node);
        }
        R result;
        try {
            result = step.apply(value);
        } catch (IllegalArgumentException | java.time.DateTimeException refused) {
            return node.fault(node.shown(), expected, advice(refused));
        }
        return of(node, result);
    }

    private static @Nullable String advice(RuntimeException refused) {
        String message = refused.getMessage();
        if (message == null || !(refused instanceof IllegalArgumentException)) {
            return null;
        }
        return "Maybe this helps: " + message.replace('\n', ' ');
    }
}
