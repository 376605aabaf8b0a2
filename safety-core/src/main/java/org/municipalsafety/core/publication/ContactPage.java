/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static java.util.Objects.requireNonNull;

import com.google.common.html.HtmlEscapers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.Endpoint;
import org.municipalsafety.core.channel.OpenState;
import org.municipalsafety.core.channel.Reachability;
import org.municipalsafety.core.channel.Segment;
import org.municipalsafety.core.channel.ShortCode;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * "Här når du oss nu": who can be reached at an instant and in the seven days from then, for one audience.
 *
 * <pre>{@code
 * var page = ContactPage.of(directory, Audience.PUBLIC, now);
 * page.html(Locale.forLanguageTag("sv"));   // a whole page, which prints on one sheet of A4
 * page.fragment(Locale.ENGLISH);            // for a page that is somebody else's
 * page.text(Locale.ENGLISH);                // plain text
 * }</pre>
 *
 * <p>It tells how things stand at its instant and says so; whoever publishes it makes it anew at {@link #validUntil()}.
 *
 * <p>Immutable and thread-safe.
 */
public final class ContactPage {

    private static final LocalizedText TITLE = LocalizedText.of("Här når du oss nu", "How to reach us now");
    private static final LocalizedText EMERGENCY = LocalizedText.of(
            "Vid fara för liv, egendom eller miljö: ring", "If life, property or the environment is in danger: call");
    private static final LocalizedText AS_OF = LocalizedText.of("Så här är det", "As it stands on");
    private static final LocalizedText OPEN_NOW = LocalizedText.of("Öppet nu", "Open now");
    private static final LocalizedText UNKNOWN_NOW = LocalizedText.of("Osäkert just nu", "Not certain now");
    private static final LocalizedText CLOSED_NOW = LocalizedText.of("Stängt nu", "Closed now");
    private static final LocalizedText NOBODY = LocalizedText.of(
            "Ingen av kanalerna är säkert öppen just nu.", "None of the channels is certain to be open now.");
    private static final LocalizedText CLOSES = LocalizedText.of("Öppet till", "Open until");
    private static final LocalizedText ALWAYS = LocalizedText.of("Öppet dygnet runt", "Open around the clock");
    private static final LocalizedText OPENS = LocalizedText.of("Stängt. Öppnar", "Closed. Opens");
    private static final LocalizedText CLOSED_UNTIL = LocalizedText.of("Stängt. Ändras", "Closed. Changes");
    private static final LocalizedText SHUT = LocalizedText.of("Stängt tills vidare", "Closed until further notice");
    private static final LocalizedText VAGUE = LocalizedText.of(
            "Det är inte säkert att någon svarar. Klart igen", "It is not certain that anybody answers. Certain again");
    private static final LocalizedText VAGUE_LONG =
            LocalizedText.of("Det är inte säkert att någon svarar.", "It is not certain that anybody answers.");
    private static final LocalizedText WHY = LocalizedText.of("Varför", "Why");
    private static final LocalizedText WEEK = LocalizedText.of("Tider de närmaste sju dagarna", "The next seven days");
    private static final LocalizedText DAY = LocalizedText.of("Dag", "Day");
    private static final LocalizedText ALL_DAY = LocalizedText.of("dygnet runt", "all day and night");
    private static final LocalizedText CLOSED = LocalizedText.of("stängt", "closed");
    private static final LocalizedText UNCERTAIN = LocalizedText.of("osäkert", "not certain");
    private static final LocalizedText MIDNIGHT = LocalizedText.of("24.00", "24:00");
    private static final LocalizedText NATIONAL =
            LocalizedText.of("Nummer som gäller i hela landet", "Numbers for all of Sweden");
    private static final LocalizedText SIGN_PREFIX = LocalizedText.of("Avsändare", "Published by");

    /** The codes of the notice beside 112, in the order in which they are asked for. */
    private static final List<String> OTHER_CODES = List.of("113 13", "114 14", "1177");

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
            .call a, .emergency a { font-size: 1.4rem; font-weight: 700; white-space: nowrap; }
            .state { font-weight: 700; }
            .why { font-size: .95rem; }
            .hours { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; font-size: .95rem; }
            caption { text-align: left; font-weight: 700; padding: .2rem 0; }
            th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }
            thead th { background: #eef3f7; }
            footer { margin-top: 1rem; font-size: .9rem; }
            @page { size: A4; margin: 12mm; }
            @media print {
              body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.3; }
              h1 { font-size: 17pt; } h2 { font-size: 12pt; margin: 6pt 0 2pt; } h3 { font-size: 10.5pt; }
              a { color: inherit; text-decoration: none; }
              .call a, .emergency a { font-size: 13pt; }
              .channels > li { padding: 3pt 6pt; margin: 3pt 0; break-inside: avoid; }
              table { font-size: 8.5pt; } th, td { padding: 1.5pt 4pt; } tr { break-inside: avoid; }
              .why { font-size: 8.5pt; }
            }
            """;

    private final Directory directory;
    private final Instant at;
    private final Reachability reachability;

    private ContactPage(Directory directory, Audience audience, Instant at) {
        this.directory = directory.view(audience);
        this.at = at;
        this.reachability = this.directory.reachableAt(at, audience);
    }

    /**
     * The page for an audience at an instant.
     *
     * @param directory the channels
     * @param audience who reads; only channels meant for it are shown
     * @param at the instant
     * @return the page
     */
    public static ContactPage of(Directory directory, Audience audience, Instant at) {
        requireNonNull(at, "at");
        return new ContactPage(directory, requireNonNull(audience, "audience"), at);
    }

    /**
     * When the page stops being right: the next change of any channel.
     *
     * @return the instant, or nothing if nothing changes for a year
     */
    public Optional<Instant> validUntil() {
        return reachability.choices().stream()
                .flatMap(choice -> choice.until().stream())
                .min(Instant::compareTo);
    }

    // Plain text

    /**
     * The page as plain text.
     *
     * @param locale Swedish, or else English
     * @return the text, its lines ended by a line feed
     */
    public String text(Locale locale) {
        TimeText times = times(locale);
        StringBuilder out = new StringBuilder();
        line(out, directory.municipality().name().in(locale));
        line(out, TITLE.in(locale));
        line(out, "");
        line(out, EMERGENCY.in(locale) + " 112.");
        line(out, "");
        line(out, AS_OF.in(locale) + " " + times.dateTime(at) + ".");
        for (OpenState state : List.of(OpenState.OPEN, OpenState.UNKNOWN, OpenState.CLOSED)) {
            List<Reachability.Choice> choices = in(state);
            if (choices.isEmpty() && state != OpenState.OPEN) {
                continue;
            }
            line(out, "");
            line(out, heading(state).in(locale));
            if (choices.isEmpty()) {
                line(out, NOBODY.in(locale));
            }
            for (Reachability.Choice choice : choices) {
                ContactChannel channel = choice.channel();
                line(
                        out,
                        "- " + channel.name().in(locale) + ": "
                                + channel.endpoint().text());
                line(
                        out,
                        "  " + standing(choice).in(locale)
                                + choice.until()
                                        .map(until -> " " + times.dateTime(until))
                                        .orElse("")
                                + ".");
                if (reachability.first().isEmpty()) {
                    channel.fallback().ifPresent(fallback -> line(out, "  " + fallback.in(locale)));
                }
            }
        }
        line(out, "");
        line(out, WEEK.in(locale));
        for (LocalDate day : week()) {
            line(out, "- " + times.date(day) + ":");
            for (ContactChannel channel : directory.channels()) {
                line(out, "  " + channel.name().in(locale) + " " + hours(channel, day, locale));
            }
        }
        line(out, "");
        line(out, NATIONAL.in(locale));
        for (String code : OTHER_CODES) {
            line(out, "- " + code + ": " + ShortCode.of(code).purpose().in(locale));
        }
        return out.toString();
    }

    // HTML

    /**
     * The page as a document of its own, which prints on one sheet of A4 as long as the channels are few.
     *
     * @param locale Swedish, or else English
     * @return an HTML document, to be sent as UTF-8
     */
    public String html(Locale locale) {
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
                """.formatted(
                        language(locale),
                        escape(TITLE.in(locale) + " – "
                                + directory.municipality().name().in(locale)),
                        STYLE,
                        section(locale, 1));
    }

    /**
     * The page as a piece of another page: a {@code section} whose heading is an {@code h2}.
     *
     * @param locale Swedish, or else English
     * @return the markup, without style
     */
    public String fragment(Locale locale) {
        return section(locale, 2);
    }

    private String section(Locale locale, int level) {
        StringBuilder out = new StringBuilder();
        String id = "contact-" + directory.municipality().code();
        out.append("<section lang=\"%s\" aria-labelledby=\"%s\">\n".formatted(language(locale), id));
        out.append("<h%s id=\"%s\">%s</h%s>\n".formatted(level, id, escape(TITLE.in(locale)), level));
        out.append("<p class=\"emergency\">%s %s.</p>\n"
                .formatted(escape(EMERGENCY.in(locale)), link(ShortCode.of("112"))));
        out.append("<p>%s %s.</p>\n".formatted(escape(AS_OF.in(locale)), time(at, locale)));
        out.append("<div role=\"status\">\n");
        for (OpenState state : List.of(OpenState.OPEN, OpenState.UNKNOWN, OpenState.CLOSED)) {
            List<Reachability.Choice> choices = in(state);
            if (choices.isEmpty() && state != OpenState.OPEN) {
                continue;
            }
            out.append(heading(level + 1, heading(state).in(locale)));
            if (choices.isEmpty()) {
                out.append("<p>%s</p>\n".formatted(escape(NOBODY.in(locale))));
                continue;
            }
            out.append("<ul class=\"channels\">\n");
            choices.forEach(choice -> channel(out, choice, locale, level + 2));
            out.append("</ul>\n");
        }
        out.append("</div>\n");
        table(out, locale);
        out.append(heading(level + 1, NATIONAL.in(locale))).append("<ul>\n");
        for (String code : OTHER_CODES) {
            ShortCode found = ShortCode.of(code);
            out.append("<li>%s: %s</li>\n".formatted(link(found), part(found.purpose(), locale)));
        }
        out.append("</ul>\n<footer><p>%s: %s.</p></footer>\n</section>\n"
                .formatted(
                        escape(SIGN_PREFIX.in(locale)),
                        part(directory.municipality().name(), locale)));
        return out.toString();
    }

    private void channel(StringBuilder out, Reachability.Choice choice, Locale locale, int level) {
        ContactChannel channel = choice.channel();
        out.append("<li class=\"%s\">\n".formatted(choice.state().name().toLowerCase(Locale.ROOT)));
        out.append("<h%s>%s</h%s>\n".formatted(level, part(channel.name(), locale), level));
        out.append("<p class=\"call\">%s: %s</p>\n"
                .formatted(escape(capital(channel.modality().text(locale))), link(channel.endpoint())));
        out.append("<p class=\"state\">%s%s.</p>\n"
                .formatted(
                        escape(standing(choice).in(locale)),
                        choice.until().map(until -> " " + time(until, locale)).orElse("")));
        out.append("<p class=\"why\">%s: %s.</p>\n"
                .formatted(escape(WHY.in(locale)), escape(choice.because().text(locale))));
        if (reachability.first().isEmpty()) {
            channel.fallback().ifPresent(fallback -> out.append("<p>%s</p>\n".formatted(part(fallback, locale))));
        }
        out.append("</li>\n");
    }

    private void table(StringBuilder out, Locale locale) {
        out.append(
                "<div class=\"hours\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">\n<table>\n<caption>%s</caption>\n"
                        .formatted(escape(WEEK.in(locale)), escape(WEEK.in(locale))));
        out.append("<thead><tr><th scope=\"col\">%s</th>".formatted(escape(DAY.in(locale))));
        for (ContactChannel channel : directory.channels()) {
            out.append("<th scope=\"col\">%s</th>".formatted(part(channel.name(), locale)));
        }
        out.append("</tr></thead>\n<tbody>\n");
        for (LocalDate day : week()) {
            out.append("<tr><th scope=\"row\"><time datetime=\"%s\">%s</time></th>"
                    .formatted(day, escape(times(locale).date(day))));
            for (ContactChannel channel : directory.channels()) {
                out.append("<td>%s</td>".formatted(escape(hours(channel, day, locale))));
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n</div>\n");
    }

    /** The text in its own language: marked when that is not the page's. */
    private static String part(LocalizedText text, Locale locale) {
        String shown = text.in(locale);
        String language = text.byLanguage().containsKey(locale.toLanguageTag())
                ? locale.toLanguageTag()
                : text.byLanguage().containsKey(locale.getLanguage())
                        ? locale.getLanguage()
                        : text.byLanguage().keySet().iterator().next();
        return language.equals(language(locale))
                        || Locale.forLanguageTag(language).getLanguage().equals(language(locale))
                ? escape(shown)
                : "<span lang=\"%s\">%s</span>".formatted(escape(language), escape(shown));
    }

    private static String link(Endpoint endpoint) {
        return "<a href=\"%s\">%s</a>".formatted(escape(endpoint.uri()), escape(endpoint.text()));
    }

    private String time(Instant instant, Locale locale) {
        ZonedDateTime local = instant.atZone(directory.municipality().zone());
        return "<time datetime=\"%s\">%s</time>"
                .formatted(
                        local.toOffsetDateTime().withNano(0),
                        escape(times(locale).dateTime(instant)));
    }

    private static String heading(int level, String text) {
        return "<h%s>%s</h%s>\n".formatted(level, escape(text), level);
    }

    // Words

    private static LocalizedText heading(OpenState state) {
        return switch (state) {
            case OPEN -> OPEN_NOW;
            case UNKNOWN -> UNKNOWN_NOW;
            case CLOSED -> CLOSED_NOW;
        };
    }

    private static LocalizedText standing(Reachability.Choice choice) {
        boolean changes = choice.until().isPresent();
        return switch (choice.state()) {
            case OPEN -> changes ? CLOSES : ALWAYS;
            case UNKNOWN -> changes ? VAGUE : VAGUE_LONG;
            case CLOSED -> !changes ? SHUT : choice.opensNext() ? OPENS : CLOSED_UNTIL;
        };
    }

    private List<Reachability.Choice> in(OpenState state) {
        return reachability.choices().stream()
                .filter(choice -> choice.state() == state)
                .toList();
    }

    private List<LocalDate> week() {
        LocalDate first = at.atZone(directory.municipality().zone()).toLocalDate();
        return first.datesUntil(first.plusDays(7)).toList();
    }

    /** The open hours of a day as people write them: {@code 00.00–08.00, 16.00–24.00}. */
    private String hours(ContactChannel channel, LocalDate day, Locale locale) {
        Instant start = WallClock.startOf(day, directory.municipality().zone());
        Instant end =
                WallClock.startOf(day.plusDays(1), directory.municipality().zone());
        if (!start.isBefore(end)) {
            return "–";
        }
        Interval whole = Interval.of(start, end);
        TimeText times = times(locale);
        List<Segment> joined = new ArrayList<>();
        for (Segment segment : directory.hours(channel.id(), whole)) {
            Segment before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && before.state() == segment.state()) {
                Interval both = Interval.of(
                        before.interval().getStart(), segment.interval().getEnd());
                joined.set(joined.size() - 1, new Segment(both, before.state(), before.because()));
            } else {
                joined.add(segment);
            }
        }
        List<String> spans = new ArrayList<>();
        for (Segment segment : joined) {
            if (segment.state() == OpenState.CLOSED) {
                continue;
            }
            Interval time = segment.interval();
            String span = time.equals(whole)
                    ? ALL_DAY.in(locale)
                    : times.time(time.getStart()) + "–"
                            + (time.getEnd().equals(end) ? MIDNIGHT.in(locale) : times.time(time.getEnd()));
            spans.add(
                    segment.state() == OpenState.OPEN
                            ? span
                            : UNCERTAIN.in(locale) + (time.equals(whole) ? "" : " " + span));
        }
        return spans.isEmpty() ? CLOSED.in(locale) : String.join(", ", spans);
    }

    private TimeText times(Locale locale) {
        return TimeText.of(locale, directory.municipality().zone());
    }

    private static String language(Locale locale) {
        return TimeText.isSwedish(locale) ? "sv" : "en";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }

    private static String escape(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
