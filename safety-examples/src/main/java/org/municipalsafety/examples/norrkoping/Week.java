/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.alerting.alert.AlertEvent;
import org.municipalsafety.alerting.alert.Happening;
import org.municipalsafety.alerting.document.AlertingDocument;
import org.municipalsafety.alerting.engine.AlertEngine;
import org.municipalsafety.alerting.engine.OnDuty;
import org.municipalsafety.alerting.notifier.ContactBook;
import org.municipalsafety.alerting.notifier.Notifiers;
import org.municipalsafety.alerting.store.JdbcAlertStore;
import org.municipalsafety.core.SafetyException;
import org.municipalsafety.core.text.LocalizedText;
import org.municipalsafety.core.text.TimeText;
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

    private final Path out;
    private final Locale locale;
    private final @Nullable Step halt;
    private final PrintWriter account;
    private final Journal journal;
    private final SettableClock clock;
    private final Mailbox mailbox;
    private final JdbcAlertStore store;
    private final Notifiers notifiers;
    private final AlertEngine engine;
    private final Story story;

    private Week(
            Inputs inputs,
            Path out,
            Locale locale,
            @Nullable Step halt,
            PrintWriter account,
            Journal journal,
            Mailbox mailbox) {
        this.out = out;
        this.locale = locale;
        this.halt = halt;
        this.account = account;
        this.journal = journal;
        this.mailbox = mailbox;
        ZoneId zone = inputs.folder().directory().municipality().zone();
        ContactBook contacts = inputs.folder().contacts();
        this.store = JdbcAlertStore.sqlite(out.resolve("alerts.db"));
        List<Journal.Entry> done = journal.entries();
        this.clock = SettableClock.at(
                done.isEmpty() ? Story.start(zone) : done.get(done.size() - 1).at());
        this.notifiers = AlertingDocument.read(
                        withPort(inputs.alertingText(), mailbox.port()), "alerting.json", Inputs.providers())
                .open(contacts);
        this.engine = AlertEngine.builder()
                .store(store)
                .notifiers(notifiers)
                .contacts(contacts)
                .onDuty(OnDuty.of(inputs.folder().rota()))
                .clock(clock)
                .zone(zone)
                .node("norrkoping")
                .listener(this::haltInside)
                .build();
        this.story = new Story(inputs, engine, out, locale, journal.has(Step.CHANNELS));
    }

    /**
     * Opens a run: a new one, or the one that was killed in this folder.
     *
     * @throws SafetyException if the folder or the port is not usable; nothing is written then
     */
    static Week open(Inputs inputs, Path out, int smtpPort, Locale locale, @Nullable Step halt, PrintWriter account) {
        Path file = out.resolve("journal.json");
        Optional<Journal> earlier = Journal.open(file);
        OutFolder.requireUsable(out, earlier.isPresent());
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
        OutFolder.make(out);
        Journal journal = Journal.begin(file, inputs.digest());
        OutFolder.clear(out);
        return journal;
    }

    void play() {
        Interval week = story.week();
        heading(story.municipality() + ", " + times().interval(week));
        step(Step.CHANNELS, "2026-11-26T14:00", story::channels);
        step(Step.DUTY, "2026-11-26T14:00", story::duty);
        step(Step.BULLETIN, "2026-11-26T15:30", story::bulletin);
        step(Step.GUARDS, "2026-11-26T18:00", story::guards);
        step(Step.INCIDENT, "2026-11-27T23:40", story::incident);
        step(Step.SUBMITTED, "2026-11-27T23:40", story::submit);
        step(Step.ACKNOWLEDGED, "2026-11-27T23:47", story::acknowledge);
        step(Step.CLOSED, "2026-11-28T03:10", story::closeAlert);
        step(Step.REVIEW, "2026-12-01T00:00", story::review);
        step(Step.PAGES, "2026-12-01T08:00", story::pages);
        heading(Story.in("Se resultatet", "Where to look", locale));
        line("  " + out.resolve("index.html").toAbsolutePath().normalize());
        for (String file : OutFolder.files(out)) {
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

    private interface Work {
        List<LocalizedText> at(Instant now);
    }

    private void step(Step step, String local, Work work) {
        Instant at = story.instant(local);
        Optional<Journal.Entry> before =
                journal.entries().stream().filter(entry -> entry.step() == step).findFirst();
        if (before.isEmpty()) {
            advance(at);
            List<LocalizedText> text = work.at(at);
            haltAt(step);
            journal.add(new Journal.Entry(step, at, text));
            tell(at, text, "");
        } else {
            tell(at, before.get().text(), Story.in(" (före avbrottet)", " (before the interruption)", locale));
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
        boolean first = event.step().orElse(0) == 0;
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
            account.println(
                    Story.in("Stannar hårt vid steget ", "Halts hard at the step ", locale) + step.option() + ".");
            account.flush();
            Runtime.getRuntime().halt(137);
        }
    }

    /** The notifier's configuration with the port on which this run's mail server listens. */
    private static byte[] withPort(String alerting, int port) {
        return alerting.replaceAll("(\"port\"\\s*:\\s*)\\d+", "$1" + port).getBytes(StandardCharsets.UTF_8);
    }

    // What is printed

    private TimeText times() {
        return TimeText.of(locale, story.zone());
    }

    private void heading(String text) {
        account.println();
        account.println(text);
    }

    private void tell(Instant at, List<LocalizedText> text, String mark) {
        heading(times().dateTime(at) + mark);
        text.forEach(entry -> entry.in(locale).lines().forEach(line -> line("  " + line)));
    }

    private void line(String text) {
        account.println(text);
    }
}
