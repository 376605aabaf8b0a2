/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.municipalsafety.core.channel.Channels.channel;
import static org.municipalsafety.core.channel.Channels.directory;
import static org.municipalsafety.core.channel.Channels.everyDay;
import static org.municipalsafety.core.channel.Channels.forStaff;
import static org.municipalsafety.core.channel.Channels.local;
import static org.municipalsafety.core.channel.Channels.via;
import static org.municipalsafety.core.channel.Channels.week;
import static org.municipalsafety.core.hours.OpenState.CLOSED;
import static org.municipalsafety.core.hours.OpenState.OPEN;
import static org.municipalsafety.core.hours.OpenState.UNKNOWN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Fault;
import org.municipalsafety.core.document.InvalidModelException;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.NextChange;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.hours.Segment;
import org.municipalsafety.core.text.LocalizedText;
import org.threeten.extra.Interval;

class DirectoryTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private static final OpeningHours OFFICE = OpeningHours.weekly(List.of(week(MONDAY, FRIDAY, "08:00-16:00")))
            .withDayClasses(List.of(new OpeningHours.OnDayClass(DayClass.RED_DAY, DayHours.CLOSED)));

    private static final Interval YEAR = Interval.of(local("2026-11-26T14:00"), local("2027-11-26T14:00"));

    @Test
    void C2_outsideIsOpenExactlyWhileTheOtherIsClosed() {
        var directory = directory(channel("office", OFFICE), channel("duty", Availability.outside("office")));
        List<Segment> office = directory.hours("office", YEAR);
        for (Segment segment : directory.hours("duty", YEAR)) {
            Instant start = segment.interval().getStart();
            assertThat(segment.state()).isNotEqualTo(directory.stateAt("office", start));
            assertThat(segment.because().get(0).kind()).isEqualTo(ChannelReason.Kind.OUTSIDE);
            assertThat(segment.because().subList(1, segment.because().size()))
                    .isEqualTo(directory.becauseAt("office", start));
        }
        assertThat(office).isNotEmpty();
        assertThat(directory.certify(Audience.PUBLIC, YEAR).holds()).isTrue();
        assertThat(directory.certify(Audience.PUBLIC, YEAR).fewestOpen()).isEqualTo(1);
        assertThat(ChannelReason.text(directory.becauseAt("duty", local("2027-03-29T03:10")), SWEDISH))
                .isEqualTo("öppet när office-sv har stängt: röd dag (annandag påsk)");
    }

    @Test
    void C4_outsideOfUnknownIsUnknown() {
        var vague = everyDay()
                .withDayClasses(List.of(new OpeningHours.OnDayClass(
                        DayClass.RED_DAY, DayHours.vague(LocalizedText.of("tider saknas", "no times given")))));
        var directory = directory(channel("office", vague), channel("duty", Availability.outside("office")));
        assertThat(directory.stateAt("duty", local("2026-11-29T12:00"))).isEqualTo(UNKNOWN);
        assertThat(directory.stateAt("duty", local("2026-11-30T12:00"))).isEqualTo(OPEN);
        assertThat(directory.certify(Audience.PUBLIC, YEAR).holds()).isFalse();
    }

    @Test
    void C2_channelsWithTheSameHoursAnswerAlikeEachForItsOwnRules() {
        var both = directory(channel("a", OFFICE), channel("b", OFFICE));
        var alone = directory(channel("b", OFFICE));
        assertThat(both.hours("b", YEAR)).isEqualTo(alone.hours("b", YEAR));
        assertThat(both.hours("b", YEAR))
                .flatMap(Segment::because)
                .allMatch(reason -> reason.channel().equals("b"));
        Instant start = YEAR.getStart();
        assertThat(both.nextChange("b", start, YEAR.getEnd())).isEqualTo(alone.nextChange("b", start, YEAR.getEnd()));
    }

    @Test
    void C2_viaIsOpenOnlyWhileItsHopIsOpenToo() {
        var directory = directory(
                channel("switchboard", OFFICE),
                via("ward", "switchboard", everyDay("06:00-22:00")),
                via("night", "ward", Availability.always()));
        assertThat(directory.stateAt("ward", local("2026-11-27T07:59"))).isEqualTo(CLOSED);
        assertThat(directory.becauseAt("ward", local("2026-11-27T07:59")).get(0).kind())
                .isEqualTo(ChannelReason.Kind.VIA);
        assertThat(directory.stateAt("ward", local("2026-11-27T08:00"))).isEqualTo(OPEN);
        assertThat(directory.stateAt("night", local("2026-11-27T15:59"))).isEqualTo(OPEN);
        assertThat(directory.stateAt("night", local("2026-11-27T16:00"))).isEqualTo(CLOSED);
        assertThat(ChannelReason.text(directory.becauseAt("night", local("2026-11-27T16:00")), SWEDISH))
                .isEqualTo("nås via ward-sv, som har stängt: nås via switchboard-sv, som har stängt: "
                        + "veckans tider, måndag–fredag");
    }

    @Test
    void C2_nextChangeIsBoundedAndSaysWhyThereIsNone() {
        var directory = directory(channel("always", Availability.always()), channel("office", OFFICE));
        var change = directory.nextChange("always", local("2026-11-27T12:00"), local("2100-01-01T00:00"));
        assertThat(change.instant()).isEmpty();
        assertThat(((NextChange.NotBefore) change).reason().in(SWEDISH))
                .isEqualTo("öppet utan ändring till fredag 1 januari 2100 kl. 00.00: veckans tider, måndag–söndag");
        assertThat(directory
                        .nextChange("office", local("2026-12-24T16:00"), local("2027-12-24T16:00"))
                        .instant())
                .contains(local("2026-12-28T08:00"));
        assertThat(directory
                        .nextChange("office", local("2026-12-24T16:00"), local("2026-12-28T08:00"))
                        .instant())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> directory.nextChange("office", YEAR.getStart(), YEAR.getStart()));
        assertThatIllegalArgumentException().isThrownBy(() -> directory.stateAt("nobody", YEAR.getStart()));
    }

    @Test
    void T1_segmentsFillTheIntervalWithoutSeams() {
        var directory = Channels.norrkoping();
        var odd = Interval.of(YEAR.getStart().plusNanos(7), YEAR.getEnd().plusNanos(3));
        for (ContactChannel channel : directory.channels()) {
            List<Segment> segments = directory.hours(channel.id(), odd);
            assertThat(segments.get(0).interval().getStart()).isEqualTo(odd.getStart());
            assertThat(segments.get(segments.size() - 1).interval().getEnd()).isEqualTo(odd.getEnd());
            for (int i = 1; i < segments.size(); i++) {
                Segment before = segments.get(i - 1);
                Segment after = segments.get(i);
                assertThat(after.interval().getStart())
                        .isEqualTo(before.interval().getEnd());
                assertThat(after.state() == before.state() && after.because().equals(before.because()))
                        .isFalse();
                assertThat(directory.stateAt(channel.id(), after.interval().getStart()))
                        .isEqualTo(after.state());
            }
        }
    }

    @Test
    void D3_theDutyOfficerIsNeverShownToThePublic() {
        var directory = Channels.norrkoping();
        var forPublic = directory.reachableAt(local("2026-11-29T03:10"), Audience.PUBLIC);
        assertThat(forPublic.choices())
                .extracting(choice -> choice.channel().id())
                .doesNotContain("tib");
        assertThat(directory.view(Audience.PUBLIC).channel("tib")).isEmpty();
        assertThat(directory.view(Audience.AUTHORITIES)).isEqualTo(directory);
        assertThat(directory
                        .reachableAt(local("2026-11-29T03:10"), Audience.AUTHORITIES)
                        .choices())
                .extracting(choice -> choice.channel().id())
                .containsExactly("socialjouren", "tib", "kontaktcenter", "socialkontoret");
        assertThat(directory.certify(Audience.PUBLIC, YEAR).restsOn()).doesNotContainKey("tib");
    }

    @Test
    void D3_aChannelMayNotLeanOnOneThatFewerPeopleMaySee() {
        ContactChannel secret = forStaff("hidden", OFFICE);
        var refused = catchThrowableOfType(
                InvalidModelException.class, () -> directory(secret, via("open", "hidden", OFFICE)));
        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/channels/1/via");
    }

    @Test
    void norrkopingAtNightOnARedDay() {
        var reachable = Channels.norrkoping().reachableAt(local("2027-03-29T03:10"), Audience.PUBLIC);
        var first = reachable.first().orElseThrow();
        assertThat(first.channel().id()).isEqualTo("socialjouren");
        assertThat(first.until()).contains(local("2027-03-30T08:00"));
        assertThat(reachable.line(first, SWEDISH))
                .isEqualTo("Socialjouren, 011-15 22 83: öppet till tisdag 30 mars 2027 kl. 08.00 "
                        + "(öppet när Kontaktcenter har stängt: röd dag (annandag påsk))");
        assertThat(Channels.norrkoping().explain("socialkontoret", local("2027-03-29T03:10"), Locale.ENGLISH))
                .isEqualTo("Social services office, 011-15 00 00: closed until Tuesday 30 March 2027 at 08:00 "
                        + "(public holiday (Easter Monday)). Instead: (1) Social emergency service, 011-15 22 83 "
                        + "(open: open while Contact centre is closed: public holiday (Easter Monday))");
    }

    @Test
    void C5_theCertificateNamesWhatItRestsOn() {
        var certificate = Channels.norrkoping().certify(Audience.PUBLIC, YEAR);
        assertThat(certificate.holds()).isTrue();
        assertThat(certificate.fewestOpen()).isEqualTo(1);
        assertThat(certificate.calendarVersion()).isEqualTo("SE-1");
        assertThat(certificate.timeZoneDataVersion()).matches("20\\d\\d[a-z]+");
        assertThat(certificate.restsOn()).containsOnlyKeys("kontaktcenter", "socialkontoret", "socialjouren");
        assertThat(certificate.restsOn().values()).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
        assertThat(certificate.text(SWEDISH))
                .contains("Någon går att nå under hela tiden. Minst antal öppna kanaler samtidigt: 1")
                .contains("- kalender SE-1");
        assertThat(certificate.text(Locale.ENGLISH)).contains("Somebody can be reached all of the time.");
    }

    @Test
    void C5_theCertificateNamesEachGap() {
        var certificate = Channels.norrkoping()
                .certify(List.of("kontaktcenter"), Interval.of(local("2026-11-27T14:00"), local("2026-11-30T09:00")));
        assertThat(certificate.holds()).isFalse();
        assertThat(certificate.gaps())
                .containsExactly(Interval.of(local("2026-11-27T16:00"), local("2026-11-30T08:00")));
        assertThat(certificate.text(SWEDISH))
                .contains("Intyget håller INTE")
                .contains("Luckor (alla stängda): 1, 2 dygn 16 timmar")
                .contains("- fredag 27 november 2026 kl. 16.00 till måndag 30 november 2026 kl. 08.00");
        assertThat(Channels.norrkoping().certify(List.of(), YEAR).gaps()).containsExactly(YEAR);
    }

    @Test
    void C5_aRuleThatDiffersHasAnotherDigest() {
        var one = directory(channel("a", OFFICE)).certify(List.of("a"), YEAR).restsOn();
        var same = directory(channel("a", OFFICE)).certify(List.of("a"), YEAR).restsOn();
        var other = directory(channel("a", everyDay("08:00-16:00")))
                .certify(List.of("a"), YEAR)
                .restsOn();
        assertThat(one).isEqualTo(same).isNotEqualTo(other);
    }

    @Test
    void datedExceptionsThatEndSoonAreWarnedOf() {
        var office = OFFICE.withDates(List.of(
                new OpeningHours.OnDates(LocalDate.parse("2025-12-23"), LocalDate.parse("2026-01-06"), DayHours.CLOSED),
                new OpeningHours.OnDates(LocalDate.parse("2026-12-23"), LocalDate.parse("2027-01-06"), DayHours.CLOSED),
                new OpeningHours.OnDates(
                        LocalDate.parse("2027-07-01"), LocalDate.parse("2027-07-31"), DayHours.CLOSED)));
        var warnings = directory(channel("office", office)).expiring(LocalDate.parse("2026-11-26"), Period.ofDays(60));
        assertThat(warnings)
                .extracting(ExpiryWarning::pointer, ExpiryWarning::over)
                .containsExactly(
                        tuple("/channels/0/availability/dates/0", true),
                        tuple("/channels/0/availability/dates/1", false));
        assertThat(warnings.get(1).text().in(SWEDISH))
                .isEqualTo("office-sv: undantaget gäller till och med onsdag 6 januari 2027. "
                        + "Förnya det om det ska gälla även sedan.");
    }

    @Test
    void referencesAreCheckedTogether() {
        var refused = catchThrowableOfType(
                InvalidModelException.class,
                () -> directory(
                        via("a", "b", OFFICE),
                        channel("b", Availability.outside("c")),
                        via("c", "a", OFFICE),
                        channel("c", OFFICE),
                        channel("d", Availability.outside("d")),
                        via("e", "nowhere", OFFICE),
                        channel(
                                "f",
                                OFFICE.withDayClasses(List.of(new OpeningHours.OnDayClass(
                                                new DayClass("COUNCIL_DAY"), DayHours.CLOSED)))
                                        .withMovable(List.of(
                                                OpeningHours.OnMovable.named("kraftskivan", DayHours.CLOSED))))));
        assertThat(refused.faults())
                .extracting(Fault::pointer)
                .containsExactly(
                        "/channels/3/id",
                        "/channels/5/via",
                        "/channels/6/availability/dayClasses/0/class",
                        "/channels/6/availability/movable/0/named",
                        "/channels/0",
                        "/channels/4");
        assertThat(refused).hasMessageContaining("a → b → c → a");
    }
}
