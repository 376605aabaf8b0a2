/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param interval the time that was checked
 * @param channels the channels that were counted, in order of choice
 * @param restsOn the SHA-256 of every channel that an answer rests on, by id: those counted and those they refer to
 * @param calendarVersion the calendar
 * @param timeZoneDataVersion the edition of the IANA time-zone data, such as {@code 2026a}
 * @param zone where the clocks are
 * @param gaps when every channel is closed, in order, none touching another
 * @param unknowns when none is known to be open and at least one is unknown, in order, none touching another
 * @param fewestOpen the least number of channels known to be open at one time
 * @param always whether what was found holds at all times, and on what ground
 */
public record CoverageCertificate(
        Interval interval,
        List<Counted> channels,
        Map<String, String> restsOn,
        String calendarVersion,
        String timeZoneDataVersion,
        ZoneId zone,
        List<Interval> gaps,
        List<Interval> unknowns,
        int fewestOpen,
        Always always) {

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
         * @throws IllegalArgumentException if there is no ground
         */
        public Always {
            grounds = List.copyOf(grounds);
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

        /** Checks that the parts are there. */
        public Counted {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
        }
    }

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if the interval is unbounded or empty, or it is to hold always and has a gap or
     *     an unknown stretch
     */
    public CoverageCertificate {
        WallClock.requireBounded(interval, "interval");
        channels = List.copyOf(channels);
        restsOn = Collections.unmodifiableMap(new LinkedHashMap<>(restsOn));
        requireNonNull(calendarVersion, "calendarVersion");
        requireNonNull(timeZoneDataVersion, "timeZoneDataVersion");
        requireNonNull(zone, "zone");
        gaps = List.copyOf(gaps);
        unknowns = List.copyOf(unknowns);
        if (always.claimed() && !(gaps.isEmpty() && unknowns.isEmpty())) {
            throw new IllegalArgumentException("nothing that always holds while there is a gap or something unknown");
        }
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
        TimeText times = TimeText.of(locale, zone);
        StringBuilder text = new StringBuilder();
        text.append(swedish ? "Intyg om nåbarhet\n" : "Certificate of reachability\n");
        text.append(swedish ? "Kontrollerad tid: " : "Time checked: ")
                .append(times.interval(interval))
                .append(" (")
                .append(zone)
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
