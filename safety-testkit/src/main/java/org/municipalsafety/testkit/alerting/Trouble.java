/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.alerting;

import java.util.Set;
import org.municipalsafety.alerting.notifier.Outcome.Verdict;

/** What can go wrong at a provider, and what a notifier may say then (rule N1). */
public enum Trouble {
    /** The provider says: not now. */
    REFUSED_FOR_NOW(Verdict.RETRYABLE),
    /** The provider says: never. */
    REFUSED_FOR_GOOD(Verdict.PERMANENT),
    /** There is no provider at the configured place. */
    UNREACHABLE(Verdict.RETRYABLE),
    /** The provider takes the whole message and is gone before it says so. */
    LOST_AFTER_HANDOVER(Verdict.UNKNOWN_OUTCOME),
    /** The provider takes the connection and never says anything. */
    SILENT(Verdict.RETRYABLE, Verdict.UNKNOWN_OUTCOME);

    private final Set<Verdict> allowed;

    Trouble(Verdict... allowed) {
        this.allowed = Set.of(allowed);
    }

    /**
     * The verdicts that are right.
     *
     * @return at least one
     */
    public Set<Verdict> allowed() {
        return allowed;
    }
}
