/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Distinct;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Swap;
import org.municipalsafety.roster.plan.Takeover;
import org.threeten.extra.Interval;

/**
 * The plan of who is on duty, ready to be asked.
 *
 * <pre>{@code
 * Roster roster = rota.resolve(Interval.of(from, to));
 * Duty duty = roster.at("TIB", now).orElseThrow();
 * duty.sentence(Locale.forLanguageTag("sv")); // gran har beredskap enligt version 1, lager grund, tur 14
 * }</pre>
 *
 * <p>A rota is sound or does not exist: {@link Builder#build} names everything that is wrong at once. Asking about an
 * instant costs the same however old the rota is; resolving an interval costs as much as it has segments (rule R10).
 * Only the first question to a rotation that counts covered turns pays for its age, once.
 *
 * <p>Immutable and thread-safe.
 */
public final class Rota {

    /** The longest interval that is resolved at once, and how far a segment is followed: 200 years. */
    public static final Duration LONGEST = Duration.ofDays(200 * 366);

    /** How far {@link #next} looks: two years. */
    public static final Duration NEXT_WITHIN = Duration.ofDays(2 * 366);

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private final String id;
    private final ZoneId zone;
    private final MunicipalCalendar calendar;
    private final List<RotaVersion> versions;
    private final List<Distinct> distinct;
    private final List<Absence> absences;
    private final List<SeatOverride> overrides;
    private final List<Qualification> qualifications;
    private final List<Swap> swaps;
    private final List<Takeover> takeovers;
    private final Map<String, LocalizedText> names;
    private final Decider decider;

    private Rota(Builder builder) {
        this.id = builder.id;
        this.zone = builder.zone;
        this.calendar = builder.calendar;
        this.versions = List.copyOf(builder.versions);
        this.distinct = List.copyOf(builder.distinct);
        this.absences = List.copyOf(builder.absences);
        this.overrides = List.copyOf(builder.overrides);
        this.qualifications = List.copyOf(builder.qualifications);
        this.swaps = List.copyOf(builder.swaps);
        this.takeovers = List.copyOf(builder.takeovers);
        var faults = Soundness.faults(
                id, calendar, versions, distinct, absences, overrides, swaps, takeovers, qualifications);
        if (!faults.isEmpty()) {
            throw new InvalidModelException("rota " + id, faults);
        }
        Map<String, LocalizedText> byId = new LinkedHashMap<>();
        versions.forEach(version -> version.positions().forEach(position -> byId.put(position.id(), position.name())));
        this.names = Collections.unmodifiableMap(byId);
        this.decider = new Decider(
                id, zone, calendar, versions, absences, qualifications, overrides, swaps, takeovers, distinct);
    }

    /**
     * Starts a rota.
     *
     * @param id its name
     * @param zone where it is: in this zone its clocks hang
     * @return the builder
     */
    public static Builder builder(String id, ZoneId zone) {
        return new Builder(id, zone);
    }

    /**
     * A builder that holds all of this rota.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder(id, zone);
        builder.calendar = calendar;
        builder.versions.addAll(versions);
        builder.distinct.addAll(distinct);
        builder.absences.addAll(absences);
        builder.overrides.addAll(overrides);
        builder.qualifications.addAll(qualifications);
        builder.swaps.addAll(swaps);
        builder.takeovers.addAll(takeovers);
        return builder;
    }

    /**
     * The rota's name.
     *
     * @return its id
     */
    public String id() {
        return id;
    }

    /**
     * Where the rota is.
     *
     * @return the zone in which its clocks hang
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Which days are red, and the other day classes. A day that the calendar does not know belongs to no class.
     *
     * @return the calendar
     */
    public MunicipalCalendar calendar() {
        return calendar;
    }

    /**
     * The versions.
     *
     * @return the versions in order, at least one
     */
    public List<RotaVersion> versions() {
        return versions;
    }

    /**
     * The pairs of positions that one person never holds at the same time.
     *
     * @return the pairs
     */
    public List<Distinct> distinct() {
        return distinct;
    }

    /**
     * The absences.
     *
     * @return the absences as given
     */
    public List<Absence> absences() {
        return absences;
    }

