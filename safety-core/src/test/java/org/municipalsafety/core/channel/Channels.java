/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.calendar.SwedishCalendar;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.endpoint.GeographicNumber;
import org.municipalsafety.core.endpoint.Modality;
import org.municipalsafety.core.hours.Availability;
import org.municipalsafety.core.hours.DayHours;
import org.municipalsafety.core.hours.OpeningHours;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/** Short ways to write channels in tests. */
public final class Channels {

    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    public static final Interval FIVE_YEARS =
            WallClock.days(LocalDate.of(2024, 1, 1), LocalDate.of(2029, 1, 1), STOCKHOLM);

    private Channels() {}

    public static ContactChannel channel(String id, Availability availability) {
        return ContactChannel.of(
                id,
                LocalizedText.of(id + "-sv", id + "-en"),
                Audience.PUBLIC,
                Modality.VOICE,
                new GeographicNumber("011-15 00 00"),
                availability);
    }

    public static ContactChannel forStaff(String id, Availability availability) {
        ContactChannel open = channel(id, availability);
        return ContactChannel.of(id, open.name(), Audience.STAFF, open.modality(), open.endpoint(), availability);
    }

    public static ContactChannel via(String id, String via, Availability availability) {
        ContactChannel direct = channel(id, availability);
        return direct.withVia(via);
    }

    public static Directory directory(ZoneId zone, ContactChannel... channels) {
        var municipality = new Municipality("0581", LocalizedText.of("Norrköping", "Norrköping"), zone);
        return Directory.of(municipality, SwedishCalendar.standard(), List.of(channels));
    }

    public static Directory directory(ContactChannel... channels) {
        return directory(STOCKHOLM, channels);
    }

    public static OpeningHours.Week week(DayOfWeek first, DayOfWeek last, String... spans) {
        return new OpeningHours.Week(EnumSet.range(first, last), DayHours.open(spans));
    }

    public static OpeningHours everyDay(String... spans) {
        return OpeningHours.weekly(List.of(week(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, spans)));
    }

    public static Instant local(String dateTime) {
        return WallClock.instant(LocalDateTime.parse(dateTime), STOCKHOLM);
    }

    /** The made-up directory that stands beside the tests. */
    public static Directory norrkoping() {
        try (InputStream in = Objects.requireNonNull(Channels.class.getResourceAsStream("norrkoping.json"))) {
            return DirectoryDocument.read(in.readAllBytes(), "norrkoping.json");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
