/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.text.LocalizedText;

/** The police's published events since 2023, if {@code -Dsafety.data=} names the folder that holds them. */
class PoliceDataTest {

    private static final int CHUNK = 10_000;

    @TempDir
    Path folder;

    private static Path data(String name) {
        String where = System.getProperty("safety.data", "");
        if (where.isBlank()) {
            Assumptions.abort("no sample data: give their folder with -Dsafety.data=");
        }
        Path file = Path.of(where, name);
        if (!Files.isReadable(file)) {
            Assumptions.abort("the sample data lack " + name);
        }
        return file;
    }

    @Test
    void M4_everyEventOfNorrkopingIsRead() {
        List<PoliceEvent> events = PoliceEvents.read(data("polisen_norrkoping.json"));
        Municipality norrkoping =
                new Municipality("0581", LocalizedText.of("Norrköping", "Norrköping"), ZoneId.of("Europe/Stockholm"));
        assertThat(events).hasSize(660);
        assertThat(events).allMatch(event -> event.happened().isPresent());
        assertThat(events).allMatch(event -> event.isIn(norrkoping));
    }

    @Test
    void M4_everyEventSince2023IsReadAndEveryTypeIsMappedOrUnclassified() throws Exception {
        Path packed = data("polisen_events.jsonl.gz");
        List<PoliceEvent> events = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(packed)), UTF_8))) {
            List<String> chunk = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                chunk.add(line);
                if (chunk.size() == CHUNK) {
                    events.addAll(read(chunk));
                }
            }
            events.addAll(read(chunk));
        }
        IncidentTypes table = IncidentTypes.police();
        Set<String> types = events.stream().map(PoliceEvent::type).collect(Collectors.toCollection(TreeSet::new));
        long headings =
                events.stream().filter(event -> event.happened().isPresent()).count();
        List<Duration> lags = events.stream()
                .filter(event -> event.happened().isPresent())
                .map(event -> Duration.between(event.happened().orElseThrow(), event.publishedAt()))
                .sorted()
                .toList();
        long negative = lags.stream().filter(Duration::isNegative).count();
        long mapped = types.stream()
                .filter(type -> table.of(type).kind() != IncidentKind.UNCLASSIFIED)
                .count();
        TreeMap<IncidentKind, Long> kinds = events.stream()
                .map(event -> event.toIncident(table))
                .collect(Collectors.groupingBy(Incident::kind, TreeMap::new, Collectors.counting()));
        System.out.println("police data: events=" + events.size() + " headings=" + headings + " negative lags="
                + negative + " lag p50=" + lags.get(lags.size() / 2).toMinutes() + " min p99="
                + lags.get(lags.size() * 99 / 100).toMinutes() + " min least=" + lags.get(0) + " most="
                + lags.get(lags.size() - 1) + " types=" + types.size() + " mapped=" + mapped + " kinds=" + kinds);

        assertThat(events).hasSize(84_528);
        assertThat(headings).isEqualTo(events.size());
        assertThat(negative).isBetween(1_200L, 1_350L);
        assertThat(lags.get(lags.size() / 2).toMinutes()).isEqualTo(39);
        assertThat(types).hasSizeBetween(96, 97);
        assertThat(table.types().keySet())
                .as("no type of the table is misspelt")
                .isSubsetOf(types);
        assertThat(kinds.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(events.size());
    }

    private List<PoliceEvent> read(List<String> chunk) throws Exception {
        Path file = folder.resolve("chunk.json");
        Files.writeString(file, String.join(",\n", chunk).transform(rows -> "[" + rows + "]"));
        chunk.clear();
        return PoliceEvents.read(file);
    }
}
