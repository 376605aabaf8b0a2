/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.time.ZoneClock;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.RotaVersion;

/**
 * A layer of a position in one version, ready to be asked whose turn it is.
 *
 * @param begins since when anybody is in turn
 * @param outside the reason when its window is closed
 */
record Turner(
        Layer layer,
        Handovers handovers,
        Openings openings,
        Tally tally,
        Instant begins,
        Order order,
        List<Order.Named> substitutes,
        RotaReason outside) {

    /**
     * Makes a layer ready.
     *
     * @param old the position in the version before, whose turns go on, or null where they begin anew
     */
    static Turner of(Layer layer, @Nullable Seat old, RotaVersion plan, MunicipalCalendar calendar, ZoneClock clock) {
        Handovers handovers = Handovers.of(layer.rotation(), clock);
        Openings openings = new Openings(layer.window(), calendar);
        Instant anchor =
                Instant.ofEpochSecond(clock.second(layer.rotation().anchor().toEpochSecond(ZoneOffset.UTC)));
        Instant at = plan.effectiveFrom().isAfter(anchor) ? plan.effectiveFrom() : anchor;
        Instant begins = plan.phase() == RotaVersion.Phase.RESTART ? at : anchor;
        Tally tally = Tally.since(begins, layer.rotation().counting(), handovers, openings, clock);
        Order order = Order.of(layer.rotation().members(), plan);
        Turner before = old == null ? null : old.layer(layer.id());
        if (before != null && !before.begins.isAfter(at)) {
            Tally following = tally.following(before.tally, at);
            Stretch then = new Stretch(at, clock, true);
            long oldPlace = before.tally.before(before.handovers.turn(then));
            if (order.follow(before.order, oldPlace, following.before(handovers.turn(then)))) {
                tally = following;
            }
        }
        List<Order.Named> substitutes = layer.substitution().persons().stream()
                .flatMap(named -> Order.named(named, plan).stream())
                .toList();
        return new Turner(
                layer,
                handovers,
                openings,
                tally,
                begins,
                order,
                substitutes,
                new RotaReason.OutsideWindow(layer.id()));
    }

    String id() {
        return layer.id();
    }

    /** Whether somebody is a member or a substitute. */
    boolean names(String person) {
        return order.names(person)
                || substitutes.stream().anyMatch(named -> named.person().equals(person));
    }
}
