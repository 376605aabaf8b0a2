/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.roster.chart;

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
 * bands below each other. Names that are too long for their place are shortened; in full they are in the texts that
 * appear when one points at them. Who cannot see the picture reads the same in its description, or as {@link #text}. It
 * stands alone and holds no script; put it into a page as it is, also beside another one.
 *
 * <p>Stateless and thread-safe.
 */
public final class RosterChart {

    private static final int WIDTH = 640;
    private static final int LEFT = 12;
    private static final int RIGHT = 628;
    private static final int BAR = 44;
    private static final int ROW = 112;
    private static final int HEAD = 64;
    private static final int LEGEND = 34;
    private static final int SAMPLE = 46;
    private static final int COLUMN = 310;
    /** The width of a letter of 20 pixels in a broad font; in others the texts have room to spare. */
    private static final double LETTER = 12.3;

    private static final double BOLD = 1.13;
    /** A segment that is narrower has no outline, which would hide it. */
    private static final int OUTLINED = 5;
    /** So wide is a gap at least, however short. */
    private static final int NARROWEST_GAP = 2;

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

    private RosterChart() {}

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
        private final String description;
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
            this.description = RosterChart.text(roster, locale);
            // Another picture on the page, of the same rota even, has other ids.
            this.prefix = "rota-" + roster.rota() + "-" + Integer.toHexString((description + today).hashCode());
            for (String position : roster.positions()) {
                for (Segment segment : roster.segments(position)) {
                    segment.holding().ifPresent(holder -> persons.putIfAbsent(holder, persons.size()));
                }
            }
        }

        String svg() {
            List<Interval> bands = bands();
            int band = HEAD + ROW * roster.positions().size();
            int legendRows = (persons.size() + 2 + legendColumns() - 1) / legendColumns();
            int height = band * bands.size() + legendRows * LEGEND + 20;
            String title = swedish ? "Beredskap " + roster.rota() : "Standby " + roster.rota();
            out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                    .formatted(WIDTH, height));
            out.append(" aria-labelledby=\"%s-title\" aria-describedby=\"%s-desc\" lang=\"%s\""
                    .formatted(prefix, prefix, swedish ? "sv" : "en"));
            out.append(" style=\"display:block;width:100%;max-width:1040px;height:auto\"");
            out.append(" font-family=\"system-ui, sans-serif\" font-size=\"20\">\n");
            element("title", "id=\"" + prefix + "-title\"", title + ", " + time.interval(roster.interval()));
            element("desc", "id=\"" + prefix + "-desc\"", description);
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
            double free = 0;
            for (; WallClock.startOf(date, roster.zone()).isBefore(interval.getEnd()); date = date.plusDays(1)) {
                Instant midnight = WallClock.startOf(date, roster.zone());
                double x = x(midnight.isBefore(interval.getStart()) ? interval.getStart() : midnight, interval);
                out.append("<path d=\"M%s %dV%d\" stroke=\"#c4c9cf\"/>\n".formatted(round(x), top + 32, bottom - 8));
                String label = day.format(date);
                double end = x + 3 + width(label) * 18 / 20;
                if (x >= free && end < WIDTH) {
                    text(x + 3, top + 50, "fill=\"#333333\" font-size=\"18\"", label);
                    free = end + 2;
                }
            }
            int row = top + HEAD;
            for (String position : roster.positions()) {
                text(
                        LEFT,
                        row + 14,
                        "fill=\"#111111\" font-weight=\"600\" stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\"",
                        roster.name(position).in(locale),
                        (RIGHT - LEFT) / BOLD);
                row(position, interval, row + 22);
                row += ROW;
            }
            if (interval.contains(today)) {
                double x = x(today, interval);
                out.append("<path d=\"M%s %dV%d\" stroke=\"#000000\" stroke-width=\"3\" stroke-dasharray=\"7 4\"/>\n"
                        .formatted(round(x), top + 26, bottom - 8));
                String label = (swedish ? "nu " : "now ") + time.time(today);
                double at = Math.min(x, RIGHT - width(label) * BOLD * 18 / 20);
                text(at, top + 22, "fill=\"#000000\" font-weight=\"600\" font-size=\"18\"", label);
            }
        }

        private void row(String position, Interval band, int top) {
            List<Segment> shown = roster.segments(position).stream()
                    .filter(segment -> segment.interval().overlaps(band))
                    .toList();
            // Gaps last, so that nothing lies over a short one.
            shown.stream().filter(segment -> !(segment instanceof Gap)).forEach(segment -> bar(segment, band, top));
            shown.stream().filter(Gap.class::isInstance).forEach(segment -> bar(segment, band, top));
            double free = 0;
            for (Segment segment : shown) {
                Instant start = segment.interval().getStart();
                if (band.contains(start) && start.isAfter(roster.interval().getStart())) {
                    double left = x(start, band);
                    String handover = time.time(start);
                    double end = left + width(handover) * 17 / 20;
                    if (left >= free && end < WIDTH) {
                        text(left, top + BAR + 20, "fill=\"#333333\" font-size=\"17\"", handover);
                        free = end + 5;
                    }
                }
            }
        }

        private void bar(Segment segment, Interval band, int top) {
            Interval shown = segment.interval().intersection(band);
            double left = x(shown.getStart(), band);
            double width = Math.max(x(shown.getEnd(), band) - left, segment instanceof Gap ? NARROWEST_GAP : 1);
            out.append("<g>");
            element(
                    "title",
                    "",
                    segment.position() + ", " + time.interval(segment.interval()) + ": " + segment.sentence(locale));
            out.append("<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" %s/></g>\n"
                    .formatted(round(left), top, round(width), BAR, paint(segment, width >= OUTLINED)));
            String name = shortened(label(segment), (width - 10) / BOLD);
            if (!name.isEmpty()) {
                text(left + 7, top + 29, letters(segment), name);
            }
        }

        private String paint(Segment segment, boolean outlined) {
            if (segment instanceof Duty duty) {
                return "fill=\"url(#%s-p%d)\"".formatted(prefix, persons.getOrDefault(duty.holder(), 0))
                        + (outlined ? " stroke=\"#ffffff\" stroke-width=\"2\"" : "");
            }
            if (segment instanceof Gap) {
                return outlined ? gapPaint() : "fill=\"#b00020\"";
            }
            return "fill=\"#f4f5f7\"" + (outlined ? " stroke=\"#9aa0a6\" stroke-dasharray=\"3 3\"" : "");
        }

        private String gapPaint() {
            return "fill=\"url(#%s-gap)\" stroke=\"#b00020\" stroke-width=\"2\"".formatted(prefix);
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
            marks.add(gapPaint());
            names.add(swedish ? "obesatt fast någon ska" : "unfilled, has to be filled");
            marks.add("fill=\"#f4f5f7\" stroke=\"#9aa0a6\" stroke-dasharray=\"3 3\"");
            names.add(swedish ? "ingen, behövs inte" : "nobody, not needed");
            int columns = legendColumns();
            for (int i = 0; i < marks.size(); i++) {
                int x = LEFT + (i % columns) * COLUMN;
                int y = top + (i / columns) * LEGEND;
                out.append("<rect x=\"%d\" y=\"%d\" width=\"36\" height=\"22\" %s/>\n".formatted(x, y, marks.get(i)));
                text(x + SAMPLE, y + 18, "fill=\"#111111\"", names.get(i), RIGHT - x - SAMPLE);
            }
        }

        private int legendColumns() {
            return persons.keySet().stream().allMatch(name -> SAMPLE + width(name) < COLUMN) ? 2 : 1;
        }

        /** About how wide a text of 20 pixels is. */
        private static double width(String text) {
            return text.codePoints().mapToDouble(c -> LETTER * breadth(c)).sum();
        }

        private static double breadth(int c) {
            if ("ijlrtf .,:;/-|'".indexOf(c) >= 0) {
                return 0.58;
            }
            if ("mwMW…".indexOf(c) >= 0 || c >= 0x1100) {
                return 1.6;
            }
            return Character.isUpperCase(c) ? 1.15 : 1;
        }

        /** As much of a text of 20 pixels as has room, with an ellipsis; nothing where less than two letters have. */
        private static String shortened(String text, double room) {
            if (width(text) <= room) {
                return text;
            }
            int end = text.length();
            while (end > 0 && width(text.substring(0, end) + "…") > room) {
                end = text.offsetByCodePoints(end, -1);
            }
            return text.codePointCount(0, end) < 2 ? "" : text.substring(0, end).strip() + "…";
        }

        /** A text that is shortened where it has no room, and then appears in full when one points at it. */
        private void text(double x, double y, String attributes, String text, double room) {
            String shown = shortened(text, room);
            if (shown.equals(text)) {
                text(x, y, attributes, text);
            } else {
                out.append("<g>");
                element("title", "", text);
                text(x, y, attributes, shown);
                out.append("</g>\n");
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

        /** As XML has it, which takes neither control characters nor halves of a pair nor U+FFFE and U+FFFF. */
        private static String escaped(String text) {
            StringBuilder clean = new StringBuilder();
            text.codePoints().forEach(c -> {
                switch (c) {
                    case '&' -> clean.append("&amp;");
                    case '<' -> clean.append("&lt;");
                    case '>' -> clean.append("&gt;");
                    case '"' -> clean.append("&quot;");
                    case '\'' -> clean.append("&#39;");
                    default -> {
                        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                        boolean none = half || c == 0xfffe || c == 0xffff;
                        clean.appendCodePoint(none ? 0xfffd : c < 32 && c != '\n' ? ' ' : c);
                    }
                }
            });
            return clean.toString();
        }
    }
}
