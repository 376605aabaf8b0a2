/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.document;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.Interval;

/**
 * The fields of one object in a document that is being read.
 *
 * <p>Ask for each field, then {@link #build} the value: a field that nobody asked for is a fault, save in an object of
 * somebody else's making.
 *
 * <p>Confined to the thread that reads the document.
 */
public final class Fields {

    private final Node node;
    private final Map<String, Object> json;
    private final List<Fault> faults;
    private final int faultsBefore;
    private final boolean closed;
    private final Set<String> known = new LinkedHashSet<>();
    /** The unknown fields that are told already. */
    private final Set<String> refused = new HashSet<>();

    private boolean sound = true;

    Fields(Node node, Map<String, Object> json, List<Fault> faults, boolean closed) {
        this.node = node;
        this.json = json;
        this.faults = faults;
        this.faultsBefore = faults.size();
        this.closed = closed;
    }

    /**
     * Reads a field that must be there.
     *
     * @param <T> its type
     * @param name its name
     * @param reader reads its value
     * @return the value, or the fault
     */
    public <T> Field<T> required(String name, Function<Node, Field<T>> reader) {
        known.add(name);
        Object value = json.get(name);
        if (value == null) {
            faults.add(Fault.of(node.pointer(), "no field " + name, "the field " + name));
            return Field.faulty(node);
        }
        return noted(reader.apply(node.child(name, value)));
    }

    /**
     * Reads a field that may be missing. A JSON null is a fault: what is not known is left out.
     *
     * @param <T> its type
     * @param name its name
     * @param reader reads its value
     * @return the value, nothing if the field is missing, or the fault
     */
    public <T> Field<Optional<T>> optional(String name, Function<Node, Field<T>> reader) {
        known.add(name);
        Object value = json.get(name);
        if (value == null) {
            return Field.of(node, Optional.empty());
        }
        Field<T> field = noted(reader.apply(node.child(name, value)));
        if (field.isSound()) {
            return Field.of(node, Optional.of(field.get()));
        }
        Field<Optional<T>> faulty = Field.faulty(node);
        return field.hasValue() ? faulty.standIn(() -> Optional.of(field.get())) : faulty;
    }

    /**
     * Reads a list that may be missing.
     *
     * @param <T> the type of an element
     * @param name its name
     * @param reader reads an element
     * @return the elements, none if the field is missing, or all their faults
     */
    public <T> Field<List<T>> list(String name, Function<Node, Field<T>> reader) {
        known.add(name);
        Object value = json.get(name);
        return value == null
                ? Field.of(node, List.of())
                : noted(node.child(name, value).list(reader));
    }

    /**
     * Reads a list that may be missing, element by element: what is sound in it can be checked against the rest of the
     * document though other elements are faulty.
     *
     * @param <T> the type of an element
     * @param name its name
     * @param reader reads an element
     * @return the elements at their places, none if the field is missing or no list
     */
    public <T> List<Field<T>> each(String name, Function<Node, Field<T>> reader) {
        List<Field<T>> elements = new ArrayList<>();
        list(name, element -> {
            Field<T> field = reader.apply(element);
            elements.add(field);
            return field;
        });
        return elements;
    }

    /**
     * Reads two instants between which something holds, the second after the first.
     *
     * @param from the name of the field that holds the first
     * @param until the name of the field that holds the second
     * @return the interval, half-open, or the faults
     */
    public Field<Interval> interval(String from, String until) {
        Field<Instant> start = required(from, Node::instant);
        Field<Instant> end = required(until, Node::instant);
        if (!start.isSound() || !end.isSound()) {
            return Field.faulty(node);
        }
        if (!end.get().isAfter(start.get())) {
            sound = false;
            note(Fault.of("/" + until, end.get().toString(), "an instant after " + start.get())
                    .maybe("Maybe " + from + " and " + until + " are exchanged."));
            return Field.faulty(node);
        }
        return Field.of(node, Interval.of(start.get(), end.get()));
    }

    /** A field can be faulty without a fault of its own: its value was given up for one elsewhere. */
    private <T> Field<T> noted(Field<T> field) {
        sound &= field.isSound();
        return field;
    }

