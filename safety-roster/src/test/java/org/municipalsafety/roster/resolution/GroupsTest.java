/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.text.LocalizedText;
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
import org.municipalsafety.roster.plan.Turns;
import org.threeten.extra.Interval;

/** Groups as members of a rotation: turns of one day from 1 September 2026 at 08:00, the day's number is the turn's. */
class GroupsTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final LocalizedText NAME = LocalizedText.of("plats", "seat");
    private static final LocalDateTime ANCHOR = LocalDateTime.parse("2026-09-01T08:00");
    private static final Instant FROM = day(1);
    private static final Group WEST = Group.of("vast", "ek", "gran", "alm");

    private static Instant day(int turn) {
        return ANCHOR.plusDays(turn - 1L).atZone(STOCKHOLM).toInstant();
    }

    private static Position tib(Substitution substitution, String... members) {
        Rotation rotation = new Rotation(ANCHOR, new Turns.Days(1), List.of(members));
        return Position.of("TIB", NAME, Layer.of("grund", rotation).withSubstitution(substitution));
    }

    private static Position tib(String... members) {
        return tib(Substitution.NEXT_IN_TURN, members);
    }

    private static RotaPlan.Builder rota(Position position, Group... groups) {
        return RotaPlan.builder("r", STOCKHOLM)
                .version(RotaVersion.of(FROM, position).withGroups(groups));
    }

    private static RotaVersion from(int turn, Position position, Group... groups) {
        return RotaVersion.of(day(turn), position).withGroups(groups);
    }

    private static Absence away(String person, int turn) {
        return new Absence(person, Interval.of(day(turn), Duration.ofDays(1)));
    }

    /** The holders of the turns in order. */
    private static String holders(Rota rota, int firstTurn, int lastTurn) {
        StringBuilder holders = new StringBuilder();
        for (int turn = firstTurn; turn <= lastTurn; turn++) {
            holders.append(rota.at("TIB", day(turn)).holding().orElse("-")).append(' ');
        }
        return holders.toString().strip();
    }

    private static Segment on(Rota rota, int turn) {
        return rota.at("TIB", day(turn));
    }

    @Test
    void R3_eachTimeTheGroupComesRoundTheNextOfItsPersonsHasTheTurn() {
        Rota rota = Rota.of(rota(tib("vast", "lind"), WEST).build());
        assertThat(holders(rota, 1, 8)).isEqualTo("ek lind gran lind alm lind ek lind");
        Rota twice = Rota.of(rota(tib("vast", "lind", "vast", "asp"), WEST).build());
        assertThat(holders(twice, 1, 8)).isEqualTo("ek lind gran asp alm lind ek asp");
    }

    @Test
    void R10_theRoundIsFoundByArithmeticHoweverOldTheRotaIs() {
        Rota rota = Rota.of(rota(tib("vast", "lind"), WEST).build());
        int turn = 3 * 2 * 20_000 + 3;
        assertThat(holders(rota, turn, turn + 3)).isEqualTo("gran lind alm lind");
    }

    @Test
    void R4_whoeverOfAGroupCannotIsReplacedWithinTheGroupFirst() {
        for (Substitution policy : List.of(
                Substitution.GAP, Substitution.LOWER_LAYER, Substitution.NEXT_IN_TURN, Substitution.by("asp"))) {
            Rota rota = Rota.of(rota(tib(policy, "vast", "lind"), WEST)
                    .absence(away("gran", 3))
                    .build());
            assertThat(holders(rota, 1, 7))
                    .as("%s; the later turns do not move", policy)
                    .isEqualTo("ek lind alm lind alm lind ek");
        }
    }

    @Test
    void R4_thePolicyIsAskedWhenNoneOfTheGroupCan() {
        RotaPlan.Builder next = rota(tib("vast", "lind"), WEST);
        RotaPlan.Builder gap = rota(tib(Substitution.GAP, "vast", "lind"), WEST);
        RotaPlan.Builder named = rota(tib(Substitution.by("asp"), "vast", "lind"), WEST);
        for (String person : WEST.persons()) {
            next.absence(away(person, 3));
            gap.absence(away(person, 3));
            named.absence(away(person, 3));
        }
        assertThat(holders(Rota.of(next.build()), 2, 4)).isEqualTo("lind lind lind");
        assertThat(on(Rota.of(gap.build()), 3)).isInstanceOf(Gap.class);
        assertThat(holders(Rota.of(named.build()), 2, 4)).isEqualTo("lind asp lind");
    }

    @Test
    void R4_aGroupStandsInWithItsPersonsInTheOrderInWhichTheyAreNext() {
        Rota rota = Rota.of(rota(tib("lind", "vast"), WEST)
                .absence(away("lind", 3))
                .absence(away("lind", 5))
                .absence(away("alm", 5))
                .build());
        // Turn 4 would be gran's and turn 6 alm's.
        assertThat(holders(rota, 2, 6)).isEqualTo("ek gran gran ek alm");
        Rota named = Rota.of(rota(tib(Substitution.by("vast"), "lind", "asp"), WEST)
                .absence(away("lind", 1))
                .absence(away("lind", 3))
                .absence(away("ek", 3))
                .build());
        assertThat(holders(named, 1, 4)).isEqualTo("ek asp gran asp");
    }

    @Test
    void R9_theReasonsTellOfTheGroup() {
        Rota rota = Rota.of(rota(tib("vast", "lind"), WEST)
                .absence(away("gran", 3))
                .absence(away("lind", 4))
                .build());
        assertThat(on(rota, 1).because())
                .containsExactly(
                        new RotaReason.InVersion(1),
                        new RotaReason.InTurn("grund", 1, "ek"),
                        new RotaReason.OfGroup("ek", "vast"));
        assertThat(on(rota, 1).sentence(Locale.forLanguageTag("sv")))
                .isEqualTo("ek har beredskap enligt version 1, lager grund, tur 1, grupp vast");
        assertThat(on(rota, 2).because())
                .containsExactly(new RotaReason.InVersion(1), new RotaReason.InTurn("grund", 2, "lind"));
        assertThat(on(rota, 3).because())
                .endsWith(new RotaReason.Absent("gran"), new RotaReason.TakesTheGroupsTurn("alm", "gran", "vast"));
        assertThat(on(rota, 3).sentence(Locale.forLanguageTag("sv")))
                .isEqualTo("alm har beredskap enligt version 1, lager grund, tur 3, grupp vast; "
                        + "gran är frånvarande; alm är näst i tur i grupp vast");
        assertThat(on(rota, 3).sentence(Locale.ENGLISH))
                .isEqualTo("alm is on standby according to version 1, layer grund, turn 3, group vast; "
                        + "gran is absent; alm is next in turn in group vast");
        assertThat(on(rota, 4).because())
                .endsWith(
                        new RotaReason.StandsIn("alm", "lind", Substitution.Policy.NEXT_IN_TURN, false),
                        new RotaReason.OfGroup("alm", "vast"));
        assertThat(on(rota, 4).sentence(Locale.ENGLISH)).endsWith("alm is next in turn; alm is of group vast");
        assertThat(rota.whyNot("alm", "TIB", day(1))).last().isEqualTo(new RotaReason.FoundFirst("alm", "ek"));
        assertThat(rota.whyNot("gran", "TIB", day(3))).last().isEqualTo(new RotaReason.Absent("gran"));
        assertThat(rota.whyNot("vast", "TIB", day(1))).last().isEqualTo(new RotaReason.NotAMember("vast", "TIB"));
        assertThat(rota.plan().persons()).containsExactly("ek", "gran", "alm", "lind");
    }

    @Test
    void P10_aVersionKeepsThePlaceInTheOrderAndInEachGroup() {
        Group east = Group.of("ost", "asp", "bok");
        // Turn 4 is in the middle: lind has it, vast goes on with alm's third turn, ost with bok.
        Rota rota = Rota.of(rota(tib("vast", "ost"), WEST, east)
                .version(from(4, tib("lind", "ost", "vast"), WEST, east))
                .build());
        assertThat(holders(rota, 1, 3)).isEqualTo("ek asp gran");
        assertThat(holders(rota, 4, 10)).isEqualTo("bok alm lind asp ek lind bok");
    }

    @Test
    void R1_whoLeavesTheGroupGivesTheTurnToTheNextOfItWhoStays() {
        Rota left = Rota.of(rota(tib("vast", "lind"), WEST)
                .version(from(3, tib("vast", "lind"), Group.of("vast", "alm", "ek")))
                .build());
        assertThat(holders(left, 1, 7)).isEqualTo("ek lind alm lind ek lind alm");
        Rota joined = Rota.of(rota(tib("vast", "lind"), WEST)
                .version(from(3, tib("vast", "lind"), Group.of("vast", "hassel", "ek", "gran", "alm")))
                .build());
        assertThat(holders(joined, 1, 7)).isEqualTo("ek lind gran lind alm lind hassel");
    }

    @Test
    void R1_whoeverIsInTurnStaysSoIntoAGroupAndOutOfIt() {
        Rota out = Rota.of(rota(tib("vast", "lind"), WEST)
                .version(from(3, tib("vast", "lind", "gran"), Group.of("vast", "ek", "alm")))
                .build());
        assertThat(holders(out, 3, 6)).isEqualTo("gran alm lind gran");
        Rota into = Rota.of(rota(tib("lind", "gran", "asp"))
                .version(from(2, tib("lind", "vast"), WEST))
                .build());
        assertThat(holders(into, 2, 6)).isEqualTo("gran lind alm lind ek");
        Rota gone = Rota.of(rota(tib("vast", "lind", "asp"), WEST)
                .version(from(4, tib("lind", "asp")))
                .build());
        assertThat(holders(gone, 4, 6)).as("the group is gone; the next keeps").isEqualTo("lind asp lind");
        Rota alone = Rota.of(
                rota(tib("vast"), WEST).version(from(3, tib("gran", "ek"))).build());
        assertThat(holders(alone, 2, 4)).as("alm has left; then it would be ek").isEqualTo("gran ek gran");
    }

    @Test
    void R1_aVersionThatRestartsBeginsWithTheFirstOfTheGroup() {
        Rota rota = Rota.of(rota(tib("vast", "lind"), WEST)
                .version(
                        new RotaVersion(day(4), RotaVersion.Phase.RESTART, List.of(tib("lind", "vast")), List.of(WEST)))
                .build());
        assertThat(holders(rota, 3, 7)).isEqualTo("gran lind ek lind gran");
    }

    @Test
    void R1_theDiffTellsWhoseDutiesAChangedGroupMoves() {
        Rota rota = Rota.of(rota(tib("vast", "lind"), WEST)
                .qualification(new Qualification("hassel", "tib", FROM))
                .version(from(5, tib("vast", "lind"), Group.of("vast", "ek", "gran", "hassel")))
                .build());
        // Alm's turn goes to ek, who comes next and then moves up; lind keeps every turn.
        assertThat(Change.ofVersion(rota, 2, Interval.of(day(1), day(8))))
                .extracting(change -> change.before().holding().orElse("-") + " "
                        + change.after().holding().orElse("-") + " " + change.interval())
                .containsExactly(
                        "alm ek " + Interval.of(day(5), Duration.ofDays(1)),
                        "ek gran " + Interval.of(day(7), Duration.ofDays(1)));
    }

    @Test
    void R6_oneGroupFillsTwoDistinctPositionsWithTwoPersons() {
        Layer layer = Layer.of("grund", new Rotation(ANCHOR, new Turns.Days(1), List.of("vast")));
        Rota rota = Rota.of(RotaPlan.builder("r", STOCKHOLM)
                .version(RotaVersion.of(FROM, Position.of("TIB", NAME, layer), Position.of("BACKUP", NAME, layer))
                        .withGroups(WEST))
                .distinct("TIB", "BACKUP")
                .build());
        assertThat(rota.at("TIB", day(2)).holding()).contains("gran");
        assertThat(rota.at("BACKUP", day(2)).holding()).contains("alm");
    }

    @Test
    void D1_allThatIsWrongWithGroupsIsToldWithItsPlace() {
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> Group.of("vast", "ek", "ek", "vast", "gr an"))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::pointer)
                        .containsExactly("/persons/3", "/persons/1", "/persons/2"));
        assertThatExceptionOfType(InvalidModelException.class).isThrownBy(() -> Group.of("vast"));
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> from(1, tib("vest", "lind"), WEST, WEST))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::pointer)
                        .containsExactly("/groups/1/id", "/groups/0/id", "/groups/1/id"));
        Interval later = Interval.of(day(2), Duration.ofDays(1));
        RotaPlan.Builder wrong = rota(tib("vast", "ost"), WEST, Group.of("ost", "asp", "vast"))
                .version(from(5, tib(Substitution.by("ost"), "ek", "vast")))
                .absence(new Absence("vast", later))
                .qualification(new Qualification("ost", "tib", FROM))
                .qualification(new Qualification("okand", "tib", FROM))
                .decision(new SeatOverride("o", "TIB", later, "vast", FROM, "Stab"));
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> Rota.of(wrong.build()))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::pointer)
                        .containsExactlyInAnyOrder(
                                "/versions/0/groups/1/persons/1",
                                "/versions/1/positions/0/layers/0/rotation/members/1",
                                "/versions/1/positions/0/layers/0/substitution/persons/0",
                                "/absences/0/person",
                                "/qualifications/0/person",
                                "/qualifications/1/person",
                                "/overrides/0/holder"));
    }

    @Test
    void R4_theGroupStandsInForItsOwnAlsoInAnOrderThatWasMoved() {
        Rota rota = Rota.of(rota(tib("ask", "bok", "vast"), WEST)
                .version(from(2, tib("vast", "ask", "bok"), WEST))
                .absence(away("ek", 3))
                .build());
        assertThat(holders(rota, 1, 6)).isEqualTo("ask bok gran ask bok gran");
    }

    @Test
    void R1_aGroupGoesOnWhereItWasThroughTwoMovesWhenTheNextOfItHasLeft() {
        Rota rota = Rota.of(rota(tib("ask", "vast"), WEST)
                .version(from(3, tib("vast", "ask"), WEST))
                .version(from(5, tib("vast", "ask"), Group.of("vast", "ek", "gran")))
                .build());
        assertThat(holders(rota, 1, 8)).isEqualTo("ask ek ask gran ask ek ask gran");
    }

    @Test
    void R1_whoIsInTurnThroughTheFirstPlaceKeepsItThere() {
        Rota rota = Rota.of(rota(tib("vast", "ek", "ask"), WEST)
                .version(RotaVersion.of(day(1).plusSeconds(3600), tib("vast", "ek", "bok"))
                        .withGroups(WEST))
                .build());
        assertThat(holders(rota, 1, 4)).isEqualTo("ek ek bok gran");
    }

    @Test
    void R1_whoeverLeavesAGroupForTheFirstPlaceStaysInTurn() {
        Rota rota = Rota.of(rota(tib("vast", "ask"), WEST)
                .version(from(3, tib("gran", "ask", "bok")))
                .build());
        assertThat(holders(rota, 1, 5)).isEqualTo("ek ask gran ask bok");
    }

    @Test
    void R1_whoeverJoinsAGroupAsItsFirstStaysInTurn() {
        Rota rota = Rota.of(rota(tib("ek", "ask"))
                .version(from(3, tib("ask", "vast"), WEST))
                .build());
        assertThat(holders(rota, 1, 6)).isEqualTo("ek ask ek ask gran ask");
    }
}
