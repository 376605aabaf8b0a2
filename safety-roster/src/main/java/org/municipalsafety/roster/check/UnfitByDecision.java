/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import java.util.ArrayList;
import java.util.List;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.RotaReason;
import org.threeten.extra.Interval;

/** Decisions that put somebody on duty who is absent, or lacks what the position requires. */
final class UnfitByDecision implements RotaCheck {

    @Override
    public List<Finding> findings(Checked checked) {
        List<Finding> findings = new ArrayList<>();
        for (String position : checked.roster().positions()) {
            for (Duty duty : checked.duties(position)) {
                if (duty.because().stream().anyMatch(RotaReason::isDecision)) {
                    absent(checked, duty, findings);
                    unqualified(checked, duty, findings);
                }
            }
        }
        return findings;
    }

    private static void absent(Checked checked, Duty duty, List<Finding> findings) {
        for (Absence absence : checked.rota().plan().absences()) {
            if (absence.person().equals(duty.holder()) && absence.interval().overlaps(duty.interval())) {
                findings.add(checked.finding(
                        Finding.Kind.ABSENT_BY_DECISION,
                        duty.position(),
                        duty.holder(),
                        absence.interval().intersection(duty.interval()),
                        duty.holder() + " är frånvarande men har beredskap enligt beslut",
                        duty.holder() + " is absent but on standby by decision"));
            }
        }
    }

    private static void unqualified(Checked checked, Duty duty, List<Finding> findings) {
        for (String required : required(checked.rota().plan(), duty)) {
            for (Interval lacking : checked.rota().lacks(duty.holder(), required, duty.interval())) {
                findings.add(checked.finding(
                        Finding.Kind.UNQUALIFIED_BY_DECISION,
                        duty.position(),
                        duty.holder(),
                        lacking,
                        duty.holder() + " saknar behörigheten " + required + " men har beredskap enligt beslut",
                        duty.holder() + " lacks the qualification " + required + " but is on standby by decision"));
            }
        }
    }

    /** What the version that a duty names requires of its holder. */
    private static List<String> required(RotaPlan plan, Duty duty) {
        for (RotaReason reason : duty.because()) {
            if (reason instanceof RotaReason.InVersion in) {
                for (Position position : plan.versions().get(in.version() - 1).positions()) {
                    if (position.id().equals(duty.position())) {
                        return position.requires();
                    }
                }
            }
        }
        return List.of();
    }
}
