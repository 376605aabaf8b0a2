/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import java.util.List;
import org.municipalsafety.core.document.Fault;

/**
 * Persons who share one place in a rotation and take it in turn.
 *
 * <p>A rotation names the group's id among its members. Each time the group comes round in the order, the next of its
 * persons has the turn, so that a group of two with one place has half as many turns a head as a person with a place of
 * one's own. Whoever of them is in turn and cannot is replaced within the group first: the next of its persons who can
 * stands in, and the group's later turns do not move. Only when none of them can is the layer's {@link Substitution}
 * asked.
 *
 * <p>A group is on duty with one person at a time. Who needs two people at the same time has two positions, declared
 * {@link Distinct}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its name in the version; no person has it
 * @param persons the persons in order, 1 to 100, each once; none of them is a group
 */
public record Group(String id, List<String> persons) {

    /** Copies and checks. */
    public Group {
        persons = List.copyOf(persons);
        Faults faults = new Faults()
                .id("/id", id)
                .check(
                        !persons.isEmpty() && persons.size() <= 100,
                        Fault.of("/persons", persons.size() + " persons", "1 to 100 persons"))
                .ids("/persons", persons)
                .eachOnce("/persons", persons);
        for (int i = 0; i < persons.size(); i++) {
            faults.check(
                    !persons.get(i).equals(id),
                    Fault.of("/persons/" + i, "the group " + id + " itself", "a person: groups hold no groups"));
        }
        faults.refuse("group");
    }

    /**
     * A group.
     *
     * @param id its name in the version
     * @param persons the persons in order
     * @return the group
     */
    public static Group of(String id, String... persons) {
        return new Group(id, List.of(persons));
    }
}
