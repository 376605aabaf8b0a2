/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.testkit.Violation;
import org.municipalsafety.testkit.channel.Answerer.Finding;
import org.municipalsafety.testkit.channel.Answerer.Slot;
import org.threeten.extra.Interval;

/**
 * The laws that everything keeps which answers from a directory, as plain functions: an answerer and a case in,
 * violations out.
 *
 * <p>States, changes and certificates are compared with a reading of the rules that shares no code with the library: it
 * takes the days around an instant one by one and looks at the valid offsets of a local time.
 *
 * <p>Stateless and thread-safe.
 */
public final class DirectoryLaws {

    private static final PlainDirectory PLAIN = new PlainDirectory();

    /** A law. */
    @FunctionalInterface
    public interface Law {

        /**
         * Looks for violations.
         *
         * @param answerer what is tested
         * @param given the directory and where to look
         * @return the violations, none if the law is kept
         */
        List<Violation> check(Answerer answerer, DirectoryCase given);
    }

    private record Named(String name, Law law) {}

    private static final List<Named> LAWS = List.of(
            new Named("T1_hoursPartitionTheInterval", DirectoryLaws::partition),
            new Named("T1_aPartIsTheWholeClipped", DirectoryLaws::partOfTheWhole),
            new Named("C2_hoursEqualThePlainReading", DirectoryLaws::hours),
            new Named("C2_statesEqualThePlainReading", DirectoryLaws::states),
            new Named("C2_nextChangeIsWhereTheStateChanges", DirectoryLaws::nextChange),
            new Named("C5_gapsAreWhereNobodyIsOpen", DirectoryLaws::certificate),
            new Named("C5_withoutARuleThatMattersTheFindingChanges", DirectoryLaws::withoutARule),
            new Named("D3_nothingNarrowerIsShown", DirectoryLaws::shown));

    private DirectoryLaws() {}

    /**
     * All laws by name, each beginning with the number of its rule.
     *
     * @return the laws
     */
    public static Map<String, Law> all() {
        return LAWS.stream()
                .collect(Collectors.toMap(Named::name, Named::law, (one, other) -> one, LinkedHashMap::new));
    }

    /**
     * Checks all laws.
     *
     * @param answerer what is tested
     * @param given the directory and where to look
     * @return the violations of all laws
     */
    public static List<Violation> check(Answerer answerer, DirectoryCase given) {
        return LAWS.stream()
                .flatMap(each -> each.law().check(answerer, given).stream())
                .toList();
    }

    /**
     * T1: ordered, disjoint, without seams, neighbours differ.
     *
     * @param answerer what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> partition(Answerer answerer, DirectoryCase given) {
        return given.directory().channels().stream()
                .map(ContactChannel::id)
                .flatMap(
                        id -> seams(id, given.around(), answerer.hours(given.directory(), id, given.around())).stream())
                .toList();
    }

    private static List<Violation> seams(String channel, Interval around, List<Slot> slots) {
        List<Violation> found = new ArrayList<>();
        Instant end = around.getStart();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            Instant start = slot.interval().getStart();
            if (!start.equals(end)) {
                found.add(new Violation("T1", channel, start, "begins here; expected " + end));
            }
            if (slot.interval().isEmpty()) {
                found.add(new Violation("T1", channel, start, "an empty stretch"));
            }
            if (i > 0 && slots.get(i - 1).saysTheSameAs(slot)) {
                found.add(new Violation("T1", channel, start, "equal to the stretch before: " + slot.state()));
            }
            end = slot.interval().getEnd();
        }
        if (!end.equals(around.getEnd())) {
            found.add(new Violation("T1", channel, end, "ends here; expected " + around.getEnd()));
        }
        return found;
    }

    /**
     * T1: what is asked for in parts is the whole, clipped.
     *
     * @param answerer what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> partOfTheWhole(Answerer answerer, DirectoryCase given) {
        List<Violation> found = new ArrayList<>();
        Duration third = given.around().toDuration().dividedBy(3);
        Interval part = Interval.of(given.around().getStart().plus(third), third);
        for (ContactChannel channel : given.directory().channels()) {
            List<Slot> expected = new ArrayList<>();
            for (Slot slot : answerer.hours(given.directory(), channel.id(), given.around())) {
                if (slot.interval().overlaps(part)) {
                    expected.add(new Slot(slot.interval().intersection(part), slot.state(), slot.ground()));
                }
            }
            List<Slot> answered = answerer.hours(given.directory(), channel.id(), part);
            if (!answered.equals(expected)) {
                found.add(new Violation(
                        "T1", channel.id(), part.getStart(), "a part is " + answered + "; expected " + expected));
            }
        }
        return found;
    }

    /**
     * C1, C2, C4 and T2: the stretches of each state, by a plain reading of the rules.
     *
     * @param answerer what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> hours(Answerer answerer, DirectoryCase given) {
        List<Violation> found = new ArrayList<>();
        for (ContactChannel channel : given.directory().channels()) {
            List<Slot> answered = byState(answerer.hours(given.directory(), channel.id(), given.around()));
            List<Slot> expected = PLAIN.hours(given.directory(), channel.id(), given.around());
            if (!answered.equals(expected)) {
                found.add(new Violation(
                        "C2", channel.id(), given.around().getStart(), answered + "; expected " + expected));
            }
        }
        return found;
    }

    /** Neighbours of one state are joined, whatever their grounds. */
    private static List<Slot> byState(List<Slot> slots) {
        List<Slot> joined = new ArrayList<>();
        for (Slot slot : slots) {
            int last = joined.size() - 1;
            boolean same = last >= 0
                    && joined.get(last).state() == slot.state()
                    && joined.get(last)
                            .interval()
                            .getEnd()
                            .equals(slot.interval().getStart());
            Instant start = same
                    ? joined.remove(last).interval().getStart()
                    : slot.interval().getStart();
            joined.add(new Slot(Interval.of(start, slot.interval().getEnd()), slot.state(), slot.state()));
        }
        return joined;
    }

