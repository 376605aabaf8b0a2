/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user gets wrong is said in one message with every fault; nothing is written and there is no stack trace. */
class BadInputTest {

    private static final Path SHIPPED = Path.of("src/main/resources/org/municipalsafety/examples/norrkoping");

    @TempDir
    Path folder;

    private record Refusal(int exitCode, String errors) {}

    private Refusal run(String... arguments) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = Norrkoping.run(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                arguments);
        String text = errors.toString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("\tat ").doesNotContain("Exception");
        return new Refusal(code, text);
    }

    private Path copied(String changed, String from, String to) throws IOException {
        Path documents = Files.createDirectories(folder.resolve("documents"));
        for (String name : List.of("directory.json", "rota.json", "situation.json", "alerting.json", "contacts.json")) {
            if (!Files.exists(documents.resolve(name))) {
                Files.copy(SHIPPED.resolve(name), documents.resolve(name));
            }
        }
        String text = Files.readString(documents.resolve(changed));
        assertThat(text).contains(from);
        Files.writeString(documents.resolve(changed), text.replace(from, to));
        return documents;
    }

    @Test
    void anUnknownOptionIsRefused() {
        Refusal refusal = run("--out", folder.resolve("out").toString(), "--langage", "sv");
        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.errors()).contains("--langage").contains("--lang");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void anUnknownLanguageStepOrPortIsRefused() {
        assertThat(run("--lang", "no")).satisfies(refusal -> {
            assertThat(refusal.exitCode()).isEqualTo(2);
            assertThat(refusal.errors()).contains("expected sv or en");
        });
        assertThat(run("--crash-at", "nowhere").errors()).contains("tib-sent");
        assertThat(run("--smtp-port", "70000").exitCode()).isEqualTo(2);
        assertThat(run("--smtp-port", "many").exitCode()).isEqualTo(2);
    }

    @Test
    void D1_everyFaultOfEveryDocumentIsNamed() throws IOException {
        copied("rota.json", "\"weeks\": 1", "\"wekes\": 1");
        copied("directory.json", "011-15 22 83", "0x11");
        copied("situation.json", "\"GUARD_EXTRA\"", "17");
        copied("contacts.json", "\"addresses\"", "\"adresses\"");
        Path documents = copied("alerting.json", "\"PT5M\"", "\"5 minutes\"");
        Refusal refusal = run(
                "--documents",
                documents.toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.errors())
                .contains("directory.json", "/channels/1/endpoint")
                .contains("rota.json", "/versions/0/positions/0/layers/0/rotation/turns")
                .contains("/versions/0/positions/1/layers/0/rotation/turns")
                .contains("situation.json", "/measures/3/code", "/measures/4/code")
                .contains("alerting.json", "/policies/0/steps/0/acknowledgeWithin")
                .contains("contacts.json", "/contacts/0/adresses");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void documentsThatContradictEachOtherAreRefused() throws IOException {
        copied("situation.json", "\"channel\": \"socialjouren\"", "\"channel\": \"jouren\"");
        Path documents = copied("contacts.json", "{ \"id\": \"oxel\"", "{ \"id\": \"axel\"");
        Refusal refusal = run(
                "--documents",
                documents.toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.errors())
                .contains("/measures/0/channel", "the unknown channel jouren")
                .contains("no contact oxel")
                .doesNotContain("@example.org");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aMissingDocumentIsNamed() throws IOException {
        Path documents = copied("rota.json", "\"rota\"", "\"rota\"");
        Files.delete(documents.resolve("alerting.json"));
        Refusal refusal = run(
                "--documents",
                documents.toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.errors()).contains("alerting.json");
    }

    @Test
    void eventsThatAreNoListAreRefused() throws IOException {
        Path events = Files.writeString(folder.resolve("events.json"), "[{\"id\": \"x\", \"name\": 3}]");
        Refusal refusal = run(
                "--events", events.toString(), "--out", folder.resolve("out").toString());
        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.errors()).contains("/0/id", "/0/name", "no field datetime", "no field type");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aFolderThatIsNotUsableIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThat(run("--out", file.toString()).exitCode()).isEqualTo(2);
        assertThat(run("--out", file.resolve("below").toString()).exitCode()).isEqualTo(2);
        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("thesis.txt"), "mine");
        Refusal refusal = run("--out", foreign.toString());
        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.errors()).contains("files that are not of this program");
        assertThat(foreign).isDirectoryContaining("glob:**thesis.txt");
        assertThat(foreign.toFile().list()).hasSize(1);
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @Test
    void aPortInUseIsRefused() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Refusal refusal =
                    run("--out", folder.resolve("out").toString(), "--smtp-port", String.valueOf(taken.getLocalPort()));
            assertThat(refusal.exitCode()).isEqualTo(2);
            assertThat(refusal.errors()).contains("port " + taken.getLocalPort());
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }

    @Test
    void aRunIsNotCarriedOnWithOtherDocuments() throws Exception {
        Path out = folder.resolve("out");
        assertThat(Program.run("--out", out.toString(), "--crash-at", "duty").exitCode())
                .isEqualTo(137);
        Path documents = copied("rota.json", "\"byte-1\"", "\"byte-2\"");
        Refusal refusal = run("--out", out.toString(), "--documents", documents.toString());
        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.errors()).contains("begun with other documents");
    }
}
