/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.text.LocalizedText;
import org.threeten.extra.Interval;

class MeasureTest {

    enum Happening {
        REQUESTED,
        DECLINED,
        DECIDED,
        SCHEDULED,
        CANCELLED,
        EXTENDED,
        CHANGED,
        ENDED
    }

    static final Instant T0 = Instant.parse("2026-11-26T08:00:00Z");

    /** So many hours after the first event. */
    static Instant h(int hours) {
        return T0.plus(Duration.ofHours(hours));
    }

    static Measure measure(MeasureEvent... history) {
        return measure(List.of(history));
    }

    static Measure measure(List<MeasureEvent> history) {
        LocalizedText function = LocalizedText.of("Säkerhetschef", "Head of security");
        return new Measure(
                "extra-vaktare",
                "GUARD_EXTRA",
                LocalizedText.of("Extra väktare", "Extra guards"),
                function,
                function,
                function,
                new TargetGroup(LocalizedText.of("Alla", "Everybody"), Map.of()),
                List.of(),
                Optional.empty(),
                "lagesbild-2026-4",
                Disclosure.OPEN,
                history);
    }

    static Term term(int start, int review, int end) {
        LocalDate day = LocalDate.parse("2026-11-26");
        return new Term.Temporary(
                new StatedPeriod(LocalizedText.of("en tid", "some time"), day, Optional.empty(), day),
                Interval.of(h(start), h(end)),
                h(review));
    }

    static MeasureEvent event(Happening what, Instant at, String decision, Term term) {
        return switch (what) {
            case REQUESTED -> new MeasureEvent.Requested(at);
            case DECLINED -> new MeasureEvent.Declined(at, decision);
            case DECIDED -> new MeasureEvent.Decided(at, decision);
            case SCHEDULED -> new MeasureEvent.Scheduled(at, term);
            case CANCELLED -> new MeasureEvent.Cancelled(at, decision);
            case EXTENDED -> new MeasureEvent.Extended(at, decision, term);
            case CHANGED -> new MeasureEvent.Changed(at, decision, term);
            case ENDED -> new MeasureEvent.Ended(at, decision);
        };
    }

    /** For each state a history that leads to it at the hour 40, and the events that may come then, as M1 says. */
    private static final Map<MeasureState, List<MeasureEvent>> WAYS = new EnumMap<>(MeasureState.class);

    private static final Map<MeasureState, Set<Happening>> LEGAL = new EnumMap<>(MeasureState.class);

    private static void way(MeasureState state, Set<Happening> legal, MeasureEvent... history) {
        WAYS.put(state, List.of(history));
        LEGAL.put(state, legal);
    }

    static {
        MeasureEvent requested = new MeasureEvent.Requested(h(0));
        MeasureEvent decided = new MeasureEvent.Decided(h(1), "D1");
        MeasureEvent scheduled = new MeasureEvent.Scheduled(h(2), term(10, 50, 60));
        Set<Happening> over = EnumSet.of(Happening.EXTENDED, Happening.CHANGED, Happening.ENDED);
        way(MeasureState.REQUESTED, EnumSet.of(Happening.DECIDED, Happening.DECLINED, Happening.CANCELLED), requested);
        way(MeasureState.DECLINED, Set.of(), requested, new MeasureEvent.Declined(h(1), "D1"));
        way(MeasureState.DECIDED, EnumSet.of(Happening.SCHEDULED, Happening.CANCELLED), requested, decided);
        way(
                MeasureState.SCHEDULED,
                EnumSet.of(Happening.CANCELLED, Happening.CHANGED, Happening.ENDED),
                requested,
                decided,
                new MeasureEvent.Scheduled(h(2), term(45, 50, 60)));
        way(MeasureState.CANCELLED, Set.of(), requested, decided, new MeasureEvent.Cancelled(h(2), "D2"));
        way(MeasureState.ACTIVE, over, requested, decided, scheduled);
        way(MeasureState.REVIEW_DUE, over, requested, decided, new MeasureEvent.Scheduled(h(2), term(10, 30, 60)));
        way(
                MeasureState.EXTENDED,
                EnumSet.of(Happening.CHANGED, Happening.ENDED),
                requested,
                decided,
                new MeasureEvent.Scheduled(h(2), term(10, 20, 30)),
                new MeasureEvent.Extended(h(25), "D2", term(50, 60, 70)));
        way(
                MeasureState.CHANGED,
                EnumSet.of(Happening.CHANGED, Happening.ENDED),
                requested,
                decided,
                scheduled,
                new MeasureEvent.Changed(h(25), "D2", term(50, 60, 70)));
        way(MeasureState.ENDED, Set.of(), requested, decided, scheduled, new MeasureEvent.Ended(h(30), "D2"));
    }

