/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.endpoint.Modality;
import org.municipalsafety.core.endpoint.ShortCode;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.hours.Segment;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.testkit.channel.Directories;
import org.threeten.extra.Interval;

/** What is exported to OpenStreetMap's form reads back as the same open, closed and unknown times. */
class OsmRoundTripTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 1, 1);
    private static final Interval DAYS = WallClock.days(FIRST, LAST, STOCKHOLM);

    private static ContactChannel channel(String id, Availability hours) {
        return ContactChannel.of(
                id, LocalizedText.of(id, id), Audience.PUBLIC, Modality.VOICE, ShortCode.of("112"), hours);
    }

    private static Directory directory(List<ContactChannel> channels) {
        var municipality = new Municipality("0581", LocalizedText.of("Norrköping", "Norrköping"), STOCKHOLM);
        return Directory.of(municipality, SwedishCalendar.standard(), channels);
    }

    private static List<String> times(Directory directory, String channel, Interval within) {
        List<String> times = new ArrayList<>();
        OpenState before = null;
        for (Segment segment : directory.hours(channel, within)) {
            if (segment.state() != before) {
                times.add(segment.interval().getStart() + " " + segment.state());
            }
            before = segment.state();
        }
        return times;
    }

    @Test
    void everyChannelReadsBackAsItWas() {
        OpeningHours office = OpeningHours.weekly(List.of(new OpeningHours.Week(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        DayHours.open("08:00-12:00", "13:00-16:00"))))
                .withDayClasses(List.of(
                        new OpeningHours.OnDayClass(DayClass.RED_DAY, DayHours.CLOSED),
                        new OpeningHours.OnDayClass(
                                DayClass.CUSTOMARY_HALF_DAY,
                                new DayHours(
                                        List.of(DaySpan.parse("08:00-12:00")),
                                        List.of(DaySpan.parse("12:00-16:00")),
                                        Optional.empty()))));
        OpeningHours evening = OpeningHours.weekly(List.of(
                new OpeningHours.Week(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), DayHours.open("16:00-25:30"))));
        OpeningHours.Season summer = new OpeningHours.Season(
                MonthDay.of(6, 1),
                MonthDay.of(8, 31),
                List.of(
                        new OpeningHours.Week(
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), DayHours.open("08:00-15:00")),
                        new OpeningHours.Week(EnumSet.of(DayOfWeek.FRIDAY), DayHours.CLOSED)));
        Directory directory = directory(List.of(
                channel("office", office),
                channel("evening", evening),
                channel("duty", Availability.outside("office")),
                channel("summer", office.withSeasons(List.of(summer))),
                channel("always", Availability.always())));
        for (ContactChannel channel : directory.channels()) {
            String text = OsmExport.of(directory, Audience.PUBLIC, channel.id(), FIRST, LAST, Locale.ENGLISH)
                    .text();
            Directory back = directory(List.of(channel("c", OsmHours.read(text).hours())));
            assertThat(times(back, "c", DAYS)).as(text).isEqualTo(times(directory, channel.id(), DAYS));
        }
    }

    /**
     * Generated hours of every kind of rule, over the four weeks around a change of the clock and Easter: of more weeks
     * more days might differ than an opening_hours text has room for.
     */
    @Property(tries = 10)
    void C1_generatedHoursReadBackAsTheyWere(@ForAll("directories") Directory directory) {
        LocalDate first = LocalDate.of(2026, 3, 16);
        LocalDate last = LocalDate.of(2026, 4, 13);
        Interval weeks = WallClock.days(first, last, STOCKHOLM);
        for (ContactChannel channel : directory.channels()) {
            String text = OsmExport.of(directory, Audience.PUBLIC, channel.id(), first, last, Locale.ENGLISH)
                    .text();
            Directory back = directory(List.of(channel("c", OsmHours.read(text).hours())));
            assertThat(times(back, "c", weeks)).as(text).isEqualTo(times(directory, channel.id(), weeks));
        }
    }

    @Provide
    Arbitrary<Directory> directories() {
        return Arbitraries.of("2026-03-29T02:30", "2026-04-03T12:00")
                .map(LocalDateTime::parse)
                .flatMap(Directories::openingHours)
                .map(hours -> directory(List.of(channel("a", hours), channel("b", Availability.outside("a")))));
    }
}
