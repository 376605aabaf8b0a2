/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.exchange;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.FallbackStep;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.endpoint.EmailAddress;
import org.municipalsafety.core.endpoint.Endpoint;
import org.municipalsafety.core.endpoint.GeographicNumber;
import org.municipalsafety.core.endpoint.Modality;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.internal.DayPatterns;
import org.municipalsafety.core.internal.DayPatterns.Deviation;
import org.municipalsafety.core.internal.DayPatterns.Span;
import org.municipalsafety.core.internal.DayPatterns.Stretch;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;

/**
 * Writes the hours of channels for others.
 *
 * <pre>{@code
 * Exports.openingHours(directory, Audience.PUBLIC, "kontaktcenter", first, last, locale).text();
 *         // Mo-Fr 08:00-16:00; 2026 Dec 25 off; …
 * Exports.schemaOrg(directory, Audience.PUBLIC, first, last, locale);     // JSON-LD for a web page
 * Exports.deviations(directory, Audience.PUBLIC, first, last, now, 0, locale);   // a calendar to subscribe to
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 */
public final class Exports {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\u2028\u2029]+");
    /** What a tag of OpenStreetMap may hold. */
    private static final int OSM_LENGTH = 255;

    private static final String[] OSM_DAYS = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
    private static final LocalizedText CLOSED = LocalizedText.of("stängt", "closed");
    private static final LocalizedText WHILE_CLOSED = LocalizedText.of("När det är stängt", "While it is closed");
    private static final LocalizedText UNCERTAIN = LocalizedText.of("osäkert", "not certain");
    private static final LocalizedText OPEN = LocalizedText.of("öppet", "open");
    private static final LocalizedText ALL_DAY = LocalizedText.of("dygnet runt", "all day and night");

    private Exports() {}

    // OpenStreetMap

    /**
     * A channel's hours as an OpenStreetMap {@code opening_hours} text that means the same by calendar days: split at
     * midnight, with seasons by their dates, and with each day that differs from its week spelled out by its date.
     * Hours that are not known are {@code unknown} with the published words.
     *
     * @param directory the channels
     * @param audience who may read it
     * @param channel the id of the channel; one that depends on others is written as it works out
     * @param startInclusive the first day
     * @param endExclusive the day after the last
     * @param locale the language of published words: Swedish, or else English
     * @return the text, and what it does not say: that it is good for these days only, the fallback, the channel that
     *     answers first; and whether it is longer than OpenStreetMap takes
     * @throws IllegalArgumentException if the audience may see no such channel, or there are no days
     */
    public static Export openingHours(
            Directory directory,
            Audience audience,
            String channel,
            LocalDate startInclusive,
            LocalDate endExclusive,
            Locale locale) {
        Directory seen = directory.view(audience);
        DayPatterns patterns = new DayPatterns(seen, channel, startInclusive, endExclusive);
        List<String> rules = new ArrayList<>();
        Map<DayOfWeek, List<Span>> usual = longest(patterns.stretches());
        byHours(usual).forEach((spans, days) -> {
            if (!spans.isEmpty()) {
                rules.add(osmRule(osmDays(days), spans, locale));
            }
        });
        if (rules.isEmpty()) {
            rules.add("off");
        }
        if (rules.equals(List.of("Mo-Su 00:00-24:00"))) {
            rules.set(0, "24/7");
        }
        for (Stretch stretch : patterns.stretches()) {
            Map<DayOfWeek, List<Span>> other = new EnumMap<>(stretch.week());
            other.entrySet().removeAll(usual.entrySet());
            other.keySet()
                    .retainAll(stretch.first()
                            .datesUntil(stretch.last().plusDays(1))
                            .limit(7)
                            .map(LocalDate::getDayOfWeek)
                            .toList());
            byHours(other)
                    .forEach((spans, days) -> rules.add(osmInstead(
                            osmDates(stretch.first(), stretch.last()) + " " + osmDays(days), spans, locale)));
        }
        for (Deviation deviation : patterns.deviations()) {
            LocalDate first = deviation.first().isBefore(startInclusive) ? startInclusive : deviation.first();
            LocalDate last = deviation.last().isBefore(endExclusive) ? deviation.last() : endExclusive.minusDays(1);
            rules.add(osmInstead(osmDates(first, last), deviation.spans(), locale));
        }
        String text = String.join("; ", rules);
        List<String> losses = new ArrayList<>();
        if (!patterns.isWeekly() || !patterns.deviations().isEmpty()) {
            losses.add(goodFor(channel, startInclusive, endExclusive));
        }
        ContactChannel found = seen.channel(channel).orElseThrow();
        if (!found.fallback().isEmpty()) {
            losses.add("%s: opening_hours has no word for what to do while it is closed.".formatted(channel));
        }
        found.via()
                .ifPresent(via -> losses.add(
                        "%s: opening_hours has no word for being reached through %s.".formatted(channel, via)));
        if (text.length() > OSM_LENGTH) {
            losses.add("%s: the text has %s characters, and OpenStreetMap takes %s. Maybe export fewer days at a time."
                    .formatted(channel, text.length(), OSM_LENGTH));
        }
        return new Export(text, losses);
    }

    private static String goodFor(String channel, LocalDate startInclusive, LocalDate endExclusive) {
        return "%s: other days than those of the week are spelled out by date: good from %s until %s, then to be renewed."
                .formatted(channel, startInclusive, endExclusive);
    }

    /** The week of most of the days. */
    private static Map<DayOfWeek, List<Span>> longest(List<Stretch> stretches) {
        Map<Map<DayOfWeek, List<Span>>, Long> days = new LinkedHashMap<>();
        stretches.forEach(stretch -> days.merge(
                stretch.week(), stretch.last().toEpochDay() - stretch.first().toEpochDay() + 1, Long::sum));
        return Collections.max(days.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    private static Map<List<Span>, Set<DayOfWeek>> byHours(Map<DayOfWeek, List<Span>> week) {
        Map<List<Span>, Set<DayOfWeek>> days = new LinkedHashMap<>();
        week.forEach((day, spans) -> days.computeIfAbsent(spans, key -> EnumSet.noneOf(DayOfWeek.class))
                .add(day));
        return days;
    }

    /** A rule that takes the days from those before it: evaluators disagree on whether unknown hours alone do. */
    private static String osmInstead(String days, List<Span> spans, Locale locale) {
        boolean open = spans.stream().anyMatch(span -> span.state() == OpenState.OPEN);
        String hours = osmRule(days, spans, locale);
        return open ? hours : hours.isEmpty() ? days + " off" : days + " off, " + hours;
    }

    private static String osmRule(String days, List<Span> spans, Locale locale) {
        Map<String, List<String>> hours = new LinkedHashMap<>();
        for (OpenState state : List.of(OpenState.OPEN, OpenState.UNKNOWN)) {
            for (Span span : spans) {
                if (span.state() == state) {
                    String word = state == OpenState.OPEN
                            ? ""
                            : " unknown"
                                    + span.wording()
                                            .map(words -> osmComment(words.in(locale)))
                                            .orElse("");
                    hours.computeIfAbsent(word, key -> new ArrayList<>())
                            .add(clock(span.start()) + "-" + clock(span.end()));
                }
            }
        }
        return hours.entrySet().stream()
                .map(entry -> days + " " + String.join(",", entry.getValue()) + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** A comment ends at the next quotation mark, and has no way to hold one. */
    private static String osmComment(String words) {
        return " \"" + oneLine(words).replace('"', '\'') + '"';
    }

    private static String osmDays(Set<DayOfWeek> set) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 7; ) {
            int end = i;
            while (end < 7 && set.contains(DayOfWeek.of(end + 1))) {
                end++;
            }
            if (end - i > 2) {
                parts.add(OSM_DAYS[i] + "-" + OSM_DAYS[end - 1]);
            } else {
                for (int day = i; day < end; day++) {
                    parts.add(OSM_DAYS[day]);
                }
            }
            i = Math.max(end, i + 1);
        }
        return String.join(",", parts);
    }

    private static String osmDates(LocalDate first, LocalDate last) {
        return osmDate(first) + (first.equals(last) ? "" : "-" + osmDate(last));
    }

    private static String osmDate(LocalDate date) {
        String month =
                date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 3);
        int day = date.getDayOfMonth();
        return date.getYear() + " " + month + (day < 10 ? " 0" : " ") + day;
    }

    // schema.org

    /**
     * The channels that an audience may see as schema.org JSON-LD: a {@code GovernmentOrganization} with a
     * {@code ContactPoint} for each channel.
     *
     * <p>All hours are valid for these days only, those of a season for its days. A stretch that ends at midnight
     * closes at 00:00 (of the next day, by schema.org's rule). A whole day is written 00:00-23:59, as is the custom,
     * and the minute that is lost is reported. A closed day that differs from its week opens and closes at 00:00.
     *
     * @param directory the channels
     * @param audience who may read it
     * @param startInclusive the first day
     * @param endExclusive the day after the last
     * @param locale Swedish, or else English
     * @return the JSON-LD and what it does not say
     * @throws IllegalArgumentException if there are no days
     */
    public static Export schemaOrg(
            Directory directory, Audience audience, LocalDate startInclusive, LocalDate endExclusive, Locale locale) {
        Directory seen = directory.view(audience);
        Set<String> losses = new LinkedHashSet<>();
        losses.add("All hours are good from %s until %s, then to be renewed.".formatted(startInclusive, endExclusive));
        List<Object> points = new ArrayList<>();
        for (ContactChannel channel : seen.channels()) {
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("@type", "ContactPoint");
            point.put("name", channel.name().in(locale));
            point.put("contactType", channel.name().in(locale));
            endpoint(point, channel.endpoint());
            if (!channel.languages().isEmpty()) {
                point.put("availableLanguage", channel.languages());
            }
            DayPatterns patterns = new DayPatterns(seen, channel.id(), startInclusive, endExclusive);
            point.put("hoursAvailable", hours(patterns, channel.id(), losses));
            List<String> description = new ArrayList<>();
            if (channel.modality() != Modality.VOICE && channel.modality() != Modality.EMAIL) {
                description.add(channel.modality().text(locale) + ".");
                losses.add("%s: schema.org has no word for the way in which one makes contact, %s; the description has."
                        .formatted(channel.id(), channel.modality()));
            }
            if (!channel.fallback().isEmpty()) {
                description.add(fallback(seen, channel, locale));
                losses.add("%s: what to do while it is closed is a description in words, not data."
                        .formatted(channel.id()));
            }
            if (!description.isEmpty()) {
                point.put("description", String.join(" ", description));
            }
            channel.via()
                    .ifPresent(via -> losses.add(
                            "%s: schema.org has no word for being reached through %s.".formatted(channel.id(), via)));
            points.add(point);
        }
        Map<String, Object> organization = new LinkedHashMap<>();
        organization.put("@context", "https://schema.org");
        organization.put("@type", "GovernmentOrganization");
        organization.put("name", directory.municipality().name().in(locale));
        organization.put("identifier", directory.municipality().code());
        organization.put("contactPoint", points);
        return new Export(inScript(Documents.foreign(organization)) + "\n", List.copyOf(losses));
    }

    /** The same JSON without the characters that could end the {@code script} element it stands in. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    /** All steps, since which of them helps depends on the hour at which it is read. */
    private static String fallback(Directory directory, ContactChannel channel, Locale locale) {
        List<String> steps = new ArrayList<>();
        for (FallbackStep step : channel.fallback()) {
            List<String> parts = new ArrayList<>();
            step.channel()
                    .flatMap(directory::channel)
                    .ifPresent(other -> parts.add(
                            other.name().in(locale) + ", " + other.endpoint().text()));
            step.instruction().ifPresent(words -> parts.add(words.in(locale)));
            steps.add("(" + (steps.size() + 1) + ") " + String.join(": ", parts));
        }
        return WHILE_CLOSED.in(locale) + ": " + String.join(" ", steps);
    }

    private static void endpoint(Map<String, Object> point, Endpoint endpoint) {
        if (endpoint instanceof GeographicNumber number) {
            point.put("telephone", number.e164());
        } else if (endpoint instanceof EmailAddress address) {
            point.put("email", address.text());
        } else if (endpoint.uri().startsWith("https:")) {
            point.put("url", endpoint.uri());
        } else {
            point.put("telephone", endpoint.text());
        }
    }

    private static List<Object> hours(DayPatterns patterns, String channel, Set<String> losses) {
        List<Object> specifications = new ArrayList<>();
        for (Span span : patterns.spans()) {
            if (!isSaid(span)) {
                losses.add("%s: hours that are not known are left out, which reads as closed.".formatted(channel));
            } else if (span.isWholeDay()) {
                losses.add("%s: a whole day is written 00:00-23:59, which loses its last minute.".formatted(channel));
            }
        }
        for (Stretch stretch : patterns.stretches()) {
            Map<Span, List<String>> days = new LinkedHashMap<>();
            stretch.week()
                    .forEach((day, spans) -> spans.forEach(span -> days.computeIfAbsent(span, key -> new ArrayList<>())
                            .add("https://schema.org/" + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))));
            days.forEach((span, names) -> {
                if (isSaid(span)) {
                    Map<String, Object> specification = specification(span);
                    specification.put("dayOfWeek", names);
                    specification.put("validFrom", stretch.first().toString());
                    specification.put("validThrough", stretch.last().toString());
                    specifications.add(specification);
                }
            });
        }
        for (Deviation deviation : patterns.deviations()) {
            List<Span> said = deviation.spans().stream().filter(Exports::isSaid).toList();
            for (Span span : said.isEmpty() ? List.of(new Span(0, 0, OpenState.CLOSED, null)) : said) {
                Map<String, Object> specification = specification(span);
                specification.put("validFrom", deviation.first().toString());
                specification.put("validThrough", deviation.last().toString());
                specifications.add(specification);
            }
        }
        return specifications;
    }

    private static boolean isSaid(Span span) {
        return span.state() != OpenState.UNKNOWN;
    }

    private static Map<String, Object> specification(Span span) {
        Map<String, Object> specification = new LinkedHashMap<>();
        specification.put("@type", "OpeningHoursSpecification");
        specification.put("opens", clock(span.start()));
        specification.put("closes", span.isWholeDay() ? "23:59" : clock(span.end() % 1440));
        return specification;
    }

    // iCalendar

    /**
     * The days on which channels differ from the week of their season, as a calendar (RFC 5545) to subscribe to: an
     * all-day event for days in a row that differ alike. An event is the same whichever days are asked for: one that
     * begins before them or ends after them is written whole.
     *
     * @param directory the channels
     * @param audience who may read it
     * @param startInclusive the first day
     * @param endExclusive the day after the last
     * @param writtenAt when the calendar is written
     * @param sequence how often the directory has been changed since it was first published; a reader takes the highest
     * @param locale Swedish, or else English
     * @return the calendar, its lines ended by CR LF, and what it does not say
     * @throws IllegalArgumentException if there are no days, or the sequence is negative
     */
    public static Export deviations(
            Directory directory,
            Audience audience,
            LocalDate startInclusive,
            LocalDate endExclusive,
            Instant writtenAt,
            int sequence,
            Locale locale) {
        if (sequence < 0) {
            throw new IllegalArgumentException("The sequence is %s; expected 0 or more.".formatted(sequence));
        }
        Directory seen = directory.view(audience);
        Set<String> losses = new LinkedHashSet<>();
        losses.add("Only the days that differ are told, not the hours of the week.");
        losses.add("The numbers and addresses of the channels are not told.");
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//municipalsafety//directory 1//EN");
        String stamp = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                .format(writtenAt.atZone(ZoneOffset.UTC));
        for (ContactChannel channel : seen.channels()) {
            DayPatterns patterns = new DayPatterns(seen, channel.id(), startInclusive, endExclusive);
            if (!channel.fallback().isEmpty()) {
                losses.add("%s: what to do while it is closed is not told.".formatted(channel.id()));
            }
            for (Deviation deviation : patterns.deviations()) {
                losses.add("The hours of a day are words in the summary of an event of the whole day, not data.");
                line(out, "BEGIN:VEVENT");
                line(
                        out,
                        "UID:" + channel.id() + "-" + deviation.first() + "@"
                                + directory.municipality().code() + ".municipalsafety.invalid");
                line(out, "DTSTAMP:" + stamp);
                line(out, "SEQUENCE:" + sequence);
                line(out, "DTSTART;VALUE=DATE:" + date(deviation.first()));
                line(out, "DTEND;VALUE=DATE:" + date(deviation.last().plusDays(1)));
                line(out, "SUMMARY:" + escape(channel.name().in(locale) + ": " + words(deviation.spans(), locale)));
                line(out, "DESCRIPTION:" + escape(deviation.reason().in(locale)));
                line(out, "TRANSP:TRANSPARENT");
                line(out, "END:VEVENT");
            }
        }
        line(out, "END:VCALENDAR");
        return new Export(out.toString(), List.copyOf(losses));
    }

    private static String words(List<Span> spans, Locale locale) {
        if (spans.isEmpty()) {
            return CLOSED.in(locale);
        }
        String separator = TimeText.isSwedish(locale) ? "." : ":";
        return spans.stream()
                .map(span -> (span.state() == OpenState.OPEN ? OPEN : UNCERTAIN).in(locale) + " "
                        + (span.isWholeDay()
                                ? ALL_DAY.in(locale)
                                : clock(span.start()).replace(":", separator) + "–"
                                        + clock(span.end()).replace(":", separator)))
                .collect(Collectors.joining(", "));
    }

    private static String date(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }

    /** A text of an iCalendar property. */
    static String escape(String text) {
        return oneLine(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
    }

    /** Without control characters, which neither form may hold. */
    private static String oneLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ");
    }

    private static String clock(int minute) {
        int hour = minute / 60;
        int rest = minute % 60;
        return (hour < 10 ? "0" : "") + hour + (rest < 10 ? ":0" : ":") + rest;
    }

    /** A content line, folded so that no line has more than 75 octets and no character is torn. */
    private static void line(StringBuilder out, String text) {
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            String shown = Character.toString(point);
            int length = shown.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > 75) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(shown);
            octets += length;
            i += Character.charCount(point);
        }
        out.append("\r\n");
    }
}
