/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.alert.Purpose;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.resolution.Rota;

/** Handovers by a real rota, on nights when the clock is set forward or back. */
class HandoverTest {

    @TempDir
    Path folder;

    private static Rota weekly(String anchor) {
        LocalDateTime start = LocalDateTime.parse(anchor);
        return Rota.of(RotaPlan.builder("tib", World.STOCKHOLM)
                .version(RotaVersion.of(
                        Instant.parse("2026-01-01T00:00:00Z"),
                        position("TIB", Rotation.weekly(start, "anna", "cia")),
                        position("BACKUP", Rotation.weekly(start, "bo"))))
                .build());
    }

    private static Position position(String id, Rotation rotation) {
        return Position.of(
                id, LocalizedText.of(id, id), Layer.of("only", rotation).withSubstitution(Substitution.GAP));
    }

    @ParameterizedTest
    @CsvSource({
        // 02:30 does not exist that night: the handover is at the transition.
        "2026-03-22T02:30, 2026-03-29T00:57:00Z, 2026-03-29T01:00:00Z",
        // 02:30 comes twice that night: the handover is at the first one.
        "2026-10-18T02:30, 2026-10-25T00:27:00Z, 2026-10-25T00:30:00Z"
    })
    void A4_theHandoverOnADstNightIsFollowedAtTheRightInstant(String anchor, Instant raised, Instant handover) {
        try (World world = new World(folder)) {
            world.onDuty = OnDuty.of(weekly(anchor));
            world.clock.set(raised);
            world.engine.submit(World.alert("a"), World.POLICY);
            world.engine.runDue();
            assertThat(world.one.to()).containsExactly("anna@one.example");
            assertThat(world.engine.nextDue()).contains(handover);
            world.clock.set(handover);
            world.engine.runDue();
            assertThat(world.one.to()).contains("cia@one.example").hasSize(3);
            // T4: five minutes pass between instants, whatever the clock on the wall does.
            assertThat(world.engine.nextDue()).contains(raised.plus(Duration.ofMinutes(5)));
            world.clock.set(raised.plus(Duration.ofMinutes(5)));
            world.engine.runDue();
            assertThat(world.one.to()).hasSize(4).endsWith("bo@one.example");
        }
    }

    @Test
    void A4_anAcknowledgementIsAskedForAgainAtTheEndOfALongNight() {
        try (World world = new World(folder)) {
            world.onDuty = OnDuty.of(weekly("2026-10-18T08:00"));
            world.clock.set(Instant.parse("2026-10-24T22:00:00Z")); // midnight; the night has nine hours until eight
            world.engine.submit(World.alert("a"), World.POLICY);
            world.engine.runDue();
            world.engine.acknowledge("a", "anna");
            Instant handover = Instant.parse("2026-10-25T07:00:00Z");
            assertThat(world.engine.nextDue()).contains(handover);
            world.clock.set(handover.minusNanos(1));
            assertThat(world.engine.runDue()).isZero();
            world.clock.set(handover);
            world.reopen();
            world.engine.runDue();
            assertThat(world.engine.find("a").orElseThrow().state()).isEqualTo(AlertState.OPEN);
            assertThat(world.one.messages.stream().map(message -> message.purpose()))
                    .containsExactlyInAnyOrder(Purpose.ALERT, Purpose.TAKEN_OVER, Purpose.HANDED_OVER);
            world.engine.acknowledge("a", "cia");
            assertThat(world.engine.nextDue()).contains(Instant.parse("2026-11-01T07:00:00Z"));
        }
    }

    /** The round that follows has run before, until somebody of an earlier one acknowledged: it alerts anew. */
    @Test
    void A4_whoIsAskedAgainAndDoesNotAnswerIsFollowedByARoundThatAlertsAnew() {
        try (World world = new World(folder)) {
            Instant start = world.clock.instant();
            Instant handover = start.plus(Duration.ofMinutes(60));
            world.onDuty = (position, t) -> position.equals("TIB")
                    ? Holding.by("cia")
                    : t.isBefore(handover) ? Holding.by("bo", handover) : Holding.by("anna");
            world.engine.submit(World.alert("a"), World.POLICY.withRepeats(1));
            world.engine.runDue();
            world.after(Duration.ofMinutes(5));
            world.after(Duration.ofMinutes(5));
            assertThat(world.one.to()).containsExactly("cia@one.example", "bo@one.example", "cia@one.example");
            world.engine.acknowledge("a", "bo");
            world.one.messages.clear();
            world.clock.set(handover);
            world.engine.runDue();
            assertThat(world.one.to()).containsExactlyInAnyOrder("anna@one.example", "bo@one.example");
            world.one.messages.clear();
            world.after(Duration.ofMinutes(5));
            assertThat(world.one.to()).as("the next round").containsExactly("cia@one.example");
            world.after(Duration.ofMinutes(5));
            assertThat(world.one.to()).containsExactly("cia@one.example", "anna@one.example");
        }
    }

    @Test
    void A4_anAcknowledgementOfSomebodyAlreadyOffDutyStandsAndIsNotAskedForAgain() {
        try (World world = new World(folder)) {
            world.onDuty = OnDuty.of(weekly("2026-10-18T08:00"));
            world.clock.set(Instant.parse("2026-10-25T06:58:00Z"));
            world.engine.submit(World.alert("a"), World.POLICY);
            world.engine.runDue();
            world.after(Duration.ofMinutes(3));
            world.engine.acknowledge("a", "anna");
            assertThat(world.engine.nextDue()).isEmpty();
        }
    }

    @Test
    void R2_aPositionThatTheRotaDoesNotHaveIsSkippedAndThatIsLogged() {
        try (World world = new World(folder)) {
            world.onDuty = OnDuty.of(Rota.of(RotaPlan.builder("bo", World.STOCKHOLM)
                    .version(RotaVersion.of(
                            Instant.parse("2026-01-01T00:00:00Z"),
                            position("BACKUP", Rotation.weekly(LocalDateTime.parse("2026-01-01T08:00"), "bo"))))
                    .build()));
            world.engine.submit(World.alert("a"), World.POLICY);
            world.engine.runDue();
            assertThat(world.one.to()).containsExactly("bo@one.example");
            assertThat(world.log("a")).contains(Happening.STEP_SKIPPED);
        }
    }
}
