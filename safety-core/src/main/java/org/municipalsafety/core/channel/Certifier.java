/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.hours.timeline.Cursors;
import org.municipalsafety.core.hours.timeline.Timeline;
import org.municipalsafety.core.text.LocalizedText;
import org.threeten.extra.Interval;

/**
 * Checks whether somebody can be reached at every instant, and writes down what that rests on (rule C5).
 *
 * <p>Immutable and thread-safe.
 */
final class Certifier {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Duration WEEK = Duration.ofDays(7);

    private final Directory directory;
    private final Map<String, Timeline> timelines;
    private final ZoneId zone;

    Certifier(Directory directory, Map<String, Timeline> timelines) {
        this.directory = directory;
        this.timelines = timelines;
        this.zone = directory.municipality().zone();
    }

    /** The finding for channels of the directory over a bounded interval. */
    CoverageCertificate certify(Optional<Audience> audience, Collection<String> ids, Interval interval) {
        Set<String> counted = new LinkedHashSet<>(ids);
        long from = interval.getStart().getEpochSecond();
        Cursors cursors = new Cursors(counted.stream()
                .map(id -> requireNonNull(timelines.get(id)).cursor(from))
                .toList());
        long until = Timeline.ceiling(interval.getEnd());
        Stretches gaps = new Stretches(interval);
        Stretches unknowns = new Stretches(interval);
        int fewest = Integer.MAX_VALUE;
        long at = from;
        while (at < until) {
            cursors.moveTo(at);
            long next = Math.min(until, cursors.end());
            fewest = Math.min(fewest, cursors.open());
            if (cursors.open() == 0) {
                (cursors.unknown() == 0 ? gaps : unknowns).add(at, next);
            }
            at = next;
        }
        List<CoverageCertificate.Counted> names = new ArrayList<>();
        Map<String, String> restsOn = new LinkedHashMap<>();
        for (String id : counted) {
            ContactChannel channel = channel(id);
            names.add(new CoverageCertificate.Counted(id, channel.name()));
            digests(channel, restsOn);
        }
        List<Interval> closed = gaps.list();
        List<Interval> vague = unknowns.list();
        return new CoverageCertificate(
                directory.municipality(),
                audience,
                interval,
                names,
                restsOn,
                directory.calendar().version(),
                timeZoneDataVersion(zone),
                closed,
                vague,
                fewest,
                always(interval, closed.isEmpty() && vague.isEmpty(), restsOn.keySet()));
    }

    private ContactChannel channel(String id) {
        return directory.channel(id).orElseThrow();
    }

    /** Weeks that are all alike, one of them checked from end to end (rule C5). */
    private CoverageCertificate.Always always(Interval interval, boolean holds, Set<String> restsOn) {
        List<LocalizedText> against = new ArrayList<>();
        if (!holds) {
            against.add(LocalizedText.of(
                    "intyget håller inte den tid som kontrollerades",
                    "the certificate does not hold for the time that was checked"));
        }
        if (interval.toDuration().compareTo(WEEK) < 0) {
            against.add(LocalizedText.of(
                    "den kontrollerade tiden är kortare än en vecka", "the time checked is shorter than a week"));
        }
        if (!zone.getRules().isFixedOffset()) {
            against.add(LocalizedText.of(
                    "klockorna i " + zone + " ställs om, eller har ställts om",
                    "the clocks of " + zone + " change, or have changed"));
        }
        for (String id : restsOn) {
            ContactChannel channel = channel(id);
            if (channel.availability() instanceof OpeningHours hours && !hours.isWeekly()) {
                against.add(LocalizedText.of(
                        "%s har andra tider än veckans (datum, namngivna dagar, dagklasser eller årstider)"
                                .formatted(channel.name().in(SWEDISH)),
                        "%s has other hours than those of the week (dates, named days, classes of days or seasons)"
                                .formatted(channel.name().in(Locale.ENGLISH))));
            }
        }
        if (!against.isEmpty()) {
            return new CoverageCertificate.Always(false, against);
        }
        return new CoverageCertificate.Always(
                true,
                List.of(
                        LocalizedText.of(
                                "alla tider som intyget vilar på är veckotider",
                                "all hours that the certificate rests on are those of the week"),
                        LocalizedText.of(
                                "klockorna i " + zone + " ställs aldrig om", "the clocks of " + zone + " never change"),
                        LocalizedText.of(
                                "en hel vecka är kontrollerad, och alla andra är likadana",
                                "a whole week was checked, and all others are like it")));
    }

    private void digests(ContactChannel channel, Map<String, String> digests) {
        if (digests.putIfAbsent(channel.id(), ChannelPart.digest(channel)) == null) {
            for (String id : References.of(channel).to()) {
                digests(channel(id), digests);
            }
        }
    }

    private static String timeZoneDataVersion(ZoneId zone) {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(zone.getId())) {
            return "none (fixed offset)";
        }
        return ZoneRulesProvider.getVersions(zone.getId()).lastKey();
    }

    /** Joins neighbouring stretches and keeps to the interval asked for. */
    private static final class Stretches {
        private final Interval within;
        private final List<Interval> found = new ArrayList<>();
        private long start;
        private long end = Long.MIN_VALUE;

        Stretches(Interval within) {
            this.within = within;
        }

        void add(long from, long until) {
            if (from != end) {
                close();
                start = from;
            }
            end = until;
        }

        private void close() {
            if (end != Long.MIN_VALUE) {
                Instant first = Instant.ofEpochSecond(start);
                Instant last = Instant.ofEpochSecond(end);
                found.add(Interval.of(
                        first.isBefore(within.getStart()) ? within.getStart() : first,
                        last.isAfter(within.getEnd()) ? within.getEnd() : last));
            }
        }

        List<Interval> list() {
            close();
            return List.copyOf(found);
        }
    }
}
