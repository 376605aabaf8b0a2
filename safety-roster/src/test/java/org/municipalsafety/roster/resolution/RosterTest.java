/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.municipalsafety.roster.resolution.SmallRotas.absent;
import static org.municipalsafety.roster.resolution.SmallRotas.at;
import static org.municipalsafety.roster.resolution.SmallRotas.between;
import static org.municipalsafety.roster.resolution.SmallRotas.daily;
import static org.municipalsafety.roster.resolution.SmallRotas.decided;
import static org.municipalsafety.roster.resolution.SmallRotas.position;
import static org.municipalsafety.roster.resolution.SmallRotas.rota;
import static org.municipalsafety.roster.resolution.SmallRotas.version;
import static org.municipalsafety.roster.resolution.SmallRotas.weekly;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.MunicipalCalendar;
import org.municipalsafety.core.calendar.NamedDay;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.threeten.extra.Interval;

/** A rota and its roster as values, and the bounds of what they are asked. */
class RosterTest {

    private static final String MONDAY = "2026-09-07T08:00";
    private static final Interval WEEK = between(MONDAY, "2026-09-14T08:00");

    private static RotaPlan.Builder plain() {
        return rota(version(
                MONDAY,
                position("TIB", daily("grund", MONDAY, "ek", "gran")),
                position("BAK", daily("bak", MONDAY, "alm"))));
    }

    @Test
    void aRotaEqualsOneOfTheSameParts() {
        Rota rota = Rota.of(plain().build());
        assertThat(Rota.of(plain().build())).isEqualTo(rota).hasSameHashCodeAs(rota);
        for (Rota other : List.of(
                Rota.of(RotaPlan.builder("annan", SmallRotas.STOCKHOLM)
                        .version(rota.plan().versions().get(0))
                        .build()),
                Rota.of(RotaPlan.builder("prov", ZoneId.of("Europe/Berlin"))
                        .version(rota.plan().versions().get(0))
                        .build()),
                Rota.of(rota(version(
                                "2026-09-08T08:00",
                                rota.plan().versions().get(0).positions().toArray(new Position[0])))
                        .build()),
                Rota.of(plain().distinct("TIB", "BAK").build()),
                Rota.of(plain().absence(absent("ek", MONDAY, "2026-09-08T08:00"))
                        .build()),
                Rota.of(plain().decision(decided("d", "TIB", MONDAY, "2026-09-08T08:00", "asp"))
                        .build()))) {
            assertThat(other).isNotEqualTo(rota).doesNotHaveSameHashCodeAs(rota);
        }
        assertThat(Rota.of(plain().build(), new NoDays())).isNotEqualTo(rota);
        assertThat(rota).isNotEqualTo("prov");
    }

    /** A calendar of which every day is like the next. */
    private record NoDays() implements MunicipalCalendar {
        @Override
        public String country() {
            return "XX";
        }

        @Override
        public String version() {
            return "none";
        }

        @Override
        public LocalDate firstDay() {
            return LocalDate.of(2000, 1, 1);
        }

        @Override
        public LocalDate lastDay() {
            return LocalDate.of(2099, 12, 31);
        }

        @Override
        public Map<DayClass, LocalizedText> dayClasses() {
            return Map.of();
        }

        @Override
        public Map<String, LocalizedText> dayIds() {
            return Map.of();
        }

        @Override
        public List<NamedDay> daysOn(LocalDate date) {
            return List.of();
        }
    }

    @Test
    void aRotaTellsItsPartsAndItsTextNoPersons() {
        Rota rota = Rota.of(plain().absence(absent("ek", MONDAY, "2026-09-08T08:00"))
                .decision(decided("d", "TIB", MONDAY, "2026-09-08T08:00", "asp"))
                .build());
        assertThat(rota.calendar()).isEqualTo(SwedishCalendar.standard());
        assertThat(Rota.of(plain().build(), new NoDays()).calendar()).isEqualTo(new NoDays());
        assertThat(rota.plan().positions()).containsExactly("TIB", "BAK");
        assertThat(rota.plan().persons()).containsExactly("ek", "gran", "alm", "asp");
        assertThat(rota.plan().name("BAK").in(SmallRotas.SV)).isEqualTo("Plats BAK");
        assertThat(rota)
                .hasToString(
                        "Rota[RotaPlan[prov, Europe/Stockholm, positions [TIB, BAK], 1 versions, 1 absences, 1 decisions]]");
    }

