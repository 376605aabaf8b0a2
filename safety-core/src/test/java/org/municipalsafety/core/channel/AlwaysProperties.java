/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.municipalsafety.core.channel.Channels.channel;
import static org.municipalsafety.core.channel.Channels.directory;
import static org.municipalsafety.core.channel.Channels.via;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.MovableDay;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.time.DaySpan;
import org.threeten.extra.Interval;

/** Rule C5: what a certificate says of all time. */
class AlwaysProperties {

    private static final ZoneId FIXED = ZoneId.of("Etc/GMT-1");
    private static final List<String> IDS = List.of("a", "b", "c", "d");
    private static final Instant FROM = Instant.parse("2026-11-26T14:00:00Z");
    private static final Interval WEEK = Interval.of(FROM, Duration.ofDays(7));

    private static Interval lasting(Instant from, Duration length) {
        return Interval.of(from, length);
    }

    private static CoverageCertificate.Always always(ZoneId zone, Interval checked, OpeningHours hours) {
        return directory(zone, channel("a", hours))
                .certify(List.of("a"), checked)
                .always();
    }

    /**
     * Wherever a certificate claims to hold always, one over any other time holds, before and after the calendar too.
     */
    @Property(tries = 500)
    void C5_whatHoldsAlwaysHoldsAnywhere(
            @ForAll("sets") List<ContactChannel> channels,
            @ForAll("zones") ZoneId zone,
            @ForAll("checked") Interval checked,
            @ForAll("anywhere") Interval anywhere) {
        Directory directory = directory(zone, channels.toArray(new ContactChannel[0]));
        CoverageCertificate certificate = directory.certify(IDS, checked);
        Statistics.label("always").collect(certificate.always().claimed());
        Statistics.label("always").coverage(found -> found.check(true).percentage(share -> share > 5));
        if (certificate.always().claimed()) {
            assertThat(certificate.holds()).isTrue();
            CoverageCertificate elsewhere = directory.certify(IDS, anywhere);
            assertThat(elsewhere.holds()).as("%s", elsewhere).isTrue();
            assertThat(elsewhere.fewestOpen()).isGreaterThanOrEqualTo(certificate.fewestOpen());
        }
    }

    /** And it is claimed whenever weekly hours cover a whole week by clocks that never change. */
    @Property(tries = 300)
    void C5_itIsClaimedExactlyWhereItsGroundIs(
            @ForAll("sets") List<ContactChannel> channels,
            @ForAll("zones") ZoneId zone,
            @ForAll("checked") Interval checked) {
        boolean weekly = channels.stream()
                .map(ContactChannel::availability)
                .allMatch(hours -> !(hours instanceof OpeningHours own) || own.equals(OpeningHours.weekly(own.week())));
        boolean fixed = !zone.equals(Channels.STOCKHOLM);
        boolean wholeWeek = !checked.toDuration().minusDays(7).isNegative();
        CoverageCertificate certificate =
                directory(zone, channels.toArray(new ContactChannel[0])).certify(IDS, checked);
        assertThat(certificate.always().claimed()).isEqualTo(weekly && fixed && wholeWeek && certificate.holds());
    }

    @Example
    void C5_theGroundIsSaid() {
        CoverageCertificate certificate =
                directory(FIXED, channel("a", Availability.always())).certify(List.of("a"), WEEK);
        assertThat(certificate.always().claimed()).isTrue();
        assertThat(certificate.text(Locale.forLanguageTag("sv")))
                .contains("Gäller alltid: ja, eftersom\n- alla tider som intyget vilar på är veckotider\n"
                        + "- klockorna i Etc/GMT-1 ställs aldrig om\n"
                        + "- en hel vecka är kontrollerad, och alla andra är likadana\n");
        assertThat(certificate.text(Locale.ENGLISH)).contains("Holds always: yes, since\n");
    }

    @Example
    void C5_allThatSpeaksAgainstItIsSaid() {
        OpeningHours red = Availability.always()
                .withDayClasses(List.of(new OpeningHours.OnDayClass(DayClass.RED_DAY, DayHours.CLOSED)));
        CoverageCertificate certificate = directory(
                        Channels.STOCKHOLM, channel("a", red), channel("b", Availability.outside("a")))
                .certify(List.of("b"), lasting(FROM, Duration.ofDays(6)));
        assertThat(certificate.always().claimed()).isFalse();
        assertThat(certificate.text(Locale.ENGLISH))
                .contains("Holds always: no, since\n"
                        + "- the certificate does not hold for the time that was checked\n"
                        + "- the time checked is shorter than a week\n"
                        + "- the clocks of Europe/Stockholm change, or have changed\n"
                        + "- a-en has other hours than those of the week (dates, named days, classes of days or"
                        + " seasons)\n");
    }

