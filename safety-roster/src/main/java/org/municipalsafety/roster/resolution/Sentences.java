/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.text.TimeText;

/** Reasons put together to one sentence. */
final class Sentences {

    private Sentences() {}

    static String of(Segment segment, Locale locale) {
        boolean swedish = TimeText.isSwedish(locale);
        List<String> grounds = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        List<RotaReason> because = segment.because();
        RotaReason.@Nullable InTurn decisive = segment instanceof Duty ? lastTurn(because) : null;
        @Nullable RotaReason before = null;
        for (RotaReason reason : because) {
            if (reason instanceof RotaReason.InVersion || (reason.isDecision() && segment instanceof Duty)) {
                grounds.add(reason.sentence(locale));
            } else if (decisive != null && reason.equals(decisive)) {
                grounds.add((swedish ? "lager " : "layer ") + decisive.layer());
                grounds.add((swedish ? "tur " : "turn ") + decisive.turn());
            } else if (ofTurn(reason, before, decisive)) {
                grounds.add((swedish ? "grupp " : "group ") + ((RotaReason.OfGroup) reason).group());
            } else {
                rest.add(reason.sentence(locale));
            }
            before = reason;
        }
        String head;
        if (segment instanceof Duty duty) {
            head = duty.holder() + (swedish ? " har beredskap" : " is on standby");
        } else if (segment instanceof Gap) {
            head = swedish ? "ingen har beredskap fast någon ska" : "nobody is on standby though somebody has to be";
        } else {
            head = swedish ? "ingen har beredskap" : "nobody is on standby";
        }
        String according =
                grounds.isEmpty() ? "" : (swedish ? " enligt " : " according to ") + String.join(", ", grounds);
        return head + according + (rest.isEmpty() ? "" : "; " + String.join("; ", rest));
    }

    /** Whether it says for what group the decisive turn is. */
    private static boolean ofTurn(
            RotaReason reason, @Nullable RotaReason before, RotaReason.@Nullable InTurn decisive) {
        return reason instanceof RotaReason.OfGroup && before != null && before.equals(decisive);
    }

    private static RotaReason.@Nullable InTurn lastTurn(List<RotaReason> because) {
        RotaReason.@Nullable InTurn last = null;
        for (RotaReason reason : because) {
            if (reason instanceof RotaReason.InTurn turn) {
                last = turn;
            }
        }
        return last;
    }
}
