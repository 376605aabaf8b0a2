/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static java.util.Objects.requireNonNull;
import static org.municipalsafety.core.publication.Markup.escape;
import static org.municipalsafety.core.publication.Markup.heading;
import static org.municipalsafety.core.publication.Markup.language;
import static org.municipalsafety.core.publication.Markup.part;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.FallbackStep;
import org.municipalsafety.core.daypattern.DayPatterns;
import org.municipalsafety.core.daypattern.DayPatterns.Deviation;
import org.municipalsafety.core.daypattern.DayPatterns.Span;
import org.municipalsafety.core.daypattern.DayPatterns.Stretch;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;

/**
 * "Så når du oss", a notice to print and put up: for each channel its number, its hours by the day of the week and what
 * to do when it is closed; then the days that differ; and the days for which it holds.
 *
 * <pre>{@code
 * var notice = ContactNotice.of(directory, Audience.PUBLIC, today, today.plusWeeks(6));
 * notice.html(Locale.forLanguageTag("sv"));   // prints on one sheet of A4 with up to ten channels
 * }</pre>
 *
 * <p>What hangs on a wall is read at any time, so nothing in it is about now; {@link ContactPage} is.
 *
 * <p>Immutable and thread-safe.
 */
public final class ContactNotice {

    private static final LocalizedText TITLE = LocalizedText.of("Så når du oss", "How to reach us");
    private static final LocalizedText VALID = LocalizedText.of("Gäller från och med", "Valid from");
    private static final LocalizedText THROUGH = LocalizedText.of("till och med", "to");
    private static final LocalizedText CHANNEL = LocalizedText.of("Vart du vänder dig", "Where to turn");
    private static final LocalizedText HOURS = LocalizedText.of("Öppettider", "Hours");
    private static final LocalizedText WHEN_CLOSED = LocalizedText.of("När det är stängt", "When it is closed");
    private static final LocalizedText NOTHING = LocalizedText.of("–", "–");
    private static final LocalizedText OR_ELSE = LocalizedText.of("Annars", "Or else");
    private static final LocalizedText OTHER_DAYS = LocalizedText.of("Dagar med andra tider", "Days with other hours");
    private static final LocalizedText NO_OTHER_DAYS = LocalizedText.of("Inga.", "None.");
    private static final LocalizedText EVERY_DAY = LocalizedText.of("alla dagar", "every day");
    private static final LocalizedText ALL_DAY = LocalizedText.of("dygnet runt", "all day and night");
    private static final LocalizedText CLOSED = LocalizedText.of("stängt", "closed");
    private static final LocalizedText UNCERTAIN = LocalizedText.of("osäkert", "not certain");

    private final Directory directory;
    private final LocalDate first;
    private final LocalDate last;
    private final Map<ContactChannel, DayPatterns> patterns = new LinkedHashMap<>();

    private ContactNotice(Directory directory, LocalDate startInclusive, LocalDate endExclusive) {
        this.directory = directory;
        this.first = startInclusive;
        this.last = endExclusive.minusDays(1);
        for (ContactChannel channel : directory.channels()) {
            patterns.put(channel, new DayPatterns(directory, channel.id(), startInclusive, endExclusive));
        }
    }

    /**
     * The notice for an audience and for certain days.
     *
     * @param directory the channels
     * @param audience who reads; only channels meant for it are shown
     * @param startInclusive the first day for which it holds
     * @param endExclusive the day after the last
     * @return the notice
     * @throws IllegalArgumentException if there are no days
     */
    public static ContactNotice of(
            Directory directory, Audience audience, LocalDate startInclusive, LocalDate endExclusive) {
        requireNonNull(audience, "audience");
        if (!startInclusive.isBefore(endExclusive)) {
            throw new IllegalArgumentException(
                    "The days from %s until %s are none.".formatted(startInclusive, endExclusive));
        }
        return new ContactNotice(directory.view(audience), startInclusive, endExclusive);
    }

    /**
     * The notice as a document of its own, which prints on one sheet of A4 with up to ten channels.
     *
     * @param locale Swedish, or else English
     * @return an HTML document, to be sent as UTF-8
     */
    public String html(Locale locale) {
        StringBuilder out = new StringBuilder();
        out.append(heading(1, TITLE.in(locale)));
        out.append(PageFrame.emergency(locale));
        out.append("<p>%s %s %s %s.</p>\n"
                .formatted(
                        escape(VALID.in(locale)), time(first, locale), escape(THROUGH.in(locale)), time(last, locale)));
        out.append("<table>\n<thead><tr>");
        for (LocalizedText head : List.of(CHANNEL, HOURS, WHEN_CLOSED)) {
            out.append("<th scope=\"col\">%s</th>".formatted(escape(head.in(locale))));
        }
        out.append("</tr></thead>\n<tbody>\n");
        patterns.forEach((channel, days) -> {
            out.append("<tr><th scope=\"row\">\n<p class=\"name\">%s</p>\n%s</th>\n"
                    .formatted(part(channel.name(), locale), ContactPage.facts(directory, channel, locale)));
            out.append("<td>\n%s</td>\n<td>\n%s</td></tr>\n".formatted(hours(days, locale), steps(channel, locale)));
        });
        out.append("</tbody>\n</table>\n");
        out.append(heading(2, OTHER_DAYS.in(locale))).append(otherDays(locale));
        out.append(ContactPage.end(directory, locale, 1));
        return PageFrame.of(
                        locale,
                        TITLE.in(locale) + " – "
                                + directory.municipality().name().in(locale))
                .around("<section class=\"notice\" lang=\"%s\">\n%s</section>\n".formatted(language(locale), out));
    }

