/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.hours;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.Reason;

/**
 * What decided that a channel is open, closed or unknown (rule C2). An answer has a list of them: what decided first,
 * then what decided in the channel that the rule depends on, and so on.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind the kind of rule
 * @param channel the id of the channel whose rule it is
 * @param rule the place of the rule within the channel, as a JSON Pointer such as {@code /availability/week/0}
 * @param words the decision in words, Swedish and English
 */
public record ChannelReason(Kind kind, String channel, String rule, LocalizedText words) implements Reason {

    /** Kinds of rules, those that win first (rule C2). */
    public enum Kind {
        /** The channel that answers first is not open. */
        VIA,
        /** The channel is open when another is closed. */
        OUTSIDE,
        /** A dated exception. */
        DATES,
        /** A rule for a named or otherwise movable day. */
        MOVABLE,
        /** A rule for a class of days. */
        DAY_CLASS,
        /** The hours of a season. */
        SEASON,
        /** The hours of the week. */
        WEEK,
        /** No rule speaks for the day, so it is closed (rule C4). */
        NO_RULE,
        /** The calendar does not know the day. */
        BEYOND_CALENDAR
    }

    /** Checks that the parts are there. */
    public ChannelReason {
        requireNonNull(kind, "kind");
        requireNonNull(channel, "channel");
        requireNonNull(rule, "rule");
        requireNonNull(words, "words");
    }

    @Override
    public String sentence(Locale locale) {
        return words.in(locale);
    }

    /**
     * An answer's reasons in words.
     *
     * @param because the reasons in order
     * @param locale Swedish, or else English
     * @return such as {@code öppet när Kontaktcenter har stängt: röd dag (annandag påsk)}
     */
    public static String text(List<ChannelReason> because, Locale locale) {
        return Reason.sentences(because, ": ", locale);
    }

    /** Equal in all parts; what tells most reasons apart is looked at first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ChannelReason that
                        && kind == that.kind
                        && rule.equals(that.rule)
                        && channel.equals(that.channel)
                        && words.equals(that.words));
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, channel, rule, words);
    }
}
