/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.time.ZoneClock;
import org.municipalsafety.roster.plan.Decision;
import org.municipalsafety.roster.plan.Distinct;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;

/**
 * Decides who holds a position at an instant (rule R3): the one function behind every question (rule R7).
 *
 * <p>Here the plan is laid out once; a {@link Search} answers one question from it. Each answer comes with the stretch
 * in which everything that was looked at on the way stays the same. So the cost of an answer does not depend on how old
 * the rota is, and an interval is answered by going from stretch to stretch.
 */
final class Decider {

    /**
     * An answer and the time in which it holds; before and after it the answer may be equal, save where the edge is
     * sharp.
     */
    record Answer(
            @Nullable String holder,
            boolean required,
            List<RotaReason> because,
            Instant from,
            Instant until,
            boolean sharpFrom,
            boolean sharpUntil) {

        /** The reasons name the holder, or say that nobody is required: where they are equal, so is the rest. */
        boolean equal(Answer other) {
            return because.equals(other.because);
        }
    }

    private final Edges starts;
    private final RotaReason notInEffect;
    private final RotaReason[] inVersion;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Presence presence;
    private final ZoneClock clock;

    Decider(RotaPlan plan, MunicipalCalendar calendar) {
        ZoneId zone = plan.zone();
        this.clock = ZoneClock.of(zone);
        this.starts = new Edges(
                plan.versions().stream().map(RotaVersion::effectiveFrom).toList());
        this.notInEffect = new RotaReason.NotInEffect(plan.id(), starts.get(0), zone);
        this.inVersion = new RotaReason[plan.versions().size()];
        for (int i = 0; i < inVersion.length; i++) {
            inVersion[i] = new RotaReason.InVersion(i + 1);
        }
        this.presence = new Presence(plan.absences(), plan.qualifications(), zone);
        Map<String, List<String>> yieldsTo = new LinkedHashMap<>();
        for (Distinct pair : plan.distinct()) {
            yieldsTo.computeIfAbsent(pair.givesWay(), position -> new ArrayList<>())
                    .add(pair.keeps());
        }
        Map<String, List<Decision>> decisions = new HashMap<>();
        for (Decision decision : plan.decisions()) {
            decisions
                    .computeIfAbsent(decision.position(), position -> new ArrayList<>())
                    .add(decision);
        }
        List<Map<String, Seat>> versions = Seat.ofVersions(plan.versions(), calendar, clock);
        Set<String> positions = new LinkedHashSet<>(plan.positions());
        yieldsTo.values().forEach(positions::addAll);
        for (String position : positions) {
            List<@Nullable Seat> seats = new ArrayList<>();
            versions.forEach(version -> seats.add(version.get(position)));
            Decisions decided = new Decisions(decisions.getOrDefault(position, List.of()), zone);
            lanes.put(position, new Lane(position, seats, decided, yieldsTo.getOrDefault(position, List.of())));
        }
    }

    /** Who holds a position at an instant. */
    Answer at(String position, Instant at) {
        return new Search(this, lane(position), new Stretch(at, clock, false)).answer();
    }

    /** Who holds a position from an instant on, one answer after the other; none of them tells how it was before. */
    Search onwards(String position, Instant at) {
        return new Search(this, lane(position), new Stretch(at, clock, true));
    }

    /** Why somebody does not hold a position, the reason about this person last. */
    List<RotaReason> whyNot(String person, String position, Instant at) {
        Lane lane = lane(position);
        return new WhyNot(this, person, lane, new Search(this, lane, new Stretch(at, clock, false))).reasons();
    }

    Validity validity(String person, String qualification) {
        return presence.validity(person, qualification);
    }

    // For a search

    Lane lane(String position) {
        Lane lane = lanes.get(position);
        if (lane == null) {
            throw new IllegalStateException("no position " + position);
        }
        return lane;
    }

    /** The index of the version in force, -1 before the first. */
    int version(Instant at) {
        return starts.passed(at) - 1;
    }

    /** The same, where an earlier answer may still be right. Between two versions nothing that is told goes on. */
    int version(Stretch stretch, int guess) {
        int passed = starts.passed(stretch.at(), guess + 1);
        stretch.sharply(
                passed > 0 ? starts.get(passed - 1) : Instant.MIN,
                passed < starts.size() ? starts.get(passed) : Instant.MAX);
        return passed - 1;
    }

    RotaReason inVersion(int version) {
        return version < 0 ? notInEffect : inVersion[version];
    }

    Presence presence() {
        return presence;
    }
}
