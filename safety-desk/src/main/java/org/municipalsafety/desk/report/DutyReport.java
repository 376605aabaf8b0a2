/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.report;

import static org.municipalsafety.desk.internal.Words.both;
import static org.municipalsafety.desk.internal.Words.in;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.roster.resolution.Segment;

/**
 * Who is on duty, until when, who is next, and why.
 *
 * <p>Stateless and thread-safe.
 */
public final class DutyReport {

    private DutyReport() {}

    /**
     * Who holds a position, until when, who is next, and why.
     *
     * @param rota the rota
     * @param position the position's id
     * @param at the instant
     * @return one line
     */
    public static LocalizedText now(Rota rota, String position, Instant at) {
        Segment segment = rota.at(position, at);
        Optional<Duty> next = rota.next(position, at).duty();
        return both(
                rota.plan().zone(),
                (language, times) -> position + ": " + holder(segment, language)
                        + in(" till ", " until ", language)
                        + times.dateTime(segment.interval().getEnd())
                        + next.map(duty -> in("; sedan ", "; then ", language) + duty.holder())
                                .orElse("") + ". "
                        + reasons(segment, language));
    }

    /**
     * Who holds or held a position at another time, and why.
     *
     * @param rota the rota
     * @param position the position's id
     * @param at the instant
     * @return one line
     */
    public static LocalizedText then(Rota rota, String position, Instant at) {
        Segment segment = rota.at(position, at);
        return both(
                rota.plan().zone(),
                (language, times) ->
                        times.dateTime(at) + ": " + holder(segment, language) + ". " + reasons(segment, language));
    }

    /**
     * Who holds a segment.
     *
     * @param segment the segment
     * @param language Swedish, or else English
     * @return the holder's id, or a word for nobody
     */
    public static String holder(Segment segment, Locale language) {
        return segment instanceof Duty duty ? duty.holder() : in("ingen", "nobody", language);
    }

    /**
     * Why a segment is as it is.
     *
     * @param segment the segment
     * @param language Swedish, or else English
     * @return the reasons, the one that decided first
     */
    public static String reasons(Segment segment, Locale language) {
        return segment.because().stream()
                .map(reason -> reason.sentence(language))
                .collect(Collectors.joining("; "));
    }
}
