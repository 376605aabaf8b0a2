/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.roster.plan.Absence;
import org.municipalsafety.roster.plan.Layer;
import org.municipalsafety.roster.plan.Position;
import org.municipalsafety.roster.plan.RotaPlan;
import org.municipalsafety.roster.plan.RotaVersion;
import org.municipalsafety.roster.plan.Rotation;
import org.municipalsafety.roster.plan.SeatOverride;
import org.municipalsafety.roster.plan.Turns;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Rota;
import org.threeten.extra.Interval;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class RosterChartTest {

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
        return Rota.of(RotaPlan.builder("tib", ZoneId.of("Europe/Stockholm"))
                        .version(RotaVersion.of(Instant.parse("2026-08-28T11:00:00Z"), tib, backup))
                        .distinct("TIB", "BACKUP")
                        .absence(new Absence(
                                "gran",
                                Interval.of(
                                        Instant.parse("2026-11-28T07:00:00Z"), Instant.parse("2026-11-29T17:00:00Z"))))
                        .decision(SeatOverride.vacating(
                                "tom",
                                "BACKUP",
                                Interval.of(
                                        Instant.parse("2026-11-29T12:00:00Z"), Instant.parse("2026-11-30T06:00:00Z")),
                                FROM,
                                "Stab"))
                        .build())
                .resolve(Interval.of(FROM, to));
    }

    @Test
    void pictureIsWellFormedAndDescribed() throws Exception {
        String svg = RosterChart.svg(roster(TO), NOW, SV);
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
        String week = RosterChart.svg(roster(TO), NOW, Locale.ENGLISH);
        String quarter = RosterChart.svg(roster(Instant.parse("2027-02-26T13:00:00Z")), NOW, Locale.ENGLISH);
        assertThat(height(quarter)).isGreaterThan(2 * height(week));
        assertThat(quarter).contains("now 23:40").contains("unfilled, has to be filled");
        write("quarter.svg", quarter);
    }

    @Test
    void sameRosterGivesTheSamePicture() {
        assertThat(RosterChart.svg(roster(TO), NOW, SV)).isEqualTo(RosterChart.svg(roster(TO), NOW, SV));
    }

    // What is drawn

    private static final Instant NEW_YEAR = Instant.parse("2025-12-31T23:00:00Z");
    private static final String LONG = "tjansteperson-i-beredskap-vid-raddningstjansten-i-ostra-distriktet";

    private static Roster hours(Turns turns, Duration length, String name, String... members) {
        Layer layer = Layer.of("grund", new Rotation(LocalDateTime.parse("2026-01-01T00:00"), turns, List.of(members)));
        return Rota.of(RotaPlan.builder("tib", ZoneId.of("Europe/Stockholm"))
                        .version(RotaVersion.of(
                                NEW_YEAR,
                                Position.of("TIB", LocalizedText.of(name, name), layer),
                                Position.of("BACKUP", LocalizedText.of("Bakjour", "Backup"))))
                        .decision(new SeatOverride(
                                "bak",
                                "BACKUP",
                                Interval.of(NEW_YEAR.plus(Duration.ofHours(9)), length.minusDays(1)),
                                members[0],
                                NEW_YEAR,
                                "Stab"))
                        .decision(SeatOverride.vacating(
                                "kort",
                                "TIB",
                                Interval.of(NEW_YEAR.plus(Duration.ofHours(50)), Duration.ofMinutes(1)),
                                NEW_YEAR,
                                "Stab"))
                        .build())
                .resolve(Interval.of(NEW_YEAR, length));
    }

    private static Document read(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> all(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void dutiesOfAnHourInAYearAreNotHiddenByTheirOutlines() throws Exception {
        String svg = RosterChart.svg(
                hours(new Turns.Elapsed(Duration.ofHours(1)), Duration.ofDays(365), "TiB", "ek", "gran", "alm"),
                NOW,
                SV);
        write("hours.svg", svg);
        List<Element> narrow = all(read(svg), "rect").stream()
                .filter(bar -> bar.getAttribute("height").equals("44") && number(bar, "width") < 5)
                .toList();
        assertThat(narrow)
                .hasSizeGreaterThan(8_000)
                .allSatisfy(bar -> assertThat(bar.getAttribute("stroke")).isEmpty());
    }

    @Test
    void R11_aGapOfAMinuteIsDrawnOverItsNeighbours() throws Exception {
        String svg = RosterChart.svg(hours(new Turns.Days(1), Duration.ofDays(31), "TiB", "ek", "gran"), NOW, SV);
        write("month.svg", svg);
        List<Element> bars = all(read(svg), "rect").stream()
                .filter(bar -> bar.getAttribute("height").equals("44") && number(bar, "y") < 120)
                .toList();
        Element last = bars.get(bars.size() - 1);
        assertThat(last.getAttribute("fill")).isEqualTo("#b00020");
        assertThat(number(last, "width")).isEqualTo(2);
    }

    @Test
    void labelsDoNotLieOverEachOther() throws Exception {
        // A band that begins with the long label of Thursday 31 December, before the short one of New Year's Day.
        labelsAreApart("new-year", roster(Instant.parse("2027-01-10T13:00:00Z")));
        for (int days : List.of(3, 7, 10, 11, 31, 63, 100, 365)) {
            labelsAreApart(
                    "days" + days,
                    hours(new Turns.Elapsed(Duration.ofHours(7)), Duration.ofDays(days), "TiB", "ek", "gran"));
        }
    }

    private static void labelsAreApart(String name, Roster roster) throws Exception {
        String svg = RosterChart.svg(roster, NOW, SV);
        write(name + ".svg", svg);
        Map<String, Double> free = new HashMap<>();
        List<Element> fromTheLeft = all(read(svg), "text").stream()
                .sorted(Comparator.comparing(label -> number(label, "x")))
                .toList();
        for (Element label : fromTheLeft) {
            double x = number(label, "x");
            String line = label.getAttribute("y");
            assertThat(x).as("%s: %s", name, label.getTextContent()).isGreaterThan(free.getOrDefault(line, 0.0));
            free.put(line, x + width(label.getTextContent()));
        }
    }

    /** As a browser draws small labels in DejaVu Sans. */
    private static double width(String label) {
        return label.chars()
                .mapToDouble(c -> Character.isDigit(c) ? 11.3 : Character.isLetter(c) ? 8 : 5.7)
                .sum();
    }

    @Test
    void longNamesAreShortenedToTheirPlace() throws Exception {
        String name = "Tjänsteperson i beredskap vid räddningstjänsten, östra distriktet och skärgården";
        String one = LONG.substring(0, 63);
        String svg = RosterChart.svg(
                hours(new Turns.Days(2), Duration.ofDays(8), name, one + "a", one + "b", "ek"), NOW, SV);
        write("long.svg", svg);
        Document document = read(svg);
        assertThat(all(document, "text"))
                .allSatisfy(label -> assertThat(
                                number(label, "x") + label.getTextContent().length() * 9.5)
                        .as(label.getTextContent())
                        .isLessThanOrEqualTo(640))
                .extracting(Element::getTextContent)
                .anyMatch(text -> text.matches("Tjänsteperson i beredskap .*…"))
                .anyMatch(text -> text.matches("tjan.{1,6}…"))
                .contains("ek");
        assertThat(all(document, "title")).extracting(Element::getTextContent).contains(name, one + "a");
        // A column of its own: the legend's names begin below each other.
        assertThat(all(document, "text"))
                .filteredOn(label -> label.getAttribute("fill").equals("#111111"))
                .extracting(label -> label.getAttribute("x"))
                .containsOnly("12.0", "58.0");
    }

    @Test
    void picturesOfOneRotaShareNoIdsOnAPage() throws Exception {
        Set<String> ids = new HashSet<>();
        for (String svg : List.of(
                RosterChart.svg(roster(TO), NOW, SV),
                RosterChart.svg(roster(TO), NOW, Locale.ENGLISH),
                RosterChart.svg(roster(TO), NOW.plusSeconds(60), SV),
                RosterChart.svg(roster(TO.plusSeconds(60)), NOW, SV))) {
            Document document = read(svg);
            Element root = document.getDocumentElement();
            assertThat(root.getAttribute("aria-labelledby")).endsWith("-title");
            assertThat(root.getAttribute("aria-describedby")).endsWith("-desc");
            for (String name : List.of("title", "desc", "pattern")) {
                for (Element element : all(document, name)) {
                    String id = element.getAttribute("id");
                    assertThat(id.isEmpty() || ids.add(id)).as(id).isTrue();
                }
            }
            assertThat(ids).contains(root.getAttribute("aria-labelledby"), root.getAttribute("aria-describedby"));
        }
    }

    @Test
    void whatXmlDoesNotTakeIsReplaced() throws Exception {
        String odd = "a\uffff\ufffe\u0000\u000bb\ud83d\ude92";
        String svg = RosterChart.svg(hours(new Turns.Days(2), Duration.ofDays(8), odd, "ek"), NOW, SV);
        assertThat(all(read(svg), "text")).extracting(Element::getTextContent).contains("a\ufffd\ufffd  b\ud83d\ude92");
    }

    private static int height(String svg) {
        return Integer.parseInt(svg.replaceFirst("(?s)^.*?viewBox=\"0 0 640 (\\d+)\".*$", "$1"));
    }

    /** Kept for a look at it. */
    private static void write(String name, String svg) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "chart"));
        Files.writeString(folder.resolve(name), svg);
    }
}
