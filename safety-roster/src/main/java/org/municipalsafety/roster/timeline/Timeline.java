/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.timeline;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Gap;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Segment;
import org.threeten.extra.Interval;

/**
 * Draws a roster: a row for each position, a colour and a pattern for each person, the handovers written below.
 *
 * <p>The picture is wide enough for a screen of 1280 pixels and still readable on one of 390: long rosters are cut into
 * bands below each other. Who cannot see it reads the same in its description, or as {@link #text}. It stands alone and
 * holds no script; put it into a page as it is.
 *
 * <p>Stateless and thread-safe.
 */
public final class Timeline {

    private static final int WIDTH = 640;
    private static final int LEFT = 12;
    private static final int RIGHT = 628;
    private static final int BAR = 44;
    private static final int ROW = 112;
    private static final int HEAD = 64;
    private static final int LEGEND = 34;
    /** About the width of a letter of the labels. */
    private static final double LETTER = 10.5;

    /** Dark enough for white letters at a contrast of 4.5 to 1, and told apart by people who see few colours. */
    private static final List<String> COLOURS =
            List.of("#1f5fa8", "#a33b00", "#0b6e4f", "#7a2f8f", "#6b5300", "#9c1f4a", "#37474f", "#00697a");

    private static final List<String> PATTERNS = List.of(
            "",
            "<path d=\"M-2 2L2 -2M0 12L12 0M10 14L14 10\"/>",
            "<path d=\"M0 6H12\"/>",
            "<circle cx=\"6\" cy=\"6\" r=\"1.6\"/>",
            "<path d=\"M6 0V12\"/>",
            "<path d=\"M-2 10L2 14M0 0L12 12M10 -2L14 2\"/>",
            "<path d=\"M0 6H12M6 0V12\"/>");

    private Timeline() {}

    /**
     * The picture of a roster.
     *
     * @param roster the roster
     * @param today the instant to mark; outside of the roster nothing is marked
     * @param locale the reader's language: Swedish, or else English is written
     * @return an SVG document without XML declaration
     */
    public static String svg(Roster roster, Instant today, Locale locale) {
        return new Drawing(roster, requireNonNull(today, "today"), locale).svg();
    }

    /**
     * The same in words: a line for each segment.
     *
     * @param roster the roster
     * @param locale the reader's language: Swedish, or else English is written
     * @return the lines
     */
    public static String text(Roster roster, Locale locale) {
        TimeText time = TimeText.of(locale, roster.zone());
        StringBuilder out = new StringBuilder();
        for (String position : roster.positions()) {
            for (Segment segment : roster.segments(position)) {
                out.append(position)
                        .append(", ")
                        .append(time.interval(segment.interval()))
                        .append(": ")
                        .append(segment.sentence(locale))
                        .append(".\n");
            }
        }
        return out.toString();
    }

    private static final class Drawing {
        private final Roster roster;
        private final Instant today;
        private final Locale locale;
        private final boolean swedish;
        private final TimeText time;
        private final DateTimeFormatter day;
        private final String prefix;
        private final Map<String, Integer> persons = new LinkedHashMap<>();
        private final StringBuilder out = new StringBuilder();

        Drawing(Roster roster, Instant today, Locale locale) {
            this.roster = roster;
            this.today = today;
            this.locale = locale;
            this.swedish = TimeText.isSwedish(locale);
            this.time = TimeText.of(locale, roster.zone());
            Locale written = Locale.forLanguageTag(swedish ? "sv-SE" : "en-GB");
            this.day = DateTimeFormatter.ofPattern("EEE d/M", written);
            this.prefix = "rota-" + roster.rota();
            for (String position : roster.positions()) {
                for (Segment segment : roster.segments(position)) {
                    segment.holding().ifPresent(holder -> persons.putIfAbsent(holder, persons.size()));
                }
            }
        }

        String svg() {
            List<Interval> bands = bands();
            int band = HEAD + ROW * roster.positions().size();
            int legendRows = (persons.size() + 2 + 1) / 2;
            int height = band * bands.size() + legendRows * LEGEND + 20;
            String title = swedish ? "Beredskap " + roster.rota() : "Standby " + roster.rota();
            out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                    .formatted(WIDTH, height));
            out.append(" aria-labelledby=\"%s-title %s-desc\" lang=\"%s\""
                    .formatted(prefix, prefix, swedish ? "sv" : "en"));
            out.append(" style=\"display:block;width:100%;max-width:1040px;height:auto\"");
            out.append(" font-family=\"system-ui, sans-serif\" font-size=\"20\">\n");
            element("title", "id=\"" + prefix + "-title\"", title + ", " + time.interval(roster.interval()));
            element("desc", "id=\"" + prefix + "-desc\"", Timeline.text(roster, locale));
            definitions();
            out.append("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n".formatted(WIDTH, height));
            int top = 0;
            for (Interval interval : bands) {
                band(interval, top);
                top += band;
            }
            legend(top + 10);
            return out.append("</svg>\n").toString();
        }

