/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.modular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.municipalsafety.alerting.mail.SmtpServer;

/**
 * N11: everything works where the library is a module, which the other tests do not show: they run on the class path.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ModulePathIT {

    /** What a user's module path holds: this library and what it needs, nothing from tests. */
    private static final Pattern NEEDED = Pattern.compile(
            ".*(safety-(core|roster|alerting)|guava|failureaccess|jackson-core|jakarta\\.(validation|mail|activation)|angus"
                    + "|threeten-extra|sqlite-jdbc).*");

    @TempDir
    Path folder;

    @Test
    void N11_theLibraryWorksFromTheModulePath() throws IOException, InterruptedException {
        String tests = classPath().stream()
                .filter(entry -> entry.endsWith("test-classes") || entry.endsWith("test-classes" + File.separator))
                .findFirst()
                .orElseThrow();
        String modules = modulePath();
        try (SmtpServer server = new SmtpServer(folder)) {
            Path out = folder.resolve("out.txt");
            Process probe = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--module-path",
                            modules,
                            "--add-modules",
                            "org.municipalsafety.alerting",
                            "-cp",
                            tests,
                            Probe.class.getName(),
                            folder.toString(),
                            Integer.toString(server.port()))
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            int exit = probe.waitFor();
            String said = Files.readString(out, StandardCharsets.UTF_8);
            assertThat(said).contains("named true", "types [mail]", "countries [SE]", "schema true", "sent SENT");
            assertThat(exit).isZero();
            assertThat(server.mails).hasSize(1);
        }
    }

    /** The library and what it needs, as a user's module path has them. */
    static String modulePath() {
        return classPath().stream()
                .filter(entry ->
                        !entry.contains("test-classes") && NEEDED.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> classPath() {
        return Arrays.asList(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator));
    }
}
