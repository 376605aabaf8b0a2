/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.municipalsafety.core.document.Fault;

/**
 * What happens when whoever is in turn is absent, or lacks a qualification that the position requires (rule R4). That
 * person's later turns do not move.
 *
 * <p>Where the policy finds nobody, the lower layer is asked; only {@link Policy#GAP} ends the search.
 *
 * <p>A {@link Group} that is in turn replaces its own first: the policy is asked when none of its persons can, and then
 * as it would be for the one whose turn it was. So {@link Policy#GAP} and {@link Policy#LOWER_LAYER} come to pass only
 * when the whole group cannot. Where a group is among those who stand in, it stands for its persons one after the
 * other: as the next in turn beginning with the one who would have its next turn, as a named substitute in the group's
 * order.
 *
 * <p>Immutable and thread-safe.
 *
 * @param policy the policy
 * @param persons the substitutes, persons or groups; the first who can takes the duty; empty unless the policy is
 *     {@link Policy#SUBSTITUTES}
 * @param owed whether whoever stands in is owed the time back. The rota moves nobody for it: the ledger counts it, and
 *     a swap settles it
 */
public record Substitution(Policy policy, List<String> persons, boolean owed) {

    /** Who stands in. */
    public enum Policy {
        /** The next in turn who can. */
        NEXT_IN_TURN,
        /** The first of a named list who can. */
        SUBSTITUTES,
        /** Whoever the lower layer has. */
        LOWER_LAYER,
        /** Nobody: the position stays empty, and shows it. */
        GAP
    }

    /** The next in turn who can stands in. */
    public static final Substitution NEXT_IN_TURN = new Substitution(Policy.NEXT_IN_TURN, List.of());

    /** The lower layer stands in. */
    public static final Substitution LOWER_LAYER = new Substitution(Policy.LOWER_LAYER, List.of());

    /** Nobody stands in. */
    public static final Substitution GAP = new Substitution(Policy.GAP, List.of());

    /** Copies and checks. */
    public Substitution {
        requireNonNull(policy, "policy");
        persons = List.copyOf(persons);
        boolean named = policy == Policy.SUBSTITUTES;
        new Faults()
                .check(
                        named != persons.isEmpty(),
                        Fault.of(
                                "/persons",
                                persons.size() + " persons with the policy " + policy,
                                named ? "at least one substitute" : "none: only SUBSTITUTES names persons"))
                .check(
                        !owed || policy == Policy.NEXT_IN_TURN || policy == Policy.SUBSTITUTES,
                        Fault.of(
                                "/owed",
                                "true with the policy " + policy,
                                "false: only NEXT_IN_TURN and SUBSTITUTES say who stands in"))
                .ids("/persons", persons)
                .refuse("substitution");
    }

    /**
     * A substitution for which nothing is owed.
     *
     * @param policy the policy
     * @param persons the substitutes
     */
    public Substitution(Policy policy, List<String> persons) {
        this(policy, persons, false);
    }

    /**
     * The same substitution, for which the time is owed back.
     *
     * @return the changed copy
     */
    public Substitution thatIsOwed() {
        return new Substitution(policy, persons, true);
    }

    /**
     * The first of these who can stands in.
     *
     * @param persons the substitutes in order, persons or groups
     * @return the substitution
     */
    public static Substitution by(String... persons) {
        return new Substitution(Policy.SUBSTITUTES, List.of(persons));
    }
}