    @Test
    void aRosterEqualsOneOfTheSameParts() {
        Roster roster = Rota.of(plain().build()).resolve(WEEK);
        assertThat(Rota.of(plain().build()).resolve(WEEK)).isEqualTo(roster).hasSameHashCodeAs(roster);
        Rota annan = Rota.of(RotaPlan.builder("annan", SmallRotas.STOCKHOLM)
                .version(plain().build().versions().get(0))
                .build());
        for (Roster other : List.of(
                annan.resolve(WEEK),
                Rota.of(plain().build()).resolve(between(MONDAY, "2026-09-15T08:00")),
                Rota.of(plain().decision(decided("d", "TIB", MONDAY, "2026-09-08T08:00", "asp"))
                                .build())
                        .resolve(WEEK))) {
            assertThat(other).isNotEqualTo(roster).doesNotHaveSameHashCodeAs(roster);
        }
        assertThat(roster).isNotEqualTo("prov");
        assertThat(roster.rota()).isEqualTo("prov");
        assertThat(roster).hasToString("Roster[prov, 2026-09-07T06:00:00Z/2026-09-14T06:00:00Z, [TIB, BAK]]");
    }

    @Test
    void R8_aPersonsDutiesAreThoseOfAllPositionsInTheirOrder() {
        Roster roster = Rota.of(plain().decision(decided("d", "BAK", MONDAY, "2026-09-08T08:00", "gran"))
                        .build())
                .resolve(between(MONDAY, "2026-09-11T08:00"));
        assertThat(roster.duties("gran"))
                .extracting(duty -> duty.position() + " "
                        + duty.interval()
                                .getStart()
                                .atZone(SmallRotas.STOCKHOLM)
                                .getDayOfMonth())
                .containsExactly("TIB 8", "TIB 10", "BAK 7");
        assertThat(roster.duties("asp")).isEmpty();
    }

    @Test
    void aPositionThatIsNotThereIsRefusedWithThoseThatAre() {
        Rota rota = Rota.of(plain().build());
        Roster roster = rota.resolve(WEEK);
        for (ThrowingCallable question : List.<ThrowingCallable>of(
                () -> rota.plan().name("KOM"),
                () -> rota.at("KOM", at(MONDAY)),
                () -> rota.next("KOM", at(MONDAY)),
                () -> rota.whyNot("ek", "KOM", at(MONDAY)),
                () -> roster.name("KOM"),
                () -> roster.segments("KOM"),
                () -> roster.at("KOM", at(MONDAY)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(question)
                    .withMessage("The rota prov has no position KOM; it has TIB, BAK.");
        }
    }

    @Test
    void R10_twoHundredYearsAreResolvedAndNoMore() {
        Rota rota = Rota.of(rota(version(MONDAY, position("TIB", weekly("grund", MONDAY, "ek"))))
                .build());
        Interval longest = Interval.of(at(MONDAY), Rota.LONGEST);
        List<Segment> segments = rota.resolve(longest).segments("TIB");
        assertThat(segments.get(segments.size() - 1).interval().getEnd()).isEqualTo(longest.getEnd());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rota.resolve(Interval.of(at(MONDAY), Rota.LONGEST.plusNanos(1))))
                .withMessageContaining("longer than 200 years");
    }

    @Test
    void R10_instantsOfTheYears1To8999AreAnswered() {
        Rota rota = Rota.of(plain().build());
        Instant first = Instant.parse("0001-01-01T00:00:00Z");
        Instant end = Instant.parse("9000-01-01T00:00:00Z");
        assertThat(rota.at("TIB", first)).isInstanceOf(Off.class);
        assertThat(rota.at("TIB", end.minusNanos(1))).isInstanceOf(Duty.class);
        for (Instant outside : List.of(first.minusNanos(1), end)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rota.at("TIB", outside))
                    .withMessageContaining("years 1 to 8999");
        }
    }

