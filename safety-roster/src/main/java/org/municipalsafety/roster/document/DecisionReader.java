/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.document;

import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Distinct;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Swap;
import org.municipalsafety.roster.plan.Takeover;

/** Reads what lies across the versions of a rota: absences, qualifications, distinct positions, decisions. */
final class DecisionReader {

    private DecisionReader() {}

    static Field<Distinct> distinct(Node node) {
        return node.object(in -> {
            var keeps = in.required("keeps", Salvage::id);
            var givesWay = in.required("givesWay", Salvage::id);
            return in.buildWithStandIns(() -> new Distinct(keeps.get(), givesWay.get()));
        });
    }

    static Field<Absence> absence(Node node) {
        return node.object(in -> {
            var person = in.required("person", Salvage::id);
            var interval = in.interval("from", "until").standIn(() -> Salvage.SOME_TIME);
            return in.buildWithStandIns(() -> new Absence(person.get(), interval.get()));
        });
    }

    static Field<Qualification> qualification(Node node) {
        return node.object(in -> {
            var person = in.required("person", Node::id);
            var qualification = in.required("qualification", Node::id);
            var from = in.required("from", Node::instant);
            var until = in.optional("until", Node::instant);
            return in.build(() -> new Qualification(person.get(), qualification.get(), from.get(), until.get()));
        });
    }

    static Field<SeatOverride> override(Node node) {
        return node.object(in -> {
            var id = in.required("id", Salvage::id);
            var position = in.required("position", Salvage::id);
            var interval = in.interval("from", "until");
            var holder = in.optional("holder", Salvage::id);
            var decidedAt = in.required("decidedAt", Node::instant);
            var decidedBy = in.required("decidedBy", Node::text).standIn(() -> "?");
            return in.buildWithStandIns(() -> new SeatOverride(
                            id.get(), position.get(), interval.get(), holder.get(), decidedAt.get(), decidedBy.get()))
                    .standIn(() -> new SeatOverride(
                            id.get(),
                            position.get(),
                            interval.standIn(() -> Salvage.SOME_TIME).get(),
                            holder.get(),
                            Salvage.rankOfItsOwn(node),
                            decidedBy.get()));
        });
    }

    static Field<Swap> swap(Node node) {
        return node.object(in -> {
            var id = in.required("id", Salvage::id);
            var first = in.required("first", DecisionReader::half);
            var second = in.required("second", DecisionReader::half);
            var decidedAt = in.required("decidedAt", Node::instant).standIn(() -> Salvage.rankOfItsOwn(node));
            var decidedBy = in.required("decidedBy", Node::text).standIn(() -> "?");
            return in.buildWithStandIns(
                    () -> new Swap(id.get(), first.get(), second.get(), decidedAt.get(), decidedBy.get()));
        });
    }

    static Field<Takeover> takeover(Node node) {
        return node.object(in -> {
            var id = in.required("id", Salvage::id);
            var position = in.required("position", Salvage::id);
            var interval = in.interval("from", "until").standIn(() -> Salvage.timeOfItsOwn(node));
            var turnsOf = in.required("turnsOf", Salvage::id);
            var holder = in.required("holder", Salvage::id);
            var decidedAt = in.required("decidedAt", Node::instant).standIn(() -> Salvage.rankOfItsOwn(node));
            var decidedBy = in.required("decidedBy", Node::text).standIn(() -> "?");
            return in.buildWithStandIns(() -> new Takeover(
                    id.get(),
                    position.get(),
                    interval.get(),
                    turnsOf.get(),
                    holder.get(),
                    decidedAt.get(),
                    decidedBy.get()));
        });
    }

    private static Field<Swap.Side> half(Node node) {
        return node.object(in -> {
            var position = in.required("position", Salvage::id);
            var interval = in.interval("from", "until").standIn(() -> Salvage.timeOfItsOwn(node));
            var holder = in.required("holder", Salvage::id);
            return in.buildWithStandIns(() -> new Swap.Side(position.get(), interval.get(), holder.get()));
        });
    }
}
