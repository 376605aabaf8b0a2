/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import java.util.ArrayList;
import java.util.List;
import org.municipalsafety.roster.plan.SwapHalf;
import org.municipalsafety.roster.resolution.RotaReason;
import org.municipalsafety.roster.resolution.Segment;

/** Decisions that do not bind, since whom they name holds a distinct position (rule R6). */
final class GivingWay implements RotaCheck {

    @Override
    public List<Finding> findings(Checked checked) {
        List<String> swaps = checked.rota().plan().decisions(SwapHalf.class).stream()
                .map(SwapHalf::id)
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (String position : checked.roster().positions()) {
            for (Segment segment : checked.roster().segments(position)) {
                for (RotaReason reason : segment.because()) {
                    // Half of a swap that gives way is a swap without effect.
                    if (reason instanceof RotaReason.DecisionGivesWay way && !swaps.contains(way.decision())) {
                        findings.add(checked.finding(
                                Finding.Kind.DECISION_GIVES_WAY,
                                position,
                                way.holder(),
                                segment.interval(),
                                reason.sentence(Checked.SV),
                                reason.sentence(Checked.EN)));
                    }
                }
            }
        }
        return findings;
    }
}