    /**
     * The overrides.
     *
     * @return the overrides as given
     */
    public List<SeatOverride> overrides() {
        return overrides;
    }

    /**
     * The qualifications.
     *
     * @return the qualifications as given
     */
    public List<Qualification> qualifications() {
        return qualifications;
    }

    /**
     * When somebody lacks a qualification.
     *
     * @param person the person's id
     * @param qualification the qualification's id
     * @param interval where to look, bounded and not empty
     * @return the stretches in order, none if it is valid all the time
     * @throws IllegalArgumentException if the interval is empty or unbounded
     */
    public List<Interval> lacks(String person, String qualification, Interval interval) {
        requireNonNull(person, "person");
        requireNonNull(qualification, "qualification");
        WallClock.requireBounded(interval, "interval");
        return List.copyOf(decider.validity(person, qualification).missing(interval));
    }

    /**
     * The swaps.
     *
     * @return the swaps as given
     */
    public List<Swap> swaps() {
        return swaps;
    }

    /**
     * The takeovers.
     *
     * @return the takeovers as given
     */
    public List<Takeover> takeovers() {
        return takeovers;
    }

    /**
     * The positions of all versions, in the order in which they first occur.
     *
     * @return their ids
     */
    public List<String> positions() {
        return List.copyOf(names.keySet());
    }

    /**
     * A position's name for people, from the last version that has it.
     *
     * @param position its id
     * @return the name
     * @throws IllegalArgumentException if the rota has no such position
     */
    public LocalizedText name(String position) {
        return requireNonNull(names.get(known(position)));
    }

    /**
     * Everybody who can come on duty: members, substitutes, the persons of groups, and holders of overrides, swaps and
     * takeovers.
     *
     * @return their ids, in the order in which they first occur
     */
    public Set<String> persons() {
        return Collections.unmodifiableSet(
                new LinkedHashSet<>(Soundness.persons(versions, overrides, swaps, takeovers)));
    }

    // Questions

    /**
     * The whole segment of a position that holds an instant.
     *
     * <p>It is the segment of a roster before that is clipped to the roster's interval (rule R7). It is followed 200
     * years to either side at most, and has no start before the first version.
     *
     * @param position the position's id
     * @param at when, in the years 1 to 8999
     * @return the segment; before the first version it is {@link Off} with {@link RotaReason.NotInEffect} (rule R2)
     * @throws IllegalArgumentException if the rota has no such position, or the instant lies outside those years, or a
     *     rotation that counts covered turns would have to count more than 50 million: 5,700 years of hours
     */
    public Segment at(String position, Instant at) {
        known(position);
        Decider.Answer answer = decider.at(position, sane(at));
        return segment(position, answer, Interval.of(from(position, answer, at), until(position, answer, at)));
    }

    private Instant from(String position, Decider.Answer answer, Instant at) {
        Instant earliest = at.minus(LONGEST);
        Decider.Answer first = answer;
        while (!first.stretch().sharpFrom() && first.from().isAfter(earliest)) {
            Decider.Answer before = decider.at(position, first.from().minusNanos(1));
            if (!before.equal(answer)) {
                break;
            }
            first = before;
        }
        return first.from();
    }

    private Instant until(String position, Decider.Answer answer, Instant at) {
        Instant latest = at.plus(LONGEST);
        Decider.Answer last = answer;
        while (!last.stretch().sharpUntil() && last.until().isBefore(latest)) {
            Decider.Answer after = decider.at(position, last.until());
            if (!after.equal(answer)) {
                break;
            }
            last = after;
        }
        return last.until();
    }

    /**
     * Who is on duty when, over an interval.
     *
     * @param interval the interval, bounded, not empty, of at most 200 years and within the years 1 to 8999
     * @return the roster
     * @throws IllegalArgumentException if the interval is none of these, or as {@link #at} does
     */
    public Roster resolve(Interval interval) {
        WallClock.requireBounded(interval, "interval to resolve");
        sane(interval.getStart());
        sane(interval.getEnd());
        if (interval.toDuration().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("""
                    The interval %s is longer than 200 years.
                    Maybe it was meant to end earlier; longer ones are asked for in parts.""".formatted(interval));
        }
        Map<String, List<Segment>> segments = new LinkedHashMap<>();
        for (String position : names.keySet()) {
            segments.put(position, segments(position, interval));
        }
        return new Roster(id, zone, interval, namesUntil(interval.getEnd()), segments);
    }

