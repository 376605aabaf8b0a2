/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import com.google.common.html.HtmlEscapers;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.endpoint.Endpoint;
import org.municipalsafety.core.endpoint.Modality;
import org.municipalsafety.core.endpoint.ShortCode;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;

/** What stands within the pages for residents: links, texts of others, times; their frame is {@link PageFrame}. */
final class Markup {

    private static final LocalizedText REGISTERED = LocalizedText.of(
            "Fungerar bara om du har anmält dig till sms 112 i förväg.",
            "Works only if you have registered for text messages to 112 beforehand.");

    /** Languages that Java has no name for. */
    private static final Map<String, LocalizedText> UNNAMED = Map.of(
            "swl", LocalizedText.of("svenskt teckenspråk", "Swedish Sign Language"),
            "prs", LocalizedText.of("dari", "Dari"));

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\x{2028}\\x{2029}]+");
    private static final Pattern TURNING = Pattern.compile("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]+");
    private static final char FIRST_STRONG_ISOLATE = 0x2068;
    private static final char POP_ISOLATE = 0x2069;

    private Markup() {}

    /** The text in its own language, marked when that is not the page's; and on its own where it runs to the left. */
    static String part(LocalizedText text, Locale locale) {
        String shown = text.in(locale);
        String language = text.languageFor(locale);
        if (!Locale.forLanguageTag(language).getLanguage().equals(language(locale))) {
            return "<bdi lang=\"%s\">%s</bdi>".formatted(escape(language), escape(shown));
        }
        return alone(shown);
    }

    /** Text of others, so that one that runs to the left turns no number beside it round. */
    private static String alone(String text) {
        return runsLeft(text) ? "<bdi>%s</bdi>".formatted(escape(text)) : escape(text);
    }

    static String link(Endpoint endpoint) {
        return link(endpoint.uri(), endpoint.text());
    }

    /**
     * The endpoint of a channel: a link that calls, writes or opens what the channel is; a number that is not answered
     * by voice is no link, since a tap would ring it.
     */
    static String link(ContactChannel channel) {
        Endpoint endpoint = channel.endpoint();
        if (!endpoint.uri().startsWith("tel:")) {
            return link(endpoint);
        }
        return switch (channel.modality()) {
            case SMS -> link("sms:" + endpoint.uri().substring("tel:".length()), endpoint.text());
            case TEXT_RELAY, VIDEO -> "<strong>%s</strong>".formatted(escape(endpoint.text()));
            default -> link(endpoint);
        };
    }

    private static String link(String uri, String text) {
        return "<a href=\"%s\">%s</a>".formatted(escape(uri), alone(text));
    }

    /** What has to be done before the channel can be used at all. */
    static Optional<LocalizedText> condition(ContactChannel channel) {
        boolean registered =
                channel.modality() == Modality.SMS && channel.endpoint().equals(ShortCode.of("112"));
        return registered ? Optional.of(REGISTERED) : Optional.empty();
    }

    /** The languages that are spoken, in words. */
    static String languages(ContactChannel channel, Locale locale) {
        Locale reader = Locale.forLanguageTag(language(locale));
        return channel.languages().stream()
                .map(tag -> {
                    LocalizedText name = UNNAMED.get(tag);
                    return name == null ? Locale.forLanguageTag(tag).getDisplayLanguage(reader) : name.in(reader);
                })
                .collect(Collectors.joining(", "));
    }

    static String heading(int level, String text) {
        return "<h%s>%s</h%s>\n".formatted(level, escape(text), level);
    }

    /** An instant as people write it, and as programs read it. */
    static String time(Instant instant, ZoneId zone, Locale locale) {
        return "<time datetime=\"%s\">%s</time>"
                .formatted(
                        minute(instant).atZone(zone).toOffsetDateTime(),
                        escape(TimeText.of(locale, zone).dateTime(minute(instant))));
    }

    /** Times that people read are to the minute. */
    static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }

    static String language(Locale locale) {
        return TimeText.isSwedish(locale) ? "sv" : "en";
    }

    static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }

    static String escape(String text) {
        return HtmlEscapers.htmlEscaper().escape(oneLine(text));
    }

    // Plain text

    /** A text of others in a line of plain text: set apart where it runs to the left. */
    static String plain(LocalizedText text, Locale locale) {
        return plain(text.in(locale));
    }

    private static String plain(String text) {
        String shown = oneLine(text);
        return runsLeft(shown) ? FIRST_STRONG_ISOLATE + shown + POP_ISOLATE : shown;
    }

    /** How a channel is reached in a line of plain text: its number or address, and how where it is not by voice. */
    static String plainEndpoint(ContactChannel channel, Locale locale) {
        String text = plain(channel.endpoint().text());
        return channel.modality() == Modality.VOICE ? text : channel.modality().text(locale) + " " + text;
    }

    /** Without control characters, which could forge a line, and without those that turn the direction of others. */
    private static String oneLine(String text) {
        return TURNING.matcher(CONTROLS.matcher(text).replaceAll(" ")).replaceAll("");
    }

    private static boolean runsLeft(String text) {
        return text.codePoints()
                .map(Character::getDirectionality)
                .anyMatch(direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }
}