    /**
     * Whether a field is there, so that a reader can choose between forms.
     *
     * @param name its name
     * @return true if it is there
     */
    public boolean has(String name) {
        return json.containsKey(name);
    }

    /**
     * Notes that the object as a whole is faulty.
     *
     * @param <T> the type that was expected
     * @param found what was found
     * @param expected what was expected
     * @return the fault as a field
     */
    public <T> Field<T> fault(String found, String expected) {
        return node.fault(found, expected, null);
    }

    /**
     * Notes that the object has none of the fields of which it must have one; what it has instead is unknown.
     *
     * @param <T> the type that was expected
     * @param found what was found
     * @param names the fields
     * @return the fault as a field
     */
    public <T> Field<T> noneOf(String found, String... names) {
        return noneOf(found, List.of(names), null);
    }

    /**
     * As {@link #noneOf(String, String...)}, with an advice.
     *
     * @param <T> the type that was expected
     * @param found what was found
     * @param names the fields
     * @param maybe an advice that begins "Maybe", or null
     * @return the fault as a field
     */
    public <T> Field<T> noneOf(String found, List<String> names, @Nullable String maybe) {
        known.addAll(names);
        refuseUnknown();
        return node.fault(found, "one of the fields " + String.join(", ", names), maybe);
    }

    /**
     * Notes a fault at a place below this object, such as a reference between two of its parts.
     *
     * @param fault the fault, its pointer starting from this object
     */
    public void note(Fault fault) {
        faults.add(fault.under(node.pointer()));
    }

    /**
     * Builds the object's value once all its fields are sound. What the value itself refuses becomes faults here.
     *
     * @param <T> the type of the value
     * @param value makes the value from the fields read
     * @return the value, or all faults of the object
     */
    public <T> Field<T> build(Supplier<T> value) {
        refuseUnknown();
        return isWhole() ? built(value) : Field.faulty(node);
    }

    /**
     * Builds the object's value, also where fields are faulty but something stands in for each of them: then what the
     * value refuses is told with the other faults, and the value stands in for the object.
     *
     * @param <T> the type of the value
     * @param value makes the value from the fields read, without effect on anything else
     * @return the value, or all faults of the object
     * @see Field#standIn
     */
    public <T> Field<T> buildWithStandIns(Supplier<T> value) {
        refuseUnknown();
        boolean whole = isWhole();
        try {
            Field<T> built = built(value);
            return whole || !built.isSound() ? built : Field.<T>faulty(node).standIn(built::get);
        } catch (Field.UnreadException unread) {
            if (whole) {
                throw unread;
            }
            return Field.faulty(node);
        }
    }

    private boolean isWhole() {
        return sound && faults.size() == faultsBefore;
    }

    private <T> Field<T> built(Supplier<T> value) {
        T built;
        try {
            built = requireNonNull(value.get(), "value");
        } catch (InvalidModelException refused) {
            for (Fault fault : new ArrayList<>(refused.faults())) {
                faults.add(fault.under(node.pointer()));
            }
            return Field.faulty(node);
        } catch (IllegalArgumentException | java.time.DateTimeException refused) {
            String message = refused.getMessage();
            return node.fault("a contradiction", message == null ? "another value" : strip(message), null);
        }
        return Field.of(node, built);
    }

    /**
     * Gives the value up because of a fault elsewhere in the document; unknown fields are still noted.
     *
     * @param <T> the type of the value
     * @return no value
     */
    public <T> Field<T> unread() {
        refuseUnknown();
        return Field.faulty(node);
    }

    private void refuseUnknown() {
        for (String name : json.keySet()) {
            if (closed && !known.contains(name) && refused.add(name)) {
                faults.add(new Fault(
                        node.child(name, json).pointer(),
                        "the unknown field " + Node.cut(name),
                        "one of " + String.join(", ", known),
                        Optional.ofNullable(Node.near(name, List.copyOf(known)))));
            }
        }
    }

    private static String strip(String message) {
        String line = message.replace('\n', ' ').strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
