/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.document.RotaDocument;
import org.municipalsafety.roster.feed.CalendarFeed;
import org.municipalsafety.roster.plan.RotaPlan;
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
     * The time that the rota is meant for; if you say nothing else, from its first version until two years after the
     * last date that stands in the plan.
     *
     * @return the time, bounded; at most 200 years
     */
    default Interval interval() {
        RotaPlan plan = rota().plan();
        List<RotaVersion> versions = plan.versions();
        List<Instant> dates =
                new ArrayList<>(List.of(versions.get(versions.size() - 1).effectiveFrom()));
        plan.absences().forEach(absence -> dates.add(absence.interval().getEnd()));
        plan.decisions().forEach(decision -> dates.add(decision.interval().getEnd()));
        plan.qualifications().forEach(one -> one.until().ifPresent(dates::add));
        return Interval.of(
                versions.get(0).effectiveFrom(), Collections.max(dates).plus(Duration.ofDays(730)));
    }

    /**
     * Where to look: stretches of up to three weeks, from some days before the time that the rota is meant for until
     * its end.
     *
     * @return the stretches
     */
    @Provide
    default Arbitrary<Interval> intervals() {
        Instant first = interval().getStart().minus(Duration.ofDays(10));
        long minutes = Math.max(1, Duration.between(first, interval().getEnd()).toMinutes() - 21 * 1440);
        return Combinators.combine(
                        Arbitraries.longs().between(0, minutes),
                        Arbitraries.integers().between(1, 21 * 1440))
                .as((start, length) -> Interval.of(first.plus(Duration.ofMinutes(start)), Duration.ofMinutes(length)))
                .withoutEdgeCases();
    }

    /** Segments follow each other without seams. */
    @Property(tries = 50)
    default void R8_segmentsPartitionTheInterval(@ForAll("intervals") Interval interval) {
        kept(SegmentLaws.partition(resolver(), new RotaCase(rota(), interval)));
    }

    /** A point is answered as an interval is. */
    @Property(tries = 50)
    default void R7_pointEqualsInterval(@ForAll("intervals") Interval interval) {
        kept(SegmentLaws.pointEqualsInterval(resolver(), new RotaCase(rota(), interval)));
    }

    /** A part is answered as the whole is. */
    @Property(tries = 50)
    default void R7_aPartIsTheWholeClipped(@ForAll("intervals") Interval interval) {
        kept(SegmentLaws.partOfTheWhole(resolver(), new RotaCase(rota(), interval)));
    }

    /** Who is on duty follows from a plain reading of the plan. */
    @Property(tries = 50)
    default void R3_equalsThePlainReading(@ForAll("intervals") Interval interval) {
        kept(DutyLaws.plainReading(resolver(), new RotaCase(rota(), interval)));
    }

    /** Nobody who is absent is on duty, unless somebody decided so. */
    @Property(tries = 50)
    default void R4_nobodyAbsentIsOnDutyWithoutADecision(@ForAll("intervals") Interval interval) {
        kept(DutyLaws.absent(resolver(), new RotaCase(rota(), interval)));
    }

    /** Nobody who lacks a qualification that the position requires is on duty, unless somebody decided so. */
    @Property(tries = 50)
    default void R4_nobodyUnqualifiedIsOnDutyWithoutADecision(@ForAll("intervals") Interval interval) {
        kept(DutyLaws.unqualified(resolver(), new RotaCase(rota(), interval)));
    }

    /** Nobody holds two distinct positions. */
    @Property(tries = 50)
    default void R6_distinctPositionsDiffer(@ForAll("intervals") Interval interval) {
        kept(DutyLaws.distinct(resolver(), new RotaCase(rota(), interval)));
    }

    /** A later version changes nothing before. */
    @Property(tries = 50)
    default void R1_laterPlansChangeNothingBefore(@ForAll("intervals") Interval interval) {
        kept(ChangeLaws.laterVersion(resolver(), new RotaCase(rota(), interval)));
    }

    /** A decision changes nothing outside its time, and one that repeats the plan changes nobody's duty. */
    @Property(tries = 50)
    default void R3_aDecisionChangesWhatItSaysAndNoMore(@ForAll("intervals") Interval interval) {
        kept(ChangeLaws.decisionIsLocal(resolver(), new RotaCase(rota(), interval)));
        kept(ChangeLaws.repeatedDecision(resolver(), new RotaCase(rota(), interval)));
    }

    /** Before the first version nothing is in effect. */
    @Example
    default void R2_nothingBeforeTheFirstVersion() {
        Instant first = rota().plan().versions().get(0).effectiveFrom();
        kept(DutyLaws.notInEffect(resolver(), new RotaCase(rota(), Interval.of(first, Duration.ofDays(1)))));
    }

    /** What is written as a document reads back equal. */
    @Example
    default void D1_documentReadsBackEqual() {
        byte[] written = RotaDocument.write(rota().plan()).getBytes(StandardCharsets.UTF_8);
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
     * Hours of which you know that a required position is empty in them; empty hours within them are no failure.
     *
     * @return none unless you say otherwise
     */
    default List<Interval> knownGaps() {
        return List.of();
    }

    /** Every hour in which a position has to be filled is filled, but for the gaps that are known. */
    @Example
    default void R11_everyRequiredHourIsFilled() {
        List<Violation> unfilled = new ArrayList<>();
        for (String position : rota().plan().positions()) {
            for (Resolver.Slot slot : resolver().over(rota(), position, interval())) {
                if (slot.state().equals("gap")
                        && knownGaps().stream().noneMatch(known -> known.encloses(slot.interval()))) {
                    unfilled.add(new Violation(
                            "R11",
                            position,
                            slot.interval().getStart(),
                            "unfilled until " + slot.interval().getEnd()));
                }
            }
        }
        kept(unfilled);
    }

    /**
     * How many people may be away in the same week without leaving a required hour empty; 0 if you promise none. A
     * position with two people and one that the same two share keep this promise for nobody.
     *
     * @return 1 unless you say otherwise
     */
    default int absencesToSurvive() {
        return 1;
    }

    /**
     * Whoever is away in any one week, Monday to Monday, of the time that the rota is meant for: no more hours are
     * unfilled. All cases are tried.
     */
    @Example
    default void R4_everyRequiredHourIsFilledWhoeverIsAway() {
        Rota rota = rota();
        List<Violation> unfilled = new ArrayList<>();
        LocalDate monday = LocalDate.ofInstant(
                        interval().getStart(), rota.plan().zone())
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        while (WallClock.startOf(monday, rota.plan().zone()).isBefore(interval().getEnd())) {
            Interval week =
                    WallClock.days(monday, monday.plusWeeks(1), rota.plan().zone());
            unfilled.addAll(RotaWhatIf.any(rota, resolver(), week, absencesToSurvive()));
            monday = monday.plusWeeks(1);
        }
        kept(unfilled);
    }

    private static void kept(List<Violation> violations) {
        assertThat(violations).isEmpty();
    }
}
