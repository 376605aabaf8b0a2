/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

/** The contract as a user runs it. */
class RotaContractTest implements RotaContract {

    @Override
    public Rota rota() {
        Instant start = Instant.parse("2026-01-02T12:00:00Z");
        LocalDateTime anchor = LocalDateTime.parse("2026-01-02T13:00");
        return Rota.of(RotaPlan.builder("tib", ZoneId.of("Europe/Stockholm"))
                .version(RotaVersion.of(
                        start,
                        Position.of(
                                "TIB",
                                LocalizedText.of("Tjänsteperson i beredskap", "Duty officer on standby"),
                                Layer.of("grund", Rotation.weekly(anchor, "ek", "gran", "alm"))),
                        Position.of(
                                "BACKUP",
                                LocalizedText.of("Bakjour", "Backup"),
                                Layer.of("bak", Rotation.weekly(anchor, "gran", "alm", "lind", "oxel")))))
                .distinct("TIB", "BACKUP")
                .absence(new Absence("gran", Interval.of(start.plus(Duration.ofDays(20)), Duration.ofDays(9))))
                .build());
    }
}
