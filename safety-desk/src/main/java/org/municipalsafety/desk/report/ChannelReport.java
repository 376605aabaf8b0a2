/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.report;

import static org.municipalsafety.desk.internal.Words.both;
import static org.municipalsafety.desk.internal.Words.in;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.Reachability;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.threeten.extra.Interval;

/**
 * Whom residents call, from change to change, and whether somebody can be reached at every moment.
 *
 * <p>Stateless and thread-safe.
 */
public final class ChannelReport {

    private ChannelReport() {}

    /**
     * When the channel that residents use changes.
     *
     * @param directory the channels
     * @param interval from when until when
     * @return the start of the interval, and each instant in it at which a channel's state changes
     */
    public static List<Instant> changes(Directory directory, Interval interval) {
        List<Instant> changes = new ArrayList<>();
        Instant t = interval.getStart();
        while (t.isBefore(interval.getEnd())) {
            changes.add(t);
            t = directory.reachableAt(t, Audience.PUBLIC).choices().stream()
                    .flatMap(choice -> choice.until().stream())
                    .min(Instant::compareTo)
                    .orElse(interval.getEnd());
        }
        return changes;
    }

    /**
     * Whom residents call, a line for each change.
     *
     * @param directory the channels
     * @param interval from when until when
     * @return the lines
     */
    public static List<LocalizedText> residents(Directory directory, Interval interval) {
        List<LocalizedText> lines = new ArrayList<>();
        for (Instant change : changes(directory, interval)) {
            lines.add(both(
                    directory.municipality().zone(),
                    (language, times) -> times.dateTime(change) + ": "
                            + directory
                                    .reachableAt(change, Audience.PUBLIC)
                                    .first()
                                    .map(choice -> call(directory, choice, language))
                                    .orElse(in("ingen kanal är öppen", "no channel is open", language))));
        }
        return lines;
    }

    private static String call(Directory directory, Reachability.Choice choice, Locale language) {
        return choice.channel().name().in(language) + ", "
                + choice.channel().endpoint().text() + via(directory, choice, language)
                + " (" + ChannelReason.text(choice.because(), language) + ")";
    }

    private static String via(Directory directory, Reachability.Choice choice, Locale language) {
        return choice.channel()
                .via()
                .flatMap(directory::channel)
                .map(hop -> in(" via ", " by way of ", language) + hop.name().in(language))
                .orElse("");
    }

    /**
     * What a certificate finds: that somebody can be reached at every moment, or each gap and each unknown stretch.
     *
     * @param proof the certificate
     * @return one text, a line for each stretch
     */
    public static LocalizedText certificate(CoverageCertificate proof) {
        return both(proof.zone(), (language, times) -> certificate(proof, language, times));
    }

    private static String certificate(CoverageCertificate proof, Locale language, TimeText times) {
        String period = in("Året ", "The year ", language) + times.interval(proof.interval()) + ": ";
        if (proof.holds()) {
            return period
                    + in(
                            "någon går att nå varje stund; minst ",
                            "somebody can be reached at every moment; at least ",
                            language)
                    + proof.fewestOpen()
                    + in(" öppen kanal.", " open channel.", language);
        }
        return Stream.of(
                        Stream.of(period
                                + in(
                                        "det finns tider då ingen går att nå.",
                                        "there are times when nobody can be reached.",
                                        language)),
                        proof.gaps().stream().map(gap -> in("  lucka: ", "  gap: ", language) + times.interval(gap)),
                        proof.unknowns().stream()
                                .map(gap -> in("  okänt: ", "  not known: ", language) + times.interval(gap)))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }
}
