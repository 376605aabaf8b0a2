/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Decision;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Swap;
import org.municipalsafety.roster.plan.SwapHalf;
import org.municipalsafety.roster.plan.Takeover;
import org.municipalsafety.roster.resolution.Rota;

/** A rota built anew from its parts, under other names or in another order. */
final class Rebuilt {

    private Rebuilt() {}

    static Rota rebuilt(Rota rota, boolean reversed, UnaryOperator<String> id) {
        RotaPlan plan = rota.plan();
        RotaPlan.Builder builder = RotaPlan.builder(plan.id(), plan.zone());
        plan.versions().forEach(version -> builder.version(renamed(version, id)));
        ordered(plan.distinct(), reversed).forEach(builder::distinct);
        ordered(plan.absences(), reversed)
                .forEach(absence -> builder.absence(new Absence(id.apply(absence.person()), absence.interval())));
        ordered(plan.decisions(), reversed).forEach(decision -> builder.decision(renamed(decision, id)));
        ordered(plan.qualifications(), reversed)
                .forEach(one -> builder.qualification(
                        new Qualification(id.apply(one.person()), one.qualification(), one.from(), one.until())));
        return Rota.of(builder.build(), rota.calendar());
    }

    private static Decision renamed(Decision decision, UnaryOperator<String> id) {
        if (decision instanceof SwapHalf half) {
            Swap swap = half.swap();
            Swap renamed = new Swap(
                    swap.id(),
                    renamed(swap.first(), id),
                    renamed(swap.second(), id),
                    swap.decidedAt(),
                    swap.decidedBy());
            return renamed.halves().get(half.equals(swap.halves().get(0)) ? 0 : 1);
        }
        if (decision instanceof Takeover takeover) {
            return new Takeover(
                    takeover.id(),
                    takeover.position(),
                    takeover.interval(),
                    id.apply(takeover.turnsOf()),
                    id.apply(takeover.person()),
                    takeover.decidedAt(),
                    takeover.decidedBy());
        }
        SeatOverride override = (SeatOverride) decision;
        return new SeatOverride(
                override.id(),
                override.position(),
                override.interval(),
                override.holder().map(id),
                override.decidedAt(),
                override.decidedBy());
    }

    private static Swap.Side renamed(Swap.Side half, UnaryOperator<String> id) {
        return new Swap.Side(half.position(), half.interval(), id.apply(half.holder()));
    }

    private static RotaVersion renamed(RotaVersion version, UnaryOperator<String> id) {
        List<Position> positions = new ArrayList<>();
        for (Position position : version.positions()) {
            List<Layer> layers = new ArrayList<>();
            for (Layer layer : position.layers()) {
                Rotation rotation = layer.rotation();
                Substitution substitution = layer.substitution();
                layers.add(new Layer(
                        layer.id(),
                        new Rotation(
                                rotation.anchor(),
                                rotation.turns(),
                                rotation.members().stream().map(id).toList(),
                                rotation.counting()),
                        layer.window(),
                        new Substitution(
                                substitution.policy(),
                                substitution.persons().stream().map(id).toList(),
                                substitution.owed())));
            }
            positions.add(
                    new Position(position.id(), position.name(), layers, position.required(), position.requires()));
        }
        List<Group> groups = version.groups().stream()
                .map(group ->
                        new Group(group.id(), group.persons().stream().map(id).toList()))
                .toList();
        return new RotaVersion(version.effectiveFrom(), version.phase(), positions, groups);
    }

    private static <T> List<T> ordered(List<T> list, boolean reversed) {
        List<T> copy = new ArrayList<>(list);
        if (reversed) {
            Collections.reverse(copy);
        }
        return copy;
    }
}
