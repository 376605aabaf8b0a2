/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.escalation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Node;

/**
 * Who is alerted in which order (larmkedja).
 *
 * <p>The first step fires at once. Each next step fires when the time of the one before is over and nobody has
 * acknowledged; a step with nobody to alert is skipped at once. After the last step the policy runs again as often as
 * {@code repeats} says; after that the alert is {@link org.municipalsafety.alerting.alert.AlertState#DEAD}, which an
 * operator sees.
 *
 * <pre>{@code
 * var policy = EscalationPolicy.of("tib",
 *         Step.position("TIB", Duration.ofMinutes(5), "mail"),
 *         Step.position("BACKUP", Duration.ofMinutes(5), "mail"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its id
 * @param steps the steps in order, 1 to 50
 * @param repeats how often the steps run again after the first time, 0 to 100
 * @param expiresAfter how long after it is submitted an alert expires, longer than zero and at most 366 days; empty if
 *     it never does
 */
public record EscalationPolicy(String id, List<Step> steps, int repeats, Optional<Duration> expiresAfter) {

    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if a part is not within its bounds
     */
    public EscalationPolicy {
        Alert.requireId(id, "policy id");
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > 50) {
            throw new IllegalArgumentException("Policy %s has %d steps; expected 1 to 50.".formatted(id, steps.size()));
        }
        if (repeats < 0 || repeats > 100) {
            throw new IllegalArgumentException("Policy %s repeats %d times; expected 0 to 100.".formatted(id, repeats));
        }
        expiresAfter.ifPresent(time -> {
            if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "Policy %s expires after %s; expected longer than zero and at most P366D.".formatted(id, time));
            }
        });
    }

    /**
     * A policy that runs once and whose alerts never expire.
     *
     * @param id its id
     * @param steps the steps in order
     * @return the policy
     */
    public static EscalationPolicy of(String id, Step... steps) {
        return new EscalationPolicy(id, List.of(steps), 0, Optional.empty());
    }

    /**
     * The same policy with another number of repetitions.
     *
     * @param times how often the steps run again after the first time
     * @return the changed copy
     */
    public EscalationPolicy withRepeats(int times) {
        return new EscalationPolicy(id, steps, times, expiresAfter);
    }

    /**
     * The same policy with an end.
     *
     * @param duration how long after it is submitted an alert expires
     * @return the changed copy
     */
    public EscalationPolicy withExpiresAfter(Duration duration) {
        return new EscalationPolicy(id, steps, repeats, Optional.of(duration));
    }

    /**
     * Reads a policy: {@code {"id": "tib", "steps": [{"position": "TIB", "notifiers": ["mail"], "acknowledgeWithin":
     * "PT5M"}], "repeats": 1}}.
     *
     * @param node where it stands
     * @return the policy, or its faults
     */
    public static Field<EscalationPolicy> read(Node node) {
        return node.object(in -> {
            var id = in.required("id", Node::id);
            var steps = in.required("steps", list -> list.list(Step::read));
            var repeats = in.optional("repeats", number -> number.integer(0, 100));
            var expiresAfter = in.optional("expiresAfter", Node::duration);
            return in.build(() ->
                    new EscalationPolicy(id.get(), steps.get(), repeats.get().orElse(0), expiresAfter.get()));
        });
    }

    /**
     * The policy as fields of a JSON document; {@link #read} gives it back.
     *
     * @return the fields in order
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("steps", steps.stream().map(Step::toMap).collect(Collectors.toList()));
        map.put("repeats", repeats);
        expiresAfter.ifPresent(time -> map.put("expiresAfter", time.toString()));
        return map;
    }
}
