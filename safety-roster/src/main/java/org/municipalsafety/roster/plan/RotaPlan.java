/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.plan;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.text.LocalizedText;

/**
 * All that was planned and decided about a rota, as one value: its versions, and what lies across them.
 *
 * <pre>{@code
 * RotaPlan plan = RotaPlan.builder("tib", ZoneId.of("Europe/Stockholm"))
 *         .version(RotaVersion.of(from, Position.of("TIB", name, Layer.of("grund", rotation))))
 *         .absence(new Absence("ek", week))
 *         .build();
 * RotaPlan whatIf = plan.withAbsence(new Absence("gran", week)).withoutDecision("beslut-7");
 * }</pre>
 *
 * <p>A plan may be unsound: {@link #faults} tells what is wrong between its parts, and a rota is made of a sound one
 * alone. Two plans that say the same are equal.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the rota's name
 * @param zone where the rota is: in this zone its clocks hang
 * @param versions the versions, each later than the one before
 * @param distinct the pairs of positions that one person never holds at the same time (rule R6)
 * @param absences who cannot be on duty when
 * @param qualifications who is qualified when
 * @param decisions all that was decided: first overrides, then swaps with both halves, then takeovers, each kind in the
 *     order given. The order decides nothing; {@link Decision#decidedAt} does
 */
