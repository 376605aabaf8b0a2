/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.situation.Situation;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

/**
 * The situation at an instant (lägesbild): what a page for the staff is made of.
 *
 * <pre>{@code
 * SituationPicture.of(folder.directory(), folder.rota(), situation, week, now)
 *         .withAlerts(List.of(new AlertHistory(alert.kind(), engine.log(alert.id()))));
 * }</pre>
 *
 * <p>It is for the staff: of the situation it holds what they may see, and nothing of a higher class (rule D3).
 *
 * <p>Immutable and thread-safe.
 *
 * @param directory the municipality's channels
 * @param rota who takes turns
 * @param situation what has happened and what is done about it
 * @param period the time that is told of
 * @param at the instant at which it stands so
 * @param banner what stands above everything else, such as that it is an exercise
 * @param alerts the alerts and what happened to them
 */
public record SituationPicture(
        Directory directory,
        Rota rota,
        Situation situation,
        Interval period,
        Instant at,
        Optional<LocalizedText> banner,
        List<AlertHistory> alerts) {

    /** Copies, and leaves out what the staff may not see. */
    public SituationPicture {
        requireNonNull(directory, "directory");
        requireNonNull(rota, "rota");
        requireNonNull(period, "period");
        requireNonNull(at, "at");
        requireNonNull(banner, "banner");
        situation = situation.view(Audience.STAFF);
        alerts = List.copyOf(alerts);
    }

    /**
     * A picture without alerts.
     *
     * @param directory the municipality's channels
     * @param rota who takes turns
     * @param situation what has happened and what is done about it
     * @param period the time that is told of
     * @param at the instant at which it stands so
     * @return the picture
     */
    public static SituationPicture of(
            Directory directory, Rota rota, Situation situation, Interval period, Instant at) {
        return new SituationPicture(directory, rota, situation, period, at, Optional.empty(), List.of());
    }

    /**
     * With words above everything else.
     *
     * @param words such as that it is an exercise
     * @return the other picture
     */
    public SituationPicture withBanner(LocalizedText words) {
        return new SituationPicture(directory, rota, situation, period, at, Optional.of(words), alerts);
    }

    /**
     * With alerts.
     *
     * @param histories the alerts and what happened to them
     * @return the other picture
     */
    public SituationPicture withAlerts(List<AlertHistory> histories) {
        return new SituationPicture(directory, rota, situation, period, at, banner, histories);
    }

    ZoneId zone() {
        return directory.municipality().zone();
    }
}
