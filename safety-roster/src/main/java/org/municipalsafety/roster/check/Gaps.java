/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import java.util.ArrayList;
import java.util.List;
import org.municipalsafety.roster.resolution.Gap;
import org.municipalsafety.roster.resolution.Segment;

/** Required hours in which nobody is on duty (rule R11). */
final class Gaps implements RotaCheck {

    @Override
    public List<Finding> findings(Checked checked) {
        List<Finding> findings = new ArrayList<>();
        for (String position : checked.roster().positions()) {
            for (Segment segment : checked.roster().segments(position)) {
                if (segment instanceof Gap gap) {
                    findings.add(checked.finding(
                            Finding.Kind.GAP,
                            position,
                            gap.interval(),
                            gap.sentence(Checked.SV),
                            gap.sentence(Checked.EN)));
                }
            }
        }
        return findings;
    }
}
