/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static java.util.Objects.requireNonNull;
import static org.municipalsafety.core.publication.Markup.condition;
import static org.municipalsafety.core.publication.Markup.escape;
import static org.municipalsafety.core.publication.Markup.heading;
import static org.municipalsafety.core.publication.Markup.language;
import static org.municipalsafety.core.publication.Markup.line;
import static org.municipalsafety.core.publication.Markup.link;
import static org.municipalsafety.core.publication.Markup.part;
import static org.municipalsafety.core.publication.Markup.plain;
import static org.municipalsafety.core.publication.Markup.plainEndpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.bulletin.Bulletin;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.FallbackStep;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.measure.Measure;
import org.municipalsafety.core.measure.Term;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;

/**
 * A bulletin ready to be published for the public: plain text, or an HTML page (WCAG 2.2 AA in structure).
 *
 * <p>112 comes before every other number. Channels and measures are written from their own data, as they stand when the
 * bulletin is published; what is not open to the public never gets in (rule D3).
 *
 * <p>Immutable and thread-safe.
 */
public final class BulletinPage {

    private static final LocalizedText TALK = LocalizedText.of("Här når du oss", "How to reach us");
    private static final LocalizedText DO = LocalizedText.of("Åtgärder", "Measures");
    private static final LocalizedText UNANSWERED = LocalizedText.of("Om ingen svarar:", "If nobody answers:");
    private static final LocalizedText OR_ELSE = LocalizedText.of("Annars:", "Or else:");
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
        line(out, plain(bulletin.title(), locale));
        line(out, published(locale));
        line(out, "");
        line(out, PageFrame.emergencyText(locale));
        bulletin.paragraphs().forEach(paragraph -> {
            line(out, "");
            line(out, paragraph.in(locale));
        });
        line(out, "");
        for (Measure measure : measures) {
            line(out, "- " + plain(measure.name(), locale) + wording(measure, locale));
        }
        line(out, "");
        line(out, TALK.in(locale));
        for (ContactChannel channel : directory.channels()) {
            line(
                    out,
                    "- " + plain(channel.name(), locale) + ": " + plainEndpoint(channel, locale)
                            + condition(channel)
                                    .map(words -> ". " + words.in(locale))
                                    .orElse(""));
            String lead = UNANSWERED.in(locale);
            for (FallbackStep step : channel.fallback()) {
                line(out, "  " + lead + " " + StepWording.text(directory, step, "", locale));
                lead = OR_ELSE.in(locale);
            }
        }
        line(out, "");
        new WeekOfHours(directory, bulletin.publishAt()).text(out, locale);
        return out.toString();
    }

    /**
     * The bulletin as a page of its own.
     *
     * @param locale the reader's language
     * @return an HTML document in UTF-8
     */
    public String html(Locale locale) {
        return PageFrame.of(
                        locale,
                        bulletin.title().in(locale) + " – "
                                + municipality.name().in(locale))
                .around(article(locale, 1));
    }

    /**
     * The bulletin as a piece of a page that belongs to somebody else; its heading is an {@code h2}.
     *
     * @param locale the reader's language
     * @return an HTML {@code article}, without style
     */
    public String fragment(Locale locale) {
        return article(locale, 2);
    }

    private String article(Locale locale, int level) {
        StringBuilder out = new StringBuilder("<article lang=\"" + language(locale) + "\">\n");
        out.append("<h%s>%s</h%s>\n".formatted(level, part(bulletin.title(), locale), level));
        out.append("<p>%s %s</p>\n"
                .formatted(
                        escape(PUBLISHED.in(locale)), Markup.time(bulletin.publishAt(), municipality.zone(), locale)));
        out.append(PageFrame.emergency(locale));
        bulletin.paragraphs().forEach(paragraph -> out.append("<p>%s</p>\n".formatted(part(paragraph, locale))));
        if (!measures.isEmpty()) {
            out.append(heading(level + 1, DO.in(locale))).append("<ul>\n");
            for (Measure measure : measures) {
                out.append("<li>%s%s</li>\n".formatted(part(measure.name(), locale), escape(wording(measure, locale))));
            }
            out.append("</ul>\n");
        }
        out.append(heading(level + 1, TALK.in(locale))).append("<ul>\n");
        for (ContactChannel channel : directory.channels()) {
            out.append("<li class=\"call\">%s: %s%s"
                    .formatted(
                            part(channel.name(), locale),
                            link(channel),
                            condition(channel)
                                    .map(words -> ". " + escape(words.in(locale)))
                                    .orElse("")));
            String lead = UNANSWERED.in(locale);
            for (FallbackStep step : channel.fallback()) {
                out.append("<br>%s %s".formatted(escape(lead), StepWording.markup(directory, step, "", locale)));
                lead = OR_ELSE.in(locale);
            }
            out.append("</li>\n");
        }
        out.append("</ul>\n");
        new WeekOfHours(directory, bulletin.publishAt()).html(out, locale);
        return out.append("</article>\n").toString();
    }

    private String published(Locale locale) {
        return PUBLISHED.in(locale) + " "
                + TimeText.of(locale, municipality.zone()).dateTime(Markup.minute(bulletin.publishAt()));
    }

    private String wording(Measure measure, Locale locale) {
        return measure.termAt(bulletin.publishAt())
                .map(Term::wording)
                .map(wording -> " (" + wording.in(locale) + ")")
                .orElse("");
    }
}
