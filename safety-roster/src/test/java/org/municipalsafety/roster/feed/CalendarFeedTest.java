/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.feed;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Group;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;

class CalendarFeedTest {

    private static final Instant STAMP = Instant.parse("2026-01-01T12:00:00Z");

    private static Roster roster(String zone, String anchor) {
        ZoneId where = ZoneId.of(zone);
        LocalDateTime start = LocalDateTime.parse(anchor);
        Instant from = start.atZone(where).toInstant();
        Layer layer = Layer.of("grund", new Rotation(start, new Turns.Days(1), List.of("ek", "gran", "alm")));
        Position position = Position.of(
                "TIB",
                LocalizedText.of("Tjänsteperson i beredskap; åäö, \\ och en lång rad därtill", "Duty officer"),
                layer);
        return Rota.builder("tib", where)
                .version(RotaVersion.of(from, position))
                .build()
                .resolve(Interval.of(from, Instant.parse("2026-12-31T12:00:00Z")));
    }

    private static CalendarFeed feed() {
        return CalendarFeed.of(Locale.forLanguageTag("sv"), STAMP, 3);
    }

    private static List<Interval> duties(Roster roster) {
        return roster.segments("TIB").stream()
                .filter(Duty.class::isInstance)
                .map(segment -> segment.interval())
                .toList();
    }

    @Test
    void R8_ical4jReadsTheSameDuties() throws Exception {
        for (String zone :
                List.of("Europe/Stockholm", "UTC", "Australia/Lord_Howe", "Atlantic/Azores", "America/Santiago")) {
            Roster roster = roster(zone, "2026-01-01T02:30");
            var calendar = new CalendarBuilder().build(new StringReader(feed().position(roster, "TIB")));
            List<Interval> read = calendar.getComponents(Component.VEVENT).stream()
                    .map(component -> (net.fortuna.ical4j.model.component.VEvent) component)
                    .map(event -> Interval.of(
                            instant(event.getDateTimeStart().getDate()),
                            instant(event.getDateTimeEnd().getDate())))
                    .toList();
            assertThat(read).as(zone).isEqualTo(duties(roster));
        }
    }

    private static Instant instant(Temporal temporal) {
        return Instant.from(temporal);
    }

    @Test
    void R8_biweeklyReadsTheSameDuties() {
        for (String zone : List.of("Europe/Stockholm", "UTC", "Australia/Lord_Howe", "Europe/Dublin", "Asia/Kolkata")) {
            Roster roster = roster(zone, "2026-01-01T02:30");
            ICalendar calendar = Biweekly.parse(feed().position(roster, "TIB")).first();
            assertThat(calendar.validate(calendar.getVersion()).isEmpty()).isTrue();
            List<Interval> read = calendar.getEvents().stream()
                    .map(event -> Interval.of(
                            event.getDateStart().getValue().toInstant(),
                            event.getDateEnd().getValue().toInstant()))
                    .toList();
            assertThat(read).as(zone).isEqualTo(duties(roster));
            VEvent first = calendar.getEvents().get(0);
            assertThat(first.getSequence().getValue()).isEqualTo(3);
            assertThat(first.getDescription().getValue())
                    .isEqualTo("Tjänsteperson i beredskap; åäö, \\ och en lång rad därtill. "
                            + "ek har beredskap enligt version 1, lager grund, tur 1.");
        }
    }

    @Test
    void linesHaveAtMost75OctetsAndUidsAreStable() {
        Roster roster = roster("Europe/Stockholm", "2026-11-01T08:00");
        String text = feed().position(roster, "TIB");
        assertThat(text.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text).isEqualTo(feed().position(roster, "TIB"));
        assertThat(text.lines().filter(line -> line.startsWith("UID:"))).doesNotHaveDuplicates();
    }

    @Test
    void aPersonsFeedHoldsThatPersonsDutiesOnly() {
        Roster roster = roster("Europe/Stockholm", "2026-11-01T08:00");
        String text = feed().person(roster, "gran");
        assertThat(text.lines().filter(line -> line.startsWith("SUMMARY:")))
                .isNotEmpty()
                .allMatch(line -> line.equals("SUMMARY:TIB: gran"));
    }

    @Test
    void R9_aPersonOfAGroupHasACalendarThatNamesTheGroup() {
        Instant from = Instant.parse("2026-03-02T07:00:00Z");
        Layer layer = Layer.of("grund", Rotation.weekly(LocalDateTime.parse("2026-03-02T07:00"), "vast", "lind"));
        Roster roster = Rota.builder("tib", ZoneId.of("UTC"))
                .version(RotaVersion.of(from, Position.of("TIB", LocalizedText.of("plats", "seat"), layer))
                        .withGroups(Group.of("vast", "ek", "gran")))
                .build()
                .resolve(Interval.of(from, Duration.ofDays(28)));
        String text = feed().person(roster, "gran").replace("\r\n ", "");
        assertThat(text).contains("SUMMARY:TIB: gran\r\n").contains("lager grund\\, tur 3\\, grupp vast.");
        assertThat(text.split("BEGIN:VEVENT", -1)).hasSize(2);
    }
}
