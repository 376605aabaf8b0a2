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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.EmailAddress;
import org.municipalsafety.core.channel.Endpoint;
import org.municipalsafety.core.channel.FallbackStep;
import org.municipalsafety.core.channel.GeographicNumber;
import org.municipalsafety.core.channel.OpenState;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.exchange.DayPatterns.Deviation;
import org.municipalsafety.core.exchange.DayPatterns.Span;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the hours of channels for others.
 *
 * <pre>{@code
 * Exports.openingHours(directory, "kontaktcenter", first, last).text();   // Mo-Fr 08:00-16:00; 2026 Dec 25 off; …
 * Exports.schemaOrg(directory, Audience.PUBLIC, first, last, locale);     // JSON-LD for a web page
 * Exports.deviations(directory, Audience.PUBLIC, first, last, now, 0, locale);   // a calendar to subscribe to
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 */
public final class Exports {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
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
     * midnight, and with each day that differs from its week spelled out by its date.
     *
     * @param directory the channels
     * @param channel the id of the channel; one that depends on others is written as it works out
     * @param startInclusive the first day
     * @param endExclusive the day after the last
     * @return the text, and what it does not say: that it is good for these days only, the fallback
     * @throws IllegalArgumentException if there is no such channel, or there are no days
     */
    public static Export openingHours(
            Directory directory, String channel, LocalDate startInclusive, LocalDate endExclusive) {
        DayPatterns patterns = new DayPatterns(directory, channel, startInclusive, endExclusive);
        List<String> rules = new ArrayList<>();
        Map<List<Span>, Set<DayOfWeek>> days = new LinkedHashMap<>();
        patterns.week.forEach((day, spans) -> days.computeIfAbsent(spans, key -> EnumSet.noneOf(DayOfWeek.class))
                .add(day));
        days.forEach((spans, set) -> {
            if (!spans.isEmpty()) {
                rules.add(osmRule(osmDays(set), spans));
            }
        });
        if (rules.isEmpty()) {
            rules.add("off");
        }
        if (rules.equals(List.of("Mo-Su 00:00-24:00"))) {
            rules.set(0, "24/7");
        }
        for (Deviation deviation : patterns.deviations) {
            String dates = osmDate(deviation.first())
                    + (deviation.first().equals(deviation.last()) ? "" : "-" + osmDate(deviation.last()));
            boolean open = deviation.spans().stream().anyMatch(span -> span.state() == OpenState.OPEN);
            // Evaluators disagree on whether unknown hours alone replace those of the week; "off" surely does.
            String replaced = open ? "" : dates + " off";
            String hours = osmRule(dates, deviation.spans());
            rules.add(replaced.isEmpty() || hours.isEmpty() ? replaced + hours : replaced + ", " + hours);
        }
        List<String> losses = new ArrayList<>();
        if (!patterns.deviations.isEmpty()) {
            losses.add("Days that differ are spelled out by date: the text holds from %s until %s and must be renewed."
                    .formatted(startInclusive, endExclusive));
        }
        if (directory
                .channel(channel)
                .filter(each -> !each.fallback().isEmpty())
                .isPresent()) {
            losses.add("%s: opening_hours has no word for what to do while it is closed.".formatted(channel));
        }
        return new Export(String.join("; ", rules), losses);
    }

    private static String osmRule(String days, List<Span> spans) {
        List<String> parts = new ArrayList<>();
        for (OpenState state : List.of(OpenState.OPEN, OpenState.UNKNOWN)) {
            String hours = spans.stream()
                    .filter(span -> span.state() == state)
                    .map(span -> DayPatterns.clock(span.start()) + "-" + DayPatterns.clock(span.end()))
                    .collect(Collectors.joining(","));
            if (!hours.isEmpty()) {
                parts.add(days + " " + hours + (state == OpenState.OPEN ? "" : " unknown"));
            }
        }
        return String.join(", ", parts);
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
     * <p>A stretch that ends at midnight closes at 00:00 (of the next day, by schema.org's rule). A whole day is
     * written 00:00-23:59, as is the custom, and the minute that is lost is reported. A closed day that differs from
     * its week opens and closes at 00:00.
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
        List<Object> points = new ArrayList<>();
        for (ContactChannel channel : seen.channels()) {
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("@type", "ContactPoint");
            point.put("name", channel.name().in(locale));
            point.put("contactType", channel.modality().text(locale));
            endpoint(point, channel.endpoint());
            if (!channel.languages().isEmpty()) {
                point.put("availableLanguage", channel.languages());
            }
            DayPatterns patterns = new DayPatterns(seen, channel.id(), startInclusive, endExclusive);
            point.put("hoursAvailable", hours(patterns, channel.id(), losses));
            if (!channel.fallback().isEmpty()) {
                point.put("description", fallback(seen, channel, locale));
                losses.add("%s: what to do while it is closed is a description in words, not data."
                        .formatted(channel.id()));
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
        return new Export(JSON.writeValueAsString(organization) + "\n", List.copyOf(losses));
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
        Map<Span, List<String>> days = new LinkedHashMap<>();
        patterns.week.forEach((day, spans) -> spans.forEach(span -> days.computeIfAbsent(span, key -> new ArrayList<>())
                .add("https://schema.org/" + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))));
        days.forEach((span, names) -> {
            if (isSaid(span, channel, losses)) {
                Map<String, Object> specification = specification(span, channel, losses);
                specification.put("dayOfWeek", names);
                specifications.add(specification);
            }
        });
        for (Deviation deviation : patterns.deviations) {
            List<Span> said = deviation.spans().stream()
                    .filter(span -> isSaid(span, channel, losses))
                    .toList();
            for (Span span : said.isEmpty() ? List.of(new Span(0, 0, OpenState.CLOSED)) : said) {
                Map<String, Object> specification = specification(span, channel, losses);
                specification.put("validFrom", deviation.first().toString());
                specification.put("validThrough", deviation.last().toString());
                specifications.add(specification);
            }
        }
        return specifications;
    }

    private static boolean isSaid(Span span, String channel, Set<String> losses) {
        if (span.state() == OpenState.UNKNOWN) {
            losses.add("%s: hours that are not known are left out, which reads as closed.".formatted(channel));
            return false;
        }
        return true;
    }

    private static Map<String, Object> specification(Span span, String channel, Set<String> losses) {
        Map<String, Object> specification = new LinkedHashMap<>();
        specification.put("@type", "OpeningHoursSpecification");
        specification.put("opens", DayPatterns.clock(span.start()));
        if (span.isWholeDay()) {
            losses.add("%s: a whole day is written 00:00-23:59, which loses its last minute.".formatted(channel));
            specification.put("closes", "23:59");
        } else {
            specification.put("closes", DayPatterns.clock(span.end() % 1440));
        }
        return specification;
    }

    // iCalendar

    /**
     * The days on which channels differ from their week, as a calendar (RFC 5545) to subscribe to: an all-day event for
     * each.
     *
     * @param directory the channels
     * @param audience who may read it
     * @param startInclusive the first day
     * @param endExclusive the day after the last
     * @param writtenAt when the calendar is written
     * @param sequence how often the directory has been changed since it was first published; a reader takes the highest
     * @param locale Swedish, or else English
     * @return the calendar, its lines ended by CR LF
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
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//municipalsafety//directory 1//EN");
        String stamp = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                .format(writtenAt.atZone(ZoneOffset.UTC));
        for (ContactChannel channel : seen.channels()) {
            DayPatterns patterns = new DayPatterns(seen, channel.id(), startInclusive, endExclusive);
            for (Deviation deviation : patterns.deviations) {
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
                line(out, "DESCRIPTION:" + escape(deviation.because().text(locale)));
                line(out, "TRANSP:TRANSPARENT");
                line(out, "END:VEVENT");
            }
        }
        line(out, "END:VCALENDAR");
        return new Export(out.toString(), List.of());
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
                                : DayPatterns.clock(span.start()).replace(":", separator) + "–"
                                        + DayPatterns.clock(span.end()).replace(":", separator)))
                .collect(Collectors.joining(", "));
    }

    private static String date(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
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
