/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.municipalsafety.roster.document.RotaDocument;
import org.municipalsafety.roster.feed.CalendarFeed;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.testkit.Violation;
import org.threeten.extra.Interval;

/**
 * What every rota keeps, as properties of yours: implement it in a test class and give it the rota.
 *
 * <pre>{@code
 * class OurRotaTest implements RotaContract {
 *     public Rota rota() {
 *         return RotaDocument.read(Path.of("tib.json"));
 *     }
 * }
 * }</pre>
 */
public interface RotaContract {

    /**
     * The rota that is tested.
     *
     * @return the rota
     */
    Rota rota();

    /**
     * What resolves it; the library if you say nothing else.
     *
     * @return the resolver
     */
    default Resolver resolver() {
        return Resolver.LIBRARY;
    }

    /**
     * Where to look: stretches of up to three weeks, from some days before the first version to two years after the
     * last.
     *
     * @return the intervals
     */
    @Provide
    default Arbitrary<Interval> intervals() {
        List<RotaVersion> versions = rota().versions();
        Instant first = versions.get(0).effectiveFrom().minus(Duration.ofDays(10));
        Instant last = versions.get(versions.size() - 1).effectiveFrom().plus(Duration.ofDays(730));
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(0, Duration.between(first, last).toMinutes()),
                        Arbitraries.integers().between(1, 21 * 1440))
                .as((start, length) -> Interval.of(first.plus(Duration.ofMinutes(start)), Duration.ofMinutes(length)))
                .withoutEdgeCases();
    }

    /** Segments follow each other without seams. */
    @Property(tries = 50)
    default void R8_segmentsPartitionTheInterval(@ForAll("intervals") Interval interval) {
        kept(RotaLaws.partition(resolver(), new RotaCase(rota(), interval)));
    }

    /** A point is answered as an interval is. */
    @Property(tries = 50)
    default void R7_pointEqualsInterval(@ForAll("intervals") Interval interval) {
        kept(RotaLaws.pointEqualsInterval(resolver(), new RotaCase(rota(), interval)));
    }

    /** A part is answered as the whole is. */
    @Property(tries = 50)
    default void R7_aPartIsTheWholeClipped(@ForAll("intervals") Interval interval) {
        kept(RotaLaws.partOfTheWhole(resolver(), new RotaCase(rota(), interval)));
    }

    /** Who is on duty follows from a plain reading of the plan. */
    @Property(tries = 50)
    default void R3_equalsThePlainReading(@ForAll("intervals") Interval interval) {
        kept(RotaLaws.plainReading(resolver(), new RotaCase(rota(), interval)));
    }

    /** Nobody who is absent is on duty, unless somebody decided so. */
    @Property(tries = 50)
    default void R4_nobodyAbsentIsOnDutyWithoutADecision(@ForAll("intervals") Interval interval) {
        kept(RotaLaws.absent(resolver(), new RotaCase(rota(), interval)));
    }

    /** Nobody who lacks a qualification that the position requires is on duty, unless somebody decided so. */
    @Property(tries = 50)
    default void R4_nobodyUnqualifiedIsOnDutyWithoutADecision(@ForAll("intervals") Interval interval) {
        kept(RotaLaws.unqualified(resolver(), new RotaCase(rota(), interval)));
    }

    /** Nobody holds two distinct positions. */
    @Property(tries = 50)
    default void R6_distinctPositionsDiffer(@ForAll("intervals") Interval interval) {
        kept(RotaLaws.distinct(resolver(), new RotaCase(rota(), interval)));
    }

    /** A later version and a later decision change nothing before. */
    @Property(tries = 50)
    default void R1_laterPlansChangeNothingBefore(@ForAll("intervals") Interval interval) {
        kept(RotaLaws.laterVersion(resolver(), new RotaCase(rota(), interval)));
        kept(RotaLaws.decisionIsLocal(resolver(), new RotaCase(rota(), interval)));
    }

    /** Before the first version nothing is in effect. */
    @Example
    default void R2_nothingBeforeTheFirstVersion() {
        Instant first = rota().versions().get(0).effectiveFrom();
        kept(RotaLaws.notInEffect(resolver(), new RotaCase(rota(), Interval.of(first, Duration.ofDays(1)))));
    }

    /** What is written as a document reads back equal. */
    @Example
    default void D1_documentReadsBackEqual() {
        byte[] written = RotaDocument.write(rota()).getBytes(StandardCharsets.UTF_8);
        assertThat(RotaDocument.read(written, "written")).isEqualTo(rota());
    }

    /** The calendar feed of each position, read back, has the duties of the roster; those that it cuts, whole. */
    @Property(tries = 20)
    default void R8_theFeedReadsBackAsTheSameDuties(@ForAll("intervals") Interval interval) {
        Roster roster = rota().resolve(interval);
        CalendarFeed feed = CalendarFeed.of(Locale.ENGLISH, interval.getStart(), 0);
        for (String position : roster.positions()) {
            List<FeedReading.Event> expected = roster.segments(position).stream()
                    .flatMap(segment -> segment.holding().stream()
                            .map(holder -> new FeedReading.Event(segment.interval(), position + ": " + holder)))
                    .toList();
            List<FeedReading.Event> events = FeedReading.events(feed.position(rota(), position, interval));
            assertThat(FeedReading.joined(events, interval))
                    .as(position)
                    .isEqualTo(FeedReading.joined(expected, interval));
        }
    }

    /**
     * How many people may be away in the same week without leaving a required hour empty; 0 if you promise none.
     *
     * @return 1 unless you say otherwise; at most 2
     */
    default int absencesToSurvive() {
        return 1;
    }

    /**
     * Whoever is away in any one week of the two years after the last version: no more hours are unfilled. All cases
     * are tried where there are no more than 2,000 of them (19 people, one away), else as many at random.
     */
    @Property(tries = 2_000)
    default void R4_everyRequiredHourIsFilledWhoeverIsAway(@ForAll("absentees") RotaWhatIf absentees) {
        kept(absentees.violations(rota(), resolver()));
    }

    /**
     * Weeks, and the people who are away in them.
     *
     * @return what may happen
     */
    @Provide
    default Arbitrary<RotaWhatIf> absentees() {
        List<String> persons = List.copyOf(rota().persons());
        List<RotaVersion> versions = rota().versions();
        Instant last = versions.get(versions.size() - 1).effectiveFrom();
        int away = Math.min(Math.min(2, absencesToSurvive()), persons.size());
        return Combinators.combine(
                        Arbitraries.integers().between(0, 104),
                        Arbitraries.of(persons).set().ofSize(away))
                .as((week, who) -> new RotaWhatIf(
                        Interval.of(last.plus(Duration.ofDays(7L * week)), Duration.ofDays(7)), List.copyOf(who)))
                .withoutEdgeCases();
    }

    private static void kept(List<Violation> violations) {
        assertThat(violations).isEmpty();
    }
}
