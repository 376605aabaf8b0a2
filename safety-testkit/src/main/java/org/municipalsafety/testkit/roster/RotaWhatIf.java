/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Decision;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.testkit.Violation;
import org.municipalsafety.testkit.roster.Resolver.Slot;
import org.threeten.extra.Interval;

/**
 * Some people are away for a while: is every required hour still filled?
 *
 * <p>Whoever is on duty by decision and cannot come needs a new decision: what is asked is whether the plan without the
 * old one fills the hours.
 *
 * @param interval when they are away
 * @param persons who is away
 */
public record RotaWhatIf(Interval interval, List<String> persons) {

    /** Copies and checks. */
    public RotaWhatIf {
        WallClock.requireBounded(interval, "interval");
        persons = List.copyOf(persons);
    }

    /**
     * The required hours that are unfilled because these people are away; those that are unfilled anyway do not count.
     *
     * @param rota the rota
     * @param resolver what resolves it
     * @return the hours as violations of R4, in the time of the rota's zone
     */
    public List<Violation> violations(Rota rota, Resolver resolver) {
        Rota without = without(rota);
        List<Violation> found = new ArrayList<>();
        for (String position : rota.plan().positions()) {
            List<Slot> planned = resolver.over(rota, position, interval);
            for (Slot slot : resolver.over(without, position, interval)) {
                if (slot.state().equals("gap")
                        && planned.stream()
                                .anyMatch(before -> !before.state().equals("gap")
                                        && before.interval().overlaps(slot.interval()))) {
                    found.add(new Violation(
                            "R4",
                            position,
                            slot.interval().getStart(),
                            "unfilled from %s until %s while away from %s until %s: %s"
                                    .formatted(
                                            local(rota, slot.interval().getStart()),
                                            local(rota, slot.interval().getEnd()),
                                            local(rota, interval.getStart()),
                                            local(rota, interval.getEnd()),
                                            String.join(", ", persons))));
                }
            }
        }
        return found;
    }

    private static String local(Rota rota, Instant at) {
        return ZonedDateTime.ofInstant(at, rota.plan().zone()).toLocalDateTime().toString();
    }

    /** The rota with these people away, and without the decisions that put them on duty then. */
    private Rota without(Rota rota) {
        return rota.with(this::without);
    }

    private RotaPlan without(RotaPlan plan) {
        RotaPlan kept = plan;
        for (Decision decision : plan.decisions()) {
            if (decision.interval().overlaps(interval) && persons.stream().anyMatch(decision::putsOnDuty)) {
                kept = kept.withoutDecision(decision.id());
            }
        }
        Set<String> known = kept.persons();
        for (String person : persons) {
            kept = known.contains(person) ? kept.withAbsence(new Absence(person, interval)) : kept;
        }
        return kept;
    }

    /**
     * Whether any so many people can be away without leaving a required hour empty: all cases that can matter are
     * tried. Whoever is not on duty in the time changes nothing by being away; so one begins with those who are, and
     * goes on with those who then are in their stead.
     *
     * @param rota the rota
     * @param resolver what resolves it
     * @param interval when they are away
     * @param most how many are away at most
     * @return the violations of the cases in which a required hour is empty; none if there is no such case
     */
    public static List<Violation> any(Rota rota, Resolver resolver, Interval interval, int most) {
        requireNonNull(resolver, "resolver");
        List<Violation> found = new ArrayList<>();
        any(rota, resolver, new RotaWhatIf(interval, List.of()), most, new LinkedHashSet<>(), found);
        return List.copyOf(found);
    }

    private static void any(
            Rota rota, Resolver resolver, RotaWhatIf away, int more, Set<Set<String>> tried, List<Violation> found) {
        if (more == 0) {
            return;
        }
        Set<String> onDuty = new LinkedHashSet<>();
        Rota without = away.without(rota);
        for (String position : without.plan().positions()) {
            resolver.over(without, position, away.interval).stream()
                    .map(Slot::holder)
                    .filter(holder -> !holder.isEmpty())
                    .forEach(onDuty::add);
        }
        for (String person : onDuty) {
            Set<String> all = new LinkedHashSet<>(away.persons);
            all.add(person);
            if (all.size() == away.persons.size() || !tried.add(all)) {
                continue;
            }
            RotaWhatIf next = new RotaWhatIf(away.interval, List.copyOf(all));
            List<Violation> here = next.violations(rota, resolver);
            found.addAll(here);
            if (here.isEmpty()) {
                any(rota, resolver, next, more - 1, tried, found);
            }
        }
    }
}
