/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.incident;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.document.Field;
import org.municipalsafety.core.document.Node;
import org.municipalsafety.core.time.WallClock;

/**
 * Reads the Swedish Police's public list of events, a JSON array (polisen.se/api/events).
 *
 * <p>The list has its own ways, all of them handled here: a time with a blank before its offset and a single-digit hour
 * ({@code 2026-08-22 9:48:12 +02:00}); the time of the event only in the heading, without a year and until November
 * 2023 with a colon ({@code 20 mars 10:14, Trafikolycka, Malmö}); types that hold commas; a county where the
 * municipality was, or no place at all.
 *
 * <p>Stateless and thread-safe.
 */
public final class PoliceEvents {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final DateTimeFormatter PUBLISHED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm:ss XXX", Locale.ROOT);
    private static final Pattern HEADING =
            Pattern.compile("(\\d{1,2}) (\\p{L}{3,9}) (\\d{1,2})[.:](\\d{2}), (.+),(?: ([^,]+))?");
    private static final List<String> MONTHS = List.of(
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december");

    private PoliceEvents() {}

    /**
     * Reads a list.
     *
     * @param file the list as a JSON array
     * @return the events in the order of the list
     * @throws org.municipalsafety.core.SafetyException if the file cannot be read, or is no such list, with all faults;
     *     fields that are not known are no fault, since the list is somebody else's
     */
    public static List<PoliceEvent> read(Path file) {
        return Documents.readAny(file, node -> node.list(PoliceEvents::event));
    }

    /**
     * Reads a list from bytes in UTF-8.
     *
     * @param content the list as a JSON array
     * @param source its name for messages
     * @return the events in the order of the list
     * @throws org.municipalsafety.core.SafetyException if it is no such list, with all faults
     */
    public static List<PoliceEvent> read(byte[] content, String source) {
        return Documents.readAny(content, source, node -> node.list(PoliceEvents::event));
    }

    private static Field<PoliceEvent> event(Node node) {
        return node.foreignObject(in -> {
            var id = in.required("id", Node::number);
            var published = in.required("datetime", PoliceEvents::published);
            var name = in.required("name", Node::text);
            var type = in.required("type", Node::text);
            return in.build(() ->
                    event(id.get(), published.get(), name.get(), type.get().strip()));
        });
    }

    private static Field<Instant> published(Node node) {
        return node.text()
                .map(
                        "a time such as 2026-08-22 9:48:12 +02:00",
                        text -> OffsetDateTime.parse(text.strip(), PUBLISHED).toInstant());
    }

    private static PoliceEvent event(long id, Instant published, String name, String type) {
        Matcher heading = HEADING.matcher(name.strip());
        if (!heading.matches()) {
            int comma = name.lastIndexOf(',');
            return new PoliceEvent(
                    id,
                    published,
                    Optional.empty(),
                    type,
                    name.substring(comma + 1).strip());
        }
        String place = heading.group(6);
        return new PoliceEvent(id, published, happened(heading, published), type, place == null ? "" : place.strip());
    }

    /** The heading has no year: it is the one that brings the event closest to its publication. */
    private static Optional<Instant> happened(Matcher heading, Instant published) {
        int month = MONTHS.indexOf(heading.group(2).toLowerCase(Locale.ROOT)) + 1;
        if (month == 0) {
            return Optional.empty();
        }
        int year = published.atZone(SWEDEN).getYear();
        List<Instant> candidates = new ArrayList<>();
        for (int candidate = year - 1; candidate <= year + 1; candidate++) {
            try {
                candidates.add(WallClock.instant(
                        LocalDateTime.of(
                                candidate,
                                month,
                                Integer.parseInt(heading.group(1)),
                                Integer.parseInt(heading.group(3)),
                                Integer.parseInt(heading.group(4))),
                        SWEDEN));
            } catch (DateTimeException notInThisYear) {
                // 29 February: this year is no candidate.
            }
        }
        return candidates.stream()
                .min(Comparator.comparing(
                        (Instant at) -> Duration.between(at, published).abs()));
    }
}