    private String hours(DayPatterns days, Locale locale) {
        StringBuilder out = new StringBuilder();
        for (Stretch stretch : days.stretches()) {
            if (days.stretches().size() > 1) {
                out.append("<p>%s %s %s:</p>\n"
                        .formatted(
                                time(stretch.first(), locale),
                                escape(THROUGH.in(locale)),
                                time(stretch.last(), locale)));
            }
            Map<List<Span>, Set<DayOfWeek>> alike = new LinkedHashMap<>();
            stretch.week()
                    .forEach((day, spans) -> alike.computeIfAbsent(spans, key -> EnumSet.noneOf(DayOfWeek.class))
                            .add(day));
            alike.forEach((spans, named) ->
                    out.append("<p>%s: %s</p>\n".formatted(escape(names(named, locale)), words(spans, locale))));
        }
        return out.toString();
    }

    private String steps(ContactChannel channel, Locale locale) {
        if (channel.fallback().isEmpty()) {
            return "<p>%s</p>\n".formatted(NOTHING.in(locale));
        }
        StringBuilder out = new StringBuilder();
        for (FallbackStep step : channel.fallback()) {
            String lead = out.length() == 0 ? "" : escape(OR_ELSE.in(locale)) + ": ";
            out.append("<p>%s%s</p>\n".formatted(lead, StepWording.markup(directory, step, "", locale)));
        }
        return out.toString();
    }

    /** In order of days; days that differ alike are told together, and so are channels of the same hours. */
    private String otherDays(Locale locale) {
        Map<LocalDate, Map<LocalDate, Map<String, List<String>>>> found = new TreeMap<>();
        patterns.forEach((channel, days) -> {
            for (Deviation deviation : days.deviations()) {
                LocalDate from = deviation.first().isBefore(first) ? first : deviation.first();
                LocalDate until = deviation.last().isAfter(last) ? last : deviation.last();
                found.computeIfAbsent(from, key -> new TreeMap<>())
                        .computeIfAbsent(until, key -> new LinkedHashMap<>())
                        .computeIfAbsent(words(deviation.spans(), locale), key -> new ArrayList<>())
                        .add(part(channel.name(), locale));
            }
        });
        if (found.isEmpty()) {
            return "<p>%s</p>\n".formatted(escape(NO_OTHER_DAYS.in(locale)));
        }
        Map<String, List<String>> days = new LinkedHashMap<>();
        found.forEach((from, ends) -> ends.forEach((until, byHours) -> days.computeIfAbsent(
                        byHours.entrySet().stream()
                                .map(entry -> String.join(", ", entry.getValue()) + " " + entry.getKey())
                                .collect(Collectors.joining("; ")),
                        key -> new ArrayList<>())
                .add(time(from, locale)
                        + (from.equals(until) ? "" : " " + escape(THROUGH.in(locale)) + " " + time(until, locale)))));
        StringBuilder out = new StringBuilder("<ul>\n");
        days.forEach((hours, dates) -> out.append("<li>%s: %s.</li>\n".formatted(String.join(", ", dates), hours)));
        return out.append("</ul>\n").toString();
    }

    /** The hours of a day as HTML: {@code 00.00–08.00, 16.00–24.00}. */
    private static String words(List<Span> spans, Locale locale) {
        if (spans.isEmpty()) {
            return escape(CLOSED.in(locale));
        }
        return spans.stream().map(span -> words(span, locale)).collect(Collectors.joining(", "));
    }

    private static String words(Span span, Locale locale) {
        String time = span.isWholeDay()
                ? escape(ALL_DAY.in(locale))
                : clock(span.start(), locale) + "–" + clock(span.end(), locale);
        if (span.state() == OpenState.OPEN) {
            return time;
        }
        return escape(UNCERTAIN.in(locale))
                + (span.isWholeDay() ? "" : " " + time)
                + span.wording().map(words -> " (" + part(words, locale) + ")").orElse("");
    }

    private static String clock(String time, Locale locale) {
        return TimeText.isSwedish(locale) ? time.replace(':', '.') : time;
    }

    /** Three days in a row and more as a range. */
    private static String names(Set<DayOfWeek> days, Locale locale) {
        if (days.size() == 7) {
            return EVERY_DAY.in(locale);
        }
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            int end = i;
            while (end <= 7 && days.contains(DayOfWeek.of(end))) {
                end++;
            }
            if (end - i > 2) {
                parts.add(name(i, locale) + "–" + name(end - 1, locale));
            } else {
                for (int day = i; day < end; day++) {
                    parts.add(name(day, locale));
                }
            }
            i = Math.max(i, end - 1);
        }
        return String.join(", ", parts);
    }

    private static String name(int day, Locale locale) {
        return DayOfWeek.of(day).getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language(locale)));
    }

    private String time(LocalDate date, Locale locale) {
        return "<time datetime=\"%s\">%s</time>"
                .formatted(
                        date,
                        escape(TimeText.of(locale, directory.municipality().zone())
                                .date(date)));
    }
}