    @Test
    void R10_aTurnOfAMinuteIsFoundAThousandYearsOn() {
        var minutes = new Rotation(
                LocalDateTime.parse("1900-01-01T00:00"),
                new Turns.Elapsed(Duration.ofMinutes(1)),
                List.of("ek", "gran"));
        Rota rota = Rota.of(rota(version(MONDAY, position("TIB", Layer.of("grund", minutes))))
                .build());
        Instant anchor = at("1900-01-01T00:00");
        Instant asked = Instant.parse("2999-06-01T12:34:30Z");
        long turn = Duration.between(anchor, asked).toMinutes() + 1;
        assertThat(rota.at("TIB", asked).because())
                .containsExactly(
                        new RotaReason.InVersion(1),
                        new RotaReason.InTurn("grund", turn, turn % 2 == 1 ? "ek" : "gran"));
    }

    @Test
    void R9_whoIsNextIsToldInBothLanguages() {
        Rota rota = Rota.of(plain().build());
        Next next = rota.next("TIB", at(MONDAY));
        assertThat(next.sentence(SmallRotas.SV, SmallRotas.STOCKHOLM)).startsWith("därnäst gran från ");
        assertThat(next.sentence(Locale.ENGLISH, SmallRotas.STOCKHOLM)).startsWith("next is gran from ");
        assertThat(next.duty().orElseThrow().interval().getStart()).isEqualTo(at("2026-09-08T08:00"));
        Next nobody = rota.next("BAK", at(MONDAY));
        assertThat(nobody.sentence(Locale.ENGLISH, SmallRotas.STOCKHOLM)).startsWith("nobody else holds BAK before ");
        assertThat(nobody.duty()).isEmpty();
        assertThat(nobody).isEqualTo(new Next.Nobody("BAK", at(MONDAY).plus(Rota.NEXT_WITHIN)));
    }

    @Test
    void R7_instantsAndIntervalsAgreeWhereAllRulesMeet() {
        Position tib = position(
                "TIB",
                daily("topp", "2026-09-08T07:00", "a", "b", "c")
                        .withWindow(Window.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), "10:00-27:00")),
                weekly("grund", MONDAY, "b", "c"));
        Position bak = position("BAK", weekly("bak", "2026-09-09T12:00", "b", "d"))
                .withRequired(Window.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "08:00-16:00"));
        Rota rota = Rota.of(rota(version(MONDAY, tib, bak), version("2026-09-17T12:00", tib))
                .distinct("TIB", "BAK")
                .absence(absent("b", "2026-09-10T05:00", "2026-09-15T05:00"))
                .absence(absent("d", "2026-09-11T05:00", "2026-09-12T05:00"))
                .decision(decided("d", "TIB", "2026-09-12T00:00", "2026-09-13T00:00", "d"))
                .build());
        Interval asked = between("2026-09-07T00:30", "2026-09-21T00:30");
        Roster roster = rota.resolve(asked);
        for (String position : rota.plan().positions()) {
            Segment before = null;
            for (Instant t = asked.getStart(); t.isBefore(asked.getEnd()); t = t.plus(Duration.ofMinutes(30))) {
                Segment whole = rota.at(position, t);
                Segment clipped = roster.segmentAt(position, t);
                assertThat(clipped.interval()).isEqualTo(whole.interval().intersection(asked));
                assertThat(clipped.because()).isEqualTo(whole.because());
                assertThat(clipped.holding()).isEqualTo(whole.holding());
                if (before != null && !before.equals(whole)) {
                    assertThat(whole.because()).as("R8 neighbours differ").isNotEqualTo(before.because());
                    assertThat(whole.interval().getStart())
                            .isEqualTo(before.interval().getEnd());
                }
                before = whole;
            }
        }
    }
}