    /** What the positions are called by the versions that begin before an instant; a later name changes nothing. */
    private Map<String, LocalizedText> namesUntil(Instant end) {
        Map<String, LocalizedText> called = new LinkedHashMap<>();
        for (RotaVersion version : versions) {
            for (Position position : version.positions()) {
                if (version.effectiveFrom().isBefore(end)) {
                    called.put(position.id(), position.name());
                } else {
                    called.putIfAbsent(position.id(), position.name());
                }
            }
        }
        return called;
    }

    private List<Segment> segments(String position, Interval interval) {
        List<Segment> found = new ArrayList<>();
        Instant start = interval.getStart();
        Decider.Answer current = decider.at(position, start);
        while (current.until().isBefore(interval.getEnd())) {
            Instant edge = current.until();
            Decider.Answer next = decider.at(position, edge);
            if (current.stretch().sharpUntil() || !next.equal(current)) {
                found.add(segment(position, current, Interval.of(start, edge)));
                start = edge;
            }
            current = next;
        }
        found.add(segment(position, current, Interval.of(start, interval.getEnd())));
        return found;
    }

    private static Segment segment(String position, Decider.Answer answer, Interval interval) {
        String holder = answer.holder();
        if (holder != null) {
            return new Duty(position, interval, holder, answer.because());
        }
        return answer.required()
                ? new Gap(position, interval, answer.because())
                : new Off(position, interval, answer.because());
    }

    /**
     * Who is next: the first duty after this instant's segment whose holder is another person.
     *
     * @param position the position's id
     * @param at when
     * @return the duty, or the answer that there is none within {@link #NEXT_WITHIN}
     * @throws IllegalArgumentException if the rota has no such position
     */
    public Next next(String position, Instant at) {
        Segment now = at(position, at);
        Instant limit = at.plus(NEXT_WITHIN).isBefore(LATEST) ? at.plus(NEXT_WITHIN) : LATEST;
        Segment segment = now;
        while (!segment.interval().isUnboundedEnd()
                && segment.interval().getEnd().isBefore(limit)) {
            segment = at(position, segment.interval().getEnd());
            if (segment instanceof Duty duty && !duty.holding().equals(now.holding())) {
                return new Next.Handover(duty);
            }
        }
        return new Next.Nobody(position, limit);
    }

    /**
     * Why somebody does not hold a position.
     *
     * @param person the person's id
     * @param position the position's id
     * @param at when
     * @return the reasons, the one about this person last; where it is a decision about the seat, or the policy of the
     *     layer, no other follows it. {@link RotaReason.Holds} if the person does hold it
     * @throws IllegalArgumentException if the rota has no such position
     */
    public List<RotaReason> whyNot(String person, String position, Instant at) {
        requireNonNull(person, "person");
        return decider.whyNot(person, known(position), sane(at));
    }

    private String known(String position) {
        if (!names.containsKey(position)) {
            throw new IllegalArgumentException("The rota %s has no position %s; it has %s."
                    .formatted(id, position, String.join(", ", names.keySet())));
        }
        return position;
    }

