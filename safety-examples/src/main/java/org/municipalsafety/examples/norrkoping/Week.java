/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.alert.Acknowledgement;
import org.municipalsafety.alerting.alert.Alert;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.AlertKind;
import org.municipalsafety.alerting.alert.AlertState;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.alert.Severity;
import org.municipalsafety.alerting.document.Alerting;
import org.municipalsafety.alerting.document.AlertingDocument;
import org.municipalsafety.alerting.engine.AlertEngine;
import org.municipalsafety.alerting.engine.OnDuty;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.alerting.store.JdbcAlertStore;
import org.municipalsafety.core.SafetyException;
import org.municipalsafety.core.bulletin.Bulletin;
import org.municipalsafety.core.channel.Directory;
import org.municipalsafety.core.channel.Reachability;
import org.municipalsafety.core.coverage.CoverageCertificate;
import org.municipalsafety.core.disclosure.Audience;
import org.municipalsafety.core.disclosure.Disclosure;
import org.municipalsafety.core.document.Documents;
import org.municipalsafety.core.hours.ChannelReason;
import org.municipalsafety.core.incident.Incident;
import org.municipalsafety.core.incident.IncidentKind;
import org.municipalsafety.core.incident.IncidentStatus;
import org.municipalsafety.core.incident.IncidentTypes;
import org.municipalsafety.core.incident.PoliceEvent;
import org.municipalsafety.core.measure.Measure;
import org.municipalsafety.core.measure.MeasureState;
import org.municipalsafety.core.situation.Situation;
import org.municipalsafety.core.situation.SituationDocument;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
import org.municipalsafety.core.time.WallClock;
import org.municipalsafety.roster.resolution.Duty;
import org.municipalsafety.roster.resolution.Rota;
import org.municipalsafety.roster.resolution.Segment;
import org.municipalsafety.testkit.time.SettableClock;
import org.threeten.extra.Interval;

/**
 * The week as it is played: a step for each thing that happens, on a clock that is set from step to step.
 *
 * <p>A step is done, then noted in the journal. A run that is killed in between does that step again, so each step is
 * one that can be done twice: the alert has an id, the incident has one, files are replaced whole.
 *
 * <p>Confined to one thread, but for the engine's own calls of the listener.
 */
final class Week implements AutoCloseable {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Locale ENGLISH = Locale.forLanguageTag("en");
    private static final String ALERT = "skottlossning-2026-11-27";
    private static final String TIB = "TIB";
    private static final String BACKUP = "BACKUP";

    private final Inputs inputs;
    private final Path out;
    private final Locale locale;
    private final @Nullable Step halt;
    private final PrintWriter account;
    private final ZoneId zone;
    private final Journal journal;
    private final SettableClock clock;
    private final Mailbox mailbox;
    private final JdbcAlertStore store;
    private final Notifiers notifiers;
    private final AlertEngine engine;
    private Situation situation;

    private Week(
            Inputs inputs,
            Path out,
            Locale locale,
            @Nullable Step halt,
            PrintWriter account,
            Journal journal,
            Mailbox mailbox) {
        this.inputs = inputs;
        this.out = out;
        this.locale = locale;
        this.halt = halt;
        this.account = account;
        this.journal = journal;
        this.mailbox = mailbox;
        this.zone = inputs.directory().municipality().zone();
        Path saved = out.resolve("situation.json");
        this.situation =
                journal.has(Step.CHANNELS) && Files.exists(saved) ? SituationDocument.read(saved) : inputs.situation();
        this.store = JdbcAlertStore.sqlite(out.resolve("alerts.db"));
        List<Journal.Entry> done = journal.entries();
        this.clock = SettableClock.at(
                done.isEmpty() ? start() : done.get(done.size() - 1).at());
        Alerting alerting = AlertingDocument.read(
                withPort(inputs.alertingText(), mailbox.port()),
                "alerting.json",
                NotifierProviders.discover(Inputs.class.getClassLoader()));
        this.notifiers = alerting.open(inputs.contacts());
        this.engine = AlertEngine.builder()
                .store(store)
                .notifiers(notifiers)
                .contacts(inputs.contacts())
                .onDuty(OnDuty.of(inputs.rota()))
                .clock(clock)
                .zone(zone)
                .node("norrkoping")
                .listener(this::haltInside)
                .build();
    }

