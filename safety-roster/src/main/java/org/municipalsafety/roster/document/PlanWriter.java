/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.document;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Swap;
import org.municipalsafety.roster.plan.Takeover;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;

/** Writes a plan as the fields of its document. */
final class PlanWriter {

    private PlanWriter() {}

    static Map<String, Object> written(RotaPlan plan) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", plan.id());
        out.put("zone", plan.zone().getId());
        out.put("versions", plan.versions().stream().map(PlanWriter::written).toList());
        out.put(
                "distinct",
                plan.distinct().stream()
                        .map(pair -> object("keeps", pair.keeps(), "givesWay", pair.givesWay()))
                        .toList());
        out.put(
                "absences",
                plan.absences().stream()
                        .map(absence -> object(
                                "person", absence.person(),
                                "from", absence.interval().getStart().toString(),
                                "until", absence.interval().getEnd().toString()))
                        .toList());
        out.put(
                "overrides",
                plan.decisions(SeatOverride.class).stream()
                        .map(PlanWriter::written)
                        .toList());
        if (!plan.qualifications().isEmpty()) {
            out.put(
                    "qualifications",
                    plan.qualifications().stream().map(PlanWriter::written).toList());
        }
        out.put("swaps", plan.swaps().stream().map(PlanWriter::written).toList());
        List<Takeover> takeovers = plan.decisions(Takeover.class);
        if (!takeovers.isEmpty()) {
            out.put("takeovers", takeovers.stream().map(PlanWriter::written).toList());
        }
        return out;
    }

    private static Map<String, Object> written(RotaVersion version) {
        Map<String, Object> out = object(
                "effectiveFrom", version.effectiveFrom().toString(),
                "phase", version.phase().name(),
                "positions",
                        version.positions().stream().map(PlanWriter::written).toList());
        if (!version.groups().isEmpty()) {
            out.put(
                    "groups",
                    version.groups().stream()
                            .map(group -> object("id", group.id(), "persons", group.persons()))
                            .toList());
        }
        return out;
    }

    private static Map<String, Object> written(Position position) {
        Map<String, Object> out = object(
                "id", position.id(),
                "name", position.name().byLanguage(),
                "required", written(position.required()),
                "layers", position.layers().stream().map(PlanWriter::written).toList());
        if (!position.requires().isEmpty()) {
            out.put("requires", position.requires());
        }
        return out;
    }

    private static Map<String, Object> written(Qualification qualification) {
        Map<String, Object> out = object(
                "person", qualification.person(),
                "qualification", qualification.qualification(),
                "from", qualification.from().toString());
        qualification.until().ifPresent(until -> out.put("until", until.toString()));
        return out;
    }

    private static Map<String, Object> written(Layer layer) {
        Substitution substitution = layer.substitution();
        Map<String, Object> policy = object("policy", substitution.policy().name());
        if (!substitution.persons().isEmpty()) {
            policy.put("persons", substitution.persons());
        }
        if (substitution.owed()) {
            policy.put("owed", true);
        }
        Rotation rotation = layer.rotation();
        return object(
                "id",
                layer.id(),
                "rotation",
                object(
                        "anchor", rotation.anchor().toString(),
                        "turns", written(rotation.turns()),
                        "members", rotation.members(),
                        "counting", rotation.counting().name()),
                "window",
                written(layer.window()),
                "substitution",
                policy);
    }

    private static Map<String, Object> written(Turns turns) {
        if (turns instanceof Turns.Days days) {
            return object("days", days.days());
        }
        if (turns instanceof Turns.Weeks weeks) {
            return object("weeks", weeks.weeks());
        }
        if (turns instanceof Turns.Months months) {
            return months.end() == Turns.MonthEnd.LAST_DAY
                    ? object("months", months.months())
                    : object("months", months.months(), "monthEnd", months.end().name());
        }
        if (turns instanceof Turns.Elapsed elapsed) {
            return object("elapsed", elapsed.elapsed().toString());
        }
        return object(
                "cycle",
                ((Turns.Cycle) turns).cycle().stream().map(Duration::toString).toList());
    }

    private static Object written(Window window) {
        if (window.equals(Window.ALWAYS)) {
            return true;
        }
        if (window.equals(Window.NEVER)) {
            return false;
        }
        return window.hours().stream().map(PlanWriter::written).toList();
    }

    private static Map<String, Object> written(Window.Hours hours) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("days", hours.days().stream().map(Enum::name).toList());
        if (!hours.classes().isEmpty()) {
            out.put("classes", hours.classes().stream().map(DayClass::id).toList());
        }
        if (!hours.except().isEmpty()) {
            out.put("except", hours.except().stream().map(DayClass::id).toList());
        }
        out.put("hours", hours.span().toString());
        return out;
    }

    private static Map<String, Object> written(SeatOverride override) {
        Map<String, Object> out = object(
                "id", override.id(),
                "position", override.position(),
                "from", override.interval().getStart().toString(),
                "until", override.interval().getEnd().toString());
        override.holder().ifPresent(holder -> out.put("holder", holder));
        out.put("decidedAt", override.decidedAt().toString());
        out.put("decidedBy", override.decidedBy());
        return out;
    }

    private static Map<String, Object> written(Swap swap) {
        return object(
                "id", swap.id(),
                "first", written(swap.first()),
                "second", written(swap.second()),
                "decidedAt", swap.decidedAt().toString(),
                "decidedBy", swap.decidedBy());
    }

    private static Map<String, Object> written(Takeover takeover) {
        return object(
                "id", takeover.id(),
                "position", takeover.position(),
                "from", takeover.interval().getStart().toString(),
                "until", takeover.interval().getEnd().toString(),
                "turnsOf", takeover.turnsOf(),
                "holder", takeover.person(),
                "decidedAt", takeover.decidedAt().toString(),
                "decidedBy", takeover.decidedBy());
    }

    private static Map<String, Object> written(Swap.Side half) {
        return object(
                "position", half.position(),
                "from", half.interval().getStart().toString(),
                "until", half.interval().getEnd().toString(),
                "holder", half.holder());
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> out = new LinkedHashMap<>();
        List<Object> all = List.of(namesAndValues);
        for (int i = 0; i < all.size(); i += 2) {
            out.put((String) all.get(i), all.get(i + 1));
        }
        return out;
    }
}
