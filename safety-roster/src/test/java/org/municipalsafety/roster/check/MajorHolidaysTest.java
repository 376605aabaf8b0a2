/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

class MajorHolidaysTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final SwedishCalendar CALENDAR = SwedishCalendar.standard();
    private static final List<String> DAYS = List.of("langfredagen", "midsommarafton", "julafton", "nyarsafton");

    private static MajorHolidays agreement(LocalDate validFrom, List<String> days) {
        return new MajorHolidays(
                "AB, window A",
                validFrom,
                LocalDate.MAX,
                days,
                LocalTime.of(18, 0),
                LocalTime.of(7, 0),
                Set.of(DayClass.RED_DAY, DayClass.DE_FACTO_HOLIDAY));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    /** The rows of 2023 are those of a published table. */
    @ParameterizedTest
    @CsvSource({
        "2023-12-23T18:00, 2023-12-27T07:00",
        "2023-12-30T18:00, 2024-01-02T07:00",
        "2024-03-28T18:00, 2024-04-02T07:00",
        "2024-06-20T18:00, 2024-06-24T07:00",
        "2024-12-23T18:00, 2024-12-27T07:00",
        "2024-12-30T18:00, 2025-01-02T07:00",
        "2026-04-02T18:00, 2026-04-07T07:00",
        "2026-06-18T18:00, 2026-06-22T07:00",
        "2026-12-23T18:00, 2026-12-28T07:00",
        "2026-12-30T18:00, 2027-01-04T07:00",
    })
    void W1_majorHolidaysAreThoseOfTheAgreement(String from, String until) {
        MajorHolidays agreement = agreement(LocalDate.of(2023, 1, 1), DAYS);
        Interval whole = Interval.of(at(from), at(until));
        for (Interval asked : List.of(
                whole,
                Interval.of(whole.getStart(), Duration.ofNanos(1)),
                Interval.of(whole.getEnd().minusNanos(1), Duration.ofDays(1)))) {
            assertThat(agreement.within(asked, CALENDAR, STOCKHOLM)).containsExactly(whole);
        }
        assertThat(agreement.within(Interval.of(whole.getEnd(), Duration.ofDays(2)), CALENDAR, STOCKHOLM))
                .isEmpty();
        assertThat(agreement(LocalDate.of(2028, 1, 1), DAYS).within(whole, CALENDAR, STOCKHOLM))
                .as("before it is valid")
                .isEmpty();
    }

    @Test
    void W1_aDayThatTheCalendarDoesNotHaveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> agreement(LocalDate.of(2023, 1, 1), List.of("jul"))
                        .within(Interval.of(at("2026-12-01T00:00"), Duration.ofDays(1)), CALENDAR, STOCKHOLM))
                .withMessageContaining("julafton");
    }

    /** The four holidays that begin in 2026, hour by hour. */
    @Test
    void theLedgerCountsTheSameHoursAsGoingThroughTheYear() {
        List<Interval> holidays = List.of(
                Interval.of(at("2026-04-02T18:00"), at("2026-04-07T07:00")),
                Interval.of(at("2026-06-18T18:00"), at("2026-06-22T07:00")),
                Interval.of(at("2026-12-23T18:00"), at("2026-12-28T07:00")),
                Interval.of(at("2026-12-30T18:00"), at("2027-01-04T07:00")));
        Rota rota = Rota.of(RotaPlan.builder("tib", STOCKHOLM)
                .version(RotaVersion.of(
                        at("2026-01-05T00:00"),
                        Position.of(
                                "TIB",
                                LocalizedText.of("TiB", "Duty officer"),
                                Layer.of(
                                        "grund",
                                        Rotation.weekly(
                                                LocalDateTime.parse("2026-01-02T13:00"), "ek", "gran", "alm")))))
                .build());
        Interval year = Interval.of(at("2026-01-05T00:00"), at("2027-01-02T00:00"));
        Map<String, Duration> expected = new HashMap<>();
        for (Instant hour = year.getStart(); hour.isBefore(year.getEnd()); hour = hour.plus(Duration.ofHours(1))) {
            Instant at = hour;
            if (holidays.stream().anyMatch(holiday -> holiday.contains(at))) {
                expected.merge(rota.at("TIB", at).holding().orElseThrow(), Duration.ofHours(1), Duration::plus);
            }
        }
        MajorHolidays agreement = agreement(LocalDate.of(2023, 1, 1), DAYS);
        Ledger ledger = Ledger.of(List.of(rota.resolve(year)), CALENDAR, List.of(agreement, agreement));
        for (String person : rota.plan().persons()) {
            assertThat(ledger.of(person, Ledger.Measure.MAJOR_HOLIDAY))
                    .as(person)
                    .isEqualTo(expected.getOrDefault(person, Duration.ZERO));
        }
        assertThat(Ledger.of(List.of(rota.resolve(year)), CALENDAR).of("ek", Ledger.Measure.MAJOR_HOLIDAY))
                .isZero();
    }

    @Test
    void R4_theLedgerTellsWhoIsOwedATurnBackWhereThatIsThePolicy() {
        Layer layer = Layer.of("grund", Rotation.weekly(LocalDateTime.parse("2026-08-31T08:00"), "ek", "gran", "alm"));
        Interval away = Interval.of(at("2026-09-01T08:00"), at("2026-09-03T08:00"));
        for (Substitution substitution : List.of(Substitution.NEXT_IN_TURN, Substitution.by("gran"))) {
            for (boolean owed : List.of(false, true)) {
                Rota rota = Rota.of(RotaPlan.builder("tib", STOCKHOLM)
                        .version(RotaVersion.of(
                                at("2026-08-31T08:00"),
                                Position.of(
                                        "TIB",
                                        LocalizedText.of("TiB", "Duty officer"),
                                        layer.withSubstitution(owed ? substitution.thatIsOwed() : substitution))))
                        .absence(new Absence("ek", away))
                        .build());
                Interval weeks = Interval.of(at("2026-08-31T08:00"), Duration.ofDays(42));
                Ledger ledger = Ledger.of(List.of(rota.resolve(weeks)), CALENDAR);
                assertThat(ledger.debts())
                        .isEqualTo(owed ? List.of(new Ledger.Debt("ek", "gran", Duration.ofDays(2))) : List.of());
                assertThat(ledger.of("gran", Ledger.Measure.TOTAL))
                        .as("nobody is moved for it")
                        .isEqualTo(Duration.ofDays(16));
            }
        }
    }
}
