/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.resolution.Rota;

/** Somebody walks along the order, turn by turn, and moves a marker in each group that is passed. */
final class PlainOrder {
    private final List<String> members;
    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<String, Integer> next = new HashMap<>();
    private int hand;

    PlainOrder(PlainOrder other) {
        members = other.members;
        groups.putAll(other.groups);
        next.putAll(other.next);
        hand = other.hand;
    }

    PlainOrder(Rota rota, int version, Layer layer) {
        members = layer.rotation().members();
        for (String member : members) {
            groups.put(member, group(rota, version, member));
            next.put(member, 0);
        }
    }

    void step() {
        next.compute(members.get(hand), (member, was) -> was == null ? 1 : was + 1);
        hand = (hand + 1) % members.size();
    }

    private List<String> persons(String member) {
        return groups.getOrDefault(member, List.of());
    }

    /** Whoever is in turn, then the others of the same group as they follow. */
    List<String> persons() {
        return next(members.get(hand));
    }

    /** The persons of a member in the order in which they have its turns from now on. */
    List<String> next(String member) {
        List<String> persons = persons(member);
        List<String> turned = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            turned.add(persons.get((next.getOrDefault(member, 0) + i) % persons.size()));
        }
        return turned;
    }

    /**
     * Somebody may stand in the order more than once: goes on where the next, and the next but one, and so on, are
     * those whom the old order has there, newcomers and leavers left out. Where that decides nothing, at the place that
     * has moved least. -1 for a member who has left.
     */
    private int alike(List<String> old, int at) {
        List<String> stayed = new ArrayList<>(old);
        stayed.retainAll(members);
        for (int length = stayed.size(); length >= 0; length--) {
            int found = -1;
            for (int here = 0; here < members.size(); here++) {
                if (members.get(here).equals(old.get(at))
                        && round(old, at, members, length).equals(round(members, here, old, length))
                        && (found < 0 || Math.abs(here - at) < Math.abs(found - at))) {
                    found = here;
                }
            }
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    private static List<String> round(List<String> order, int from, List<String> others, int length) {
        List<String> following = new ArrayList<>();
        for (int step = from + 1; following.size() < length; step++) {
            String member = order.get(step % order.size());
            if (others.contains(member)) {
                following.add(member);
            }
        }
        return following;
    }

    /** Takes over from an earlier order, which walks on until somebody is left; false if nobody of it is. */
    boolean takeOver(PlainOrder old) {
        Map<String, Integer> marks = new HashMap<>();
        for (String member : groups.keySet()) {
            for (String person : old.next(member)) {
                if (marks.get(member) == null && persons(member).contains(person)) {
                    marks.put(member, persons(member).indexOf(person));
                }
            }
        }
        int most = 1;
        for (List<String> persons : old.groups.values()) {
            most = Math.max(most, persons.size());
        }
        for (int walked = 0; walked < most * old.members.size(); walked++) {
            int at = old.hand;
            String member = old.members.get(at);
            String person = old.persons().get(0);
            old.step();
            List<Integer> places = new ArrayList<>();
            if (persons(member).contains(person)) {
                places.add(alike(old.members, at));
            }
            places.add(members.indexOf(person));
            for (int i = 0; i < members.size(); i++) {
                if (persons(members.get(i)).contains(person)) {
                    places.add(i);
                }
            }
            places.add(alike(old.members, at));
            for (int place : places) {
                if (place >= 0) {
                    hand = place;
                    next.putAll(marks);
                    List<String> persons = persons(members.get(place));
                    if (persons.contains(person)) {
                        next.put(members.get(place), persons.indexOf(person));
                    }
                    return true;
                }
            }
        }
        return false;
    }

    /** The persons of a group, or the person alone. */
    static List<String> group(Rota rota, int version, String member) {
        for (Group group : rota.plan().versions().get(version).groups()) {
            if (group.id().equals(member)) {
                return group.persons();
            }
        }
        return List.of(member);
    }
}