    static Stream<Arguments> transitions() {
        return Stream.of(MeasureState.values())
                .flatMap(state -> Stream.of(Happening.values())
                        .map(what -> Arguments.of(state, what, LEGAL.get(state).contains(what))));
    }

    @ParameterizedTest(name = "{0} then {1}: {2}")
    @MethodSource("transitions")
    void M1_eachEventInEachState(MeasureState state, Happening what, boolean legal) {
        Measure measure = measure(WAYS.get(state));
        assertThat(measure.stateAt(h(40))).contains(state);
        MeasureEvent event = event(what, h(40), "NEW", term(80, 90, 100));
        if (legal) {
            assertThat(measure.with(event).history())
                    .endsWith(event)
                    .hasSize(measure.history().size() + 1);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> measure.with(event))
                    .withMessageContaining("extra-vaktare")
                    .withMessageContaining(state.name())
                    .withMessageContaining(event.getClass().getSimpleName());
        }
    }

    @Test
    void M1_theFirstEventIsARequest() {
        assertThatIllegalArgumentException().isThrownBy(() -> measure());
        for (Happening what : EnumSet.complementOf(EnumSet.of(Happening.REQUESTED))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> measure(event(what, h(0), "D1", term(1, 2, 3))))
                    .withMessageContaining("none");
        }
    }

    @Test
    void M1_eventsAreInOrderOfTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measure(new MeasureEvent.Requested(h(1)), new MeasureEvent.Decided(h(0), "D1")))
                .withMessageContaining("before the event that it follows");
        assertThat(measure(new MeasureEvent.Requested(h(1)), new MeasureEvent.Decided(h(1), "D1"))
                        .stateAt(h(1)))
                .contains(MeasureState.DECIDED);
    }

    @Test
    void M1_theClockAloneMovesAMeasureOn() {
        Measure measure = measure(
                new MeasureEvent.Requested(h(0)),
                new MeasureEvent.Decided(h(1), "D1"),
                new MeasureEvent.Scheduled(h(2), term(10, 20, 30)));
        assertThat(measure.stateAt(h(0).minusNanos(1))).isEmpty();
        assertThat(measure.stateAt(h(0))).contains(MeasureState.REQUESTED);
        assertThat(measure.stateAt(h(10).minusNanos(1))).contains(MeasureState.SCHEDULED);
        assertThat(measure.stateAt(h(10))).contains(MeasureState.ACTIVE);
        assertThat(measure.stateAt(h(20).minusNanos(1))).contains(MeasureState.ACTIVE);
        assertThat(measure.stateAt(h(20))).contains(MeasureState.REVIEW_DUE);
        assertThat(measure.inForceAt(h(29)))
                .as("a review that is due does not stop it")
                .isTrue();
        assertThat(measure.inForceAt(h(30))).isFalse();
        assertThat(measure.stateAt(h(1_000))).as("until a decision").contains(MeasureState.REVIEW_DUE);
        assertThat(measure.inForceAt(h(10).minusNanos(1))).isFalse();
    }

    @Test
    void M1_whatIsOverChangesNoMore() {
        List<MeasureEvent> ended = new ArrayList<>(WAYS.get(MeasureState.ENDED));
        assertThat(measure(ended).nextChangeAfter(h(30))).isEmpty();
        Measure cancelled = measure(
                new MeasureEvent.Requested(h(0)),
                new MeasureEvent.Decided(h(1), "D1"),
                new MeasureEvent.Scheduled(h(2), term(10, 20, 30)),
                new MeasureEvent.Cancelled(h(3), "D2"));
        assertThat(cancelled.nextChangeAfter(h(3))).isEmpty();
        assertThat(cancelled.inForceAt(h(15))).isFalse();
    }

    @Test
    void M2_reviewIsNoLaterThanTheEnd() {
        assertThat(term(10, 30, 30).review()).isEqualTo(h(30));
        assertThatIllegalArgumentException().isThrownBy(() -> term(10, 31, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> term(10, 10, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> term(10, 9, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> term(10, 10, 10));
    }

    @Test
    void M2_aStandingMeasureIsJudgedAgainAndAgain() {
        LocalizedText wording = LocalizedText.of("tills vidare", "until further notice");
        assertThat(new Term.Standing(wording, h(0), h(1), Period.ofYears(1)).end())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Term.Standing(wording, h(0), h(0), Period.ofYears(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Term.Standing(wording, h(0), h(1), Period.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Term.Standing(wording, h(0), h(1), Period.of(0, 1, -1)));
    }

    @Test
    void M2_extensionIsANewDecision() {
        Measure active = measure(WAYS.get(MeasureState.ACTIVE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> active.with(new MeasureEvent.Extended(h(40), "D1", term(60, 70, 80))))
                .withMessageContaining("D1")
                .withMessageContaining("M2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> active.with(new MeasureEvent.Extended(h(40), "D2", term(20, 40, 60))))
                .withMessageContaining("not after the one it has");
        Measure twice = active.with(new MeasureEvent.Extended(h(40), "D2", term(60, 70, 80)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> twice.with(new MeasureEvent.Extended(h(65), "D2", term(80, 90, 100))));
    }

    @ParameterizedTest(name = "extended from hour {0}")
    @MethodSource("extensions")
    void M2_extensionOverlappingAdjoiningAndAfterAHole(int start, String states, String inForce, Instant next) {
        Measure extended = measure(
                new MeasureEvent.Requested(h(0)),
                new MeasureEvent.Decided(h(1), "D1"),
                new MeasureEvent.Scheduled(h(2), term(10, 20, 30)),
                new MeasureEvent.Extended(h(22), "D2", term(start, 48, 50)));
        StringBuilder seen = new StringBuilder();
        StringBuilder force = new StringBuilder();
        for (int hour : new int[] {15, 21, 22, 29, 30, 35, 40, 47, 48, 50}) {
            seen.append(extended.stateAt(h(hour)).orElseThrow().name().charAt(0));
            force.append(extended.inForceAt(h(hour)) ? 'x' : '-');
        }
        assertThat(seen).hasToString(states);
        assertThat(force).hasToString(inForce);
        assertThat(extended.nextChangeAfter(h(22))).contains(next);
    }

    static Stream<Arguments> extensions() {
        return Stream.of(
                Arguments.of(15, "ARAAAAAARR", "xxxxxxxxx-", h(48)),
                Arguments.of(25, "ARAAAAAARR", "xxxxxxxxx-", h(48)),
                Arguments.of(30, "ARAAAAAARR", "xxxxxxxxx-", h(48)),
                // a hole from hour 30 to hour 40
                Arguments.of(40, "ARAAEEAARR", "xxxx--xxx-", h(30)));
    }

    @Test
    void D2_aTargetGroupIsAPredicate() {
        TargetGroup families = new TargetGroup(
                LocalizedText.of("Familjer", "Families"),
                Map.of(
                        TargetGroup.Trait.SCHOOL_OWNER,
                        Set.of("municipality"),
                        TargetGroup.Trait.RESIDENCE_AREA,
                        Set.of("hageby", "navestad")));
        assertThat(families.includes(Map.of(
                        TargetGroup.Trait.SCHOOL_OWNER, "municipality", TargetGroup.Trait.RESIDENCE_AREA, "hageby")))
                .isTrue();
        assertThat(families.includes(Map.of(
                        TargetGroup.Trait.SCHOOL_OWNER, "independent", TargetGroup.Trait.RESIDENCE_AREA, "hageby")))
                .isFalse();
        assertThat(families.includes(Map.of(TargetGroup.Trait.RESIDENCE_AREA, "hageby")))
                .isFalse();
        assertThat(new TargetGroup(LocalizedText.of("Alla", "Everybody"), Map.of()).includes(Map.of()))
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TargetGroup(
                        LocalizedText.of("Ingen", "Nobody"), Map.of(TargetGroup.Trait.SCHOOL_OWNER, Set.of())));
    }
}
