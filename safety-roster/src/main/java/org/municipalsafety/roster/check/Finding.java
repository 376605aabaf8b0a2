/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;
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
 * @param about the person's, layer's or swap's id, or nothing where it is about the position alone
 * @param interval when; for what never happens, the whole time that was looked at
 * @param text the finding in words, in Swedish and English
 */
public record Finding(
        Kind kind, String rota, String position, Optional<String> about, Interval interval, LocalizedText text) {

    /**
     * What there is to find. The library's kinds are the constants here; a check of a municipality's own has kinds of
     * its own.
     *
     * @param id its name, such as {@code GAP}: capital letters, digits and low lines
     */
    public record Kind(String id) {
        private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

        /** A position had to be filled and is not (R11). */
        public static final Kind GAP = new Kind("GAP");

        /** One person has two positions at the same time, in one rota or in two. */
        public static final Kind DOUBLE_BOOKED = new Kind("DOUBLE_BOOKED");

        /** A decision puts an absent person on duty. */
        public static final Kind ABSENT_BY_DECISION = new Kind("ABSENT_BY_DECISION");

        /** A decision puts somebody on duty who lacks a qualification that the position requires. */
        public static final Kind UNQUALIFIED_BY_DECISION = new Kind("UNQUALIFIED_BY_DECISION");

        /** A decision does not bind, since whom it names holds a position that is distinct from this one (R6). */
        public static final Kind DECISION_GIVES_WAY = new Kind("DECISION_GIVES_WAY");

        /**
         * A member or a named substitute loses a qualification that the position requires; until when it is valid
         * again, or the end.
         */
        public static final Kind QUALIFICATION_EXPIRING = new Kind("QUALIFICATION_EXPIRING");

        /** The qualification of one of those had expired before the time for which the person was looked at. */
        public static final Kind QUALIFICATION_EXPIRED = new Kind("QUALIFICATION_EXPIRED");

        /** One of those does not have a qualification that the position requires, and did not have it before. */
        public static final Kind QUALIFICATION_MISSING = new Kind("QUALIFICATION_MISSING");

        /** A member of a rotation never comes on duty in the position, in any version that was looked at. */
        public static final Kind NEVER_ON_DUTY = new Kind("NEVER_ON_DUTY");

        /** A layer never decides, in the part of the time in which one version is in force. */
        public static final Kind LAYER_NEVER_USED = new Kind("LAYER_NEVER_USED");

        /** A handover between two people lies outside the hours chosen for handovers. */
        public static final Kind HANDOVER_OUTSIDE_HOURS = new Kind("HANDOVER_OUTSIDE_HOURS");

        /** A half of a swap does not decide, or not all the time: it was decided otherwise later, or gives way. */
        public static final Kind SWAP_WITHOUT_EFFECT = new Kind("SWAP_WITHOUT_EFFECT");

        /** A half of a swap takes a duty from somebody who gets nothing for it: the rota was changed since. */
        public static final Kind SWAP_MISSES_ITS_DUTY = new Kind("SWAP_MISSES_ITS_DUTY");

        /**
         * Checks.
         *
         * @throws IllegalArgumentException if the id has another form
         */
        public Kind {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "Found the kind \"%s\"; expected capital letters, digits and low lines.".formatted(id));
            }
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** Checks. */
    public Finding {
        requireNonNull(kind, "kind");
        requireNonNull(rota, "rota");
        requireNonNull(position, "position");
        requireNonNull(about, "about");
        requireNonNull(interval, "interval");
        requireNonNull(text, "text");
    }
}