public record RotaPlan(
        String id,
        ZoneId zone,
        List<RotaVersion> versions,
        List<Distinct> distinct,
        List<Absence> absences,
        List<Qualification> qualifications,
        List<Decision> decisions) {

    /** Copies. */
    public RotaPlan {
        requireNonNull(id, "id");
        requireNonNull(zone, "zone");
        versions = List.copyOf(versions);
        distinct = List.copyOf(distinct);
        absences = List.copyOf(absences);
        qualifications = List.copyOf(qualifications);
        decisions = byKind(decisions);
    }

    private static List<Decision> byKind(List<Decision> all) {
        List<Decision> overrides = new ArrayList<>();
        List<Decision> halves = new ArrayList<>();
        List<Decision> takeovers = new ArrayList<>();
        List<Decision> awaited = new ArrayList<>();
        for (Decision decision : all) {
            if (decision instanceof SwapHalf half) {
                if (!awaited.remove(half)) {
                    halves.addAll(half.swap().halves());
                    awaited.add(half.other());
                }
            } else {
                (decision instanceof Takeover ? takeovers : overrides).add(decision);
            }
        }
        return Stream.of(overrides, halves, takeovers).flatMap(List::stream).toList();
    }

    /**
     * Starts a plan.
     *
     * @param id the rota's name
     * @param zone where the rota is
     * @return the builder
     */
    public static Builder builder(String id, ZoneId zone) {
        return new Builder(new RotaPlan(id, zone, List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    // What it says

    /**
     * The decisions of one kind.
     *
     * @param <T> the kind
     * @param kind such as {@code SeatOverride.class}
     * @return the decisions in the order given
     */
    public <T extends Decision> List<T> decisions(Class<T> kind) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * The swaps, each whole.
     *
     * @return the swaps in the order given
     */
    public List<Swap> swaps() {
        List<SwapHalf> halves = decisions(SwapHalf.class);
        List<Swap> swaps = new ArrayList<>();
        for (int i = 0; i < halves.size(); i += 2) {
            swaps.add(halves.get(i).swap());
        }
        return List.copyOf(swaps);
    }

    /**
     * The positions of all versions, in the order in which they first occur.
     *
     * @return their ids
     */
    public List<String> positions() {
        return List.copyOf(names().keySet());
    }

    /**
     * A position's name for people, from the last version that has it.
     *
     * @param position its id
     * @return the name
     * @throws IllegalArgumentException if the rota has no such position
     */
    public LocalizedText name(String position) {
        LocalizedText name = names().get(position);
        if (name == null) {
            throw new IllegalArgumentException("The rota %s has no position %s; it has %s."
                    .formatted(id, position, String.join(", ", positions())));
        }
        return name;
    }

    private Map<String, LocalizedText> names() {
        Map<String, LocalizedText> names = new LinkedHashMap<>();
        versions.forEach(version -> version.positions().forEach(position -> names.put(position.id(), position.name())));
        return names;
    }

    /**
     * Everybody who can come on duty: members, substitutes, the persons of groups, and whomever decisions put on duty.
     *
     * @return their ids, in the order in which they first occur
     */
    public Set<String> persons() {
        Set<String> persons = new LinkedHashSet<>();
        for (RotaVersion version : versions) {
            for (Position position : version.positions()) {
                persons.addAll(version.personsOf(position));
            }
        }
        for (Decision decision : decisions) {
            if (decision instanceof SeatOverride override) {
                override.holder().ifPresent(persons::add);
            } else if (decision instanceof SwapHalf half) {
                persons.add(half.holder());
            } else if (decision instanceof Takeover takeover) {
                persons.add(takeover.person());
            }
        }
        return Collections.unmodifiableSet(persons);
    }

    /**
     * Who has turns in a position, in any version.
     *
     * @param position the position's id
     * @return the ids of the members, groups as their persons
     */
    public Set<String> membersOf(String position) {
        Set<String> members = new LinkedHashSet<>();
        for (RotaVersion version : versions) {
            for (Position seat : version.positions()) {
                for (Layer layer : seat.id().equals(position) ? seat.layers() : List.<Layer>of()) {
                    members.addAll(version.membersOf(layer));
                }
            }
        }
        return Collections.unmodifiableSet(members);
    }

    /**
     * What is wrong between the parts, each of which is sound by itself.
     *
     * @param calendar says which day classes there are, and which days belong to them
     * @return all faults, at pointers of the JSON document; none for a sound plan
     */
    public List<Fault> faults(MunicipalCalendar calendar) {
        return new Soundness(this, calendar).faults();
    }

    // What if

    /**
     * The same plan with one more version.
     *
     * @param version the version, later than the others
     * @return the changed copy
     */
    public RotaPlan withVersion(RotaVersion version) {
        return new Builder(this).version(version).build();
    }

    /**
     * The same plan with one more pair of distinct positions.
     *
     * @param pair the pair
     * @return the changed copy
     */
    public RotaPlan withDistinct(Distinct pair) {
        return new Builder(this).distinct(pair).build();
    }

    /**
     * The same plan with one more absence.
     *
     * @param absence the absence
     * @return the changed copy
     */
    public RotaPlan withAbsence(Absence absence) {
        return new Builder(this).absence(absence).build();
    }

    /**
     * The same plan with one more qualification.
     *
     * @param qualification the qualification
     * @return the changed copy
     */
    public RotaPlan withQualification(Qualification qualification) {
        return new Builder(this).qualification(qualification).build();
    }

    /**
     * The same plan with one more decision.
     *
     * @param decision the decision; with half of a swap comes the other
     * @return the changed copy
     */
    public RotaPlan withDecision(Decision decision) {
        return new Builder(this).decision(decision).build();
    }

    /**
     * The same plan with one more swap.
     *
     * @param swap the swap
     * @return the changed copy
     */
    public RotaPlan withSwap(Swap swap) {
        return new Builder(this).swap(swap).build();
    }

    /**
     * The same plan with a decision taken back, a swap in both halves; with the absences and qualifications of whoever
     * is known by it alone.
     *
     * @param decision its id; where there is no such decision, nothing changes
     * @return the changed copy
     */
    public RotaPlan withoutDecision(String decision) {
        Builder kept = new Builder(this);
        kept.decisions.removeIf(one -> one.id().equals(decision));
        Set<String> strangers = new LinkedHashSet<>(persons());
        strangers.removeAll(kept.build().persons());
        kept.absences.removeIf(absence -> strangers.contains(absence.person()));
        kept.qualifications.removeIf(one -> strangers.contains(one.person()));
        return kept.build();
    }

    /**
     * The plan as it was before its later versions, without what speaks of positions and persons that only those have.
     *
     * @param count how many versions are kept, 1 or more
     * @return the changed copy
     * @throws IllegalArgumentException if the plan has not so many versions
     */
    public RotaPlan withFirstVersions(int count) {
        if (count < 1 || count > versions.size()) {
            throw new IllegalArgumentException(
                    "The rota %s has %d versions; expected 1 to that, not %d.".formatted(id, versions.size(), count));
        }
        Builder kept = new Builder(this);
        kept.versions.subList(count, versions.size()).clear();
        RotaPlan seats = kept.build();
        List<String> positions = seats.positions();
        kept.distinct.removeIf(pair -> !positions.contains(pair.keeps()) || !positions.contains(pair.givesWay()));
        kept.decisions.removeIf(
                one -> !seats.hasRoomFor(one) || (one instanceof SwapHalf half && !seats.hasRoomFor(half.other())));
        Set<String> persons = kept.build().persons();
        kept.absences.removeIf(absence -> !persons.contains(absence.person()));
        kept.qualifications.removeIf(one -> !persons.contains(one.person()));
        return kept.build();
    }

    private boolean hasRoomFor(Decision decision) {
        return positions().contains(decision.position())
                && (!(decision instanceof Takeover takeover)
                        || membersOf(takeover.position()).contains(takeover.turnsOf()));
    }

    /** The id, the zone and how many of what; no persons. */
    @Override
    public String toString() {
        return "RotaPlan[%s, %s, positions %s, %d versions, %d absences, %d decisions]"
                .formatted(id, zone, positions(), versions.size(), absences.size(), decisions.size());
    }

    /** Collects the parts of a plan. Confined to one thread. */
    public static final class Builder {

        private final String id;
        private final ZoneId zone;
        private final List<RotaVersion> versions;
        private final List<Distinct> distinct;
        private final List<Absence> absences;
        private final List<Qualification> qualifications;
        private final List<Decision> decisions;

        private Builder(RotaPlan plan) {
            id = plan.id;
            zone = plan.zone;
            versions = new ArrayList<>(plan.versions);
            distinct = new ArrayList<>(plan.distinct);
            absences = new ArrayList<>(plan.absences);
            qualifications = new ArrayList<>(plan.qualifications);
            decisions = new ArrayList<>(plan.decisions);
        }

        /**
         * Adds a version, later than those before.
         *
         * @param version the version
         * @return this builder
         */
        public Builder version(RotaVersion version) {
            versions.add(requireNonNull(version, "version"));
            return this;
        }

        /**
         * Declares two positions distinct (rule R6).
         *
         * @param pair the pair
         * @return this builder
         */
        public Builder distinct(Distinct pair) {
            distinct.add(requireNonNull(pair, "pair"));
            return this;
        }

        /**
         * Declares two positions distinct (rule R6).
         *
         * @param keeps the position that keeps its holder
         * @param givesWay the position that takes the next in turn instead
         * @return this builder
         */
        public Builder distinct(String keeps, String givesWay) {
            return distinct(new Distinct(keeps, givesWay));
        }

        /**
         * Adds an absence.
         *
         * @param absence the absence
         * @return this builder
         */
        public Builder absence(Absence absence) {
            absences.add(requireNonNull(absence, "absence"));
            return this;
        }

        /**
         * Adds a qualification.
         *
         * @param qualification the qualification
         * @return this builder
         */
        public Builder qualification(Qualification qualification) {
            qualifications.add(requireNonNull(qualification, "qualification"));
            return this;
        }

        /**
         * Adds a decision.
         *
         * @param decision the decision; with half of a swap comes the other
         * @return this builder
         */
        public Builder decision(Decision decision) {
            decisions.add(requireNonNull(decision, "decision"));
            return this;
        }

        /**
         * Adds a swap.
         *
         * @param swap the swap
         * @return this builder
         */
        public Builder swap(Swap swap) {
            decisions.addAll(swap.halves());
            return this;
        }

        /**
         * The plan.
         *
         * @return the plan, sound or not
         */
        public RotaPlan build() {
            return new RotaPlan(id, zone, versions, distinct, absences, qualifications, decisions);
        }
    }
}
