/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.municipalsafety.roster.resolution.SmallRotas.absent;
import static org.municipalsafety.roster.resolution.SmallRotas.at;
import static org.municipalsafety.roster.resolution.SmallRotas.between;
import static org.municipalsafety.roster.resolution.SmallRotas.daily;
import static org.municipalsafety.roster.resolution.SmallRotas.decided;
import static org.municipalsafety.roster.resolution.SmallRotas.lines;
import static org.municipalsafety.roster.resolution.SmallRotas.position;
import static org.municipalsafety.roster.resolution.SmallRotas.restart;
import static org.municipalsafety.roster.resolution.SmallRotas.rota;
import static org.municipalsafety.roster.resolution.SmallRotas.vacated;
import static org.municipalsafety.roster.resolution.SmallRotas.version;
import static org.municipalsafety.roster.resolution.SmallRotas.who;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.Takeover;
import org.municipalsafety.roster.plan.Window;

/** What a new version does to the turns (R1), and what two plans differ in. */
class VersionsTest {

    private static final String MONDAY = "2026-09-07T08:00";

    private static Position tib(String members) {
        return position("TIB", daily("grund", MONDAY, members.split(" ")));
    }

    /** Turns of a day from Monday 08:00; the new order begins at noon of a day. */
    @ParameterizedTest(name = "{1} from day {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # old order | new order | day | holders, a day each
            a b c       | a b c     | 2   | a b c a b c
            a b c       | c a b     | 2   | a b c a b c
            a b c       | a c       | 1   | a c a c a c
            a b c       | a d c     | 1   | a c a d c a
            a b         | x y       | 1   | a y x y x y
            a b a c     | a b a c   | 2   | a b a c a b
            x a b a     | b a c a   | 0   | a b a c a b
            a b a c     | d a b a c | 2   | a b a c d a
            a b a c     | a a c     | 2   | a b a c a a
            a b c       | a a b c   | 0   | a b c a a b
            a b a b     | a b a b c | 0   | a b a b c a
            a b a b     | a b a b c | 2   | a b a b c a
            p q a       | c a d a   | 2   | p q a d a c
            p q a       | c d e a f a | 2 | p q a f a c
            a b a c     | c a b     | 2   | a b a b c a
            """)
    void R1_whoIsInTurnStaysOrHandsItToTheNextOfTheOldOrder(String old, String fresh, int day, String expected) {
        Rota rota =
                Rota.of(rota(version(MONDAY, tib(old)), version("2026-09-%02dT12:00".formatted(7 + day), tib(fresh)))
                        .build());
        List<String> holders = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            holders.add(who(rota.at("TIB", at("2026-09-%02dT13:00".formatted(7 + i)))));
        }
        assertThat(String.join(" ", holders)).isEqualTo(expected);
    }

    @Test
    void R1_whoStandsTwiceInTheOrderKeepsThePlaceThroughVersions() {
        Rota rota = Rota.of(rota(
                        version(MONDAY, tib("a b c")),
                        version("2026-09-08T12:00", tib("b a c a")),
                        version("2026-09-11T12:00", tib("b a c a")))
                .build());
        assertThat(lines(rota, "TIB", MONDAY, "2026-09-15T08:00"))
                .extracting(line -> line.substring(11))
                .containsExactly(
                        "08:00 a", "08:00 b", "12:00 b", "08:00 a", "08:00 c", "08:00 a", "12:00 a", "08:00 b",
                        "08:00 a", "08:00 c");
    }

    @Test
    void R1_aNewLayerCountsFromItsAnchorOrFromTheVersionThatRestarts() {
        Position before = position("TIB", daily("gammal", MONDAY, "x"));
        Rota kept = Rota.of(rota(version(MONDAY, before), version("2026-09-11T12:00", tib("a b c")))
                .build());
        Rota restarted = Rota.of(rota(version(MONDAY, before), restart("2026-09-11T12:00", tib("a b c")))
                .build());
        assertThat(kept.at("TIB", at("2026-09-11T12:00")).because())
                .containsExactly(new RotaReason.InVersion(2), new RotaReason.InTurn("grund", 5, "b"));
        assertThat(restarted.at("TIB", at("2026-09-11T12:00")).because())
                .containsExactly(new RotaReason.InVersion(2), new RotaReason.InTurn("grund", 1, "a"));
        assertThat(restarted.at("TIB", at("2026-09-12T08:00")).because())
                .containsExactly(new RotaReason.InVersion(2), new RotaReason.InTurn("grund", 2, "b"));
    }

    @Test
    void R1_aPositionThatAVersionDoesNotHaveIsOff() {
        Rota rota = Rota.of(rota(
                        version(MONDAY, tib("a"), position("KOM", daily("grund", MONDAY, "k"))),
                        version("2026-09-10T08:00", tib("b")))
                .build());
        assertThat(rota.plan().positions()).containsExactly("TIB", "KOM");
        assertThat(rota.plan().name("KOM").in(Locale.ENGLISH)).isEqualTo("Seat KOM");
        Segment after = rota.at("KOM", at("2026-09-11T08:00"));
        assertThat(after).isInstanceOf(Off.class);
        assertThat(after.because()).containsExactly(new RotaReason.InVersion(2), new RotaReason.NotPlanned("KOM"));
        assertThat(after.interval().getStart()).isEqualTo(at("2026-09-10T08:00"));
        assertThat(after.interval().isUnboundedEnd()).isTrue();
    }

    @Test
    void R9_whyNotAsksTheVersionInForce() {
        Rota rota = Rota.of(rota(version(MONDAY, tib("a")), version("2026-09-10T08:00", tib("b")))
                .build());
        assertThat(rota.whyNot("a", "TIB", at("2026-09-06T08:00")))
                .containsExactly(new RotaReason.NotInEffect("prov", at(MONDAY), SmallRotas.STOCKHOLM));
        assertThat(rota.whyNot("b", "TIB", at("2026-09-09T08:00")))
                .last()
                .isEqualTo(new RotaReason.NotAMember("b", "TIB"));
        assertThat(rota.whyNot("a", "TIB", at("2026-09-10T08:00")))
                .last()
                .isEqualTo(new RotaReason.NotAMember("a", "TIB"));
        assertThat(rota.whyNot("b", "TIB", at("2026-09-10T08:00"))).containsExactly(new RotaReason.Holds("b", "TIB"));
    }

    @Test
    void R9_whyNotOfAMemberInAGapIsTheGap() {
        Rota rota = Rota.of(rota(version(MONDAY, tib("a b")))
                .decision(vacated("tom", "TIB", "2026-09-08T00:00", "2026-09-09T00:00"))
                .build());
        assertThat(rota.whyNot("a", "TIB", at("2026-09-08T12:00")))
                .containsExactly(new RotaReason.InVersion(1), new RotaReason.Vacated("tom", "Vakthavande"));
    }

    // What differs

    private static List<String> changes(List<Change> changes) {
        return changes.stream()
                .map(change -> change.position() + " " + between(change) + " " + who(change.before()) + ">"
                        + who(change.after()))
                .toList();
    }

    private static String between(Change change) {
        return change.interval().getStart().atZone(SmallRotas.STOCKHOLM).getDayOfMonth() + "-"
                + change.interval().getEnd().atZone(SmallRotas.STOCKHOLM).getDayOfMonth();
    }

    @Test
    void R1_changesAreJoinedWhileTheSamePersonsChangePlaces() {
        Rota before = Rota.of(rota(version(MONDAY, tib("a a b c c"))).build());
        Rota after = Rota.of(rota(version(MONDAY, tib("x x x y c"))).build());
        assertThat(changes(Change.between(before, after, SmallRotas.between(MONDAY, "2026-09-13T08:00"))))
                .containsExactly("TIB 7-9 a>x", "TIB 9-10 b>x", "TIB 10-11 c>y", "TIB 12-13 a>x");
    }

    @Test
    void R1_changesToAndFromNobodyAreTold() {
        Position empty = position("TIB");
        Rota gap = Rota.of(rota(version(MONDAY, empty)).build());
        Rota off =
                Rota.of(rota(version(MONDAY, empty.withRequired(Window.NEVER))).build());
        Rota held = Rota.of(rota(version(MONDAY, tib("a"))).build());
        var week = SmallRotas.between(MONDAY, "2026-09-09T08:00");
        assertThat(changes(Change.between(gap, off, week))).containsExactly("TIB 7-9 gap>off");
        assertThat(changes(Change.between(off, held, week))).containsExactly("TIB 7-9 off>a");
        assertThat(changes(Change.between(held, gap, week))).containsExactly("TIB 7-9 a>gap");
        assertThat(Change.between(off, off, week)).isEmpty();
        assertThat(Change.between(held, gap, week).get(0).sentence(Locale.ENGLISH, SmallRotas.STOCKHOLM))
                .endsWith(": nobody instead of a");
        assertThat(Change.between(held, gap, week).get(0).sentence(SmallRotas.SV, SmallRotas.STOCKHOLM))
                .endsWith(": ingen i stället för a");
    }

    @Test
    void R1_aPositionOfOnlyOnePlanIsOffInTheOther() {
        Rota before = Rota.of(rota(version(
                        MONDAY,
                        position("KOM", daily("grund", MONDAY, "k")),
                        position("TIB", daily("grund", MONDAY, "a"))))
                .build());
        Rota after = Rota.of(rota(version(
                        MONDAY,
                        position("TIB", daily("grund", MONDAY, "b")),
                        position("BAK", daily("grund", MONDAY, "s"))))
                .build());
        List<Change> found = Change.between(before, after, SmallRotas.between(MONDAY, "2026-09-09T08:00"));
        assertThat(changes(found)).containsExactly("KOM 7-9 k>off", "TIB 7-9 a>b", "BAK 7-9 off>s");
        assertThat(found.get(2).before().because()).containsExactly(new RotaReason.NotPlanned("BAK"));
    }

    @Test
    void R1_theChangesOfAVersionAreThoseAgainstTheVersionsBefore() {
        Position kom = position("KOM", daily("grund", MONDAY, "k", "l"));
        Rota rota = Rota.of(rota(
                        version(MONDAY, tib("a")),
                        version("2026-09-08T08:00", tib("a b"), kom),
                        version("2026-09-10T08:00", tib("z"), kom))
                .distinct("TIB", "KOM")
                .distinct("KOM", "BAK")
                .version(version("2026-09-11T08:00", tib("z"), kom, position("BAK", daily("grund", MONDAY, "s"))))
                .absence(absent("a", "2026-09-07T12:00", "2026-09-07T20:00"))
                .absence(absent("s", "2026-09-12T12:00", "2026-09-12T20:00"))
                .decision(decided("k1", "KOM", "2026-09-08T08:00", "2026-09-09T08:00", "b"))
                .decision(decided("s1", "BAK", "2026-09-12T08:00", "2026-09-13T08:00", "k"))
                .build());
        var days = SmallRotas.between(MONDAY, "2026-09-12T08:00");
        assertThat(changes(Change.ofVersion(rota, 2, days)))
                .as("while it is in force; without what only later versions know; the decision on KOM counts")
                .containsExactly("TIB 9-10 a>b", "KOM 8-9 off>b", "KOM 9-10 off>k");
        assertThat(changes(Change.ofVersion(rota, 3, days))).containsExactly("TIB 10-11 a>z");
        assertThat(changes(Change.ofVersion(rota, 4, days))).containsExactly("BAK 11-12 off>s");
        assertThat(Change.ofVersion(rota, 3, SmallRotas.between("2026-09-11T08:00", "2026-09-12T08:00")))
                .as("after the version")
                .isEmpty();
        for (int version : new int[] {0, 1, 5}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Change.ofVersion(rota, version, days))
                    .withMessageContaining("versions 1 to 4");
        }
    }

    @Test
    void R1_theChangesOfAVersionHeedDecisionsAbsencesAndPairsThatFit() {
        Rota rota = Rota.of(rota(version(MONDAY, tib("a b"), position("KOM", daily("grund", MONDAY, "a", "k"))))
                .distinct("TIB", "KOM")
                .absence(absent("b", "2026-09-10T12:00", "2026-09-10T18:00"))
                .absence(absent("extra", "2026-09-20T08:00", "2026-09-21T08:00"))
                .decision(decided("d", "TIB", "2026-09-12T08:00", "2026-09-13T08:00", "extra"))
                .build());
        assertThat(rota.with(plan -> plan.withFirstVersions(1))).isEqualTo(rota);
    }

    @Test
    void R1_theChangesOfAVersionHeedTheTakeoversThatFit() {
        Position kom = position("KOM", daily("grund", MONDAY, "k"));
        Rota rota = Rota.of(rota(version(MONDAY, tib("a")), version("2026-09-09T08:00", tib("a b"), kom))
                .decision(takeover("fits", "TIB", "a"))
                .decision(takeover("member", "TIB", "b"))
                .decision(takeover("position", "KOM", "k"))
                .absence(absent("member-x", "2026-09-20T08:00", "2026-09-21T08:00"))
                .build());
        assertThat(changes(Change.ofVersion(rota, 2, SmallRotas.between(MONDAY, "2026-09-12T08:00"))))
                .containsExactly("TIB 10-11 fits-x>member-x", "KOM 9-12 off>position-x");
    }

    private static Takeover takeover(String id, String position, String turnsOf) {
        return new Takeover(
                id,
                position,
                SmallRotas.between(MONDAY, "2026-09-21T08:00"),
                turnsOf,
                id + "-x",
                at("2026-09-01T12:00"),
                "Vakthavande");
    }

    @Test
    void R1_aLaterNameOfAPositionChangesNoRosterBefore() {
        Rota before = Rota.of(rota(version(MONDAY, tib("a"))).build());
        Position renamed =
                Position.of("TIB", LocalizedText.of("Tjänsteperson", "Officer"), daily("grund", MONDAY, "a"));
        Rota after = Rota.of(rota(version(MONDAY, tib("a")), version("2026-09-14T08:00", renamed))
                .build());
        assertThat(after.resolve(SmallRotas.between(MONDAY, "2026-09-14T08:00")))
                .isEqualTo(before.resolve(SmallRotas.between(MONDAY, "2026-09-14T08:00")));
        assertThat(after.resolve(SmallRotas.between(MONDAY, "2026-09-14T08:01")).name("TIB"))
                .isEqualTo(renamed.name());
        assertThat(after.plan().name("TIB")).isEqualTo(renamed.name());
    }

    /** Without a memory of the answers given on the way this would take 2 to the power of 60 questions. */
    @Test
    @Timeout(60)
    void R10_manyDistinctPositionsAreEachAskedOnce() {
        Position[] seats = new Position[60];
        String[] members = new String[60];
        for (int i = 0; i < members.length; i++) {
            members[i] = "p" + i;
        }
        for (int i = 0; i < seats.length; i++) {
            seats[i] = position("S" + i, daily("grund", MONDAY, members));
        }
        RotaPlan.Builder builder = rota(version(MONDAY, seats));
        for (int i = 0; i < seats.length; i++) {
            for (int j = 0; j < i; j++) {
                builder.distinct("S" + j, "S" + i);
            }
        }
        Rota rota = Rota.of(builder.build());
        for (int i = 0; i < seats.length; i++) {
            assertThat(who(rota.at("S" + i, at(MONDAY)))).isEqualTo("p" + i);
        }
    }
}