    /**
     * Opens a run: a new one, or the one that was killed in this folder.
     *
     * @throws SafetyException if the folder or the port is not usable; nothing is written then
     */
    static Week open(Inputs inputs, Path out, int smtpPort, Locale locale, @Nullable Step halt, PrintWriter account) {
        Path file = out.resolve("journal.json");
        Optional<Journal> earlier = Journal.open(file);
        requireUsable(out, earlier.isPresent());
        boolean carriesOn = earlier.isPresent() && !earlier.get().isFinished();
        if (carriesOn && !earlier.get().inputs().equals(inputs.digest())) {
            throw new SafetyException("""
                    The run in %s was begun with other documents, so it cannot be carried on with these.
                    Maybe another folder is meant: --out FOLDER.""".formatted(out));
        }
        Mailbox mailbox = Mailbox.start(out.resolve("mail"), smtpPort);
        try {
            Journal journal = carriesOn ? earlier.get() : begin(out, file, inputs);
            return new Week(inputs, out, locale, halt, account, journal, mailbox);
        } catch (SafetyException refused) {
            mailbox.close();
            throw refused;
        }
    }

    private static Journal begin(Path out, Path file, Inputs inputs) {
        makeFolder(out);
        Journal journal = Journal.begin(file, inputs.digest());
        clear(out);
        return journal;
    }

    void play() {
        String name = inputs.directory().municipality().name().in(locale);
        heading(name + ", " + times(locale).interval(Interval.of(start(), end())));
        step(Step.CHANNELS, "2026-11-26T14:00", this::channels);
        step(Step.DUTY, "2026-11-26T14:00", this::duty);
        step(Step.BULLETIN, "2026-11-26T15:30", this::bulletin);
        step(Step.GUARDS, "2026-11-26T18:00", this::guards);
        step(Step.INCIDENT, "2026-11-27T23:40", this::incident);
        step(Step.SUBMITTED, "2026-11-27T23:40", this::submit);
        step(Step.ACKNOWLEDGED, "2026-11-27T23:47", this::acknowledge);
        step(Step.CLOSED, "2026-11-28T03:10", this::closeAlert);
        step(Step.REVIEW, "2026-12-01T00:00", this::review);
        step(Step.PAGES, "2026-12-01T08:00", this::pages);
        heading(in("Se resultatet", "Where to look", locale));
        line("  " + out.resolve("index.html").toAbsolutePath().normalize());
        for (String file : files()) {
            line("  " + out.resolve(file).toAbsolutePath().normalize());
        }
    }

    @Override
    public void close() {
        engine.close();
        notifiers.close();
        store.close();
        mailbox.close();
    }

    // The steps

    private List<LocalizedText> channels(Instant now) {
        save();
        Directory directory = inputs.directory();
        List<LocalizedText> text = new ArrayList<>();
        for (Instant change : changes(directory, Interval.of(now, end()))) {
            text.add(both((language, times) -> times.dateTime(change) + ": "
                    + directory
                            .reachableAt(change, Audience.PUBLIC)
                            .first()
                            .map(choice -> choice.channel().name().in(language) + ", "
                                    + choice.channel().endpoint().text() + via(choice, language)
                                    + " (" + ChannelReason.text(choice.because(), language) + ")")
                            .orElse(in("ingen kanal är öppen", "no channel is open", language))));
        }
        CoverageCertificate proof = directory.certify(Audience.PUBLIC, year(now));
        text.add(both((language, times) -> certificate(proof, language, times)));
        return text;
    }

