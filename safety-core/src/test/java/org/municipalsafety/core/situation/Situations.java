/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.situation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.municipalsafety.core.area.Area;
import org.municipalsafety.core.area.AreaSet;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.bulletin.Bulletin;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.incident.Incident;
import org.municipalsafety.core.incident.IncidentKind;
import org.municipalsafety.core.incident.IncidentStatus;
import org.municipalsafety.core.measure.DayPart;
import org.municipalsafety.core.measure.Measure;
import org.municipalsafety.core.measure.MeasureEvent;
import org.municipalsafety.core.measure.StatedPeriod;
import org.municipalsafety.core.measure.TargetGroup;
import org.municipalsafety.core.measure.Term;
import org.municipalsafety.core.text.LocalizedText;
import org.threeten.extra.Interval;

/** Whole situations, from a seed. */
final class Situations {

    private static final String[] WORDS = {
        "Väktare",
        "\"citat\"",
        "a\\b",
        "åäö",
        "😀 grön",
        "rad\nbrytning",
        "tab\t",
        "<b>",
        "&",
        "~/",
        "null",
        "1",
        "a\u2028b"
    };

    private Situations() {}

    static Arbitrary<Situation> situations() {
        return Arbitraries.longs()
                .map(seed -> new Maker(new Random(seed)).situation())
                .withoutEdgeCases();
    }

    private static final class Maker {

        private final Random random;
        private final ZoneId zone;
        private final List<Area> areas = new ArrayList<>();
        private final Map<DayPart, LocalTime> dayParts = new EnumMap<>(DayPart.class);

        Maker(Random random) {
            this.random = random;
            this.zone = ZoneId.of(one("Europe/Stockholm", "Atlantic/Azores", "Australia/Lord_Howe", "UTC"));
            for (int i = random.nextInt(4); i > 0; i--) {
                areas.add(new Area("area-" + i, name()));
            }
            for (DayPart part : DayPart.values()) {
                if (random.nextInt(4) > 0) {
                    dayParts.put(part, LocalTime.of(random.nextInt(24), random.nextInt(60)));
                }
            }
        }

