/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.endpoint.GeographicNumber;
import org.municipalsafety.core.endpoint.Modality;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.exchange.icalendar.DeviationsExport;
import org.municipalsafety.exchange.schemaorg.SchemaOrgExport;
import org.municipalsafety.testkit.channel.Directories;
import org.threeten.extra.Interval;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes out for other programs is read by programs that know nothing of this library, and says the same there. */
class ExportsReadBackTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 1, 1);
    private static final Instant STAMP = Instant.parse("2026-01-02T12:00:00Z");

    private static Directory norrkoping() {
        return DirectoryDocument.read(Path.of(
                "../safety-examples/src/main/resources/org/municipalsafety/examples/norrkoping/directory.json"));
    }

    /**
     * One with hours of all kinds, one open while that is closed; with a name that a calendar has to quote and fold.
     */
    @Provide
    Arbitrary<Directory> directories() {
        Arbitrary<ZoneId> zones = Arbitraries.of("Europe/Stockholm", "UTC", "America/New_York", "Australia/Lord_Howe")
                .map(ZoneId::of);
        Arbitrary<OpeningHours> hours = Arbitraries.of("2026-03-29T02:30", "2026-10-25T02:15", "2026-04-03T12:00")
                .map(LocalDateTime::parse)
                .flatMap(Directories::openingHours);
        return Combinators.combine(zones, hours)
                .as((zone, found) -> Directory.of(
                        new Municipality("0581", LocalizedText.of("Norrköping", "Norrköping"), zone),
                        SwedishCalendar.standard(),
                        List.of(
                                channel("a", found),
                                channel("b", Availability.outside("a")),
                                channel("c", Availability.always()))));
    }

    private static ContactChannel channel(String id, Availability hours) {
        String name = "Kanal %s; \"råd\", hjälp \\ stöd – och en rad som är för lång för en enda rad".formatted(id);
        return ContactChannel.of(
                id,
                LocalizedText.of(name, name),
                Audience.PUBLIC,
                Modality.VOICE,
                new GeographicNumber("011-15 00 00"),
                hours);
    }

    // iCalendar

    private record Event(
            String uid, LocalDate first, LocalDate end, String summary, String description, int sequence) {}

    private static List<Event> byIcal4j(String text) throws Exception {
        List<Event> events = new ArrayList<>();
        List<VEvent> found = new CalendarBuilder().build(new StringReader(text)).getComponents(Component.VEVENT);
        for (VEvent event : found) {
            assertThat(event.validate().hasErrors()).isFalse();
            events.add(new Event(
                    event.getUid().orElseThrow().getValue(),
                    LocalDate.from(event.getDateTimeStart().getDate()),
                    LocalDate.from(event.getDateTimeEnd().getDate()),
                    event.getSummary().getValue(),
                    event.getDescription().getValue(),
                    event.getSequence().getSequenceNo()));
        }
        return events;
    }

    private static List<Event> byBiweekly(String text) {
        ICalendar calendar = Biweekly.parse(text).first();
        // Where no day differs the calendar is empty: readers take it, though RFC 5545 asks for one component at least.
        assertThat(calendar.validate(ICalVersion.V2_0).isEmpty())
                .isEqualTo(!calendar.getEvents().isEmpty());
        return calendar.getEvents().stream()
                .map(event -> new Event(
                        event.getUid().getValue(),
                        date(event.getDateStart().getValue()),
                        date(event.getDateEnd().getValue()),
                        event.getSummary().getValue(),
                        event.getDescription().getValue(),
                        event.getSequence().getValue()))
                .toList();
    }

    private static LocalDate date(biweekly.util.ICalDate date) {
        assertThat(date.hasTime()).isFalse();
        return LocalDate.of(
                date.getRawComponents().getYear(),
                date.getRawComponents().getMonth(),
                date.getRawComponents().getDate());
    }

    @Example
    void C2_norrkopingsDeviationsAreReadAlikeByIcal4jAndBiweekly() throws Exception {
        assertThat(deviationsAreReadBack(norrkoping())).hasSizeGreaterThan(20);
    }

    @Property(tries = 15)
    void C2_deviationsAreReadAlikeByIcal4jAndBiweekly(@ForAll("directories") Directory directory) throws Exception {
        deviationsAreReadBack(directory);
    }

    /** Days of the week of a season without an event are alike; each day with one is different from them. */
    private static List<Event> deviationsAreReadBack(Directory directory) throws Exception {
        String text = DeviationsExport.of(directory, Audience.PUBLIC, FIRST, LAST, STAMP, 7, SWEDISH)
                .text();
        List<Event> events = byIcal4j(text);
        assertThat(byBiweekly(text)).isEqualTo(events);
        assertThat(events).extracting(Event::uid).doesNotHaveDuplicates();
        assertThat(events).allMatch(event -> event.sequence() == 7);
        for (ContactChannel channel : directory.view(Audience.PUBLIC).channels()) {
            String start = channel.name().in(SWEDISH) + ": ";
            Map<LocalDate, Event> byDate = new TreeMap<>();
            for (Event event : events) {
                if (event.uid().startsWith(channel.id() + "-")) {
                    assertThat(event.summary()).startsWith(start);
                    event.first()
                            .datesUntil(event.end())
                            .forEach(date -> assertThat(byDate.put(date, event)).isNull());
                }
            }
            Map<String, List<String>> usual = new TreeMap<>();
            for (LocalDate date = FIRST; date.isBefore(LAST); date = date.plusDays(1)) {
                if (!byDate.containsKey(date)) {
                    List<String> day = day(directory, channel.id(), date);
                    assertThat(usual.computeIfAbsent(weekday(directory, date), key -> day))
                            .as(channel.id() + " " + date)
                            .isEqualTo(day);
                }
            }
            byDate.forEach((date, event) -> {
                List<String> day = day(directory, channel.id(), date);
                assertThat(day).as(channel.id() + " " + date).isNotEqualTo(usual.get(weekday(directory, date)));
                assertThat(event.summary().equals(start + "stängt")).isEqualTo(day.isEmpty());
            });
        }
        return events;
    }

    /** The day of the week, and which seasons of all channels the date is in. */
    private static String weekday(Directory directory, LocalDate date) {
        StringBuilder text = new StringBuilder(date.getDayOfWeek().name());
        for (ContactChannel channel : directory.channels()) {
            if (channel.availability() instanceof OpeningHours hours) {
                hours.seasons().forEach(season -> text.append(season.includes(date) ? " in" : " out"));
            }
        }
        return text.toString();
    }

    /** The open and unknown times of a day as its clock shows them. */
    private static List<String> day(Directory directory, String channel, LocalDate date) {
        ZoneId zone = directory.municipality().zone();
        List<String> times = new ArrayList<>();
        OpenState before = OpenState.CLOSED;
        for (var segment : directory.hours(channel, WallClock.days(date, date.plusDays(1), zone))) {
            if (segment.state() != before) {
                times.add(segment.state() + " "
                        + LocalTime.ofInstant(segment.interval().getStart(), zone));
            }
            before = segment.state();
        }
        return times;
    }

    // schema.org

    @Example
    void C2_schemaOrgSaysEachMinuteOfNorrkopingsYear() {
        schemaOrgSaysEachMinute(norrkoping());
    }

    @Property(tries = 6)
    void C2_schemaOrgSaysEachMinuteOfAYear(@ForAll("directories") Directory directory) {
        schemaOrgSaysEachMinute(directory);
    }

    @Tag("long")
    @Property(tries = 60)
    void C2_schemaOrgSaysEachMinuteOfManyYears(@ForAll("directories") Directory directory) {
        schemaOrgSaysEachMinute(directory);
    }

    private static void schemaOrgSaysEachMinute(Directory directory) {
        Directory seen = directory.view(Audience.PUBLIC);
        Export export = SchemaOrgExport.of(directory, Audience.PUBLIC, FIRST, LAST, SWEDISH);
        JsonNode points = JsonMapper.builder().build().readTree(export.text()).get("contactPoint");
        assertThat(points).hasSize(seen.channels().size());
        for (int i = 0; i < points.size(); i++) {
            String id = seen.channels().get(i).id();
            Map<LocalDate, List<Interval>> said = said(
                    points.get(i).get("hoursAvailable"), seen.municipality().zone());
            boolean minuteLost = false;
            boolean unknownLost = false;
            for (Map.Entry<LocalDate, List<Interval>> entry : said.entrySet()) {
                Interval day = WallClock.days(
                        entry.getKey(),
                        entry.getKey().plusDays(1),
                        seen.municipality().zone());
                Instant lastMinute = day.getEnd().minusSeconds(60);
                boolean whole = seen.hours(id, day).stream().allMatch(segment -> segment.state() == OpenState.OPEN);
                for (Instant at = day.getStart(); at.isBefore(day.getEnd()); at = at.plus(Duration.ofMinutes(1))) {
                    Instant minute = at;
                    boolean open = entry.getValue().stream().anyMatch(stretch -> stretch.contains(minute));
                    OpenState state = seen.stateAt(id, at);
                    if (whole && at.equals(lastMinute)) {
                        assertThat(open).as(id + " " + at).isFalse();
                        minuteLost = true;
                    } else if (open != (state == OpenState.OPEN)) {
                        throw new AssertionError(id + " at " + at + " is " + state + ", said to be "
                                + (open ? "open" : "closed") + " by " + entry.getValue() + " in " + export.text());
                    }
                    unknownLost |= state == OpenState.UNKNOWN;
                }
            }
            assertThat(export.losses().stream().anyMatch(loss -> loss.startsWith(id + ": a whole day is written")))
                    .as(id + " reports the lost minute")
                    .isEqualTo(minuteLost);
            assertThat(export.losses().stream().anyMatch(loss -> loss.startsWith(id + ": hours that are not known")))
                    .as(id + " reports the unknown hours")
                    .isEqualTo(unknownLost);
        }
    }

    /**
     * As schema.org tells to read it: hours with dates replace those of the week; what closes at 00:00 closes at
     * midnight.
     */
    private static Map<LocalDate, List<Interval>> said(JsonNode hours, ZoneId zone) {
        Map<LocalDate, List<JsonNode>> week = new LinkedHashMap<>();
        Map<LocalDate, List<JsonNode>> special = new LinkedHashMap<>();
        for (JsonNode each : hours) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            if (each.has("dayOfWeek")) {
                for (JsonNode day : each.get("dayOfWeek")) {
                    String name = day.stringValue().substring("https://schema.org/".length());
                    days.add(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)));
                }
            }
            LocalDate.parse(each.get("validFrom").stringValue())
                    .datesUntil(LocalDate.parse(each.get("validThrough").stringValue())
                            .plusDays(1))
                    .filter(date -> days.isEmpty() || days.contains(date.getDayOfWeek()))
                    .forEach(date -> (days.isEmpty() ? special : week)
                            .computeIfAbsent(date, key -> new ArrayList<>())
                            .add(each));
        }
        Map<LocalDate, List<Interval>> said = new TreeMap<>();
        FIRST.datesUntil(LAST).forEach(date -> {
            List<JsonNode> of = special.getOrDefault(date, week.getOrDefault(date, List.of()));
            List<Interval> stretches = new ArrayList<>();
            for (JsonNode each : of) {
                LocalTime opens = LocalTime.parse(each.get("opens").stringValue());
                LocalTime closes = LocalTime.parse(each.get("closes").stringValue());
                if (!opens.equals(closes)) {
                    Instant start = WallClock.instant(date.atTime(opens), zone);
                    Instant end =
                            WallClock.instant((closes.isAfter(opens) ? date : date.plusDays(1)).atTime(closes), zone);
                    stretches.add(Interval.of(start, end.isBefore(start) ? start : end));
                }
            }
            said.put(date, stretches);
        });
        return said;
    }
}
