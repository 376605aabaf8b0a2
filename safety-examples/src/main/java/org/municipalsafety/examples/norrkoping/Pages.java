/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import static org.municipalsafety.examples.norrkoping.Html.text;
import static org.municipalsafety.examples.norrkoping.Week.in;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.LogEntry;
import org.municipalsafety.core.bulletin.Bulletin;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.Reachability;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.hours.OpenState;
import org.municipalsafety.core.incident.Incident;
import org.municipalsafety.core.measure.Measure;
import org.municipalsafety.core.measure.Term;
import org.municipalsafety.core.publication.BulletinPage;
import org.municipalsafety.core.publication.ContactNotice;
import org.municipalsafety.core.publication.ContactPage;
import org.municipalsafety.core.situation.Situation;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.chart.RosterChart;
import org.municipalsafety.roster.feed.CalendarFeed;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Roster;
import org.municipalsafety.roster.resolution.Segment;
import org.threeten.extra.Interval;

/** What the run leaves to be read: one page for the staff, the rota as a calendar, the bulletins. */
final class Pages {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Locale ENGLISH = Locale.forLanguageTag("en");

    private final Inputs inputs;
    private final Situation situation;
    private final List<LogEntry> log;
    private final Instant now;
    private final Interval week;
    private final ZoneId zone;

    Pages(Inputs inputs, Situation situation, List<LogEntry> log, Instant now, Interval week) {
        this.inputs = inputs;
        // The page is for the staff: nothing of a higher class gets onto it.
        this.situation = situation.view(Audience.STAFF);
        this.log = log;
        this.now = now;
        this.week = week;
        this.zone = inputs.directory().municipality().zone();
    }

    /** Writes a bulletin for the public, in both languages, as a page and as plain text. */
    static void publish(Path out, Bulletin bulletin, Situation situation, Directory directory) {
        BulletinPage publication = BulletinPage.of(bulletin, situation.measures(), directory);
        for (Locale language : List.of(SWEDISH, ENGLISH)) {
            String name = "bulletin." + language.getLanguage();
            Documents.replace(out.resolve(name + ".html"), publication.html(language));
            Documents.replace(out.resolve(name + ".txt"), publication.text(language));
        }
    }

    void write(Path out, Locale locale) {
        // Some days beyond the week, so that the picture shows what comes next.
        Interval shown = Interval.of(week.getStart(), now.plus(Duration.ofDays(4)));
        Roster roster = inputs.rota().resolve(shown);
        // Minutes since 1970: every later edition has a higher number.
        CalendarFeed feed = CalendarFeed.of(locale, now, Math.toIntExact(now.getEpochSecond() / 60));
        for (String position : roster.positions()) {
            Documents.replace(out.resolve(calendar(position)), feed.position(inputs.rota(), position, shown));
        }
        ContactPage contact = ContactPage.of(inputs.directory(), Audience.PUBLIC, now);
        LocalDate today = LocalDate.ofInstant(now, zone);
        ContactNotice notice = ContactNotice.of(inputs.directory(), Audience.PUBLIC, today, today.plusWeeks(6));
        for (Locale language : List.of(SWEDISH, ENGLISH)) {
            Documents.replace(out.resolve("kontakt." + language.getLanguage() + ".html"), contact.html(language));
            Documents.replace(out.resolve("anslag." + language.getLanguage() + ".html"), notice.html(language));
        }
        Documents.replace(out.resolve("index.html"), page(roster, locale));
    }

    private String page(Roster roster, Locale locale) {
        TimeText times = TimeText.of(locale, zone);
        String name = situation.municipality().name().in(locale);
        Html html = new Html(locale, in("Läget i ", "The situation in ", locale) + name);
        html.raw("<header>\n<h1>" + text(in("Läget i ", "The situation in ", locale) + name) + "</h1>\n");
        html.paragraph(
                "",
                times.dateTime(now).substring(0, 1).toUpperCase(locale)
                        + times.dateTime(now).substring(1) + ". "
                        + in(
                                "Internt arbetsunderlag för kommunens personal.",
                                "Internal working document for the municipality's staff.",
                                locale));
        html.paragraph(
                "exercise",
                in(
                        "ÖVNING. En spelad vecka; inga verkliga händelser.",
                        "EXERCISE. A played week; no real events.",
                        locale));
        html.raw("</header>\n<main>\n");
        channels(html, locale, times);
        duty(html, roster, locale, times);
        measures(html, locale, times);
        incidents(html, locale, times);
        alertLog(html, locale, times);
        html.raw("</main>\n<footer><p>" + in("Bulletin: ", "Bulletin: ", locale)
                + "<a href=\"bulletin.sv.html\" hreflang=\"sv\" lang=\"sv\">svenska</a>, "
                + "<a href=\"bulletin.en.html\" hreflang=\"en\" lang=\"en\">English</a>. "
                + in("Här når du oss: ", "How to reach us: ", locale)
                + "<a href=\"kontakt.sv.html\" hreflang=\"sv\" lang=\"sv\">svenska</a>, "
                + "<a href=\"kontakt.en.html\" hreflang=\"en\" lang=\"en\">English</a>. "
                + in("Anslag att skriva ut: ", "Notice to print: ", locale)
                + "<a href=\"anslag.sv.html\" hreflang=\"sv\" lang=\"sv\">svenska</a>, "
                + "<a href=\"anslag.en.html\" hreflang=\"en\" lang=\"en\">English</a>. "
                + in("Beredskapen som kalender: ", "The duties as a calendar: ", locale)
                + roster.positions().stream()
                        .map(position -> "<a href=\"" + calendar(position) + "\">" + text(position) + "</a>")
                        .collect(Collectors.joining(", "))
                + ".</p></footer>\n");
        return html.end();
    }

