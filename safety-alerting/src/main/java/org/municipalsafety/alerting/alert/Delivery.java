/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.alert;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One message about an alert to one contact through one notifier.
 *
 * <p>It holds no address: that is looked up when it is sent, and never stored (A7). Its id is also its idempotency key
 * (A2): however often it is tried, by whichever node, the key is the same.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the idempotency key, 32 hexadecimal digits
 * @param alert the alert's id
 * @param round which time the escalation runs, from 0
 * @param step the step's index in the policy, from 0
 * @param purpose why it is sent
 * @param contact the id of the person it goes to
 * @param notifier the id of the notifier it goes through
 * @param severity the alert's severity
 * @param state where it stands
 * @param due when it is to be sent, or tried again
 * @param attempts how often it has been tried, the running attempt included
 * @param owner the node that is sending it; empty when none is
 * @param leaseUntil until when the owner may take; after that the outcome is unknown; empty when nobody is sending it
 * @param version grows with each change; a node that lost its lease cannot write any more
 * @param code the code of the last failure, such as {@code smtp-451}, if there was one
 */
public record Delivery(
        String id,
        String alert,
        int round,
        int step,
        Purpose purpose,
        String contact,
        String notifier,
        Severity severity,
        DeliveryState state,
        Instant due,
        int attempts,
        Optional<String> owner,
        Optional<Instant> leaseUntil,
        long version,
        Optional<String> code) {

    /** Checks that the parts are there. */
    public Delivery {
        requireNonNull(id, "id");
        requireNonNull(alert, "alert");
        requireNonNull(purpose, "purpose");
        requireNonNull(contact, "contact");
        requireNonNull(notifier, "notifier");
        requireNonNull(severity, "severity");
        requireNonNull(state, "state");
        requireNonNull(due, "due");
        requireNonNull(owner, "owner");
        requireNonNull(leaseUntil, "leaseUntil");
        requireNonNull(code, "code");
    }

    /**
     * A delivery that nobody has tried.
     *
     * @param alert the alert
     * @param round which time the escalation runs, from 0
     * @param step the step's index
     * @param turn how often the step's holder has changed in this round, from 0
     * @param purpose why it is sent
     * @param contact the id of the person it goes to
     * @param notifier the id of the notifier
     * @param due when it is to be sent
     * @return the delivery; its key depends on every parameter but the last
     */
    public static Delivery of(
            Alert alert, int round, int step, int turn, Purpose purpose, String contact, String notifier, Instant due) {
        String key = key(alert.id(), round, step, turn, purpose, contact, notifier);
        return new Delivery(
                key,
                alert.id(),
                round,
                step,
                purpose,
                contact,
                notifier,
                alert.severity(),
                DeliveryState.PENDING,
                due,
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    private static String key(Object... parts) {
        StringBuilder text = new StringBuilder("delivery/1");
        for (Object part : parts) {
            text.append('\n').append(part); // identifiers hold no line feed, so two lists never give one text
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /**
     * The key that the provider can tell repetitions by (A2).
     *
     * @return the id
     */
    public String idempotencyKey() {
        return id;
    }

    /**
     * The same delivery with a node's intent to send it.
     *
     * @param node the node
     * @param until until when the node may take
     * @return the changed copy, one attempt further
     */
    public Delivery claimed(String node, Instant until) {
        return new Delivery(
                id,
                alert,
                round,
                step,
                purpose,
                contact,
                notifier,
                severity,
                DeliveryState.SENDING,
                due,
                attempts + 1,
                Optional.of(node),
                Optional.of(until),
                version + 1,
                code);
    }

    /**
     * The same delivery in another state, with no node sending it.
     *
     * @param next the state
     * @param when when it is to be tried again, for a pending one; else the same as before
     * @param why the code of the failure, if it failed
     * @return the changed copy
     */
    public Delivery become(DeliveryState next, Instant when, Optional<String> why) {
        return new Delivery(
                id,
                alert,
                round,
                step,
                purpose,
                contact,
                notifier,
                severity,
                next,
                when,
                attempts,
                Optional.empty(),
                Optional.empty(),
                version + 1,
                why);
    }
}