    private static String certificate(CoverageCertificate proof, Locale language, TimeText times) {
        String period = in("Året ", "The year ", language) + times.interval(proof.interval()) + ": ";
        if (proof.holds()) {
            return period
                    + in(
                            "någon går att nå varje stund; minst ",
                            "somebody can be reached at every moment; at least ",
                            language)
                    + proof.fewestOpen()
                    + in(" öppen kanal.", " open channel.", language);
        }
        return Stream.of(
                        Stream.of(period
                                + in(
                                        "det finns tider då ingen går att nå.",
                                        "there are times when nobody can be reached.",
                                        language)),
                        proof.gaps().stream().map(gap -> in("  lucka: ", "  gap: ", language) + times.interval(gap)),
                        proof.unknowns().stream()
                                .map(gap -> in("  okänt: ", "  not known: ", language) + times.interval(gap)))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    /** When the channel that residents use changes, from one instant until another. */
    static List<Instant> changes(Directory directory, Interval interval) {
        List<Instant> changes = new ArrayList<>();
        Instant t = interval.getStart();
        while (t.isBefore(interval.getEnd())) {
            changes.add(t);
            t = directory.reachableAt(t, Audience.PUBLIC).choices().stream()
                    .flatMap(choice -> choice.until().stream())
                    .min(Instant::compareTo)
                    .orElse(interval.getEnd());
        }
        return changes;
    }

    private String via(Reachability.Choice choice, Locale language) {
        return choice.channel()
                .via()
                .flatMap(inputs.directory()::channel)
                .map(hop -> in(" via ", " by way of ", language) + hop.name().in(language))
                .orElse("");
    }

    private List<LocalizedText> duty(Instant now) {
        Rota rota = inputs.rota();
        List<LocalizedText> text = new ArrayList<>();
        for (String position : List.of(TIB, BACKUP)) {
            Segment segment = rota.at(position, now);
            Optional<Duty> next = nextDuty(position, now);
            text.add(both((language, times) -> position + ": " + holder(segment, language)
                    + in(" till ", " until ", language)
                    + times.dateTime(segment.interval().getEnd())
                    + next.map(duty -> in("; sedan ", "; then ", language) + duty.holder())
                            .orElse("") + ". "
                    + reasons(segment, language)));
        }
        Instant before = instant("2026-06-01T12:00");
        Segment then = rota.at(TIB, before);
        text.add(both((language, times) ->
                times.dateTime(before) + ": " + holder(then, language) + ". " + reasons(then, language)));
        return text;
    }

    private List<LocalizedText> bulletin(Instant now) {
        List<LocalizedText> text = new ArrayList<>();
        for (Bulletin bulletin : situation.view(Audience.PUBLIC).bulletins()) {
            Pages.publish(out, bulletin, situation, inputs.directory());
            text.add(both((language, times) -> in("Bulletinen publiceras: ", "The bulletin is published: ", language)
                    + bulletin.title().in(language)));
        }
        return text;
    }

    private List<LocalizedText> guards(Instant now) {
        return measures(now, MeasureState.ACTIVE);
    }

    private List<LocalizedText> measures(Instant now, MeasureState state) {
        List<LocalizedText> text = new ArrayList<>();
        for (Measure measure : situation.view(Audience.STAFF).measures()) {
            measure.termAt(now)
                    .filter(term -> measure.stateAt(now).equals(Optional.of(state)))
                    .ifPresent(term -> text.add(both((language, times) -> measure.name()
                                    .in(language) + ": "
                            + state.text().in(language) + ", " + term.wording().in(language) + ". "
                            + in("Ny bedömning ", "Review ", language)
                            + times.dateTime(term.review()) + ".")));
        }
        return text;
    }

    private List<LocalizedText> incident(Instant now) {
        List<LocalizedText> text = new ArrayList<>();
        Incident shooting = new Incident(
                "report-4",
                IncidentKind.SHOOTING,
                IncidentStatus.REPORTED,
                now.minus(Duration.ofMinutes(12)),
                now,
                "Polisen",
                "Skottlossning",
                null,
                Disclosure.OPEN);
        situation = situation.with(shooting);
        text.add(both((language, times) -> in("Polisen rapporterar: ", "The police report: ", language)
                + shooting.kind().text().in(language) + ". "
                + in("Händelsen hör till ", "The incident joins ", language)
                + '"' + situation.title().in(language) + "\"."));
        text.add(events());
        save();
        return text;
    }

    /** The police's published events: those of the municipality, of the kinds that concern it, join the situation. */
    private LocalizedText events() {
        IncidentTypes types = IncidentTypes.police();
        List<PoliceEvent> ours = inputs.events().stream()
                .filter(event -> event.isIn(situation.municipality()))
                .toList();
        List<Incident> joining = ours.stream()
                .map(event -> event.toIncident(types))
                .filter(event -> situation.concerns(event.kind()))
                .toList();
        situation = situation.with(joining);
        Map<IncidentKind, Long> byKind = joining.stream()
                .collect(Collectors.groupingBy(
                        Incident::kind, () -> new EnumMap<>(IncidentKind.class), Collectors.counting()));
        long unclassified = ours.stream()
                .filter(event -> types.of(event.type()).kind() == IncidentKind.UNCLASSIFIED)
                .count();
        return both((language, times) -> in("Polisens händelser: ", "Police events: ", language)
                + inputs.events().size() + in(" lästa, ", " read, ", language)
                + ours.size() + in(" i kommunen, ", " in the municipality, ", language)
                + joining.size() + in(" hör till situationen", " join the situation", language)
                + byKind.entrySet().stream()
                        .map(entry ->
                                entry.getValue() + " " + entry.getKey().text().in(language))
                        .collect(Collectors.joining(", ", " (", ")"))
                + ", " + unclassified
                + in(" av typer som tabellen inte känner", " of types that the table does not know", language) + ".");
    }

    private List<LocalizedText> submit(Instant now) {
        Alert alert = new Alert(
                ALERT,
                AlertKind.EXERCISE,
                Severity.CRITICAL,
                LocalizedText.of("Skottlossning i Norrköping", "Shooting in Norrköping"),
                LocalizedText.of(
                        "Polisen rapporterar skottlossning. Bedöm läget och larma vidare enligt plan. Kvittera larmet.",
                        "The police report a shooting. Assess and alert according to plan. Acknowledge this alert."),
                situation.municipality().code(),
                now,
                "polisen");
        engine.submit(alert, inputs.alerting().policy(Inputs.POLICY).orElseThrow());
        engine.runDue();
        Segment tib = inputs.rota().at(TIB, now);
        return List.of(both((language, times) -> in("ÖVNING: larm till TiB, ", "EXERCISE: alert to the TiB, ", language)
                + holder(tib, language) + ". "
                + in(
                        "Kvitteras inom 5 minuter, annars larmas reserven.",
                        "To be acknowledged within 5 minutes, else the backup is alerted.",
                        language)));
    }

    private List<LocalizedText> acknowledge(Instant now) {
        String backup = ((Duty) inputs.rota().at(BACKUP, now)).holder();
        List<Acknowledgement> already = engine.acknowledgements(ALERT);
        if (already.isEmpty()) {
            engine.acknowledge(ALERT, backup);
        }
        return List.of(
                both((language, times) -> times.time(instant("2026-11-27T23:45"))
                        + in(": ingen har kvitterat; reserven ", ": nobody has acknowledged; the backup ", language)
                        + backup
                        + in(" larmas.", " is alerted.", language)),
                both((language, times) -> backup
                        + in(" kvitterar. Larmkedjan stannar.", " acknowledges. The escalation stops.", language)));
    }

    private List<LocalizedText> closeAlert(Instant now) {
        String backup = engine.acknowledgements(ALERT).get(0).person();
        if (engine.find(ALERT).orElseThrow().state() != AlertState.CLOSED) {
            engine.closeAlert(ALERT, backup);
        }
        return List.of(both((language, times) -> backup
                + in(
                        " avslutar larmet: läget är bedömt och berörda är informerade.",
                        " closes the alert: the situation is assessed and those concerned are informed.",
                        language)));
    }

    private List<LocalizedText> review(Instant now) {
        return measures(now, MeasureState.REVIEW_DUE);
    }

    private List<LocalizedText> pages(Instant now) {
        new Pages(inputs, situation, engine.log(ALERT), now, Interval.of(start(), end())).write(out, locale);
        return List.of(both((language, times) ->
                in("Sidor, kalender och bulletin är skrivna.", "Pages, calendar and bulletin are written.", language)));
    }

    // How a step is played

    private interface Work {
        List<LocalizedText> at(Instant now);
    }

    private void step(Step step, String local, Work work) {
        Instant at = instant(local);
        Optional<Journal.Entry> before =
                journal.entries().stream().filter(entry -> entry.step() == step).findFirst();
        if (before.isEmpty()) {
            advance(at);
            List<LocalizedText> text = work.at(at);
            haltAt(step);
            journal.add(new Journal.Entry(step, at, text));
            tell(at, text, "");
        } else {
            tell(at, before.get().text(), in(" (före avbrottet)", " (before the interruption)", locale));
        }
    }

    /** Sets the clock, and lets the engine do on the way what is due. */
    private void advance(Instant to) {
        Optional<Instant> due = engine.nextDue();
        while (due.isPresent() && !due.get().isAfter(to)) {
            if (due.get().isAfter(clock.instant())) {
                clock.set(due.get());
            }
            engine.runDue();
            due = engine.nextDue();
        }
        if (to.isAfter(clock.instant())) {
            clock.set(to);
        }
    }

    private void haltInside(AlertEvent event) {
        boolean first = Objects.requireNonNullElse(event.step(), 0) == 0;
        if (event.what() == Happening.CLAIMED) {
            haltAt(first ? Step.TIB_CLAIMED : Step.BACKUP_CLAIMED);
        } else if (event.what() == Happening.ANSWERED) {
            haltAt(first ? Step.TIB_SENT : Step.BACKUP_SENT);
        } else if (event.what() == Happening.SENT) {
            haltAt(first ? Step.TIB_RECORDED : Step.BACKUP_RECORDED);
        }
    }

    private void haltAt(Step step) {
        if (step == halt) {
            account.println(in("Stannar hårt vid steget ", "Halts hard at the step ", locale) + step.option() + ".");
            account.flush();
            Runtime.getRuntime().halt(137);
        }
    }

    // The folder

    private static void requireUsable(Path out, boolean ours) {
        if (!Files.exists(out)) {
            return;
        }
        if (!Files.isDirectory(out)) {
            throw new SafetyException("%s is a file; expected a folder for the results.".formatted(out));
        }
        if (!Files.isWritable(out)) {
            throw new SafetyException("""
                    The folder %s is not writable.
                    Maybe it belongs to another user; choose another with --out FOLDER.""".formatted(out));
        }
        try (Stream<Path> content = Files.list(out)) {
            if (!ours && content.findAny().isPresent()) {
                throw new SafetyException("""
                        The folder %s holds files that are not of this program.
                        Maybe another one is meant: --out FOLDER.""".formatted(out));
            }
        } catch (IOException unreadable) {
            throw new SafetyException("The folder %s cannot be read.".formatted(out), unreadable);
        }
    }

    private static void makeFolder(Path out) {
        try {
            Files.createDirectories(out);
        } catch (IOException failed) {
            throw new SafetyException("""
                    The folder %s cannot be made.
                    Maybe the one above it is not writable; choose another with --out FOLDER.""".formatted(out), failed);
        }
    }

    /** Removes what an earlier, finished run left: only files that this program writes. */
    private static void clear(Path out) {
        try {
            for (String name : List.of("alerts.db", "alerts.db-wal", "alerts.db-shm", "situation.json", "index.html")) {
                Files.deleteIfExists(out.resolve(name));
            }
            Path mail = out.resolve("mail");
            if (Files.isDirectory(mail)) {
                try (Stream<Path> messages = Files.list(mail)) {
                    for (Path message : messages.filter(file -> file.toString().endsWith(".eml"))
                            .toList()) {
                        Files.delete(message);
                    }
                }
            }
        } catch (IOException failed) {
            throw new SafetyException("An earlier run in %s cannot be removed.".formatted(out), failed);
        }
    }

    private List<String> files() {
        try (Stream<Path> all = Files.walk(out, 2)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .filter(name -> !name.startsWith("index.") && !name.startsWith("alerts.db-"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void save() {
        Documents.replace(out.resolve("situation.json"), SituationDocument.write(situation));
    }

    /** The notifier's configuration with the port on which this run's mail server listens. */
    private static byte[] withPort(String alerting, int port) {
        return alerting.replaceAll("(\"port\"\\s*:\\s*)\\d+", "$1" + port).getBytes(StandardCharsets.UTF_8);
    }

    // Words

    private Instant start() {
        return instant("2026-11-26T14:00");
    }

    private Instant end() {
        return instant("2026-12-01T08:00");
    }

    private Interval year(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        return WallClock.days(local.toLocalDate(), local.toLocalDate().plusYears(1), zone);
    }

    private Instant instant(String local) {
        return WallClock.instant(
                LocalDateTime.parse(local), inputs.directory().municipality().zone());
    }

    private Optional<Duty> nextDuty(String position, Instant now) {
        return inputs.rota().next(position, now).duty();
    }

    static String holder(Segment segment, Locale language) {
        return segment instanceof Duty duty ? duty.holder() : in("ingen", "nobody", language);
    }

    static String reasons(Segment segment, Locale language) {
        return segment.because().stream()
                .map(reason -> reason.sentence(language))
                .collect(Collectors.joining("; "));
    }

    private TimeText times(Locale language) {
        return TimeText.of(language, zone);
    }

    private LocalizedText both(BiFunction<Locale, TimeText, String> text) {
        return LocalizedText.of(text.apply(SWEDISH, times(SWEDISH)), text.apply(ENGLISH, times(ENGLISH)));
    }

    static String in(String swedish, String english, Locale language) {
        return TimeText.isSwedish(language) ? swedish : english;
    }

    private void heading(String text) {
        account.println();
        account.println(text);
    }

    private void tell(Instant at, List<LocalizedText> text, String mark) {
        heading(times(locale).dateTime(at) + mark);
        text.forEach(entry -> entry.in(locale).lines().forEach(line -> line("  " + line)));
    }

    private void line(String text) {
        account.println(text);
    }
}