    private static String calendar(String position) {
        return "rota-" + position.toLowerCase(Locale.ROOT) + ".ics";
    }

    private void channels(Html html, Locale locale, TimeText times) {
        Directory directory = inputs.directory();
        html.section("kanaler", in("Vem kan nås nu", "Who can be reached now", locale));
        html.raw("<p class=\"first\">"
                + in(
                        "Vid fara för liv, egendom eller miljö: ring ",
                        "If life, property or the environment is in danger: call ",
                        locale)
                + "<a class=\"call\" href=\"tel:112\">112</a></p>\n<ul class=\"cards\">\n");
        for (Reachability.Choice choice :
                directory.reachableAt(now, Audience.AUTHORITIES).choices()) {
            String audience = choice.channel().audience() == Audience.PUBLIC
                    ? in("för alla", "for everybody", locale)
                    : in("bara för myndigheter", "for authorities only", locale);
            html.raw("<li><strong>" + text(choice.channel().name().in(locale)) + "</strong> (" + audience + ")<br>"
                    + "<a class=\"call\" href=\""
                    + text(choice.channel().endpoint().uri()) + "\">"
                    + text(choice.channel().endpoint().text()) + "</a><br>"
                    + "<span class=\"state\">" + mark(choice.state()) + " "
                    + text(choice.state().text(locale)) + "</span>"
                    + choice.until()
                            .map(until -> " " + in("till ", "until ", locale) + text(times.dateTime(until)))
                            .orElse("")
                    + "<br>" + text(ChannelReason.text(choice.because(), locale)));
            choice.channel()
                    .via()
                    .flatMap(directory::channel)
                    .ifPresent(hop -> html.raw("<br>" + in("via ", "by way of ", locale)
                            + text(hop.name().in(locale))));
            html.raw("</li>\n");
        }
        html.raw("</ul>\n");
        List<List<String>> rows = new ArrayList<>();
        for (Instant change : Week.changes(directory, week)) {
            Reachability reachable = directory.reachableAt(change, Audience.PUBLIC);
            rows.add(List.of(
                    time(change, times.dateTime(change)),
                    reachable
                            .first()
                            .map(choice -> text(choice.channel().name().in(locale)) + ", <span class=\"number\">"
                                    + text(choice.channel().endpoint().text()) + "</span>")
                            .orElse(in("ingen", "nobody", locale)),
                    text(reachable
                            .first()
                            .map(choice -> ChannelReason.text(choice.because(), locale))
                            .orElse("–"))));
        }
        html.table(
                in("Vem invånarna ringer under veckan", "Whom residents call during the week", locale),
                List.of(in("Från", "From", locale), in("Kanal", "Channel", locale), in("Varför", "Why", locale)),
                rows);
        Interval year = WallClock.days(
                now.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate().plusYears(1), zone);
        CoverageCertificate proof = directory.certify(Audience.PUBLIC, year);
        html.paragraph(
                "state",
                proof.holds()
                        ? in(
                                "Någon går att nå varje stund det kommande året.",
                                "Somebody can be reached at every moment of the coming year.",
                                locale)
                        : in(
                                "Det finns tider det kommande året då ingen går att nå.",
                                "There are times in the coming year when nobody can be reached.",
                                locale));
        html.raw("<details><summary>" + in("Intyget i sin helhet", "The certificate in full", locale)
                + "</summary>\n<p class=\"wrap\">"
                + text(proof.text(locale).strip()).replace("\n", "<br>\n") + "</p></details>\n");
        html.endSection();
    }

