/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.duty;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.roster.document.RotaDocument;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

/** Two questions and their answers, in sentences. */
public final class Questions {

    private Questions() {}

    /**
     * Who is on duty in a position, until when, and why.
     *
     * @param file a rota document
     * @param position the position, such as {@code TIB}
     * @param now when
     * @param period the period that matters, which holds {@code now}
     * @param locale Swedish, or else English
     * @return the answer
     */
    public static String whoIsOnDuty(Path file, String position, Instant now, Interval period, Locale locale) {
        // snippet duty
        Rota rota = RotaDocument.read(file); // every fault at once, each with its JSON pointer
        Roster roster = rota.resolve(period);
        Duty duty = roster.at(position, now).orElseThrow();
        String until =
                TimeText.of(locale, roster.zone()).dateTime(duty.interval().getEnd());
        String why =
                duty.because().stream().map(reason -> reason.sentence(locale)).collect(Collectors.joining("; "));
        return duty.holder() + ", " + until + ": " + why;
        // end
    }

    /**
     * Whether somebody can be reached around the clock.
     *
     * @param file a directory document
     * @param period the period to prove it for
     * @param locale Swedish, or else English
     * @return the certificate's text
     */
    public static String isSomebodyReachable(Path file, Interval period, Locale locale) {
        // snippet certificate
        Directory directory = DirectoryDocument.read(file);
        CoverageCertificate proof = directory.certify(Audience.PUBLIC, period);
        if (!proof.holds()) {
            proof.gaps().forEach(gap -> System.err.println("nobody: " + gap));
        }
        return proof.text(locale); // names what it rests on: rules, calendar, time-zone data
        // end
    }
}
