/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.threeten.extra.Interval;

/** Members and named substitutes who lack what their position requires while they are planned for it. */
final class UnqualifiedMembers implements RotaCheck {

    private record Need(String position, String member, String qualification) {}

    @Override
    public List<Finding> findings(Checked checked) {
        Map<Need, List<Interval>> needs = new LinkedHashMap<>();
        for (Checked.InForce force : checked.versions()) {
            for (Position position : force.version().positions()) {
                for (String required : position.requires()) {
                    for (String member : force.version().personsOf(position)) {
                        add(
                                needs.computeIfAbsent(
                                        new Need(position.id(), member, required), need -> new ArrayList<>()),
                                force.part());
                    }
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        needs.forEach((need, spans) -> spans.forEach(span -> checked.rota()
                .lacks(need.member(), need.qualification(), span)
                .forEach(lacking -> findings.add(finding(checked, need, span, lacking)))));
        return findings;
    }

    /** Parts that follow each other without a seam are one. */
    private static void add(List<Interval> known, Interval part) {
        int last = known.size() - 1;
        if (last >= 0 && known.get(last).getEnd().equals(part.getStart())) {
            known.set(last, known.get(last).span(part));
        } else {
            known.add(part);
        }
    }

    private static Finding finding(Checked checked, Need need, Interval span, Interval lacking) {
        @Nullable Instant expired = null;
        for (Qualification one : checked.rota().plan().qualifications()) {
            Instant until = one.until().orElse(Instant.MAX);
            if (one.person().equals(need.member())
                    && one.qualification().equals(need.qualification())
                    && !until.isAfter(lacking.getStart())) {
                expired = expired == null ? until : Checked.later(expired, until);
            }
        }
        if (expired == null) {
            return checked.finding(
                    Finding.Kind.QUALIFICATION_MISSING,
                    need.position(),
                    need.member(),
                    lacking,
                    need.member() + " saknar behörigheten " + need.qualification(),
                    need.member() + " lacks the qualification " + need.qualification());
        }
        boolean expiring = expired.isAfter(span.getStart());
        var zone = checked.roster().zone();
        return checked.finding(
                expiring ? Finding.Kind.QUALIFICATION_EXPIRING : Finding.Kind.QUALIFICATION_EXPIRED,
                need.position(),
                need.member(),
                lacking,
                "behörigheten " + need.qualification() + " för " + need.member() + (expiring ? " går ut " : " gick ut ")
                        + TimeText.of(Checked.SV, zone).dateTime(expired),
                "the qualification " + need.qualification() + " of " + need.member()
                        + (expiring ? " expires " : " expired ")
                        + TimeText.of(Checked.EN, zone).dateTime(expired));
    }
}
