/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.modular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** N11: a plugin that is a module of its own works, and is told what its descriptor lacks. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PluginModuleIT {

    private static final String OPENS = "opens se.example.pager to org.municipalsafety.alerting;";

    private static final String PLUGIN = """
            package se.example.pager;

            import java.util.Map;
            import org.municipalsafety.alerting.notifier.Notifier;
            import org.municipalsafety.alerting.notifier.NotifierConfigs;
            import org.municipalsafety.alerting.notifier.NotifierProvider;

            public final class Pager {
                record Config(String gateway) {}

                public static void main(String[] args) {
                    System.out.println(NotifierConfigs.read(new Provider(), Map.of("gateway", "g-1")).gateway());
                }

                static final class Provider implements NotifierProvider<Config> {
                    @Override
                    public String type() {
                        return "pager";
                    }

                    @Override
                    public Class<Config> configType() {
                        return Config.class;
                    }

                    @Override
                    public Notifier create(Config config) {
                        throw new UnsupportedOperationException();
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void N11_aPluginThatOpensItsConfigurationWorks() throws IOException, InterruptedException {
        assertThat(said(OPENS)).isEqualToIgnoringNewLines("g-1");
    }

    @Test
    void N11_aPluginThatDoesNotIsToldWhatToOpenToWhom() throws IOException, InterruptedException {
        assertThat(said(""))
                .contains("se.example.pager.Pager$Config cannot be constructed")
                .contains("Maybe its module-info.java has to say: " + OPENS);
    }

    private String said(String opens) throws IOException, InterruptedException {
        Path descriptor = folder.resolve("module-info.java");
        Path source =
                Files.createDirectories(folder.resolve("se/example/pager")).resolve("Pager.java");
        Path classes = folder.resolve("classes");
        Files.writeString(
                descriptor, "module se.example.pager { requires org.municipalsafety.alerting; " + opens + " }");
        Files.writeString(source, PLUGIN);
        String modules = ModulePathIT.modulePath();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter faults = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean sound = compiler.getTask(
                            faults,
                            files,
                            null,
                            List.of("-proc:none", "--module-path", modules, "-d", classes.toString()),
                            null,
                            files.getJavaFileObjects(descriptor, source))
                    .call();
            assertThat(sound).as(faults.toString()).isTrue();
        }
        Path out = folder.resolve("out.txt");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modules + File.pathSeparator + classes,
                        "--module",
                        "se.example.pager/se.example.pager.Pager")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        return Files.readString(out);
    }
}
