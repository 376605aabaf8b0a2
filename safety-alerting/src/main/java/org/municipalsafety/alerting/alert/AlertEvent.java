/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an alert. Ids only: no address, no text, no secret (A7).
 *
 * <p>Immutable and thread-safe.
 *
 * @param what what happened
 * @param at when
 * @param alert the alert's id
 * @param step the index of the step concerned, or null when none is
 * @param person the id of the person concerned, or null when nobody is
 * @param notifier the id of the notifier concerned, or null when none is
 * @param delivery the id of the delivery concerned, which is its idempotency key, or null when none is
 * @param detail a short code: why something failed, or for {@link Happening#HANDED_OVER} the id of the outgoing person;
 *     null when there is nothing to add
 */
public record AlertEvent(
        Happening what,
        Instant at,
        String alert,
        @Nullable Integer step,
        @Nullable String person,
        @Nullable String notifier,
        @Nullable String delivery,
        @Nullable String detail) {

    /** Checks that the parts are there. */
    public AlertEvent {
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
        return new AlertEvent(what, at, alert, null, null, null, null, null);
    }

    /**
     * An event about a person and a step.
     *
     * @param what what happened
     * @param at when
     * @param alert the alert's id
     * @param step the step's index, or null
     * @param person the person's id, or null
     * @param detail a short code, or null
     * @return the event
     */
    public static AlertEvent of(
            Happening what,
            Instant at,
            String alert,
            @Nullable Integer step,
            @Nullable String person,
            @Nullable String detail) {
        return new AlertEvent(what, at, alert, step, person, null, null, detail);
    }

    /**
     * An event about a delivery.
     *
     * @param what what happened
     * @param at when
     * @param delivery the delivery
     * @param detail a short code, or null
     * @return the event
     */
    public static AlertEvent of(Happening what, Instant at, Delivery delivery, @Nullable String detail) {
        return new AlertEvent(
                what,
                at,
                delivery.alert(),
                delivery.step(),
                delivery.contact(),
                delivery.notifier(),
                delivery.id(),
                detail);
    }
}
