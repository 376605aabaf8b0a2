/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.DirectoryDocument;
import org.municipalsafety.core.channel.Reachability;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.Segment;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * The twelve channels whose hours municipalities and others have published, as one directory document, each with its
 * number and what is published for the time when it is closed; and what a certificate finds for each. The pages differ
 * in age: realistic data, not current truth.
 */
class MunicipalChannelsTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /** The rows of the published list, in its order. */
    private static final List<String> IDS = List.of(
            "norrkoping-kontaktcenter",
            "norrkoping-socialjouren",
            "karlstad",
            "kristinehamn",
            "staffanstorp",
            "harnosand",
            "vadstena",
            "hallstahammar",
            "sos-alarm",
            "information",
            "polisen",
            "1177");

    private static Directory directory() {
        return DirectoryDocument.read(
                Path.of("src/test/resources/org/municipalsafety/exchange/osm/municipal-channels.json"));
    }

    private static Interval years(int first, int last) {
        return WallClock.days(LocalDate.of(first, 1, 1), LocalDate.of(last + 1, 1, 1), STOCKHOLM);
    }

    private static Instant local(String text) {
        return WallClock.instant(LocalDateTime.parse(text), STOCKHOLM);
    }

    @Test
    void thereAreTwelve() {
        assertThat(directory().channels()).extracting(ContactChannel::id).containsExactlyElementsOf(IDS);
    }

    /** Of 2026; and where there are dated exceptions, of their year and the one before. */
    @ParameterizedTest(name = "{0} {1}-{2}")
    @CsvSource({
        // id, first and last year, gaps, unknown stretches, minutes closed
        "norrkoping-kontaktcenter, 2026, 2026, 255, 0, 403680",
        "norrkoping-socialjouren, 2026, 2026, 254, 0, 121920",
        "karlstad, 2022, 2022, 365, 0, 348750",
        "karlstad, 2023, 2023, 365, 0, 347790",
        "karlstad, 2026, 2026, 365, 0, 348870",
        "kristinehamn, 2020, 2020, 366, 0, 349860",
        "kristinehamn, 2021, 2021, 365, 0, 347880",
        "kristinehamn, 2026, 2026, 365, 0, 348870",
        "staffanstorp, 2026, 2026, 352, 12, 311220",
        "harnosand, 2026, 2026, 105, 0, 472560",
        "vadstena, 2026, 2026, 0, 53, 0",
        "hallstahammar, 2026, 2026, 255, 7, 399360",
        "sos-alarm, 2026, 2026, 0, 0, 0",
        "information, 2026, 2026, 0, 0, 0",
        "polisen, 2026, 2026, 0, 1, 0",
        "1177, 2026, 2026, 0, 0, 0"
    })
    void C5_publishedHoursAndTheirFinding(String id, int first, int last, int gaps, int unknowns, long minutes) {
        CoverageCertificate found = directory().certify(List.of(id), years(first, last));
        long closed = found.gaps().stream()
                .mapToLong(gap -> gap.toDuration().toMinutes())
                .sum();
        assertThat(List.of((long) found.gaps().size(), (long) found.unknowns().size(), closed))
                .isEqualTo(List.of((long) gaps, (long) unknowns, minutes));
    }

    /** With what is published as "elsewhere", 112, nothing is uncovered; Norrköping's two hold by themselves. */
    @ParameterizedTest
    @CsvSource({
        "norrkoping-kontaktcenter, norrkoping-socialjouren",
        "karlstad, sos-alarm",
        "kristinehamn, sos-alarm",
        "staffanstorp, sos-alarm",
        "harnosand, sos-alarm",
        "vadstena, sos-alarm"
    })
    void C5_withWhatStandsInEachHolds(String id, String other) {
        assertThat(directory().certify(List.of(id, other), years(2020, 2030)).holds())
                .isTrue();
    }

    /** C4: "else 112, ask for the social standby" is also what counts where the hours are not known. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "norrkoping-socialjouren, 2026-03-10T10:00, In an emergency.",
        "karlstad, 2026-03-10T10:00, 112",
        "kristinehamn, 2026-03-10T10:00, 112",
        "staffanstorp, 2026-03-10T03:00, Ask for the social services on standby.",
        "staffanstorp, 2026-04-03T12:00, Ask for the social services on standby.",
        "harnosand, 2026-03-10T12:00, In very serious cases only.",
        "vadstena, 2026-03-10T12:00, When it is urgent."
    })
    void C4_publishedFallbacks(String id, String at, String words) {
        Reachability.Choice choice = directory().reachableAt(local(at), Audience.PUBLIC).choices().stream()
                .filter(each -> each.channel().id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(choice.state()).isNotEqualTo(OpenState.OPEN);
        Reachability.Alternative instead = choice.instead().orElseThrow();
        assertThat(instead.target().orElseThrow().channel().id()).isEqualTo("sos-alarm");
        assertThat(instead.text(Locale.ENGLISH)).contains(words);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "karlstad, 2023-04-07T08:00, OPEN",
        "karlstad, 2023-04-08T01:29, OPEN",
        "karlstad, 2023-04-08T01:30, CLOSED",
        "karlstad, 2023-04-10T08:00, OPEN",
        "karlstad, 2023-04-11T00:00, CLOSED",
        "karlstad, 2024-03-29T12:00, CLOSED",
        "kristinehamn, 2021-12-24T08:00, OPEN",
        "kristinehamn, 2021-12-25T01:29, OPEN",
        "kristinehamn, 2021-12-25T01:30, CLOSED",
        "kristinehamn, 2022-12-24T12:00, CLOSED",
        "hallstahammar, 2026-11-30T19:59, OPEN",
        "hallstahammar, 2026-11-23T16:30, CLOSED",
        "hallstahammar, 2026-12-23T13:00, UNKNOWN"
    })
    void C2_datesAndClassesOfDaysWinOverTheWeek(String id, String at, OpenState state) {
        assertThat(directory().stateAt(id, local(at))).isEqualTo(state);
    }

    // The published list

    /** By calendar days the rule for Saturday takes Friday's night away after midnight, which nobody means. */
    private static final String REFUSED = "By calendar days the text says something else";

    /**
     * Of each row: no expression, or why it is refused, or why the hours differ from ours, or null where they are the
     * same. Where they differ, the published text says more than the expression.
     */
    private static final Map<String, @Nullable String> EXPRESSIONS = new LinkedHashMap<>();

    static {
        EXPRESSIONS.put("norrkoping-kontaktcenter", "no expression");
        EXPRESSIONS.put("norrkoping-socialjouren", "no expression");
        EXPRESSIONS.put("karlstad", null);
        EXPRESSIONS.put("kristinehamn", null);
        EXPRESSIONS.put("staffanstorp", REFUSED);
        EXPRESSIONS.put("harnosand", REFUSED);
        EXPRESSIONS.put("vadstena", "no expression");
        EXPRESSIONS.put("hallstahammar", "half days are not known; council days");
        EXPRESSIONS.put("sos-alarm", null);
        EXPRESSIONS.put("information", null);
        EXPRESSIONS.put("polisen", "the hours are not stated");
        EXPRESSIONS.put("1177", null);
    }

    /**
     * Each expression is taken over and says the same as ours, but for what it cannot know; or refused with a reason.
     */
    @Test
    void everyPublishedExpressionIsTakenOverOrRefusedWithTheReason() throws IOException {
        String given = System.getProperty("safety.conformance", "");
        assumeTrue(!given.isEmpty(), "the folder of conformance data is not given (safety.conformance)");
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(given, "hours", "municipal-channels.tsv"))) {
            if (!line.startsWith("#") && !line.startsWith("municipality\t")) {
                rows.add(line.split("\t", -1));
            }
        }
        assertThat(rows).hasSize(IDS.size());
        Directory ours = directory();
        for (int i = 0; i < rows.size(); i++) {
            String id = IDS.get(i);
            String[] row = rows.get(i);
            ContactChannel channel = ours.channel(id).orElseThrow();
            assertThat(channel.endpoint().text()).as(id).isEqualTo(row[2]);
            assertThat(channel.fallback().isEmpty()).as(id + ": elsewhere").isEqualTo(row[5].isEmpty());
            String differs = EXPRESSIONS.get(id);
            if (row[4].isEmpty()) {
                assertThat(differs).as(id).isEqualTo("no expression");
                System.out.println("published channels: " + id + ": no expression");
                continue;
            }
            try {
                ContactChannel read = channel.withFallback(List.of())
                        .withAvailability(OsmHours.read(row[4]).hours());
                Directory theirs = Directory.of(ours.municipality(), ours.calendar(), List.of(read));
                assertThat(hours(theirs, id).equals(hours(ours, id)))
                        .as(id + " is the same")
                        .isEqualTo(differs == null);
                System.out.println("published channels: " + id + ": taken over"
                        + (differs == null ? ", the same hours" : "; ours say more: " + differs));
            } catch (OsmRefusedException reason) {
                assertThat(differs).as(id + ": " + reason.getMessage()).isEqualTo(REFUSED);
                assertThat(reason).hasMessageStartingWith(REFUSED);
                System.out.println("published channels: " + id + ": refused: " + reason.getMessage());
            }
        }
    }

    /** When the state changes, from 2021 to 2027. */
    private static List<String> hours(Directory directory, String channel) {
        List<String> hours = new ArrayList<>();
        OpenState before = null;
        for (Segment segment : directory.hours(channel, years(2021, 2027))) {
            if (segment.state() != before) {
                hours.add(segment.interval().getStart() + " " + segment.state());
            }
            before = segment.state();
        }
        return hours;
    }
}
