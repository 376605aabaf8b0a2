/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A1, end to end: a real JVM is halted at each step, and the next one carries on without losing or forgetting anything.
 */
class CrashIT {

    @TempDir
    static Path folder;

    private static String wholeJournal = "";
    private static List<String> wholeMail = List.of();

    @BeforeAll
    static void runWithoutInterruption() throws Exception {
        Path whole = folder.resolve("whole");
        Program.Run run = Program.run("--out", whole.toString());
        assertThat(run.errors()).isEmpty();
        assertThat(run.exitCode()).isZero();
        wholeJournal = Files.readString(whole.resolve("journal.json"));
        wholeMail = mail(whole);
        assertThat(wholeMail).hasSize(2);
    }

    /** Every step in the long run, every fourth else: each is two runs of the program. */
    static Stream<Step> steps() {
        boolean all = Boolean.getBoolean("safety.long");
        return Stream.of(Step.values()).filter(step -> all || step.ordinal() % 4 == 1);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void A1_nothingIsLostOrForgotten(Step step) throws Exception {
        Path out = folder.resolve(step.option());
        Program.Run killed = Program.run("--out", out.toString(), "--crash-at", step.option());
        assertThat(killed.exitCode()).as(killed.errors()).isEqualTo(137);
        assertThat(Journal.open(out.resolve("journal.json")))
                .hasValueSatisfying(journal -> assertThat(journal.isFinished()).isFalse());

        Program.Run resumed = Program.run("--out", out.toString());
        assertThat(resumed.errors()).isEmpty();
        assertThat(resumed.exitCode()).isZero();
        assertThat(Files.readString(out.resolve("journal.json"))).isEqualTo(wholeJournal);
        assertThat(mail(out)).isEqualTo(wholeMail);
    }

    /** The names of the mails: they are made of the idempotency key, so a message sent twice is there once. */
    private static List<String> mail(Path out) throws Exception {
        try (Stream<Path> files = Files.list(out.resolve("mail"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
