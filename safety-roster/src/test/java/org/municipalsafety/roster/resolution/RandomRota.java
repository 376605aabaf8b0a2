/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.resolution;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.DaySpan;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Override;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.Substitution;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.plan.Window;
import org.threeten.extra.Interval;

/** Rotas made from a number, their handovers aimed at a change of the clock. */
final class RandomRota {

    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Stockholm",
            "America/New_York",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "America/Santiago",
            "Atlantic/Azores",
            "Asia/Beirut",
            "Africa/Casablanca",
            "Europe/Dublin",
            "Pacific/Apia");
    private static final int[] AIM = {-60, 0, 15, 30, 59, 90};
    private static final List<String> PERSONS = List.of("a", "b", "c", "d", "e");

    private final Random random;
    private final ZoneId zone;
    /** Local time at a change of the clock, or a plain one. */
    private final LocalDateTime centre;

    final Rota rota;
    final Interval around;

    RandomRota(long seed) {
        random = new Random(seed);
        zone = ZoneId.of(pick(ZONES));
        Instant about = Instant.parse(
                        zone.getId().equals("Pacific/Apia") ? "2011-11-01T00:00:00Z" : "2026-01-01T00:00:00Z")
                .plus(Duration.ofDays(random.nextInt(300)));
        ZoneOffsetTransition change = zone.getRules().nextTransition(about);
        Instant middle = change == null ? about : change.getInstant();
        centre = (change == null
                        ? LocalDateTime.ofInstant(about, zone)
                        : change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter())
                .plusMinutes(AIM[random.nextInt(AIM.length)]);
        around = Interval.of(middle.minus(Duration.ofDays(3)), middle.plus(Duration.ofDays(3)));
        rota = rota(middle);
    }

    private Rota rota(Instant middle) {
        Rota.Builder builder = Rota.builder("r", zone);
        Instant from = middle.minus(Duration.ofHours(24L * (1 + random.nextInt(40)) + random.nextInt(24)));
        int versions = 1 + random.nextInt(3);
        for (int i = 0; i < versions; i++) {
            builder.version(new RotaVersion(
                    from,
                    random.nextInt(4) == 0 ? RotaVersion.Phase.RESTART : RotaVersion.Phase.KEEP,
                    List.of(position("TIB"), position("BACKUP"))));
            from = random.nextInt(3) == 0 && from.isBefore(middle)
                    ? middle.plusSeconds(60L * (i + 1) * (random.nextInt(600) + 1))
                    : from.plus(Duration.ofMinutes(1 + random.nextInt(20_000)));
        }
        if (random.nextInt(3) > 0) {
            builder.distinct("TIB", "BACKUP");
        }
        // Everybody who is absent or decided upon must be known.
        builder.override(override(99, PERSONS.get(0)));
        for (int i = 0; i < random.nextInt(5); i++) {
            builder.override(override(i, random.nextInt(5) == 0 ? null : pick(PERSONS)));
        }
        Set<String> known = builder.build().persons();
        for (int i = 0; i < random.nextInt(6); i++) {
            String person = pick(PERSONS);
            if (known.contains(person)) {
                builder.absence(new Absence(person, near()));
            }
        }
        return builder.build();
    }

    private Override override(int number, @Nullable String person) {
        return new Override(
                "o" + number,
                random.nextBoolean() ? "TIB" : "BACKUP",
                near(),
                person,
                Instant.EPOCH.plusSeconds(number * 7919L % 31),
                "Stab");
    }

    private Interval near() {
        Instant start = around.getStart().plusSeconds(60L * random.nextInt(6 * 1440));
        return Interval.of(start, start.plusSeconds(60L * (1 + random.nextInt(2000))));
    }

    private Position position(String id) {
        List<Layer> layers = new ArrayList<>();
        int count = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            layers.add(layer("l" + i));
        }
        return new Position(id, LocalizedText.of(id, id), layers, random.nextInt(3) == 0 ? window() : Window.ALWAYS);
    }

    private Layer layer(String id) {
        List<String> members = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            members.add(pick(PERSONS));
        }
        Substitution substitution = switch (random.nextInt(4)) {
            case 0 -> Substitution.GAP;
            case 1 -> Substitution.LOWER_LAYER;
            case 2 -> Substitution.by(pick(PERSONS), pick(PERSONS));
            default -> Substitution.NEXT_IN_TURN;
        };
        LocalDateTime anchor =
                centre.minusDays(random.nextInt(40)).withSecond(0).withNano(0);
        return new Layer(
                id,
                new Rotation(anchor, turns(), members),
                random.nextInt(3) == 0 ? window() : Window.ALWAYS,
                substitution);
    }

    private Turns turns() {
        return switch (random.nextInt(6)) {
            case 0 -> new Turns.Weeks(1);
            case 1 -> new Turns.Months(1);
            case 2 -> new Turns.Elapsed(Duration.ofMinutes(30L * (1 + random.nextInt(30))));
            case 3 ->
                new Turns.Cycle(List.of(
                        Duration.ofMinutes(15L * (1 + random.nextInt(200))),
                        Duration.ofMinutes(15L * (1 + random.nextInt(200)))));
            default -> new Turns.Days(1 + random.nextInt(3));
        };
    }

    private Window window() {
        List<Window.Hours> hours = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            Set<DayOfWeek> days = EnumSet.of(pick(List.of(DayOfWeek.values())));
            for (DayOfWeek day : DayOfWeek.values()) {
                if (random.nextInt(3) > 0) {
                    days.add(day);
                }
            }
            int aimed = centre.getHour() * 60 + centre.getMinute();
            int start = random.nextBoolean() ? aimed : random.nextInt(96) * 15;
            int length = 15 * (1 + random.nextInt(96));
            hours.add(new Window.Hours(days, new DaySpan(start, Math.min(2880, start + length))));
        }
        return new Window(hours);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
