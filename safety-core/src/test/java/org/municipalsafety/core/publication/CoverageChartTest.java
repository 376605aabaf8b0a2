/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class CoverageChartTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private static final CoverageCertificate.Always NEVER =
            new CoverageCertificate.Always(false, List.of(LocalizedText.of("x", "x")));

    private static CoverageCertificate certificate(Interval over, List<Interval> gaps, List<Interval> unknowns) {
        return new CoverageCertificate(
                new Municipality("0581", LocalizedText.of("Norrköping", "Norrköping"), STOCKHOLM),
                Optional.of(Audience.PUBLIC),
                over,
                List.of(new CoverageCertificate.Counted("a", LocalizedText.of("a", "a"))),
                Map.of("a", "0".repeat(64)),
                "SE-1",
                "2026a",
                gaps,
                unknowns,
                gaps.isEmpty() && unknowns.isEmpty() ? 1 : 0,
                NEVER);
    }

    private static Interval days(String first, String last) {
        return WallClock.days(LocalDate.parse(first), LocalDate.parse(last), STOCKHOLM);
    }

    private static Interval time(String start, String end) {
        return Interval.of(Instant.parse(start), Instant.parse(end));
    }

    @Test
    void C5_eachDayIsAColumnAndAGapRunsDownIt() throws Exception {
        // 16:00 on Friday the 27th to 08:00 on Monday the 30th of November 2026, and a minute at noon on 1 January.
        var gaps = List.of(time("2026-11-27T15:00:00Z", "2026-11-30T07:00:00Z"));
        var unknowns = List.of(time("2026-01-01T11:00:00Z", "2026-01-01T11:01:00Z"));
        String svg = CoverageChart.svg(certificate(days("2026-01-01", "2027-01-01"), gaps, unknowns), SWEDISH);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Tid då någon går att nå – Norrköping (0581), allmänheten");
        assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
                .contains("Luckor: 1. Okända tider: 1.");
        // Day 331 of the year is at 44 + 330 * 3; the band starts at 64, an hour is 7 high.
        assertThat(svg).contains("M1034 176h3v56h-3zM1037 64h3v168h-3zM1040 64h3v168h-3zM1043 64h3v56h-3z");
        assertThat(svg).containsPattern("M44 148h3v1h-3z\" fill=\"url\\(#unknown-time-[0-9a-f]{12}\\)\"");
    }

    /** An HTML page may hold several pictures, and no id twice. */
    @Test
    void C5_twoPicturesOnOnePageShareNoId() {
        var unknowns = List.of(time("2026-01-01T11:00:00Z", "2026-01-01T11:01:00Z"));
        var one = certificate(days("2026-01-01", "2027-01-01"), List.of(), unknowns);
        var other = certificate(days("2026-01-01", "2028-01-01"), List.of(), unknowns);
        String page = CoverageChart.svg(one, SWEDISH)
                + CoverageChart.svg(one, Locale.ENGLISH)
                + CoverageChart.svg(other, SWEDISH);
        List<String> ids = Pattern.compile(" id=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
        assertThat(CoverageChart.svg(one, SWEDISH)).isEqualTo(CoverageChart.svg(one, SWEDISH));
    }

    @Test
    void C5_aBandForEachYear() {
        var gap = List.of(time("2026-12-31T11:00:00Z", "2027-01-01T11:00:00Z"));
        String svg = CoverageChart.svg(certificate(days("2026-06-01", "2028-06-01"), gap, List.of()), Locale.ENGLISH);
        assertThat(svg)
                .contains(">2026</text>")
                .contains(">2027</text>")
                .contains(">2028</text>")
                .contains("M1136 148h3v84h-3z")
                .contains("M44 270h3v84h-3z")
                .doesNotContain(">2029</text>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoverageChart.svg(
                        certificate(days("2000-01-01", "2020-01-02"), List.of(), List.of()), SWEDISH));
    }
}
