/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Override;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class TimelineTest {

    private static final Locale SV = Locale.forLanguageTag("sv");
    private static final Instant FROM = Instant.parse("2026-11-26T13:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-01T07:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-27T22:40:00Z");

    static Roster roster(Instant to) {
        LocalDateTime anchor = LocalDateTime.parse("2026-08-28T13:00");
        Position tib = Position.of(
                "TIB",
                LocalizedText.of("Tjänsteperson i beredskap <&\">", "Duty officer"),
                Layer.of("grund", Rotation.weekly(anchor, "ek", "gran", "alm")));
        Position backup = Position.of(
                "BACKUP",
                LocalizedText.of("Bakjour", "Backup"),
                Layer.of("bak", Rotation.weekly(anchor, "gran", "lind", "asp")));
        return Rota.builder("tib", ZoneId.of("Europe/Stockholm"))
                .version(RotaVersion.of(Instant.parse("2026-08-28T11:00:00Z"), tib, backup))
                .distinct("TIB", "BACKUP")
                .absence(new Absence(
                        "gran",
                        Interval.of(Instant.parse("2026-11-28T07:00:00Z"), Instant.parse("2026-11-29T17:00:00Z"))))
                .override(new Override(
                        "tom",
                        "BACKUP",
                        Interval.of(Instant.parse("2026-11-29T12:00:00Z"), Instant.parse("2026-11-30T06:00:00Z")),
                        null,
                        FROM,
                        "Stab"))
                .build()
                .resolve(Interval.of(FROM, to));
    }

    @Test
    void pictureIsWellFormedAndDescribed() throws Exception {
        String svg = Timeline.svg(roster(TO), NOW, SV);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
                .contains("gran har beredskap enligt version 1, lager grund, tur 14");
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg)
                .contains("Tjänsteperson i beredskap &lt;&amp;&quot;&gt;")
                .contains("nu 23.40");
        write("sv.svg", svg);
    }

    @Test
    void longRostersAreCutIntoBands() throws Exception {
        String week = Timeline.svg(roster(TO), NOW, Locale.ENGLISH);
        String quarter = Timeline.svg(roster(Instant.parse("2027-02-26T13:00:00Z")), NOW, Locale.ENGLISH);
        assertThat(height(quarter)).isGreaterThan(2 * height(week));
        assertThat(quarter).contains("now 23:40").contains("unfilled, has to be filled");
        write("quarter.svg", quarter);
    }

    @Test
    void sameRosterGivesTheSamePicture() {
        assertThat(Timeline.svg(roster(TO), NOW, SV)).isEqualTo(Timeline.svg(roster(TO), NOW, SV));
    }

    private static int height(String svg) {
        return Integer.parseInt(svg.replaceFirst("(?s)^.*?viewBox=\"0 0 640 (\\d+)\".*$", "$1"));
    }

    /** Kept for a look at it. */
    private static void write(String name, String svg) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "timeline"));
        Files.writeString(folder.resolve(name), svg);
    }
}
