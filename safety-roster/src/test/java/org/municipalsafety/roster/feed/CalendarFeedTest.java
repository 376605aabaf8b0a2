/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

class CalendarFeedTest {

    private static final Instant STAMP = Instant.parse("2026-01-01T12:00:00Z");

    private static final Locale SV = Locale.forLanguageTag("sv");

    /** Handed over each day at the same time, by three people. */
    private static Rota daily(ZoneId where, LocalDateTime anchor) {
        Layer layer = Layer.of("grund", new Rotation(anchor, new Turns.Days(1), List.of("ek", "gran", "alm")));
        Position position = Position.of(
                "TIB",
                LocalizedText.of("Tjänsteperson i beredskap; åäö, \\ och en lång rad därtill", "Duty officer"),
                layer);
        return Rota.of(RotaPlan.builder("tib", where)
                .version(RotaVersion.of(WallClock.instant(anchor, where), position))
                .build());
    }

    private static Rota daily(String zone, String anchor) {
        return daily(ZoneId.of(zone), LocalDateTime.parse(anchor));
    }

    private static Interval year(String from) {
        return Interval.of(Instant.parse(from), Instant.parse("2026-12-31T12:00:00Z"));
    }

    private static CalendarFeed feed() {
        return CalendarFeed.of(SV, STAMP, 3);
    }

    private static List<Interval> byIcal4j(String feed) throws Exception {
        return new CalendarBuilder()
                .build(new StringReader(feed)).getComponents(Component.VEVENT).stream()
                        .map(component -> (net.fortuna.ical4j.model.component.VEvent) component)
                        .map(event -> Interval.of(
                                Instant.from(event.getDateTimeStart().getDate()),
                                Instant.from(event.getDateTimeEnd().getDate())))
                        .toList();
    }

    private static List<Interval> byBiweekly(String feed) {
        return Biweekly.parse(feed).first().getEvents().stream()
                .map(event -> Interval.of(
                        event.getDateStart().getValue().toInstant(),
                        event.getDateEnd().getValue().toInstant()))
                .toList();
    }

    /** The duties that meet the interval, whole. */
    private static List<Interval> duties(Rota rota, Interval interval) {
        return rota.resolve(interval).segments("TIB").stream()
                .filter(Duty.class::isInstance)
                .map(segment -> rota.at("TIB", segment.interval().getStart()).interval())
                .toList();
    }

    private static void isReadAlike(Rota rota, Interval interval) throws Exception {
        String feed = feed().position(rota, "TIB", interval);
        List<Interval> expected = duties(rota, interval);
        String where =
                rota.plan().zone() + " at " + rota.plan().versions().get(0).effectiveFrom() + " over " + interval;
        assertThat(byIcal4j(feed)).as("ical4j, " + where).isEqualTo(expected);
        assertThat(byBiweekly(feed)).as("biweekly, " + where).isEqualTo(expected);
    }

    /** Around each clock change of 2026, handed over at that time. */
    private static void isReadAlikeAroundEachChange(String zone, LocalTime clock) throws Exception {
        ZoneId where = ZoneId.of(zone);
        Rota rota = daily(where, LocalDate.of(2025, 12, 1).atTime(clock));
        for (ZoneOffsetTransition change : changes(where)) {
            isReadAlike(
                    rota,
                    Interval.of(
                            change.getInstant().minus(Duration.ofDays(3)),
                            change.getInstant().plus(Duration.ofDays(4))));
        }
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.parse("2026-01-01T00:00:00Z"));
        while (next != null && next.getInstant().isBefore(end)) {
            changes.add(next);
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return changes;
    }

