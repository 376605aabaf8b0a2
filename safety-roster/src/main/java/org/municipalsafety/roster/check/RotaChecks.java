/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

/**
 * Looks through rotas for what somebody should look at: the library's checks, and those that a municipality adds.
 *
 * <pre>{@code
 * Window office = Window.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "08:00-17:00");
 * RotaChecks.standard(office).and(ourOwn).run(List.of(tib, kib), year).forEach(finding -> …);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class RotaChecks {

    private final List<RotaCheck> checks;

    private RotaChecks(List<RotaCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /**
     * The library's checks, with handovers at any time.
     *
     * @return the checks
     */
    public static RotaChecks standard() {
        return standard(Window.ALWAYS);
    }

    /**
     * The library's checks.
     *
     * @param handoverHours when handovers should lie; unlike elsewhere the end of a span is one of its times, so that
     *     {@code 08:00-17:00} allows one at 17:00. {@link Window#ALWAYS} allows all
     * @return the checks
     */
    public static RotaChecks standard(Window handoverHours) {
        return new RotaChecks(List.of(
                new Gaps(),
                new GivingWay(),
                new UnfitByDecision(),
                new HandoverHours(handoverHours),
                new UnqualifiedMembers(),
                new Unused(),
                new WornSwaps(),
                new DoubleBookings()));
    }

    /**
     * These checks and one more.
     *
     * @param check the check
     * @return the checks together
     */
    public RotaChecks and(RotaCheck check) {
        List<RotaCheck> all = new ArrayList<>(checks);
        all.add(requireNonNull(check, "check"));
        return new RotaChecks(all);
    }

    /**
     * All findings of one rota.
     *
     * @param rota the rota
     * @param interval where to look, as {@link Rota#resolve} takes it
     * @return the findings, those of one check after those of another
     */
    public List<Finding> run(Rota rota, Interval interval) {
        return run(List.of(rota), interval);
    }

    /**
     * All findings, of one rota after the other, and then those between them.
     *
     * @param rotas the rotas
     * @param interval where to look, as {@link Rota#resolve} takes it
     * @return the findings, within a rota those of one check after those of another
     */
    public List<Finding> run(List<Rota> rotas, Interval interval) {
        List<Checked> all =
                rotas.stream().map(rota -> Checked.of(rota, interval)).toList();
        List<Finding> findings = new ArrayList<>();
        for (Checked checked : all) {
            checks.forEach(check -> findings.addAll(check.findings(checked)));
        }
        checks.forEach(check -> findings.addAll(check.between(all)));
        return List.copyOf(findings);
    }
}
