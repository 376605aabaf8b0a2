/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static org.municipalsafety.core.publication.Markup.condition;
import static org.municipalsafety.core.publication.Markup.escape;
import static org.municipalsafety.core.publication.Markup.link;
import static org.municipalsafety.core.publication.Markup.part;
import static org.municipalsafety.core.publication.Markup.plain;
import static org.municipalsafety.core.publication.Markup.plainEndpoint;

import java.util.Locale;
import java.util.Optional;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.FallbackStep;
import org.municipalsafety.core.endpoint.Modality;

/** A step of a fallback as people read it: the channel with its number, and what to say or do. */
final class StepWording {

    private StepWording() {}

    /** As plain text; the standing is such as {@code öppet nu}, or empty where it is not told. */
    static String text(Directory directory, FallbackStep step, String standing, Locale locale) {
        String words = step.instruction().map(text -> plain(text, locale)).orElse("");
        return channel(directory, step)
                .map(other -> plain(other.name(), locale) + ", " + plainEndpoint(other, locale)
                        + rest(
                                standing,
                                condition(other).map(text -> text.in(locale)).orElse(""),
                                words))
                .orElse(words);
    }

    /** As HTML. */
    static String markup(Directory directory, FallbackStep step, String standing, Locale locale) {
        String words = step.instruction().map(text -> part(text, locale)).orElse("");
        return channel(directory, step)
                .map(other -> part(other.name(), locale) + ", "
                        + (other.modality() == Modality.VOICE
                                ? ""
                                : escape(other.modality().text(locale)) + " ")
                        + link(other)
                        + rest(
                                escape(standing),
                                condition(other).map(text -> part(text, locale)).orElse(""),
                                words))
                .orElse(words);
    }

    private static Optional<ContactChannel> channel(Directory directory, FallbackStep step) {
        return step.channel().flatMap(directory::channel);
    }

    private static String rest(String standing, String condition, String words) {
        return (standing.isEmpty() ? "" : " (" + standing + ")")
                + "."
                + (condition.isEmpty() ? "" : " " + condition)
                + (words.isEmpty() ? "" : " " + words);
    }
}
