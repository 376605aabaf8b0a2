/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.RotaReason;
import org.municipalsafety.roster.resolution.Segment;

/** Layers that never decide while a version is in force, and members who never come on duty in any of them. */
final class Unused implements RotaCheck {

    @Override
    public List<Finding> findings(Checked checked) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Set<String>> planned = new LinkedHashMap<>();
        for (Checked.InForce force : checked.versions()) {
            for (Position position : force.version().positions()) {
                Set<String> deciding = deciding(checked, position.id(), force.number());
                Set<String> members = planned.computeIfAbsent(position.id(), id -> new LinkedHashSet<>());
                for (Layer layer : position.layers()) {
                    members.addAll(force.version().membersOf(layer));
                    if (!deciding.contains(layer.id())) {
                        findings.add(checked.finding(
                                Finding.Kind.LAYER_NEVER_USED,
                                position.id(),
                                layer.id(),
                                force.part(),
                                "lager " + layer.id() + " avgör aldrig",
                                "layer " + layer.id() + " never decides"));
                    }
                }
            }
        }
        planned.forEach((position, members) -> {
            checked.duties(position).forEach(duty -> members.remove(duty.holder()));
            members.forEach(member -> findings.add(checked.finding(
                    Finding.Kind.NEVER_ON_DUTY,
                    position,
                    member,
                    checked.roster().interval(),
                    member + " har aldrig beredskap",
                    member + " is never on standby")));
        });
        return findings;
    }

    private static Set<String> deciding(Checked checked, String position, int version) {
        Set<String> deciding = new LinkedHashSet<>();
        for (Segment segment : checked.roster().segments(position)) {
            if (segment.because().contains(new RotaReason.InVersion(version))) {
                decides(segment).ifPresent(deciding::add);
            }
        }
        return deciding;
    }

    /** The layer that gives a segment its holder, or leaves it empty; others on the way only fell through. */
    private static Optional<String> decides(Segment segment) {
        Optional<String> decides = Optional.empty();
        for (RotaReason reason : segment.because()) {
            if (segment instanceof Duty && reason instanceof RotaReason.InTurn turn) {
                decides = Optional.of(turn.layer());
            } else if (reason instanceof RotaReason.LeftEmpty empty) {
                decides = Optional.of(empty.layer());
            }
        }
        return decides;
    }
}
