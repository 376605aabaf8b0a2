/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static org.municipalsafety.core.publication.Markup.escape;
import static org.municipalsafety.core.publication.Markup.line;
import static org.municipalsafety.core.publication.Markup.minute;
import static org.municipalsafety.core.publication.Markup.part;
import static org.municipalsafety.core.publication.Markup.plain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.Segment;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/** The hours of all channels of a directory on seven days, day by day: red days and their eves show as they are. */
final class WeekOfHours {

    private static final LocalizedText WEEK = LocalizedText.of("Tider de närmaste sju dagarna", "The next seven days");
    private static final LocalizedText CHANNEL = LocalizedText.of("Kanal", "Channel");
    private static final LocalizedText ALL_DAY = LocalizedText.of("dygnet runt", "all day and night");
    private static final LocalizedText CLOSED = LocalizedText.of("stängt", "closed");
    private static final LocalizedText UNCERTAIN = LocalizedText.of("osäkert", "not certain");
    private static final LocalizedText MIDNIGHT = LocalizedText.of("24.00", "24:00");

    private final Directory directory;
    private final List<LocalDate> days;

    /** The seven days that begin with the one of an instant. */
    WeekOfHours(Directory directory, Instant from) {
        this.directory = directory;
        LocalDate first = from.atZone(directory.municipality().zone()).toLocalDate();
        this.days = first.datesUntil(first.plusDays(7)).toList();
    }

    void text(StringBuilder out, Locale locale) {
        line(out, WEEK.in(locale));
        for (LocalDate day : days) {
            line(out, "- " + times(locale).date(day) + ":");
            for (ContactChannel channel : directory.channels()) {
                line(out, "  " + plain(channel.name(), locale) + " " + hours(channel, day, locale));
            }
        }
    }

    void html(StringBuilder out, Locale locale) {
        out.append(
                "<div class=\"hours\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">\n<table>\n<caption>%s</caption>\n"
                        .formatted(escape(WEEK.in(locale)), escape(WEEK.in(locale))));
        out.append("<thead><tr><th scope=\"col\">%s</th>".formatted(escape(CHANNEL.in(locale))));
        for (LocalDate day : days) {
            out.append("<th scope=\"col\"><time datetime=\"%s\">%s</time></th>"
                    .formatted(day, escape(times(locale).date(day))));
        }
        out.append("</tr></thead>\n<tbody>\n");
        for (ContactChannel channel : directory.channels()) {
            out.append("<tr><th scope=\"row\">%s</th>".formatted(part(channel.name(), locale)));
            for (LocalDate day : days) {
                out.append("<td>%s</td>".formatted(escape(hours(channel, day, locale))));
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n</div>\n");
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
                    : times.time(minute(time.getStart())) + "–"
                            + (time.getEnd().equals(end) ? MIDNIGHT.in(locale) : times.time(minute(time.getEnd())));
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
}
