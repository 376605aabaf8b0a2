/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.document;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import java.util.function.Supplier;
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
    private final boolean sound;

    private Field(Node node, @Nullable T value, boolean sound) {
        this.node = node;
        this.value = value;
        this.sound = sound;
    }

    static <T> Field<T> of(Node node, T value) {
        return new Field<>(node, requireNonNull(value, "value"), true);
    }

    static <T> Field<T> faulty(Node node) {
        return new Field<>(node, null, false);
    }

    /** Somebody asked for a value that could not be read and that nothing stands in for. */
    static final class UnreadException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        UnreadException(String message) {
            super(message);
        }
    }

    /**
     * Whether there is a value.
     *
     * @return false if the place holds a fault
     */
    public boolean isSound() {
        return sound;
    }

    /**
     * The same field, with something that stands in for its value while it is faulty: so the parts around it are
     * checked all the same, and their faults told with its own. Nothing of it is ever loaded.
     *
     * @param instead makes what stands in, which must not bring faults that are not in the document; where it asks for
     *     a field that has no value, or is itself refused, nothing stands in
     * @return this field if it has a value, else the faulty field with one
     */
    public Field<T> standIn(Supplier<T> instead) {
        if (value != null) {
            return this;
        }
        try {
            return new Field<>(node, requireNonNull(instead.get(), "instead"), false);
        } catch (UnreadException | InvalidModelException none) {
            return this;
        }
    }

    /**
     * Whether {@link #get} answers.
     *
     * @return true if the field is sound, or something stands in for its value
     */
    public boolean hasValue() {
        return value != null;
    }

    /**
     * The value, or what stands in for it. Safe inside {@link Fields#build}, which runs only when all fields are sound,
     * and {@link Fields#buildWithStandIns}, which gives the object up where a field has neither.
     *
     * @return the value
     * @throws IllegalStateException if the place holds a fault, and nothing stands in
     */
    public T get() {
        if (value == null) {
            throw new UnreadException(
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
        if (value == null || !sound) {
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
