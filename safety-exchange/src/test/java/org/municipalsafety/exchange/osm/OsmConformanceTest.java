/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.exchange.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.channel.ContactChannel;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.endpoint.Modality;
import org.municipalsafety.core.endpoint.ShortCode;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.NextChange;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.hours.Segment;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * Five years of opening hours as another program sees them: every interval, every probe, every gap. Rows that are
 * refused or answered otherwise are listed by id in {@code known-deviations.md} beside this test.
 */
class OsmConformanceTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Interval WINDOW =
            WallClock.days(LocalDate.of(2024, 1, 1), LocalDate.of(2029, 1, 1), STOCKHOLM);

    /** Where the other program is known to be wrong, or moves clock times that do not exist by an hour. */
    private static final Map<String, String> CORRECTED = Map.of(
            "E287", "19f7342c869ff144a8d541b33f379a93b2ee588feb5079db32a7de14181d0a02",
            "E301", "f8858ca5827112b95f6f65fa6f2936210b31a5b623310df4cebab8f76dc7488a",
            "E305", "bf8c7c8902bdb4aa13fbd1532fbaa2570ee4f93fa36e43b2ffc9e228605b5ff2");

    private static final Pattern ID = Pattern.compile("[EC][0-9]+");

    /** Filled by the first test that needs it. */
    private static final Map<String, Object> IMPORTED = new LinkedHashMap<>();

    private Path folder = Path.of("");

    @BeforeEach
    void theDataIsThere() {
        String given = System.getProperty("safety.conformance", "");
        assumeTrue(!given.isEmpty(), "the folder of conformance data is not given (safety.conformance)");
        folder = Path.of(given, "hours");
    }

    private List<String[]> rows(String file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            if (!line.startsWith("#")) {
                rows.add(line.split("\t", -1));
            }
        }
        return rows.subList(1, rows.size());
    }

    /** The ids in the first cell or sentence of the lines of a chapter of the list that begin so. */
    private static Set<String> known(String chapter, String line) throws IOException {
        Set<String> ids = new TreeSet<>();
        boolean within = false;
        try (InputStream in =
                Objects.requireNonNull(OsmConformanceTest.class.getResourceAsStream("known-deviations.md"))) {
            for (String each : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                within = each.startsWith("## ") ? each.startsWith(chapter) : within;
                if (within && each.startsWith(line)) {
                    String said = each.substring(line.startsWith("|") ? 1 : line.length());
                    ID.matcher(said.substring(0, said.indexOf(line.startsWith("|") ? '|' : '.')))
                            .results()
                            .forEach(found -> ids.add(found.group()));
                }
            }
        }
        assertThat(ids).as(chapter + " in known-deviations.md").isNotEmpty();
        return ids;
    }

    private static ContactChannel channel(String id, Availability hours) {
        return ContactChannel.of(
                id, LocalizedText.of(id, id), Audience.PUBLIC, Modality.VOICE, ShortCode.of("112"), hours);
    }

    private static Directory directory(List<ContactChannel> channels) {
        var municipality = new Municipality("0581", LocalizedText.of("Norrköping", "Norrköping"), STOCKHOLM);
        return Directory.of(municipality, SwedishCalendar.standard(), channels);
    }

    private static String intervals(Directory directory, String channel) {
        StringBuilder text = new StringBuilder();
        long start = 0;
        long end = -1;
        OpenState state = OpenState.CLOSED;
        for (Segment segment : directory.hours(channel, WINDOW)) {
            long from = segment.interval().getStart().getEpochSecond() / 60;
            long until = segment.interval().getEnd().getEpochSecond() / 60;
            if (segment.state() == state && from == end) {
                end = until;
                continue;
            }
            append(text, start, end, state);
            start = from;
            end = until;
            state = segment.state();
        }
        append(text, start, end, state);
        return text.toString();
    }

    private static void append(StringBuilder text, long start, long end, OpenState state) {
        if (state != OpenState.CLOSED) {
            text.append(text.length() == 0 ? "" : " ")
                    .append(start)
                    .append('-')
                    .append(end)
                    .append(state == OpenState.UNKNOWN ? "u" : "");
        }
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hours of each expression, or the reason why it is refused. */
    private Map<String, Object> imported() throws IOException {
        Map<String, Object> imported = IMPORTED;
        if (!imported.isEmpty()) {
            return imported;
        }
        for (String[] row : rows("expressions.tsv")) {
            try {
                imported.put(row[0], OsmHours.read(row[2]).hours());
            } catch (OsmRefusedException refused) {
                imported.put(row[0], refused);
            }
        }
        return imported;
    }

    @Test
    void everyIntervalOfFiveYearsIsRight() throws Exception {
        Map<String, Object> imported = imported();
        Map<String, String> wrong = new TreeMap<>();
        Map<String, String> refused = new TreeMap<>();
        int right = 0;
        for (String[] row : rows("expressions.tsv")) {
            Object found = Objects.requireNonNull(imported.get(row[0]));
            if (found instanceof OsmRefusedException reason) {
                refused.put(row[0], row[2] + ": " + reason.getMessage());
                continue;
            }
            if (row[4].equals("ERROR")) {
                continue;
            }
            Directory directory = directory(List.of(channel("c", (OpeningHours) found)));
            String expected = CORRECTED.getOrDefault(row[0], row[8]);
            if (sha256(intervals(directory, "c")).equals(expected)) {
                right++;
            } else {
                wrong.put(row[0], row[2]);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "opening hours: %d of %d rows taken over, %d of them right in every interval, %d refused (%.1f %%)%n",
                imported.size() - refused.size(),
                imported.size(),
                right,
                refused.size(),
                100.0 * refused.size() / imported.size());
        refused.forEach((id, why) -> System.out.println("refused " + id + " " + why));
        assertThat(wrong).isEmpty();
        assertThat(refused.keySet()).isEqualTo(known("## Refused", "| E"));
        assertThat(CORRECTED.keySet()).isSubsetOf(known("## Answered otherwise", "| E"));
        assertThat(refused.size()).isLessThan(imported.size() * 15 / 100);
    }

    @Test
    void everyProbeIsRight() throws Exception {
        Map<String, Object> imported = imported();
        Map<String, Directory> directories = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        int right = 0;
        for (String[] row : rows("probes.tsv")) {
            if (!(imported.get(row[0]) instanceof OpeningHours hours)) {
                continue;
            }
            Directory directory = directories.computeIfAbsent(row[0], id -> directory(List.of(channel("c", hours))));
            Instant at = OffsetDateTime.parse(row[1]).toInstant();
            NextChange next = directory.nextChange("c", at, at.plus(Duration.ofDays(1_827)));
            String change = next.instant()
                    .map(instant -> instant.atZone(STOCKHOLM).toOffsetDateTime().toString())
                    .orElse("");
            boolean same =
                    directory.stateAt("c", at).name().toLowerCase(Locale.ROOT).equals(row[2])
                            && change.equals(corrected(row));
            if (same) {
                right++;
            } else {
                wrong.add(row[0] + " " + row[1] + ": found " + directory.stateAt("c", at) + " " + change
                        + ", the other program " + row[2] + " " + row[3]);
            }
        }
        System.out.printf(Locale.ROOT, "opening hours: %d probes right, %d otherwise%n", right, wrong.size());
        assertThat(wrong).isEmpty();
    }

    /** The next change as it should be, where the other program is known to be wrong or to move clock times. */
    private static String corrected(String[] row) {
        String at = row[1];
        if (row[0].equals("E287") && !at.startsWith("2028-02-29T10:30")) {
            return (at.compareTo("2028-02-29T10:00") < 0 ? "2028" : "2032") + "-02-29T10:00+01:00";
        }
        boolean gap = (row[0].equals("E301") && at.equals("2024-03-31T01:30+01:00"))
                || ((row[0].equals("E301") || row[0].equals("E305")) && at.equals("2026-03-29T01:59+01:00"));
        return gap ? at.substring(0, 10) + "T03:00+02:00" : row[3];
    }

    @Test
    void everyGapIsRight() throws Exception {
        Map<String, String> refused = new TreeMap<>();
        for (String[] row : rows("coverage.tsv")) {
            List<ContactChannel> channels = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            try {
                for (String expression : row[3].split(" ¦ ")) {
                    ids.add("c" + ids.size());
                    channels.add(channel(
                            ids.get(ids.size() - 1), OsmHours.read(expression).hours()));
                }
            } catch (OsmRefusedException reason) {
                refused.put(row[0], reason.getMessage());
                continue;
            }
            CoverageCertificate certificate = directory(channels).certify(ids, WINDOW);
            List<String> uncovered = new ArrayList<>();
            certificate.gaps().forEach(gap -> uncovered.add(minutes(gap)));
            List<String> expected = row[8].isEmpty() ? List.of() : Arrays.asList(row[8].split(" "));
            if (row[0].equals("C21")) {
                expected = List.of(expected.get(0), leapDay2028());
            }
            assertThat(uncovered).as(row[0] + " " + row[1]).isEqualTo(expected);
        }
        System.out.printf(
                Locale.ROOT, "coverage sets: %d of 18 right, refused %s%n", 18 - refused.size(), refused.keySet());
        assertThat(refused.keySet()).isEqualTo(known("## Refused", "Coverage sets with a refused channel: "));
    }

    private static String leapDay2028() {
        return minutes(WallClock.days(LocalDate.of(2028, 2, 29), LocalDate.of(2028, 3, 1), STOCKHOLM));
    }

    private static String minutes(Interval gap) {
        return gap.getStart().getEpochSecond() / 60 + "-" + gap.getEnd().getEpochSecond() / 60;
    }
}