    private static Instant sane(Instant at) {
        if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
            throw new IllegalArgumentException(
                    "Nobody plans for %s; expected an instant of the years 1 to 8999.".formatted(at));
        }
        return at;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rota rota
                && rota.id.equals(id)
                && rota.zone.equals(zone)
                && rota.calendar.equals(calendar)
                && rota.versions.equals(versions)
                && rota.distinct.equals(distinct)
                && rota.absences.equals(absences)
                && rota.overrides.equals(overrides)
                && rota.swaps.equals(swaps)
                && rota.takeovers.equals(takeovers)
                && rota.qualifications.equals(qualifications);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, zone, versions, distinct, absences, overrides, swaps, takeovers, qualifications);
    }

    /** The id, the zone and how many of what; no persons. */
    @Override
    public String toString() {
        return "Rota[%s, %s, positions %s, %d versions, %d absences, %d overrides, %d swaps, %d takeovers]"
                .formatted(
                        id,
                        zone,
                        positions(),
                        versions.size(),
                        absences.size(),
                        overrides.size(),
                        swaps.size(),
                        takeovers.size());
    }

    /** Collects the parts of a rota. Confined to one thread. */
    public static final class Builder {

        private final String id;
        private final ZoneId zone;
        private MunicipalCalendar calendar = SwedishCalendar.standard();
        private final List<RotaVersion> versions = new ArrayList<>();
        private final List<Distinct> distinct = new ArrayList<>();
        private final List<Absence> absences = new ArrayList<>();
        private final List<SeatOverride> overrides = new ArrayList<>();
        private final List<Qualification> qualifications = new ArrayList<>();
        private final List<Swap> swaps = new ArrayList<>();
        private final List<Takeover> takeovers = new ArrayList<>();

        private Builder(String id, ZoneId zone) {
            this.id = requireNonNull(id, "id");
            this.zone = requireNonNull(zone, "zone");
        }

        /**
         * Says which days are red; without it, Sweden's standard calendar does.
         *
         * @param days the calendar
         * @return this builder
         */
        public Builder calendar(MunicipalCalendar days) {
            calendar = requireNonNull(days, "days");
            return this;
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

        Builder versions(List<RotaVersion> all) {
            versions.clear();
            versions.addAll(all);
            return this;
        }

        /** Leaves out what speaks of positions and persons that the versions do not have. */
        Builder onlyWhatFits() {
            Set<String> positions = new LinkedHashSet<>();
            versions.forEach(version -> version.positions().forEach(position -> positions.add(position.id())));
            distinct.removeIf(pair -> !positions.contains(pair.keeps()) || !positions.contains(pair.givesWay()));
            overrides.removeIf(override -> !positions.contains(override.position()));
            swaps.removeIf(swap -> swap.halves().stream().anyMatch(half -> !positions.contains(half.position())));
            takeovers.removeIf(takeover -> !positions.contains(takeover.position())
                    || !Soundness.members(versions, takeover.position()).contains(takeover.turnsOf()));
            Set<String> persons = Soundness.persons(versions, overrides, swaps, takeovers);
            absences.removeIf(absence -> !persons.contains(absence.person()));
            qualifications.removeIf(one -> !persons.contains(one.person()));
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
            distinct.add(new Distinct(keeps, givesWay));
            return this;
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
         * Adds an override.
         *
         * @param override the override
         * @return this builder
         */
        public Builder override(SeatOverride override) {
            overrides.add(requireNonNull(override, "override"));
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
         * Adds a swap.
         *
         * @param swap the swap
         * @return this builder
         */
        public Builder swap(Swap swap) {
            swaps.add(requireNonNull(swap, "swap"));
            return this;
        }

        /**
         * Adds a takeover.
         *
         * @param takeover the takeover
         * @return this builder
         */
        public Builder takeover(Takeover takeover) {
            takeovers.add(requireNonNull(takeover, "takeover"));
            return this;
        }

        /**
         * Takes a decision back: an override, a takeover or a swap, of which both halves go; with the absences and
         * qualifications of whoever is known by it alone.
         *
         * @param decision its id; where there is no such decision, nothing changes
         * @return this builder
         */
        public Builder without(String decision) {
            Set<String> strangers = Soundness.persons(versions, overrides, swaps, takeovers);
            overrides.removeIf(one -> one.id().equals(decision));
            swaps.removeIf(one -> one.id().equals(decision));
            takeovers.removeIf(one -> one.id().equals(decision));
            strangers.removeAll(Soundness.persons(versions, overrides, swaps, takeovers));
            absences.removeIf(absence -> strangers.contains(absence.person()));
            qualifications.removeIf(one -> strangers.contains(one.person()));
            return this;
        }

        /**
         * Builds the rota.
         *
         * @return the rota
         * @throws InvalidModelException with everything that is wrong, at pointers of the JSON document
         */
        public Rota build() {
            return new Rota(this);
        }
    }
}
