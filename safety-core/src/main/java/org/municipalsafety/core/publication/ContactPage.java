/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static java.util.Objects.requireNonNull;
import static org.municipalsafety.core.publication.Markup.condition;
import static org.municipalsafety.core.publication.Markup.escape;
import static org.municipalsafety.core.publication.Markup.heading;
import static org.municipalsafety.core.publication.Markup.language;
import static org.municipalsafety.core.publication.Markup.languages;
import static org.municipalsafety.core.publication.Markup.line;
import static org.municipalsafety.core.publication.Markup.link;
import static org.municipalsafety.core.publication.Markup.minute;
import static org.municipalsafety.core.publication.Markup.part;
import static org.municipalsafety.core.publication.Markup.plain;
import static org.municipalsafety.core.publication.Markup.plainEndpoint;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.Reachability;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.endpoint.ShortCode;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.core.time.WallClock;

/**
 * "Här når du oss nu": who can be reached at an instant and in the seven days from then, for one audience.
 *
 * <pre>{@code
 * var page = ContactPage.of(directory, Audience.PUBLIC, now);
 * page.html(Locale.forLanguageTag("sv"));   // a whole page
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
            "Det är inte säkert att någon svarar. Säkert besked igen",
            "It is not certain that anybody answers. Certain again");
    private static final LocalizedText VAGUE_LONG =
            LocalizedText.of("Det är inte säkert att någon svarar.", "It is not certain that anybody answers.");
    private static final LocalizedText INSTEAD = LocalizedText.of("I stället", "Instead");
    private static final LocalizedText OR_ELSE = LocalizedText.of("Annars", "Or else");
    private static final LocalizedText IS_OPEN = LocalizedText.of("öppet nu", "open now");
    private static final LocalizedText IS_UNKNOWN = LocalizedText.of("osäkert just nu", "not certain now");
    private static final LocalizedText NOTHING_HELPS = LocalizedText.of(
            "Inget som brukar ersätta den är säkert öppet just nu.",
            "Nothing that usually stands in for it is certain to be open now.");
    private static final LocalizedText VIA = LocalizedText.of("Nås via", "Reached through");
    private static final LocalizedText LANGUAGES = LocalizedText.of("Språk", "Languages");
    private static final LocalizedText WHY = LocalizedText.of("Varför", "Why");
    private static final LocalizedText NATIONAL =
            LocalizedText.of("Nummer som gäller i hela landet", "Numbers for all of Sweden");
    private static final LocalizedText SIGN_PREFIX = LocalizedText.of("Avsändare", "Published by");

    /** The codes of the notice beside 112, in the order in which they are asked for. */
    private static final List<String> OTHER_CODES = List.of("113 13", "114 14", "1177");

    private final Directory directory;
    private final Instant at;
    private final Quoted quoted;
    private final Reachability reachability;

    private ContactPage(Directory directory, Audience audience, Instant at) {
        this.directory = directory.view(audience);
        this.at = at;
        this.quoted = new Quoted(this.directory);
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
     * When the page stops being right: at the next change of any channel, and at midnight at the latest, when the days
     * of the table and the reasons are others.
     *
     * @return the instant
     */
    public Instant validUntil() {
        ZoneId zone = directory.municipality().zone();
        Instant midnight = WallClock.startOf(at.atZone(zone).toLocalDate().plusDays(1), zone);
        return reachability.choices().stream()
                .flatMap(choice -> choice.until().stream())
                .filter(midnight::isAfter)
                .min(Instant::compareTo)
                .orElse(midnight);
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
        line(out, plain(directory.municipality().name(), locale));
        line(out, TITLE.in(locale));
        line(out, "");
        line(out, PageFrame.emergencyText(locale));
        line(out, "");
        line(out, AS_OF.in(locale) + " " + times.dateTime(minute(at)) + ".");
        for (OpenState state : List.of(OpenState.OPEN, OpenState.UNKNOWN, OpenState.CLOSED)) {
            List<Reachability.Choice> choices = in(state);
            if (choices.isEmpty() && state != OpenState.OPEN) {
                continue;
            }
            line(out, "");
            line(out, group(state).in(locale));
            if (choices.isEmpty()) {
                line(out, NOBODY.in(locale));
            }
            for (Reachability.Choice choice : choices) {
                ContactChannel channel = choice.channel();
                line(out, "- " + plain(channel.name(), locale) + ": " + plainEndpoint(channel, locale));
                condition(channel).ifPresent(words -> line(out, "  " + words.in(locale)));
                via(directory, channel)
                        .ifPresent(first -> line(out, "  " + VIA.in(locale) + " " + plain(first.name(), locale) + "."));
                if (!channel.languages().isEmpty()) {
                    line(out, "  " + LANGUAGES.in(locale) + ": " + languages(channel, locale) + ".");
                }
                line(
                        out,
                        "  " + standing(choice).in(locale)
                                + choice.until()
                                        .map(until -> " " + times.dateTime(minute(until)))
                                        .orElse("")
                                + ".");
                for (Reachability.Alternative step : shown(choice)) {
                    line(
                            out,
                            "  " + lead(choice, step).in(locale) + ": "
                                    + StepWording.text(directory, step.step(), certainty(step, locale), locale));
                }
                if (isStuck(choice)) {
                    line(out, "  " + NOTHING_HELPS.in(locale));
                }
            }
        }
        line(out, "");
        new WeekOfHours(directory, at).text(out, locale);
        if (isInSweden(directory)) {
            line(out, "");
            line(out, NATIONAL.in(locale));
            for (String code : OTHER_CODES) {
                line(out, "- " + code + ": " + ShortCode.of(code).purpose().in(locale));
            }
        }
        return out.toString();
    }

    // HTML

    /**
     * The page as a document of its own. It tells how things stand now; what is put up on a wall is a
     * {@link ContactNotice}.
     *
     * @param locale Swedish, or else English
     * @return an HTML document, to be sent as UTF-8
     */
    public String html(Locale locale) {
        return PageFrame.of(
                        locale,
                        TITLE.in(locale) + " – "
                                + directory.municipality().name().in(locale))
                .around(section(locale, 1));
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
        String id = "contact-" + directory.municipality().code() + "-" + language(locale);
        out.append("<section lang=\"%s\" aria-labelledby=\"%s\">\n".formatted(language(locale), id));
        out.append("<h%s id=\"%s\">%s</h%s>\n".formatted(level, id, escape(TITLE.in(locale)), level));
        out.append(PageFrame.emergency(locale));
        out.append("<p>%s %s.</p>\n".formatted(escape(AS_OF.in(locale)), time(at, locale)));
        out.append("<div role=\"status\">\n");
        for (OpenState state : List.of(OpenState.OPEN, OpenState.UNKNOWN, OpenState.CLOSED)) {
            List<Reachability.Choice> choices = in(state);
            if (choices.isEmpty() && state != OpenState.OPEN) {
                continue;
            }
            out.append(heading(level + 1, group(state).in(locale)));
            if (choices.isEmpty()) {
                out.append("<p>%s</p>\n".formatted(escape(NOBODY.in(locale))));
                continue;
            }
            out.append("<ul class=\"channels\">\n");
            choices.forEach(choice -> channel(out, choice, locale, level + 2));
            out.append("</ul>\n");
        }
        out.append("</div>\n");
        new WeekOfHours(directory, at).html(out, locale);
        return out.append(end(directory, locale, level)).append("</section>\n").toString();
    }

    /** The numbers beside 112, and whose page it is. */
    static String end(Directory directory, Locale locale, int level) {
        StringBuilder out = new StringBuilder();
        if (isInSweden(directory)) {
            out.append(heading(level + 1, NATIONAL.in(locale))).append("<ul class=\"national\">\n");
            for (String code : OTHER_CODES) {
                ShortCode found = ShortCode.of(code);
                out.append("<li>%s: %s</li>\n".formatted(link(found), part(found.purpose(), locale)));
            }
            out.append("</ul>\n");
        }
        return out.append("<footer><p>%s: %s.</p></footer>\n"
                        .formatted(
                                escape(SIGN_PREFIX.in(locale)),
                                part(directory.municipality().name(), locale)))
                .toString();
    }

    private void channel(StringBuilder out, Reachability.Choice choice, Locale locale, int level) {
        ContactChannel channel = choice.channel();
        out.append("<li class=\"%s\">\n".formatted(choice.state().name().toLowerCase(Locale.ROOT)));
        out.append("<h%s>%s</h%s>\n".formatted(level, part(channel.name(), locale), level));
        out.append(facts(directory, channel, locale));
        out.append("<p class=\"state\">%s%s.</p>\n"
                .formatted(
                        escape(standing(choice).in(locale)),
                        choice.until().map(until -> " " + time(until, locale)).orElse("")));
        out.append("<p class=\"why\">%s: %s.</p>\n"
                .formatted(escape(WHY.in(locale)), quoted.markup(choice.because(), locale)));
        for (Reachability.Alternative step : shown(choice)) {
            out.append("<p class=\"instead\">%s: %s</p>\n"
                    .formatted(
                            escape(lead(choice, step).in(locale)),
                            StepWording.markup(directory, step.step(), certainty(step, locale), locale)));
        }
        if (isStuck(choice)) {
            out.append("<p class=\"instead\">%s</p>\n".formatted(escape(NOTHING_HELPS.in(locale))));
        }
        out.append("</li>\n");
    }

    /** How a channel is reached: its number or address, what that needs, who answers first, in which languages. */
    static String facts(Directory directory, ContactChannel channel, Locale locale) {
        StringBuilder out = new StringBuilder();
        out.append("<p class=\"call\">%s: %s</p>\n"
                .formatted(escape(capital(channel.modality().text(locale))), link(channel)));
        condition(channel).ifPresent(words -> out.append("<p>%s</p>\n".formatted(escape(words.in(locale)))));
        via(directory, channel)
                .ifPresent(first -> out.append(
                        "<p class=\"via\">%s %s.</p>\n".formatted(escape(VIA.in(locale)), part(first.name(), locale))));
        if (!channel.languages().isEmpty()) {
            out.append("<p class=\"languages\">%s: %s.</p>\n"
                    .formatted(escape(LANGUAGES.in(locale)), escape(languages(channel, locale))));
        }
        return out.toString();
    }

    // What to do instead of a channel

    /** The steps as far as the one that helps; those that are closed are passed by, those not certain are told. */
    private static List<Reachability.Alternative> shown(Reachability.Choice choice) {
        List<Reachability.Alternative> shown = new ArrayList<>();
        for (Reachability.Alternative step : choice.otherwise()) {
            if (step.target().map(Reachability.Choice::state).orElse(OpenState.OPEN) != OpenState.CLOSED) {
                shown.add(step);
            }
            if (step.helps()) {
                break;
            }
        }
        return shown;
    }

    private static LocalizedText lead(Reachability.Choice choice, Reachability.Alternative step) {
        return shown(choice).indexOf(step) == 0 ? INSTEAD : OR_ELSE;
    }

    private static boolean isStuck(Reachability.Choice choice) {
        return !choice.otherwise().isEmpty() && choice.instead().isEmpty();
    }

    private static String certainty(Reachability.Alternative step, Locale locale) {
        return step.target()
                .map(target -> (target.state() == OpenState.OPEN ? IS_OPEN : IS_UNKNOWN).in(locale))
                .orElse("");
    }

    private static Optional<ContactChannel> via(Directory directory, ContactChannel channel) {
        return channel.via().flatMap(directory::channel);
    }

    /** The numbers beside 112 are Sweden's own. */
    private static boolean isInSweden(Directory directory) {
        return directory.calendar().country().equals(SwedishCalendar.COUNTRY);
    }

    private String time(Instant instant, Locale locale) {
        return Markup.time(instant, directory.municipality().zone(), locale);
    }

    // Words

    private static LocalizedText group(OpenState state) {
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

    private TimeText times(Locale locale) {
        return TimeText.of(locale, directory.municipality().zone());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