    /**
     * C1, C2, C4 and T2: the state at each boundary, the nanosecond before it and between, by a plain reading.
     *
     * @param answerer what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> states(Answerer answerer, DirectoryCase given) {
        List<Violation> found = new ArrayList<>();
        for (ContactChannel channel : given.directory().channels()) {
            for (Instant at : instants(answerer, given, channel.id())) {
                OpenState answered = answerer.stateAt(given.directory(), channel.id(), at);
                OpenState expected = PLAIN.stateAt(given.directory(), channel.id(), at);
                if (answered != expected) {
                    found.add(new Violation("C2", channel.id(), at, answered + "; expected " + expected));
                }
            }
        }
        return found;
    }

    /**
     * C2: the next change is the first instant of another state, and none is found where the state stays.
     *
     * @param answerer what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> nextChange(Answerer answerer, DirectoryCase given) {
        List<Violation> found = new ArrayList<>();
        Instant end = given.around().getEnd();
        for (ContactChannel channel : given.directory().channels()) {
            List<Slot> slots = PLAIN.hours(given.directory(), channel.id(), given.around());
            for (Instant after : instants(answerer, given, channel.id())) {
                Optional<Instant> expected = slots.stream()
                        .filter(slot -> slot.interval().contains(after))
                        .map(slot -> slot.interval().getEnd())
                        .filter(change -> change.isBefore(end))
                        .findFirst();
                Optional<Instant> answered = answerer.nextChange(given.directory(), channel.id(), after, end);
                if (!answered.equals(expected)) {
                    found.add(new Violation("C2", channel.id(), after, answered + "; expected " + expected));
                }
            }
        }
        return found;
    }

    /**
     * C4 and C5: gaps are exactly where all are closed, unknown stretches where none is open and one is unknown, for
     * the channels of each audience.
     *
     * @param answerer what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> certificate(Answerer answerer, DirectoryCase given) {
        List<Violation> found = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            List<String> ids = DirectoryWhatIf.counted(given.directory(), audience);
            Finding answered = answerer.certify(given.directory(), ids, given.around());
            Finding expected = PLAIN.certify(given.directory(), ids, given.around());
            if (!answered.equals(expected)) {
                found.add(new Violation(
                        "C5", audience.name(), given.around().getStart(), answered + "; expected " + expected));
            }
        }
        return found;
    }

    /**
     * C5: taking out a rule changes the finding exactly if somebody's coverage rests on it.
     *
     * @param answerer what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> withoutARule(Answerer answerer, DirectoryCase given) {
        List<Violation> found = new ArrayList<>();
        for (DirectoryWhatIf rule : DirectoryWhatIf.all(given.directory(), Audience.DUTY, given.around())) {
            found.addAll(rule.violations(answerer));
        }
        return found;
    }

    /**
     * D3 and C6: each audience is shown all channels that are meant for it and no other, open ones first.
     *
     * @param answerer what is tested
     * @param given the case
     * @return the violations
     */
    public static List<Violation> shown(Answerer answerer, DirectoryCase given) {
        List<Violation> found = new ArrayList<>();
        Instant at = given.around().getStart();
        for (Audience audience : Audience.values()) {
            List<String> answered = answerer.shown(given.directory(), audience, at);
            Set<String> expected = new HashSet<>(PLAIN.shown(given.directory(), audience, at));
            if (answered.size() != expected.size() || !expected.containsAll(answered)) {
                found.add(new Violation("D3", audience.name(), at, answered + " shown; expected " + expected));
                continue;
            }
            boolean closedBefore = false;
            for (String id : answered) {
                boolean open = PLAIN.stateAt(given.directory(), id, at) == OpenState.OPEN;
                if (open && closedBefore) {
                    found.add(new Violation("C4", id, at, "open, and shown after one that is not: " + answered));
                }
                closedBefore |= !open;
            }
        }
        return found;
    }

    // Where to look

    /** Boundaries that were answered and those of the rules, the nanosecond before each, and some between. */
    private static List<Instant> instants(Answerer answerer, DirectoryCase given, String channel) {
        Set<Instant> edges = new TreeSet<>(PLAIN.edges(given.directory(), given.around()));
        for (Slot slot : answerer.hours(given.directory(), channel, given.around())) {
            edges.add(slot.interval().getStart());
        }
        edges.add(given.around().getEnd());
        TreeSet<Instant> all = new TreeSet<>();
        Instant last = given.around().getStart();
        for (Instant edge : edges) {
            all.add(edge);
            all.add(edge.minusNanos(1));
            all.add(last.plus(Duration.between(last, edge).dividedBy(2)));
            last = edge;
        }
        return all.stream().filter(given.around()::contains).toList();
    }
}
