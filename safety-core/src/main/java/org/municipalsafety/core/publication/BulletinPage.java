/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static java.util.Objects.requireNonNull;

import com.google.common.html.HtmlEscapers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.bulletin.Bulletin;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.OpenState;
import org.municipalsafety.core.channel.Segment;
import org.municipalsafety.core.channel.ShortCode;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.measure.Measure;
import org.municipalsafety.core.measure.Term;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * A bulletin ready to be published for the public: plain text, or an HTML page (WCAG 2.2 AA in structure).
 *
 * <p>112 comes before every other number. Channels and measures are written from their own data, as they stand when the
 * bulletin is published; what is not open to the public never gets in (rule D3).
 *
 * <p>Immutable and thread-safe.
 */
public final class BulletinPage {

    private static final LocalizedText EMERGENCY = LocalizedText.of(
            "Vid fara för liv, egendom eller miljö: ring 112.",
            "If life, property or the environment is in danger: call 112.");
    private static final LocalizedText TALK = LocalizedText.of("Här når du oss", "How to reach us");
    private static final LocalizedText DO = LocalizedText.of("Åtgärder", "Measures");
    private static final LocalizedText WEEK = LocalizedText.of("Telefontider dag för dag", "Opening hours day by day");
    private static final LocalizedText UNANSWERED = LocalizedText.of("Om ingen svarar:", "If nobody answers:");
    private static final LocalizedText DAY = LocalizedText.of("Dag", "Day");
    private static final LocalizedText ALL_DAY = LocalizedText.of("hela dygnet", "all day and night");
    private static final LocalizedText CLOSED = LocalizedText.of("stängt", "closed");
    private static final LocalizedText MIDNIGHT = LocalizedText.of("24.00", "24:00");
    private static final LocalizedText UNKNOWN = LocalizedText.of("osäkert, ring och hör", "not certain, call and ask");
    private static final LocalizedText PUBLISHED = LocalizedText.of("Publicerat", "Published");

    private final Bulletin bulletin;
    private final Municipality municipality;
    private final List<Measure> measures;
    private final Directory directory;

    private BulletinPage(Bulletin bulletin, List<Measure> measures, Directory directory) {
        this.bulletin = bulletin;
        this.municipality = directory.municipality();
        this.measures = measures;
        this.directory = directory;
    }

    /**
     * Prepares a bulletin for the public.
     *
     * @param bulletin the bulletin, of the class {@link Disclosure#OPEN}
     * @param measures the measures of its situation; those that it names and the public may see are presented
     * @param directory the municipality's channels; those of the public are presented
     * @return the publication
     * @throws IllegalArgumentException if the bulletin is not open to the public
     */
    public static BulletinPage of(Bulletin bulletin, List<Measure> measures, Directory directory) {
        requireNonNull(directory, "directory");
        if (bulletin.disclosure() != Disclosure.OPEN) {
            throw new IllegalArgumentException("""
                    The bulletin %s is %s; only an OPEN one is published for everybody.
                    Maybe its class has not been decided yet.""".formatted(bulletin.id(), bulletin.disclosure()));
        }
        List<Measure> named = new ArrayList<>();
        for (String id : bulletin.measures()) {
            measures.stream()
                    .filter(measure -> measure.id().equals(id))
                    .filter(measure -> Audience.PUBLIC.maySee(measure.disclosure()))
                    .forEach(named::add);
        }
        return new BulletinPage(bulletin, named, directory.view(Audience.PUBLIC));
    }

    /**
     * The bulletin as plain text.
     *
     * @param locale the reader's language
     * @return the text, its lines ended by a line feed
     */
    public String text(Locale locale) {
        StringBuilder out = new StringBuilder();
        line(out, bulletin.title().in(locale));
        line(out, published(locale));
        line(out, "");
        line(out, EMERGENCY.in(locale));
        bulletin.paragraphs().forEach(paragraph -> {
            line(out, "");
            line(out, paragraph.in(locale));
        });
        line(out, "");
        for (Measure measure : measures) {
            line(out, "- " + measure.name().in(locale) + wording(measure, locale));
        }
        line(out, "");
        line(out, TALK.in(locale));
        for (ContactChannel channel : directory.channels()) {
            line(
                    out,
                    "- " + channel.name().in(locale) + ": " + channel.endpoint().text());
            channel.fallback()
                    .ifPresent(otherwise -> line(out, "  " + UNANSWERED.in(locale) + " " + otherwise.in(locale)));
        }
        line(out, "");
        line(out, WEEK.in(locale));
        for (LocalDate day : week()) {
            line(out, "- " + times(locale).date(day) + ":");
            for (ContactChannel channel : directory.channels()) {
                line(out, "  " + channel.name().in(locale) + " " + hours(channel, day, locale));
            }
        }
        return out.toString();
    }

