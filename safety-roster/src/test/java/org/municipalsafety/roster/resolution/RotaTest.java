/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Swap;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.threeten.extra.Interval;

class RotaTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Locale SV = Locale.forLanguageTag("sv");
    private static final LocalDateTime ANCHOR = LocalDateTime.parse("2026-08-28T13:00");
    private static final Instant FROM = at("2026-08-28T13:00");
    private static final LocalizedText TIB = LocalizedText.of("Tjänsteperson i beredskap", "Duty officer on standby");

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    private static Interval between(String from, String to) {
        return Interval.of(at(from), at(to));
    }

    private static Position tib(String... members) {
        return Position.of("TIB", TIB, Layer.of("grund", Rotation.weekly(ANCHOR, members)));
    }

    private static RotaPlan.Builder rota(Position... positions) {
        return RotaPlan.builder("tib", STOCKHOLM).version(RotaVersion.of(FROM, positions));
    }

    private static SeatOverride decided(String id, String position, Interval when, String holder, String decidedAt) {
        return new SeatOverride(id, position, when, holder, at(decidedAt), "Säkerhetschef");
    }

    private static String holder(Rota rota, String position, String local) {
        return rota.at(position, at(local)).holding().orElse("-");
    }

    @Test
    void T1_segmentHoldsItsStartAndNotItsEnd() {
        Rota rota = Rota.of(rota(tib("ek", "gran", "alm")).build());
        Segment first = rota.at("TIB", FROM);
        assertThat(first.interval()).isEqualTo(between("2026-08-28T13:00", "2026-09-04T13:00"));
        assertThat(rota.at("TIB", first.interval().getEnd().minusNanos(1))).isEqualTo(first);
        assertThat(rota.at("TIB", first.interval().getEnd()).holding()).contains("gran");
    }

    @Test
    void P1_handoverInTheSpringGapIsAtTheTransition() {
        Rota rota = Rota.of(RotaPlan.builder("natt", STOCKHOLM)
                .version(RotaVersion.of(
                        at("2026-03-20T02:30"),
                        Position.of(
                                "TIB",
                                TIB,
                                Layer.of(
                                        "grund",
                                        new Rotation(
                                                LocalDateTime.parse("2026-03-20T02:30"),
                                                new Turns.Days(1),
                                                List.of("ek", "gran"))))))
                .build());
        assertThat(rota.at("TIB", Instant.parse("2026-03-29T01:00:00Z")).interval())
                .isEqualTo(Interval.of(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-30T00:30:00Z")));
        assertThat(rota.at("TIB", Instant.parse("2026-10-25T00:30:00Z")).interval())
                .as("the first of the two times in autumn")
                .isEqualTo(Interval.of(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z")));
    }

    /** Neither drifts: the 31st comes again. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LAST_DAY | 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31
            OVERFLOW | 2026-01-31 2026-03-03 2026-03-31 2026-05-01 2026-05-31
            """)
    void P5_whatMonthEndsDoIsAPolicy(Turns.MonthEnd end, String starts) {
        LocalDateTime anchor = LocalDateTime.parse("2026-01-31T08:00");
        Layer layer = Layer.of("grund", new Rotation(anchor, new Turns.Months(1, end), List.of("ek", "gran")));
        Rota rota = Rota.of(RotaPlan.builder("manad", STOCKHOLM)
                .version(RotaVersion.of(at("2026-01-31T08:00"), Position.of("TIB", TIB, layer)))
                .build());
        assertThat(rota.resolve(between("2026-01-31T08:00", "2026-06-30T08:00")).segments("TIB"))
                .extracting(segment -> LocalDate.ofInstant(segment.interval().getStart(), STOCKHOLM)
                        .toString())
                .containsExactly(starts.split(" "));
        assertThat(rota.at("TIB", at("2026-03-01T08:00")).interval().getStart())
                .isEqualTo(at(starts.split(" ")[end == Turns.MonthEnd.LAST_DAY ? 1 : 0] + "T08:00"));
    }

    @Test
    void P3_turnsOnADayThatTheZoneSkipsAreUsedUp() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        LocalDateTime anchor = LocalDateTime.parse("2011-12-25T09:00");
        Rota rota = Rota.of(RotaPlan.builder("apia", apia)
                .version(RotaVersion.of(
                        anchor.atZone(apia).toInstant(),
                        Position.of(
                                "TIB",
                                TIB,
                                Layer.of(
                                        "grund",
                                        new Rotation(
                                                anchor,
                                                new Turns.Days(1),
                                                List.of("a", "b", "c", "d", "e", "f", "g"))))))
                .build());
        List<Segment> segments = rota.resolve(Interval.of(anchor.atZone(apia).toInstant(), Duration.ofDays(7)))
                .segments("TIB");
        // The 30th did not exist: turn f began at the transition, at midnight, nine hours before g on the 31st.
        assertThat(segments)
                .extracting(segment -> segment.holding().orElse("-"))
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "a");
        assertThat(segments.get(5).interval().toDuration()).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void P6_elapsedTurnsIgnoreTheClockChange() {
        LocalDateTime anchor = LocalDateTime.parse("2026-10-24T18:00");
        Rota rota = Rota.of(RotaPlan.builder("sex", STOCKHOLM)
                .version(RotaVersion.of(
                        at("2026-10-24T18:00"),
                        Position.of(
                                "TIB",
                                TIB,
                                Layer.of(
                                        "grund",
                                        new Rotation(
                                                anchor, new Turns.Elapsed(Duration.ofHours(6)), List.of("a", "b"))))))
                .build());
        assertThat(rota.resolve(between("2026-10-24T18:00", "2026-10-25T17:00")).segments("TIB"))
                .allSatisfy(
                        segment -> assertThat(segment.interval().toDuration()).isEqualTo(Duration.ofHours(6)));
    }

    @Test
    void R1_anAddedPersonMovesNobodyBeforeThePlaceInTheOrder() {
        Rota rota = Rota.of(rota(tib("ek", "gran", "alm"))
                .version(RotaVersion.of(at("2026-09-11T13:00"), tib("ek", "gran", "asp", "alm")))
                .build());
        // Turns 1 and 2 were ek and gran; alm is in turn when the version begins, and stays.
        assertThat(rota.resolve(between("2026-08-28T13:00", "2026-10-16T13:00")).segments("TIB"))
                .extracting(segment -> segment.holding().orElse("-"))
                .containsExactly("ek", "gran", "alm", "ek", "gran", "asp", "alm");
    }

    @Test
    void R1_whoeverLeavesHandsTheTurnToTheNextOfTheOldOrder() {
        Rota rota = Rota.of(rota(tib("ek", "gran", "alm", "lind"))
                .version(RotaVersion.of(at("2026-09-08T09:00"), tib("ek", "alm", "lind")))
                .build());
        assertThat(rota.resolve(between("2026-08-28T13:00", "2026-10-02T13:00")).segments("TIB"))
                .extracting(segment -> segment.holding().orElse("-"))
                .containsExactly("ek", "gran", "alm", "lind", "ek", "alm");
    }

    @Test
    void R1_restartBeginsWithTheFirstMember() {
        Position fresh = Position.of(
                "TIB", TIB, Layer.of("grund", Rotation.weekly(LocalDateTime.parse("2026-09-11T13:00"), "x", "y")));
        Rota rota = Rota.of(rota(tib("ek", "gran"))
                .version(new RotaVersion(at("2026-09-11T13:00"), RotaVersion.Phase.RESTART, List.of(fresh)))
                .build());
        assertThat(holder(rota, "TIB", "2026-09-11T13:00")).isEqualTo("x");
        assertThat(holder(rota, "TIB", "2026-09-11T12:59")).isEqualTo("gran");
    }

    @Test
    void R1_aNewVersionChangesNoAnswerBeforeItsStart() {
        Rota old = Rota.of(rota(tib("ek", "gran", "alm")).build());
        Rota changed = old.with(plan -> plan.withVersion(RotaVersion.of(at("2026-09-09T00:00"), tib("x", "y"))));
        Interval before = between("2026-08-01T00:00", "2026-09-09T00:00");
        assertThat(changed.resolve(before)).isEqualTo(old.resolve(before));
    }

    @Test
    void R2_beforeTheFirstVersionNothingIsInEffect() {
        Segment before = Rota.of(rota(tib("ek")).build()).at("TIB", at("2020-01-01T00:00"));
        assertThat(before).isInstanceOf(Off.class);
        assertThat(before.because()).containsExactly(new RotaReason.NotInEffect("tib", FROM, STOCKHOLM));
        assertThat(before.interval().isUnboundedStart()).isTrue();
        assertThat(before.interval().getEnd()).isEqualTo(FROM);
    }

    @Test
    void P9_laterDecisionBeatsEarlierAndBothBeatTheLayers() {
        Rota rota = Rota.of(rota(tib("ek", "gran"))
                .decision(decided(
                        "sen", "TIB", between("2026-08-30T00:00", "2026-08-31T00:00"), "alm", "2026-08-29T12:00"))
                .decision(decided(
                        "tidig", "TIB", between("2026-08-29T00:00", "2026-09-01T00:00"), "lind", "2026-08-28T12:00"))
                .build());
        assertThat(rota.resolve(between("2026-08-28T13:00", "2026-09-02T00:00")).segments("TIB"))
                .extracting(segment -> segment.holding().orElse("-"))
                .containsExactly("ek", "lind", "alm", "lind", "ek");
    }

    @Test
    void R3_nobodyByDecisionIsAGapWhereThePositionIsRequired() {
        Rota rota = Rota.of(rota(tib("ek", "gran"))
                .decision(SeatOverride.vacating(
                        "tom",
                        "TIB",
                        between("2026-08-30T00:00", "2026-08-31T00:00"),
                        at("2026-08-29T12:00"),
                        "Säkerhetschef"))
                .build());
        assertThat(rota.at("TIB", at("2026-08-30T12:00"))).isInstanceOf(Gap.class);
    }

    @Test
    void P7_higherLayerWinsWhereItsWindowIsOpen() {
        Layer nights = Layer.of("natt", Rotation.weekly(ANCHOR, "natta"))
                .withWindow(Window.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "22:00-30:00"));
        Position position = new Position(
                "TIB", TIB, List.of(nights, Layer.of("grund", Rotation.weekly(ANCHOR, "ek"))), Window.ALWAYS);
        Rota rota = Rota.of(rota(position).build());
        assertThat(holder(rota, "TIB", "2026-08-31T22:00")).isEqualTo("natta");
        assertThat(holder(rota, "TIB", "2026-09-01T05:59")).isEqualTo("natta");
        assertThat(holder(rota, "TIB", "2026-09-01T06:00")).isEqualTo("ek");
        assertThat(holder(rota, "TIB", "2026-09-05T05:00"))
                .as("Friday's night ends on Saturday")
                .isEqualTo("natta");
        assertThat(holder(rota, "TIB", "2026-09-05T22:00")).isEqualTo("ek");
    }

    @Test
    void R9_redDaysOpenAndCloseLayersAndSaySo() {
        Layer office = Layer.of("kontor", Rotation.weekly(ANCHOR, "dagtid"))
                .withWindow(new Window(List.of(new Window.Hours(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        Set.of(),
                        Set.of(DayClass.RED_DAY),
                        DaySpan.parse("08:00-16:00")))));
        Layer free = Layer.of("helg", Rotation.weekly(ANCHOR, "helgen"))
                .withWindow(new Window(List.of(new Window.Hours(
                        EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                        Set.of(DayClass.RED_DAY),
                        Set.of(),
                        DaySpan.ALL_DAY))));
        Rota rota = Rota.of(rota(new Position("TIB", TIB, List.of(office, free), Window.NEVER))
                .build());
        assertThat(holder(rota, "TIB", "2026-12-24T10:00")).isEqualTo("dagtid");
        Segment christmas = rota.at("TIB", at("2026-12-25T10:00"));
        assertThat(christmas.holding()).contains("helgen");
        assertThat(christmas.because())
                .contains(
                        new RotaReason.OutsideWindow("kontor"),
                        new RotaReason.OnDay("kontor", DayClass.RED_DAY),
                        new RotaReason.OnDay("helg", DayClass.RED_DAY));
        assertThat(rota.at("TIB", at("2026-12-27T10:00")).because())
                .as("a Sunday by the day of the week")
                .doesNotContain(new RotaReason.OnDay("helg", DayClass.RED_DAY));
    }

    @Test
    void R4_absentHolderIsReplacedByNextInTurn() {
        Rota rota = Rota.of(rota(tib("ek", "gran", "alm"))
                .absence(new Absence("ek", between("2026-08-30T00:00", "2026-09-01T00:00")))
                .absence(new Absence("gran", between("2026-08-31T00:00", "2026-09-01T00:00")))
                .build());
        assertThat(rota.resolve(between("2026-08-28T13:00", "2026-09-11T13:00")).segments("TIB"))
                .extracting(segment -> segment.holding().orElse("-"))
                .containsExactly("ek", "gran", "alm", "ek", "gran");
    }

    @Test
    void R4_namedSubstituteThenTheLowerLayer() {
        Layer top = Layer.of("topp", Rotation.weekly(ANCHOR, "ek")).withSubstitution(Substitution.by("vik", "ros"));
        Position position = new Position(
                "TIB", TIB, List.of(top, Layer.of("grund", Rotation.weekly(ANCHOR, "bas"))), Window.ALWAYS);
        Rota rota = Rota.of(rota(position)
                .absence(new Absence("ek", between("2026-08-29T00:00", "2026-09-02T00:00")))
                .absence(new Absence("vik", between("2026-08-30T00:00", "2026-09-02T00:00")))
                .absence(new Absence("ros", between("2026-08-31T00:00", "2026-09-02T00:00")))
                .build());
        assertThat(holder(rota, "TIB", "2026-08-29T12:00")).isEqualTo("vik");
        assertThat(holder(rota, "TIB", "2026-08-30T12:00")).isEqualTo("ros");
        assertThat(holder(rota, "TIB", "2026-08-31T12:00")).isEqualTo("bas");
    }

    @Test
    void R4_gapPolicyEndsTheSearchAndLowerLayerDoesNot() {
        for (Substitution policy : List.of(Substitution.GAP, Substitution.LOWER_LAYER)) {
            Layer top = Layer.of("topp", Rotation.weekly(ANCHOR, "ek", "gran")).withSubstitution(policy);
            Position position = new Position(
                    "TIB", TIB, List.of(top, Layer.of("grund", Rotation.weekly(ANCHOR, "bas"))), Window.ALWAYS);
            Rota rota = Rota.of(rota(position)
                    .absence(new Absence("ek", between("2026-08-29T00:00", "2026-09-02T00:00")))
                    .build());
            assertThat(holder(rota, "TIB", "2026-08-30T12:00"))
                    .isEqualTo(policy.equals(Substitution.GAP) ? "-" : "bas");
        }
    }

    @Test
    void R6_theOneThatGivesWayTakesTheNextInTurn() {
        Position backup = Position.of(
                "BACKUP",
                LocalizedText.of("Bakjour", "Backup"),
                Layer.of("bak", Rotation.weekly(ANCHOR, "ek", "gran", "alm")));
        Rota rota = Rota.of(
                rota(tib("ek", "gran", "alm"), backup).distinct("TIB", "BACKUP").build());
        Roster roster = rota.resolve(between("2026-08-28T13:00", "2026-09-18T13:00"));
        assertThat(roster.segments("BACKUP"))
                .extracting(segment -> segment.holding().orElse("-"))
                .containsExactly("gran", "alm", "ek");
        assertThat(roster.at("BACKUP", FROM).orElseThrow().because()).contains(new RotaReason.HoldsOther("ek", "TIB"));
    }

    @Test
    void R6_aDecisionThatWouldGiveSomebodyBothDoesNotBind() {
        Position backup = Position.of(
                "BACKUP",
                LocalizedText.of("Bakjour", "Backup"),
                Layer.of("bak", Rotation.weekly(ANCHOR, "gran", "alm")));
        Rota rota = Rota.of(rota(tib("ek", "gran", "alm"), backup)
                .distinct("TIB", "BACKUP")
                .decision(decided(
                        "b", "BACKUP", between("2026-08-29T00:00", "2026-08-30T00:00"), "ek", "2026-08-28T15:00"))
                .build());
        assertThat(holder(rota, "BACKUP", "2026-08-29T12:00")).isEqualTo("gran");
    }

    @Test
    void R7_rosterAnswersAsTheRotaClipped() {
        Rota rota = Rota.of(rota(tib("ek", "gran", "alm"))
                .absence(new Absence("ek", between("2026-08-30T00:00", "2026-09-01T00:00")))
                .build());
        Interval asked = between("2026-08-30T07:00", "2026-09-05T07:00");
        Roster roster = rota.resolve(asked);
        for (Instant t = asked.getStart(); t.isBefore(asked.getEnd()); t = t.plus(Duration.ofMinutes(30))) {
            Segment whole = rota.at("TIB", t);
            Segment clipped = roster.segmentAt("TIB", t);
            assertThat(clipped.interval()).isEqualTo(whole.interval().intersection(asked));
            assertThat(clipped.because()).isEqualTo(whole.because());
            assertThat(clipped.holding()).isEqualTo(whole.holding());
        }
    }

    @Test
    void R9_dutyExplainsItself() {
        Rota rota = Rota.of(rota(tib("gran", "ek"))
                .absence(new Absence("ek", between("2026-11-27T00:00", "2026-11-29T00:00")))
                .build());
        Duty duty = rota.resolve(between("2026-11-26T14:00", "2026-12-01T08:00"))
                .at("TIB", at("2026-11-27T23:40"))
                .orElseThrow();
        assertThat(duty.sentence(SV))
                .isEqualTo(
                        "gran har beredskap enligt version 1, lager grund, tur 14; ek är frånvarande; gran är näst i tur");
        assertThat(duty.sentence(Locale.ENGLISH))
                .isEqualTo("gran is on standby according to version 1, layer grund, turn 14; ek is absent; "
                        + "gran is next in turn");
    }

    @Test
    void R9_whyNotAnswers() {
        Rota rota = Rota.of(rota(tib("ek", "gran", "alm"))
                .absence(new Absence("ek", between("2026-08-30T00:00", "2026-09-01T00:00")))
                .build());
        assertThat(rota.whyNot("ek", "TIB", at("2026-08-30T12:00"))).last().isEqualTo(new RotaReason.Absent("ek"));
        assertThat(rota.whyNot("alm", "TIB", at("2026-08-30T12:00")))
                .last()
                .isEqualTo(new RotaReason.FoundFirst("alm", "gran"));
        assertThat(rota.whyNot("okand", "TIB", at("2026-08-30T12:00")))
                .last()
                .isEqualTo(new RotaReason.NotAMember("okand", "TIB"));
        assertThat(rota.whyNot("gran", "TIB", at("2026-08-30T12:00")))
                .containsExactly(new RotaReason.Holds("gran", "TIB"));
    }

    // Swaps

    private static final Interval EKS_WEEKEND = between("2026-08-29T08:00", "2026-08-31T08:00");
    private static final Interval GRANS_WEEKEND = between("2026-09-05T08:00", "2026-09-07T08:00");

    private static Swap swap(Interval first, Interval second, String decidedAt) {
        return new Swap(
                "byte",
                new Swap.Side("TIB", first, "gran"),
                new Swap.Side("TIB", second, "ek"),
                at(decidedAt),
                "Säkerhetschef");
    }

    @Test
    void R3_bothHalvesOfASwapDecide() {
        Rota plain = Rota.of(rota(tib("ek", "gran")).build());
        Rota swapped = plain.with(plan -> plan.withSwap(swap(EKS_WEEKEND, GRANS_WEEKEND, "2026-08-28T14:00")));
        assertThat(Change.between(plain, swapped, between("2026-08-28T13:00", "2026-09-25T13:00")))
                .extracting(change ->
                        change.interval() + " " + change.after().holding().orElseThrow())
                .containsExactly(EKS_WEEKEND + " gran", GRANS_WEEKEND + " ek");
        assertThat(swapped.at("TIB", at("2026-08-30T12:00")).sentence(SV))
                .isEqualTo("gran har beredskap enligt version 1, byte byte av Säkerhetschef mot TIB "
                        + "lördag 5 september 2026 kl. 08.00 till måndag 7 september 2026 kl. 08.00");
        assertThat(swapped.with(plan -> plan.withoutDecision("byte"))).isEqualTo(plain);
    }

    @Test
    void R3_aLaterDecisionBeatsAHalfOfASwapAndAnEarlierOneDoesNot() {
        Swap swap = swap(EKS_WEEKEND, GRANS_WEEKEND, "2026-08-28T14:00");
        SeatOverride earlier = decided("a", "TIB", EKS_WEEKEND, "ek", "2026-08-28T13:30");
        SeatOverride later = decided("b", "TIB", GRANS_WEEKEND, "gran", "2026-08-28T15:00");
        Rota rota = Rota.of(rota(tib("ek", "gran"))
                .swap(swap)
                .decision(earlier)
                .decision(later)
                .build());
        assertThat(rota.at("TIB", at("2026-08-30T12:00")).holding()).contains("gran");
        assertThat(rota.at("TIB", at("2026-09-06T12:00")).holding()).contains("gran");
    }

    @Test
    void aSwapStandsOrFallsWhole() {
        SeatOverride before = decided("a", "TIB", GRANS_WEEKEND, "ek", "2026-08-28T14:00");
        Swap swap = swap(EKS_WEEKEND, GRANS_WEEKEND, "2026-08-28T14:00");
        Swap elsewhere =
                new Swap("a", swap.first(), new Swap.Side("KIB", GRANS_WEEKEND, "ek"), at("2026-08-28T16:00"), "Stab");
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> Rota.of(rota(tib("ek", "gran"))
                        .decision(before)
                        .swap(swap)
                        .swap(elsewhere)
                        .build()))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::pointer)
                        .containsExactly("/swaps/1/id", "/swaps/1/second/position", "/swaps/0/second"));
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(
                        () -> swap(EKS_WEEKEND, between("2026-08-30T08:00", "2026-08-31T08:00"), "2026-08-28T14:00"));
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> new Swap("x", swap.first(), swap.first(), at("2026-08-28T14:00"), " "))
                .satisfies(refused -> assertThat(refused.faults()).hasSize(3));
    }

    @Test
    void aSwapIsMadeOfTwoDuties() {
        Rota rota = Rota.of(rota(tib("ek", "gran")).build());
        Duty eks = (Duty) rota.at("TIB", at("2026-08-30T12:00"));
        Duty grans = (Duty) rota.at("TIB", at("2026-09-06T12:00"));
        Rota swapped =
                rota.with(plan -> plan.withSwap(eks.swapFor(grans, "byte", at("2026-08-28T14:00"), "Säkerhetschef")));
        assertThat(swapped.at("TIB", at("2026-08-30T12:00")).holding()).contains("gran");
        assertThat(swapped.at("TIB", at("2026-09-06T12:00")).holding()).contains("ek");
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> eks.swapFor(eks, "byte", at("2026-08-28T14:00"), "Säkerhetschef"));
    }

    @Test
    void aWindowThatOpensOnNoDayIsRefused() {
        Layer sundays = Layer.of("grund", Rotation.weekly(ANCHOR, "ek"))
                .withWindow(new Window(List.of(new Window.Hours(
                        EnumSet.of(DayOfWeek.SUNDAY), Set.of(), Set.of(DayClass.RED_DAY), DaySpan.ALL_DAY))));
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> Rota.of(rota(Position.of("TIB", TIB, sundays)).build()))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::pointer)
                        .containsExactly("/versions/0/positions/0/layers/0/window"));
    }

    @Test
    void R9_nextIsTheNextOtherHolder() {
        Rota rota = Rota.of(rota(tib("ek", "ek", "gran")).build());
        assertThat(rota.next("TIB", FROM).duty().orElseThrow().holder()).isEqualTo("gran");
        Next none = Rota.of(rota(tib("ek")).build()).next("TIB", FROM);
        assertThat(none).isInstanceOf(Next.Nobody.class);
        assertThat(none.sentence(SV, STOCKHOLM)).startsWith("ingen annan har TIB före");
    }

    @Test
    void R10_absurdIntervalsAreRefused() {
        Rota rota = Rota.of(rota(tib("ek")).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rota.resolve(Interval.of(FROM, Duration.ofDays(3_652_500))));
        assertThatIllegalArgumentException().isThrownBy(() -> rota.resolve(Interval.ALL));
        assertThatIllegalArgumentException().isThrownBy(() -> rota.at("TIB", Instant.MAX));
    }

    @Test
    void R11_gapAndOffAreDifferent() {
        Layer office = Layer.of("kontor", Rotation.weekly(ANCHOR, "ek"))
                .withWindow(Window.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "08:00-16:00"));
        Position position = new Position(
                "TIB",
                TIB,
                List.of(office),
                Window.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "08:00-18:00"));
        Rota rota = Rota.of(rota(position).build());
        assertThat(rota.at("TIB", at("2026-08-31T12:00"))).isInstanceOf(Duty.class);
        assertThat(rota.at("TIB", at("2026-08-31T17:00"))).isInstanceOf(Gap.class);
        assertThat(rota.at("TIB", at("2026-08-31T18:00"))).isInstanceOf(Off.class);
        assertThat(rota.at("TIB", at("2026-09-05T12:00")).interval())
                .as("the weekend is one segment")
                .isEqualTo(between("2026-09-04T18:00", "2026-09-07T08:00"));
    }

    @Test
    void allContradictionsAreNamedAtOnce() {
        Position backup = Position.of("BACKUP", TIB);
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> Rota.of(rota(tib("ek"), backup)
                        .version(RotaVersion.of(FROM, tib("ek")))
                        .distinct("TIB", "BACKUP")
                        .distinct("BACKUP", "TIB")
                        .distinct("TIB", "KIB")
                        .absence(new Absence("ekk", between("2026-08-30T00:00", "2026-09-01T00:00")))
                        .decision(decided(
                                "a", "TIB", between("2026-08-30T00:00", "2026-08-31T00:00"), "ek", "2026-08-29T12:00"))
                        .decision(decided(
                                "a", "TIB", between("2026-08-30T12:00", "2026-08-31T00:00"), "ek", "2026-08-29T12:00"))
                        .build()))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::pointer)
                        .containsExactly(
                                "/versions/1/effectiveFrom",
                                "/distinct/1",
                                "/distinct/2/givesWay",
                                "/absences/0/person",
                                "/overrides/1/id",
                                "/overrides/1"));
    }

    @Test
    void personsAreAllWhoCanComeOnDuty() {
        assertThat(rota(tib("ek", "gran")).build().persons()).isEqualTo(Set.of("ek", "gran"));
    }
}
