/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.text.LocalizedText;
import org.threeten.extra.Interval;

/**
 * Something in a rota that somebody should look at.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind what it is
 * @param rota the rota's id
 * @param position the position's id
 * @param subject the person's, layer's or swap's id, or null where it is about the position alone
 * @param interval when; for what never happens, the whole time that was looked at
 * @param text the finding in words, in Swedish and English
 */
public record Finding(
        Kind kind, String rota, String position, @Nullable String subject, Interval interval, LocalizedText text) {

    /** What there is to find. */
    public enum Kind {
        /** A position had to be filled and is not (R11). */
        GAP,
        /** One person has two positions at the same time, in one rota or in two. */
        DOUBLE_BOOKED,
        /** A decision puts an absent person on duty. */
        ABSENT_BY_DECISION,
        /** A decision puts somebody on duty who lacks a qualification that the position requires. */
        UNQUALIFIED_BY_DECISION,
        /** A decision does not bind, since whom it names holds a position that is distinct from this one (R6). */
        DECISION_GIVES_WAY,
        /**
         * A member or a named substitute loses a qualification that the position requires; until when it is valid
         * again, or the end.
         */
        QUALIFICATION_EXPIRING,
        /** The qualification of one of those had expired before the time for which the person was looked at. */
        QUALIFICATION_EXPIRED,
        /** One of those does not have a qualification that the position requires, and did not have it before. */
        QUALIFICATION_MISSING,
        /** A member of a rotation never comes on duty in the position, in any version that was looked at. */
        NEVER_ON_DUTY,
        /** A layer never decides, in the part of the time in which one version is in force. */
        LAYER_NEVER_USED,
        /** A handover between two people lies outside the hours chosen for handovers. */
        HANDOVER_OUTSIDE_HOURS,
        /** A half of a swap does not decide, or not all the time: it was decided otherwise later, or gives way. */
        SWAP_WITHOUT_EFFECT,
        /** A half of a swap takes a duty from somebody who gets nothing for it: the rota was changed since. */
        SWAP_MISSES_ITS_DUTY
    }

    /** Checks. */
    public Finding {
        requireNonNull(kind, "kind");
        requireNonNull(rota, "rota");
        requireNonNull(position, "position");
        requireNonNull(interval, "interval");
        requireNonNull(text, "text");
    }

    /**
     * Whom or what it is about.
     *
     * @return the person's, layer's or swap's id, or nothing where it is about the position alone
     */
    public Optional<String> about() {
        return Optional.ofNullable(subject);
    }
}
