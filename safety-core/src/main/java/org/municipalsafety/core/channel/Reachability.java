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
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.NextChange;
import org.municipalsafety.core.hours.OpenState;
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
     * @param because what decided it, first of all
     * @param next when that changes, within a year
     * @param otherwise what to do instead, step by step; none while it is open
     */
    public record Choice(
            ContactChannel channel,
            OpenState state,
            List<ChannelReason> because,
            NextChange next,
            List<Alternative> otherwise) {

        /** Checks that the parts are there. */
        public Choice {
            requireNonNull(channel, "channel");
            requireNonNull(state, "state");
            because = List.copyOf(because);
            requireNonNull(next, "next");
            otherwise = List.copyOf(otherwise);
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

        /**
         * What to do instead of it.
         *
         * @return the first step that helps, or nothing if there is none
         */
        public Optional<Alternative> instead() {
            return otherwise.stream().filter(Alternative::helps).findFirst();
        }
    }

    /**
     * A step of a channel's fallback at the instant.
     *
     * @param step the step
     * @param target the channel that it names and how that stands, without a fallback of its own; none if the step is
     *     only words
     */
    public record Alternative(FallbackStep step, Optional<Choice> target) {

        /** Checks that the parts are there. */
        public Alternative {
            requireNonNull(step, "step");
            requireNonNull(target, "target");
        }

        /**
         * Whether the step leads somewhere: its channel is known to be open (rule C4), or it is only words.
         *
         * @return true if it does
         */
        public boolean helps() {
            return target.isEmpty() || target.get().state() == OpenState.OPEN;
        }

        /**
         * The step in words; what to say to a channel only if it is open.
         *
         * @param locale Swedish, or else English
         * @return such as {@code Kontaktcenter, 011-15 00 00 (öppet: veckans tider): begär socialkontoret}
         */
        public String text(Locale locale) {
            String words = step.instruction().map(text -> text.in(locale)).orElse("");
            if (target.isEmpty()) {
                return words;
            }
            Choice found = target.get();
            String channel = "%s, %s (%s: %s)"
                    .formatted(
                            found.channel().name().in(locale),
                            found.channel().endpoint().text(),
                            found.state().text(locale),
                            ChannelReason.text(found.because(), locale));
            return words.isEmpty() || !helps() ? channel : channel + ": " + words;
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
     * @return such as {@code Socialjouren, 011-15 22 83: öppet till fredag 27 november 2026 kl. 08.00 (…)}, and for a
     *     channel that is not open the steps of its fallback as far as the one that helps
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
                + ChannelReason.text(choice.because(), locale) + ")";
        return line + otherwise(choice, locale);
    }

    /** The steps as far as the one that helps, each with its state: what is passed by is said. */
    private static String otherwise(Choice choice, Locale locale) {
        if (choice.otherwise().isEmpty()) {
            return "";
        }
        boolean swedish = TimeText.isSwedish(locale);
        StringBuilder text = new StringBuilder(swedish ? ". I stället: " : ". Instead: ");
        int number = 1;
        for (Alternative alternative : choice.otherwise()) {
            text.append(number == 1 ? "(" : "; (").append(number++).append(") ").append(alternative.text(locale));
            if (alternative.helps()) {
                return text.toString();
            }
        }
        return text.append(swedish ? "; ingen av dem är säkert öppen" : "; none of them is certain to be open")
                .toString();
    }
}
