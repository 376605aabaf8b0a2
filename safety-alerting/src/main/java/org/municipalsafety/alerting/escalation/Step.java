/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.escalation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Node;

/**
 * A stage of an escalation policy.
 *
 * <p>Immutable and thread-safe.
 *
 * @param target who is alerted
 * @param notifiers the ids of the notifiers that all get the message, 1 to 10, each once
 * @param acknowledgeWithin how long the next step waits, as elapsed time (T4): longer than zero, at most 24 hours
 */
public record Step(Target target, List<String> notifiers, Duration acknowledgeWithin) {

    private static final Duration LONGEST = Duration.ofHours(24);

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if there is no notifier, a repeated one or more than ten, or the time is not
     *     within its bounds
     */
    public Step {
        requireNonNull(target, "target");
        notifiers = List.copyOf(notifiers);
        requireNonNull(acknowledgeWithin, "acknowledgeWithin");
        notifiers.forEach(id -> Alert.requireId(id, "notifier id"));
        if (notifiers.isEmpty() || notifiers.size() > 10 || new LinkedHashSet<>(notifiers).size() < notifiers.size()) {
            throw new IllegalArgumentException(
                    "The step has the notifiers %s; expected 1 to 10, each once.".formatted(notifiers));
        }
        if (acknowledgeWithin.isNegative() || acknowledgeWithin.isZero() || acknowledgeWithin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The time to acknowledge (%s) must be longer than zero and at most PT24H."
                            .formatted(acknowledgeWithin));
        }
    }

    /**
     * A step for whoever holds a position.
     *
     * @param position the position
     * @param acknowledgeWithin how long the next step waits
     * @param notifiers the ids of the notifiers
     * @return the step
     */
    public static Step position(String position, Duration acknowledgeWithin, String... notifiers) {
        return new Step(new Target.Position(position), List.of(notifiers), acknowledgeWithin);
    }

    /**
     * A step for a fixed contact.
     *
     * @param contact the contact's id
     * @param acknowledgeWithin how long the next step waits
     * @param notifiers the ids of the notifiers
     * @return the step
     */
    public static Step contact(String contact, Duration acknowledgeWithin, String... notifiers) {
        return new Step(new Target.Contact(contact), List.of(notifiers), acknowledgeWithin);
    }

    static Field<Step> read(Node node) {
        return node.object(in -> {
            var position = in.optional("position", Node::id);
            var contact = in.optional("contact", Node::id);
            var notifiers = in.required("notifiers", list -> list.list(Node::id));
            var within = in.required("acknowledgeWithin", Node::duration);
            return in.build(() -> {
                if (position.get().isPresent() == contact.get().isPresent()) {
                    throw new IllegalArgumentException("either the field position or the field contact.");
                }
                Target target = position.get()
                        .<Target>map(Target.Position::new)
                        .orElseGet(() -> new Target.Contact(contact.get().orElseThrow()));
                return new Step(target, notifiers.get(), within.get());
            });
        });
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (target instanceof Target.Position position) {
            map.put("position", position.id());
        } else if (target instanceof Target.Contact contact) {
            map.put("contact", contact.id());
        }
        map.put("notifiers", notifiers);
        map.put("acknowledgeWithin", acknowledgeWithin.toString());
        return map;
    }
}