    private void duty(Html html, Roster roster, Locale locale, TimeText times) {
        html.section("beredskap", in("Vem har beredskap", "Who is on duty", locale));
        List<List<String>> rows = new ArrayList<>();
        for (String position : inputs.rota().plan().positions()) {
            Segment segment = inputs.rota().at(position, now);
            rows.add(List.of(
                    text(position),
                    text(Week.holder(segment, locale)),
                    time(
                            segment.interval().getEnd(),
                            times.dateTime(segment.interval().getEnd())),
                    text(inputs.rota()
                            .next(position, now)
                            .duty()
                            .map(Duty::holder)
                            .orElse("–")),
                    text(Week.reasons(segment, locale))));
        }
        html.table(
                in("Just nu", "Now", locale),
                List.of(
                        in("Funktion", "Position", locale),
                        in("Innehavare", "Holder", locale),
                        in("Till", "Until", locale),
                        in("Därefter", "Next", locale),
                        in("Varför", "Why", locale)),
                rows);
        html.raw("<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\""
                + in("Jourlista, bild", "Rota, picture", locale) + "\">\n"
                + RosterChart.svg(roster, now, locale) + "</div>\n</figure>\n");
        html.endSection();
    }

    private void measures(Html html, Locale locale, TimeText times) {
        html.section("atgarder", in("Åtgärder", "Measures", locale));
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : situation.measures()) {
            rows.add(List.of(
                    text(measure.name().in(locale)),
                    text(measure.stateAt(now)
                            .map(state -> state.text().in(locale))
                            .orElse("–")),
                    text(measure.termAt(now)
                            .map(Term::wording)
                            .map(wording -> wording.in(locale))
                            .orElse("–")),
                    measure.termAt(now)
                            .map(term -> time(term.review(), times.dateTime(term.review())))
                            .orElse("–"),
                    in("begärd av ", "requested by ", locale)
                            + text(measure.requester().in(locale)) + "<br>"
                            + in("beslutad av ", "decided by ", locale)
                            + text(measure.decider().in(locale)) + "<br>"
                            + in("utförs av ", "performed by ", locale)
                            + text(measure.performer().in(locale)),
                    text(areas(measure, locale))));
        }
        html.table(
                situation.title().in(locale),
                List.of(
                        in("Åtgärd", "Measure", locale),
                        in("Läge", "State", locale),
                        in("Gäller", "Period", locale),
                        in("Ny bedömning", "Review", locale),
                        in("Ansvar", "Responsible", locale),
                        in("Område", "Area", locale)),
                rows);
        html.endSection();
    }

    private String areas(Measure measure, Locale locale) {
        return measure.areas().isEmpty()
                ? in("hela kommunen eller inte bestämt", "the whole municipality or not determined", locale)
                : measure.areas().stream()
                        .map(id -> situation
                                .areaSet()
                                .area(id)
                                .map(area -> area.name().in(locale))
                                .orElse(id))
                        .collect(Collectors.joining(", "));
    }

    private void incidents(Html html, Locale locale, TimeText times) {
        html.section("handelser", in("Händelser", "Incidents", locale));
        List<List<String>> rows = new ArrayList<>();
        List<Incident> all = situation.incidents();
        List<Incident> latest = all.subList(Math.max(0, all.size() - 12), all.size());
        for (Incident incident : latest) {
            int editions = Objects.requireNonNull(situation.editions().get(incident.id()))
                    .size();
            rows.add(List.of(
                    time(incident.occurredAt(), times.dateTime(incident.occurredAt())),
                    text(incident.kind().text().in(locale)),
                    text(incident.status().text().in(locale)
                            + (editions > 1 ? in(", ändrad", ", changed", locale) : "")),
                    text(incident.source() + ": " + incident.sourceType())));
        }
        html.table(
                in("De senaste ", "The latest ", locale)
                        + latest.size()
                        + in(" av ", " of ", locale)
                        + all.size()
                        + in(" händelser i situationen", " incidents of the situation", locale),
                List.of(
                        in("Inträffade", "Happened", locale),
                        in("Slag", "Kind", locale),
                        in("Säkerhet", "Certainty", locale),
                        in("Källa", "Source", locale)),
                rows);
        html.endSection();
    }

    private void alertLog(Html html, Locale locale, TimeText times) {
        html.section("larm", in("Larmlogg", "Alert log", locale));
        List<List<String>> rows = new ArrayList<>();
        for (LogEntry entry : log) {
            AlertEvent event = entry.event();
            rows.add(List.of(
                    time(event.at(), times.dateTime(event.at())),
                    text(event.what().label().in(locale)),
                    text(Objects.requireNonNullElse(event.person(), "–")),
                    text(Objects.requireNonNullElse(event.notifier(), "–"))));
        }
        html.table(
                in("ÖVNING: vad som hände med larmet", "EXERCISE: what happened to the alert", locale),
                List.of(
                        in("När", "When", locale),
                        in("Vad", "What", locale),
                        in("Vem", "Who", locale),
                        in("Kanal", "Channel", locale)),
                rows);
        html.endSection();
    }

    private String time(Instant instant, String shown) {
        return "<time datetime=\"" + instant.atZone(zone).toOffsetDateTime() + "\">" + text(shown) + "</time>";
    }

    /** A sign beside the word, so that the state does not rest on colour. */
    private static String mark(OpenState state) {
        return switch (state) {
            case OPEN -> "●";
            case CLOSED -> "○";
            case UNKNOWN -> "?";
        };
    }
}