    /** Each kind of exception by itself stands against it, also one that changes nothing. */
    @Example
    void C5_everyKindOfExceptionStandsAgainstIt() {
        OpeningHours all = Availability.always();
        LocalDate day = LocalDate.of(2030, 1, 1);
        for (OpeningHours hours : List.of(
                all.withDates(List.of(new OpeningHours.OnDates(day, day, DayHours.ALL_DAY))),
                all.withDayClasses(List.of(new OpeningHours.OnDayClass(DayClass.RED_DAY, DayHours.ALL_DAY))),
                all.withMovable(List.of(
                        new OpeningHours.OnMovable(new MovableDay.Yearly(MonthDay.of(6, 1)), DayHours.ALL_DAY))),
                all.withSeasons(List.of(new OpeningHours.Season(MonthDay.of(6, 1), MonthDay.of(8, 31), all.week()))))) {
            assertThat(always(FIXED, WEEK, hours).claimed()).as("%s", hours).isFalse();
        }
        assertThat(always(FIXED, WEEK, all).claimed()).isTrue();
        assertThat(always(Channels.STOCKHOLM, WEEK, all).claimed()).isFalse();
        assertThat(always(FIXED, lasting(FROM, Duration.ofDays(7).minusNanos(1)), all)
                        .claimed())
                .isFalse();
    }

    /** Four channels: weekly hours of one's own, mostly whole days; what is left over; perhaps through a hop. */
    @Provide
    Arbitrary<List<ContactChannel>> sets() {
        Arbitrary<OpeningHours> own = hours();
        return Combinators.combine(
                        own,
                        own,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 9))
                .as((first, second, outside, kind) -> {
                    OpeningHours perhaps = kind == 0
                            ? first.withDayClasses(
                                    List.of(new OpeningHours.OnDayClass(DayClass.RED_DAY, DayHours.CLOSED)))
                            : first;
                    List<ContactChannel> set = new ArrayList<>();
                    set.add(channel("a", perhaps));
                    set.add(channel("b", outside ? Availability.outside("a") : second));
                    set.add(via("c", "b", second));
                    set.add(channel("d", Availability.outside("c")));
                    return kind < 5 ? set : List.of(set.get(0), set.get(1), set.get(2), channel("d", second));
                });
    }

    private static Arbitrary<OpeningHours> hours() {
        return day().list().ofSize(7).map(days -> {
            List<OpeningHours.Week> rules = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                rules.add(new OpeningHours.Week(EnumSet.of(DayOfWeek.of(i + 1)), days.get(i)));
            }
            return OpeningHours.weekly(rules);
        });
    }

    private static Arbitrary<DayHours> day() {
        Arbitrary<Integer> start = Arbitraries.integers().between(0, 95).map(n -> n * 15);
        Arbitrary<Integer> length = Arbitraries.integers().between(1, 96).map(n -> n * 15);
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(DayHours.ALL_DAY)),
                Tuple.of(
                        3,
                        Combinators.combine(start, length)
                                .as((from, more) -> new DayHours(
                                        List.of(new DaySpan(from, from + more)), List.of(), Optional.empty()))),
                Tuple.of(
                        1,
                        Combinators.combine(start, length)
                                .as((from, more) -> new DayHours(
                                        List.of(), List.of(new DaySpan(from, from + more)), Optional.empty()))));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Etc/GMT-1", "UTC", "+05:45", "-12:00", "Europe/Stockholm")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Interval> checked() {
        return Combinators.combine(instants(1990, 2101), Arbitraries.integers().between(1, 40))
                .as((from, days) -> lasting(from, Duration.ofDays(days)));
    }

    @Provide
    Arbitrary<Interval> anywhere() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                instants(1990, 2101), instants(1989, 1991), instants(2100, 2102), instants(2, 9990)),
                        Arbitraries.integers().between(1, 86_400 * 800))
                .as((from, seconds) -> lasting(from, Duration.ofSeconds(seconds)));
    }

    private static Arbitrary<Instant> instants(int firstYear, int lastYear) {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(firstYear, 1, 1).toEpochDay() * 86_400,
                        LocalDate.of(lastYear, 1, 1).toEpochDay() * 86_400)
                .map(Instant::ofEpochSecond);
    }
}
