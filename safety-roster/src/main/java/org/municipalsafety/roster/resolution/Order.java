/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.roster.plan.RotaVersion;

/**
 * Whose turn each place in the order of a rotation is, also within its groups.
 *
 * <p>Places are counted without end. A group has one of its persons after the other, each time that it comes round, so
 * that the person follows from the place by arithmetic. A rotation without groups pays for none.
 *
 * <p>Nothing of it changes once the rota is built.
 */
final class Order {

    /** A person, and the group for which that person is named, if any. */
    record Named(String person, @Nullable String group) {}

    /** A group as far as the order goes: where its counting begins. */
    private static final class Share {
        private final List<Named> persons;
        private final int[] slots;
        private final int size;
        /** Which person has the group's turn with the number 0. */
        private long shift;

        Share(List<Named> persons, int[] slots, int size) {
            this.persons = persons;
            this.slots = slots;
            this.size = size;
        }

        /** How often the group had come round before a place. */
        long before(long place) {
            int found = Arrays.binarySearch(slots, Math.floorMod(place, size));
            int within = found >= 0 ? found : -found - 1;
            return Math.floorDiv(place, (long) size) * slots.length + within;
        }

        Named person(long number) {
            return persons.get(Math.floorMod(number + shift, persons.size()));
        }

        int indexOf(String person) {
            for (int i = 0; i < persons.size(); i++) {
                if (persons.get(i).person().equals(person)) {
                    return i;
                }
            }
            return -1;
        }
    }

    private final List<String> members;
    /** Whom each place stands for: one person, or those of a group in its own order. */
    private final List<List<Named>> slots = new ArrayList<>();

    private final Map<String, Share> shares = new LinkedHashMap<>();
    /** Where each member stands. */
    private final Map<String, List<Integer>> places = new HashMap<>();
    /** Where the first group stands that has a person. */
    private final Map<String, Integer> grouped = new HashMap<>();

    private long offset;

    private Order(List<String> members, RotaVersion version) {
        this.members = members;
        for (int i = 0; i < members.size(); i++) {
            String member = members.get(i);
            places.computeIfAbsent(member, none -> new ArrayList<>()).add(i);
            List<Named> stands = named(member, version);
            slots.add(stands);
            if (stands.get(0).group() != null) {
                for (Named named : stands) {
                    grouped.putIfAbsent(named.person(), i);
                }
            }
        }
        places.forEach((member, where) -> {
            List<Named> stands = slots.get(where.get(0));
            if (stands.get(0).group() != null) {
                int[] of = where.stream().mapToInt(Integer::intValue).toArray();
                shares.put(member, new Share(stands, of, members.size()));
            }
        });
    }

    /** Counted from the first member, and in each group from its first person. */
    static Order of(List<String> members, RotaVersion version) {
        return new Order(members, version);
    }

    /** The persons that a member or a substitute stands for. */
    static List<Named> named(String member, RotaVersion version) {
        boolean group = version.groups().stream().anyMatch(one -> one.id().equals(member));
        return version.personsOf(member).stream()
                .map(person -> new Named(person, group ? member : null))
                .toList();
    }

    /** Who is in turn. */
    Named at(long place) {
        long turned = place + offset;
        List<Named> slot = slots.get(slot(turned));
        Named first = slot.get(0);
        if (first.group() == null) {
            return first;
        }
        Share share = share(first.group());
        return share.person(share.before(turned));
    }

    /** Who is in turn, and then the others of the same group in the order in which they follow. */
    List<Named> all(long place) {
        long turned = place + offset;
        List<Named> slot = slots.get(slot(turned));
        String group = slot.get(0).group();
        if (group == null) {
            return slot;
        }
        Share share = share(group);
        long number = share.before(turned);
        List<Named> all = new ArrayList<>(slot.size());
        for (int ahead = 0; ahead < slot.size(); ahead++) {
            all.add(share.person(number + ahead));
        }
        return all;
    }

    /** Whether somebody is in turn now and then. */
    boolean names(String person) {
        return slots.stream()
                .anyMatch(slot -> slot.stream().anyMatch(named -> named.person().equals(person)));
    }

    /** How many places there are. */
    int size() {
        return members.size();
    }

    private int slot(long turned) {
        return Numbers.floorMod(turned, members.size());
    }

    private Share share(String group) {
        Share share = shares.get(group);
        if (share == null) {
            throw new IllegalStateException("no group " + group);
        }
        return share;
    }

    /**
     * Continues another order: whoever was in turn stays in turn, and whoever has left hands it to the next of the old
     * order who has stayed; each group goes on where it was.
     *
     * @param old the order before
     * @param oldPlace the place that was in turn in it
     * @param place the place that is in turn in this one at the same instant
     * @return false if nobody of the old order has stayed: then nothing is continued
     */
    boolean follow(Order old, long oldPlace, long place) {
        // After so many places everybody of the old order has been in turn.
        int all = old.size()
                * old.shares.values().stream()
                        .mapToInt(share -> share.persons.size())
                        .max()
                        .orElse(1);
        for (int ahead = 0; ahead < all; ahead++) {
            int index = old.slot(oldPlace + old.offset + ahead);
            String person = old.at(oldPlace + ahead).person();
            int found = find(old, index, person);
            if (found >= 0) {
                offset = Math.floorMod(found - place, (long) members.size());
                shares.forEach((group, share) -> {
                    Share before = old.shares.get(group);
                    int next = members.get(found).equals(group) ? share.indexOf(person) : -1;
                    for (int i = 0; next < 0 && before != null && i < before.persons.size(); i++) {
                        next = share.indexOf(before.person(before.before(oldPlace + old.offset) + i)
                                .person());
                    }
                    share.shift = Math.max(next, 0) - share.before(place + offset);
                });
                return true;
            }
        }
        return false;
    }

    /**
     * Where somebody who is in turn stands in this order: as before, as a person, in a group, or as the group alone.
     */
    private int find(Order old, int index, String person) {
        String member = old.members.get(index);
        Share share = shares.get(member);
        boolean stays = places.containsKey(member);
        if (stays && (share == null || share.indexOf(person) >= 0)) {
            return place(old, index);
        }
        List<Integer> alone = places.get(person);
        if (alone != null) {
            return alone.get(0);
        }
        Integer group = grouped.get(person);
        if (group != null) {
            return group;
        }
        return stays ? place(old, index) : -1;
    }

    /**
     * Which place of a member goes on for a place of the old order: the one after which the others follow longest as
     * before, those who came or left aside; of several the one nearest to the old.
     */
    private int place(Order old, int index) {
        String member = old.members.get(index);
        List<Integer> candidates = places.getOrDefault(member, List.of());
        List<String> before = after(old.members, index, places.keySet());
        int best = -1;
        int longest = -1;
        for (int candidate : candidates) {
            List<String> now = candidates.size() == 1 ? before : after(members, candidate, old.places.keySet());
            int same = 0;
            while (same < Math.min(before.size(), now.size())
                    && before.get(same).equals(now.get(same))) {
                same++;
            }
            boolean nearer = Math.abs(candidate - index) < Math.abs(best - index);
            if (same > longest || (same == longest && nearer)) {
                best = candidate;
                longest = same;
            }
        }
        return best;
    }

    /** Once round, those who follow a place, as far as they are kept. */
    private static List<String> after(List<String> members, int index, Set<String> kept) {
        List<String> found = new ArrayList<>();
        for (int ahead = 1; ahead <= members.size(); ahead++) {
            String member = members.get((index + ahead) % members.size());
            if (kept.contains(member)) {
                found.add(member);
            }
        }
        return found;
    }
}
