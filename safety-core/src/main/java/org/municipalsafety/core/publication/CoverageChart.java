/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.core.publication;

import com.google.common.hash.Hashing;
import com.google.common.html.HtmlEscapers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.municipalsafety.core.area.Municipality;
import org.municipalsafety.core.coverage.CertificateDocument;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.core.time.WallClock;
import org.threeten.extra.Interval;

/**
 * A coverage certificate as a picture: each day a column, the hours downwards, one band for each calendar year.
 *
 * <p>Covered time is light and plain, a gap dark with a heavy outline, unknown time striped: the three differ in
 * lightness and in pattern, so that they can be told apart without colour. A gap is drawn at least one unit high, so
 * that a minute is seen. The hours are those on the wall: on the day on which clocks are put back, what happens in the
 * hour that comes twice is drawn once.
 *
 * <p>Stateless and thread-safe.
 */
public final class CoverageChart {

    /** The most calendar years that one picture shows. */
    public static final int MAX_YEARS = 20;

    private static final int DAY = 3;
    private static final int HOUR = 7;
    private static final int LEFT = 44;
    private static final int TOP = 64;
    private static final int BAND = 24 * HOUR;
    private static final int BETWEEN = 38;
    private static final int WIDTH = LEFT + 366 * DAY + 12;

    private static final LocalizedText TITLE =
            LocalizedText.of("Tid då någon går att nå", "Time in which somebody can be reached");
    private static final LocalizedText COVERED = LocalizedText.of("någon går att nå", "somebody can be reached");
    private static final LocalizedText GAP = LocalizedText.of("lucka, alla stängda", "gap, all closed");
    private static final LocalizedText UNKNOWN = LocalizedText.of("okänt", "not known");
    private static final LocalizedText SUMMARY = LocalizedText.of(
            "%s. Luckor: %s. Okända tider: %s. Varje dag är en kolumn, timmarna går nedåt.",
            "%s. Gaps: %s. Unknown times: %s. Each day is a column, the hours run downwards.");

    private CoverageChart() {}

