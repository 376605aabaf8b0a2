/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of this repository; tests run in the folder of their module. */
final class Repository {

    /** Where the modules' folders stand. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Repository() {}

    /** The names of the modules, in the order of the root pom. */
    static List<String> modules() {
        return MODULE.matcher(text(ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** All that is written by hand and shipped: every file below a module's {@code src/main}. */
    static List<Path> mainFiles() {
        return modules().stream()
                .map(module -> ROOT.resolve(module).resolve("src/main"))
                .filter(Files::isDirectory)
                .flatMap(Repository::files)
                .toList();
    }

    static List<Path> mainSources() {
        return mainFiles().stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As a message names it: from the root, with slashes. */
    static String name(Path file) {
        return ROOT.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
