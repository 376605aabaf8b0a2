/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import org.municipalsafety.roster.document.RotaDocument;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Takeover;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Gap;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.roster.resolution.Segment;

/** The library's resolver keeps the laws. */
class RotaLawsTest {

    @Provide
    Arbitrary<RotaCase> cases() {
        return Rotas.cases();
    }

    @Property(tries = 300)
    void theLibraryKeepsAllLaws(@ForAll("cases") RotaCase given) {
        assertThat(RotaLaws.check(Resolver.LIBRARY, given)).isEmpty();
    }

    @Tag("long")
    @Property(tries = 100_000)
    void R3_aHundredThousandRotasEqualThePlainReading(@ForAll("cases") RotaCase given) {
        assertThat(DutyLaws.plainReading(Resolver.LIBRARY, given)).isEmpty();
        assertThat(SegmentLaws.partition(Resolver.LIBRARY, given)).isEmpty();
    }

    @Tag("long")
    @Property(tries = 300)
    void R3_everyMinuteOfSixDaysEqualsThePlainReading(@ForAll("cases") RotaCase given) {
        Rota rota = given.rota();
        Roster roster = rota.resolve(given.around());
        Duration minute = Duration.ofMinutes(1);
        PlainRota plain = new PlainRota(rota);
        for (String position : rota.plan().positions()) {
            for (Instant at = given.around().getStart(); given.around().contains(at); at = at.plus(minute)) {
                Segment found = roster.segmentAt(position, at);
                String who = found.holding().orElse(found instanceof Gap ? "gap" : "off");
                assertThat(who).as("%s at %s of %s", position, at, rota).isEqualTo(plain.at(position, at));
            }
        }
    }

    /** What is written reads back equal, whatever the rota. */
    @Property(tries = 150)
    void D1_theDocumentReadsBackEqual(@ForAll("cases") RotaCase given) {
        byte[] written = RotaDocument.write(given.rota().plan()).getBytes(StandardCharsets.UTF_8);
        assertThat(RotaDocument.read(written, "written")).isEqualTo(given.rota());
    }

    @Property(tries = 600)
    void T2_enoughHandoversLieInAGapOrAnOverlap(@ForAll("cases") RotaCase given) {
        var change = Rotas.change(given);
        boolean inside = change.isPresent()
                && given.rota().plan().versions().stream()
                        .flatMap(version -> version.positions().stream())
                        .flatMap(position -> position.layers().stream())
                        .anyMatch(layer -> handsOverIn(layer.rotation(), change.orElseThrow()));
        Statistics.label("gap")
                .collect(inside && change.orElseThrow().isGap())
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 15));
        Statistics.label("overlap")
                .collect(inside && change.orElseThrow().isOverlap())
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 15));
    }

    /** Whether a turn begins at a local time that does not exist, or exists twice; elapsed turns have no local time. */
    private static boolean handsOverIn(Rotation rotation, ZoneOffsetTransition change) {
        LocalDateTime from = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
        LocalDateTime until = change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
        LocalDateTime start = rotation.anchor();
        for (int turn = 0; start.isBefore(until); turn++) {
            if (!start.isBefore(from)) {
                return true;
            }
            if (rotation.turns() instanceof Turns.Days days) {
                start = start.plusDays(days.days());
            } else if (rotation.turns() instanceof Turns.Weeks weeks) {
                start = start.plusWeeks(weeks.weeks());
            } else if (rotation.turns() instanceof Turns.Months months) {
                start = rotation.anchor().plusMonths((turn + 1L) * months.months());
            } else if (rotation.turns() instanceof Turns.Cycle cycle) {
                start = start.plus(cycle.cycle().get(turn % cycle.cycle().size()));
            } else {
                return false;
            }
        }
        return false;
    }

    /** What a rota can be made of is met: else the laws would hold of nothing. */
    @Property(tries = 600)
    void R5_enoughRotasHaveWhatTheLawsAreAbout(@ForAll("cases") RotaCase given) {
        Rota rota = given.rota();
        List<Layer> layers = rota.plan().versions().stream()
                .flatMap(version -> version.positions().stream())
                .flatMap(position -> position.layers().stream())
                .toList();
        seen(
                "covered turns",
                15,
                layers.stream()
                        .anyMatch(layer -> layer.rotation().counting() == Rotation.Counting.COVERED
                                && !layer.window().equals(Window.ALWAYS)));
        seen("three positions", 15, rota.plan().positions().size() == 3);
        seen(
                "a version that keeps the phase",
                30,
                rota.plan().versions().stream().skip(1).anyMatch(version -> version.phase() == RotaVersion.Phase.KEEP));
        seen(
                "groups",
                15,
                rota.plan().versions().stream()
                        .anyMatch(version -> !version.groups().isEmpty()));
        seen("qualifications", 15, !rota.plan().qualifications().isEmpty());
        seen("takeovers", 15, !rota.plan().decisions(Takeover.class).isEmpty());
        seen("swaps", 15, !rota.plan().swaps().isEmpty());
        seen("absences", 50, !rota.plan().absences().isEmpty());
        seen("overrides", 50, !rota.plan().decisions(SeatOverride.class).isEmpty());
    }

    private static void seen(String what, int leastPercent, boolean seen) {
        Statistics.label(what)
                .collect(seen)
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= leastPercent));
    }
}