    /**
     * Draws a certificate.
     *
     * @param certificate the certificate, over {@value #MAX_YEARS} calendar years at most
     * @param locale Swedish, or else English
     * @return an SVG document that may also stand within an HTML page
     * @throws IllegalArgumentException if the certificate covers more years than that
     */
    public static String svg(CoverageCertificate certificate, Locale locale) {
        ZoneId zone = certificate.zone();
        Interval interval = certificate.interval();
        LocalDate first = interval.getStart().atZone(zone).toLocalDate();
        LocalDate last = lastDay(interval, zone);
        int years = last.getYear() - first.getYear() + 1;
        if (years > MAX_YEARS) {
            throw new IllegalArgumentException("""
                    The certificate covers %s calendar years; expected at most %s.
                    Maybe several pictures serve better.""".formatted(years, MAX_YEARS));
        }
        int height = TOP + years * (BAND + BETWEEN);
        String title = title(certificate, locale);
        String stripes = stripes(certificate, title);
        String summary = SUMMARY.in(locale)
                .formatted(
                        TimeText.of(locale, zone).interval(interval),
                        certificate.gaps().size(),
                        certificate.unknowns().size());
        StringBuilder out = new StringBuilder();
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %s %s\" lang=\"%s\" "
                        .formatted(WIDTH, height, TimeText.isSwedish(locale) ? "sv" : "en")
                + "font-family=\"Liberation Sans, Arial, sans-serif\" font-size=\"12\" fill=\"#1b1b1b\">\n");
        out.append("<title>%s</title>\n<desc>%s</desc>\n".formatted(escape(title), escape(summary)));
        out.append(
                "<defs><pattern id=\"%s\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\">".formatted(stripes)
                        + "<rect width=\"4\" height=\"4\" fill=\"#ffffff\"/>"
                        + "<path d=\"M0 4L4 0\" stroke=\"#1b1b1b\" stroke-width=\"1\"/></pattern></defs>\n");
        out.append("<text x=\"%s\" y=\"18\" font-size=\"15\" font-weight=\"bold\">%s</text>\n"
                .formatted(LEFT, escape(title)));
        legend(out, stripes, locale);
        for (int i = 0; i < years; i++) {
            int year = first.getYear() + i;
            int y = TOP + i * (BAND + BETWEEN);
            LocalDate from = i == 0 ? first : LocalDate.of(year, 1, 1);
            LocalDate to = i == years - 1 ? last : LocalDate.of(year, 12, 31);
            band(out, year, y, from, to, locale);
            marks(
                    out,
                    certificate.unknowns(),
                    zone,
                    year,
                    y,
                    "fill=\"url(#" + stripes + ")\" stroke=\"#1b1b1b\" stroke-width=\"0.3\"");
            marks(out, certificate.gaps(), zone, year, y, "fill=\"#1b1b1b\" stroke=\"#1b1b1b\" stroke-width=\"0.6\"");
        }
        return out.append("</svg>\n").toString();
    }

    private static String title(CoverageCertificate certificate, Locale locale) {
        Municipality municipality = certificate.municipality();
        return "%s – %s (%s)".formatted(TITLE.in(locale), municipality.name().in(locale), municipality.code())
                + certificate.audience().map(who -> ", " + who.text(locale)).orElse("");
    }

    /** The id of the pattern for unknown time: its own for each picture, since an HTML page may hold several. */
    private static String stripes(CoverageCertificate certificate, String title) {
        return "unknown-time-"
                + Hashing.sha256()
                        .hashString(title + CertificateDocument.write(certificate), StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, 12);
    }

    private static LocalDate lastDay(Interval interval, ZoneId zone) {
        LocalDateTime end = LocalDateTime.ofInstant(interval.getEnd(), zone);
        LocalDate day = end.toLocalDate();
        return WallClock.startOf(day, zone).isBefore(interval.getEnd()) ? day : day.minusDays(1);
    }

    private static void legend(StringBuilder out, String stripes, Locale locale) {
        List<String> fills = List.of("#d6e6f2", "#1b1b1b", "url(#" + stripes + ")");
        List<LocalizedText> words = List.of(COVERED, GAP, UNKNOWN);
        for (int i = 0; i < fills.size(); i++) {
            int x = LEFT + i * 210;
            out.append(
                    "<rect x=\"%s\" y=\"28\" width=\"14\" height=\"12\" fill=\"%s\" stroke=\"#1b1b1b\"/><text x=\"%s\" y=\"38\">%s</text>\n"
                            .formatted(
                                    x, fills.get(i), x + 20, escape(words.get(i).in(locale))));
        }
    }

    private static void band(StringBuilder out, int year, int y, LocalDate from, LocalDate to, Locale locale) {
        out.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"#d6e6f2\" stroke=\"#1b1b1b\" stroke-width=\"0.5\"/>\n"
                        .formatted(x(from), y, ChronoUnit.DAYS.between(from, to.plusDays(1)) * DAY, BAND));
        out.append("<text x=\"2\" y=\"%s\" font-weight=\"bold\">%s</text>\n".formatted(y - 5, year));
        for (int hour = 0; hour <= 24; hour += 6) {
            out.append("<text x=\"%s\" y=\"%s\" text-anchor=\"end\" font-size=\"10\">%s</text>\n"
                    .formatted(LEFT - 4, y + hour * HOUR + 4, (hour < 10 ? "0" : "") + hour));
            out.append("<path d=\"M%s %sh%s\" stroke=\"#767676\" stroke-width=\"0.4\" fill=\"none\"/>\n"
                    .formatted(LEFT, y + hour * HOUR, 366 * DAY));
        }
        Locale written = TimeText.isSwedish(locale) ? Locale.forLanguageTag("sv-SE") : Locale.forLanguageTag("en-GB");
        for (int month = 1; month <= 12; month++) {
            LocalDate start = LocalDate.of(year, month, 1);
            out.append(
                    "<text x=\"%s\" y=\"%s\">%s</text><path d=\"M%s %sv%s\" stroke=\"#767676\" stroke-width=\"0.6\"/>\n"
                            .formatted(
                                    x(start) + 3,
                                    y - 5,
                                    escape(start.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, written)),
                                    x(start),
                                    y - 14,
                                    BAND + 14));
        }
    }

    private static void marks(StringBuilder out, List<Interval> stretches, ZoneId zone, int year, int y, String look) {
        Instant from = WallClock.startOf(LocalDate.of(year, 1, 1), zone);
        Instant until = WallClock.startOf(LocalDate.of(year + 1, 1, 1), zone);
        StringBuilder path = new StringBuilder();
        for (Interval stretch : stretches) {
            if (!stretch.getStart().isBefore(until) || !stretch.getEnd().isAfter(from)) {
                continue;
            }
            LocalDateTime start =
                    LocalDateTime.ofInstant(stretch.getStart().isBefore(from) ? from : stretch.getStart(), zone);
            Instant stop = stretch.getEnd().isAfter(until) ? until : stretch.getEnd();
            LocalDateTime end = LocalDateTime.ofInstant(stop, zone);
            for (LocalDate day = start.toLocalDate();
                    day.getYear() == year && day.atStartOfDay().isBefore(end);
                    day = day.plusDays(1)) {
                double top =
                        day.equals(start.toLocalDate()) ? start.toLocalTime().toSecondOfDay() / 3600.0 : 0;
                double bottom =
                        day.equals(end.toLocalDate()) ? end.toLocalTime().toSecondOfDay() / 3600.0 : 24;
                double height = Math.max(1, (bottom - top) * HOUR);
                path.append("M%s %sh%sv%sh-%sz"
                        .formatted(
                                x(day), number(Math.min(y + top * HOUR, y + BAND - height)), DAY, number(height), DAY));
            }
        }
        if (path.length() > 0) {
            out.append("<path d=\"").append(path).append("\" ").append(look).append("/>\n");
        }
    }

    private static int x(LocalDate day) {
        return LEFT + (day.getDayOfYear() - 1) * DAY;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }

    private static String escape(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
