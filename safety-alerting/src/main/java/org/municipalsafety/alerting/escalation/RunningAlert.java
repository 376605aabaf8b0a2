/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.escalation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.alert.Acknowledgement;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertState;

/**
 * An alert with the policy that was copied when it was submitted (A4), and how far its escalation has come.
 *
 * <p>Immutable and thread-safe.
 *
 * @param alert the alert
 * @param policy its policy, as it was when the alert was submitted
 * @param state where the alert stands
 * @param submittedAt when it was submitted
 * @param round which time the steps run, from 0
 * @param nextStep the index of the step that fires next; the number of steps when all have fired
 * @param nextAt when the next step fires or the round ends; null when the escalation stands still
 * @param expiresAt when it expires; null if it never does
 * @param acknowledgement who has it, or null when nobody has
 * @param acknowledgedStep the index of the step whose position the person who has it holds; null when that does not
 *     matter
 * @param version grows with each change
 */
public record RunningAlert(
        Alert alert,
        EscalationPolicy policy,
        AlertState state,
        Instant submittedAt,
        int round,
        int nextStep,
        @Nullable Instant nextAt,
        @Nullable Instant expiresAt,
        @Nullable Acknowledgement acknowledgement,
        @Nullable Integer acknowledgedStep,
        long version) {

    /** Checks that the parts are there. */
    public RunningAlert {
        requireNonNull(alert, "alert");
        requireNonNull(policy, "policy");
        requireNonNull(state, "state");
        requireNonNull(submittedAt, "submittedAt");
    }

    /**
     * An alert that is being submitted: its first step is due now.
     *
     * @param alert the alert
     * @param policy its policy
     * @param now the time
     * @return the alert, open
     */
    public static RunningAlert submitted(Alert alert, EscalationPolicy policy, Instant now) {
        Instant end = policy.expiresAfter() == null ? null : now.plus(policy.expiresAfter());
        return new RunningAlert(alert, policy, AlertState.OPEN, now, 0, 0, now, end, null, null, 0);
    }

    /**
     * The same alert with its escalation at another place.
     *
     * @param toRound which time the steps run
     * @param toStep the step that fires next
     * @param when when it does
     * @return the changed copy, open and held by nobody
     */
    public RunningAlert at(int toRound, int toStep, Instant when) {
        return new RunningAlert(
                alert, policy, AlertState.OPEN, submittedAt, toRound, toStep, when, expiresAt, null, null, version + 1);
    }

    /**
     * The same alert in the hands of a person, its escalation stopped (A3).
     *
     * @param by who and when
     * @param step the index of the step whose position the person holds, or null
     * @return the changed copy
     */
    public RunningAlert heldBy(Acknowledgement by, @Nullable Integer step) {
        return new RunningAlert(
                alert,
                policy,
                AlertState.ACKNOWLEDGED,
                submittedAt,
                round,
                nextStep,
                null,
                expiresAt,
                by,
                step,
                version + 1);
    }

    /**
     * The same alert in a state in which its escalation stands still.
     *
     * @param end the state
     * @return the changed copy
     */
    public RunningAlert ended(AlertState end) {
        return new RunningAlert(
                alert,
                policy,
                end,
                submittedAt,
                round,
                nextStep,
                null,
                expiresAt,
                acknowledgement,
                acknowledgedStep,
                version + 1);
    }
}
