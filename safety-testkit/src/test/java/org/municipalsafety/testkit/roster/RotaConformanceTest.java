/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.testkit.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;
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
import org.municipalsafety.roster.resolution.Segment;
import org.threeten.extra.Interval;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What two on-call products expect of rotas, answered by the library with their choices set (P1 to P11). Intended
 * deviations stand in {@code deviations.txt} beside this class, each with its reason.
 */
class RotaConformanceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalizedText NAME = LocalizedText.of("plats", "seat");
    private static final Instant OLD = Instant.parse("1990-01-01T00:00:00Z");

    // GoAlert: hours on the wall clock, empty turns used up.

    @Test
    void R5_goAlertsAuthoredCases() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        int line = 0;
        Map<String, Integer> counts = new TreeMap<>();
        for (String text : Files.readAllLines(folder().resolve("rota/goalert-authored.jsonl"))) {
            line++;
            JsonNode given = JSON.readTree(text);
            String kind = given.get("kind").asString();
            counts.merge(kind, 1, Integer::sum);
            String id = "goalert-" + line;
            Object[] both = switch (kind) {
                case "handoffs" -> handoffs(given);
                case "endTime" -> endTime(given);
                case "calculateShifts" -> shifts(given);
                default -> rule(given, kind);
            };
            if (!both[0].equals(both[1])) {
                wrong.put(id, kind + " found " + both[0] + ", expected " + both[1]);
            }
        }
        assertThat(line).isEqualTo(139);
        report("GoAlert", 139, wrong, "goalert-");
    }

    private static Object[] handoffs(JsonNode given) {
        Rota rota = goAlertRotation(given);
        List<Instant> expected = new ArrayList<>();
        given.get("handoffs").forEach(node -> expected.add(instant(node)));
        List<Instant> found = new ArrayList<>();
        Instant at = rota.at("P", instant(given.get("from"))).interval().getStart();
        found.add(at);
        while (!at.isAfter(instant(given.get("to")))) {
            at = rota.at("P", at).interval().getEnd();
            found.add(at);
        }
        return new Object[] {found, expected};
    }

    private static Object[] endTime(JsonNode given) {
        Rota rota = goAlertRotation(given);
        return new Object[] {rota.at("P", instant(given.get("at"))).interval().getEnd(), instant(given.get("expect"))};
    }

    private static Rota goAlertRotation(JsonNode given) {
        ZoneId zone = ZoneId.of(given.get("tz").asString());
        LocalDateTime start = LocalDateTime.ofInstant(instant(given.get("start")), zone);
        int length = given.get("shiftLength").asInt();
        Rotation rotation = goAlertTurns(given.get("type").asString(), length, start, List.of("a", "b"));
        return rota(zone, OLD, Layer.of("l", rotation));
    }

    /** The anchor lies some turns earlier, since the product also looks back. */
    private static Rotation goAlertTurns(String type, int length, LocalDateTime start, List<String> members) {
        int back = 12 * members.size();
        return switch (type) {
            case "hourly" ->
                new Rotation(
                        start.minusHours((long) back * length),
                        new Turns.Cycle(List.of(Duration.ofHours(length))),
                        members);
            case "daily" -> new Rotation(start.minusDays((long) back * length), new Turns.Days(length), members);
            case "weekly" -> new Rotation(start.minusWeeks((long) back * length), new Turns.Weeks(length), members);
            default -> new Rotation(start.minusMonths((long) back * length), new Turns.Months(length), members);
        };
    }

    private static Window goAlertWindow(JsonNode rule) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        String mask = rule.get("days").asString();
        for (int i = 0; i < 7; i++) {
            if (mask.charAt(i) == '1') {
                days.add(DayOfWeek.SUNDAY.plus(i));
            }
        }
        int start = minute(rule.get("start").asString());
        int end = minute(rule.get("end").asString());
        return new Window(List.of(new Window.Hours(days, new DaySpan(start, end > start ? end : end + 1440))));
    }

    private static Object[] rule(JsonNode given, String kind) {
        ZoneId zone = ZoneId.of(given.get("tz").asString());
        Layer layer = Layer.of(
                        "l", new Rotation(LocalDateTime.parse("1990-01-01T00:00"), new Turns.Months(240), List.of("a")))
                .withWindow(goAlertWindow(given));
        Rota rota = rota(zone, OLD, layer);
        Instant at = instant(given.get("at"));
        Segment segment = rota.at("P", at);
        if (kind.equals("rule.isActive")) {
            return new Object[] {segment instanceof Duty, given.get("expect").asBoolean()};
        }
        while (!(segment instanceof Duty)) {
            segment = rota.at("P", segment.interval().getEnd());
        }
        Instant found = kind.equals("rule.startTime")
                ? segment.interval().getStart()
                : segment.interval().getEnd();
        return new Object[] {found, instant(given.get("expect"))};
    }

    /** A union of rules is a position for each; a person who is added has a position of its own. */
    private static Object[] shifts(JsonNode given) {
        if (given.get("history").isArray()) {
            return new Object[] {"what was recorded is no part of a plan", "recorded history"};
        }
        ZoneId zone = ZoneId.of(given.get("tz").asString());
        Interval interval = Interval.of(instant(given.get("from")), instant(given.get("to")));
        List<Position> positions = new ArrayList<>();
        for (JsonNode rule : given.get("rules")) {
            String user = rule.get("user").asString();
            Layer layer = Layer.of(
                            "l",
                            new Rotation(LocalDateTime.parse("1990-01-01T00:00"), new Turns.Months(240), List.of(user)))
                    .withWindow(goAlertWindow(rule));
            positions.add(new Position("P" + positions.size(), NAME, List.of(layer), Window.NEVER));
        }
        positions.add(new Position("X", NAME, List.of(), Window.NEVER));
        RotaPlan.Builder builder =
                RotaPlan.builder("r", zone).version(new RotaVersion(OLD, RotaVersion.Phase.KEEP, positions));
        int number = 0;
        for (JsonNode override : list(given.get("overrides"))) {
            String remove = override.get("remove").asString();
            String add = override.get("add").asString();
            Interval when = Interval.of(instant(override.get("from")), instant(override.get("to")));
            if (remove.isEmpty()) {
                builder.decision(decided(number++, "X", when, add));
                continue;
            }
            for (Position position : positions) {
                for (Segment segment : Rota.of(builder.build()).resolve(when).segments(position.id())) {
                    if (segment instanceof Duty duty && duty.holder().equals(remove)) {
                        builder.decision(decided(number++, position.id(), duty.interval(), add.isEmpty() ? null : add));
                    }
                }
            }
        }
        for (JsonNode temporary : list(given.get("temporary"))) {
            Interval when = Interval.of(instant(temporary.get("from")), instant(temporary.get("to")));
            for (Position position : positions) {
                builder.decision(decided(number++, position.id(), when, null));
            }
            for (JsonNode shift : temporary.get("shifts")) {
                builder.decision(decided(
                        number++,
                        "X",
                        Interval.of(instant(shift.get(0)), instant(shift.get(1))),
                        shift.get(2).asString()));
            }
        }
        Set<List<Object>> found = new LinkedHashSet<>();
        var roster = Rota.of(builder.build()).resolve(interval);
        for (Position position : positions) {
            for (Segment segment : roster.segments(position.id())) {
                if (segment instanceof Duty duty) {
                    found.add(List.of(duty.interval(), duty.holder()));
                }
            }
        }
        Set<List<Object>> expected = new LinkedHashSet<>();
        for (JsonNode shift : list(given.get("expect"))) {
            expected.add(List.of(
                    Interval.of(instant(shift.get(0)), instant(shift.get(1))),
                    shift.get(2).asString()));
        }
        return new Object[] {found, expected};
    }

    private static SeatOverride decided(int number, String position, Interval when, @Nullable String person) {
        return new SeatOverride(
                "o" + number, position, when, Optional.ofNullable(person), Instant.EPOCH.plusSeconds(number), "Test");
    }

    // OneUptime: hours elapse, empty turns are passed on, the lower index wins.

    @Test
    void R5_oneUptimesPointQueries() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        int queries = 0;
        int layered = 0;
        int line = 0;
        Path file = folder().resolve("rota/oneuptime-point-queries.jsonl.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                JsonNode given = JSON.readTree(text);
                Rota rota = oneUptime(given.get("layers"));
                layered += given.get("layers").size() > 1 ? 1 : 0;
                int number = 0;
                for (JsonNode query : given.get("queries")) {
                    queries++;
                    number++;
                    Instant at = instant(query.get(0));
                    String expected = query.get(1).isNull() ? "-" : query.get(1).asString();
                    String found = rota.at("P", at).holding().orElse("-");
                    if (!found.equals(expected)) {
                        wrong.put(
                                "oneuptime-" + line + "-" + number,
                                given.get("tags") + " at " + at + " found " + found + ", expected " + expected + " "
                                        + given.get("layers"));
                    }
                }
            }
        }
        assertThat(line).isEqualTo(11_873);
        assertThat(queries).isEqualTo(42_748);
        assertThat(layered).as("rotas in which a layer goes before another").isGreaterThanOrEqualTo(35);
        report("OneUptime", queries, wrong, "oneuptime-");
    }

    /** All layers in one position: a version begins wherever one of them does, or hands over for the first time. */
    private static Rota oneUptime(JsonNode layers) {
        ZoneId zone = ZoneId.of(layers.get(0).get("tz").asString());
        TreeSet<Instant> changes = new TreeSet<>();
        List<OneUptimeLayer> read = new ArrayList<>();
        for (JsonNode node : layers) {
            assertThat(node.get("tz").asString()).isEqualTo(zone.getId());
            OneUptimeLayer layer = OneUptimeLayer.of("l" + read.size(), node, zone);
            read.add(layer);
            changes.add(layer.start);
            changes.add(layer.handoff.isAfter(layer.start) ? layer.handoff : layer.start);
        }
        RotaPlan.Builder builder = RotaPlan.builder("r", zone);
        Set<String> before = new HashSet<>();
        for (Instant change : changes) {
            List<Layer> inForce = new ArrayList<>();
            for (OneUptimeLayer layer : read) {
                if (!layer.start.isAfter(change)) {
                    inForce.add(layer.handoff.isAfter(change) ? layer.first : layer.then);
                }
            }
            Set<String> ids = inForce.stream().map(Layer::id).collect(Collectors.toSet());
            // Turns are counted from the start, also where the first handover lies before it.
            RotaVersion.Phase phase =
                    Collections.disjoint(ids, before) ? RotaVersion.Phase.RESTART : RotaVersion.Phase.KEEP;
            before = ids;
            builder.version(new RotaVersion(change, phase, List.of(new Position("P", NAME, inForce, Window.NEVER))));
        }
        return Rota.of(builder.build());
    }

    /** The first turn lasts from the start to the first handover, however long that is: it is a layer of its own. */
    private record OneUptimeLayer(Instant start, Instant handoff, Layer first, Layer then) {

        static OneUptimeLayer of(String id, JsonNode layer, ZoneId zone) {
            Instant start = instant(layer.get("start"));
            Instant handoff = instant(layer.get("handoff"));
            // The product reads a count of none as one.
            int count = Math.max(1, layer.get("rotation").get("count").asInt());
            String unit = layer.get("rotation").get("unit").asString();
            List<String> users = new ArrayList<>();
            // A user may stand in the list twice; names may hold what ids may not.
            layer.get("users").forEach(user -> users.add(user.asString()));
            Window window = oneUptimeWindow(layer.get("restriction"), zone);
            Layer first = layer(id + "-first", rotation(unit, count, handoff, zone, users.subList(0, 1), 4000), window);
            if (handoff.isAfter(start)) {
                Position before = new Position("P", NAME, List.of(first), Window.NEVER);
                Rota alone = Rota.of(RotaPlan.builder("r", zone)
                        .version(new RotaVersion(start, RotaVersion.Phase.RESTART, List.of(before)))
                        .build());
                boolean used = window.equals(Window.ALWAYS)
                        || alone.resolve(Interval.of(start, handoff)).segments("P").stream()
                                .anyMatch(Duty.class::isInstance);
                Collections.rotate(users, used ? -1 : 0);
            }
            return new OneUptimeLayer(
                    start, handoff, first, layer(id, rotation(unit, count, handoff, zone, users, 0), window));
        }

        private static Layer layer(String id, Rotation rotation, Window window) {
            return new Layer(id, rotation, window, Substitution.NEXT_IN_TURN);
        }
    }

    private static Rotation rotation(
            String unit, int count, Instant handoff, ZoneId zone, List<String> members, int daysBack) {
        LocalDateTime local = LocalDateTime.ofInstant(handoff, zone);
        Turns turns = switch (unit) {
            case "Hour" -> new Turns.Elapsed(Duration.ofHours(count));
            case "Day" -> new Turns.Days(count);
            case "Week" -> new Turns.Weeks(count);
            case "Month" -> new Turns.Months(count);
            default -> new Turns.Months(12 * count);
        };
        if (unit.equals("Hour")
                && daysBack == 0
                && zone.getRules().getValidOffsets(local).size() > 1) {
            local = LocalDateTime.ofInstant(handoff.minus(Duration.ofHours(24L * count)), zone);
        }
        return new Rotation(
                local.minus(Period.ofDays(daysBack)).withNano(0), turns, members, Rotation.Counting.COVERED);
    }

    private static Window oneUptimeWindow(JsonNode restriction, ZoneId zone) {
        String type = restriction.get("type").asString();
        if (type.equals("none")) {
            return Window.ALWAYS;
        }
        List<Window.Hours> hours = new ArrayList<>();
        if (type.equals("daily")) {
            LocalTime start = local(restriction.get("day").get("start"), zone).toLocalTime();
            LocalTime end = local(restriction.get("day").get("end"), zone).toLocalTime();
            int from = start.toSecondOfDay() / 60;
            int until = end.toSecondOfDay() / 60;
            hours.add(new Window.Hours(
                    EnumSet.allOf(DayOfWeek.class), new DaySpan(from, until > from ? until : until + 1440)));
            return new Window(hours);
        }
        if (!restriction.has("weekly")) {
            return Window.ALWAYS;
        }
        for (JsonNode week : restriction.get("weekly")) {
            LocalDateTime start = local(week.get("start"), zone);
            LocalDateTime end = local(week.get("end"), zone);
            while (!end.isAfter(start)) {
                end = end.plusWeeks(1);
            }
            // A span of days is written as days that touch.
            LocalDateTime at = start;
            while (at.isBefore(end)) {
                LocalDateTime midnight = at.toLocalDate().plusDays(1).atStartOfDay();
                LocalDateTime cut = midnight.isBefore(end) ? midnight : end;
                int from = at.getHour() * 60 + at.getMinute();
                hours.add(new Window.Hours(
                        EnumSet.of(at.getDayOfWeek()),
                        new DaySpan(from, from + (int) Duration.between(at, cut).toMinutes())));
                at = cut;
            }
        }
        return new Window(hours);
    }

    // Shared

    private static Rota rota(ZoneId zone, Instant from, Layer layer) {
        return Rota.of(RotaPlan.builder("r", zone)
                .version(new RotaVersion(
                        from, RotaVersion.Phase.KEEP, List.of(new Position("P", NAME, List.of(layer), Window.NEVER))))
                .build());
    }

    private static List<JsonNode> list(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(all::add);
        }
        return all;
    }

    private static Instant instant(JsonNode node) {
        return OffsetDateTime.parse(node.asString()).toInstant();
    }

    private static LocalDateTime local(JsonNode node, ZoneId zone) {
        return LocalDateTime.ofInstant(instant(node), zone);
    }

    private static int minute(String clock) {
        return LocalTime.parse(clock).toSecondOfDay() / 60;
    }

    private static Path folder() {
        String folder = System.getProperty("safety.conformance", "");
        assumeTrue(!folder.isEmpty(), "the folder of conformance data is not given (safety.conformance)");
        return Path.of(folder);
    }

    private static void report(String source, int all, Map<String, String> wrong, String prefix) throws IOException {
        Map<String, String> intended = new LinkedHashMap<>();
        try (InputStream in = RotaConformanceTest.class.getResourceAsStream("deviations.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith(prefix)) {
                    intended.put(line.substring(0, line.indexOf(' ')), line);
                }
            }
        }
        Files.createDirectories(Path.of("target"));
        List<String> lines = new ArrayList<>();
        wrong.forEach((id, what) -> lines.add(id + " " + what));
        Files.write(Path.of("target", "conformance-" + source + ".txt"), lines);
        assertThat(wrong.keySet())
                .as("%s: %d expectations, the answers that differ", source, all)
                .isEqualTo(new TreeSet<>(intended.keySet()));
        assertThat(wrong.size()).isLessThan(Math.max(6, all / 100));
    }
}
