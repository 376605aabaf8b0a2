/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.municipalsafety.core.SafetyException;

/** The folder of a run: it must be empty, not there, or of this program. */
final class OutFolder {

    private OutFolder() {}

    /** Checks that the folder may be written to, and writes nothing. */
    static void requireUsable(Path out, boolean ours) {
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

    static void make(Path out) {
        try {
            Files.createDirectories(out);
        } catch (IOException failed) {
            throw new SafetyException("""
                    The folder %s cannot be made.
                    Maybe the one above it is not writable; choose another with --out FOLDER.""".formatted(out), failed);
        }
    }

    /** Removes what an earlier, finished run left: only files that this program writes. */
    static void clear(Path out) {
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

    /** What there is to look at, beside the page that leads to it. */
    static List<String> files(Path out) {
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
}
