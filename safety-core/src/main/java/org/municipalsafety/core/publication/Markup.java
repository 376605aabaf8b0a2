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

/** What the pages for residents share: their frame and style, the emergency line, and the elements within. */
final class Markup {

    private static final LocalizedText EMERGENCY = LocalizedText.of(
            "Vid fara för liv, egendom eller miljö: ring", "If life, property or the environment is in danger: call");

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

    private static final String STYLE = """
            body { margin: 0 auto; padding: 1rem; max-width: 60rem; background: #fff; color: #1b1b1b;
              font: 1.05rem/1.5 system-ui, "Liberation Sans", Arial, sans-serif; }
            h1 { font-size: 1.8rem; line-height: 1.2; margin: .3rem 0; }
            h2 { font-size: 1.3rem; margin: 1.4rem 0 .4rem; }
            h3 { font-size: 1.1rem; margin: 0; }
            p { margin: .3rem 0; }
            a { color: #00417a; }
            a:focus-visible { outline: 3px solid #00417a; outline-offset: 2px; }
            .emergency { border-left: .5rem solid #7a1f00; background: #eef3f7; padding: .6rem .8rem; font-weight: 700; }
            .channels { list-style: none; margin: 0; padding: 0; }
            .channels > li { border: 1px solid #767676; border-left-width: .5rem; padding: .5rem .8rem; margin: .5rem 0; }
            .channels > li.open { border-left-style: solid; }
            .channels > li.closed { border-left-style: double; }
            .channels > li.unknown { border-left-style: dotted; }
            .call a, .call strong, .emergency a { font-size: 1.4rem; font-weight: 700; overflow-wrap: anywhere; }
            a[href^="tel:"] { white-space: nowrap; }
            .state { font-weight: 700; }
            .via, .languages, .why { font-size: .95rem; }
            .hours { overflow-x: auto; }
            .hours:focus-visible { outline: 3px solid #00417a; outline-offset: 2px; }
            table { border-collapse: collapse; width: 100%; font-size: .95rem; }
            caption { text-align: left; font-weight: 700; padding: .2rem 0; }
            th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }
            thead th { background: #eef3f7; }
            .hours tbody th { position: sticky; left: 0; background: #fff; }
            .hours td { min-width: 5.5rem; }
            .notice .national li { display: inline; margin-right: 1em; } .notice .national { padding: 0; }
            .notice tbody th { font-weight: 400; } .notice .name { font-weight: 700; }
            .notice .call a, .notice .call strong { font-size: 1.1rem; }
            footer { margin-top: 1rem; font-size: .9rem; }
            @page { size: A4; margin: 12mm; }
            @media print {
              body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.3; }
              h1 { font-size: 17pt; } h2 { font-size: 12pt; margin: 6pt 0 2pt; } h3 { font-size: 10.5pt; }
              a { color: inherit; text-decoration: none; }
              p { margin: 1pt 0; } ul { margin: 2pt 0; } footer { margin-top: 4pt; }
              .call a, .call strong, .emergency a { font-size: 13pt; }
              .channels > li { padding: 2pt 6pt; margin: 3pt 0; break-inside: avoid; }
              table { font-size: 8.5pt; } th, td { padding: 1.5pt 4pt; } tr { break-inside: avoid; }
              .hours { overflow-x: visible; } .hours table { table-layout: fixed; }
              .hours th:first-child { width: 18%; } .hours td { min-width: 0; }
              .hours th, .hours td { overflow-wrap: anywhere; } .hours tbody th { position: static; }
              .via, .languages, .why { font-size: 8.5pt; }
              .notice { line-height: 1.2; } .notice table, .notice ul { font-size: 8pt; } .notice td p, .notice th p { margin: 0; }
              .notice th:first-child { width: 27%; } .notice th:nth-child(2) { width: 30%; }
              .notice .call a, .notice .call strong { font-size: 9.5pt; }
              .notice .via, .notice .languages, .notice footer { font-size: 8pt; }
              .notice h2 { font-size: 10.5pt; margin: 4pt 0 1pt; } .notice .emergency { padding: 3pt 6pt; }
            }
            """;

    private Markup() {}

    /** A page of its own around a body. */
    static String page(Locale locale, String title, String body) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(language(locale), escape(title), STYLE, body);
    }

    /** The line with 112, which comes before every other number. */
    static String emergency(Locale locale) {
        return "<p class=\"emergency\">%s %s.</p>\n".formatted(escape(EMERGENCY.in(locale)), link(ShortCode.of("112")));
    }

    /** The same line as plain text. */
    static String emergencyText(Locale locale) {
        return EMERGENCY.in(locale) + " 112.";
    }

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
