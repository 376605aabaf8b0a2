/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.time.ZoneClock;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaVersion;

/**
 * A position in one version, ready to be asked.
 *
 * @param layers who fills it, the highest first
 * @param required when it has to be filled
 * @param requires the qualifications that it takes
 */
record Seat(List<Turner> layers, Openings required, List<String> requires) {

    /** The positions of each version, by their ids; the turns of a version go on where those of the one before were. */
    static List<Map<String, Seat>> ofVersions(List<RotaVersion> plans, MunicipalCalendar calendar, ZoneClock clock) {
        List<Map<String, Seat>> versions = new ArrayList<>();
        Map<String, Seat> before = Map.of();
        for (RotaVersion plan : plans) {
            Map<String, Seat> old = plan.phase() == RotaVersion.Phase.RESTART ? Map.of() : before;
            Map<String, Seat> seats = new LinkedHashMap<>();
            for (Position position : plan.positions()) {
                List<Turner> layers = new ArrayList<>();
                for (Layer layer : position.layers()) {
                    layers.add(Turner.of(layer, old.get(position.id()), plan, calendar, clock));
                }
                Openings required = new Openings(position.required(), calendar);
                seats.put(position.id(), new Seat(List.copyOf(layers), required, position.requires()));
            }
            versions.add(seats);
            before = seats;
        }
        return versions;
    }

    /** The layer with an id, or null. */
    @Nullable
    Turner layer(String id) {
        for (Turner layer : layers) {
            if (layer.id().equals(id)) {
                return layer;
            }
        }
        return null;
    }
}
