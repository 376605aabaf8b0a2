/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.icalendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.daypattern.DayPatterns;
import org.municipalsafety.core.daypattern.DayPatterns.Deviation;
import org.municipalsafety.core.daypattern.DayPatterns.Span;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.icalendar.CalendarText;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.exchange.Export;

/**
 * Writes the days on which channels differ from their week, as a calendar to subscribe to.
 *
 * <pre>{@code
 * DeviationsExport.of(directory, Audience.PUBLIC, first, last, now, 0, locale).text();
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 */
public final class DeviationsExport {

    private static final LocalizedText CLOSED = LocalizedText.of("stängt", "closed");
    private static final LocalizedText UNCERTAIN = LocalizedText.of("osäkert", "not certain");
    private static final LocalizedText OPEN = LocalizedText.of("öppet", "open");
    private static final LocalizedText ALL_DAY = LocalizedText.of("dygnet runt", "all day and night");

    private DeviationsExport() {}

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
    public static Export of(
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
        CalendarText out = CalendarText.of("-//municipalsafety//directory 1//EN");
        for (ContactChannel channel : seen.channels()) {
            DayPatterns patterns = new DayPatterns(seen, channel.id(), startInclusive, endExclusive);
            if (!channel.fallback().isEmpty()) {
                losses.add("%s: what to do while it is closed is not told.".formatted(channel.id()));
            }
            for (Deviation deviation : patterns.deviations()) {
                losses.add("The hours of a day are words in the summary of an event of the whole day, not data.");
                out.begin("VEVENT")
                        .line(
                                "UID",
                                channel.id() + "-" + deviation.first() + "@"
                                        + directory.municipality().code() + ".municipalsafety.invalid")
                        .utc("DTSTAMP", writtenAt)
                        .line("SEQUENCE", Integer.toString(sequence))
                        .day("DTSTART", deviation.first())
                        .day("DTEND", deviation.last().plusDays(1))
                        .text("SUMMARY", channel.name().in(locale) + ": " + words(deviation.spans(), locale))
                        .text("DESCRIPTION", deviation.reason().in(locale))
                        .line("TRANSP", "TRANSPARENT")
                        .end("VEVENT");
            }
        }
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
                                : span.start().replace(":", separator) + "–"
                                        + span.end().replace(":", separator)))
                .collect(Collectors.joining(", "));
    }
}