        Situation situation() {
            Map<String, List<Incident>> editions = new LinkedHashMap<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                List<Incident> all = new ArrayList<>();
                for (int e = random.nextInt(3); e >= 0; e--) {
                    all.add(incident(
                            (random.nextBoolean() ? "polisen:" : "report-") + i, all.isEmpty() ? null : all.get(0)));
                }
                editions.put(all.get(0).id(), all);
            }
            List<Measure> measures = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                measures.add(measure("measure-" + i));
            }
            List<Bulletin> bulletins = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                List<String> named = measures.stream()
                        .map(Measure::id)
                        .filter(id -> random.nextBoolean())
                        .toList();
                bulletins.add(new Bulletin(
                        "bulletin-" + i,
                        instant(),
                        text(),
                        random.nextBoolean() ? List.of() : List.of(text(), text()),
                        named,
                        one(Disclosure.values())));
            }
            Set<IncidentKind> kinds = EnumSet.noneOf(IncidentKind.class);
            for (int i = random.nextInt(4); i > 0; i--) {
                kinds.add(one(IncidentKind.values()));
            }
            return new Situation(
                    "situation-" + random.nextInt(100),
                    new Municipality("0" + (100 + random.nextInt(900)), name(), zone),
                    text(),
                    instant(),
                    kinds,
                    new AreaSet(
                            one(WORDS),
                            "2026-" + random.nextInt(9),
                            LocalDate.parse("2026-01-01").minusDays(random.nextInt(9_000)),
                            areas),
                    dayParts,
                    editions,
                    measures,
                    bulletins);
        }

        private Incident incident(String id, Incident before) {
            return new Incident(
                    before == null ? id : before.id(),
                    one(IncidentKind.values()),
                    one(IncidentStatus.values()),
                    instant(),
                    instant(),
                    one(WORDS),
                    one(WORDS),
                    areas.isEmpty() || random.nextBoolean()
                            ? Optional.empty()
                            : Optional.of(one(areas.toArray(new Area[0])).id()),
                    one(Disclosure.values()));
        }

        private Measure measure(String id) {
            Map<TargetGroup.Trait, Set<String>> where = new EnumMap<>(TargetGroup.Trait.class);
            if (random.nextBoolean()) {
                where.put(TargetGroup.Trait.SCHOOL_OWNER, new LinkedHashSet<>(List.of("municipality", "independent")));
            }
            if (!areas.isEmpty() && random.nextBoolean()) {
                where.put(TargetGroup.Trait.RESIDENCE_AREA, Set.of(areas.get(0).id()));
            }
            return new Measure(
                    id,
                    one("GUARD_EXTRA", "SSPF", "SOC_DUTY_REINFORCED"),
                    text(),
                    text(),
                    text(),
                    text(),
                    new TargetGroup(text(), where),
                    areas.stream()
                            .map(Area::id)
                            .filter(area -> random.nextBoolean())
                            .toList(),
                    random.nextBoolean() ? Optional.empty() : Optional.of("socialjouren"),
                    "lagesbild-2026-4",
                    one(Disclosure.values()),
                    history());
        }

        private List<MeasureEvent> history() {
            List<MeasureEvent> history = new ArrayList<>();
            Instant now = instant();
            history.add(new MeasureEvent.Requested(now));
            if (random.nextInt(6) == 0) {
                history.add(new MeasureEvent.Declined(now, "KS 1"));
                return history;
            }
            history.add(new MeasureEvent.Decided(now.plusSeconds(60), "KS 2026/1"));
            if (random.nextInt(6) == 0) {
                history.add(new MeasureEvent.Cancelled(now.plusSeconds(90), "KS 2026/2"));
                return history;
            }
            Term term = term();
            Instant scheduled = term.start().isBefore(now) ? now.plusSeconds(120) : now.plusSeconds(60);
            history.add(new MeasureEvent.Scheduled(scheduled, term));
            Instant later = (term.review().isAfter(scheduled) ? term.review() : scheduled).plusSeconds(5);
            switch (random.nextInt(4)) {
                case 0 -> history.add(new MeasureEvent.Changed(later, one(WORDS), term()));
                case 1 -> history.add(new MeasureEvent.Ended(later, "KS 3"));
                case 2 ->
                    history.add(new MeasureEvent.Extended(
                            later,
                            "KS 4",
                            new Term.Standing(
                                    text(), later, later.plusNanos(1_000), Period.of(0, 1 + random.nextInt(5), 3))));
                default -> {}
            }
            return history;
        }

        private Term term() {
            LocalDate first = LocalDate.parse("2026-01-01").plusDays(random.nextInt(700));
            DayPart part = dayParts.isEmpty() || random.nextBoolean()
                    ? null
                    : one(dayParts.keySet().toArray(new DayPart[0]));
            StatedPeriod stated =
                    new StatedPeriod(text(), first, Optional.ofNullable(part), first.plusDays(random.nextInt(20)));
            Interval interval = stated.interval(dayParts, zone);
            return new Term.Temporary(stated, interval, random.nextBoolean() ? interval.getEnd() : middle(interval));
        }

        private Instant instant() {
            return Instant.parse("2026-01-01T00:00:00Z")
                    .plus(Duration.ofMinutes(random.nextInt(1_000_000)))
                    .plusNanos(random.nextInt(3) * 1_000_001L);
        }

        /** A text of one line in each language. */
        private LocalizedText name() {
            Map<String, String> texts = new LinkedHashMap<>(text().byLanguage());
            texts.replaceAll((language, text) -> text.replaceAll("[\n\t\u2028]", " "));
            return new LocalizedText(texts);
        }

        private LocalizedText text() {
            Map<String, String> texts = new LinkedHashMap<>();
            texts.put("sv", one(WORDS) + " " + one(WORDS));
            if (random.nextBoolean()) {
                texts.put("en", one(WORDS));
            }
            if (random.nextInt(5) == 0) {
                texts.put("sv-x-lattlast", one(WORDS));
            }
            return new LocalizedText(texts);
        }

        @SafeVarargs
        private <T> T one(T... values) {
            return values[random.nextInt(values.length)];
        }
    }

    private static Instant middle(Interval interval) {
        return interval.getStart().plus(interval.toDuration().dividedBy(2));
    }
}
