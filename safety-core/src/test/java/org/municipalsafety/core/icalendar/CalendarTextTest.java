/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.icalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.threeten.extra.Interval;

class CalendarTextTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final String START = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\n";
    private static final String END = "END:VCALENDAR\r\n";

    private static CalendarText calendar() {
        return CalendarText.of("-//a//b//EN");
    }

    private static String written(CalendarText calendar) {
        String text = calendar.toString();
        assertThat(text).startsWith(START).endsWith(END);
        return text.substring(START.length(), text.length() - END.length());
    }

    /** Texts of others do not forge a line of a calendar. */
    @Test
    void textsOfOthersStayWhereTheyAre() {
        assertThat(written(calendar().text("SUMMARY", "a\u000b\r\nEND:VCALENDAR\u2028;,\\")))
                .isEqualTo("SUMMARY:a \\nEND:VCALENDAR \\;\\,\\\\\r\n");
        assertThat(written(calendar().text("SUMMARY", "a\rb\tc"))).isEqualTo("SUMMARY:a\\nb\tc\r\n");
    }

    @Test
    void aValueThatIsNoTextHasNoControlCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar().line("UID", "1\r\nATTENDEE:mailto:a@example.org"))
                .withMessageContaining("UID")
                .withMessageNotContaining("example.org");
    }

    @Test
    void linesAreFoldedBetweenCharacters() {
        String text = "å".repeat(100) + "😀".repeat(30);
        String written = written(calendar().text("DESCRIPTION", text));
        assertThat(written.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .hasSizeGreaterThan(4);
        assertThat(written.replace("\r\n ", "")).isEqualTo("DESCRIPTION:" + text + "\r\n");
    }

    @Test
    void daysAndInstantsAreWrittenAsTheFormHasThem() {
        assertThat(written(calendar()
                        .day("DTSTART", LocalDate.of(2026, 12, 24))
                        .utc("DTSTAMP", Instant.parse("2026-11-27T22:40:00Z"))))
                .isEqualTo("DTSTART;VALUE=DATE:20261224\r\nDTSTAMP:20261127T224000Z\r\n");
    }

    /** Where programs read local times differently, time is written in UTC. */
    @Test
    void T2_aTimeNearAClockChangeIsInUtc() {
        assertThat(written(calendar().time("DTSTART", Instant.parse("2026-11-27T22:40:00Z"), STOCKHOLM)))
                .isEqualTo("DTSTART;TZID=Europe/Stockholm:20261127T234000\r\n");
        assertThat(written(calendar().time("DTSTART", Instant.parse("2026-10-25T12:00:00Z"), STOCKHOLM)))
                .isEqualTo("DTSTART:20261025T120000Z\r\n");
        Instant noon = Instant.parse("2026-11-27T12:00:00Z");
        assertThat(written(calendar().time("DTSTART", noon, ZoneId.of("+01:00"))))
                .isEqualTo("DTSTART:20261127T120000Z\r\n");
        assertThat(written(calendar().time("DTSTART", noon, ZoneId.of("Australia/Lord_Howe"))))
                .isEqualTo("DTSTART:20261127T120000Z\r\n");
    }

    @Test
    void aZoneHasEveryOffsetThatTheIntervalNeeds() {
        Interval year = Interval.of(Instant.parse("2026-01-01T00:00:00Z"), Duration.ofDays(365));
        assertThat(written(calendar().zone(STOCKHOLM, year)))
                .contains("TZID:Europe/Stockholm", "DTSTART:20251026T030000", "DTSTART:20260329T020000")
                .contains("DTSTART:20261025T030000", "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100")
                .doesNotContain("2027");
        assertThat(written(calendar().zone(ZoneId.of("+01:00"), year))).isEmpty();
    }
}
