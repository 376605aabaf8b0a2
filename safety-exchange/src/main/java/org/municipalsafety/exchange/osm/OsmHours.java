/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.osm;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.TokenMgrError;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;

/**
 * Opening hours read from an OpenStreetMap {@code opening_hours} text.
 *
 * <p>The two languages differ: there a later rule takes a calendar day with all that ran into it from the evening
 * before; here a span belongs to the day on which it starts. So a text is not translated by its looks. It is evaluated
 * both ways for every day from 2005 to 2100, and taken over only if both agree on all of them and the rules found say
 * the same; otherwise it is refused with the first day on which they differ.
 *
 * <p>Refused as well, since evaluators disagree on them or they need data that no evaluator has: {@code ||}, comments
 * without a state, open ends, hours by the sun, ranges between two distances from Easter, {@code unknown} hours upon
 * other hours, {@code SH}; and days that there are not: years outside those that are evaluated, 30 February, a range
 * that ends before it begins, a rule that matches no day. {@code PH} is the thirteen legal days of Sweden.
 *
 * @param hours the hours
 * @param losses what the text said and the hours do not, such as a comment; empty when nothing is lost
 */
public record OsmHours(OpeningHours hours, List<String> losses) {

    /** The longest text that is read. */
    public static final int MAX_LENGTH = 4_000;

    private static final int MAX_RULES = 60;

    /** Copies. */
    public OsmHours {
        losses = List.copyOf(losses);
    }

    /**
     * Reads a text.
     *
     * @param text such as {@code Mo-Fr 08:00-16:00; PH off}
     * @return the hours
     * @throws OsmRefusedException with the reason, if it cannot be taken over
     */
    public static OsmHours read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new OsmRefusedException(
                    "The text has %s characters; expected at most %s.".formatted(text.length(), MAX_LENGTH));
        }
        List<OsmRule> rules = rules(text);
        if (rules.isEmpty() || rules.size() > MAX_RULES) {
            throw new OsmRefusedException(
                    "The text has %s rules; expected 1 to %s.".formatted(rules.size(), MAX_RULES));
        }
        OsmEvaluation evaluation = new OsmEvaluation(rules);
        evaluation.requireSameInBothLanguages();
        OpeningHours hours;
        try {
            hours = evaluation.translate(false);
        } catch (OsmRefusedException first) {
            hours = evaluation.translate(true);
        }
        List<String> losses = rules.stream()
                .filter(rule -> rule.comment != null && rule.state != OpenState.UNKNOWN)
                .map(rule -> "the comment \"" + rule.comment + '"')
                .distinct()
                .collect(Collectors.toList());
        return new OsmHours(hours, losses);
    }

    /** A rule that says nothing, as after a stray semicolon, is none: read as one it would mean "always open". */
    private static List<OsmRule> rules(String text) {
        List<OsmRule> rules = new ArrayList<>();
        for (Rule rule : parse(text)) {
            if (rule.isEmpty()) {
                continue;
            }
            try {
                rules.addAll(OsmRule.of(rule));
            } catch (OsmRefusedException refused) {
                throw refused;
            } catch (DateTimeException | IllegalArgumentException impossible) {
                throw new OsmRefusedException(
                        "The rule \"" + rule + "\" names a day that there is not: " + impossible.getMessage());
            }
        }
        return rules;
    }

    private static List<Rule> parse(String text) {
        try {
            return new OpeningHoursParser(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).rules(false);
        } catch (OpeningHoursParseException | TokenMgrError | NumberFormatException unreadable) {
            throw new OsmRefusedException("The text is no opening_hours text: " + unreadable.getMessage());
        }
    }
}
