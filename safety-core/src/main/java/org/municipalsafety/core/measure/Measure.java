/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.measure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.text.LocalizedText;

/**
 * A measure (åtgärd): something decided to be done in a situation.
 *
 * <p>Rule M1 gives the ways it can go: requested, decided (or declined), scheduled (or cancelled), active, review due,
 * then extended, changed or ended by a new decision. A history that breaks them is refused with the reason.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its id within the situation
 * @param code its kind in the municipality's catalogue, such as {@code GUARD_EXTRA}
 * @param name its name
 * @param requester the function that asked for it; it need not be the one that decides or performs
 * @param decider the function that decides it
 * @param performer the function that does it
 * @param target for whom it is
 * @param areas the ids of its areas; none while they are not determined, or where it holds everywhere
 * @param channel the id of the contact channel that it reinforces, none when it reinforces none
 * @param problem the problem in the municipality's situation picture that it answers, so that its effect can be judged
 * @param disclosure who may see it
 * @param history what people did to it, in order of time, the request first
 */
public record Measure(
        String id,
        String code,
        LocalizedText name,
        LocalizedText requester,
        LocalizedText decider,
        LocalizedText performer,
        TargetGroup target,
        List<String> areas,
        Optional<String> channel,
        String problem,
        Disclosure disclosure,
        List<MeasureEvent> history) {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if the history breaks rule M1 or M2, with the reason
     */
    public Measure {
        requireNonNull(id, "id");
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(requester, "requester");
        requireNonNull(decider, "decider");
        requireNonNull(performer, "performer");
        requireNonNull(target, "target");
        areas = List.copyOf(areas);
        requireNonNull(channel, "channel");
        requireNonNull(problem, "problem");
        requireNonNull(disclosure, "disclosure");
        history = List.copyOf(history);
        check(id, history);
    }

    /**
     * The measure after one more event.
     *
     * @param event what people did
     * @return the changed copy
     * @throws IllegalArgumentException if the event cannot happen in the state that the measure is in at that time
     */
    public Measure with(MeasureEvent event) {
        List<MeasureEvent> longer = new ArrayList<>(history);
        longer.add(event);
        return new Measure(
                id, code, name, requester, decider, performer, target, areas, channel, problem, disclosure, longer);
    }

    /**
     * Where the measure stands.
     *
     * @param t when
     * @return the state, or nothing before the request
     */
    public Optional<MeasureState> stateAt(Instant t) {
        return state(until(t), t);
    }

    /**
     * The period in force or ahead.
     *
     * @param t when
     * @return the period last set at that time, or nothing if none is set
     */
    public Optional<Term> termAt(Instant t) {
        return term(until(t));
    }

    /**
     * Whether the measure is being carried out: begun, not over, not ended. A review that is due does not stop it.
     *
     * @param t when
     * @return true if it is
     */
    public boolean inForceAt(Instant t) {
        List<MeasureEvent> past = until(t);
        Optional<MeasureState> state = state(past, t);
        return state.isPresent()
                && (state.get() == MeasureState.ACTIVE || state.get() == MeasureState.REVIEW_DUE)
                && covered(past, t);
    }

    /**
     * When the measure next changes: something in its history happens, or the clock makes its state another or begins
     * or ends its being in force.
     *
     * @param t after when
     * @return the instant, or nothing if it stays as it is until somebody decides something
     */
    public Optional<Instant> nextChangeAfter(Instant t) {
        List<MeasureEvent> past = until(t);
        Stream<Instant> events = history.stream().map(MeasureEvent::at);
        // An extended period goes on until its own end, so every period set so far counts.
        Stream<Instant> clock = IntStream.range(0, past.size())
                .mapToObj(i -> term(past.subList(i, i + 1)))
                .flatMap(Optional::stream)
                .flatMap(term -> Stream.concat(Stream.of(term.start(), term.review()), term.end().stream()))
                .filter(at -> !stateAt(at).equals(stateAt(t)) || inForceAt(at) != inForceAt(t));
        return Stream.concat(events, clock).filter(t::isBefore).min(Instant::compareTo);
    }

    private List<MeasureEvent> until(Instant t) {
        return history.stream().filter(event -> !event.at().isAfter(t)).toList();
    }

    private static void check(String id, List<MeasureEvent> history) {
        Set<String> decisions = new HashSet<>();
        for (int i = 0; i < history.size(); i++) {
            MeasureEvent event = history.get(i);
            List<MeasureEvent> before = history.subList(0, i);
            if (i > 0 && event.at().isBefore(history.get(i - 1).at())) {
                throw new IllegalArgumentException("Measure %s: %s at %s is before the event that it follows, at %s."
                        .formatted(
                                id, name(event), event.at(), history.get(i - 1).at()));
            }
            Optional<MeasureState> state = state(before, event.at());
            if (!allowed(event, state)) {
                throw new IllegalArgumentException("Measure %s: %s at %s cannot follow the state %s; expected %s."
                        .formatted(
                                id,
                                name(event),
                                event.at(),
                                state.map(Enum::name).orElse("none"),
                                from(event).isEmpty() ? "no state, as the first event" : from(event)));
            }
            String decision = decision(event);
            if (decision != null && !decisions.add(decision)) {
                throw new IllegalArgumentException("""
                        Measure %s: %s refers to the decision %s a second time; expected a new decision (M2).""".formatted(id, name(event), decision));
            }
            if (event instanceof MeasureEvent.Extended extended) {
                Instant end = term(before).flatMap(Term::end).orElse(null);
                if (end != null
                        && extended.term()
                                .end()
                                .map(later -> !later.isAfter(end))
                                .orElse(false)) {
                    throw new IllegalArgumentException(
                            "Measure %s: it is extended to an end that is not after the one it has (%s)."
                                    .formatted(id, end));
                }
            }
        }
        if (history.isEmpty()) {
            throw new IllegalArgumentException("Measure %s has no history; expected a request first.".formatted(id));
        }
    }

    private static boolean allowed(MeasureEvent event, Optional<MeasureState> state) {
        return state.map(from(event)::contains).orElse(event instanceof MeasureEvent.Requested);
    }

    /** The states in which an event may happen; none for the first event. */
    private static Set<MeasureState> from(MeasureEvent event) {
        if (event instanceof MeasureEvent.Requested) {
            return EnumSet.noneOf(MeasureState.class);
        } else if (event instanceof MeasureEvent.Declined || event instanceof MeasureEvent.Decided) {
            return EnumSet.of(MeasureState.REQUESTED);
        } else if (event instanceof MeasureEvent.Scheduled) {
            return EnumSet.of(MeasureState.DECIDED);
        } else if (event instanceof MeasureEvent.Cancelled) {
            return EnumSet.of(MeasureState.REQUESTED, MeasureState.DECIDED, MeasureState.SCHEDULED);
        } else if (event instanceof MeasureEvent.Extended) {
            return EnumSet.of(MeasureState.ACTIVE, MeasureState.REVIEW_DUE);
        }
        return EnumSet.of(
                MeasureState.SCHEDULED,
                MeasureState.ACTIVE,
                MeasureState.REVIEW_DUE,
                MeasureState.EXTENDED,
                MeasureState.CHANGED);
    }

    private static Optional<MeasureState> state(List<MeasureEvent> past, Instant t) {
        if (past.isEmpty()) {
            return Optional.empty();
        }
        MeasureEvent last = past.get(past.size() - 1);
        if (last instanceof MeasureEvent.Requested) {
            return Optional.of(MeasureState.REQUESTED);
        } else if (last instanceof MeasureEvent.Declined) {
            return Optional.of(MeasureState.DECLINED);
        } else if (last instanceof MeasureEvent.Decided) {
            return Optional.of(MeasureState.DECIDED);
        } else if (last instanceof MeasureEvent.Cancelled) {
            return Optional.of(MeasureState.CANCELLED);
        } else if (last instanceof MeasureEvent.Ended) {
            return Optional.of(MeasureState.ENDED);
        } else if (last instanceof MeasureEvent.Scheduled scheduled) {
            return Optional.of(byClock(scheduled.term(), MeasureState.SCHEDULED, t));
        } else if (last instanceof MeasureEvent.Extended extended) {
            MeasureState meanwhile =
                    covered(past.subList(0, past.size() - 1), t) ? MeasureState.ACTIVE : MeasureState.EXTENDED;
            return Optional.of(byClock(extended.term(), meanwhile, t));
        } else if (last instanceof MeasureEvent.Changed changed) {
            return Optional.of(byClock(changed.term(), MeasureState.CHANGED, t));
        }
        throw new IllegalStateException("unknown event " + name(last));
    }

    private static MeasureState byClock(Term term, MeasureState ahead, Instant t) {
        if (t.isBefore(term.start())) {
            return ahead;
        }
        return t.isBefore(term.review()) ? MeasureState.ACTIVE : MeasureState.REVIEW_DUE;
    }

    /** Whether a period in force holds t: the last one, or one that it extends. */
    private static boolean covered(List<MeasureEvent> past, Instant t) {
        for (int i = past.size() - 1; i >= 0; i--) {
            Optional<Term> term = term(past.subList(i, i + 1));
            if (term.isPresent()
                    && !t.isBefore(term.get().start())
                    && term.get().end().map(t::isBefore).orElse(true)) {
                return true;
            }
            if (term.isPresent() && !(past.get(i) instanceof MeasureEvent.Extended)) {
                return false;
            }
        }
        return false;
    }

    private static Optional<Term> term(List<MeasureEvent> past) {
        for (int i = past.size() - 1; i >= 0; i--) {
            if (past.get(i) instanceof MeasureEvent.Scheduled scheduled) {
                return Optional.of(scheduled.term());
            } else if (past.get(i) instanceof MeasureEvent.Extended extended) {
                return Optional.of(extended.term());
            } else if (past.get(i) instanceof MeasureEvent.Changed changed) {
                return Optional.of(changed.term());
            }
        }
        return Optional.empty();
    }

    private static @Nullable String decision(MeasureEvent event) {
        if (event instanceof MeasureEvent.Decided decided) {
            return decided.decision();
        } else if (event instanceof MeasureEvent.Declined declined) {
            return declined.decision();
        } else if (event instanceof MeasureEvent.Cancelled cancelled) {
            return cancelled.decision();
        } else if (event instanceof MeasureEvent.Extended extended) {
            return extended.decision();
        } else if (event instanceof MeasureEvent.Changed changed) {
            return changed.decision();
        } else if (event instanceof MeasureEvent.Ended ended) {
            return ended.decision();
        }
        return null;
    }

    private static String name(MeasureEvent event) {
        return event.getClass().getSimpleName();
    }
}
