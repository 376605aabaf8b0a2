/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Turns;
import org.threeten.extra.Interval;

/** Rotas in Stockholm that fit on a few lines, written and read in the time on the wall. */
final class SmallRotas {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    static final Locale SV = Locale.forLanguageTag("sv");

    private SmallRotas() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    static Interval between(String from, String until) {
        return Interval.of(at(from), at(until));
    }

    static Layer daily(String id, String anchor, String... members) {
        return Layer.of(id, new Rotation(LocalDateTime.parse(anchor), new Turns.Days(1), List.of(members)));
    }

    static Layer weekly(String id, String anchor, String... members) {
        return Layer.of(id, Rotation.weekly(LocalDateTime.parse(anchor), members));
    }

    static Position position(String id, Layer... layers) {
        return Position.of(id, LocalizedText.of("Plats " + id, "Seat " + id), layers);
    }

    static RotaVersion version(String from, Position... positions) {
        return RotaVersion.of(at(from), positions);
    }

    static RotaVersion restart(String from, Position... positions) {
        return new RotaVersion(at(from), RotaVersion.Phase.RESTART, List.of(positions));
    }

    static RotaPlan.Builder rota(RotaVersion... versions) {
        RotaPlan.Builder builder = RotaPlan.builder("prov", STOCKHOLM);
        for (RotaVersion version : versions) {
            builder.version(version);
        }
        return builder;
    }

    static Absence absent(String person, String from, String until) {
        return new Absence(person, between(from, until));
    }

    static SeatOverride decided(String id, String position, String from, String until, String holder) {
        return new SeatOverride(id, position, between(from, until), holder, at("2026-09-01T12:00"), "Vakthavande");
    }

    static SeatOverride vacated(String id, String position, String from, String until) {
        return SeatOverride.vacating(id, position, between(from, until), at("2026-09-01T12:00"), "Vakthavande");
    }

    /** The holder, or {@code gap} or {@code off}. */
    static String who(Segment segment) {
        return segment.holding().orElse(segment instanceof Gap ? "gap" : "off");
    }

    /** One line for each segment: when it begins and who holds it. */
    static List<String> lines(Rota rota, String position, String from, String until) {
        return rota.resolve(between(from, until)).segments(position).stream()
                .map(segment -> local(segment.interval().getStart()) + " " + who(segment))
                .toList();
    }

    /** Start, end and holder of the whole segment. */
    static String line(Rota rota, String position, String at) {
        Segment segment = rota.at(position, at(at));
        return local(segment.interval().getStart()) + " "
                + local(segment.interval().getEnd()) + " " + who(segment);
    }

    private static String local(Instant at) {
        return LocalDateTime.ofInstant(at, STOCKHOLM).toString();
    }
}
