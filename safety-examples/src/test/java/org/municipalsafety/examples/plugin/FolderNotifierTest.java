/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.municipalsafety.alerting.notifier.Address;
import org.municipalsafety.alerting.notifier.NotifierProvider;
import org.municipalsafety.alerting.notifier.NotifierProviders;
import org.municipalsafety.testkit.alerting.NotifierContract;
import org.municipalsafety.testkit.alerting.ProviderSide;
import org.municipalsafety.testkit.alerting.Trouble;

// snippet contract
class FolderNotifierTest extends NotifierContract<FolderConfig> {

    @TempDir
    Path temporary;

    @Override
    protected NotifierProvider<FolderConfig> provider() {
        return new FolderNotifierProvider();
    }

    @Override
    protected ProviderSide providerSide() {
        return new Gateway(temporary.resolve("to-gateway"));
    }

    @Override
    protected Address address() {
        return Address.of("pager-0581-7");
    }

    @Override
    protected Map<String, Object> wrongValues() {
        return Map.of("folder", " ", "suffix", "msg");
    }
    // end

    @Test
    void N11_thePluginIsFoundByTheServiceLoader() {
        assertThat(NotifierProviders.discover(FolderNotifierTest.class.getClassLoader())
                        .find("folder"))
                .isPresent();
    }

    /** The gateway's side of the folder. */
    private record Gateway(Path folder) implements ProviderSide {

        private Gateway {
            try {
                Files.createDirectories(folder);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public Map<String, Object> config() {
            return Map.of("folder", folder.toString(), "suffix", ".msg");
        }

        @Override
        public List<Arrived> arrived() {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".msg"))
                        .sorted()
                        .map(Gateway::arrived)
                        .toList();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static Arrived arrived(Path file) {
            try {
                List<String> lines = Files.readAllLines(file);
                String key = file.getFileName().toString().replace(".msg", "");
                return new Arrived(key, String.join("\n", lines.subList(1, lines.size())));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public boolean begin(Trouble trouble) {
            if (trouble != Trouble.UNREACHABLE) {
                return false; // a folder neither refuses nor falls silent
            }
            try {
                for (Path file : Arrays.stream(folder.toFile().listFiles())
                        .map(java.io.File::toPath)
                        .toList()) {
                    Files.delete(file);
                }
                Files.delete(folder);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return true;
        }

        @Override
        public void close() {}
    }
}
