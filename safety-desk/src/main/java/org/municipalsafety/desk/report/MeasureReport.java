/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.report;

import static org.municipalsafety.desk.internal.Words.both;
import static org.municipalsafety.desk.internal.Words.in;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.measure.Measure;
import org.municipalsafety.core.measure.MeasureState;
import org.municipalsafety.core.situation.Situation;
import org.municipalsafety.core.text.LocalizedText;

/**
 * Which measures are in force, and which are to be judged again.
 *
 * <p>Stateless and thread-safe.
 */
public final class MeasureReport {

    private MeasureReport() {}

    /**
     * The measures in a state: each with its wording and its review.
     *
     * @param situation the situation; what the staff may see of it is told
     * @param state the state
     * @param at the instant
     * @return a line for each
     */
    public static List<LocalizedText> measures(Situation situation, MeasureState state, Instant at) {
        ZoneId zone = situation.municipality().zone();
        List<LocalizedText> lines = new ArrayList<>();
        for (Measure measure : situation.view(Audience.STAFF).measures()) {
            measure.termAt(at)
                    .filter(term -> measure.stateAt(at).equals(Optional.of(state)))
                    .ifPresent(term -> lines.add(both(
                            zone,
                            (language, times) -> measure.name().in(language) + ": "
                                    + state.text().in(language) + ", "
                                    + term.wording().in(language) + ". "
                                    + in("Ny bedömning ", "Review ", language)
                                    + times.dateTime(term.review()) + ".")));
        }
        return lines;
    }
}
