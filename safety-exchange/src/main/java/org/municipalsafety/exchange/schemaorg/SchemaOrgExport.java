/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.schemaorg;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.FallbackStep;
import org.municipalsafety.core.daypattern.DayPatterns;
import org.municipalsafety.core.daypattern.DayPatterns.Deviation;
import org.municipalsafety.core.daypattern.DayPatterns.Span;
import org.municipalsafety.core.daypattern.DayPatterns.Stretch;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.endpoint.EmailAddress;
import org.municipalsafety.core.endpoint.Endpoint;
import org.municipalsafety.core.endpoint.GeographicNumber;
import org.municipalsafety.core.endpoint.Modality;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.exchange.Export;

/**
 * Writes the channels of a directory as schema.org JSON-LD, for a municipality's own web page.
 *
 * <pre>{@code
 * SchemaOrgExport.of(directory, Audience.PUBLIC, first, last, locale).text();
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 */
public final class SchemaOrgExport {

    private static final String MIDNIGHT = "00:00";
    private static final LocalizedText WHILE_CLOSED = LocalizedText.of("När det är stängt", "While it is closed");

    private SchemaOrgExport() {}

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
    public static Export of(
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
            List<Span> said =
                    deviation.spans().stream().filter(SchemaOrgExport::isSaid).toList();
            List<Map<String, Object>> instead = said.isEmpty()
                    ? List.of(specification(MIDNIGHT, MIDNIGHT))
                    : said.stream().map(SchemaOrgExport::specification).toList();
            for (Map<String, Object> specification : instead) {
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
        return specification(
                span.start(), span.isWholeDay() ? "23:59" : span.end().replace("24:00", MIDNIGHT));
    }

    private static Map<String, Object> specification(String opens, String closes) {
        Map<String, Object> specification = new LinkedHashMap<>();
        specification.put("@type", "OpeningHoursSpecification");
        specification.put("opens", opens);
        specification.put("closes", closes);
        return specification;
    }
}
