/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.Qualification;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Takeover;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Change;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

class RotaChecksTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final LocalizedText NAME = LocalizedText.of("plats", "seat");
    private static final Instant START = at("2026-08-31T08:00");
    private static final Interval MONTH = Interval.of(START, at("2026-09-28T08:00"));
    private static final Window OFFICE = Window.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "08:00-17:00");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    private static Layer layer(String id, String clock, String... members) {
        return Layer.of(id, Rotation.weekly(LocalDateTime.parse("2026-08-31T" + clock), members));
    }

    private static Position weekly(String id, String clock, String... members) {
        return Position.of(id, NAME, layer("grund", clock, members));
    }

    private static RotaPlan.Builder rota(String id, Position... positions) {
        return RotaPlan.builder(id, STOCKHOLM).version(RotaVersion.of(START, positions));
    }

    private static List<Finding.Kind> kinds(Rota... rotas) {
        return RotaChecks.standard(OFFICE).run(List.of(rotas), MONTH).stream()
                .map(Finding::kind)
                .distinct()
                .toList();
    }

    @Test
    void aSoundRotaHasNoFindings() {
        assertThat(kinds(Rota.of(
                        rota("tib", weekly("TIB", "08:00", "ek", "gran")).build())))
                .isEmpty();
    }

    @Test
    void R11_gapsAreFoundWithTheirReason() {
        Position position =
                Position.of("TIB", NAME, layer("grund", "08:00", "ek", "gran").withSubstitution(Substitution.GAP));
        Rota rota = Rota.of(rota("tib", position)
                .absence(new Absence("ek", Interval.of(at("2026-09-01T00:00"), at("2026-09-02T00:00"))))
                .build());
        assertThat(RotaChecks.standard(OFFICE).run(rota, MONTH)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.GAP);
            assertThat(finding.text().in(Locale.forLanguageTag("sv")))
                    .contains("ek är frånvarande")
                    .contains("lämnar turen tom");
        });
    }

    @Test
    void R6_doubleBookingIsFoundAcrossRotas() {
        Rota tib = Rota.of(rota("tib", weekly("TIB", "08:00", "ek", "gran")).build());
        Rota kib = Rota.of(rota("kib", weekly("KIB", "08:00", "ek", "alm")).build());
        List<Finding> findings = RotaChecks.standard(OFFICE).run(List.of(tib, kib), MONTH);
        assertThat(findings).hasSize(2).allMatch(finding -> finding.kind() == Finding.Kind.DOUBLE_BOOKED);
        assertThat(findings.get(0).about()).contains("ek");
        assertThat(findings.get(0).interval()).isEqualTo(Interval.of(START, Duration.ofDays(7)));
    }

    @Test
    void anAbsentPersonOnDutyByDecisionIsFound() {
        Interval day = Interval.of(at("2026-09-08T00:00"), at("2026-09-09T00:00"));
        Rota rota = Rota.of(rota("tib", weekly("TIB", "08:00", "ek", "gran"))
                .absence(new Absence("ek", day))
                .decision(new SeatOverride("o", "TIB", day, "ek", START, "Stab"))
                .build());
        assertThat(kinds(rota)).contains(Finding.Kind.ABSENT_BY_DECISION);
    }

    @Test
    void anAbsentPersonWhoTakesATurnOverIsFoundAndSoIsATakeoverThatGivesWay() {
        Interval day = Interval.of(at("2026-09-01T00:00"), at("2026-09-02T00:00"));
        Takeover takeover = new Takeover("t", "BAK", day, "alm", "gran", START, "Stab");
        Rota absent = Rota.of(rota("tib", weekly("TIB", "08:00", "ek", "lind"), weekly("BAK", "08:00", "alm", "asp"))
                .decision(takeover)
                .absence(new Absence("gran", day))
                .build());
        assertThat(kinds(absent)).contains(Finding.Kind.ABSENT_BY_DECISION);
        Rota gives = Rota.of(rota("tib", weekly("TIB", "08:00", "gran", "ek"), weekly("BAK", "08:00", "alm", "asp"))
                .distinct("TIB", "BAK")
                .decision(takeover)
                .build());
        assertThat(kinds(gives)).contains(Finding.Kind.DECISION_GIVES_WAY);
    }

    @Test
    void R6_aDecisionThatGivesWayToADistinctPositionIsFound() {
        Interval day = Interval.of(at("2026-09-08T00:00"), at("2026-09-09T00:00"));
        Rota rota = Rota.of(rota("tib", weekly("TIB", "08:00", "ek", "gran"), weekly("BAK", "08:00", "alm", "asp"))
                .distinct("TIB", "BAK")
                .decision(new SeatOverride("o", "BAK", day, "gran", START, "Stab"))
                .build());
        assertThat(RotaChecks.standard(OFFICE).run(rota, day))
                .filteredOn(finding -> finding.kind() == Finding.Kind.DECISION_GIVES_WAY)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.interval()).isEqualTo(day);
                    assertThat(finding.about()).contains("gran");
                    assertThat(finding.text().in(Locale.forLanguageTag("sv")))
                            .endsWith("beslut o gäller inte medan gran har TIB");
                });
    }

    private static Qualification qualified(String person, String from, String until) {
        return new Qualification(person, "tib", at(from), at(until));
    }

    @Test
    void R4_membersWhoLoseAQualificationAreFound() {
        RotaVersion version = RotaVersion.of(
                        START, weekly("TIB", "08:00", "ek", "gran", "vast").requiring("tib"))
                .withGroups(Group.of("vast", "alm", "lind"));
        Rota rota = Rota.of(RotaPlan.builder("tib", STOCKHOLM)
                .version(version)
                .version(new RotaVersion(
                        at("2026-09-14T08:00"), RotaVersion.Phase.KEEP, version.positions(), version.groups()))
                .qualification(qualified("ek", "2020-01-01T00:00", "2026-09-10T00:00"))
                .qualification(qualified("ek", "2026-09-20T00:00", "2027-01-01T00:00"))
                .qualification(qualified("gran", "2020-01-01T00:00", "2026-01-01T00:00"))
                .qualification(qualified("lind", "2020-01-01T00:00", "2027-01-01T00:00"))
                .build());
        List<Finding> findings = RotaChecks.standard(OFFICE).run(rota, MONTH).stream()
                .filter(finding -> finding.kind().id().startsWith("QUALIFICATION"))
                .toList();
        assertThat(findings)
                .extracting(finding -> finding.kind() + " " + finding.about().orElseThrow())
                .containsExactly(
                        "QUALIFICATION_EXPIRING ek", "QUALIFICATION_EXPIRED gran", "QUALIFICATION_MISSING alm");
        assertThat(findings.get(0).interval()).isEqualTo(Interval.of(at("2026-09-10T00:00"), at("2026-09-20T00:00")));
        assertThat(findings.get(1).interval()).isEqualTo(MONTH);
        assertThat(findings.get(0).text().in(Locale.forLanguageTag("sv")))
                .endsWith("behörigheten tib för ek går ut torsdag 10 september 2026 kl. 00.00");
        assertThat(findings.get(1).text().in(Locale.forLanguageTag("sv")))
                .contains("för gran gick ut torsdag 1 januari");
        assertThat(findings.get(2).text().in(Locale.ENGLISH)).endsWith("alm lacks the qualification tib");
    }

    @Test
    void R4_somebodyUnqualifiedOnDutyByDecisionIsFound() {
        Interval day = Interval.of(at("2026-09-08T00:00"), at("2026-09-09T00:00"));
        Rota rota = Rota.of(rota("tib", weekly("TIB", "08:00", "ek", "gran").requiring("tib"))
                .qualification(qualified("ek", "2020-01-01T00:00", "2026-09-08T12:00"))
                .qualification(qualified("gran", "2020-01-01T00:00", "2027-01-01T00:00"))
                .decision(new SeatOverride("o", "TIB", day, "ek", START, "Stab"))
                .build());
        assertThat(RotaChecks.standard(OFFICE).run(rota, MONTH))
                .filteredOn(finding -> finding.kind() == Finding.Kind.UNQUALIFIED_BY_DECISION)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.about()).contains("ek");
                    assertThat(finding.interval()).isEqualTo(Interval.of(at("2026-09-08T12:00"), day.getEnd()));
                    assertThat(finding.text().in(Locale.ENGLISH))
                            .endsWith("ek lacks the qualification tib but is on standby by decision");
                });
    }

    @Test
    void membersOfGroupsWhoNeverComeOnDutyAreFoundAndTheOthersCounted() {
        Group west = Group.of("vast", "ek", "gran", "alm");
        Rota rota = Rota.of(RotaPlan.builder("tib", STOCKHOLM)
                .version(RotaVersion.of(START, weekly("TIB", "08:00", "vast", "lind"))
                        .withGroups(west))
                .build());
        assertThat(RotaChecks.standard(OFFICE).run(rota, MONTH))
                .extracting(finding -> finding.kind() + " " + finding.about().orElseThrow())
                .containsExactly("NEVER_ON_DUTY alm");
        Ledger ledger = Ledger.of(List.of(rota.resolve(MONTH)), SwedishCalendar.standard());
        assertThat(ledger.of("gran", Ledger.Measure.TOTAL)).isEqualTo(Duration.ofDays(7));
        assertThat(ledger.of("vast", Ledger.Measure.TOTAL)).isZero();
    }

    @Test
    void swapsThatNoLongerFitTheRotaAreFound() {
        Rota plain =
                Rota.of(rota("tib", weekly("TIB", "08:00", "ek", "gran", "alm")).build());
        Duty eks = (Duty) plain.at("TIB", at("2026-09-01T12:00"));
        Duty grans = (Duty) plain.at("TIB", at("2026-09-08T12:00"));
        Rota swapped = plain.with(plan -> plan.withSwap(eks.swapFor(grans, "byte", START, "Stab")));
        assertThat(kinds(swapped)).isEmpty();
        Interval day = Interval.of(at("2026-09-08T00:00"), at("2026-09-09T00:00"));
        Rota overruled = swapped.with(
                plan -> plan.withDecision(new SeatOverride("o", "TIB", day, "alm", START.plusSeconds(1), "Stab")));
        assertThat(RotaChecks.standard().run(overruled, MONTH))
                .filteredOn(finding -> finding.kind() == Finding.Kind.SWAP_WITHOUT_EFFECT)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.interval()).isEqualTo(day);
                    assertThat(finding.about()).contains("byte");
                });
        Rota edited = swapped.with(plan ->
                plan.withVersion(RotaVersion.of(at("2026-09-07T08:00"), weekly("TIB", "08:00", "ek", "asp", "alm"))));
        assertThat(RotaChecks.standard(OFFICE).run(edited, MONTH))
                .filteredOn(finding -> finding.kind() == Finding.Kind.SWAP_MISSES_ITS_DUTY)
                .singleElement()
                .satisfies(finding -> assertThat(finding.text().in(Locale.forLanguageTag("sv")))
                        .endsWith("byte byte tar tiden från alm, inte från gran"));
    }

    @Test
    void membersAndLayersWithoutEffectAreFound() {
        Position position = new Position(
                "TIB", NAME, List.of(layer("topp", "08:00", "ek"), layer("botten", "08:00", "lind")), Window.ALWAYS);
        assertThat(kinds(Rota.of(rota("tib", position).build())))
                .containsExactly(Finding.Kind.LAYER_NEVER_USED, Finding.Kind.NEVER_ON_DUTY);
    }

    @Test
    void aLayerThatOnlyFallsThroughNeverDecidesAndOneThatLeavesTheSeatEmptyDoes() {
        Layer top = layer("topp", "08:00", "ek");
        Layer bottom = layer("botten", "08:00", "lind");
        for (Substitution policy : List.of(Substitution.LOWER_LAYER, Substitution.NEXT_IN_TURN, Substitution.GAP)) {
            Position position = new Position("TIB", NAME, List.of(top.withSubstitution(policy), bottom), Window.ALWAYS);
            Rota rota = Rota.of(rota("tib", position)
                    .absence(new Absence("ek", Interval.of(START, Duration.ofDays(400))))
                    .build());
            assertThat(RotaChecks.standard(OFFICE).run(rota, MONTH))
                    .filteredOn(finding -> finding.kind() == Finding.Kind.LAYER_NEVER_USED)
                    .extracting(finding -> finding.about().orElseThrow())
                    .as(policy.policy().name())
                    .containsExactly(policy == Substitution.GAP ? "botten" : "topp");
        }
    }

    /** The first version is in force for one week of two people's turns. */
    @Test
    void R1_neverOnDutyIsJudgedOverAllVersionsAndALayerInEach() {
        Instant second = at("2026-09-07T08:00");
        Layer night =
                layer("natt", "08:00", "lind").withWindow(Window.of(EnumSet.of(DayOfWeek.WEDNESDAY), "22:00-30:00"));
        Layer base = layer("grund", "08:00", "ek", "gran", "alm", "asp", "hassel");
        Rota rota = Rota.of(rota("tib", new Position("TIB", NAME, List.of(night, base), Window.ALWAYS))
                .version(RotaVersion.of(second, new Position("TIB", NAME, List.of(base, night), Window.ALWAYS)))
                .build());
        assertThat(RotaChecks.standard().run(rota, MONTH))
                .extracting(Finding::kind, finding -> finding.about().orElseThrow(), Finding::interval)
                .containsExactly(
                        tuple(Finding.Kind.LAYER_NEVER_USED, "natt", Interval.of(second, MONTH.getEnd())),
                        tuple(Finding.Kind.NEVER_ON_DUTY, "hassel", MONTH));
    }

    @Test
    void R4_namedSubstitutesWhoLackAQualificationAreFound() {
        Layer layer = layer("grund", "08:00", "ek", "gran").withSubstitution(Substitution.by("vast", "asp"));
        Rota rota = Rota.of(RotaPlan.builder("tib", STOCKHOLM)
                .version(RotaVersion.of(START, Position.of("TIB", NAME, layer).requiring("tib"))
                        .withGroups(Group.of("vast", "alm", "lind")))
                .qualification(qualified("ek", "2020-01-01T00:00", "2027-01-01T00:00"))
                .qualification(qualified("gran", "2020-01-01T00:00", "2027-01-01T00:00"))
                .qualification(qualified("alm", "2020-01-01T00:00", "2027-01-01T00:00"))
                .qualification(qualified("asp", "2020-01-01T00:00", "2026-01-01T00:00"))
                .build());
        assertThat(RotaChecks.standard(OFFICE).run(rota, MONTH))
                .extracting(finding -> finding.kind() + " " + finding.about().orElseThrow())
                .containsExactly("QUALIFICATION_MISSING lind", "QUALIFICATION_EXPIRED asp");
    }

    /** Handovers of one position each day at the same time, and when they should lie. */
    @ParameterizedTest(name = "{0}: on {2} of fourteen days outside {1}")
    @CsvSource({
        "08:00, 08:00-17:00, 4",
        "17:00, 08:00-17:00, 4",
        "17:01, 08:00-17:00, 14",
        "07:59, 08:00-17:00, 14",
        "23:30, 22:00-30:00, 4",
        "06:00, 22:00-30:00, 4",
        "00:00, 22:00-48:00, 2",
    })
    void handoversOutsideTheChosenHoursAreFound(String clock, String hours, int outside) {
        LocalDateTime anchor = LocalDateTime.parse("2026-08-31T" + clock);
        Layer layer = Layer.of("grund", new Rotation(anchor, new Turns.Days(1), List.of("ek", "gran")));
        Rota rota = Rota.of(RotaPlan.builder("tib", STOCKHOLM)
                .version(RotaVersion.of(at("2026-08-31T" + clock), Position.of("TIB", NAME, layer)))
                .build());
        Instant noon = at("2026-08-31T" + clock).plusSeconds(60);
        Window weekdays = Window.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), hours);
        assertThat(RotaChecks.standard(weekdays).run(rota, Interval.of(noon, Duration.ofDays(14))))
                .hasSize(outside)
                .allMatch(finding -> finding.kind() == Finding.Kind.HANDOVER_OUTSIDE_HOURS);
    }

    @Test
    void C3_handoverHoursMayBeSaidByDayClass() {
        // Midsummer Eve of 2026 is the 19th of June, a Friday.
        Rota rota = Rota.of(RotaPlan.builder("tib", STOCKHOLM)
                .version(RotaVersion.of(
                        at("2026-06-01T08:00"),
                        Position.of(
                                "TIB",
                                NAME,
                                Layer.of(
                                        "grund",
                                        Rotation.weekly(LocalDateTime.parse("2026-06-05T13:00"), "ek", "gran")))))
                .build());
        Window working = new Window(List.of(new Window.Hours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Set.of(),
                Set.of(DayClass.RED_DAY, DayClass.DE_FACTO_HOLIDAY),
                DaySpan.parse("08:00-17:00"))));
        assertThat(RotaChecks.standard(working).run(rota, Interval.of(at("2026-06-06T08:00"), at("2026-07-05T08:00"))))
                .filteredOn(finding -> finding.kind() == Finding.Kind.HANDOVER_OUTSIDE_HOURS)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.interval().getStart()).isEqualTo(at("2026-06-19T13:00"));
                    assertThat(finding.text().in(Locale.ENGLISH)).endsWith("outside the chosen hours");
                });
    }

    /** A substitute from a group is told to be of it after it is told for whom the person stands in. */
    @ParameterizedTest(name = "{0} stands in")
    @CsvSource({"lind, ''", "vast, vast", "NEXT, ''", "NEXT, vast"})
    void R4_whatIsOwedIsCountedWhereverTheSubstituteComesFrom(String standsIn, String group) {
        Substitution substitution = standsIn.equals("NEXT") ? Substitution.NEXT_IN_TURN : Substitution.by(standsIn);
        Layer layer = layer("grund", "08:00", "ek", group.isEmpty() ? "lind" : "vast")
                .withSubstitution(substitution.thatIsOwed());
        RotaVersion version = RotaVersion.of(START, Position.of("TIB", NAME, layer));
        Interval away = Interval.of(at("2026-09-01T08:00"), at("2026-09-03T08:00"));
        Rota rota = Rota.of(RotaPlan.builder("tib", STOCKHOLM)
                .version(group.isEmpty() ? version : version.withGroups(Group.of("vast", "lind", "asp")))
                .absence(new Absence("ek", away))
                .build());
        Ledger ledger = Ledger.of(List.of(rota.resolve(MONTH)), SwedishCalendar.standard());
        assertThat(ledger.debts()).singleElement().satisfies(debt -> {
            assertThat(debt.owes()).isEqualTo("ek");
            assertThat(debt.to()).isIn("lind", "asp");
            assertThat(debt.time()).isEqualTo(Duration.ofDays(2));
        });
    }

    @Test
    void C3_theLedgerRefusesDaysThatTheCalendarDoesNotKnow() {
        Rota rota = Rota.of(rota("tib", weekly("TIB", "08:00", "ek", "gran")).build());
        Roster late = rota.resolve(Interval.of(at("2100-12-25T08:00"), at("2101-01-05T08:00")));
        assertThatThrownBy(() -> Ledger.of(List.of(late), SwedishCalendar.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2101-01-")
                .hasMessageContaining("to 2100-12-31");
        Roster whole = rota.resolve(Interval.of(at("2100-12-25T08:00"), at("2101-01-01T00:00")));
        assertThat(Ledger.of(List.of(whole), SwedishCalendar.standard()).shares())
                .isNotEmpty();
    }

    @Test
    void aLedgerOfSomebodyWithoutAnyTimeIsALedger() {
        Ledger ledger = new Ledger(Map.of("ek", Map.of()), List.of());
        assertThat(ledger.of("ek", Ledger.Measure.TOTAL)).isZero();
        assertThat(ledger.spread(Ledger.Measure.TOTAL)).isZero();
    }

    @Test
    void T4_theLedgerAddsUpElapsedTime() {
        Position position = Position.of(
                "TIB", NAME, Layer.of("grund", Rotation.weekly(LocalDateTime.parse("2026-10-19T08:00"), "ek", "gran")));
        Rota rota = Rota.of(RotaPlan.builder("tib", STOCKHOLM)
                .version(RotaVersion.of(at("2026-10-19T08:00"), position))
                .build());
        Ledger ledger = Ledger.of(
                List.of(rota.resolve(Interval.of(at("2026-10-19T08:00"), at("2026-11-02T08:00")))),
                SwedishCalendar.standard());
        // The night to the 25th of October has an hour more.
        assertThat(ledger.of("ek", Ledger.Measure.TOTAL)).isEqualTo(Duration.ofHours(7 * 24 + 1));
        assertThat(ledger.of("ek", Ledger.Measure.NIGHT)).isEqualTo(Duration.ofHours(7 * 8 + 1));
        assertThat(ledger.of("ek", Ledger.Measure.WEEKEND)).isEqualTo(Duration.ofHours(49));
        assertThat(ledger.of("ek", Ledger.Measure.RED_DAY)).isEqualTo(Duration.ofHours(25));
        // All Saints' Day, on the 31st, is red.
        assertThat(ledger.of("gran", Ledger.Measure.RED_DAY)).isEqualTo(Duration.ofHours(48));
        assertThat(ledger.spread(Ledger.Measure.TOTAL)).isEqualTo(Duration.ofHours(1));
        assertThat(ledger.of("okand", Ledger.Measure.TOTAL)).isZero();
    }

    @Test
    void R1_theDiffOfAVersionTellsWhoseDutiesChange() {
        Rota rota = Rota.of(rota("tib", weekly("TIB", "08:00", "ek", "gran", "alm"))
                .version(RotaVersion.of(at("2026-09-07T08:00"), weekly("TIB", "08:00", "ek", "asp", "alm")))
                .build());
        List<Change> changes = Change.ofVersion(rota, 2, MONTH);
        // Gran's turn from the 7th goes to alm, who comes next.
        assertThat(changes)
                .isNotEmpty()
                .allSatisfy(
                        change -> assertThat(change.interval().getStart()).isAfterOrEqualTo(at("2026-09-07T08:00")));
        assertThat(changes.get(0).sentence(Locale.forLanguageTag("sv"), STOCKHOLM))
                .isEqualTo("TIB, måndag 7 september 2026 kl. 08.00 till måndag 14 september 2026 kl. 08.00: "
                        + "alm i stället för gran");
        assertThat(Change.between(rota, rota, MONTH)).isEmpty();
    }

    @Test
    void R5_severalHandoversAWeek() {
        Turns turns = new Turns.Cycle(List.of(Duration.ofHours(4 * 24 + 5), Duration.ofHours(2 * 24 + 19)));
        Rotation rotation = new Rotation(LocalDateTime.parse("2026-08-31T08:00"), turns, List.of("ek", "gran", "alm"));
        Rota rota = Rota.of(rota("tib", Position.of("TIB", NAME, Layer.of("grund", rotation)))
                .build());
        assertThat(rota.resolve(MONTH).segments("TIB")).hasSize(8).allSatisfy(segment -> {
            LocalDateTime start = LocalDateTime.ofInstant(segment.interval().getStart(), STOCKHOLM);
            assertThat(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)).contains(start.getDayOfWeek());
            assertThat(start.getHour()).isEqualTo(start.getDayOfWeek() == DayOfWeek.MONDAY ? 8 : 13);
        });
    }
}
