/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static org.municipalsafety.core.publication.Markup.escape;
import static org.municipalsafety.core.publication.Markup.link;
import static org.municipalsafety.core.publication.Markup.part;

import java.util.Locale;
import java.util.Optional;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.FallbackStep;

/** A step of a fallback as people read it: the channel with its number, and what to say or do. */
final class StepWording {

    private StepWording() {}

    /** As plain text; the standing is such as {@code öppet nu}, or empty where it is not told. */
    static String text(Directory directory, FallbackStep step, String standing, Locale locale) {
        String words = step.instruction().map(text -> text.in(locale)).orElse("");
        return channel(directory, step)
                .map(other -> other.name().in(locale) + ", " + other.endpoint().text() + rest(standing, words))
                .orElse(words);
    }

    /** As HTML. */
    static String markup(Directory directory, FallbackStep step, String standing, Locale locale) {
        String words = step.instruction().map(text -> part(text, locale)).orElse("");
        return channel(directory, step)
                .map(other ->
                        part(other.name(), locale) + ", " + link(other.endpoint()) + rest(escape(standing), words))
                .orElse(words);
    }

    private static Optional<ContactChannel> channel(Directory directory, FallbackStep step) {
        return step.channel().flatMap(directory::channel);
    }

    private static String rest(String standing, String words) {
        return (standing.isEmpty() ? "" : " (" + standing + ")") + "." + (words.isEmpty() ? "" : " " + words);
    }
}
