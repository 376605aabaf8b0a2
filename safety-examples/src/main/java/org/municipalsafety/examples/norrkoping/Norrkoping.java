/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.municipalsafety.core.SafetyException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Plays Norrköping's week: Thursday 26 November 2026 14:00 to Tuesday 1 December 08:00, on a settable clock.
 *
 * <p>Exit codes: 0, done; 2, the options, the documents, the folder or the port are not usable (every fault is named
 * and nothing is written); 137, halted by {@code --crash-at}.
 */
@Command(
        name = "norrkoping",
        mixinStandardHelpOptions = true,
        version = "municipal-safety 0.1.0-SNAPSHOT",
        sortOptions = false,
        description = {
            "Plays a week in Norrköping: who can be reached, who is on duty, what has been decided,",
            "and was the alert received? A run that was killed carries on when it is started again."
        })
public final class Norrkoping implements Callable<Integer> {

    /** The exit code when what the user gave is not usable. */
    static final int REFUSED = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--lang", paramLabel = "sv|en", description = "language of the account and the pages (default: sv)")
    private String lang = "sv";

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "where the pages, mails, calendar and store go (default: norrkoping-week)")
    private Path out = Path.of("norrkoping-week");

    @Option(
            names = "--documents",
            paramLabel = "FOLDER",
            description =
                    "own directory.json, rota.json, situation.json, alerting.json and contacts.json, not the shipped ones")
    private @Nullable Path documents;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description =
                    "a list of police events (polisen.se/api/events); those of the municipality join the situation")
    private @Nullable Path events;

    @Option(
            names = "--crash-at",
            paramLabel = "STEP",
            description = "halt the JVM hard at a step, to show that nothing is lost")
    private @Nullable String crashAt;

    @Option(
            names = "--smtp-port",
            paramLabel = "PORT",
            description = "port of the program's own mail server on loopback (default: any that is free)")
    private int smtpPort;

    private Norrkoping() {}

    /**
     * Runs the program and ends the JVM with its exit code.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        System.exit(run(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                args));
    }

    /** Runs the program. */
    static int run(PrintStream output, PrintStream errors, String... args) {
        return new CommandLine(new Norrkoping())
                .setOut(new java.io.PrintWriter(output, true, StandardCharsets.UTF_8))
                .setErr(new java.io.PrintWriter(errors, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof SafetyException refused) {
                        errors.println(refused.getMessage());
                        return REFUSED;
                    }
                    throw failure;
                })
                .execute(args);
    }

    @Override
    public Integer call() {
        Locale locale = locale();
        Step halt = halt();
        if (smtpPort < 0 || smtpPort > 65535) {
            throw usage("Invalid value for option '--smtp-port': expected 0 to 65535 but was '" + smtpPort + "'");
        }
        Inputs inputs = Inputs.read(documents, events);
        try (Week week = Week.open(
                inputs, out, smtpPort, locale, halt, spec().commandLine().getOut())) {
            week.play();
        }
        return 0;
    }

    private Locale locale() {
        if (!List.of("sv", "en").contains(lang)) {
            throw usage("Invalid value for option '--lang': expected sv or en but was '" + lang + "'");
        }
        return Locale.forLanguageTag(lang);
    }

    private @Nullable Step halt() {
        String option = crashAt;
        if (option == null) {
            return null;
        }
        return Step.of(option)
                .orElseThrow(() -> usage("Invalid value for option '--crash-at': expected one of " + Step.options()
                        + " but was '" + option + "'"));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("The program is run by its command line only.");
        }
        return spec;
    }
}