        /**
         * Whole days below each other: at most ten in one band, else weeks, and months of four weeks in long rosters.
         */
        private List<Interval> bands() {
            Instant end = roster.interval().getEnd();
            long days = roster.interval().toDuration().toDays();
            int length = days <= 10 ? 11 : days <= 63 ? 7 : 28;
            List<Interval> bands = new ArrayList<>();
            Instant start = roster.interval().getStart();
            LocalDate from = LocalDate.ofInstant(start, roster.zone());
            for (int i = 1; start.isBefore(end); i++) {
                Instant cut = WallClock.startOf(from.plusDays((long) i * length), roster.zone());
                Instant next = cut.isBefore(end) ? cut : end;
                if (next.isAfter(start)) {
                    bands.add(Interval.of(start, next));
                    start = next;
                }
            }
            return bands;
        }

        private void definitions() {
            out.append("<defs>\n");
            persons.forEach((person, number) -> {
                String drawn = PATTERNS.get(number % PATTERNS.size());
                out.append(pattern("p" + number, COLOURS.get(number % COLOURS.size()), "#ffffff55", drawn));
            });
            out.append(pattern("gap", "#ffffff", "#b00020", PATTERNS.get(5)));
            out.append("</defs>\n");
        }

        private String pattern(String name, String ground, String stroke, String drawn) {
            return """
                    <pattern id="%s-%s" width="12" height="12" patternUnits="userSpaceOnUse">\
                    <rect width="12" height="12" fill="%s"/><g stroke="%s" fill="%s" stroke-width="2.4">%s</g></pattern>
                    """.formatted(prefix, name, ground, stroke, stroke, drawn);
        }

        private void band(Interval interval, int top) {
            int bottom = top + HEAD + ROW * roster.positions().size();
            // Days
            LocalDate date = LocalDate.ofInstant(interval.getStart(), roster.zone());
            double lastLabel = -1_000;
            for (; WallClock.startOf(date, roster.zone()).isBefore(interval.getEnd()); date = date.plusDays(1)) {
                Instant midnight = WallClock.startOf(date, roster.zone());
                double x = x(midnight.isBefore(interval.getStart()) ? interval.getStart() : midnight, interval);
                out.append("<path d=\"M%s %dV%d\" stroke=\"#c4c9cf\"/>\n".formatted(round(x), top + 32, bottom - 8));
                String label = day.format(date);
                if (x - lastLabel > label.length() * LETTER + 8 && x + label.length() * LETTER < RIGHT + 12) {
                    text(x + 3, top + 50, "fill=\"#333333\" font-size=\"18\"", label);
                    lastLabel = x;
                }
            }
            int row = top + HEAD;
            for (String position : roster.positions()) {
                text(
                        LEFT,
                        row + 14,
                        "fill=\"#111111\" font-weight=\"600\" stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\"",
                        roster.name(position).in(locale));
                row(position, interval, row + 22);
                row += ROW;
            }
            if (interval.contains(today)) {
                double x = x(today, interval);
                out.append("<path d=\"M%s %dV%d\" stroke=\"#000000\" stroke-width=\"3\" stroke-dasharray=\"7 4\"/>\n"
                        .formatted(round(x), top + 26, bottom - 8));
                String label = (swedish ? "nu " : "now ") + time.time(today);
                double at = Math.min(x, RIGHT - label.length() * LETTER);
                text(at, top + 22, "fill=\"#000000\" font-weight=\"600\" font-size=\"18\"", label);
            }
        }