    /**
     * The bulletin as a page of its own.
     *
     * @param locale the reader's language
     * @return an HTML document in UTF-8
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
                body { margin: 0 auto; padding: 1rem; max-width: 44rem; font: 1.05rem/1.55 system-ui, Arial, sans-serif; color: #1b1b1b; }
                h1 { line-height: 1.2; } table { border-collapse: collapse; width: 100%%; font-size: .9rem; } caption { text-align: left; font-weight: 700; } th, td { border: 1px solid #b4b4b4; padding: .3rem .4rem; text-align: left; vertical-align: top; } a { color: #00417a; } li { margin: .35rem 0; }
                .hours { overflow-x: auto; } .hours:focus-visible { outline: 3px solid #00417a; }
                .emergency { border-left: .4rem solid #7a1f00; background: #eef3f7; padding: .6rem .8rem; font-weight: 700; }
                .call { font-size: 1.3rem; font-weight: 700; white-space: nowrap; }
                @media print { body { font-size: 11pt; max-width: none; } a { color: inherit; } }
                </style>
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(
                escape(locale.toLanguageTag()),
                escape(bulletin.title().in(locale) + " – " + municipality.name().in(locale)),
                fragment(locale));
    }

    /**
     * The bulletin as a piece of a page that belongs to somebody else.
     *
     * @param locale the reader's language
     * @return an HTML {@code article}
     */
    public String fragment(Locale locale) {
        StringBuilder out = new StringBuilder("<article lang=\"" + escape(locale.toLanguageTag()) + "\">\n");
        out.append("<h1>").append(escape(bulletin.title().in(locale))).append("</h1>\n");
        out.append("<p><time datetime=\"")
                .append(bulletin.publishAt().atZone(municipality.zone()).toOffsetDateTime())
                .append("\">")
                .append(escape(published(locale)))
                .append("</time></p>\n");
        String emergency = escape(EMERGENCY.in(locale));
        out.append("<p class=\"emergency\">")
                .append(emergency.replace(
                        "112", "<a href=\"" + ShortCode.of("112").uri() + "\">112</a>"))
                .append("</p>\n");
        bulletin.paragraphs()
                .forEach(paragraph ->
                        out.append("<p>").append(escape(paragraph.in(locale))).append("</p>\n"));
        if (!measures.isEmpty()) {
            out.append("<h2>").append(escape(DO.in(locale))).append("</h2>\n<ul>\n");
            for (Measure measure : measures) {
                out.append("<li>")
                        .append(escape(measure.name().in(locale) + wording(measure, locale)))
                        .append("</li>\n");
            }
            out.append("</ul>\n");
        }
        out.append("<h2>").append(escape(TALK.in(locale))).append("</h2>\n<ul>\n");
        for (ContactChannel channel : directory.channels()) {
            out.append("<li>")
                    .append(escape(channel.name().in(locale)))
                    .append(": <a class=\"call\" href=\"")
                    .append(escape(channel.endpoint().uri()))
                    .append("\">")
                    .append(escape(channel.endpoint().text()))
                    .append("</a>");
            channel.fallback()
                    .ifPresent(otherwise ->
                            out.append("<br>").append(escape(UNANSWERED.in(locale) + " " + otherwise.in(locale))));
            out.append("</li>\n");
        }
        out.append("</ul>\n<div class=\"hours\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(escape(WEEK.in(locale)))
                .append("\">\n<table>\n<caption>")
                .append(escape(WEEK.in(locale)))
                .append("</caption>\n<thead><tr><th scope=\"col\">");
        out.append(escape(DAY.in(locale))).append("</th>");
        directory
                .channels()
                .forEach(channel -> out.append("<th scope=\"col\">")
                        .append(escape(channel.name().in(locale)))
                        .append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (LocalDate day : week()) {
            out.append("<tr><th scope=\"row\"><time datetime=\"")
                    .append(day)
                    .append("\">")
                    .append(escape(times(locale).date(day)))
                    .append("</time></th>");
            directory
                    .channels()
                    .forEach(channel -> out.append("<td>")
                            .append(escape(hours(channel, day, locale)))
                            .append("</td>"));
            out.append("</tr>\n");
        }
        return out.append("</tbody>\n</table>\n</div>\n</article>\n").toString();
    }

    private List<LocalDate> week() {
        LocalDate first = bulletin.publishAt().atZone(municipality.zone()).toLocalDate();
        return first.datesUntil(first.plusDays(7)).toList();
    }

    /** The open hours of a day as people write them: {@code 00.00–08.00, 16.00–24.00}. */
    private String hours(ContactChannel channel, LocalDate day, Locale locale) {
        Interval whole = WallClock.days(day, day.plusDays(1), municipality.zone());
        TimeText times = times(locale);
        List<String> spans = new ArrayList<>();
        for (Segment segment : directory.hours(channel.id(), whole)) {
            if (segment.state() == OpenState.CLOSED) {
                continue;
            }
            boolean toMidnight = segment.interval().getEnd().equals(whole.getEnd());
            String span = segment.interval().equals(whole)
                    ? ALL_DAY.in(locale)
                    : times.time(segment.interval().getStart()) + "–"
                            + (toMidnight
                                    ? MIDNIGHT.in(locale)
                                    : times.time(segment.interval().getEnd()));
            spans.add(segment.state() == OpenState.UNKNOWN ? span + " (" + UNKNOWN.in(locale) + ")" : span);
        }
        return spans.isEmpty() ? CLOSED.in(locale) : String.join(", ", spans);
    }

    private TimeText times(Locale locale) {
        return TimeText.of(locale, municipality.zone());
    }

    private String published(Locale locale) {
        return PUBLISHED.in(locale) + " " + times(locale).dateTime(bulletin.publishAt());
    }

    private String wording(Measure measure, Locale locale) {
        return measure.termAt(bulletin.publishAt())
                .map(Term::wording)
                .map(wording -> " (" + wording.in(locale) + ")")
                .orElse("");
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }

    private static String escape(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
