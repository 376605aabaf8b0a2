/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.municipalsafety.roster.plan.Swap;
import org.municipalsafety.roster.plan.SwapHalf;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.roster.resolution.RotaReason;
import org.municipalsafety.roster.resolution.Segment;
import org.threeten.extra.Interval;

/** Swaps that no longer fit the rota: they do not follow later edits, and here it shows. */
final class WornSwaps implements RotaCheck {

    @Override
    public List<Finding> findings(Checked checked) {
        List<Finding> findings = new ArrayList<>();
        for (Swap swap : checked.rota().plan().swaps()) {
            Rota without = checked.rota().with(plan -> plan.withoutDecision(swap.id()));
            for (SwapHalf half : swap.halves()) {
                if (half.interval().overlaps(checked.roster().interval())) {
                    Interval when =
                            half.interval().intersection(checked.roster().interval());
                    withoutEffect(checked, half, when, findings);
                    missesItsDuty(checked, without, half, when, findings);
                }
            }
        }
        return findings;
    }

    private static void withoutEffect(Checked checked, SwapHalf half, Interval when, List<Finding> findings) {
        for (Segment segment : checked.rota().resolve(when).segments(half.position())) {
            boolean decides = segment.because().stream()
                    .anyMatch(reason -> reason instanceof RotaReason.Swapped swapped
                            && swapped.swap().equals(half.id()));
            if (!decides) {
                findings.add(checked.finding(
                        Finding.Kind.SWAP_WITHOUT_EFFECT,
                        half.position(),
                        half.id(),
                        segment.interval(),
                        "byte " + half.id() + " gäller inte; " + segment.sentence(Checked.SV),
                        "swap " + half.id() + " has no effect; " + segment.sentence(Checked.EN)));
            }
        }
    }

    private static void missesItsDuty(
            Checked checked, Rota without, SwapHalf half, Interval when, List<Finding> findings) {
        String from = half.other().holder();
        for (Segment segment : without.resolve(when).segments(half.position())) {
            if (!segment.holding().equals(Optional.of(from))) {
                String swedish = segment.holding().orElse("ingen");
                String english = segment.holding().orElse("nobody");
                findings.add(checked.finding(
                        Finding.Kind.SWAP_MISSES_ITS_DUTY,
                        half.position(),
                        half.id(),
                        segment.interval(),
                        "byte " + half.id() + " tar tiden från " + swedish + ", inte från " + from,
                        "swap " + half.id() + " takes the time from " + english + ", not from " + from));
            }
        }
    }
}
