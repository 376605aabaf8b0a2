/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.escalation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
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
 * @param nextAt when the next step fires or the round ends; empty when the escalation stands still
 * @param expiresAt when it expires; empty if it never does
 * @param acknowledgement who has it; empty when nobody has
 * @param acknowledgedStep the index of the step whose position the person who has it holds; empty when that does not
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
        Optional<Instant> nextAt,
        Optional<Instant> expiresAt,
        Optional<Acknowledgement> acknowledgement,
        Optional<Integer> acknowledgedStep,
        long version) {

    /** Checks that the parts are there. */
    public RunningAlert {
        requireNonNull(alert, "alert");
        requireNonNull(policy, "policy");
        requireNonNull(state, "state");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(nextAt, "nextAt");
        requireNonNull(expiresAt, "expiresAt");
        requireNonNull(acknowledgement, "acknowledgement");
        requireNonNull(acknowledgedStep, "acknowledgedStep");
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
        return new RunningAlert(
                alert,
                policy,
                AlertState.OPEN,
                now,
                0,
                0,
                Optional.of(now),
                policy.expiresAfter().map(now::plus),
                Optional.empty(),
                Optional.empty(),
                0);
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
                alert,
                policy,
                AlertState.OPEN,
                submittedAt,
                toRound,
                toStep,
                Optional.of(when),
                expiresAt,
                Optional.empty(),
                Optional.empty(),
                version + 1);
    }

    /**
     * The same alert in the hands of a person, its escalation stopped (A3).
     *
     * @param by who and when
     * @param step the index of the step whose position the person holds, if any
     * @return the changed copy
     */
    public RunningAlert heldBy(Acknowledgement by, Optional<Integer> step) {
        return new RunningAlert(
                alert,
                policy,
                AlertState.ACKNOWLEDGED,
                submittedAt,
                round,
                nextStep,
                Optional.empty(),
                expiresAt,
                Optional.of(by),
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
                Optional.empty(),
                expiresAt,
                acknowledgement,
                acknowledgedStep,
                version + 1);
    }
}
