/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
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
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.endpoint.EmailAddress;
import org.municipalsafety.core.endpoint.Endpoint;
import org.municipalsafety.core.endpoint.GeographicNumber;
import org.municipalsafety.core.endpoint.Modality;
import org.municipalsafety.core.endpoint.ShortCode;
import org.municipalsafety.core.endpoint.WebPage;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.OpeningHours;
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
        return ContactChannel.of(
                id, LocalizedText.of(id, id), audience, Modality.VOICE, new GeographicNumber(number), hours);
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

    /** What is meant for authorities, in a name for the public: however it is written, and nothing that is like it. */
    @Example
    void D3_aNarrowerEndpointInAPublicTextIsFound() {
        Endpoint number = new GeographicNumber("011-15 00 01");
        for (String text : List.of(
                "TiB på 011-15 00 01",
                "TiB på 011-150001",
                "TiB på 011/15 00 01.",
                "TiB på 011\u201115\u00a000\u00a001",
                "TiB på +46 11 15 00 01",
                "TiB på +46 (0)11-15 00 01",
                "TiB på 0046-11150001")) {
            assertThat(leaking(number, text)).as(text).containsExactly("narrow");
        }
        for (String text : List.of("TiB på 011-15 00 012", "TiB", "TiB 11-15", "den 01-11 kl. 15 00 02")) {
            assertThat(leaking(number, text)).as(text).isEmpty();
        }
        assertThat(leaking(new GeographicNumber("+46 11 15 00 00"), "Växeln 011-15 00 00"))
                .as("the number of a public channel, written in another way")
                .isEmpty();
        LocalizedText purpose = LocalizedText.of("internt", "internal");
        assertThat(leaking(ShortCode.local("90417", purpose), "Ring 90417")).containsExactly("narrow");
        assertThat(leaking(ShortCode.local("90417", purpose), "Ring 90 417")).containsExactly("narrow");
        assertThat(leaking(ShortCode.local("90417", purpose), "Ring 904178")).isEmpty();
        assertThat(leaking(ShortCode.local("2026", purpose), "Ring 2026")).containsExactly("narrow");
        assertThat(leaking(ShortCode.local("2026", purpose), "Ring"))
                .as("a year")
                .isEmpty();
        assertThat(leaking(ShortCode.of("112"), "Ring 112")).isEmpty();
        assertThat(leaking(new EmailAddress("tib@example.se"), "Skriv TIB@example.se"))
                .containsExactly("narrow");
        assertThat(leaking(new EmailAddress("tib@example.se"), "Skriv matib@example.se"))
                .isEmpty();
        assertThat(leaking(new WebPage("TiB-portalen", "https://tib.example.se/"), "Se https://tib.example.se/"))
                .containsExactly("narrow");
    }

    @Example
    void D3_theContractTellsWhichEndpointLeaks() {
        Directory leaking = leaking(directory(), new GeographicNumber("011-15 00 01"), "TiB på 011-150001");
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
                .hasMessageContaining("narrow");
    }

    @Example
    void D3_theContractReadsWhatElseIsPublished() {
        DirectoryContract contract = new DirectoryContract() {
            @Override
            public Directory directory() {
                return DirectoryContractTest.this.directory();
            }

            @Override
            public Interval interval() {
                return DirectoryContractTest.this.interval();
            }

            @Override
            public List<String> furtherPublicTexts(Directory directory, Instant at) {
                return List.of("Kontakt", "TiB: +46 11-15 00 01");
            }
        };
        assertThatThrownBy(() ->
                        contract.D3_noNarrowerNumberReachesThePublic(interval().getStart()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("tib");
    }

    private List<String> leaking(Endpoint narrow, String text) {
        Interval day = Interval.of(interval().getStart(), Duration.ofDays(1));
        return new PublicTexts(leaking(directory(), narrow, text), day, day.getStart()).leaking();
    }

    private static Directory leaking(Directory directory, Endpoint narrow, String text) {
        List<ContactChannel> channels = new ArrayList<>(directory.channels());
        channels.removeIf(channel -> channel.audience() != Audience.PUBLIC);
        Modality modality = narrow instanceof EmailAddress
                ? Modality.EMAIL
                : narrow instanceof WebPage ? Modality.FORM : Modality.VOICE;
        channels.add(channel("narrow", Audience.AUTHORITIES, modality, narrow, "TiB"));
        channels.add(channel("open", Audience.PUBLIC, Modality.VOICE, new GeographicNumber("011-15 00 02"), text));
        return Directory.of(directory.municipality(), directory.calendar(), channels);
    }

    private static ContactChannel channel(
            String id, Audience audience, Modality modality, Endpoint endpoint, String name) {
        return ContactChannel.of(id, LocalizedText.of(name, name), audience, modality, endpoint, Availability.always());
    }
}