    @Test
    void R8_ical4jAndBiweeklyReadTheSameDutiesOfAYear() throws Exception {
        for (String zone : List.of(
                "Europe/Stockholm",
                "UTC",
                "Australia/Lord_Howe",
                "Atlantic/Azores",
                "America/Santiago",
                "Europe/Dublin",
                "Asia/Kolkata")) {
            isReadAlike(daily(zone, "2026-01-01T02:30"), year("2026-01-02T12:00:00Z"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Stockholm",
                "Atlantic/Azores",
                "America/Santiago",
                "America/Havana",
                "Africa/Cairo",
                "Africa/Casablanca",
                "Asia/Beirut",
                "Australia/Lord_Howe",
                "Antarctica/Troll",
                "Pacific/Chatham"
            })
    void R8_bothReadTheSameDutiesOnTheDaysOfClockChanges(String zone) throws Exception {
        for (String clock : List.of("00:00", "00:30", "01:30", "02:00", "02:30", "03:00", "12:00", "23:30")) {
            isReadAlikeAroundEachChange(zone, LocalTime.parse(clock));
        }
    }

    @Test
    @Tag("long")
    void R8_bothReadTheSameDutiesInEveryZoneAtEveryHalfHourOfTheDaysOfClockChanges() throws Exception {
        Set<List<ZoneOffsetTransition>> rules = new HashSet<>();
        for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            // What ical4j registers of its own is not in the JVM's database.
            if (zone.contains("ical4j") || !rules.add(changes(ZoneId.of(zone)))) {
                continue;
            }
            for (int minute = 0; minute < 1440; minute += 30) {
                isReadAlikeAroundEachChange(zone, LocalTime.of(minute / 60, minute % 60));
            }
        }
        assertThat(rules).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+01:00", "UTC+02:00", "GMT+1", "Z", "Etc/GMT-3", "-09:30"})
    void R8_aZoneOfFixedOffsetIsWrittenInUtc(String zone) throws Exception {
        Rota rota = daily(zone, "2026-01-01T02:30");
        isReadAlike(rota, year("2026-12-01T12:00:00Z"));
        assertThat(feed().position(rota, "TIB", year("2026-12-01T12:00:00Z"))).doesNotContain("TZID");
    }

    @Test
    void anEventSaysWhoWhereAndWhy() {
        Rota rota = daily("Europe/Stockholm", "2026-01-01T02:30");
        ICalendar calendar = Biweekly.parse(feed().position(rota, "TIB", year("2026-01-01T12:00:00Z")))
                .first();
        assertThat(calendar.validate(calendar.getVersion()).isEmpty()).isTrue();
        VEvent first = calendar.getEvents().get(0);
        assertThat(first.getSequence().getValue()).isEqualTo(3);
        assertThat(first.getUid().getValue()).isEqualTo("tib.TIB.1767231000@roster.municipalsafety.org");
        assertThat(first.getDescription().getValue())
                .isEqualTo("Tjänsteperson i beredskap; åäö, \\ och en lång rad därtill. "
                        + "ek har beredskap enligt version 1, lager grund, tur 1.");
    }

    @Test
    void linesHaveAtMost75Octets() {
        Rota rota = daily("Europe/Stockholm", "2026-11-01T08:00");
        String text = feed().position(rota, "TIB", year("2026-11-02T12:00:00Z"));
        assertThat(text.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text).isEqualTo(feed().position(rota, "TIB", year("2026-11-02T12:00:00Z")));
    }

    @Test
    void controlCharactersDoNotReachTheFeed() throws Exception {
        Instant from = Instant.parse("2026-03-02T07:00:00Z");
        Interval week = Interval.of(from, Duration.ofDays(7));
        StringBuilder all = new StringBuilder("a");
        IntStream.rangeClosed(0, 0x9f).filter(Character::isISOControl).forEach(all::appendCodePoint);
        Rota rota = Rota.of(RotaPlan.builder("tib", ZoneId.of("UTC"))
                .version(RotaVersion.of(from, Position.of("TIB", LocalizedText.of(all + "b", "seat"))))
                .decision(new SeatOverride("o", "TIB", week, "ek", from, "Stab" + all))
                .build());
        String feed = feed().position(rota, "TIB", week);
        assertThat(feed.replace("\r\n", "").chars().filter(c -> Character.isISOControl(c) && c != '\t'))
                .isEmpty();
        assertThat(byIcal4j(feed)).containsExactly(week);
        assertThat(byBiweekly(feed)).containsExactly(week);
    }

    // Which event is the same

    private static final Instant MONDAY = Instant.parse("2026-08-31T06:00:00Z");

    private static Instant days(int after) {
        return MONDAY.plus(Duration.ofDays(after));
    }

    private static Position weekly(Layer... layers) {
        return new Position("TIB", LocalizedText.of("TiB", "Duty officer"), List.of(layers), Window.ALWAYS);
    }

    private static Layer base(String... members) {
        return Layer.of("grund", Rotation.weekly(LocalDateTime.parse("2026-08-31T08:00"), members));
    }

    private static RotaPlan.Builder rota(Position position) {
        return RotaPlan.builder("tib", ZoneId.of("Europe/Stockholm")).version(RotaVersion.of(MONDAY, position));
    }

    /** Each event as its UID, its holder and its time. */
    private static List<String> events(String feed) {
        return Biweekly.parse(feed).first().getEvents().stream()
                .map(event -> event.getUid().getValue().replaceAll("@.*", "") + " "
                        + event.getSummary().getValue() + " "
                        + Duration.between(
                                        MONDAY, event.getDateStart().getValue().toInstant())
                                .toHours()
                        + " "
                        + Duration.between(MONDAY, event.getDateEnd().getValue().toInstant())
                                .toHours())
                .toList();
    }

    private static List<String> events(Rota rota, Instant from, Instant to) {
        return events(feed().position(rota, "TIB", Interval.of(from, to)));
    }

    private static String uid(int day) {
        return "tib.TIB." + days(day).getEpochSecond();
    }

    @Test
    void T1_aFeedWhoseIntervalMovesTellsTheSameEvents() {
        Rota rota = Rota.of(rota(weekly(
                        Layer.of("natt", Rotation.weekly(LocalDateTime.parse("2026-08-31T08:00"), "lind", "asp"))
                                .withWindow(Window.of(EnumSet.of(DayOfWeek.FRIDAY), "22:00-30:00")),
                        base("ek", "gran", "alm")))
                .version(RotaVersion.of(
                        days(10),
                        weekly(
                                Layer.of(
                                                "natt",
                                                Rotation.weekly(LocalDateTime.parse("2026-08-31T08:00"), "lind", "asp"))
                                        .withWindow(Window.of(EnumSet.of(DayOfWeek.FRIDAY), "22:00-30:00")),
                                base("ek", "gran", "alm"))))
                .absence(new Absence("gran", Interval.of(days(8), days(9))))
                .build());
        List<String> all = events(rota, days(0), days(42));
        assertThat(all).doesNotHaveDuplicates();
        for (int from = 0; from < 40 * 24; from += 5) {
            Instant start = MONDAY.plus(Duration.ofHours(from));
            List<String> some = events(rota, start, start.plus(Duration.ofHours(37)));
            assertThat(all).as("from hour %d", from).containsSequence(some);
        }
    }

    @Test
    void R1_aVersionThatChangesNobodyLeavesTheEventWhole() {
        Rota one = Rota.of(rota(weekly(base("ek", "gran"))).build());
        Rota two = one.with(plan -> plan.withVersion(RotaVersion.of(days(3), weekly(base("ek", "gran"))))
                .withVersion(RotaVersion.of(days(5), weekly(base("ek", "gran")))));
        assertThat(events(two, days(4), days(8))).isEqualTo(events(one, days(4), days(8)));
        assertThat(events(two, days(4), days(8)))
                .containsExactly(uid(0) + " TIB: ek 0 168", uid(7) + " TIB: gran 168 336");
        // Also where the interval begins or ends with a version.
        assertThat(events(two, days(3), days(5))).containsExactly(uid(0) + " TIB: ek 0 168");
    }

    @Test
    void R4_turnsOfOnePersonAreEventsOfTheirOwn() {
        assertThat(events(Rota.of(rota(weekly(base("ek"))).build()), days(1), days(8)))
                .containsExactly(uid(0) + " TIB: ek 0 168", uid(7) + " TIB: ek 168 336");
    }

    @Test
    void R11_oneTurnWithHoursBetweenIsSeveralEvents() {
        Rota nights = Rota.of(rota(weekly(base("ek", "gran")
                        .withWindow(Window.of(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "20:00-30:00"))))
                .build());
        assertThat(events(nights, days(0), days(7)))
                .containsExactly("tib.TIB.1788199200 TIB: ek 12 22", "tib.TIB.1788544800 TIB: ek 108 118");
    }

    @Test
    void R3_whoeverTakesADutyOverHasTheSameEvent() {
        Rota before = Rota.of(rota(weekly(base("ek", "gran", "alm"))).build());
        Interval second = Interval.of(days(7), days(14));
        Rota after =
                before.with(plan -> plan.withDecision(new SeatOverride("o", "TIB", second, "alm", MONDAY, "Stab")));
        assertThat(events(before, days(8), days(9))).containsExactly(uid(7) + " TIB: gran 168 336");
        assertThat(events(after, days(8), days(9))).containsExactly(uid(7) + " TIB: alm 168 336");
        // Alm's own turn follows: it is another event.
        assertThat(events(after, days(8), days(15)))
                .containsExactly(uid(7) + " TIB: alm 168 336", uid(14) + " TIB: alm 336 504");
        assertThat(events(CalendarFeed.of(SV, STAMP, 4).person(after, "alm", second)))
                .containsExactly(uid(7) + " TIB: alm 168 336");
        assertThat(events(feed().person(after, "gran", second))).isEmpty();
    }

    @Test
    void D3_aPersonsFeedTellsOfNobodyElse() {
        Rota rota = Rota.of(rota(weekly(
                        base("ek", "alm", "gran").withSubstitution(Substitution.by("asp", "gran")), base2("hassel")))
                .absence(new Absence("ek", Interval.of(days(0), days(7))))
                .absence(new Absence("asp", Interval.of(days(0), days(7))))
                .decision(new SeatOverride("o", "TIB", Interval.of(days(8), days(9)), "gran", MONDAY, "Stab"))
                .build());
        Interval month = Interval.of(days(0), days(21));
        assertThat(feed().position(rota, "TIB", month)).contains("ek är frånvarande");
        String feed = feed().person(rota, "gran", month).replace("\r\n ", "");
        assertThat(feed).doesNotContainPattern("\\b(ek|alm|asp|hassel)\\b");
        assertThat(feed.lines().filter(line -> line.startsWith("DESCRIPTION:")))
                .containsExactly(
                        "DESCRIPTION:TiB. gran har beredskap enligt version 1\\, lager grund\\, tur 1.",
                        "DESCRIPTION:TiB. gran har beredskap enligt version 1\\, beslut o av Stab.",
                        "DESCRIPTION:TiB. gran har beredskap enligt version 1\\, lager grund\\, tur 3.");
        assertThat(feed.lines().filter(line -> line.startsWith("SUMMARY:")))
                .hasSize(3)
                .allMatch(line -> line.equals("SUMMARY:TIB: gran"));
    }

    private static Layer base2(String... members) {
        return Layer.of("botten", Rotation.weekly(LocalDateTime.parse("2026-08-31T08:00"), members));
    }

    @Test
    void R9_aPersonOfAGroupHasACalendarThatNamesTheGroup() {
        Rota rota = Rota.of(RotaPlan.builder("tib", ZoneId.of("UTC"))
                .version(RotaVersion.of(days(0), weekly(base("vast", "lind")))
                        .withGroups(Group.of("vast", "ek", "gran")))
                .build());
        String text = feed().person(rota, "gran", Interval.of(days(1), Duration.ofDays(27)))
                .replace("\r\n ", "");
        assertThat(text).contains("SUMMARY:TIB: gran\r\n").contains("lager grund\\, tur 3\\, grupp vast.");
        assertThat(text.split("BEGIN:VEVENT", -1)).hasSize(2);
    }

    @Test
    void whoeverIsUnknownHasNoCalendar() {
        Rota rota = Rota.of(rota(weekly(base("ek", "gran"))).build());
        Interval week = Interval.of(days(0), days(7));
        assertThatThrownBy(() -> feed().person(rota, "grann", week))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 persons")
                .hasMessageNotContaining("grann");
        assertThatThrownBy(() -> feed().position(rota, "TIBB", week))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TIBB");
    }
}
