/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.text.TimeText;

/**
 * Who can be reached at an instant: every channel that the audience may see, the open ones first.
 *
 * <p>Immutable and thread-safe.
 *
 * @param at the instant
 * @param audience who asks
 * @param zone where the municipality's clocks are
 * @param choices open channels, then those of which nothing is known, then closed ones, each group in order of choice
 */
public record Reachability(Instant at, Audience audience, ZoneId zone, List<Choice> choices) {

    /** Copies. */
    public Reachability {
        requireNonNull(at, "at");
        requireNonNull(audience, "audience");
        requireNonNull(zone, "zone");
        choices = List.copyOf(choices);
    }

    /**
     * One channel at the instant.
     *
     * @param channel the channel
     * @param state whether it answers
     * @param because what decided it
     * @param next when that changes, within a year
     */
    public record Choice(ContactChannel channel, OpenState state, Because because, NextChange next) {

        /** Checks that the parts are there. */
        public Choice {
            requireNonNull(channel, "channel");
            requireNonNull(state, "state");
            requireNonNull(because, "because");
            requireNonNull(next, "next");
        }

        /**
         * Until when it stays so.
         *
         * @return the instant, or nothing if it stays so for a year
         */
        public Optional<Instant> until() {
            return next.instant();
        }

        /**
         * Whether the next change opens it.
         *
         * @return true if it does
         */
        public boolean opensNext() {
            return next instanceof NextChange.At change && change.state() == OpenState.OPEN;
        }
    }

    /**
     * The channel to use.
     *
     * @return the first open one, or nothing if none is known to be open
     */
    public Optional<Choice> first() {
        return choices.stream()
                .filter(choice -> choice.state() == OpenState.OPEN)
                .findFirst();
    }

    /**
     * All channels in words, one line each, with reasons.
     *
     * @param locale Swedish, or else English
     * @return the text
     */
    public String text(Locale locale) {
        return choices.stream().map(choice -> line(choice, locale)).collect(Collectors.joining("\n"));
    }

    /**
     * One channel in words.
     *
     * @param choice one of the choices
     * @param locale Swedish, or else English
     * @return such as {@code Socialjouren, 011-15 22 83: öppet till fredag 27 november 2026 kl. 08.00 (…)}
     */
    public String line(Choice choice, Locale locale) {
        boolean swedish = TimeText.isSwedish(locale);
        TimeText times = TimeText.of(locale, zone);
        String until = choice.until()
                .map(instant -> (swedish ? " till " : " until ") + times.dateTime(instant))
                .orElse(swedish ? " tills vidare" : " until further notice");
        ContactChannel channel = choice.channel();
        String line = channel.name().in(locale) + ", " + channel.endpoint().text() + ": "
                + choice.state().text(locale) + until + " ("
                + choice.because().text(locale) + ")";
        if (first().isEmpty() && channel.fallback().isPresent()) {
            line += ". " + channel.fallback().get().in(locale);
        }
        return line;
    }
}
