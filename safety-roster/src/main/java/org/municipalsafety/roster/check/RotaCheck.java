/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import java.util.List;

/**
 * Looks in rotas for one kind of thing that somebody should look at. A municipality's own checks implement it and are
 * run beside the library's.
 *
 * <pre>{@code
 * RotaCheck alone = checked -> checked.duties("TIB").stream()
 *         .filter(duty -> duty.interval().toDuration().compareTo(Duration.ofDays(14)) > 0)
 *         .map(duty -> checked.finding(TOO_LONG, "TIB", duty.holder(), duty.interval(),
 *                 "mer än två veckor i sträck", "more than two weeks on end"))
 *         .toList();
 * RotaChecks.standard().and(alone).run(rota, year).forEach(finding -> …);
 * }</pre>
 *
 * <p>A check is stateless: what it finds depends on what it is given alone.
 */
@FunctionalInterface
public interface RotaCheck {

    /**
     * What is to be found in one rota.
     *
     * @param checked the rota, resolved over the interval that is looked at
     * @return the findings, in an order that is the same each time
     */
    List<Finding> findings(Checked checked);

    /**
     * What is to be found between rotas.
     *
     * @param all the rotas that are looked at together, each resolved over the same interval
     * @return the findings; none unless the check says otherwise
     */
    default List<Finding> between(List<Checked> all) {
        return List.of();
    }
}
