/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a JVM of its own, as a user starts it. */
final class Program {

    /**
     * How a run ended.
     *
     * @param exitCode the exit code
     * @param output what it printed
     * @param errors what it printed as errors
     */
    record Run(int exitCode, String output, String errors) {}

    private Program() {}

    static Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Norrkoping.class.getName());
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("norrkoping", ".err");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The program did not end within 60 seconds: " + output);
        }
        return new Run(process.exitValue(), output, Files.readString(errors));
    }
}
