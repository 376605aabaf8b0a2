/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.coverage;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * What was found when it was checked whether somebody can be reached at every instant of an interval (rule C5).
 *
 * <p>It holds for its interval only, unless it claims {@link #always}, and for the rules, the calendar and the
 * time-zone data that it names. Unknown time never counts as covered.
 *
 * <p>Immutable and thread-safe.
 *
 * @param municipality whose channels they are, and where the clocks are
 * @param audience who is to reach somebody, where the channels that were counted are all that are meant for them; none
 *     where these were chosen one by one
 * @param interval the time that was checked
 * @param channels the channels that were counted, in order of choice, each once
 * @param restsOn the SHA-256 of every channel that an answer rests on, by id: those counted and those they refer to
 * @param calendarVersion the calendar
 * @param timeZoneDataVersion the edition of the IANA time-zone data, such as {@code 2026a}
 * @param gaps when every channel is closed, in order, none touching another
 * @param unknowns when none is known to be open and at least one is unknown, in order, none touching another
 * @param fewestOpen the least number of channels known to be open at one time
 * @param always whether what was found holds at all times, and on what ground
 */
public record CoverageCertificate(
        Municipality municipality,
        Optional<Audience> audience,
        Interval interval,
        List<Counted> channels,
        Map<String, String> restsOn,
        String calendarVersion,
        String timeZoneDataVersion,
        List<Interval> gaps,
        List<Interval> unknowns,
        int fewestOpen,
        Always always) {

    /** The most channels that may be counted: as many as a directory may have. */
    public static final int MAX_CHANNELS = 1_000;

    private static final Duration WEEK = Duration.ofDays(7);

    /**
     * Whether what was found for an interval holds at all times. It does where all hours are those of the week, the
     * clocks never change, and a whole week was checked without a gap.
     *
     * @param claimed whether it does
     * @param grounds why, or all that speaks against it; at least one
     */
    public record Always(boolean claimed, List<LocalizedText> grounds) {

        /**
         * Copies and checks.
         *
         * @throws IllegalArgumentException if there is no ground, or one is not one line
         */
        public Always {
            grounds = List.copyOf(grounds);
            grounds.forEach(LocalizedText::requireLine);
            if (grounds.isEmpty()) {
                throw new IllegalArgumentException("Whether it always holds is said without a ground; expected one.");
            }
        }
    }

    /**
     * A channel that was counted.
     *
     * @param id its id
     * @param name its name
     */
    public record Counted(String id, LocalizedText name) {

        /**
         * Checks.
         *
         * @throws IllegalArgumentException if the name is not one line
         */
        public Counted {
            requireNonNull(id, "id");
            name.requireLine();
        }
    }

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if the interval is unbounded or empty
     * @throws InvalidModelException if parts contradict each other: the fewest open and the stretches in which none is,
     *     or the number of channels; stretches outside the interval, out of order or in two lists; a channel that is
     *     counted twice or has no digest; a claim to hold always where the clocks change, or less than a week was
     *     checked, or it does not hold; all such faults at once
     */
    public CoverageCertificate {
        requireNonNull(municipality, "municipality");
        WallClock.requireBounded(interval, "interval");
        requireNonNull(audience, "audience");
        channels = List.copyOf(channels);
        restsOn = Collections.unmodifiableMap(new LinkedHashMap<>(restsOn));
        requireNonNull(calendarVersion, "calendarVersion");
        requireNonNull(timeZoneDataVersion, "timeZoneDataVersion");
        gaps = List.copyOf(gaps);
        unknowns = List.copyOf(unknowns);
        List<Fault> faults = new ArrayList<>();
        channels(channels, restsOn, faults);
        version("/calendarVersion", calendarVersion, faults);
        version("/timeZoneDataVersion", timeZoneDataVersion, faults);
        boolean holds = gaps.isEmpty() && unknowns.isEmpty();
        if (fewestOpen < 0 || fewestOpen > channels.size()) {
            faults.add(Fault.of(
                    "/fewestOpen",
                    String.valueOf(fewestOpen),
                    "0 to " + channels.size() + ", the number of channels that were counted"));
        } else if (holds != fewestOpen > 0) {
            faults.add(Fault.of(
                    "/fewestOpen",
                    String.valueOf(fewestOpen),
                    holds ? "1 or more, since there is no gap and nothing unknown" : "0, since there is time without"));
        }
        stretches("/gaps/", gaps, interval, faults);
        stretches("/unknowns/", unknowns, interval, faults);
        twice(gaps, unknowns, faults);
        if (always.claimed()) {
            always(holds, municipality.zone(), interval, faults);
        }
        if (!faults.isEmpty()) {
            throw new InvalidModelException("coverage certificate", faults);
        }
    }

    static boolean isDigest(String text) {
        return SHA_256.matcher(text).matches();
    }

    private static void channels(List<Counted> channels, Map<String, String> restsOn, List<Fault> faults) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < channels.size(); i++) {
            String id = channels.get(i).id();
            if (!ids.add(id)) {
                faults.add(Fault.of("/channels/" + i + "/id", "the channel " + id + " a second time", "each once"));
            } else if (!restsOn.containsKey(id)) {
                faults.add(Fault.of(
                        "/channels/" + i + "/id",
                        "the channel " + id + ", whose digest is not given",
                        "a channel that is named in restsOn"));
            }
        }
        restsOn.forEach((id, digest) -> {
            if (!isDigest(digest)) {
                faults.add(Fault.of(
                        "/restsOn/" + id, "a text of another form", "a SHA-256 in lower-case hexadecimal digits"));
            }
        });
    }

    private static void version(String pointer, String version, List<Fault> faults) {
        if (version.isBlank() || !LocalizedText.isLine(version)) {
            faults.add(Fault.of(pointer, "a text that is blank or no line", "one line without control characters"));
        }
    }

    private static void stretches(String place, List<Interval> stretches, Interval within, List<Fault> faults) {
        for (int i = 0; i < stretches.size(); i++) {
            Interval stretch = stretches.get(i);
            if (stretch.isEmpty() || !within.encloses(stretch)) {
                faults.add(Fault.of(place + i, String.valueOf(stretch), "some time within " + within));
            } else if (i > 0 && !stretches.get(i - 1).getEnd().isBefore(stretch.getStart())) {
                faults.add(Fault.of(
                        place + i,
                        stretch + " after " + stretches.get(i - 1),
                        "stretches in order, none touching another"));
            }
        }
    }

    private static void twice(List<Interval> gaps, List<Interval> unknowns, List<Fault> faults) {
        NavigableMap<Instant, Interval> byStart = new TreeMap<>();
        gaps.forEach(gap -> byStart.put(gap.getStart(), gap));
        for (int i = 0; i < unknowns.size(); i++) {
            var gap = byStart.lowerEntry(unknowns.get(i).getEnd());
            if (gap != null && gap.getValue().getEnd().isAfter(unknowns.get(i).getStart())) {
                faults.add(Fault.of(
                        "/unknowns/" + i,
                        unknowns.get(i) + ", of which some is in the gap " + gap.getValue(),
                        "time that is no gap"));
            }
        }
    }

    /** On what ground it may be claimed (rule C5). */
    private static void always(boolean holds, ZoneId zone, Interval interval, List<Fault> faults) {
        if (!holds) {
            claimed("there is a gap or something unknown", faults);
        }
        if (!zone.getRules().isFixedOffset()) {
            claimed("the clocks of " + zone + " change, or have changed", faults);
        }
        if (interval.toDuration().compareTo(WEEK) < 0) {
            claimed("less than a week was checked", faults);
        }
    }

    private static void claimed(String since, List<Fault> faults) {
        faults.add(Fault.of("/always/claimed", "true", "false, since " + since));
    }

    /**
     * Where the clocks are.
     *
     * @return the zone of the municipality
     */
    public ZoneId zone() {
        return municipality.zone();
    }

    /**
     * Whether somebody is known to be reachable at every instant.
     *
     * @return true if there is neither a gap nor an unknown stretch
     */
    public boolean holds() {
        return gaps.isEmpty() && unknowns.isEmpty();
    }

    /**
     * How long the gaps are together.
     *
     * @return elapsed time (rule T4)
     */
    public Duration gapTime() {
        return total(gaps);
    }

    /**
     * How long the unknown stretches are together.
     *
     * @return elapsed time (rule T4)
     */
    public Duration unknownTime() {
        return total(unknowns);
    }

    private static Duration total(List<Interval> stretches) {
        return stretches.stream().map(Interval::toDuration).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * The certificate in words: the finding, every gap and unknown stretch, and what it rests on.
     *
     * @param locale Swedish, or else English
     * @return the text, lines separated by line feeds
     */
    public String text(Locale locale) {
        boolean swedish = TimeText.isSwedish(locale);
        TimeText times = TimeText.of(locale, zone());
        StringBuilder text = new StringBuilder();
        text.append(swedish ? "Intyg om nåbarhet\n" : "Certificate of reachability\n");
        text.append(swedish ? "Kommun: " : "Municipality: ")
                .append(municipality.name().in(locale))
                .append(" (")
                .append(municipality.code())
                .append(")\n");
        text.append(audience.map(who -> (swedish ? "Nåbarhet för: " : "Reachability for: ") + who.text(locale))
                .orElse(
                        swedish
                                ? "Nåbarhet genom: de kanaler som står nedan"
                                : "Reachability through: the channels named below"));
        text.append('\n');
        text.append(swedish ? "Kontrollerad tid: " : "Time checked: ")
                .append(times.interval(interval))
                .append(" (")
                .append(zone())
                .append(")\n");
        if (holds()) {
            text.append(
                    swedish
                            ? "Någon går att nå under hela tiden. Minst antal öppna kanaler samtidigt: "
                            : "Somebody can be reached all of the time. Fewest channels open at once: ");
            text.append(fewestOpen).append('\n');
        } else {
            text.append(
                    swedish
                            ? "Intyget håller INTE: det finns tid då det inte är säkert att någon går att nå.\n"
                            : "The certificate does NOT hold: there is time in which nobody is certain to be reached.\n");
        }
        text.append(
                always.claimed()
                        ? (swedish ? "Gäller alltid: ja, eftersom\n" : "Holds always: yes, since\n")
                        : (swedish ? "Gäller alltid: nej, eftersom\n" : "Holds always: no, since\n"));
        for (LocalizedText ground : always.grounds()) {
            text.append("- ").append(ground.in(locale)).append('\n');
        }
        list(text, times, gaps, swedish ? "Luckor (alla stängda)" : "Gaps (all closed)");
        list(text, times, unknowns, swedish ? "Okänt (räknas inte som öppet)" : "Not known (not counted as open)");
        text.append(swedish ? "Vilar på:\n" : "Rests on:\n");
        for (Counted channel : channels) {
            text.append("- ")
                    .append(channel.name().in(locale))
                    .append(" (")
                    .append(channel.id())
                    .append(")\n");
        }
        text.append(swedish ? "- kalender " : "- calendar ")
                .append(calendarVersion)
                .append('\n');
        text.append(swedish ? "- tidszonsdata " : "- time-zone data ")
                .append(timeZoneDataVersion)
                .append('\n');
        restsOn.forEach((id, digest) ->
                text.append("- SHA-256 ").append(id).append(": ").append(digest).append('\n'));
        return text.toString();
    }

    private static void list(StringBuilder text, TimeText times, List<Interval> stretches, String heading) {
        text.append(heading).append(": ").append(stretches.size());
        if (!stretches.isEmpty()) {
            text.append(", ").append(times.duration(total(stretches)));
        }
        text.append('\n');
        for (Interval stretch : stretches) {
            text.append("- ").append(times.interval(stretch)).append('\n');
        }
    }
}
