/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.municipalsafety.core.text.TimeText;

/**
 * Who is next on duty in a position.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Next {

    /**
     * The duty.
     *
     * @return the duty, or nothing if there is none
     */
    Optional<Duty> duty();

    /**
     * The answer in one sentence without a full stop: Swedish for a Swedish locale, else English.
     *
     * @param locale the reader's language
     * @param zone where the reader is
     * @return the sentence
     */
    String sentence(Locale locale, ZoneId zone);

    /**
     * Somebody else takes over.
     *
     * @param next the first duty with another holder
     */
    record Handover(Duty next) implements Next {
        /** Checks. */
        public Handover {
            requireNonNull(next, "next");
        }

        @Override
        public Optional<Duty> duty() {
            return Optional.of(next);
        }

        @Override
        public String sentence(Locale locale, ZoneId zone) {
            String when = TimeText.of(locale, zone).dateTime(next.interval().getStart());
            return TimeText.isSwedish(locale)
                    ? "därnäst " + next.holder() + " från " + when
                    : "next is " + next.holder() + " from " + when;
        }
    }

    /**
     * Nobody else does, as far as was looked.
     *
     * @param position the position's id
     * @param searchedUntil how far was looked
     */
    record Nobody(String position, Instant searchedUntil) implements Next {
        @Override
        public Optional<Duty> duty() {
            return Optional.empty();
        }

        @Override
        public String sentence(Locale locale, ZoneId zone) {
            String until = TimeText.of(locale, zone).dateTime(searchedUntil);
            return TimeText.isSwedish(locale)
                    ? "ingen annan har " + position + " före " + until
                    : "nobody else holds " + position + " before " + until;
        }
    }
}
