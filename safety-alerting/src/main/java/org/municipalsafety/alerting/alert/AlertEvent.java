/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that happened to an alert. Ids only: no address, no text, no secret (A7).
 *
 * <p>Immutable and thread-safe.
 *
 * @param what what happened
 * @param at when
 * @param alert the alert's id
 * @param step the index of the step concerned, if one is
 * @param person the id of the person concerned, if anybody is
 * @param notifier the id of the notifier concerned, if one is
 * @param delivery the id of the delivery concerned, which is its idempotency key, if one is
 * @param detail a short code: why something failed, or for {@link Happening#HANDED_OVER} the id of the outgoing person;
 *     empty when there is nothing to add
 */
public record AlertEvent(
        Happening what,
        Instant at,
        String alert,
        Optional<Integer> step,
        Optional<String> person,
        Optional<String> notifier,
        Optional<String> delivery,
        Optional<String> detail) {

    /** Checks that the parts are there. */
    public AlertEvent {
        Stream.of(step, person, notifier, delivery, detail).forEach(part -> requireNonNull(part, "part"));
        requireNonNull(what, "what");
        requireNonNull(at, "at");
        requireNonNull(alert, "alert");
    }

    /**
     * An event about the alert as a whole.
     *
     * @param what what happened
     * @param at when
     * @param alert the alert's id
     * @return the event
     */
    public static AlertEvent of(Happening what, Instant at, String alert) {
        return of(what, at, alert, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * An event about a person and a step.
     *
     * @param what what happened
     * @param at when
     * @param alert the alert's id
     * @param step the step's index, if one is concerned
     * @param person the person's id, if anybody is concerned
     * @param detail a short code, if there is one
     * @return the event
     */
    public static AlertEvent of(
            Happening what,
            Instant at,
            String alert,
            Optional<Integer> step,
            Optional<String> person,
            Optional<String> detail) {
        return new AlertEvent(what, at, alert, step, person, Optional.empty(), Optional.empty(), detail);
    }

    /**
     * An event about a delivery.
     *
     * @param what what happened
     * @param at when
     * @param delivery the delivery
     * @param detail a short code, if there is one
     * @return the event
     */
    public static AlertEvent of(Happening what, Instant at, Delivery delivery, Optional<String> detail) {
        return new AlertEvent(
                what,
                at,
                delivery.alert(),
                Optional.of(delivery.step()),
                Optional.of(delivery.contact()),
                Optional.of(delivery.notifier()),
                Optional.of(delivery.id()),
                detail);
    }
}
