/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.channel.Availability;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.DayHours;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.GeographicNumber;
import org.municipalsafety.core.channel.Modality;
import org.municipalsafety.core.channel.OpeningHours;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.testkit.channel.DirectoryWhatIf.Effect;
import org.threeten.extra.Interval;

/** The contract as a user runs it. */
class DirectoryContractTest implements DirectoryContract {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /**
     * An office closed on Christmas Eve, a night line that stands in on that day, and last year's exception. The bridge
     * days of 2026 are Fridays, so that the rule for them says what the week says.
     */
    @Override
    public Directory directory() {
        OpeningHours office = OpeningHours.weekly(List.of(new OpeningHours.Week(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), DayHours.open("08:00-16:00"))))
                .withDates(List.of(
                        on("2025-12-24", DayHours.CLOSED),
                        on("2026-12-24", DayHours.CLOSED),
                        on("2026-12-26", DayHours.CLOSED)));
        OpeningHours night = OpeningHours.weekly(List.of(
                        new OpeningHours.Week(
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), DayHours.open("16:00-32:00")),
                        new OpeningHours.Week(EnumSet.of(DayOfWeek.FRIDAY), DayHours.open("16:00-24:00")),
                        new OpeningHours.Week(EnumSet.of(DayOfWeek.SATURDAY), DayHours.ALL_DAY),
                        new OpeningHours.Week(EnumSet.of(DayOfWeek.SUNDAY), DayHours.open("00:00-32:00"))))
                .withDayClasses(List.of(new OpeningHours.OnDayClass(DayClass.BRIDGE_DAY, DayHours.open("16:00-24:00"))))
                .withDates(List.of(on("2026-12-24", DayHours.open("08:00-32:00"))));
        return Directory.of(
                new Municipality("0581", LocalizedText.of("Norrköping", "Norrköping"), STOCKHOLM),
                SwedishCalendar.standard(),
                List.of(
                        channel("kontaktcenter", Audience.PUBLIC, "011-15 00 00", office),
                        channel("socialjouren", Audience.PUBLIC, "011-15 22 83", night),
                        channel("tib", Audience.AUTHORITIES, "011-15 00 01", Availability.always())));
    }

    private static OpeningHours.OnDates on(String date, DayHours hours) {
        return new OpeningHours.OnDates(LocalDate.parse(date), LocalDate.parse(date), hours);
    }

    private static ContactChannel channel(String id, Audience audience, String number, Availability hours) {
        return new ContactChannel(
                id,
                LocalizedText.of(id, id),
                audience,
                Modality.VOICE,
                new GeographicNumber(number),
                List.of(),
                null,
                hours,
                List.of());
    }

    @Override
    public Interval interval() {
        return WallClock.days(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), STOCKHOLM);
    }

    @Override
    public Set<String> deadRules() {
        return Set.of("/channels/0/availability/dates/0");
    }

    @Example
    void C5_theWhatIfTellsWhichExceptionMatters() {
        List<String> effects = new ArrayList<>();
        for (DirectoryWhatIf rule : DirectoryWhatIf.all(directory(), Audience.PUBLIC, interval())) {
            effects.add(rule.pointer() + " " + rule.effect());
        }
        assertThat(effects)
                .containsExactly(
                        "/channels/0/availability/week/0 " + Effect.MATTERS,
                        "/channels/0/availability/dates/0 " + Effect.DEAD,
                        "/channels/0/availability/dates/1 " + Effect.STOOD_IN,
                        "/channels/0/availability/dates/2 " + Effect.REPEATS,
                        "/channels/1/availability/week/0 " + Effect.MATTERS,
                        "/channels/1/availability/week/1 " + Effect.MATTERS,
                        "/channels/1/availability/week/2 " + Effect.MATTERS,
                        "/channels/1/availability/week/3 " + Effect.MATTERS,
                        "/channels/1/availability/dayClasses/0 " + Effect.REPEATS,
                        "/channels/1/availability/dates/0 " + Effect.MATTERS,
                        "/channels/2/availability/week/0 " + Effect.STOOD_IN);
    }

    /** A number for authorities in an instruction for the public. */
    @Example
    void D3_aNarrowerNumberInAPublicTextIsFound() {
        List<ContactChannel> channels = new ArrayList<>(directory().channels());
        channels.add(new ContactChannel(
                "leak",
                LocalizedText.of("TiB på 011-15 00 01", "Duty officer on 011-15 00 01"),
                Audience.PUBLIC,
                Modality.VOICE,
                new GeographicNumber("011-15 00 02"),
                List.of(),
                null,
                Availability.always(),
                List.of()));
        Directory leaking = Directory.of(directory().municipality(), directory().calendar(), channels);
        DirectoryContract contract = new DirectoryContract() {
            @Override
            public Directory directory() {
                return leaking;
            }

            @Override
            public Interval interval() {
                return DirectoryContractTest.this.interval();
            }
        };
        assertThatThrownBy(() ->
                        contract.D3_noNarrowerNumberReachesThePublic(interval().getStart()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the endpoint of tib");
    }
}
