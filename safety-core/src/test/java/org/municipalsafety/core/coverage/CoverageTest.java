/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.coverage;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.municipalsafety.core.channel.Channels.FIVE_YEARS;
import static org.municipalsafety.core.channel.Channels.everyDay;
import static org.municipalsafety.core.channel.Channels.week;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.municipalsafety.core.calendar.DayClass;
import org.municipalsafety.core.channel.Channels;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.OpeningHours;
import org.threeten.extra.Interval;

/** Sets of channels with known gaps, 2024 to 2028, Stockholm; the gaps come from another program (C5). */
class CoverageTest {

    /** The thirteen named red days, without ordinary Sundays. */
    private static final List<String> NAMED = List.of(
            "nyarsdagen",
            "trettondedag-jul",
            "langfredagen",
            "paskdagen",
            "annandag-pask",
            "forsta-maj",
            "kristi-himmelsfardsdag",
            "pingstdagen",
            "nationaldagen",
            "midsommardagen",
            "alla-helgons-dag",
            "juldagen",
            "annandag-jul");

    private static final OpeningHours OFFICE = weekdays("08:00-16:30");
    private static final OpeningHours EVES_CLOSED = classes(OFFICE, DayHours.CLOSED, true);
    private static final OpeningHours NIGHT = OpeningHours.weekly(
            List.of(week(MONDAY, FRIDAY, "00:00-08:00", "16:30-24:00"), week(SATURDAY, SUNDAY, "00:00-24:00")));

    private static OpeningHours weekdays(String... spans) {
        return OpeningHours.weekly(List.of(week(MONDAY, FRIDAY, spans)));
    }

    private static OpeningHours classes(OpeningHours hours, DayHours onThem, boolean eves) {
        List<OpeningHours.OnDayClass> rules = new ArrayList<>();
        rules.add(new OpeningHours.OnDayClass(DayClass.RED_DAY, onThem));
        if (eves) {
            rules.add(new OpeningHours.OnDayClass(DayClass.DE_FACTO_HOLIDAY, onThem));
        }
        return hours.withDayClasses(rules);
    }

    private static OpeningHours red(OpeningHours hours, DayHours onThem) {
        return classes(hours, onThem, false);
    }

    private static OpeningHours named(OpeningHours hours, DayHours onThem) {
        return hours.withMovable(NAMED.stream()
                .map(day -> OpeningHours.OnMovable.named(day, onThem))
                .toList());
    }

    /** What "Mo-Fr 16:30-08:00" means to a reader by calendar days: nothing before eight on a Monday. */
    private static OpeningHours naiveNight() {
        return OpeningHours.weekly(List.of(
                week(MONDAY, MONDAY, "16:30-24:00"),
                week(TUESDAY, FRIDAY, "00:00-08:00", "16:30-24:00"),
                week(SATURDAY, SUNDAY, "00:00-24:00")));
    }

    static Stream<Arguments> sets() {
        OpeningHours always = everyDay("00:00-24:00");
        OpeningHours jour = OpeningHours.weekly(List.of(
                new OpeningHours.Week(
                        EnumSet.of(SUNDAY, MONDAY, TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY),
                        DayHours.open("16:30-24:00")),
                week(FRIDAY, SATURDAY, "16:00-25:30")));
        return Stream.of(
                Arguments.of("C01", 261, 125_280, List.of(OFFICE, naiveNight())),
                Arguments.of(
                        "C02",
                        252,
                        120_960,
                        List.of(red(OFFICE, DayHours.CLOSED), red(naiveNight(), DayHours.ALL_DAY))),
                Arguments.of("C05", 13, 6_630, List.of(EVES_CLOSED, red(NIGHT, DayHours.ALL_DAY))),
                Arguments.of("C06", 0, 0, List.of(EVES_CLOSED, classes(NIGHT, DayHours.ALL_DAY, true))),
                Arguments.of(
                        "C07",
                        5,
                        1_350,
                        List.of(
                                red(OFFICE, DayHours.CLOSED)
                                        .withMovable(List.of(OpeningHours.OnMovable.named(
                                                "skartorsdagen", DayHours.open("08:00-12:00")))),
                                red(NIGHT, DayHours.ALL_DAY))),
                Arguments.of("C10", 0, 0, List.of(red(OFFICE, DayHours.CLOSED), always)),
                Arguments.of("C11", 1_827, 1_827, List.of(everyDay("00:00-12:00"), everyDay("12:01-24:00"))),
                Arguments.of("C12", 1_827, 1_827, List.of(everyDay("00:00-23:59"))),
                Arguments.of("C16", 1_822, 109_620, List.of(everyDay("00:00-02:00"), everyDay("03:00-24:00"))),
                Arguments.of("C26", 0, 0, List.of(red(OFFICE, DayHours.CLOSED), jour, always)),
                Arguments.of(
                        "C30",
                        65,
                        31_200,
                        List.of(
                                named(everyDay("06:00-14:00"), DayHours.CLOSED),
                                everyDay("14:00-22:00"),
                                everyDay("22:00-30:00"))));
    }

    private static CoverageCertificate certify(List<OpeningHours> set) {
        List<ContactChannel> channels = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            channels.add(Channels.channel("c" + i, set.get(i)));
            ids.add("c" + i);
        }
        return Channels.directory(channels.toArray(new ContactChannel[0])).certify(ids, FIVE_YEARS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void C5_gapsAreThoseOfTheOracle(String id, int gaps, int minutes, List<OpeningHours> set) {
        CoverageCertificate certificate = certify(set);
        assertThat(certificate.gaps()).as(id).hasSize(gaps);
        assertThat(certificate.gapTime().toMinutes()).as(id).isEqualTo(minutes);
        assertThat(certificate.unknowns()).isEmpty();
        assertThat(certificate.holds()).isEqualTo(gaps == 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void C5_eachGapIsThatOfTheOracle(String id, int gaps, int minutes, List<OpeningHours> set) {
        String folder = System.getProperty("safety.conformance", "");
        assumeTrue(!folder.isEmpty(), "the folder of conformance data is not given (safety.conformance)");
        String[] row = rows(Path.of(folder, "hours", "coverage.tsv"))
                .filter(cells -> cells[0].equals(id))
                .findFirst()
                .orElseThrow();
        List<String> expected = row.length > 8 ? Arrays.asList(row[8].split(" ")) : List.of();
        assertThat(certify(set).gaps()).extracting(CoverageTest::minutes).isEqualTo(expected);
    }

    /** C1: read as people mean it, the night after a red day in the week belongs to nobody; calendar days hide that. */
    @Test
    void C1_theNaivePairAlsoMissesTheMorningAfterAMidweekRedDay() {
        OpeningHours night = OpeningHours.weekly(
                List.of(week(MONDAY, FRIDAY, "16:30-32:00"), week(SATURDAY, SUNDAY, "00:00-24:00")));
        CoverageCertificate certificate = certify(List.of(red(OFFICE, DayHours.CLOSED), red(night, DayHours.ALL_DAY)));
        Interval afterAscension = Interval.of(Channels.local("2024-05-10T00:00"), Channels.local("2024-05-10T08:00"));
        assertThat(certificate.gaps()).contains(afterAscension);
        assertThat(certificate.gaps()).hasSizeGreaterThan(252);
    }

    private static Stream<String[]> rows(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String minutes(Interval gap) {
        return gap.getStart().getEpochSecond() / 60 + "-" + gap.getEnd().getEpochSecond() / 60;
    }
}