        private void row(String position, Interval band, int top) {
            double lastLabel = -1_000;
            for (Segment segment : roster.segments(position)) {
                if (!segment.interval().overlaps(band)) {
                    continue;
                }
                Interval shown = segment.interval().intersection(band);
                double left = x(shown.getStart(), band);
                double width = Math.max(x(shown.getEnd(), band) - left, 1);
                out.append("<g>");
                element(
                        "title",
                        "",
                        position + ", " + time.interval(segment.interval()) + ": " + segment.sentence(locale));
                out.append("<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" %s/></g>\n"
                        .formatted(round(left), top, round(width), BAR, paint(segment)));
                String name = label(segment);
                if (name.length() * LETTER + 14 < width) {
                    text(left + 7, top + 29, letters(segment), name);
                }
                if (segment.interval().getStart().equals(shown.getStart())
                        && segment.interval()
                                .getStart()
                                .isAfter(roster.interval().getStart())) {
                    String handover = time.time(shown.getStart());
                    if (left - lastLabel > handover.length() * LETTER + 6
                            && left + handover.length() * LETTER < RIGHT + 12) {
                        text(left, top + BAR + 20, "fill=\"#333333\" font-size=\"17\"", handover);
                        lastLabel = left;
                    }
                }
            }
        }

        private String paint(Segment segment) {
            if (segment instanceof Duty duty) {
                return "fill=\"url(#%s-p%d)\" stroke=\"#ffffff\" stroke-width=\"2\""
                        .formatted(prefix, persons.getOrDefault(duty.holder(), 0));
            }
            return segment instanceof Gap
                    ? "fill=\"url(#%s-gap)\" stroke=\"#b00020\" stroke-width=\"2\"".formatted(prefix)
                    : "fill=\"#f4f5f7\" stroke=\"#9aa0a6\" stroke-dasharray=\"3 3\"";
        }

        private static String letters(Segment segment) {
            String outline = "stroke-width=\"5\" paint-order=\"stroke\" font-weight=\"600\"";
            if (segment instanceof Duty) {
                return "fill=\"#ffffff\" stroke=\"#00000099\" " + outline;
            }
            return (segment instanceof Gap ? "fill=\"#b00020\"" : "fill=\"#333333\"") + " stroke=\"#ffffff\" "
                    + outline;
        }

        private String label(Segment segment) {
            return segment.holding()
                    .orElse(
                            segment instanceof Gap
                                    ? (swedish ? "obesatt" : "unfilled")
                                    : (swedish ? "ingen" : "nobody"));
        }

        private void legend(int top) {
            List<String> marks = new ArrayList<>();
            List<String> names = new ArrayList<>();
            persons.forEach((person, number) -> {
                marks.add("fill=\"url(#%s-p%d)\"".formatted(prefix, number));
                names.add(person);
            });
            marks.add("fill=\"url(#%s-gap)\" stroke=\"#b00020\" stroke-width=\"2\"".formatted(prefix));
            names.add(swedish ? "obesatt fast någon ska" : "unfilled, has to be filled");
            marks.add("fill=\"#f4f5f7\" stroke=\"#9aa0a6\" stroke-dasharray=\"3 3\"");
            names.add(swedish ? "ingen, behövs inte" : "nobody, not needed");
            for (int i = 0; i < marks.size(); i++) {
                int x = LEFT + (i % 2) * 310;
                int y = top + (i / 2) * LEGEND;
                out.append("<rect x=\"%d\" y=\"%d\" width=\"36\" height=\"22\" %s/>\n".formatted(x, y, marks.get(i)));
                text(x + 46, y + 18, "fill=\"#111111\"", names.get(i));
            }
        }

        private void text(double x, double y, String attributes, String text) {
            element("text", "x=\"%s\" y=\"%s\" %s".formatted(round(x), round(y), attributes), text);
        }

        private void element(String name, String attributes, String text) {
            String open = attributes.isEmpty() ? name : name + " " + attributes;
            out.append('<')
                    .append(open)
                    .append('>')
                    .append(escaped(text))
                    .append("</")
                    .append(name)
                    .append(">\n");
        }

        private static double x(Instant at, Interval band) {
            double all = band.toDuration().toSeconds();
            double part = Duration.between(band.getStart(), at).toSeconds();
            return LEFT + (RIGHT - LEFT) * part / Math.max(all, 1);
        }

        private static String round(double number) {
            return String.format(Locale.ROOT, "%.1f", number);
        }

        private static String escaped(String text) {
            StringBuilder clean = new StringBuilder();
            text.codePoints().forEach(c -> {
                switch (c) {
                    case '&' -> clean.append("&amp;");
                    case '<' -> clean.append("&lt;");
                    case '>' -> clean.append("&gt;");
                    case '"' -> clean.append("&quot;");
                    case '\'' -> clean.append("&#39;");
                    default -> clean.appendCodePoint(c < 32 && c != '\n' ? ' ' : c);
                }
            });
            return clean.toString();
        }
    }
}
